"""The page of an official document: GB/T 9704-2012, 党政机关公文格式, as lengths and faces.

Each docstring names its clause. Where the standard is silent, it says what was measured or is usual.
"""

from __future__ import annotations

from enum import StrEnum

from jiyao.dataclass import dataclass
from jiyao.views.lengths import Length, mm, points, twips

PAPER_WIDTH, PAPER_HEIGHT = mm(210), mm(297)
"""A4 (5.1)."""

TOP_MARGIN = mm(37)
"""天头 (5.2.1). The standard means the ink of the first line; offices set the margin of the page, and so do we."""
LEFT_MARGIN = mm(28)
"""订口, where the pages are bound (5.2.1)."""
TEXT_WIDTH, TEXT_HEIGHT = mm(156), mm(225)
"""版心 (5.2.1)."""
RIGHT_MARGIN = PAPER_WIDTH - LEFT_MARGIN - TEXT_WIDTH
"""What 5.2.1 leaves: 26 mm."""
BOTTOM_MARGIN = PAPER_HEIGHT - TOP_MARGIN - TEXT_HEIGHT
"""What 5.2.1 leaves: 35 mm."""

LINES, CHARACTERS = 22, 28
"""A full page, and a full line of it, "as a rule" (5.2.3)."""

SIZE_2, SIZE_3, SIZE_4 = points(22), points(16), points(14)
"""二号, 三号, 四号. Text is 三号 unless the standard says otherwise (5.2.2)."""

LINE_PITCH = twips(579)
"""From line to line: the largest whole number of twips that leaves room for 22 (5.2.3)."""
TRACKING = twips(-5)
"""Between characters of 三号: 28 characters of 16 points are wider than 156 mm (5.2.3).

Not by a grid of characters: LibreOffice then sets 14 characters a line.
"""
CELL = SIZE_3 + TRACKING
"""字, the width of one character of 三号 as it is set (3.1)."""
SMALL_CELL = SIZE_4
"""字 of 四号, in which imprint and page number are set."""


class Face(StrEnum):
    """The faces by the names under which offices have them installed."""

    FANGSONG = "仿宋_GB2312"
    """Text (5.2.2), and the third and fourth level of headings (7.3.3)."""
    HEITI = "黑体"
    """Secrecy and urgency (7.2.2, 7.2.3), first level of headings (7.3.3), 出席 and its like (10.3)."""
    KAITI = "楷体_GB2312"
    """Second level of headings (7.3.3)."""
    XIAOBIAOSONG = "方正小标宋简体"
    """Mark and title (7.2.4, 7.3.1)."""
    SONGTI = "宋体"
    """Page number (7.5)."""


FACE_ELSE = {
    Face.FANGSONG: "仿宋",
    Face.KAITI: "楷体",
    Face.XIAOBIAOSONG: "宋体",
    Face.HEITI: "SimHei",
    Face.SONGTI: "SimSun",
}
"""What stands in for a face that is not installed: Windows has 仿宋 rather than 仿宋_GB2312."""

RED = "FF0000"
"""Of the mark and the rule below it (7.2.4, 7.2.7, 10.3); all else is black (5.2.4)."""

HEAD_LINES = 3
"""Lines from the top that copy number, secrecy and urgency may take (7.2.1 to 7.2.3)."""

MARK_TOP = mm(35)
"""From the top of the text area to the ink of the mark (10.3)."""
MARK_SIZE = points(36)
"""The standard leaves it free (7.2.4)."""
MARK_LINE = 1.2
"""The height of the mark's line, as part of its size."""


@dataclass(frozen=True, slots=True)
class MarkFit:
    """How a mark of so many characters is set to fill one line: its size, and its width in per cent of the natural one.

    Offices condense a long mark before they make it smaller, so that it stays what is seen first.
    """

    room: int
    size: Length
    width: int


MARK_FITS = (
    MarkFit(12, MARK_SIZE, 100),
    MarkFit(14, MARK_SIZE, 85),
    MarkFit(17, MARK_SIZE, 70),
    MarkFit(20, MARK_SIZE, 60),
    MarkFit(25, points(28), 60),
    MarkFit(30, points(24), 60),
    MarkFit(36, points(20), 60),
    MarkFit(45, points(18), 54),
)
"""For short marks and longer ones; one longer than all, which no office has, takes two lines."""

MARK_INK = 0.76
"""From the base line to the top of a hanzi, as part of its size (measured)."""
BASE_LINE = 0.8
"""Where in a line of exact height the base line is, from the top (measured with LibreOffice)."""

LINES_BELOW_MARK = 2
"""Blank lines between mark and number (7.2.5)."""
LINES_BELOW_NUMBER = 1
"""Blank lines between the number of the issue and the line of issuer and date, which the standard does not have."""
RULE_BELOW = mm(4)
"""From the line above to the red rule (7.2.7), measured from ink."""
WHITE_BELOW_INK = mm(1.4)
"""From the ink of a line of text to the bottom of its line pitch (measured)."""
RED_RULE = mm(0.35)
"""The thickness of the red rule: free (7.2.7); that of the imprint's outer rules."""
LINES_ABOVE_TITLE = 2
"""Blank lines between the red rule and the title (7.3.1)."""
TITLE_LINE = points(36)
"""The line pitch of a title: free (7.3.1)."""
LINES_BELOW_TITLE = 1
"""Blank lines between the title and what follows (7.3.2)."""

INDENT = CELL * 2
"""左空二字: the first line of a paragraph (7.3.3), 附件 (7.3.4) and 出席 (10.3)."""
SIDE_INDENT = CELL
"""左空一字, 右空一字: issuer and date above the red rule (usual)."""
LABEL = CELL * 3
"""附件： and 出席： with their colons; wrapped lines stand below what follows them (7.3.4, 10.3)."""
NAMES_SLACK = CELL * -1
"""What lines of names may stand out on the right. They are broken between names, at 23 字, and must not break again
where the gaps beside digits, a quarter 字 each, make one a little longer."""
ATTACHMENT_NUMBER = CELL
"""The number and point before the name of an attachment, each half a character wide (7.3.4)."""

TABLE_TEXT = points(12)
"""小四, in which tables of attachments are set: free, and narrower columns then hold more."""

OUTER_RULE, INNER_RULE = mm(0.35), mm(0.25)
"""First and last rule of the imprint, and those between (7.4.1)."""
SMALL_INDENT = SMALL_CELL
"""左空一字, 右空一字: 抄送 and 印发 (7.4.2, 7.4.3)."""
SMALL_LABEL = SMALL_CELL * 3
"""抄送： (7.4.2)"""
IMPRINT_LINE = points(26)
"""The line pitch of the imprint: free (7.4)."""
HAIRLINE = twips(15)
"""The height of a paragraph that Word demands and nobody is to see; less is not taken as exact."""

PAGE_NUMBER_BELOW = mm(7)
"""From the bottom of the text area to the dashes beside the page number (7.5)."""
PAGE_NUMBER_LINE = SIZE_4
"""The line pitch of the page number."""
PAGE_NUMBER_INDENT = SMALL_CELL
"""右空一字 on odd pages, 左空一字 on even ones (7.5)."""


def mark_room(cells: float) -> int:
    """The room of the fit for a mark of this many characters, a Latin one being half of one."""
    return next((fit.room for fit in MARK_FITS if cells <= fit.room), MARK_FITS[-1].room)


def imprint_height(lines: int) -> Length:
    """Of the box that holds the imprint, for this many lines in all its rows."""
    return IMPRINT_LINE * lines + HAIRLINE + OUTER_RULE * 2 + INNER_RULE
