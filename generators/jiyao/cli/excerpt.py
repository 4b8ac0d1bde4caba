"""The line of a file that a problem is about, with a caret under the right column.

Everything here counts display columns: hanzi and emoji take two, what combines takes none, a tab runs to the next
stop, and what a terminal would not show, or would obey, is written as its escape.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from contextlib import suppress
from itertools import accumulate
from typing import NamedTuple
from unicodedata import category

from jiyao.cli.columns import columns
from jiyao.problems import Place

TAB_STOP = 4
CUT = "…"
"""Where a long line was cut."""

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_JOINERS = frozenset("\u200c\u200d")
"""Parts of emoji and of some scripts; they do no harm."""


class Excerpt(NamedTuple):
    """A piece of a line as a terminal shows it; the spot begins after `offset` columns and takes `length`."""

    text: str
    offset: int
    length: int


def excerpt(line: str, place: Place, room: int, encoding: str = "utf-8") -> Excerpt:
    """The part of `line` around the place, at most `room` columns wide."""
    line = line.rstrip("\r\n")
    start, end = _span(line, place)
    # Of a line of a megabyte only what can be in sight is looked at.
    first = max(start - room, 0)
    cells = _cells(line[first : start + room], encoding)
    edges = [0, *accumulate(map(columns, cells))]
    spot = start - first
    left, right = _window(edges, spot, room - 2 * len(CUT))
    before = CUT if first + left else ""
    after = CUT if first + right < len(line) else ""
    length = edges[max(min(end - first, right), spot)] - edges[spot]
    return Excerpt(before + "".join(cells[left:right]) + after, len(before) + edges[spot] - edges[left], max(length, 1))


def _span(line: str, place: Place) -> tuple[int, int]:
    """Where the spot starts in the line and where it ends, 0-based; one character where no end is known."""
    start = min(max(place.column - 1, 0), len(line))
    last = len(line) if place.end_line > place.line else place.end_column - 1
    return start, max(last, start + 1)


def visible(text: str, encoding: str = "utf-8") -> str:
    """The text in one line that a terminal of that encoding can show and will not obey."""
    if text.isprintable():
        # Nearly every line: nothing in it is unseen, so all that is asked is whether it can be encoded.
        with suppress(UnicodeEncodeError):
            text.encode(encoding)
            return text
    return "".join(_shown(character, encoding) for character in text)


def _cells(text: str, encoding: str) -> list[str]:
    """What each character of the text is shown as."""
    cells: list[str] = []
    column = 0
    for character in text:
        cell = " " * (TAB_STOP - column % TAB_STOP) if character == "\t" else _shown(character, encoding)
        cells.append(cell)
        column += columns(cell)
    return cells


def _shown(character: str, encoding: str) -> str:
    if category(character) in _UNSEEN and character not in _JOINERS:
        return _escape(character)
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return _escape(character)
    return character


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def _window(edges: list[int], spot: int, room: int) -> tuple[int, int]:
    """The first cell in sight and the one behind the last: a third of the room lies before the spot, if it can.

    `edges` holds the column where each cell begins, and where the last one ends.
    """
    if edges[-1] <= room:
        return 0, len(edges) - 1
    left = bisect_left(edges, max(min(edges[spot] - room // 3, edges[-1] - room), 0))
    return left, bisect_right(edges, edges[left] + room) - 1
