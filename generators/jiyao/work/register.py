"""The register of what an office has issued, 发文登记簿: `register.csv` of a workspace, a line for each event.

Numbers are handed out by it, one run at a time, and never twice: also not one that stands in a record of the workspace
without standing here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jiyao.records.encoding import decode
from jiyao.work.workspace import Workspaces
from jiyao.work.writing import write_whole

if TYPE_CHECKING:
    from jiyao.records.office import NumberSeries

REGISTER = "register.csv"
USUAL_FORM = "第{number}期"
"""GB/T 9704-2012 has no number for minutes of its own; offices print 第5期, 第5号 or 〔2023〕5号 below the mark."""


class Line(NamedTuple):
    """One thing that happened to a record: it was `issued`, or `thawed` so that it can be changed again."""

    on: str
    action: str
    by: str
    series: str
    year: str
    number: str
    """The bare number within series and year; "" where the number was not handed out by a series."""
    printed: str
    """The number as the document prints it."""
    record: str
    title: str
    documents: str
    """The file names, each with the SHA-256 of what was issued."""
    reason: str


COLUMNS: Mapping[str, str] = {
    "on": "日期",
    "action": "事项",
    "by": "经办人",
    "series": "编号系列",
    "year": "年度",
    "number": "序号",
    "printed": "编号",
    "record": "会议数据",
    "title": "标题",
    "documents": "文件及校验值",
    "reason": "原因",
}
ISSUED, THAWED = "issued", "thawed"
ACTIONS = {ISSUED: "印发", THAWED: "解冻"}


def read_register(folder: Path) -> tuple[Line, ...]:
    """The lines of a workspace's register, none where there is none.

    Raises OSError, and ValueError for a file that is no register.
    """
    try:
        data = (folder / REGISTER).read_bytes()
    except FileNotFoundError:
        return ()
    text = decode(data, REGISTER).text
    rows = list(csv.reader(StringIO(text or "", newline="")))
    if text is None or not rows or tuple(rows[0][: len(COLUMNS)]) != tuple(COLUMNS.values()):
        raise ValueError(REGISTER)
    english = {zh: en for en, zh in ACTIONS.items()}
    cells = ([*row, *[""] * len(COLUMNS)][: len(COLUMNS)] for row in rows[1:] if any(row))
    return tuple(Line(on, english.get(action, action), *rest) for on, action, *rest in cells)


def write_register(folder: Path, lines: Iterable[Line]) -> None:
    """Write the register whole, with the byte order mark without which Excel guesses. Raises OSError."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS.values())
    writer.writerows((line.on, ACTIONS.get(line.action, line.action), *line[2:]) for line in lines)
    write_whole(folder / REGISTER, table.getvalue().encode("utf-8-sig"))


def printed(series: NumberSeries, number: int, year: int) -> str:
    """The number as a document prints it: 第5期, 〔2023〕5号."""
    return (series.form or USUAL_FORM).replace("{number}", str(number)).replace("{year}", str(year))


def number_in(series: NumberSeries, text: str, year: int) -> int | None:
    """The number in a text that the series may have given in that year; None where it is none of it."""
    form = re.escape(series.form or USUAL_FORM).replace(r"\{number\}", r"(\d+)", 1).replace(r"\{year\}", str(year))
    found = re.fullmatch(form, text.strip())
    bare = re.fullmatch(r"\d+", text.strip())
    return int(found[1]) if found else int(bare[0]) if bare and "{year}" not in form else None


def taken(series: NumberSeries, year: int, lines: Iterable[Line], folder: Path) -> set[int]:
    """The numbers that the series has given, in that year where it begins anew each year.

    Those in the records of the workspace are among them: somebody may have written one by hand.
    """
    yearly = series.yearly is not False
    numbers = {
        int(line.number)
        for line in lines
        if line.series == series.id and line.number.isdecimal() and (not yearly or line.year == str(year))
    }
    return numbers | set(_written(series, year, folder, yearly=yearly))


def _written(series: NumberSeries, year: int, folder: Path, *, yearly: bool) -> Iterator[int]:
    for found in Workspaces().records([str(folder)]):
        meeting = found.record.meeting
        if meeting is None or not meeting.issue.number:
            continue
        issued = meeting.issue.issued_on
        of_year = issued.year if issued else year
        number = number_in(series, meeting.issue.number, of_year)
        if number is not None and (not yearly or of_year == year):
            yield number


def next_number(series: NumberSeries, numbers: set[int]) -> int:
    """The next number: one more than the last, so that a gap stays one, and is seen."""
    return max(numbers, default=(series.start or 1) - 1) + 1


def gaps(series: NumberSeries, numbers: set[int]) -> tuple[int, ...]:
    """The numbers below the last that nobody has."""
    first = series.start or 1
    return tuple(sorted(set(range(first, max(numbers, default=first))) - numbers))


def documents_of(files: Sequence[tuple[str, str]]) -> str:
    """File names and hashes in one cell."""
    return "; ".join(f"{name} {sha256}" for name, sha256 in files)
