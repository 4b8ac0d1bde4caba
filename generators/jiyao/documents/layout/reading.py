"""From the bytes of a PDF to its pages as one measures them. Needs pypdfium2, which the extra `layout` brings."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol, cast

from jiyao.documents.layout.sheets import Glyph, Rule, Sheet, in_lines

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

MM_PER_POINT = 25.4 / 72
RED, NOT_RED = 180, 120
"""Of 255: at least so much of red, at most so much of green and blue."""
THICKEST_RULE = 1.5
"""Millimetres; what is higher is a box. The bounds of a rule have room around it."""
SHORTEST_RULE = 20.0

_DEEPEST = 8
"""Drawings within drawings."""
_LONGEST_NAME = 256


class _Drawn(Protocol):
    """What pypdfium2 says of a drawing, typed here since it is not there."""

    def get_bounds(self) -> tuple[float, float, float, float]: ...


class _Drawings(Protocol):
    def get_objects(self, kinds: list[int], max_depth: int) -> Iterator[_Drawn]: ...


def sheets_of(pdf: bytes) -> tuple[Sheet, ...]:
    """The pages of a whole PDF. Raises ImportError where pypdfium2 is not installed."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(_sheet(page) for page in document)


def _sheet(page: PdfPage) -> Sheet:
    width, height = page.get_size()
    text = page.get_textpage()
    lines = in_lines(_glyphs(text, height))
    # A drawing within another one is told twice.
    rules = tuple(sorted(set(_rules(page, height)), key=lambda rule: rule.middle))
    return Sheet(round(width * MM_PER_POINT, 2), round(height * MM_PER_POINT, 2), lines, rules)


def _glyphs(page: PdfTextPage, height: float) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium

    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    for index in range(page.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(page, index))
        # Blanks and line ends that the reader puts between words are not on the paper.
        if pdfium.FPDFText_IsGenerated(page, index) == 1 or character.isspace():
            continue
        pdfium.FPDFText_GetCharOrigin(page, index, x, y)
        pdfium.FPDFText_GetCharBox(page, index, left, right, bottom, top)
        pdfium.FPDFText_GetFillColor(page, index, red, green, blue, alpha)
        yield Glyph(
            text=character,
            left=x.value * MM_PER_POINT,
            baseline=(height - y.value) * MM_PER_POINT,
            ink_top=(height - top.value) * MM_PER_POINT,
            ink_right=right.value * MM_PER_POINT,
            ink_bottom=(height - bottom.value) * MM_PER_POINT,
            size=round(pdfium.FPDFText_GetFontSize(page, index), 1),
            font=_font(page, index),
            is_red=_is_red(red.value, green.value, blue.value),
        )


def _font(page: PdfTextPage, index: int) -> str:
    import pypdfium2.raw as pdfium

    name = ctypes.create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFText_GetFontInfo(page, index, name, _LONGEST_NAME, ctypes.c_int())
    said = name.value.decode("utf-8", errors="replace")
    return said.partition("+")[2] or said


def _rules(page: PdfPage, height: float) -> Iterator[Rule]:
    import pypdfium2.raw as pdfium

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    for drawn in cast("_Drawings", page).get_objects([pdfium.FPDF_PAGEOBJ_PATH], _DEEPEST):
        left, bottom, right, top = (edge * MM_PER_POINT for edge in drawn.get_bounds())
        if top - bottom > THICKEST_RULE or right - left < SHORTEST_RULE:
            continue
        # A rule is a stroke, or a thin box that is filled: its colour is that of either.
        pdfium.FPDFPageObj_GetStrokeColor(drawn, red, green, blue, alpha)
        is_red = _is_red(red.value, green.value, blue.value)
        pdfium.FPDFPageObj_GetFillColor(drawn, red, green, blue, alpha)
        is_red = is_red or _is_red(red.value, green.value, blue.value)
        yield Rule(left, right, height * MM_PER_POINT - (top + bottom) / 2, is_red)


def _is_red(red: int, green: int, blue: int) -> bool:
    return red >= RED and max(green, blue) <= NOT_RED
