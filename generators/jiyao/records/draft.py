"""A record's text as the parser is given it: the file's own, or with some edits made to be able to read on.

A full-width colon makes all lines after it unreadable. It is reported with its edit; then the edit is made in the
draft alone, so that one run also finds what is wrong behind it. All places are those of the file.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import field
from typing import TYPE_CHECKING, Protocol

from jiyao.dataclass import dataclass
from jiyao.problems import Edit, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Mark(Protocol):
    """Where the parser is: line and column from 0, `index` in the whole text, all in characters."""

    line: int
    column: int
    index: int


@dataclass(frozen=True, slots=True)
class Draft:
    """`inserted` holds, by line from 0, the columns from 0 of characters that the file does not have, ascending."""

    file: str
    text: str
    inserted: Mapping[int, Sequence[int]] = field(default_factory=dict[int, "Sequence[int]"])

    def place(self, start: Mark, end: Mark) -> Place:
        """The file's place between two marks."""
        if not self.inserted:
            return Place(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        return self.spot(start.line, start.column, end.line, end.column)

    def place_to(self, start: Mark, last: Place) -> Place:
        """The file's place from a mark to the end of a place that is in it."""
        column = self._column(start.line, start.column) if self.inserted else start.column + 1
        return Place(self.file, start.line + 1, column, last.end_line, last.end_column)

    def spot(self, line: int, column: int, end_line: int, end_column: int) -> Place:
        """The file's place between two spots of the draft, all counted from 0."""
        return Place(self.file, line + 1, self._column(line, column), end_line + 1, self._column(end_line, end_column))

    def _column(self, line: int, column: int) -> int:
        return column + 1 - bisect_left(self.inserted.get(line, ()), column)


def mended(file: str, text: str, edits: Iterable[Edit]) -> Draft:
    """The draft with edits that each stay within one line and make it no shorter."""
    lines = text.split("\n")
    inserted: dict[int, list[int]] = defaultdict(list)
    by_line: dict[int, list[Edit]] = defaultdict(list)
    for edit in sorted(edits):
        by_line[edit.place.line - 1].append(edit)
    for number, changes in by_line.items():
        lines[number], inserted[number] = _edited(lines[number], changes)
    return Draft(file, "\n".join(lines), inserted)


def _edited(line: str, edits: Iterable[Edit]) -> tuple[str, list[int]]:
    parts: list[str] = []
    inserted: list[int] = []
    done = length = 0
    for edit in edits:
        start, end = edit.place.column - 1, edit.place.end_column - 1
        length += start - done + len(edit.text)
        inserted.extend(range(length - len(edit.text) + end - start, length))
        parts += [line[done:start], edit.text]
        done = end
    return "".join([*parts, line[done:]]), inserted
