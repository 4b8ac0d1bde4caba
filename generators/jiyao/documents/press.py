"""The page of a news release, 新闻通稿: no standard fixes it, so these are what press offices do, and what reads well.

A Chinese release has the page of GB/T 9704-2012 (`gb9704`), as offices print everything else.
"""

from __future__ import annotations

from enum import StrEnum

from jiyao.languages.text import Language
from jiyao.views.lengths import mm, points


class Latin(StrEnum):
    """The faces of English texts, by the names under which offices have them installed."""

    SERIF = "Times New Roman"
    """Everywhere with Word and WPS; Linux has Liberation Serif, whose letters are as wide."""


LATIN_ELSE = {Latin.SERIF: "Liberation Serif"}
"""What stands in for a face that is not installed."""

INCH = mm(25.4)
"""The margin of English press releases, on all sides."""
ENGLISH_LINE = 1.15
"""From line to line of English, as part of the height of its face: open enough to write between the lines."""
PARAGRAPH_GAP = points(9)
"""Between paragraphs of English, which have no indent then: releases are read in blocks."""

TABLE_SIDE = mm(18)
"""White beside a table of two languages: English needs lines of some fifty letters beside the Chinese column."""
TABLE_ENDS = mm(20)
"""White above and below it."""
ENGLISH_SHARE = 0.55
"""Of the width of a table: the same text is longer in English."""
CELL_SIDE, CELL_ENDS = mm(2), mm(1.2)
"""White within a cell, beside its text and above and below it."""
HEADER_LINE = points(17)
"""The height of the names of the languages above their columns."""
CELL_GAP = points(2)
"""Below a paragraph in a cell, which may hold several."""
ENGLISH_DROP = points(3)
"""Above a paragraph of English in a cell, since the open lines of Chinese have their white above them (measured)."""
TABLE_RULE = points(0.5)
"""Thin, so that the texts are what is seen."""

PART_GAP = {Language.ZH: points(12), Language.EN: points(18)}
"""Above the first language of a part, where two languages stand one below the other. Less above Chinese, here and
below, since its open lines have white of their own above them."""
PAIR_GAP = {Language.ZH: points(1), Language.EN: points(6)}
"""Between a part and the same in the second language."""
SECOND_INDENT = mm(7)
"""By how much the text in the second language is set in."""
BAR = mm(0.75)
"""The line beside the text in the second language."""
BAR_GAP = points(8)
"""Between that line and the text."""

PICTURE_WIDTH = mm(150)
"""The widest picture; the text of every release is as wide."""
PICTURE_HEIGHT = mm(90)
"""The highest: the story goes on below it on the same page."""
PICTURE_PIXEL = mm(25.4 / 96)
"""The largest dot of a picture, as on a screen; above it one sees the dots."""
PICTURE_GAP = points(6)
"""Above a picture, and between it and its caption."""
CAPTION_GAP = points(9)
"""Below a caption."""

NUMBER_BELOW, TABLE_NUMBER_BELOW = mm(12), mm(9)
"""From the foot of the paper to the foot of the page number: below text, and below a table."""

TABLE_TEXT = points(10.5)
"""In which tables of attachments are set."""
