"""YAML's scalars as texts that know where each of their characters stands, and what YAML would cut off them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from jiyao.dataclass import dataclass
from jiyao.problems import Origin
from jiyao.records import characters, colons, cuts, origins
from jiyao.records.nodes import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.problems import Place, Problem
    from jiyao.records.draft import Draft, Mark

_UNKNOWN = frozenset(("", "~", "null", "Null", "NULL"))


class Event(Protocol):
    """What the C parser says of one scalar, alias, mapping or list; only some events have all of it."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool | None
    version: tuple[int, int] | None
    tags: object


@dataclass(frozen=True, slots=True)
class Scalars:
    """Reads the scalars of one draft; `clean` says that no character of it needs a closer look, unless escaped."""

    draft: Draft
    clean: bool

    def is_simple(self, event: Event) -> bool:
        """Whether nothing can be wrong with a scalar: plain, on one line, and nothing glued to it."""
        return (
            not event.style
            and self.clean
            and event.start_mark.line == event.end_mark.line
            and not self.draft.text.startswith((" #", "\t#"), event.end_mark.index)
            and event.anchor is None
            and event.tag is None
        )

    def scalar(self, event: Event) -> Scalar:
        """The text of an event.

        Plain and quoted texts are what YAML reads. A literal block is exactly its lines: the end of the last line
        belongs to the file, not to the text, so `|` means the same as `|-`; `|+` keeps the blank lines that follow.
        """
        if event.style == "|":
            return self._literal(event)
        if event.style == ">":
            return Scalar(event.value, Origin(self._block_place(event)))
        place = self.draft.place(event.start_mark, event.end_mark)
        if event.anchor is not None or event.tag is not None:
            return Scalar(event.value, Origin(place))
        if event.style:
            return Scalar(event.value, Origin(place, self._quoted_breaks(event)))
        breaks = ((0, place.line, place.column),) if place.line == place.end_line else ()
        return Scalar(event.value, Origin(place, breaks), event.value in _UNKNOWN)

    def problems(self, event: Event, scalar: Scalar, *, top: bool) -> Iterator[Problem]:
        """What is wrong with the writing of a scalar, which may be the whole file (`top`)."""
        if not event.style:
            yield from self._plain_problems(event, scalar, top=top)
        elif event.style == ">":
            yield cuts.folded(scalar.place)
        elif event.style != "|" and event.start_mark.line != event.end_mark.line:
            yield cuts.over_lines(scalar.place)
        if not self.clean or (event.style == '"' and "\\" in self._written(event)):
            yield from characters.in_scalar(scalar)

    def _plain_problems(self, event: Event, scalar: Scalar, *, top: bool) -> Iterator[Problem]:
        over_lines = event.start_mark.line != event.end_mark.line
        if over_lines or top:
            misread = list(colons.in_lines_of(event.start_mark, event.end_mark, self.draft))
            yield from misread or ([cuts.over_lines(scalar.place)] if over_lines else [])
        elif found := cuts.COMMENT.match(self.draft.text, event.end_mark.index):
            yield cuts.comment(found[0], self._behind(event, found[0]))
        elif (found := cuts.ASIDE.match(self.draft.text, event.end_mark.index)) and all(
            map(cuts.is_chinese, (scalar.text, found[0]))
        ):
            yield cuts.perhaps_comment(found[0], self._behind(event, found[0]))

    def _behind(self, event: Event, rest: str) -> Place:
        """The place of what follows a scalar behind a blank."""
        end = event.end_mark
        return self.draft.spot(end.line, end.column + 1, end.line, end.column + len(rest))

    def _written(self, event: Event) -> str:
        return self.draft.text[event.start_mark.index : event.end_mark.index]

    def _quoted_breaks(self, event: Event) -> origins.Breaks:
        start = event.start_mark
        if start.line != event.end_mark.line:
            return ()
        escape = origins.SINGLE_QUOTED if event.style == "'" else origins.DOUBLE_QUOTED
        first = self.draft.spot(start.line, start.column + 1, start.line, start.column + 1)
        return origins.quoted(self._written(event)[1:-1], first.line, first.column, escape)

    def _block_place(self, event: Event) -> Place:
        """From the sign at its head to its last letter."""
        start, written = event.start_mark, self._written(event).rstrip()
        last = written.rpartition("\n")[2]
        lines = written.count("\n")
        return self.draft.spot(start.line, start.column, start.line + lines, len(last) + (0 if lines else start.column))

    def _literal(self, event: Event) -> Scalar:
        text = event.value.removesuffix("\n")
        lines = [line.removesuffix("\r") for line in self._written(event).split("\n")][1:]
        breaks = origins.block(text, lines, event.start_mark.line + 2)
        place = self._block_place(event)
        if breaks:  # blanks that end the text, and blank lines that `|+` keeps, belong to it
            place = place._replace(end_line=breaks[-1][1], end_column=len(lines[len(breaks) - 1]) + 1)
        return Scalar(text, Origin(place, breaks))
