"""The summary as an Excel workbook: a sheet for each table and each chart, all with the figures of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, cast

from xlsxwriter import Workbook

from jiyao.documents.charts.palette import COLORS
from jiyao.documents.charts.workbook import CREATED, number_format
from jiyao.views.cells import width
from jiyao.views.fragments import Chart, ChartForm
from jiyao.views.summary.view import Block, BlockRole, Cell, CellRole, SummaryView

LONGEST_NAME = 31
"""Characters of a sheet's name, of which some must not be in it (ECMA-376, part 1, 18.2.19)."""
_NO_NAME = re.compile(r"[\[\]:*?/\\']")
_WIDEST = 40.0
"""Letters of the widest column."""
_PERCENT = 100
FORMS = {
    ChartForm.COLUMNS: {"type": "column"},
    ChartForm.STACKED: {"type": "column", "subtype": "stacked"},
    ChartForm.BARS: {"type": "bar"},
    ChartForm.PIE: {"type": "pie"},
    ChartForm.LINE: {"type": "line"},
}


def summary_workbook(view: SummaryView) -> bytes:
    """The .xlsx. Texts are written as texts: nothing that a record says becomes a formula or a link."""
    made = BytesIO()
    # xlsxwriter says of few of its values what they are.
    with cast(Any, Workbook(made, {"in_memory": True})) as book:
        book.set_properties({"created": CREATED, "title": view.properties.title, "author": view.properties.author})
        taken: set[str] = set()
        for caption, block in _with_captions(view.body):
            sheet = book.add_worksheet(_sheet_name(caption, taken))
            if block.chart:
                _chart(book, sheet, block.chart[0], caption)
            else:
                _table(book, sheet, block)
    return made.getvalue()


def _with_captions(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """Tables, whose captions stand above them, and charts, whose captions stand below."""
    for index, block in enumerate(blocks):
        if block.role is BlockRole.TABLE:
            yield blocks[index - 1].text, block
        elif block.role is BlockRole.CHART:
            yield blocks[index + 1].text, block


def _sheet_name(caption: str, taken: set[str]) -> str:
    name = _NO_NAME.sub("", caption.replace("\u3000", " "))[:LONGEST_NAME].strip()
    number = 1
    while name.casefold() in taken:
        number += 1
        end = f" {number}"
        name = name[: LONGEST_NAME - len(end)].rstrip() + end
    taken.add(name.casefold())
    return name


def _table(book: Any, sheet: Any, block: Block) -> None:  # noqa: ANN401
    formats = {"": book.add_format({}), "%": book.add_format({"num_format": "0.0%"})}
    columns = _unlike(block.head)
    sheet.add_table(
        0,
        0,
        max(len(block.rows), 1),
        len(columns) - 1,
        {"columns": [{"header": name} for name in columns], "style": ""},
    )
    for row, line in enumerate(block.rows, start=1):
        for column, cell in enumerate(line.cells):
            _write(sheet, (row, column), cell, formats)
    for column, name in enumerate(columns):
        texts = [name, *(line.cells[column].text for line in block.rows)]
        sheet.set_column(column, column, min(max(2 * width(text) for text in texts) + 3, _WIDEST))
    sheet.freeze_panes(1, 0)


def _unlike(names: Sequence[str]) -> list[str]:
    """The names of the columns, of which Excel demands that no two are alike."""
    return [name if name not in names[:place] else f"{name} {place}" for place, name in enumerate(names)]


def _write(sheet: Any, place: tuple[int, int], cell: Cell, formats: dict[str, Any]) -> None:  # noqa: ANN401
    number = cell.text.removesuffix("%")
    try:
        value = float(number) if cell.role is CellRole.NUMBER else None
    except ValueError:
        value = None
    if value is None:
        sheet.write_string(*place, cell.text)
    elif number != cell.text:
        sheet.write_number(*place, value / _PERCENT, formats["%"])
    else:
        sheet.write_number(*place, value, formats[""])


def _chart(book: Any, sheet: Any, chart: Chart, caption: str) -> None:  # noqa: ANN401
    """The figures, and beside them the chart that is drawn from them."""
    figures = book.add_format({"num_format": number_format(chart)})
    name, last = sheet.get_name(), len(chart.categories)
    drawn = book.add_chart(FORMS[chart.form])
    sheet.set_column(0, 0, min(max(2 * width(text) for text in chart.categories) + 3, _WIDEST))
    for row, category in enumerate(chart.categories, start=1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(chart.series, start=1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(row, column, value, figures)
        color = {"color": f"#{COLORS[(column - 1) % len(COLORS)]}"}
        look = {"line": color, "marker": {"type": "circle"}} if chart.form is ChartForm.LINE else {"fill": color}
        drawn.add_series(
            {
                "name": [name, 0, column],
                "categories": [name, 1, 0, last, 0],
                "values": [name, 1, column, last, column],
                "data_labels": {"value": len(chart.series) == 1},
                **({} if chart.form is ChartForm.PIE else look),
            }
        )
    drawn.set_title({"name": caption, "name_font": {"size": 12, "bold": False}})
    drawn.set_legend(
        {"none": True} if len(chart.series) == 1 and chart.form is not ChartForm.PIE else {"position": "bottom"}
    )
    if chart.form is ChartForm.BARS:
        drawn.set_y_axis({"reverse": True})
    sheet.insert_chart(1, len(chart.series) + 2, drawn, {"description": chart.alt, "x_scale": 1.4, "y_scale": 1.4})
