"""The summary of the invented year as a Word file: sound, whole, and with the right pages in its contents."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

import rendering
from auditing import audit
from charted import books, placeholder, printed_charts
from jiyao.documents.filling import Template, compile_template
from jiyao.documents.pdf import pages_of_headings
from jiyao.documents.shipped import Edition, template_name, templates_dir
from jiyao.documents.summary import summary
from jiyao.languages.text import Language
from jiyao.records.choices import DocumentName
from jiyao.views.summary.figures import summarised
from jiyao.views.summary.periods import year_of
from jiyao.views.summary.report import summary_view
from jiyao.views.summary.view import BlockRole, SummaryView, charts_of
from jiyao.work.summarising import summary_document
from years import TODAY, gathered, year_facts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@cache
def view(language: Language) -> SummaryView:
    made = summary_view(summarised(year_facts(), year_of(2023), TODAY), gathered().offices[0].name, language)
    assert isinstance(made, SummaryView), made
    return made


@cache
def template(language: Language) -> Template:
    path = templates_dir() / template_name(DocumentName.SUMMARY, Edition(language))
    made = compile_template(path.read_bytes(), path.name)
    assert isinstance(made, Template), made
    return made


@cache
def document(language: Language) -> bytes:
    made = summary(view(language), template(language))
    assert isinstance(made, bytes), made
    return made


def root(docx: bytes) -> Element:
    with zipfile.ZipFile(BytesIO(docx)) as package:
        return fromstring(package.read("word/document.xml"))


@pytest.mark.parametrize("language", Language)
def test_it_is_sound_and_the_same_every_time(language: Language) -> None:
    assert audit(document(language)) == ()
    assert summary(view(language), template(language)) == document(language)


@pytest.mark.parametrize("language", Language)
def test_everything_that_the_view_says_stands_in_it(language: Language) -> None:
    paragraphs = root(document(language)).iter(f"{W}p")
    printed = {"".join(text.text or "" for text in each.iter(f"{W}t")) for each in paragraphs}
    for block in view(language).body:
        assert not block.text or block.text in printed
        assert all(cell.text in printed for row in block.rows for cell in row.cells)
        assert all(name in printed for name in block.head)


@pytest.mark.parametrize("language", Language)
def test_every_chart_is_there_and_says_what_it_shows(language: Language) -> None:
    said = [each.get("descr") for each in root(document(language)).iter(f"{WP}docPr")]
    assert said == [chart.alt for chart in charts_of(view(language)).values()]
    assert list(charts_of(view(language))) == ["monthly", "stacked", "kinds", "attendance", "completion"]


def test_the_alternative_text_of_a_chart_holds_its_figures() -> None:
    monthly = charts_of(view(Language.ZH))["monthly"]
    assert monthly.alt.startswith("柱形图：各月会议次数。次数：1月 3，")
    assert "Attendance: Jan 81.8%" in charts_of(view(Language.EN))["attendance"].alt


@pytest.mark.parametrize("language", Language)
def test_the_columns_of_every_table_fill_its_width(language: Language) -> None:
    tables = list(root(document(language)).iter(f"{W}tbl"))
    assert len(tables) == sum(block.role is BlockRole.TABLE for block in view(language).body)
    for table in tables:
        grid = [int(each.get(f"{W}w", "0")) for each in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        whole = int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w", "0"))  # type: ignore[union-attr]
        assert sum(grid) == whole
        assert all(len(row.findall(f"{W}tc")) == len(grid) for row in table.iterfind(f"{W}tr"))
        assert min(grid) > 300


def test_without_page_numbers_word_is_told_to_look() -> None:
    fields = [each for each in root(document(Language.ZH)).iter(f"{W}fldChar") if each.get(f"{W}dirty")]
    assert len(fields) == 1
    paged = view(Language.ZH).on_pages({entry.text: 7 for entry in view(Language.ZH).contents})
    made = summary(paged, template(Language.ZH))
    assert isinstance(made, bytes)
    assert not [each for each in root(made).iter(f"{W}fldChar") if each.get(f"{W}dirty")]


def test_no_person_is_named_unless_somebody_asks() -> None:
    assert "秦怀".encode() not in document(Language.ZH)
    counted = summarised(year_facts(), year_of(2023), TODAY)
    asked = summary_view(counted, gathered().offices[0].name, Language.ZH, people=True)
    assert isinstance(asked, SummaryView)
    assert "秦怀" in {cell.text for block in asked.body for row in block.rows for cell in row.cells}
    named = {cell.text for block in view(Language.ZH).body for row in block.rows for cell in row.cells}
    assert not named & {"秦怀", "谭月明", "白璐", "孟大海"}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, libreoffice_profile: Path) -> Mapping[str, Path]:
    made: dict[str, bytes] = {}
    for language in Language:
        final, problems = summary_document(view(language), template(language), "a.docx", rendering.ENVIRONMENT)
        assert not problems
        assert final is not None
        made[language] = final
    return rendering.to_pdf(made, tmp_path_factory.mktemp("pages"), libreoffice_profile)


@pytest.mark.rendering
@pytest.mark.parametrize("language", Language)
def test_the_contents_name_the_page_on_which_each_heading_stands(
    language: Language, printed: Mapping[str, Path]
) -> None:
    pages = pages_of_headings(printed[language].read_bytes())
    lines = [line.text.replace(" ", "") for line in rendering.pages(printed[language])[0]]
    entries = [entry.text for entry in view(language).contents]
    assert list(pages) == entries
    for text in entries:
        assert any(line.startswith(text.replace(" ", "")) and line.endswith(f".{pages[text]}") for line in lines), text


@pytest.mark.rendering
@pytest.mark.parametrize("language", Language)
def test_every_row_of_every_table_is_on_paper(language: Language, printed: Mapping[str, Path]) -> None:
    everything = "".join("".join(line.text.split()) for page in rendering.pages(printed[language]) for line in page)
    for block in view(language).body:
        for row in block.rows[-3:]:
            # A long text is broken over lines, between which stand those of its neighbours.
            assert all("".join(cell.text.split())[:5] in everything for cell in row.cells)
    assert everything.count("2023-") >= 59


@pytest.mark.rendering
def test_every_chart_is_drawn(printed: Mapping[str, Path]) -> None:
    lines = [line.text.replace(" ", "") for page in rendering.pages(printed[Language.ZH]) for line in page]
    # The names of months below columns, stacked columns and the line; of units beside bars.
    months = [line for line in lines if line.startswith("1月") and line.endswith("12月")]
    assert len(months) == 3
    assert any(line.startswith("村镇建设科") and "60.0%" in line for line in lines)


def test_a_chart_that_the_office_put_into_its_template_gets_the_figures_of_the_year() -> None:
    own = compile_template(printed_charts(placeholder(alt="chart:monthly", months=2)), "own.docx")
    assert isinstance(own, Template), own
    made = summary(view(Language.ZH), own)
    assert isinstance(made, bytes), made
    assert audit(made) == ()
    (rows,) = books(made)
    assert [row[1] for row in rows[1:]] == [3, 4, 6, 5, 5, 7, 6, 3, 5, 5, 5, 5]
    assert [each.get("descr") for each in root(made).iter(f"{WP}docPr")] == [
        charts_of(view(Language.ZH))["monthly"].alt
    ]


def test_a_chart_of_a_template_that_asks_for_unknown_figures_stops_the_summary() -> None:
    own = compile_template(printed_charts(placeholder(alt="chart:weekly")), "own.docx")
    assert isinstance(own, Template), own
    problems = summary(view(Language.ZH), own)
    assert isinstance(problems, tuple)
    assert [each.code for each in problems] == ["D501"]
