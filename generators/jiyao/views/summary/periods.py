"""The time that a summary is about: a year, a half, a quarter, or any days."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

MONTHS_OF_YEAR = 12
MONTHS_OF_QUARTER = 3


class Period(NamedTuple):
    """From the first day to the last one, both included."""

    first: dt.date
    last: dt.date

    def holds(self, day: dt.date | None) -> bool:
        """Whether the day is in it."""
        return day is not None and self.first <= day <= self.last

    @property
    def months(self) -> tuple[dt.date, ...]:
        """The first days of the months that it touches."""
        return tuple(self._months())

    def _months(self) -> Iterator[dt.date]:
        year, month = self.first.year, self.first.month
        while (year, month) <= (self.last.year, self.last.month):
            yield dt.date(year, month, 1)
            year, month = year + month // MONTHS_OF_YEAR, month % MONTHS_OF_YEAR + 1

    @property
    def is_year(self) -> bool:
        """Whether it is a calendar year."""
        return self == year_of(self.first.year)

    @property
    def before(self) -> Period:
        """The same days a year earlier: what it is compared with."""
        return Period(_a_year_earlier(self.first), _a_year_earlier(self.last))


def year_of(year: int) -> Period:
    """A calendar year."""
    return Period(dt.date(year, 1, 1), dt.date(year, 12, 31))


def quarter_of(month: dt.date) -> int:
    """The quarter in which a month is, from 1."""
    return (month.month - 1) // MONTHS_OF_QUARTER + 1


def _a_year_earlier(day: dt.date) -> dt.date:
    """The same day; the last of February stays the last of February."""
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    last = calendar.monthrange(day.year - 1, day.month)[1]
    return day.replace(year=day.year - 1, day=last if is_last else min(day.day, last))
