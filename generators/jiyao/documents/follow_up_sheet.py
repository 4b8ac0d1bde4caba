"""The sheet in which units report what became of their matters, 任务分解表: sent out, filled in, read back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from typing import Any, NamedTuple, cast

from python_calamine import CalamineError, CalamineWorkbook
from xlsxwriter import Workbook

from jiyao.documents.charts.workbook import CREATED
from jiyao.languages.text import Language, Text
from jiyao.ooxml.rows import row_height
from jiyao.records.choices import Status
from jiyao.records.following import Matter
from jiyao.records.progress import COLUMNS

HEADINGS = {
    "record": Text("会议标识", "record"),
    "item": Text("事项编号", "item"),
    "held": Text("会议日期", "Held"),
    "text": Text("事项内容", "Matter"),
    "responsible": Text("责任单位", "Responsible"),
    "supporting": Text("配合单位", "Supporting"),
    "due": Text("时限", "Due"),
    "status": Text("办理状态", "status"),
    "closed_on": Text("办结日期", "closed_on"),
    "closed_by": Text("办结人", "closed_by"),
    "note": Text("办理情况", "note"),
    "was": Text("导出时", "as exported"),
}
WIDTHS = (22, 9, 12, 44, 20, 20, 12, 10, 13, 12, 36, 4)
TO_FILL_IN = frozenset(("status", "closed_on", "closed_by", "note"))
_HASH = 12


def fingerprint(matter: Matter) -> str:
    """What a matter is known by as it stood when it was sent out; each cell that units fill in is part of it."""
    said = (matter.status or "", str(matter.closed_on or ""), matter.closed_by, matter.note)
    return sha256("\0".join(said).encode()).hexdigest()[:_HASH]


def follow_up_sheet(matters: Sequence[Matter], language: Language) -> bytes:
    """The .xlsx: a row for each matter, and a list of statuses to choose from; only what is to be filled in is open."""
    made = BytesIO()
    # xlsxwriter says of few of its values what they are.
    with cast(Any, Workbook(made, {"in_memory": True})) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet()
        base = {"border": 1, "text_wrap": True, "valign": "top"}
        head = book.add_format({**base, "bold": True, "bg_color": "#E7EAEE", "align": "center"})
        closed, free = book.add_format(base), book.add_format({**base, "locked": False, "bg_color": "#FFF9E5"})
        day = book.add_format({**base, "locked": False, "bg_color": "#FFF9E5", "num_format": "yyyy-mm-dd"})
        for column, (name, heading) in enumerate(HEADINGS.items()):
            sheet.write_string(0, column, heading.in_language(language), head)
            sheet.set_column(column, column, WIDTHS[column], None, {"hidden": name == "was"})
        for row, matter in enumerate(matters, start=1):
            cells = _cells(matter, language)
            sheet.set_row(row, row_height(zip(cells.values(), WIDTHS, strict=True)))
            for column, (name, text) in enumerate(cells.items()):
                form = day if name == "closed_on" else free if name in TO_FILL_IN else closed
                sheet.write_string(row, column, text, form)
        _lists(sheet, len(matters), language)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True})
    return made.getvalue()


def _cells(matter: Matter, language: Language) -> dict[str, str]:
    between = "、" if language is Language.ZH else ", "
    due = str(matter.due) if matter.due else _said(matter.due_shown, language)
    return {
        "record": matter.record,
        "item": matter.item,
        "held": str(matter.held or ""),
        "text": _said(matter.text, language),
        "responsible": between.join(_said(unit, language) for unit in matter.responsible),
        "supporting": between.join(_said(unit, language) for unit in matter.supporting),
        "due": due,
        "status": status_word(matter.status, language),
        "closed_on": str(matter.closed_on or ""),
        "closed_by": matter.closed_by,
        "note": matter.note,
        "was": fingerprint(matter),
    }


def _said(text: Text, language: Language) -> str:
    """The text in the language of the sheet, or in the only one that it has: a sheet is for work, not for print."""
    return text.in_language(language) or text.zh or text.en


def status_word(status: Status | None, language: Language) -> str:
    """A status as the list of a sheet has it."""
    return "" if status is None else status.word if language is Language.ZH else status.value


def _lists(sheet: Any, rows: int, language: Language) -> None:  # noqa: ANN401
    names = list(HEADINGS)
    if rows:
        status, day = names.index("status"), names.index("closed_on")
        words = [status_word(each, language) for each in Status]
        sheet.data_validation(1, status, rows, status, {"validate": "list", "source": words})
        hint = {"input_title": HEADINGS["closed_on"].in_language(language), "input_message": "2023-03-06"}
        sheet.data_validation(1, day, rows, day, {"validate": "any", **hint})


class Returned(NamedTuple):
    """A row of a sheet that came back: its number from 1, its cells by the columns of progress, and the fingerprint."""

    row: int
    cells: dict[str, str]
    was: str


def read_sheet(data: bytes) -> list[Returned] | None:
    """The rows of the first sheet of a workbook; None where it is no workbook, or has not the columns."""
    try:
        rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError, IndexError):
        return None
    columns = [_column(str(cell)) for cell in rows[0]] if rows else []
    if not {"record", "item"} <= set(columns):
        return None
    found: list[Returned] = []
    for number, row in enumerate(rows[1:], start=2):
        # Of two columns of one name the first counts.
        pairs = list(zip(columns, row, strict=False))
        cells = {name: _text(cell) for name, cell in reversed(pairs) if name}
        was = cells.pop("was", "")
        if any(cells.values()):
            found.append(Returned(number, cells, was))
    return found


def _column(cell: str) -> str:
    word = cell.strip()
    if word in (HEADINGS["was"].zh, HEADINGS["was"].en):
        return "was"
    return next((name for name, zh in COLUMNS.items() if word == name or word in zh), "")


def _text(cell: object) -> str:
    """A cell as it was meant: days as days, whole numbers without a point."""
    if isinstance(cell, dt.datetime):
        return str(cell.date())
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
