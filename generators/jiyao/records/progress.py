"""What became of the matters of meetings, 办理进度: the rows of `follow-up.csv` in a workspace.

It stands beside the records, so that no progress ever touches the record of a meeting that is issued. A row is known by
its record and by its item there; later rows win over earlier ones, and all win over what the record says.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import NamedTuple

from jiyao.languages.moments import parse_date
from jiyao.problems import Place, Problem
from jiyao.records.choices import Status
from jiyao.records.csv_rows import csv_file, with_rows
from jiyao.records.encoding import decode
from jiyao.records.progress_faults import not_a_day, not_a_status, not_a_table, row_without_key

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "record": ("会议标识", "会议"),
    "item": ("事项编号", "事项"),
    "status": ("办理状态", "状态"),
    "closed_on": ("办结日期",),
    "closed_by": ("办结人", "确认人"),
    "note": ("办理情况", "备注"),
    "updated": ("更新日期",),
}
"""The columns by their names in files that the program writes, with the Chinese names that it reads too."""

Key = tuple[str, str]
"""A record and an item of it."""


class Progress(NamedTuple):
    """How far one matter has come; None and "" where nobody has said it."""

    record: str
    item: str
    status: Status | None = None
    closed_on: dt.date | None = None
    closed_by: str = ""
    note: str = ""
    updated: dt.date | None = None

    @property
    def key(self) -> Key:
        """What a matter is known by."""
        return self.record, self.item


def read_progress(data: bytes, file: str) -> tuple[dict[Key, Progress], tuple[Problem, ...]]:
    """The rows by their keys, and all that is wrong with them; a row with a fault is not among them."""
    decoded = decode(data, file)
    if decoded.text is None:
        return {}, decoded.problems
    problems = list(decoded.problems)
    reader = csv.reader(StringIO(decoded.text, newline=""))
    rows: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for row in reader:
            rows += [(begins, row)] if any(cell.strip() for cell in row) else []
            begins = reader.line_num + 1
    except csv.Error:
        return {}, (*problems, not_a_table(Place(file, begins, 1)))
    return rows_of(rows, file, problems), tuple(problems)


def rows_of(rows: Sequence[tuple[int, Sequence[str]]], file: str, problems: list[Problem]) -> dict[Key, Progress]:
    """The progress in rows of cells with their numbers, the first of which names the columns; faults are `problems`."""
    columns = [column_named(cell) for cell in rows[0][1]] if rows else []
    if rows and not {"record", "item"} <= set(columns):
        problems.append(not_a_table(Place(file, rows[0][0], 1)))
        return {}
    found: dict[Key, Progress] = {}
    for number, row in rows[1:]:
        cells = {name: cell.strip() for name, cell in zip(columns, row, strict=False) if name}
        read = read_row(cells, Place(file, number, 1), problems)
        if read:
            found[read.key] = read
    return found


def column_named(cell: str) -> str:
    """The column that a heading means; "" for one of somebody's own."""
    word = cell.strip()
    return next((name for name, zh in COLUMNS.items() if word == name or word in zh), "")


def read_row(cells: Mapping[str, str], place: Place, problems: list[Problem]) -> Progress | None:
    """The progress that a row tells; None where it is at fault, which is one of `problems` then."""
    status = status_named(cells.get("status", ""))
    days = {name: parse_date(cells.get(name, "")) for name in ("closed_on", "updated")}
    wrong = [row_without_key(place)] if not (cells.get("record") and cells.get("item")) else []
    if cells.get("status") and status is None:
        wrong.append(not_a_status(place.within("status"), cells["status"]))
    wrong += [not_a_day(place.within(name), cells[name]) for name, day in days.items() if cells.get(name) and not day]
    problems += wrong
    if wrong:
        return None
    said = cells.get("closed_by", ""), cells.get("note", "")
    return Progress(cells["record"], cells["item"], status, days["closed_on"], *said, days["updated"])


def status_named(word: str) -> Status | None:
    """The status of that key or Chinese word."""
    return next((each for each in Status if word in (each.value, *each.zh)), None)


def progress_csv(rows: Iterable[Progress]) -> bytes:
    """The rows as a file, in the order of their keys; with a byte order mark, without which Excel guesses."""
    return with_changes(b"", {row.key: row for row in sorted(rows, key=lambda each: each.key)})


def with_changes(data: bytes, changes: Mapping[Key, Progress]) -> bytes:
    """The file with these rows instead of those of the same keys, or below them; an empty file gets its columns.

    All else stays: columns of somebody's own, rows with faults, the order. What cannot be read as a table is a
    ValueError, and is for the caller to have looked at before.
    """
    text = decode(data, "").text or ""
    rows = list(csv.reader(StringIO(text, newline=""))) or [list(COLUMNS)]
    columns = [column_named(cell) for cell in rows[0]]
    if not {"record", "item"} <= set(columns):
        raise ValueError(rows[0])
    cells = {key: _cells(change) for key, change in changes.items()}
    return csv_file(with_rows(rows, COLUMNS, column_named, cells, ("record", "item")))


def _cells(change: Progress) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in change._asdict().items()}
