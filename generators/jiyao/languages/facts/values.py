"""What a text says that can be counted or looked up in a calendar: the values, and where they stand in the text.

A value means the same in every language: 十余人 and "more than ten people" have equal values.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from fractions import Fraction

from jiyao.dataclass import dataclass


class Bound(StrEnum):
    """How far a number binds; some words leave two readings open (30人以上)."""

    EXACT = "exactly"
    OVER = "more than"
    FROM = "at least"
    FROM_OR_OVER = "at least or more than"
    ABOUT = "about"
    NEARLY = "nearly"
    UNDER = "fewer than"
    UP_TO = "at most"
    UP_TO_OR_UNDER = "at most or fewer than"
    SEVERAL = "several times"
    DURING_OR_OVER = "exactly or more than"
    """English "over three days"."""
    PAST_OR_NEARLY = "exactly or nearly"
    """近五年: the past five years, or nearly five."""


class Unit(StrEnum):
    """What a quantity is counted in. Percentages, fractions and 成 are shares of one."""

    COUNT = ""
    SHARE = "share"
    POINTS = "percentage points"
    TIMES = "fold"
    OCCASIONS = "times"
    """English "three times": 三次 or 三倍."""
    MINUTES = "minutes"
    MONTHS = "months"
    WORKING_DAYS = "working days"
    METRES = "metres"
    SQUARE_METRES = "square metres"
    CUBIC_METRES = "cubic metres"
    MU = "mu"
    GRAMS = "grams"
    KILOWATTS = "kilowatts"
    KILOWATT_HOURS = "kilowatt-hours"
    CNY = "CNY"
    USD = "USD"
    EUR = "EUR"
    HKD = "HKD"
    JPY = "JPY"
    GBP = "GBP"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, scaled to the unit itself (268.5万元: 2,685,000 CNY); a range includes both ends."""

    low: Fraction
    high: Fraction
    unit: Unit = Unit.COUNT
    bound: Bound = Bound.EXACT


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in a row: 第93次, 93rd, 第5期, Issue 5, Article 12."""

    number: int


class Part(StrEnum):
    """A part of the month or year that a day names, where it names no more."""

    EARLY = "early"
    MIDDLE = "mid"
    LATE = "late"
    END = "end"
    WITHIN = "within"
    MONTH_EARLY = "early in the month"
    MONTH_MIDDLE = "middle of the month"
    MONTH_END = "end of the month"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    QUARTER_1 = "first quarter"
    QUARTER_2 = "second quarter"
    QUARTER_3 = "third quarter"
    QUARTER_4 = "fourth quarter"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year, as far as it was written."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: Part | None = None


class Limit(StrEnum):
    """What a day or time is to what it stands with."""

    AT = ""
    BY = "by"
    AS_OF = "as of"
    SINCE = "since"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class When:
    """A day of the calendar, or the days from the first to the last, both included."""

    first: Day
    last: Day | None = None
    limit: Limit = Limit.AT


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; where no part of the day was named and both may be meant, `certain` is False."""

    hour: int
    minute: int = 0
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day, or the time from the first to the last."""

    first: Clock
    last: Clock | None = None
    limit: Limit = Limit.AT


class DayPart(StrEnum):
    """A part of the day without a time."""

    DAWN = "dawn"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 is Monday; or the days from the first to the last."""

    first: int
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """A day, week, month or year counted from the day of the text: 去年 is the year -1."""

    unit: str
    offset: int


class Unknown(Enum):
    """A day that the text leaves open: 近日, recently."""

    RECENTLY = "recently"


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The year and running number of a document (发文字号); who issued it has a name in each language."""

    year: int
    number: int


@dataclass(frozen=True, slots=True)
class Congress:
    """A national congress of the Party: 二十大."""

    number: int


@dataclass(frozen=True, slots=True)
class Session:
    """A session of a body in its term: 十九届四中全会 is session 4 of term 19."""

    term: int
    number: int


@dataclass(frozen=True, slots=True)
class SetTerm:
    """A slogan or set term with numerals in it that count nothing in the text: 六抓六促, 四个意识, Two Upholds."""

    numerals: tuple[int, ...]


Value = (
    Quantity
    | Ordinal
    | When
    | Time
    | DayPart
    | Weekday
    | Relative
    | Unknown
    | DocumentNumber
    | Congress
    | Session
    | SetTerm
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A value in a text: characters `start` to `end`, the end excluded, where it is written as `words`."""

    value: Value
    start: int
    end: int
    words: str


def exactly(number: Fraction | int, unit: Unit = Unit.COUNT, bound: Bound = Bound.EXACT) -> Quantity:
    """One number, no range."""
    return Quantity(Fraction(number), Fraction(number), unit, bound)
