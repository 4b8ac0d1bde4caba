"""The workbook inside a chart: what Word shows under "Edit data"."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any, cast

from xlsxwriter import Workbook

from jiyao.views.fragments import Chart

SHEET = "Sheet1"
"""The name that python-pptx writes into the references of a chart."""
CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 (xlsxwriter wants it without a zone)
"""Said in every workbook: the same figures make the same bytes."""


def workbook(chart: Chart) -> bytes:
    """The figures of a chart: categories in the first column, a column for each series, names in the first row.

    Not python-pptx's own workbook: that takes a name that begins with = for a formula, and says when it was made.
    """
    made = BytesIO()
    # xlsxwriter says of few of its values what they are.
    with cast(Any, Workbook(made, {"in_memory": True})) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet(SHEET)
        number = book.add_format({"num_format": number_format(chart)})
        for row, category in enumerate(chart.categories, start=1):
            sheet.write_string(row, 0, category)
        for column, series in enumerate(chart.series, start=1):
            sheet.write_string(0, column, series.name)
            for row, value in enumerate(series.values, start=1):
                if value is not None:
                    sheet.write_number(row, column, value, number)
    return made.getvalue()


def number_format(chart: Chart) -> str:
    """How Word and Excel print the figures."""
    return "0.0%" if chart.is_share else "0"
