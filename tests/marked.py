"""A record in which every field holds a mark of its own, made from the record types themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from jiyao.languages.text import Name, Text
from jiyao.problems import Place
from jiyao.records.kinds import Quorum
from jiyao.records.meeting import Meeting
from jiyao.views.public import RECORD_TYPES, AllowList

Chain = tuple[tuple[type, str], ...]
"""The fields that lead to a value, from the record down."""


@dataclass(slots=True)
class Marks:
    """The marks given out so far, each with the fields that lead to it."""

    chains: dict[str, Chain] = field(default_factory=dict[str, Chain])

    def mark(self, chain: Chain, letters: str) -> str:
        """A new mark of one of two alphabets; no mark is part of another."""
        number = len(self.chains)
        mark = "".join(letters[int(digit)] for digit in f"{number:04}") + letters[10]
        self.chains[mark] = chain
        return mark

    def text(self, chain: Chain) -> Text:
        """Both languages marked apart; the English is a whole sentence, as statements may have to be."""
        english = self.mark(chain, "bcdfghjklmz").capitalize()
        return Text(zh=self.mark(chain, "甲乙丙丁戊己庚辛壬癸寅"), en=f"{english}.")


def marked(record: type, marks: Marks, chain: Chain = ()) -> Any:  # noqa: ANN401 (of whatever type is asked for)
    """A value of a record type with every field filled, lists with one entry each."""
    # Dates are imported for type checkers alone.
    hints = get_type_hints(record, localns={"dt": dt})
    values = {
        each.name: _value(hints[each.name], marks, (*chain, (record, each.name)))
        for each in fields(record)
        if each.init and each.name != "at"
    }
    return record(**values)


def _value(hint: Any, marks: Marks, chain: Chain) -> Any:  # noqa: ANN401, PLR0911 (one line for each sort of value)
    options = [each for each in get_args(hint) if each is not NoneType] if _is_union(hint) else [hint]
    (wanted,) = options
    if get_origin(wanted) is tuple:
        return (_value(get_args(wanted)[0], marks, chain),)
    if wanted is Text:
        return marks.text(chain)
    if wanted is Name:
        text = marks.text(chain)
        return Name(zh=text.zh, en=text.en.removesuffix("."))
    if wanted is str:
        return marks.mark(chain, "甲乙丙丁戊己庚辛壬癸卯")
    if wanted is Place:
        return Place("")
    cls = cast("type[Any]", wanted)
    if issubclass(cls, Enum):
        return next(iter(cls))
    return marked(cls, marks, chain) if is_dataclass(cls) else PLAIN[cls]


def _is_union(hint: object) -> bool:
    return isinstance(hint, UnionType) or str(get_origin(hint)) == "typing.Union"


PLAIN: dict[type, object] = {
    bool: True,
    int: 3,
    Quorum: Quorum(1, 2),
    dt.date: dt.date(2023, 3, 6),
    dt.time: dt.time(15),
}


def strings(value: object) -> Iterator[str]:
    """All texts that a value holds, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for each in cast("tuple[object, ...]", value):
            yield from strings(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from strings(getattr(value, each.name))


def record_with_marks() -> tuple[Meeting, Marks]:
    """A meeting with a mark in every text of every field; nothing about it keeps it from being published."""
    marks = Marks()
    meeting = cast(Meeting, marked(Meeting, marks))
    open_items = tuple(
        replace(item, concerns=None, decisions=tuple(replace(each, concerns=None) for each in item.decisions))
        for item in meeting.agenda
    )
    meeting = replace(
        meeting,
        access=None,
        issue=replace(meeting.issue, secrecy=None),
        agenda=open_items,
        decisions=tuple(replace(each, concerns=None) for each in meeting.decisions),
        wording=(),
    )
    return meeting, marks


def is_allowed(chain: Chain, allowed: AllowList) -> bool:
    """An id is kept, as it says who is who; it stands in no document, which the test of the release proves."""
    return all(step in allowed.fields or step[1] == "id" for step in chain if step[0] in RECORD_TYPES)
