"""The page around the text of printed minutes: paper, mark, rules, imprint, page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jiyao.documents import gb9704 as page
from jiyao.documents.layout import faults
from jiyao.documents.layout.faults import on_page
from jiyao.documents.layout.figures import (
    BOTTOM,
    LEFT,
    MARK_TOP,
    PAGE_NUMBER,
    RIGHT,
    RULE_BELOW,
    SMALL_CELL,
    TOLERANCE,
    Figures,
)
from jiyao.documents.layout.parts import foot_of, has_size, imprint_of, mark_of
from jiyao.documents.layout.sheets import Line, Rule, Sheet
from jiyao.problems import Message, Problem, message

DASH = "—"
FAR_ABOVE = 12.0
"""Millimetres; a line further above the red rule is not the one that it belongs to."""


def paper(sheets: Sequence[Sheet], file: str, _figures: Figures) -> Iterator[Problem]:
    """Whether every page is A4."""
    for number, sheet in enumerate(sheets, start=1):
        if _off(sheet.width, page.PAPER_WIDTH.mm) or _off(sheet.height, page.PAPER_HEIGHT.mm):
            yield faults.paper(on_page(file, number), sheet.width, sheet.height)


def mark(sheets: Sequence[Sheet], file: str, _figures: Figures) -> Iterator[Problem]:
    """Whether the mark is there, on one line, and at its height."""
    found = mark_of(sheets[0])
    if len(found) != 1:
        yield faults.mark_lines(on_page(file, 1), len(found))
    if found and _off(found[0].ink_top, MARK_TOP):
        yield faults.mark(on_page(file, 1), found[0].ink_top, MARK_TOP)


def red_rule(sheets: Sequence[Sheet], file: str, _figures: Figures) -> Iterator[Problem]:
    """Whether the red rule, where there is one, is as wide as the text and as far below it as it is to be."""
    for rule in (rule for rule in sheets[0].rules if rule.is_red):
        if not _is_wide(rule):
            width = rule.right - rule.left
            yield faults.red_rule(on_page(file, 1), message("its width is"), width, page.TEXT_WIDTH.mm)
        above = [line for line in sheets[0].lines if line.baseline < rule.middle and has_size(line, page.SIZE_3)]
        gap = rule.middle - above[-1].ink_bottom if above else FAR_ABOVE
        if gap < FAR_ABOVE and _off(gap, RULE_BELOW):
            yield faults.red_rule(on_page(file, 1), message("below the ink of the line above it"), gap, RULE_BELOW)


def imprint(sheets: Sequence[Sheet], file: str, _figures: Figures) -> Iterator[Problem]:
    """Whether the imprint, where there is one, stands at the foot of the last page."""
    for number, sheet in enumerate(sheets, start=1):
        if imprint_of(sheet) and number < len(sheets):
            yield faults.imprint(on_page(file, number), message("not on the last page"))
        elif lines := imprint_of(sheet):
            yield from (faults.imprint(on_page(file, number), what) for what in _imprint(sheet, lines[0]))


def page_numbers(sheets: Sequence[Sheet], file: str, _figures: Figures) -> Iterator[Problem]:
    """Whether each page has its number, in its place; an empty page and one behind it need none (7.5)."""
    for number, sheet in enumerate(sheets, start=1):
        foot = foot_of(sheet)
        if foot is not None:
            yield from (faults.page_number(on_page(file, number), what) for what in _page_number(foot, number))
        elif not _may_be_unnumbered(sheets, number):
            yield faults.page_number(on_page(file, number), message("missing"))


def _imprint(sheet: Sheet, first: Line) -> Iterator[Message]:
    rules = [rule for rule in sheet.rules if not rule.is_red and rule.middle > first.ink_top - FAR_ABOVE]
    if not rules:
        yield message("no rule below it")
        return
    if _off(rules[-1].middle, BOTTOM):
        yield _at(message("its last rule"), rules[-1].middle, BOTTOM)
    if not all(map(_is_wide, rules)):
        yield message("a rule that is not as wide as the text")


def _page_number(foot: Line, number: int) -> Iterator[Message]:
    if foot.text != f"{DASH}{number}{DASH}":
        expected = f"{DASH} {number} {DASH}"
        yield message("it says {found}; expected {expected}", found=foot.text, expected=expected)
    dashes = [glyph for glyph in foot.glyphs if glyph.text == DASH]
    for dash in dashes[:1]:
        middle = (dash.ink_top + dash.ink_bottom) / 2
        if _off(middle, PAGE_NUMBER):
            yield _at(message("its dashes, from the top,"), middle, PAGE_NUMBER)
    if number % 2 and _off(foot.right, RIGHT - SMALL_CELL):
        yield _at(message("on an odd page it ends, from the left,"), foot.right, RIGHT - SMALL_CELL)
    if not number % 2 and _off(foot.left, LEFT + SMALL_CELL):
        yield _at(message("on an even page it begins, from the left,"), foot.left, LEFT + SMALL_CELL)


def _may_be_unnumbered(sheets: Sequence[Sheet], number: int) -> bool:
    """A page without anything, and the last one if such a page is before it."""
    is_last = number == len(sheets)
    return not sheets[number - 1].lines or (is_last and number > 1 and not sheets[number - 2].lines)


def _at(what: Message, found: float, expected: float) -> Message:
    return message(
        "{what} at {found} mm; expected {expected} mm", what=what, found=f"{found:.1f}", expected=f"{expected:.1f}"
    )


def _is_wide(rule: Rule) -> bool:
    return not (_off(rule.left, LEFT) or _off(rule.right, RIGHT))


def _off(found: float, expected: float) -> bool:
    return abs(found - expected) > TOLERANCE
