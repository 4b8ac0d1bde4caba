"""`terms.csv` of a workspace, 术语表: how an office renders a term, and how it does not.

One row for each term. Columns are known by an English or a Chinese name; columns of somebody's own stay as they are.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from jiyao.problems import Place, Severity
from jiyao.records.choices import Choice
from jiyao.records.csv_rows import csv_file, with_rows
from jiyao.records.encoding import decode
from jiyao.review.terms.faults import broken_table, not_a_status, not_a_term_table, row_without_term, term_twice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jiyao.problems import Problem
    from jiyao.records.office import Office

COLUMNS: dict[str, tuple[str, ...]] = {
    "zh": ("中文", "术语"),
    "en": ("英文", "译文"),
    "status": ("状态",),
    "forbidden": ("禁用", "禁用译文"),
    "office": ("适用单位", "单位"),
    "note": ("说明", "备注"),
    "source": ("出处", "来源"),
}
SEPARATOR = "|"
"""Between several renderings, the first of which is the one that is suggested."""


class TermStatus(Choice):
    """Who stands behind a rendering."""

    HOUSE = "house", "本单位"
    """The office has decided it: another rendering is an error."""
    OFFICIAL = "official", "官方"
    OBSERVED = "observed", "见于"
    """Somebody has used it."""
    UNOFFICIAL = "unofficial", "非官方"


class Entry(NamedTuple):
    """One term of a table."""

    zh: str
    english: tuple[str, ...]
    status: TermStatus = TermStatus.HOUSE
    forbidden: tuple[str, ...] = ()
    office: str = ""
    """For which office alone it counts, by any of its names; "": for all."""
    note: str = ""
    source: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What a term is known by: an office may have a rendering of its own."""
        return self.zh, self.office

    def counts_for(self, office: Office) -> bool:
        """Whether the office is meant."""
        names = (office.name, *((office.short,) if office.short else ()))
        return not self.office or any(self.office in (each.zh, each.en) for each in names)


class TermTable(NamedTuple):
    """What a file of terms says, and what is wrong with it; rows with faults are not among the entries."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_writable(self) -> bool:
        """Whether all of the file was understood: where it was not, writing it anew would lose the rest."""
        return not any(each.severity is Severity.ERROR for each in self.problems)

    def of(self, office: Office) -> tuple[Entry, ...]:
        """The terms that count for an office; its own ones take the place of those for all."""
        found = {each.zh: each for each in self.entries if not each.office}
        return tuple(
            (found | {each.zh: each for each in self.entries if each.office and each.counts_for(office)}).values()
        )


def read_terms(data: bytes, file: str) -> TermTable:
    """The terms of a file with commas or tabs between its columns, whose first row names them."""
    decoded = decode(data, file)
    if decoded.text is None:
        return TermTable((), decoded.problems)
    problems = list(decoded.problems)
    rows, broken = _rows(decoded.text)
    problems += [broken_table(Place(file, broken, 1))] if broken else []
    columns = [column_named(cell) for cell in rows[0][1]] if rows else []
    if not {"zh", "en"} <= set(columns):
        return TermTable((), (*problems, not_a_term_table(Place(file, 1, 1))) if data.strip() else tuple(problems))
    found: dict[tuple[str, str], Entry] = {}
    for number, row in rows[1:]:
        cells = {name: cell.strip() for name, cell in zip(columns, row, strict=False) if name}
        entry = entry_of(cells, Place(file, number, 1), problems)
        if entry is None:
            continue
        if entry.key in found:
            problems.append(term_twice(Place(file, number, 1), entry.zh))
            continue
        found[entry.key] = entry
    return TermTable(tuple(found.values()), tuple(problems))


def entry_of(cells: Mapping[str, str], place: Place, problems: list[Problem]) -> Entry | None:
    """The term that a row tells; None where it is at fault, which is one of `problems` then."""
    zh, english = cells.get("zh", ""), _several(cells.get("en", ""))
    forbidden, word = _several(cells.get("forbidden", "")), cells.get("status", "")
    status = next((each for each in TermStatus if word in (each.value, *each.zh)), None) if word else TermStatus.HOUSE
    if not zh or not (english or forbidden):
        problems.append(row_without_term(place))
        return None
    if status is None:
        problems.append(not_a_status(place.within("status"), word, tuple(each.value for each in TermStatus)))
        return None
    others = (cells.get(name, "") for name in ("office", "note", "source"))
    return Entry(zh, english, status, forbidden, *others)


def column_named(cell: str) -> str:
    """The column that a heading means; "" for one of somebody's own."""
    word = cell.strip().lower()
    return next((name for name, zh in COLUMNS.items() if word == name or word in zh), "")


def with_terms(data: bytes, changes: Sequence[Entry]) -> bytes:
    """The file with these terms instead of those of the same keys, or below them; an empty file gets its columns.

    All else stays: columns of somebody's own, rows with faults, the order, tabs or commas. Raises ValueError where a
    part of the file cannot be read: it would be lost.
    """
    text = decode(data, "").text
    numbered, broken = _rows(text or "")
    if text is None or broken:
        raise ValueError("the table cannot be read whole")
    cells = {each.key: _cells(each) for each in changes}
    rows = with_rows([row for _number, row in numbered], COLUMNS, column_named, cells, ("zh", "office"))
    return csv_file(rows, _delimiter(text))


def _cells(entry: Entry) -> dict[str, str]:
    english, forbidden = (SEPARATOR.join(each) for each in (entry.english, entry.forbidden))
    said = (entry.zh, english, entry.status.value, forbidden, entry.office, entry.note, entry.source)
    return dict(zip(COLUMNS, said, strict=True))


def _rows(text: str) -> tuple[list[tuple[int, list[str]]], int]:
    """The rows that hold anything, each with the number of its first line; and that of a row that cannot be read, or 0.

    Strict, since a quotation mark that is never closed would take all rows below it for one cell.
    """
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for row in reader:
            rows += [(begins, row)] if any(cell.strip() for cell in row) else []
            begins = reader.line_num + 1
    except csv.Error:
        return rows, begins
    return rows, 0


def _delimiter(text: str) -> str:
    return "\t" if "\t" in text.partition("\n")[0] else ","


def _several(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.strip() for each in cell.split(SEPARATOR) if each.strip()))
