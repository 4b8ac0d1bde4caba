"""Tables whose columns are as wide as what stands in them.

Word fits columns by itself only where every program agrees how wide a letter is; LibreOffice takes the grid as it
stands. So the widths are worked out here, for tables whose title (alt text, title) is `columns:by-content`.
"""

from __future__ import annotations

from lxml import etree

from jiyao.ooxml.escaping import DECLARATION
from jiyao.ooxml.markup import Element, serialise
from jiyao.ooxml.names import w
from jiyao.views.cells import width

BY_CONTENT = "columns:by-content"
LEAST, MOST = 2.5, 14.0
"""字 that a column is given at least, and those by which it is measured at most: longer texts take several lines."""
SIDES = 1.0
"""字 for the white beside the text."""


def with_columns(document: bytes) -> bytes:
    """The part with the columns of such tables fitted; their mark is gone."""
    root = etree.fromstring(document)
    for table in root.iter(w("tbl")):
        title = table.find(f"{w('tblPr')}/{w('tblCaption')}")
        if title is not None and title.get(w("val")) == BY_CONTENT:
            parent = title.getparent()
            if parent is not None:
                parent.remove(title)
            _fit(table)
    return (DECLARATION + serialise(root)).encode()


def _fit(table: Element) -> None:
    rows = [list(row.iter(w("tc"))) for row in table.iter(w("tr"))]
    columns = max(map(len, rows))
    wanted = [max(_wish(row[index]) for row in rows if index < len(row)) + SIDES for index in range(columns)]
    whole = int(table.find(f"{w('tblPr')}/{w('tblW')}").get(w("w"), "0"))  # type: ignore[union-attr]
    widths = [round(whole * each / sum(wanted)) for each in wanted]
    widths[-1] += whole - sum(widths)
    grid = table.find(w("tblGrid"))
    if grid is None:
        return
    grid[:] = [grid.makeelement(w("gridCol"), {w("w"): str(each)}) for each in widths]
    for row in rows:
        for cell, twips in zip(row, widths, strict=False):
            for each in cell.iter(w("tcW")):
                each.set(w("w"), str(twips))


def _wish(cell: Element) -> float:
    """How wide the cell would like to be: its longest line, within bounds."""
    lines = "".join("\n" if each.tag == w("br") else each.text or "" for each in cell.iter(w("t"), w("br"))).split("\n")
    return min(max(LEAST, *map(width, lines)), MOST)
