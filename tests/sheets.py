"""Printed pages built by hand, as one draws them on paper with a ruler: what is measured is all there is."""

from __future__ import annotations

from dataclasses import replace

from jiyao.documents.layout.sheets import Glyph, Line, Rule, Sheet

POINT = 25.4 / 72
PITCH = 28.95 * POINT
STEP = 15.75 * POINT
"""From character to character of 三号."""
LEFT, RIGHT = 28.0, 184.0
INDENT = LEFT + 2 * STEP
HANGING = LEFT + 5 * STEP

FANGSONG, HEITI, SONGTI = "FandolFang-Regular", "FandolHei-Regular", "FandolSong-Regular"


def line(text: str, left: float, baseline: float, size: float = 16, font: str = FANGSONG) -> Line:
    """A line of characters of full width; digits and dashes of a page number are as wide, which nobody measures."""
    step = STEP if size == 16 else size * POINT
    height = size * POINT
    return Line(
        tuple(
            Glyph(
                text=character,
                left=left + number * step,
                baseline=baseline,
                ink_top=baseline - 0.79 * height,
                ink_right=left + (number + 1) * step - 0.02 * height,
                ink_bottom=baseline + 0.08 * height,
                size=size,
                font=font,
            )
            for number, character in enumerate(text)
        )
    )


def red(line: Line) -> Line:
    return Line(tuple(replace(glyph, is_red=True) for glyph in line.glyphs))


def in_font(line: Line, font: str) -> Line:
    return Line(tuple(replace(glyph, font=font) for glyph in line.glyphs))


def moved(line: Line, right: float = 0, down: float = 0) -> Line:
    return Line(
        tuple(
            replace(
                glyph,
                left=glyph.left + right,
                ink_right=glyph.ink_right + right,
                baseline=glyph.baseline + down,
                ink_top=glyph.ink_top + down,
                ink_bottom=glyph.ink_bottom + down,
            )
            for glyph in line.glyphs
        )
    )


def text(lines: int = 22, first: float = 44.98, characters: int = 28, pitch: float = PITCH) -> tuple[Line, ...]:
    """A page of one paragraph that goes on, full of hanzi."""
    return tuple(line("会" * characters, LEFT, first + number * pitch) for number in range(lines))


def page_number(number: int) -> Line:
    """— 1 — at 269 mm: right on odd pages, left on even ones, one character in."""
    said = line(f"—{number}—", LEFT + 14 * POINT, 270.51, 14, SONGTI)
    glyphs = [
        replace(glyph, ink_top=268.97, ink_bottom=269.03) if glyph.text == "—" else glyph for glyph in said.glyphs
    ]
    even = Line(tuple(glyphs))
    return even if number % 2 == 0 else moved(even, right=RIGHT - 14 * POINT - even.right)


def first_page(*more: Line, number: int = 1) -> Sheet:
    """Mark, red rule, and whatever comes below; without more, two lines of text."""
    head = (
        red(line("示例局会议纪要", 60, 72 + 0.79 * 36 * POINT, 36, SONGTI)),
        line("示例局办公室", LEFT + STEP, 133.5),
    )
    body = more or (line("会议指出，" * 5 + "要", INDENT, 160), line("会" * 20, LEFT, 160 + PITCH))
    rule = Rule(LEFT, RIGHT, 133.5 + 0.08 * 16 * POINT + 4, is_red=True)
    return Sheet(210, 297, (*head, *body, page_number(number)), (rule,))


def full_page(number: int, *lines: Line) -> Sheet:
    return Sheet(210, 297, (*(lines or text()), page_number(number)))


def last_page(number: int, *lines: Line) -> Sheet:
    """A page with the imprint at its foot."""
    imprint = (
        line("抄送：市政府办公室。", LEFT + 14 * POINT, 250, 14),
        line("办公室印发", LEFT + 14 * POINT, 259.5, 14),
    )
    rules = tuple(Rule(LEFT, RIGHT, middle) for middle in (243.0, 252.4, 261.8))
    return Sheet(210, 297, (*(lines or text(4)), *imprint, page_number(number)), rules)
