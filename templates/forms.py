"""The template of documents that are filled in by hand, 签到表 and 督办单: a title, a few facts, a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jiyao.documents import gb9704 as page
from jiyao.documents.gb9704 import Face
from jiyao.views.lengths import mm, points
from official_styles import official_ground, style
from parts import DASHED_NUMBER, Page, document, footer, package, section
from styles import CENTRE, RIGHT, chinese_faces, statement_style, stylesheet
from tables import fitted_table
from word import exact_line, open_line, paragraph, statement, tag, type_of

UPRIGHT = Page(mm(25), mm(20), mm(22), mm(25), mm(12))
LYING = Page(mm(22), mm(20), mm(20), mm(20), mm(11), width=page.PAPER_HEIGHT, height=page.PAPER_WIDTH)
"""Narrower margins than a document's: what counts is room to write in."""
TIGHT = points(0)


def parts(paper: Page) -> Mapping[str, bytes]:
    """Every part of the template by its name; a table with long texts lies on its side."""
    table = fitted_table(paper.text_width, mm(10), head="head", rows="rows")
    body = (paragraph("Title", tag("{{ title }}")), *_facts(), table, paragraph("Fact"))
    lies = 'w:orient="landscape" ' if paper is LYING else ""
    end = section(paper).replace("<w:pgSz ", f"<w:pgSz {lies}")
    return package(document(*body, end), stylesheet(*_styles()), footer("PageNumber", *DASHED_NUMBER))


def _facts() -> Iterator[str]:
    yield statement("for fact in facts")
    yield paragraph("Fact", tag("{{ fact.label }}"), tag("{{ fact.text }}"))
    yield statement("endfor")


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
