"""Lines of whole names, measured in 字, the width of one Chinese character (GB/T 9704-2012, 3.1)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LINE = 28
"""字 in a full line (GB/T 9704-2012, 5.2.3)."""


@lru_cache(maxsize=4096)
def width(text: str) -> float:
    """The width in 字: a Chinese character or mark takes one, a Latin letter or digit a half."""
    return sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)


def filled(pieces: Sequence[str], first: float, others: float) -> str:
    """The pieces in lines of at most `first`, then `others` 字, broken only between pieces; a new line is a newline.

    A piece that is longer than a whole line stands on a line of its own and is left to Word.
    """
    lines: list[str] = [""]
    taken = 0.0
    for piece in pieces:
        room = first if len(lines) == 1 else others
        if lines[-1] and taken + width(piece.rstrip("、，。")) > room:
            lines.append("")
            taken = 0.0
        lines[-1] += piece
        taken += width(piece)
    return "\n".join(lines)
