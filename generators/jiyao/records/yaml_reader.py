"""YAML into positioned nodes, by the events of PyYAML's C parser.

Events come one at a time and are refused as they come, so no alias is ever expanded and no nesting ever followed.
Nothing here calls itself: input cannot drive the depth of a call.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, cast

import yaml

from jiyao.problems import Origin, Place, message
from jiyao.records import refusals
from jiyao.records.draft import Draft, mended
from jiyao.records.nodes import Mapping, Node, Scalar, Sequence
from jiyao.records.yaml_entries import Open
from jiyao.records.yaml_scalars import Event, Scalars
from jiyao.records.yaml_syntax import Stumble, explain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jiyao.problems import Problem
    from jiyao.records.draft import Mark

_MENDED = frozenset(("R018", "R021", "R025"))
"""Problems whose edit is made in the draft, since YAML reads everything behind them wrongly."""

_AT_ONCE = 2_000_000
"""Characters that may be read again after mending; a hostile file has to stop somewhere."""

_ANCHOR = re.compile(r"&\S*")
_TAG = re.compile(r"!\S*")
_START = yaml.Mark("", 0, 0, 0, None, 0)


def read_yaml(text: str, file: str, *, clean: bool) -> tuple[Node | None, list[Problem]]:
    """The top node, None where the text breaks off, and every problem found.

    `clean` says that no character of the text needs a closer look (`characters.is_clean`); raises if there are
    characters in it that `characters.readable` replaces.
    """
    mends: list[Problem] = []
    document = _Document(Draft(file, text), clean=clean)
    for _ in range(min(50, _AT_ONCE // max(len(text), 1))):
        if not document.mends():
            break
        mends += document.mends()
        document = _Document(mended(file, text, (edit for each in mends for edit in each.fix)), clean=clean)
    return document.top, mends + [each for each in document.problems if each not in mends]


class _Document:
    """One draft, read: what came of it and what was wrong with it."""

    def __init__(self, draft: Draft, *, clean: bool) -> None:
        self.top: Node | None = None
        self.problems: list[Problem] = []
        self._draft = draft
        self._scalars = Scalars(draft, clean)
        self._open: list[Open] = []
        self._last: Event | None = None
        self._documents = 0
        self._refused = False
        self._read()

    def mends(self) -> list[Problem]:
        """The problems whose edits let YAML read on."""
        return [each for each in self.problems if each.code in _MENDED and each.fix]

    def _read(self) -> None:
        events = _events(self._draft.text)
        try:
            for event in islice(events, refusals.MOST):
                self._take(event)
                if len(self.problems) > refusals.ENOUGH:
                    self._refuse(refusals.too_many_problems(self._place(event)))
                if self._refused:
                    break
            else:
                self._take_rest(events)
        except yaml.MarkedYAMLError as error:
            self._break_off(error)
        for left in self._open:
            self.problems += islice(left.problems(self._draft.text), refusals.ENOUGH)

    def _take_rest(self, events: Iterator[Event]) -> None:
        if event := next(events, None):
            self._refuse(refusals.too_large(self._place(event), refusals.MOST + 1, refusals.MOST, message("values")))
        elif not self._documents:
            self.problems.append(refusals.empty(Place(self._draft.file)))

    def _refuse(self, problem: Problem) -> None:
        """Read no further."""
        self.problems.append(problem)
        self._refused = True

    def _break_off(self, error: yaml.MarkedYAMLError) -> None:
        self.top = None
        mark = error.problem_mark or error.context_mark or _START
        bracket = next((self._draft.place(each.start, each.start) for each in reversed(self._open) if each.flow), None)
        # A text that ran on to the line of the error did so because of the error.
        self.problems = [each for each in self.problems if each.code != "R015" or each.place.end_line != mark.line + 1]
        if not self.mends():
            self.problems += explain(Stumble(error, mark, self._last, bracket), self._draft)

    def _take(self, event: Event) -> None:
        take = _TAKERS.get(type(event))
        if take:
            take(self, event)

    def take_document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(refusals.several_documents(self._place(event)))
        if event.version or event.tags:
            self.problems.append(refusals.directive(self._place(event)))

    def take_scalar(self, event: Event) -> None:
        scalar = self._scalars.scalar(event)
        if not self._open or not self._scalars.is_simple(event):
            self.problems += self._scalars.problems(event, scalar, top=not self._open)
            self._take_properties(event)
        self._put(scalar, event.start_mark, event.end_mark)
        self._last = event

    def take_mapping(self, event: Event) -> None:
        self._start(event, is_mapping=True)

    def take_list(self, event: Event) -> None:
        self._start(event, is_mapping=False)

    def _start(self, event: Event, *, is_mapping: bool) -> None:
        self._take_properties(event)
        self._open.append(Open(event.start_mark, is_mapping, bool(event.flow_style)))
        if len(self._open) > refusals.DEEPEST:
            self._refuse(refusals.too_deep(self._place(event)))

    def take_end(self, event: Event) -> None:
        closed, end = self._open.pop(), event.end_mark
        if closed.flow:
            place = self._draft.place(closed.start, end)
        else:  # the parser notices the end of a block only at the next line with something in it
            place = self._draft.place_to(closed.start, closed.items[-1].place)
        self._put(self._closed(closed, place), closed.start, end)

    def _closed(self, closed: Open, place: Place) -> Node:
        if not closed.is_mapping:
            return Sequence(tuple(closed.items), place)
        entries = closed.entries(self._draft.text)
        if 2 * len(entries) < len(closed.items):
            self.problems += islice(closed.problems(self._draft.text), refusals.ENOUGH)
        return Mapping(entries, place)

    def take_alias(self, event: Event) -> None:
        place = self._draft.place(event.start_mark, event.end_mark)
        self.problems.append(refusals.reference(place, f"*{event.anchor}"))
        self._put(Scalar("", Origin(place), unknown=True), event.start_mark, event.end_mark)

    def _take_properties(self, event: Event) -> None:
        """An anchor and a tag, of which there is at most one each."""
        if event.anchor is not None:
            self.problems.append(refusals.reference(*self._property(event, _ANCHOR)))
        if event.tag is not None:
            self.problems.append(refusals.tag(*self._property(event, _TAG)))

    def _property(self, event: Event, pattern: re.Pattern[str]) -> tuple[Place, str]:
        """Where it stands, and how it is written."""
        start = event.start_mark
        found = pattern.search(self._draft.text, start.index)
        name = found[0] if found else ""
        column = start.column + (found.start() - start.index if found else 0)
        return self._draft.spot(start.line, column, start.line, column + len(name)), name

    def _put(self, node: Node, start: Mark, end: Mark) -> None:
        if not self._open:
            self.top = node
            return
        parent = self._open[-1]
        parent.items.append(node)
        if parent.flow:
            parent.spans.append((start.index, end.index))

    def _place(self, event: Event) -> Place:
        return self._draft.place(event.start_mark, event.start_mark)


_TAKERS: dict[type[object], Callable[[_Document, Event], None]] = {
    yaml.ScalarEvent: _Document.take_scalar,
    yaml.MappingStartEvent: _Document.take_mapping,
    yaml.SequenceStartEvent: _Document.take_list,
    yaml.MappingEndEvent: _Document.take_end,
    yaml.SequenceEndEvent: _Document.take_end,
    yaml.AliasEvent: _Document.take_alias,
    yaml.DocumentStartEvent: _Document.take_document,
}


def _events(text: str) -> Iterator[Event]:
    # The stubs leave the kinds of stream open that PyYAML accepts; a str is one.
    return cast("Iterator[Event]", yaml.parse(text, Loader=yaml.CSafeLoader))  # pyright: ignore[reportUnknownMemberType]
