"""Charts that Word can edit: the figures in the picture and in its workbook are the same, and nothing is a formula."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree.ElementTree import fromstring

import pytest

from auditing import audit
from charted import CATEGORIES, books, placeholder, printed_charts, rows_of
from jiyao.documents.charts.designed import with_designed_charts
from jiyao.documents.charts.workbook import workbook
from jiyao.views.fragments import Chart, ChartForm, Series
from jiyao.views.lengths import mm

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def share(form: ChartForm) -> Chart:
    series = Series("出席率", (0.925, None, 1.0, 0.0))
    return Chart("rates", form, "出席率 <%>", CATEGORIES, (series,), "出席率", mm(150), mm(70), is_share=True)


def parts(document: bytes, ending: str) -> list[bytes]:
    with zipfile.ZipFile(BytesIO(document)) as package:
        return [package.read(name) for name in sorted(package.namelist()) if name.endswith(ending) and "chart" in name]


def cached(part: bytes) -> list[list[object]]:
    """The figures that Word shows without opening the workbook, as rows of it."""
    rows: dict[int, dict[int, object]] = {0: {0: ""}}
    for column, series in enumerate(fromstring(part).iter(f"{C}ser"), start=1):
        rows[0][column] = series.findtext(f"{C}tx//{C}v")
        for kind, place in (("cat", 0), ("val", column)):
            size = int(series.find(f"{C}{kind}//{C}ptCount").get("val", "0"))  # type: ignore[union-attr]
            for row in range(1, size + 1):
                rows.setdefault(row, {}).setdefault(place, "")
            for point in series.iterfind(f"{C}{kind}//{C}pt"):
                text = point.findtext(f"{C}v") or ""
                rows[int(point.get("idx", "0")) + 1][place] = text if kind == "cat" else float(text)
    return [[row.get(column, "") for column in range(len(rows[0]))] for row in rows.values()]


@pytest.mark.parametrize("form", ChartForm)
def test_every_form_is_sound_and_shows_what_its_workbook_holds(form: ChartForm) -> None:
    document = printed_charts(placeholder(form, rows=1 if form is ChartForm.PIE else 3), share(form))
    assert audit(document) == ()
    assert [cached(part) for part in parts(document, ".xml") if b"chartSpace" in part] == books(document)
    assert books(document)[1][1] == ["1月", 0.925]


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    with zipfile.ZipFile(BytesIO(workbook(placeholder()))) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    assert [row[0] for row in rows_of(workbook(placeholder()))][1:] == list(CATEGORIES)


def test_the_same_figures_make_the_same_bytes() -> None:
    assert printed_charts(placeholder(), share(ChartForm.LINE)) == printed_charts(placeholder(), share(ChartForm.LINE))


def test_the_alternative_text_says_what_a_chart_shows() -> None:
    with zipfile.ZipFile(BytesIO(printed_charts(placeholder(alt='各月 "会议" <次数>')))) as package:
        root = fromstring(package.read("word/document.xml"))
    assert [each.get("descr") for each in root.iter(f"{WP}docPr")] == ['各月 "会议" <次数>']


@pytest.mark.parametrize("form", ChartForm)
def test_a_chart_of_a_template_gets_new_figures_in_cache_and_workbook(form: ChartForm) -> None:
    rows = 1 if form is ChartForm.PIE else 3
    template = printed_charts(
        placeholder(form, alt="chart:monthly", months=2), placeholder(form, alt="不相干的图", months=3)
    )
    new = placeholder(form, rows=rows, months=12)
    made = with_designed_charts(template, {"monthly": new}, "own.docx")
    assert isinstance(made, bytes), made
    assert audit(made) == ()
    caches = [cached(part) for part in parts(made, ".xml") if b"chartSpace" in part]
    assert caches == books(made)
    assert [len(each) for each in caches] == [13, 4]
    assert len(caches[0][0]) == rows + 1
    with zipfile.ZipFile(BytesIO(made)) as package:
        root = fromstring(package.read("word/document.xml"))
    assert [each.get("descr") for each in root.iter(f"{WP}docPr")] == [new.alt, "不相干的图"]


def test_a_chart_that_asks_for_unknown_figures_is_a_located_problem() -> None:
    made = with_designed_charts(printed_charts(placeholder(alt="chart:yearly")), {"monthly": placeholder()}, "own.docx")
    assert isinstance(made, tuple)
    assert [(each.code, each.place.where) for each in made] == [("D501", "chart:yearly")]


def test_a_chart_without_a_workbook_cannot_take_figures() -> None:
    template = printed_charts(placeholder(alt="chart:monthly"))
    with zipfile.ZipFile(BytesIO(template)) as package:
        kept = {name: package.read(name) for name in package.namelist() if "embeddings" not in name}
    cut = BytesIO()
    with zipfile.ZipFile(cut, "w") as package:
        for name, data in kept.items():
            package.writestr(name, data)
    made = with_designed_charts(cut.getvalue(), {"monthly": placeholder()}, "own.docx")
    assert isinstance(made, tuple)
    assert [each.code for each in made] == ["D502"]


def test_a_document_without_such_charts_stays_as_it_is() -> None:
    document = printed_charts(placeholder())
    assert with_designed_charts(document, {"monthly": placeholder()}, "own.docx") == document
