"""Rates and means that never hide what they are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Rate(NamedTuple):
    """A share: `part` of `whole`. What nobody knows is in neither and counted as `unknown`."""

    part: int = 0
    whole: int = 0
    unknown: int = 0

    @property
    def share(self) -> float | None:
        """Between 0 and 1, both included; None where there is nothing to take a part of."""
        return self.part / self.whole if self.whole else None

    @property
    def is_full(self) -> bool:
        """Whether nothing is missing, as far as it is known."""
        return self.part == self.whole


def total(rates: Iterable[Rate]) -> Rate:
    """The rate of all together."""
    listed = tuple(rates)
    return Rate(
        sum(each.part for each in listed), sum(each.whole for each in listed), sum(each.unknown for each in listed)
    )


class Mean(NamedTuple):
    """The mean of some whole numbers: their sum, how many they are, their median, and of how many nothing is known.

    `at_least` is how many of them are a least number (30余人), which makes the mean a least one too.
    """

    sum: int = 0
    known: int = 0
    median: float | None = None
    unknown: int = 0
    at_least: int = 0

    @property
    def value(self) -> float | None:
        """None where nothing is known."""
        return self.sum / self.known if self.known else None


def mean_of(numbers: Iterable[int | None], at_least: int = 0) -> Mean:
    """The mean of what is known; None is unknown."""
    # Here: only a summary asks for it.
    from statistics import median

    listed = tuple(numbers)
    known = [each for each in listed if each is not None]
    return Mean(sum(known), len(known), float(median(known)) if known else None, len(listed) - len(known), at_least)
