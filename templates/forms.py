"""The template of documents that are filled in by hand, 签到表 and 督办单: a title, a few facts, a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jiyao.documents import gb9704 as page
from jiyao.documents.gb9704 import Face
from jiyao.documents.tables import BY_CONTENT
from jiyao.views.lengths import mm, points
from official_styles import official_ground, style
from parts import DASHED_NUMBER, Page, document, footer, package, section
from styles import CENTRE, RIGHT, chinese_faces, statement_style, stylesheet
from word import exact_line, open_line, paragraph, rule, statement, tag, type_of

UPRIGHT = Page(mm(25), mm(20), mm(22), mm(25), mm(12))
LYING = Page(mm(22), mm(20), mm(20), mm(20), mm(11), width=page.PAPER_HEIGHT, height=page.PAPER_WIDTH)
"""Narrower margins than a document's: what counts is room to write in."""
CELL_SIDE = 60
RULE = points(0.5)
TIGHT = points(0)


def parts(paper: Page) -> Mapping[str, bytes]:
    """Every part of the template by its name; a table with long texts lies on its side."""
    body = (paragraph("Title", tag("{{ title }}")), *_facts(), _table(paper), paragraph("Fact"))
    lies = 'w:orient="landscape" ' if paper is LYING else ""
    end = section(paper).replace("<w:pgSz ", f"<w:pgSz {lies}")
    return package(document(*body, end), stylesheet(*_styles()), footer("PageNumber", *DASHED_NUMBER))


def _facts() -> Iterator[str]:
    yield statement("for fact in facts")
    yield paragraph("Fact", tag("{{ fact.label }}"), tag("{{ fact.text }}"))
    yield statement("endfor")


def _table(paper: Page) -> str:
    width = paper.text_width.twips
    borders = "".join(rule(edge, RULE) for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    sides = "".join(f'<w:{side} w:w="{CELL_SIDE}" w:type="dxa"/>' for side in ("left", "right"))
    head = "".join(_cell("TableHead", text) for text in ("{%tc for name in head %}", "{{ name }}", "{%tc endfor %}"))
    cells = "".join(
        _cell("TableText", text) for text in ("{%tc for cell in row.cells %}", "{{ cell }}", "{%tc endfor %}")
    )
    height = f'<w:trHeight w:val="{mm(10).twips}" w:hRule="atLeast"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{sides}</w:tblCellMar>'
        f'<w:tblCaption w:val="{BY_CONTENT}"/></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
        f"<w:tr><w:trPr>{height}<w:tblHeader/></w:trPr>{head}</w:tr>"
        f"<w:tr>{_cell('TableText', '{%tr for row in rows %}')}</w:tr>"
        f"<w:tr><w:trPr>{height}</w:trPr>{cells}</w:tr><w:tr>{_cell('TableText', '{%tr endfor %}')}</w:tr></w:tbl>"
    )


def _cell(style_id: str, text: str) -> str:
    properties = '<w:tcPr><w:tcW w:w="1000" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{properties}{paragraph(style_id, tag(text))}</w:tc>"


def _styles() -> Iterator[str]:
    yield official_ground()
    title = type_of(Face.XIAOBIAOSONG, page.SIZE_2)
    yield style("Title", "Title", exact_line(page.TITLE_LINE) + CENTRE, title, "Fact")
    yield style(
        "Fact", "会议信息", open_line(TIGHT, before=points(4), after=points(2)), type_of(Face.FANGSONG, page.SIZE_4)
    )
    line = open_line(TIGHT, before=points(3), after=points(3))
    yield style("TableHead", "表头", line + CENTRE, type_of(Face.HEITI, points(10.5)))
    yield style("TableText", "表中文字", line, type_of(Face.FANGSONG, points(10.5)))
    yield style("PageNumber", "页码", exact_line(page.PAGE_NUMBER_LINE) + RIGHT, type_of(Face.SONGTI, page.SIZE_4))
    yield chinese_faces()
    yield statement_style()
