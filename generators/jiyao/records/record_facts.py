"""What a record says that can be counted or looked up in a calendar, and who stands in it: to check texts against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, cast

from jiyao.languages.facts import compare, facts_of
from jiyao.languages.facts.values import Bound, Clock, Day, Fact, Limit, Ordinal, Time, Unknown, Value, When, exactly
from jiyao.languages.text import Language, Text
from jiyao.problems import Place
from jiyao.records.attendance import Count
from jiyao.records.kinds import Kind
from jiyao.records.meeting import Held, Wording
from jiyao.records.people import Person

if TYPE_CHECKING:
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office

UNSAID = (Place, Enum, Kind, Wording, bool)
"""What says nothing about this meeting; a rewritten sentence is what is checked, so it proves nothing."""


def facts_of_record(meeting: Meeting, office: Office) -> tuple[Fact, ...]:
    """Every fact of a record and its office, in whichever language it stands; without a place in a text."""
    return tuple(fact for value in _values((meeting, office)) for fact in _facts(value))


def unknown_to(known: Sequence[Fact], said: Iterable[Fact]) -> tuple[Fact, ...]:
    """Those of the facts that none of the known ones says; what says little (one, a weekday, 近日) is left aside."""
    told = (fact for fact in said if compare((), (fact,)) and not isinstance(fact.value, Unknown))
    return tuple(fact for fact in told if compare(known, (fact,)).missing_in_chinese)


def people_of(*some: Meeting | Office) -> tuple[Person, ...]:
    """Everybody of a record, or of it and its office, each once."""
    everybody = (each for each in _values(some) if isinstance(each, Person))
    return tuple({(each.name.zh, each.name.en): each for each in everybody}.values())


def values_of(*some: Meeting | Office) -> Iterator[object]:
    """Every value in a record, or in it and its office, at any depth."""
    yield from _values(some)


def facts_of_fields(meeting: Meeting) -> tuple[Fact, ...]:
    """The facts that a record says in fields of their own: days, times, counts, numbers; none of its texts."""
    return tuple(Fact(each, 0, 0, "") for value in _values(meeting) for each in _plain(value))


def _values(value: object) -> Iterator[object]:
    """A value and everything in it, at any depth."""
    if isinstance(value, UNSAID):
        return
    yield value
    if isinstance(value, tuple):
        for each in cast("tuple[object, ...]", value):
            yield from _values(each)
    elif is_dataclass(value) and not isinstance(value, type | Text | Count):
        for each in fields(value):
            yield from _values(getattr(value, each.name))


def _facts(value: object) -> Iterator[Fact]:
    if isinstance(value, Text):
        yield from (fact for language in Language for fact in facts_of(value.in_language(language), language))
    elif isinstance(value, str):
        yield from facts_of(value, Language.ZH)
    else:
        yield from (Fact(each, 0, 0, "") for each in _plain(value))


def _plain(value: object) -> Iterator[Value]:
    match value:
        case Count(number=number, at_least=at_least):
            yield exactly(number, bound=Bound.FROM_OR_OVER if at_least else Bound.EXACT)
        case Held(first=first, last=last) if first and last:
            yield When(_day(first), _day(last))
        case dt.date():
            yield from (When(_day(value), limit=limit) for limit in (Limit.AT, Limit.BY))
        case dt.time():
            yield Time(Clock(value.hour, value.minute))
        case int():
            yield from (exactly(value), Ordinal(value))
        case _:
            pass


def _day(day: dt.date) -> Day:
    return Day(day.year, day.month, day.day)
