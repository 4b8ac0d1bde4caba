"""A printed page as one measures it: glyphs in lines, and rules. Lengths are millimetres from its top left corner."""

from __future__ import annotations

from collections.abc import Iterable

from jiyao.dataclass import dataclass

SAME_LINE = 0.35
"""What baselines of one line may differ by; the next line is never so near."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: where it stands, and the box of its ink, which is smaller than the character."""

    text: str
    left: float
    """Where its own width begins; its ink begins further right."""
    baseline: float
    ink_top: float
    ink_right: float
    ink_bottom: float
    size: float
    """In points."""
    font: str
    """As the PDF calls it, without the mark of a subset: `FandolFang-Regular`."""
    is_red: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs on one baseline, from the left; blanks are not among them."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where its ink ends."""
        return max(glyph.ink_right for glyph in self.glyphs)

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @property
    def ink_top(self) -> float:
        return min(glyph.ink_top for glyph in self.glyphs)

    @property
    def ink_bottom(self) -> float:
        return max(glyph.ink_bottom for glyph in self.glyphs)

    @property
    def size(self) -> float:
        """The largest of its characters, in points."""
        return max(glyph.size for glyph in self.glyphs)

    @property
    def is_red(self) -> bool:
        return all(glyph.is_red for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule."""

    left: float
    right: float
    middle: float
    is_red: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its lines and rules from the top down."""

    width: float
    height: float
    lines: tuple[Line, ...] = ()
    rules: tuple[Rule, ...] = ()


def in_lines(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """The glyphs by their baselines, from the top down and from the left."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: each.baseline):
        if lines and glyph.baseline - lines[-1][0].baseline < SAME_LINE:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return tuple(Line(tuple(sorted(line, key=lambda each: each.left))) for line in lines)
