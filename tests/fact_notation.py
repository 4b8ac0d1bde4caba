"""Facts in short, as the tables of `languages/facts/` write them, and the rows of these tables."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from jiyao.languages.facts.values import (
    Bound,
    Clock,
    Congress,
    Day,
    DayPart,
    DocumentNumber,
    Limit,
    Ordinal,
    Part,
    Quantity,
    Relative,
    Session,
    SetTerm,
    Time,
    Unit,
    Unknown,
    Value,
    Weekday,
    When,
)

BOUNDS = {
    Bound.EXACT: "",
    Bound.OVER: ">",
    Bound.FROM: "≥",
    Bound.FROM_OR_OVER: "≥>",
    Bound.ABOUT: "~",
    Bound.NEARLY: "≈",
    Bound.UNDER: "<",
    Bound.UP_TO: "≤",
    Bound.UP_TO_OR_UNDER: "≤<",
    Bound.SEVERAL: "several ",
    Bound.DURING_OR_OVER: "=>",
    Bound.PAST_OR_NEARLY: "=≈",
}
BEFORE_NUMBER = frozenset((Unit.CNY, Unit.USD, Unit.EUR, Unit.HKD, Unit.JPY, Unit.GBP))
PARTS = {
    Part.QUARTER_1: "Q1",
    Part.QUARTER_2: "Q2",
    Part.QUARTER_3: "Q3",
    Part.QUARTER_4: "Q4",
}
MINUTES = ((1440, 1440, "days"), (60, 30, "hours"), (1, 1, "minutes"))
TABLES = Path(__file__).parent / "languages" / "facts"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def rows(name: str, columns: int) -> Iterator[tuple[str, ...]]:
    """The rows of a table, each with all its columns; # begins a comment line."""
    for line in (TABLES / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield (*cells, *[""] * (columns - len(cells)))


def shown(value: Value) -> str:  # noqa: PLR0911, C901 - one form for each kind of value
    match value:
        case Quantity():
            return _quantity(value)
        case Ordinal(number):
            return f"#{number}"
        case When(first, last, limit):
            return _limit(limit) + _day(first) + (f"..{_day(last)}" if last else "")
        case Time(first, last, limit):
            return _limit(limit) + _clock(first) + (f"..{_clock(last)}" if last else "")
        case DayPart() | Unknown():
            return value.value
        case Weekday(first, last):
            return DAYS[first - 1] + (f"..{DAYS[last - 1]}" if last else "")
        case Relative(unit, offset):
            return f"{unit}{offset:+}"
        case DocumentNumber(year, number):
            return f"doc {year}/{number}"
        case Congress(number):
            return f"congress {number}"
        case Session(term, number):
            return f"session {number} of {term}"
        case SetTerm(numerals):
            return f"term {','.join(map(str, numerals))}"


def _quantity(value: Quantity) -> str:
    factor, unit = _unit(value)
    number = BOUNDS[value.bound] + _number(value.low / factor)
    if value.high != value.low:
        number += f"..{_number(value.high / factor)}"
    return f"{unit} {number}" if value.unit in BEFORE_NUMBER else f"{number} {unit}".rstrip()


def _unit(value: Quantity) -> tuple[int, str]:
    if value.unit is Unit.SHARE:
        return 1, ""
    if value.unit is Unit.POINTS:
        return 1, "points"
    if value.unit is Unit.MINUTES:
        return next((size, word) for size, step, word in MINUTES if value.low % step == 0)
    if value.unit is Unit.MONTHS:
        return (12, "years") if value.low % 12 == 0 else (1, "months")
    return 1, value.unit.value


def _number(number: Fraction) -> str:
    decimals = f"{float(number):g}" if number < 10**6 else str(number)
    return decimals if Fraction(decimals) == number else str(number)


def _day(day: Day) -> str:
    if day.part is Part.DECADE:
        return f"{day.year}s"
    dashed = "-".join(f"{each:02}" for each in (day.year, day.month, day.day) if each is not None)
    if day.day is not None and day.month is None:
        dashed = f"day {dashed}"
    if day.part is None:
        return dashed
    part = PARTS.get(day.part, day.part.value)
    alone = "year" if day.part in {Part.EARLY, Part.MIDDLE, Part.LATE, Part.END} else ""
    return f"{dashed or alone} {part}".strip()


def _clock(clock: Clock) -> str:
    return f"{clock.hour:02}:{clock.minute:02}{'' if clock.certain else '?'}"


def _limit(limit: Limit) -> str:
    return f"{limit.value} " if limit else ""
