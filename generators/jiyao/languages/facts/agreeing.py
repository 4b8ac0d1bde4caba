"""Whether two values say the same. What one of them leaves open contradicts nothing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from jiyao.languages.facts.values import (
    Bound,
    Clock,
    Day,
    DayPart,
    Limit,
    Part,
    Quantity,
    Time,
    Unit,
    Value,
    When,
)

SENSES = {
    Bound.EXACT: "=",
    Bound.OVER: ">",
    Bound.FROM: "≥",
    Bound.FROM_OR_OVER: ">≥",
    Bound.ABOUT: "~",
    Bound.NEARLY: "~",
    Bound.UNDER: "<",
    Bound.UP_TO: "≤",
    Bound.UP_TO_OR_UNDER: "<≤",
    Bound.SEVERAL: "*",
    Bound.DURING_OR_OVER: "=>",
    Bound.PAST_OR_NEARLY: "=~",
}
"""What a bound may mean; two bounds agree where one meaning is common to both."""

UNITS = {Unit.OCCASIONS: {Unit.COUNT, Unit.TIMES}}
"""The units that a unit may stand for."""

SQUARE_METRES_OF_MU = Fraction(10_000, 15)
ROUNDED = Fraction(1, 100)
"""So far two measures of one area may differ, one of which was rounded: 20万亩 is some 13,300 hectares."""

LIMITS = {Limit.AS_OF: Limit.BY, Limit.SINCE: Limit.AT}
"""Limits that may be worded either way: 截至6月底 and "by the end of June", 自3月1日起 and "on March 1"."""

PARTS = {Part.END: Part.LATE}
MONTHS_OF = {
    Part.FIRST_HALF: (1, 6),
    Part.SECOND_HALF: (7, 12),
    Part.QUARTER_1: (1, 3),
    Part.QUARTER_2: (4, 6),
    Part.QUARTER_3: (7, 9),
    Part.QUARTER_4: (10, 12),
}
HALF_DAY = 12


def same_value(one: Value, other: Value) -> bool:
    """Whether two values say the same."""
    if one == other:
        return True
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return _same_quantity(one, other)
    if isinstance(one, When) and isinstance(other, When):
        return _same_when(one, other)
    if isinstance(one, Time) and isinstance(other, Time):
        return _same_time(one, other)
    return (
        _is_noon(one, other) or _is_noon(other, one) or _is_number_of_year(one, other) or _is_number_of_year(other, one)
    )


def _same_quantity(one: Quantity, other: Quantity) -> bool:
    if {one.unit, other.unit} == {Unit.MU, Unit.SQUARE_METRES}:
        return _same_area(one, other)
    return (
        (one.low, one.high) == (other.low, other.high)
        and (one.unit == other.unit or other.unit in UNITS.get(one.unit, ()) or one.unit in UNITS.get(other.unit, ()))
        and bool(set(SENSES[one.bound]) & set(SENSES[other.bound]))
    )


def _same_area(one: Quantity, other: Quantity) -> bool:
    mu, metres = (one, other) if one.unit is Unit.MU else (other, one)
    return bool(set(SENSES[one.bound]) & set(SENSES[other.bound])) and all(
        abs(here * SQUARE_METRES_OF_MU - there) <= here * SQUARE_METRES_OF_MU * ROUNDED
        for here, there in ((mu.low, metres.low), (mu.high, metres.high))
    )


def _same_when(one: When, other: When) -> bool:
    one, other = _until_end(one), _until_end(other)
    if LIMITS.get(one.limit, one.limit) != LIMITS.get(other.limit, other.limit):
        return False
    months = _months(one)
    if months and months == _months(other):
        return None in {one.first.year, other.first.year} or one.first.year == other.first.year
    return (
        (one.last is None) == (other.last is None)
        and _same_day(one.first, other.first)
        and (one.last is None or other.last is None or _same_day(one.last, other.last))
    )


def _until_end(when: When) -> When:
    """年内: by the end of the year."""
    return When(replace(when.first, part=Part.END), limit=Limit.BY) if when.first.part is Part.WITHIN else when


def _months(when: When) -> tuple[int, int] | None:
    """The first and the last month of a half or of quarters, or from month to month: 1至6月 is the first half."""
    first, last = when.first, when.last or when.first
    if first.part and last.part and first.part in MONTHS_OF and last.part in MONTHS_OF:
        return MONTHS_OF[first.part][0], MONTHS_OF[last.part][1]
    is_of_months = when.last and not any(each.day or each.part for each in (first, last))
    if is_of_months and first.month and last.month and first.year in {None, last.year}:
        return first.month, last.month
    return None


def _same_day(one: Day, other: Day) -> bool:
    """The least that was written must be equal, and nothing that both have may differ."""
    if one.day != other.day or _part(one) != _part(other):
        return False
    if one.month != other.month and (one.day is None or None not in {one.month, other.month}):
        return False
    if one.year == other.year:
        return True
    return None in {one.year, other.year} and bool(one.month or one.day or one.part)


def _part(day: Day) -> Part | None:
    return PARTS.get(day.part, day.part) if day.part else None


def _same_time(one: Time, other: Time) -> bool:
    return (
        one.limit == other.limit
        and (one.last is None) == (other.last is None)
        and _same_clock(one.first, other.first)
        and (one.last is None or other.last is None or _same_clock(one.last, other.last))
    )


def _same_clock(one: Clock, other: Clock) -> bool:
    if one.minute != other.minute:
        return False
    return one.hour == other.hour or (
        not (one.certain and other.certain) and one.hour % HALF_DAY == other.hour % HALF_DAY
    )


def _is_noon(one: Value, other: Value) -> bool:
    return one is DayPart.NOON and isinstance(other, Time) and other.last is None and other.first.hour == HALF_DAY


def _is_number_of_year(one: Value, other: Value) -> bool:
    """A bare 2023 reads as a year in English, whatever it counts."""
    return (
        isinstance(one, When)
        and one == When(Day(one.first.year))
        and isinstance(other, Quantity)
        and other.low == other.high == one.first.year
    )
