"""Whether two texts say the same facts, in whatever order and however often.

What is missing on one side is a difference. Not so what the other side says with other facts (the year of a full date,
the weekday of a day, the ends of a range), and not so what languages add and drop for their own reasons: one and two
("the two officials"), a weekday, 今年, a repetition. These are reported only where the other side has something else in
their place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from fractions import Fraction

from jiyao.dataclass import dataclass
from jiyao.languages.facts.agreeing import same_value
from jiyao.languages.facts.values import (
    Bound,
    Clock,
    Congress,
    Day,
    DayPart,
    DocumentNumber,
    Fact,
    Ordinal,
    Quantity,
    Relative,
    Session,
    SetTerm,
    Time,
    Unit,
    Value,
    Weekday,
    When,
)
from jiyao.languages.moments import parse_date

OF_RANGES = frozenset((Bound.FROM, Bound.FROM_OR_OVER, Bound.UP_TO, Bound.UP_TO_OR_UNDER))
ONE_OF = {Unit.MONTHS: (1, 12), Unit.MINUTES: (1, 60, 24 * 60, 7 * 24 * 60)}
"""A month, a year; a minute, an hour, a day, a week."""
DAWN_ENDS, NOON, AFTERNOON_ENDS = 6, 12, 18


@dataclass(frozen=True, slots=True)
class Differences:
    """The facts that one text says and the other does not, each in the order of its text."""

    missing_in_english: tuple[Fact, ...] = ()
    missing_in_chinese: tuple[Fact, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.missing_in_english or self.missing_in_chinese)


def differences(zh: Sequence[Fact], en: Sequence[Fact]) -> Differences:
    """What the English text leaves out of the Chinese, and what it adds."""
    left_zh, left_en = _unmatched(zh, en)
    hard_zh, soft_zh = _parted(left_zh, en, is_english=False)
    hard_en, soft_en = _parted(left_en, zh, is_english=True)
    contrary = _contrary(soft_zh, soft_en, _kinds(zh).items() & _kinds(en).items())
    places_zh = _kinds(hard_en) - _kinds(hard_zh) + contrary
    places_en = _kinds(hard_zh) - _kinds(hard_en) + contrary
    return Differences(_reported(hard_zh, soft_zh, places_zh), _reported(hard_en, soft_en, places_en))


def _unmatched(zh: Sequence[Fact], en: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """What is left when each fact has taken one of the other side that says the same; equal values go first."""
    left_zh, left_en = list(zh), list(en)
    for agree in (_equal, _same):
        for one in tuple(left_zh):
            partner = next((other for other in left_en if agree(one, other)), None)
            if partner:
                left_zh.remove(one)
                left_en.remove(partner)
    return left_zh, left_en


def _equal(one: Fact, other: Fact) -> bool:
    return one.value == other.value


def _same(one: Fact, other: Fact) -> bool:
    return same_value(one.value, other.value)


def _parted(left: Iterable[Fact], others: Sequence[Fact], *, is_english: bool) -> tuple[list[Fact], list[Fact]]:
    """Those that are differences, and those that are only where the other side has another fact in their place."""
    hard: list[Fact] = []
    soft: list[Fact] = []
    for fact in left:
        if _is_said(fact.value, others):
            continue
        is_soft = any(_same(fact, other) for other in others) or _is_optional(fact.value, is_english=is_english)
        (soft if is_soft else hard).append(fact)
    return hard, soft


def _reported(hard: list[Fact], soft: list[Fact], places: Counter[object]) -> tuple[Fact, ...]:
    """The differences of one side, and what is only one because the other side has another fact in its place."""
    reported = list(hard)
    for fact in sorted(soft, key=_contradicts, reverse=True):
        if places[_kind(fact.value)] > 0:
            places[_kind(fact.value)] -= 1
            reported.append(fact)
    return tuple(sorted(reported, key=lambda fact: fact.start))


def _contrary(soft_zh: list[Fact], soft_en: list[Fact], as_many: AbstractSet[tuple[object, int]]) -> Counter[object]:
    """How many facts of each kind stand in one another's place, where both sides have as many of the kind."""
    kinds = _kinds(filter(_contradicts, soft_zh)) & _kinds(filter(_contradicts, soft_en))
    return Counter({kind: kinds[kind] for kind, _ in as_many if kinds[kind]})


def _kinds(facts: Iterable[Fact]) -> Counter[object]:
    return Counter(_kind(fact.value) for fact in facts)


def _kind(value: Value) -> object:
    """Facts of one kind may stand in each other's place."""
    return (type(value), value.unit) if isinstance(value, Quantity | Relative) else type(value)


def _contradicts(fact: Fact) -> bool:
    """A weekday, 去年 or a small number in figures may be left out, but no other may stand in its place."""
    if isinstance(fact.value, Quantity):
        return any(each.isdigit() for each in fact.words)
    return isinstance(fact.value, Weekday | Relative)


def _is_optional(value: Value, *, is_english: bool) -> bool:
    """一 and 1 say little more than an article; English sums up with two and half on its own."""
    if isinstance(value, Quantity):
        if value.bound is not Bound.EXACT or value.low != value.high:
            return False
        if value.unit in ONE_OF:
            return value.low in ONE_OF[value.unit]
        return value.low == 1 or (is_english and value.low in {Fraction(2), Fraction(1, 2)})
    return value == Ordinal(1) or isinstance(value, Weekday | Relative | SetTerm)


def _is_said(value: Value, others: Sequence[Fact]) -> bool:
    """Whether other facts together say what this one says."""
    parts = _parts(value)
    if parts and all(any(_says_end(other.value, part) for other in others) for part in parts):
        return True
    return any(_includes(other.value, value) for other in others)


def _parts(value: Value) -> tuple[Value, ...]:
    """The two facts that a range, or a number within a year or term, is short for."""
    if isinstance(value, Quantity) and value.low != value.high:
        return replace(value, high=value.low), replace(value, low=value.high)
    if isinstance(value, When) and value.last:
        return When(value.first), When(value.last, limit=value.limit)
    if isinstance(value, Time) and value.last:
        return Time(value.first), Time(value.last, limit=value.limit)
    if isinstance(value, DocumentNumber):
        return Ordinal(value.number), When(Day(value.year))
    return (Ordinal(value.term), Ordinal(value.number)) if isinstance(value, Session) else ()


def _says_end(value: Value, end: Value) -> bool:
    """Whether a value is the end of a range, or bounds a number by it: 5000元以上2万元以下 is 5,000 to 20,000 yuan."""
    if isinstance(value, Ordinal) and isinstance(end, Quantity):  # 2至6层: the second to sixth floors
        return end.unit is Unit.COUNT and value.number == end.low
    if isinstance(value, Quantity) and isinstance(end, Quantity) and value.bound in OF_RANGES:
        value = replace(value, bound=end.bound)
    return same_value(value, end)


def _includes(whole: Value, part: Value) -> bool:
    """Whether one fact says all that another says, and more."""
    if any(_says_end(part, each) for each in _parts(whole)):
        return True
    if isinstance(whole, When):
        return _day_includes(whole, part)
    if isinstance(whole, Time):
        return part is _part_of(whole.first)
    if isinstance(whole, SetTerm):
        return _number(part) in whole.numerals
    if isinstance(whole, Congress):
        return part == Ordinal(whole.number)
    return isinstance(whole, Ordinal) and part == _years_of_plan(whole.number)


def _day_includes(whole: When, part: Value) -> bool:
    days = [day for day in (whole.first, whole.last) if day]
    if isinstance(part, Weekday):
        return part.last is None and part.first in map(_weekday, days)
    return any(day.year is not None and _is_year(part, day.year) for day in days)


def _weekday(day: Day) -> int | None:
    """1 for Monday; None where the day is not known in full, or is not in the calendar (2月30日)."""
    known = parse_date(f"{day.year}-{day.month}-{day.day}")
    return known.isoweekday() if known else None


def _is_year(part: Value, year: int) -> bool:
    return (
        isinstance(part, When)
        and part.last is None
        and part.first.year == year
        and not (part.first.month or part.first.part)
    )


def _years_of_plan(number: int) -> When:
    """The 14th five-year plan runs from 2021 to 2025, each other one five years before or after."""
    first = 1951 + 5 * number
    return When(Day(first), Day(first + 4))


def _number(value: Value) -> Fraction | int | None:
    if isinstance(value, Ordinal):
        return value.number
    return value.low if isinstance(value, Quantity) and value.low == value.high else None


def _part_of(clock: Clock) -> DayPart:
    if clock.hour < DAWN_ENDS:
        return DayPart.DAWN
    if clock.hour < NOON:
        return DayPart.MORNING
    return DayPart.AFTERNOON if clock.hour < AFTERNOON_ENDS else DayPart.EVENING
