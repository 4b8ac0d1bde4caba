"""The text of printed minutes: its lines and characters, its margins, its names, its faces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from jiyao.documents import gb9704 as page
from jiyao.documents.fragments import HANGING_MARKS
from jiyao.documents.gb9704 import Face
from jiyao.documents.layout import faults
from jiyao.documents.layout.faults import on_page
from jiyao.documents.layout.figures import CELL, LEFT, RIGHT, TOLERANCE, Figures
from jiyao.documents.layout.parts import (
    FIRST_LEVEL,
    ITEM,
    LABEL,
    NAMES,
    Paragraph,
    foot_of,
    head_end,
    imprint_of,
    is_at,
    left_edge,
    mark_of,
    paragraphs,
    pitch_of,
    text_of,
    title_of,
)
from jiyao.documents.layout.sheets import Glyph, Line, Sheet
from jiyao.documents.likenesses import LIKENESSES, is_one_of
from jiyao.problems import Message, Problem, message

Printed = Sequence[tuple[int, Glyph]]
"""Glyphs, each with the number of its page."""

CHINESE = re.compile(r"[　-〿一-鿿！-｠“”‘’·]+")
"""A line in which every character is one 字 wide."""
NOT_FIRST = re.compile(r"[，。、；：？！）》〉”’】〕…—]|.[，。、；：？！）》〉”’】〕]|[（《〈“‘【〔]|[^　-〿一-鿿！-｠]")
"""A line that begins so has moved the end of the one above it: marks are not separated, words are not broken."""
FEW = 0.1
"""The part of a role's characters that may be set in another face: a sign that a font lacks."""
FLAT = 5
"""Characters in a line of which one at least is as high as hanzi are."""


def margins(sheets: Sequence[Sheet], file: str, figures: Figures) -> Iterator[Problem]:
    """Where the text begins at the left and at the top, and whether it goes too far to the right."""
    edge = left_edge(sheets)
    if abs(edge - LEFT) > TOLERANCE:
        at = next(number for number, lines in text_of(sheets) for line in lines if line.left < edge + TOLERANCE)
        yield faults.margin(on_page(file, at), message("the text begins, from the left,"), edge, LEFT)
    for number, lines in text_of(sheets):
        wide = max((_end(line) for line in lines), default=0.0)
        if wide > RIGHT + TOLERANCE:
            yield faults.margin(on_page(file, number), message("the text ends, from the left,"), wide, RIGHT)
        top = lines[0].ink_top if number > 1 and lines and _shows_the_top(lines[0]) else figures.first_ink
        if abs(top - figures.first_ink) > TOLERANCE:
            said = message("the ink of the first line begins, from the top,")
            yield faults.margin(on_page(file, number), said, top, figures.first_ink)


def lines_of_a_page(sheets: Sequence[Sheet], file: str, figures: Figures) -> Iterator[Problem]:
    """How many lines a full page holds, and whether the full pages hold them."""
    pitch = pitch_of(sheets)
    if pitch is None:
        return
    room = pitch.room(figures.text_height)
    if room != page.LINES:
        yield faults.lines(on_page(file, 1), room, pitch.length)
        return
    texts = list(text_of(sheets))
    for (number, lines), (_next, below) in pairwise(texts[1:]):
        # A heading, and a label with its blank line, may go over to the next page before this one is full.
        if lines and below and not (ITEM.match(below[0].text) or LABEL.match(below[0].text)):
            found = 1 + round((lines[-1].baseline - lines[0].baseline) / pitch.length)
            if found != page.LINES:
                yield faults.lines(on_page(file, number), found, pitch.length)


def characters_of_a_line(sheets: Sequence[Sheet], file: str, _figures: Figures) -> Iterator[Problem]:
    """How many characters most of the lines have that are full and all Chinese."""
    edge, found = left_edge(sheets), Counter[int]()
    first: dict[int, int] = {}
    for number, lines in text_of(sheets):
        for line, below in pairwise(lines):
            if is_at(below.left, edge) and CHINESE.fullmatch(line.text) and not NOT_FIRST.match(below.text):
                count = len(line.glyphs) + round((line.left - edge) / CELL)
                count -= line.text[-1] in HANGING_MARKS and count == page.CHARACTERS + 1
                found[count] += 1
                first.setdefault(count, number)
    if found and found[page.CHARACTERS] < max(found.values()):
        usual = found.most_common(1)[0][0]
        yield faults.characters(on_page(file, first[usual]), usual)


def names(sheets: Sequence[Sheet], file: str, _figures: Figures) -> Iterator[Problem]:
    """Whether each line of a list of names ends with a whole name, or within a remark behind one."""
    for paragraph in paragraphs(sheets):
        if NAMES.match(paragraph.text):
            for line in paragraph.lines[:-1]:
                last = line.text.rpartition("、")[2]
                if last and "（" not in last:
                    yield faults.split_name(on_page(file, paragraph.page), last)


def text_on_first_page(sheets: Sequence[Sheet], file: str, _figures: Figures) -> Iterator[Problem]:
    """Whether there is any text below the head and the title of the first page."""
    below = max((line.baseline for line in title_of(sheets[0])), default=head_end(sheets[0]))
    _number, lines = next(text_of(sheets))
    if not any(line.baseline > below for line in lines):
        yield faults.no_text_on_first_page(on_page(file, 1))


def faces(sheets: Sequence[Sheet], file: str, _figures: Figures) -> Iterator[Problem]:
    """Whether each part of the page is set in the standard's face for it, or in a likeness."""
    found = list(paragraphs(sheets))
    plain = [each for each in found if not (ITEM.match(each.text) or LABEL.match(each.text))]
    headings = [each for each in found if FIRST_LEVEL.match(each.text)]
    last = [(number, line) for number, sheet in enumerate(sheets, 1) for line in imprint_of(sheet)]
    feet = [(number, foot) for number, sheet in enumerate(sheets, 1) if (foot := foot_of(sheet))]
    roles = (
        (message("the mark"), Face.XIAOBIAOSONG, _glyphs((1, line) for line in mark_of(sheets[0]))),
        (message("the title"), Face.XIAOBIAOSONG, _glyphs((1, line) for line in title_of(sheets[0]))),
        (message("the text"), Face.FANGSONG, [each for one in plain for each in _without_remarks(one)]),
        (message("a heading of the first level"), Face.HEITI, _glyphs(_lines(headings))),
        (message("the imprint"), Face.FANGSONG, _glyphs(last)),
        (message("the page number"), Face.SONGTI, _glyphs(feet)),
    )
    for role, face, glyphs in roles:
        yield from _face(role, face, glyphs, file)


def _shows_the_top(line: Line) -> bool:
    """Whether a first line stands at the top: above a label there is a blank line; 一 alone is flat."""
    return len(line.glyphs) >= FLAT and not LABEL.match(line.text)


def _glyphs(lines: Iterable[tuple[int, Line]]) -> Printed:
    return [(number, glyph) for number, line in lines for glyph in line.glyphs]


def _without_remarks(paragraph: Paragraph) -> Iterator[tuple[int, Glyph]]:
    """The glyphs of a text outside its brackets: who does it until when stands there in 楷体."""
    depth = 0
    for number, line in _lines([paragraph]):
        for glyph in line.glyphs:
            depth += glyph.text == "（"
            if not depth:
                yield number, glyph
            depth -= glyph.text == "）" and depth > 0


def _face(role: Message, face: Face, glyphs: Printed, file: str) -> Iterator[Problem]:
    likeness = LIKENESSES[face]
    wrong = [
        (number, glyph) for number, glyph in glyphs if not is_one_of(glyph.font, (*likeness.names, *likeness.stand_ins))
    ]
    if len(wrong) > len(glyphs) * FEW:
        usual = _usual_font(glyph for _number, glyph in wrong)
        yield faults.face(on_page(file, wrong[0][0]), role, usual, face)


def _usual_font(glyphs: Iterable[Glyph]) -> str:
    return Counter(glyph.font for glyph in glyphs).most_common(1)[0][0]


def _lines(found: Iterable[Paragraph]) -> Iterator[tuple[int, Line]]:
    return ((paragraph.page, line) for paragraph in found for line in paragraph.lines)


def _end(line: Line) -> float:
    """Where the ink of a line ends, without the mark that may hang over the margin."""
    glyphs = line.glyphs[:-1] if line.text[-1] in HANGING_MARKS and len(line.glyphs) > 1 else line.glyphs
    return max(glyph.ink_right for glyph in glyphs)
