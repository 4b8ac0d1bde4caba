"""Where on a printed page the ink is: the standard measures to the ink of characters, not to their boxes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pdfplumber
from PIL import Image, ImageChops

from rendering import MM_PER_POINT

DPI = 200
MM_PER_DOT = 25.4 / DPI


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in millimetres from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Halfway between top and bottom."""
        return (self.top + self.bottom) / 2


PAGE = Box(0, 0, 210, 297)


def ink(pdf: Path, page: int, within: Box = PAGE) -> Box:
    """The smallest box around what is printed within a part of a page; pages count from 1."""
    _, green, _ = _image(pdf, page).split()
    return _box(_dark(green), within)


def red_ink(pdf: Path, page: int, within: Box = PAGE) -> Box:
    """The same for what is printed in red."""
    red, green, _ = _image(pdf, page).split()
    return _box(ImageChops.subtract(_dark(green), _dark(red)), within)


def rules(pdf: Path, page: int) -> tuple[Box, ...]:
    """The horizontal rules of a page, from the top down."""
    with pdfplumber.open(pdf) as opened:
        drawn = [*opened.pages[page - 1].lines, *opened.pages[page - 1].rects]
    boxes = {
        Box(*(round(each[side] * MM_PER_POINT, 2) for side in ("x0", "top", "x1", "bottom")))
        for each in drawn
        if each["height"] < 2 < each["width"]
    }
    return tuple(sorted(boxes, key=lambda box: box.top))


def _image(pdf: Path, page: int) -> Image.Image:
    with pdfplumber.open(pdf) as opened:
        return opened.pages[page - 1].to_image(resolution=DPI).original.convert("RGB")


def _dark(channel: Image.Image) -> Image.Image:
    """White where there is less than half of a colour's light, and black elsewhere."""
    return ImageChops.invert(channel).convert("1", dither=Image.Dither.NONE).convert("L")


def _box(dots: Image.Image, within: Box) -> Box:
    crop = [round(edge / MM_PER_DOT) for edge in (within.left, within.top, within.right, within.bottom)]
    found = dots.crop((crop[0], crop[1], crop[2], crop[3])).getbbox()
    if found is None:
        raise AssertionError(f"nothing is printed within {within}")
    left, top, right, bottom = (edge * MM_PER_DOT for edge in found)
    return Box(within.left + left, within.top + top, within.left + right, within.top + bottom)
