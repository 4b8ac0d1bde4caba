"""Documents that are filled in by hand, as Excel workbooks: the same lines and table, ready to be printed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from xlsxwriter import Workbook

from jiyao.documents.charts.workbook import CREATED
from jiyao.ooxml.rows import row_height
from jiyao.views.cells import width

if TYPE_CHECKING:
    from jiyao.views.forms import FormView

A4 = 9
"""The paper, by Excel's number for it."""
LEAST, MOST = 6, 40
"""Widths of a column, in digits."""
LONG = 90
"""Digits beyond which a table lies on its side."""
ROW, HEAD = 24, 28
"""Heights in points: room to write."""


def form_workbook(view: FormView) -> bytes:
    """The .xlsx; each cell holds text, so nothing of a record is taken for a formula."""
    made = BytesIO()
    # xlsxwriter says of few of its values what they are.
    with cast(Any, Workbook(made, {"in_memory": True})) as book:
        names = {"title": view.properties.title, "author": view.properties.author}
        book.set_properties({**names, "created": CREATED})
        sheet = book.add_worksheet()
        last = len(view.head) - 1
        title = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
        fact = book.add_format({"text_wrap": True, "valign": "vcenter"})
        head = book.add_format({"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True})
        cell = book.add_format({"border": 1, "valign": "vcenter", "text_wrap": True})
        sheet.set_row(0, HEAD)
        sheet.merge_range(0, 0, 0, last, "", title)
        sheet.write_string(0, 0, view.title, title)
        widths = [_width(view, column) for column in range(last + 1)]
        for row, each in enumerate(view.facts, start=1):
            sheet.set_row(row, row_height([(each.label + each.text, sum(widths))]))
            sheet.merge_range(row, 0, row, last, "", fact)
            sheet.write_string(row, 0, each.label + each.text, fact)
        start = len(view.facts) + 1
        sheet.set_row(start, HEAD)
        for column, name in enumerate(view.head):
            sheet.write_string(start, column, name, head)
        for row, line in enumerate(view.rows, start=start + 1):
            sheet.set_row(row, row_height(zip(line.cells, widths, strict=False), ROW))
            for column, text in enumerate(line.cells):
                sheet.write_string(row, column, text, cell)
        for column, digits in enumerate(widths):
            sheet.set_column(column, column, digits)
        if sum(widths) > LONG:
            sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(start)
        sheet.freeze_panes(start + 1, 0)
    return made.getvalue()


def _width(view: FormView, column: int) -> float:
    texts = (view.head[column], *(row.cells[column] for row in view.rows if column < len(row.cells)))
    longest = max(width(line) for text in texts for line in text.split("\n"))
    return min(max(LEAST, 2 * longest + 2), MOST)
