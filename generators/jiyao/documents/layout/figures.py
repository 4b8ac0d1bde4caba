"""What a printed page of minutes is measured against, in millimetres from its top left corner."""

from __future__ import annotations

from collections.abc import Mapping

from jiyao.dataclass import dataclass
from jiyao.documents import gb9704 as page
from jiyao.documents.presets import LAYOUTS
from jiyao.records.office import Preset

TOLERANCE = 1.0
"""What 5.2.1 allows for the margins, and what is asked of all other places."""
LEFT, RIGHT = page.LEFT_MARGIN.mm, (page.LEFT_MARGIN + page.TEXT_WIDTH).mm
"""Of the text area (5.2.1)."""
BOTTOM = (page.TOP_MARGIN + page.TEXT_HEIGHT).mm
"""Of the text area (5.2.1), and where the last rule of the imprint is (7.4.1)."""
CELL, SMALL_CELL = page.CELL.mm, page.SMALL_CELL.mm
MARK_TOP = (page.TOP_MARGIN + page.MARK_TOP).mm
"""Of the ink of the mark (10.3)."""
PAGE_NUMBER = BOTTOM + page.PAGE_NUMBER_BELOW.mm
"""Of the middle of the dashes beside the page number (7.5)."""
RULE_BELOW = page.RULE_BELOW.mm
"""From the ink of the line above to the red rule (7.2.7)."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Where one of the two standards has the lines of a page; all else is the same."""

    first_ink: float
    """The top of the ink of a page's first line (measured)."""
    text_height: float
    """Of the area that is divided into lines."""


FIGURES: Mapping[Preset, Figures] = {
    Preset.GB9704: Figures(40.5, page.TEXT_HEIGHT.mm),
    # GB/T 33476.2-2016: margins of 34.58 and 32.58, so that the ink and not the lines fills the text area.
    Preset.GB33476: Figures(
        38.7, page.PAPER_HEIGHT.mm - (LAYOUTS[Preset.GB33476].top + LAYOUTS[Preset.GB33476].bottom).mm
    ),
}
