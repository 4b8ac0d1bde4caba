"""How high a row of a workbook has to be for what stands in it.

Excel finds that out by itself when it opens a workbook, but not for joined cells; LibreOffice does not when it prints.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from unicodedata import east_asian_width

LINE = 15.0
"""Points of a line of text at 11 points."""
HIGHEST = 409.0
"""Points that a row may have in Excel."""
HAN, LETTER = 2.1, 0.85
"""Widths of a Chinese character and a letter at 11 points, in digits, by which the width of a column is told."""
FULL = 0.92
"""So much of a line is full on the average: a word that has no room goes to the next."""


def row_height(cells: Iterable[tuple[str, float]], least: float = LINE) -> float:
    """Points for a row of cells, each its text and the width of its column in digits; `least` is for empty ones."""
    lines = max((_lines(text, digits) for text, digits in cells), default=1)
    return min(max(least, LINE * lines), HIGHEST)


def _lines(text: str, digits: float) -> int:
    return sum(max(1, ceil(_width(each) / (digits * FULL))) for each in text.split("\n"))


def _width(text: str) -> float:
    return sum(HAN if east_asian_width(each) in "WFA" else LETTER for each in text)
