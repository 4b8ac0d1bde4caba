"""Which line of a printed page of minutes is what: known by its size, its colour and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jiyao.dataclass import dataclass
from jiyao.documents import gb9704 as page
from jiyao.documents.layout.figures import BOTTOM, CELL, LEFT
from jiyao.documents.layout.sheets import Line, Sheet
from jiyao.views.attendance import LABELS
from jiyao.views.lengths import Length

SAME_SIZE = 0.6
"""Points that a size of type may differ by."""
ROUNDING = 0.02
"""Millimetres: LibreOffice places lines on whole twips, 1/20 point."""
WIDEST_PITCH = page.LINE_PITCH.mm * 1.5
"""Lines further from each other have a blank line between them."""
NEAR = 0.7
"""Millimetres that a left edge may differ by and still be that edge."""

ITEM = re.compile(r"[一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）|[0-9]+[.．]|（[0-9]+）")
"""How headings and numbered items begin (7.3.3)."""
FIRST_LEVEL = re.compile(r"[一二三四五六七八九十百]+、[^。]*$")
"""A heading of the first level on a line of its own."""
NAMES = re.compile(rf"(?:{'|'.join(LABELS)})：")
APPENDED = re.compile(r"附件[0-9]*")
"""What stands at the top of the first page of an attachment (7.3.7)."""
LABEL = re.compile(r"[^：。]{2,4}：")
"""出席： and 附件："""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of text that belong together, and the page of the first."""

    page: int
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)


def has_size(line: Line, size: Length) -> bool:
    """Whether a line is set in that size of type."""
    return abs(line.size - size.points) < SAME_SIZE


def left_edge(sheets: Sequence[Sheet]) -> float:
    """Where the text really begins at the left; where every line is indented, that edge less 2 字."""
    lefts = [line.left for _page, lines in text_of(sheets) for line in lines]
    edge = min(lefts, default=LEFT)
    return edge - 2 * CELL if abs(edge - LEFT - 2 * CELL) < NEAR else edge


def is_at(left: float, edge: float, cells: float = 0) -> bool:
    """Whether a line begins so many 字 from an edge."""
    return abs(left - edge - cells * CELL) < NEAR


def mark_of(sheet: Sheet) -> tuple[Line, ...]:
    """纪要标志: what is red on the first page."""
    return tuple(line for line in sheet.lines if line.is_red)


def head_end(sheet: Sheet) -> float:
    """How far down the head of the first page goes: to the red rule, else to the mark."""
    reached = [rule.middle for rule in sheet.rules if rule.is_red] or [line.baseline for line in mark_of(sheet)]
    return max(reached, default=0.0)


def title_of(sheet: Sheet) -> tuple[Line, ...]:
    """The lines of the title: what is set in 二号 and not red."""
    return tuple(line for line in sheet.lines if has_size(line, page.SIZE_2) and not line.is_red)


def text_of(sheets: Sequence[Sheet]) -> Iterator[tuple[int, tuple[Line, ...]]]:
    """(page, its lines of text in 三号) for every page before the attachments, the head left out."""
    for number, sheet in enumerate(sheets, start=1):
        above = head_end(sheet) if number == 1 else 0.0
        lines = (line for line in sheet.lines if has_size(line, page.SIZE_3) and above < line.baseline < BOTTOM + CELL)
        text = tuple(line for line in lines if not line.is_red)
        if number > 1 and text and APPENDED.fullmatch(text[0].text):
            return
        yield number, text


def paragraphs(sheets: Sequence[Sheet]) -> Iterator[Paragraph]:
    """The paragraphs of the text: each begins with an indent, 2 字 in."""
    edge, number, lines = left_edge(sheets), 1, list[Line]()
    for at, some in text_of(sheets):
        for line in some:
            if is_at(line.left, edge, 2) and lines:
                yield Paragraph(number, tuple(lines))
                lines = []
            number = number if lines else at
            lines.append(line)
    if lines:
        yield Paragraph(number, tuple(lines))


@dataclass(frozen=True, slots=True)
class Pitch:
    """From line to line of the text in millimetres, and by how much that may be wrong."""

    length: float
    slack: float

    def room(self, height: float) -> int:
        """The lines that a height holds, in favour of the printer where the measure leaves it open."""
        return int(height / (self.length - self.slack))


def pitch_of(sheets: Sequence[Sheet]) -> Pitch | None:
    """The pitch, from the longest row of lines that follow each other; None where no two do."""
    rows = [row for _page, lines in text_of(sheets) for row in _rows([line.baseline for line in lines])]
    longest = max(rows, key=len, default=None)
    if longest is None:
        return None
    steps = len(longest) - 1
    return Pitch((longest[-1] - longest[0]) / steps, ROUNDING / steps)


def _rows(baselines: Sequence[float]) -> Iterator[tuple[float, ...]]:
    """Baselines with the same step between them, as nearly as they are rounded, and no blank line."""
    start = 0
    for end in range(2, len(baselines) + 1):
        is_last = end == len(baselines)
        if is_last or abs(baselines[end] - 2 * baselines[end - 1] + baselines[end - 2]) > 2 * ROUNDING:
            if baselines[end - 1] - baselines[end - 2] < WIDEST_PITCH:
                yield tuple(baselines[start:end])
            start = end - 1


def imprint_of(sheet: Sheet) -> tuple[Line, ...]:
    """版记: what is set in 四号 within the text area."""
    return tuple(line for line in sheet.lines if has_size(line, page.SIZE_4) and line.baseline < BOTTOM + 1)


def foot_of(sheet: Sheet) -> Line | None:
    """What stands below the text area: the page number."""
    return next((line for line in sheet.lines if line.baseline > BOTTOM + 1 and has_size(line, page.SIZE_4)), None)
