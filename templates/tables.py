"""A table whose columns become as wide as what stands in them (`documents/tables.py`)."""

from __future__ import annotations

from jiyao.documents.tables import BY_CONTENT
from jiyao.views.lengths import Length, points
from word import paragraph, rule, tag

CELL_SIDE = 60
RULE = points(0.5)


def fitted_table(width: Length, row_height: Length, *, head: str, rows: str) -> str:
    """The table for a field that names the columns and one with the rows; the head is repeated on each page."""
    borders = "".join(rule(edge, RULE) for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    sides = "".join(f'<w:{side} w:w="{CELL_SIDE}" w:type="dxa"/>' for side in ("left", "right"))
    names = f"{{%tc for name in {head} %}}", "{{ name }}", "{%tc endfor %}"
    texts = "{%tc for cell in row.cells %}", "{{ cell }}", "{%tc endfor %}"
    height = f'<w:trHeight w:val="{row_height.twips}" w:hRule="atLeast"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width.twips}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{sides}</w:tblCellMar>'
        f'<w:tblCaption w:val="{BY_CONTENT}"/></w:tblPr><w:tblGrid><w:gridCol w:w="{width.twips}"/></w:tblGrid>'
        f"<w:tr><w:trPr>{height}<w:tblHeader/></w:trPr>{''.join(_cell('TableHead', each) for each in names)}</w:tr>"
        f"<w:tr>{_cell('TableText', f'{{%tr for row in {rows} %}}')}</w:tr>"
        f"<w:tr><w:trPr>{height}</w:trPr>{''.join(_cell('TableText', each) for each in texts)}</w:tr>"
        f"<w:tr>{_cell('TableText', '{%tr endfor %}')}</w:tr></w:tbl>"
    )


def _cell(style_id: str, text: str) -> str:
    properties = '<w:tcPr><w:tcW w:w="1000" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{properties}{paragraph(style_id, tag(text))}</w:tc>"
