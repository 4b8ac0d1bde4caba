"""What came back from a translator, whatever the file was."""

from __future__ import annotations

import re
from typing import NamedTuple

from jiyao.review.baseline import Baseline

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\v\f]")


class Remark(NamedTuple):
    """What a reviewer wrote beside a text; `author` is "" where the file does not say who."""

    author: str
    text: str


class Row(NamedTuple):
    """One segment of a returned file. `zh` is None where the file does not repeat the Chinese."""

    id: str
    zh: str | None
    en: str
    remarks: tuple[Remark, ...] = ()
    authors: tuple[str, ...] = ()
    """Who changed the English, where the file records it."""


class Returned(NamedTuple):
    """A returned file; `baseline` is None where it no longer carries one."""

    kind: str
    baseline: Baseline | None
    rows: tuple[Row, ...]


def clean(text: str) -> str:
    """A text as a record keeps it: one kind of line end, no blanks around it, no soft hyphens of an editor."""
    return _LINE_ENDS.sub("\n", text).replace("\u00ad", "").strip()
