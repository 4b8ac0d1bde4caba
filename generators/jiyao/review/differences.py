"""What changed in a text, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

_WORDS = re.compile(r"[㐀-鿿]|[^\W㐀-鿿]+(?:[’'-][^\W㐀-鿿]+)*|\s+|[^\w\s]")
"""A Chinese character is compared by itself: nothing says where its word ends."""


class Act(StrEnum):
    """What became of a piece of a text."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """Some words in a row that share their fate."""

    act: Act
    text: str


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order: kept and gone are the old one, kept and new the new."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    # Not junk: short words come often in English, and they are words all the same.
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(_pieces(matcher, before, after))


def marked(old: str, new: str) -> str:
    """Both texts in one line: `[-gone-]` and `{+new+}`."""
    signs = {Act.KEPT: "{}", Act.GONE: "[-{}-]", Act.NEW: "{{+{}+}}"}
    return "".join(signs[each.act].format(each.text) for each in differences(old, new))


def _pieces(matcher: SequenceMatcher[str], before: list[str], after: list[str]) -> Iterator[Piece]:
    for act, first, last, start, end in matcher.get_opcodes():
        if act == "equal":
            yield Piece(Act.KEPT, "".join(before[first:last]))
            continue
        if first < last:
            yield Piece(Act.GONE, "".join(before[first:last]))
        if start < end:
            yield Piece(Act.NEW, "".join(after[start:end]))
