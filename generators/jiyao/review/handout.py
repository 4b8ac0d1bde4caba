"""What is handed out together: the segments of one record, with what there is to say about each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from jiyao.review.baseline import Baseline


class Handout(NamedTuple):
    """One record for a translator. `checks` holds, by the id of a segment, what the checks say of it, in words."""

    baseline: Baseline
    checks: Mapping[str, tuple[str, ...]]
    headings: tuple[str, str, str, str, str] = ("ID", "中文", "English", "Checks", "Note")
    """Of the columns of a sheet, in the language of whoever gets it."""
    how: str = ""
    """How it is to be filled in, in one or two sentences."""
    terms: tuple[tuple[str, str], ...] = ()
    """Chinese terms and the English that the office wants for them."""
    memory: tuple[tuple[str, str], ...] = ()
    """What was translated before and may leave the house."""
