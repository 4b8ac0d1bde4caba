"""The keys and values of one YAML mapping: each key a word, given once, with a value."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.problems import Place
from jiyao.records import colons, cuts, refusals
from jiyao.records.nodes import Entry, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.problems import Problem
    from jiyao.records.draft import Mark

Span = tuple[int, int]
"""Start and end of a node, as offsets in the draft's text."""


@dataclass(slots=True)
class Open:
    """A mapping or list whose end has not been read.

    A mapping's keys and values take turns in `items`. `flow` says that it is written with brackets; only then
    `spans` holds where each of the items is.
    """

    start: Mark
    is_mapping: bool
    flow: bool
    items: list[Node] = field(default_factory=list[Node])
    spans: list[Span] = field(default_factory=list[Span])

    def entries(self, text: str) -> tuple[Entry, ...]:
        """What can be used of a mapping: of equal keys the first, no key without a value; `text` is the draft's.

        Fewer than `pairs` means that `problems` has something to say.
        """
        found: dict[str, Entry] = {}
        for number, key, value in self.pairs():
            if not isinstance(key, Scalar) or key.unknown or _is_merge(key):
                continue
            if not self.flow or not self.has_no_value(number, text):
                found.setdefault(key.text, Entry(key, value))
        return tuple(found.values())

    def problems(self, text: str) -> Iterator[Problem]:
        """What is wrong with the keys of a mapping; nothing ever is with those of a list."""
        first: dict[str, Place] = {}
        for number, key, _ in self.pairs() if self.is_mapping else ():
            if not isinstance(key, Scalar) or key.unknown:
                yield refusals.not_a_key(key.place)
            elif self.has_no_value(number, text):
                yield from _without_value(self, number, key, text)
            elif _is_merge(key):
                yield refusals.merge_key(key.place)
            elif key.text in first:
                yield refusals.duplicate_key(key.place, key.text, first[key.text])
            else:
                first[key.text] = key.place

    def pairs(self) -> Iterator[tuple[int, Node, Node]]:
        """(number of the key among the items, key, value)."""
        numbers = range(0, len(self.items) - 1, 2)
        return zip(numbers, self.items[::2], self.items[1::2], strict=False)

    def has_no_value(self, number: int, text: str) -> bool:
        """Whether the key at this number stands between braces without any colon: `{zh: 甲,乙}`."""
        if not self.flow:
            return False
        start, end = self.spans[number + 1]
        return start == end and ":" not in text[self.spans[number][1] : start]


def _is_merge(key: Scalar) -> bool:
    """`<<` without quotes, which is just as wide as its text."""
    return key.text == "<<" and key.place.end_column - key.place.column == len(key.text)


def _without_value(mapping: Open, number: int, key: Scalar, text: str) -> Iterator[Problem]:
    if misread := colons.in_key(key):
        yield misread
    elif number and mapping.has_no_value(number - 2, text):
        return  # it belongs to the comma before
    elif number and _is_plain(mapping, number - 1, text):
        yield _cut(mapping, number, text)
    else:
        yield refusals.no_value(key.place, key.text)


def _is_plain(mapping: Open, number: int, text: str) -> bool:
    node, (start, end) = mapping.items[number], mapping.spans[number]
    return isinstance(node, Scalar) and bool(node.text) and text[start:end] == node.text


def _cut(mapping: Open, number: int, text: str) -> Problem:
    last = number
    while last + 3 < len(mapping.items) and mapping.has_no_value(last + 2, text):
        last += 2
    whole = text[mapping.spans[number - 1][0] : mapping.spans[last][1]]
    before, after = mapping.items[number - 1].place, mapping.items[last].place
    lost = Place(before.file, before.end_line, before.end_column, after.end_line, after.end_column)
    place = Place(before.file, before.line, before.column, after.end_line, after.end_column)
    return cuts.comma(lost, whole, place if place.line == place.end_line else None)
