"""The summary as a workbook, as a web page, and as JSON: the same figures as the Word file."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from io import BytesIO
from typing import Any

import html5lib
import pytest
from python_calamine import CalamineWorkbook

from jiyao.documents.charts.svg import svg
from jiyao.documents.summary_page import summary_page
from jiyao.documents.summary_workbook import summary_workbook
from jiyao.languages.text import Language, Text
from jiyao.views.fragments import Chart, ChartForm, Series
from jiyao.views.lengths import mm
from jiyao.views.summary.figures import summarised
from jiyao.views.summary.periods import year_of
from jiyao.views.summary.report import summary_view
from jiyao.views.summary.view import BlockRole, SummaryView
from years import TODAY, year_facts

HOSTILE = Text('=HYPERLINK("http://x") <b>&</b>', '=1+1 </title><script>alert("x")</script>')


def view(language: Language = Language.ZH, unit: Text | None = None) -> SummaryView:
    facts = year_facts()
    if unit:
        facts = tuple(each._replace(title=unit) for each in facts)
    made = summary_view(summarised(facts, year_of(2023), TODAY), unit or Text("某局", "An Office"), language)
    assert isinstance(made, SummaryView), made
    return made


def strictly(page: str) -> None:
    """Read the page as the standard says; what a browser would put up with is an error."""
    parser: Any = html5lib.HTMLParser(strict=True)
    parser.parse(page)


def parts(book: bytes, folder: str) -> list[str]:
    with zipfile.ZipFile(BytesIO(book)) as package:
        return [package.read(name).decode() for name in package.namelist() if name.startswith(folder)]


@pytest.mark.parametrize("language", Language)
def test_each_table_is_a_table_of_excel_with_the_same_cells(language: Language) -> None:
    shown = view(language)
    book = summary_workbook(shown)
    tables = [block for block in shown.body if block.role is BlockRole.TABLE]
    assert len(parts(book, "xl/tables/")) == len(tables)
    assert len(parts(book, "xl/charts/")) == 5
    read = CalamineWorkbook.from_filelike(BytesIO(book))
    captions = [block.text for block in shown.body if block.role is BlockRole.CAPTION]
    for block, caption in zip(tables, captions, strict=True):
        name = next(each for each in read.sheet_names if caption.replace("\u3000", " ").startswith(each.rstrip()))
        rows = read.get_sheet_by_name(name).to_python()
        assert rows[0] == list(block.head)
        for row, line in zip(rows[1:], block.rows, strict=True):
            for value, cell in zip(row, line.cells, strict=True):
                said = f"{value:.1%}" if cell.text.endswith("%") and isinstance(value, float) else str(value)
                assert cell.text in {said, f"+{said}", said.removesuffix(".0"), f"+{said.removesuffix('.0')}"}


def test_nothing_that_a_record_says_becomes_a_formula_or_a_link() -> None:
    for language in Language:
        book = summary_workbook(view(language, HOSTILE))
        assert not [sheet for sheet in parts(book, "xl/worksheets/") if "<f>" in sheet or "hyperlink" in sheet]


def test_the_same_figures_make_the_same_workbook() -> None:
    assert summary_workbook(view()) == summary_workbook(view())


@pytest.mark.parametrize("language", Language)
def test_the_page_says_all_and_fetches_nothing(language: Language) -> None:
    page = summary_page(view(language)).decode()
    strictly(page)
    assert not re.search(r"(src|href)=\"(?!#)", page)
    text = unescape(re.sub(r"<[^>]+>", "\n", page))
    for block in view(language).body:
        assert block.text in text
        assert all(cell.text in text for row in block.rows for cell in row.cells)
        assert all(chart.alt in text for chart in block.chart)


def test_no_text_of_a_record_becomes_code_of_the_page() -> None:
    for language in Language:
        page = summary_page(view(language, HOSTILE)).decode()
        strictly(page)
        assert "<script" not in page
        assert "<b>" not in page
        assert "default-src &#x27;none&#x27;" in page


@pytest.mark.parametrize("form", ChartForm)
@pytest.mark.parametrize("values", [(3.0, None, 1.0), (0.0, 0.0, 0.0), (5.0,)])
def test_every_chart_is_drawn_from_whatever_is_known(form: ChartForm, values: tuple[float | None, ...]) -> None:
    names = ("甲<", "乙", "丙")[: len(values)]
    drawn = svg(Chart("x", form, "", names, (Series("次数", values),), "甲 3 & 乙", mm(1), mm(1)))
    strictly(f"<!DOCTYPE html><title>x</title>{drawn}")
    assert "<title>甲 3 &amp; 乙</title>" in drawn
    assert "nan" not in drawn
    assert "甲&lt;" in drawn
