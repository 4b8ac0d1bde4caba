"""Documents with charts, and what their workbooks hold."""

from __future__ import annotations

import zipfile
from io import BytesIO

from python_calamine import CalamineWorkbook

from jiyao.documents.filling import Template, compile_template, fill
from jiyao.documents.shipped import templates_dir
from jiyao.documents.values import values_of
from jiyao.views.fragments import Chart, ChartForm, Series
from jiyao.views.lengths import mm
from jiyao.views.summary.view import Block, BlockRole, SummaryProperties, SummaryView

CATEGORIES = ("1月", "=1+1", "<3月 & 4月>", "@SUM(A1)")


def placeholder(
    form: ChartForm = ChartForm.COLUMNS, *, alt: str = "各月会议次数", rows: int = 1, months: int = 4
) -> Chart:
    """A chart of so many series and months; the third month of each is unknown."""
    names = (*CATEGORIES, *(f"{number}月" for number in range(5, 13)))[:months]
    series = [Series(f"=第{row}类", tuple(None if n == 2 else n + row for n in range(months))) for row in range(rows)]
    return Chart("monthly", form, "", names, tuple(series), alt, mm(150), mm(70))


def printed_charts(*charts: Chart) -> bytes:
    """A document with these charts and nothing else."""
    template = compile_template((templates_dir() / "summary.zh.docx").read_bytes(), "summary.zh.docx")
    assert isinstance(template, Template), template
    body = tuple(Block(BlockRole.CHART, chart=(each,)) for each in charts)
    made = fill(template, values_of(SummaryView("", "", "", (), body, SummaryProperties("", "", "zh-CN"))))
    assert isinstance(made, bytes), made
    return made


def books(document: bytes) -> list[list[list[object]]]:
    """The rows of each workbook in a document."""
    with zipfile.ZipFile(BytesIO(document)) as package:
        names = sorted(name for name in package.namelist() if name.startswith("word/embeddings/"))
        return [rows_of(package.read(name)) for name in names]


def rows_of(book: bytes) -> list[list[object]]:
    """The rows of the first sheet of a workbook."""
    return [list(row) for row in CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_index(0).to_python()]
