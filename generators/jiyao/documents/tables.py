"""Tables whose columns are as wide as what stands in them.

Word fits columns by itself only where every program agrees how wide a letter is; LibreOffice takes the grid as it
stands. So the widths are worked out here, for tables whose title (alt text, title) is `columns:by-content`.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from jiyao.ooxml.escaping import DECLARATION
from jiyao.ooxml.markup import Element, serialise
from jiyao.ooxml.names import w
from jiyao.views.cells import width
from jiyao.views.lengths import Length

BY_CONTENT = "columns:by-content"
LEAST, MOST = 2.0, 14.0
"""字 that a column is given at least, and those by which it is measured at most: longer texts take several lines."""
STEP, NARROWEST = 0.25, 6.5
"""字 by which the widest columns are made narrower at a time, and at most: then all of them give way."""
SIDES = 0.8
"""字 for the white beside the text."""


def with_columns(document: bytes, size: Length) -> bytes:
    """The part with the columns of such tables fitted to text of that size; their mark is gone."""
    root = etree.fromstring(document)
    for table in root.iter(w("tbl")):
        title = table.find(f"{w('tblPr')}/{w('tblCaption')}")
        if title is not None and title.get(w("val")) == BY_CONTENT:
            parent = title.getparent()
            if parent is not None:
                parent.remove(title)
            _fit(table, size)
    return (DECLARATION + serialise(root)).encode()


def _fit(table: Element, size: Length) -> None:
    rows = [list(row.iter(w("tc"))) for row in table.iter(w("tr"))]
    columns = max(map(len, rows))
    wanted = [max(_wish(row[index]) for row in rows if index < len(row)) + SIDES for index in range(columns)]
    whole = int(table.find(f"{w('tblPr')}/{w('tblW')}").get(w("w"), "0"))  # type: ignore[union-attr]
    fitted = _fitted(wanted, whole / size.twips)
    widths = [round(whole * each / sum(fitted)) for each in fitted]
    widths[-1] += whole - sum(widths)
    grid = table.find(w("tblGrid"))
    if grid is None:
        return
    grid[:] = [grid.makeelement(w("gridCol"), {w("w"): str(each)}) for each in widths]
    for row in rows:
        for cell, twips in zip(row, widths, strict=False):
            for each in cell.iter(w("tcW")):
                each.set(w("w"), str(twips))


def _fitted(wanted: Sequence[float], room: float) -> list[float]:
    """What the columns get of so much room: the widest give way first, since names in the others must not be split."""
    most = max(wanted)
    while sum(min(each, most) for each in wanted) > room and most > NARROWEST:
        most -= STEP
    return [min(each, most) for each in wanted]


def _wish(cell: Element) -> float:
    """How wide the cell would like to be: its longest line, within bounds."""
    lines = "".join("\n" if each.tag == w("br") else each.text or "" for each in cell.iter(w("t"), w("br"))).split("\n")
    return min(max(LEAST, *map(width, lines)), MOST)
