"""Tables that office staff keep in a `.csv`: a few cells change, all else stays as somebody has it."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Cells = Mapping[str, str]


def with_rows(
    rows: Sequence[Sequence[str]],
    names: Iterable[str],
    column_named: Callable[[str], str],
    changes: Mapping[tuple[str, str], Cells],
    key: tuple[str, str],
) -> list[list[str]]:
    """The rows with these cells in every one of the same key, or below them where there is none.

    The first row names the columns, `column_named` says which one a heading means. Columns of somebody's own, rows of
    other keys and the order stay; columns of `names` that are missing are added.
    """
    head, *others = [list(row) for row in rows] or [list(names)]
    columns = [column_named(cell) for cell in head]
    missing = [name for name in names if name not in columns]
    columns += missing
    table = [[*row, *[""] * (len(columns) - len(row))] for row in ([*head, *missing], *others)]
    at = {name: place for place, name in reversed(list(enumerate(columns))) if name}
    met: set[tuple[str, str]] = set()
    for row in table[1:]:
        found = row[at[key[0]]].strip(), row[at[key[1]]].strip()
        if found in changes:
            met.add(found)
            _set(row, at, changes[found])
    for cells in (cells for found, cells in changes.items() if found not in met):
        table.append([""] * len(columns))
        _set(table[-1], at, cells)
    return table


def csv_file(rows: Iterable[Sequence[str]], delimiter: str = ",") -> bytes:
    """The file; with a byte order mark, without which Excel guesses its encoding."""
    table = StringIO()
    csv.writer(table, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return table.getvalue().encode("utf-8-sig")


def _set(row: list[str], at: Mapping[str, int], cells: Cells) -> None:
    for name, cell in cells.items():
        row[at[name]] = cell
