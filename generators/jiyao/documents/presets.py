"""The two standards by which an office may have its minutes laid out, as far as they differ."""

from __future__ import annotations

from collections.abc import Mapping

from jiyao.dataclass import dataclass
from jiyao.documents import gb9704 as page
from jiyao.records.office import Preset
from jiyao.views.lengths import Length, mm, twips


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a standard has the text area and its lines."""

    top: Length
    """Margin of the page above the text area."""
    bottom: Length
    """Margin below it."""
    pitch: Length
    """From line to line."""

    @property
    def space_above_mark(self) -> Length:
        """Below the lines of the head, so that the ink of the mark is 72 mm down (10.3)."""
        ink = page.MARK_SIZE * (page.MARK_LINE * page.BASE_LINE - page.MARK_INK)
        return page.TOP_MARGIN + page.MARK_TOP - self.top - self.pitch * page.HEAD_LINES - ink

    @property
    def below_imprint(self) -> Length:
        """From the last rule of the imprint, 262 mm down (7.4.1), to the bottom of the text area."""
        return page.BOTTOM_MARGIN - self.bottom


LAYOUTS: Mapping[Preset, Layout] = {
    Preset.GB9704: Layout(page.TOP_MARGIN, page.BOTTOM_MARGIN, page.LINE_PITCH),
    # GB/T 33476.2-2016: the lines of a page stand out of the text area, so that their ink fills it.
    Preset.GB33476: Layout(mm(34.58), mm(32.58), twips(589)),
}
"""The shipped template has the first one."""
