"""Distances, in the units that standards, printers and Word files each speak."""

from __future__ import annotations

from dataclasses import dataclass

EMU_PER_MM, EMU_PER_POINT, EMU_PER_TWIP = 36_000, 12_700, 635


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A distance, held in EMU: 1/36,000 mm and 1/12,700 point, so that both are whole numbers."""

    emu: int

    @property
    def mm(self) -> float:
        return self.emu / EMU_PER_MM

    @property
    def points(self) -> float:
        return self.emu / EMU_PER_POINT

    @property
    def twips(self) -> int:
        """1/20 point: spacing and indents in a Word file."""
        return round(self.emu / EMU_PER_TWIP)

    @property
    def half_points(self) -> int:
        """Sizes of type in a Word file, and how far it is raised."""
        return round(self.points * 2)

    @property
    def eighths(self) -> int:
        """1/8 point: widths of rules in a Word file."""
        return round(self.points * 8)

    def __add__(self, other: Length) -> Length:
        return Length(self.emu + other.emu)

    def __sub__(self, other: Length) -> Length:
        return Length(self.emu - other.emu)

    def __mul__(self, factor: float) -> Length:
        return Length(round(self.emu * factor))


def mm(number: float) -> Length:
    """A length in millimetres."""
    return Length(round(number * EMU_PER_MM))


def points(number: float) -> Length:
    """A length in points, 1/72 inch."""
    return Length(round(number * EMU_PER_POINT))


def twips(number: float) -> Length:
    """A length in twips, 1/20 point."""
    return Length(round(number * EMU_PER_TWIP))
