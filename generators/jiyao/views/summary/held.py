"""Figures about the meetings themselves: how many of which kind and when, how large, how long, in which form."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jiyao.languages.text import Text
from jiyao.records.choices import Mode
from jiyao.records.kinds import Kind, built_in_kinds
from jiyao.views.summary.facts import BRANCH_KINDS, MeetingFacts
from jiyao.views.summary.periods import MONTHS_OF_YEAR, Period, quarter_of
from jiyao.views.summary.rates import Mean, Rate, mean_of


class KindFigures(NamedTuple):
    """The meetings of one kind, month by month of the period."""

    key: str
    name: Text
    months: tuple[int, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.months)


class Minimum(NamedTuple):
    """How often a kind was held, and how often it must be held in the period at least."""

    name: Text
    held: int
    required: int
    branch: Text = Text()
    """The Party branch that owes it; empty where no record of its kind names one."""

    @property
    def missing(self) -> int:
        """How many are missing; 0 where none is."""
        return max(self.required - self.held, 0)


class Held(NamedTuple):
    """The meetings of a period."""

    months: tuple[dt.date, ...]
    """The first day of each month of the period."""
    kinds: tuple[KindFigures, ...]
    """The kinds that were held, the most frequent first."""
    modes: tuple[tuple[Mode | None, int], ...]
    """How many were held in each form; None: the record does not say."""
    by_video: Rate
    """Those by video, wholly or in part; unknown are those whose record does not say."""
    people: Mean
    """How many people were there, in whatever capacity."""
    minutes: Mean
    """How long they took."""
    first_topics: tuple[tuple[Text, Rate], ...]
    """Of each kind that has had one: meetings that began with a first topic (第一议题), of all of the kind."""
    minima: tuple[Minimum, ...]
    """The kinds that a rule asks for so often a year, of a period of whole months."""

    @property
    def total(self) -> int:
        """All meetings."""
        return sum(kind.total for kind in self.kinds)

    def by_month(self) -> tuple[int, ...]:
        """All meetings of each month."""
        return tuple(sum(kind.months[index] for kind in self.kinds) for index in range(len(self.months)))

    def quarters(self) -> tuple[tuple[int, int], ...]:
        """The quarters of the period, each by year and number."""
        return tuple(dict.fromkeys((month.year, quarter_of(month)) for month in self.months))

    def in_quarter(self, kind: KindFigures, quarter: tuple[int, int]) -> int:
        """The meetings of a kind in a quarter."""
        counted = zip(self.months, kind.months, strict=True)
        return sum(number for month, number in counted if (month.year, quarter_of(month)) == quarter)


def held(facts: Sequence[MeetingFacts], period: Period) -> Held:
    """The figures of meetings that all lie in the period."""
    return Held(
        period.months,
        tuple(sorted(_kinds(facts, period), key=lambda each: (-each.total, each.key))),
        _modes(facts),
        Rate(
            sum(each.mode in {Mode.VIDEO, Mode.MIXED} for each in facts),
            sum(each.mode is not None for each in facts),
            sum(each.mode is None for each in facts),
        ),
        mean_of(
            (each.there.number if each.there else None for each in facts),
            sum(bool(each.there and each.there.at_least) for each in facts),
        ),
        mean_of(each.minutes for each in facts),
        tuple(_first_topics(facts)),
        tuple(_minima(facts, period)),
    )


def _kinds(facts: Sequence[MeetingFacts], period: Period) -> Iterator[KindFigures]:
    names: dict[str, Text] = {}
    counts: Counter[tuple[str, dt.date]] = Counter()
    for each in facts:
        names.setdefault(each.kind.key, each.kind.name)
        if each.day:
            counts[each.kind.key, each.day.replace(day=1)] += 1
    for key, name in names.items():
        yield KindFigures(key, name, tuple(counts[key, month] for month in period.months))


def _modes(facts: Sequence[MeetingFacts]) -> tuple[tuple[Mode | None, int], ...]:
    counts = Counter(each.mode for each in facts)
    return tuple((mode, counts[mode]) for mode in (*Mode, None) if counts[mode])


def _first_topics(facts: Sequence[MeetingFacts]) -> Iterator[tuple[Text, Rate]]:
    all_of = Counter(each.kind.key for each in facts)
    with_one = Counter(each.kind.key for each in facts if each.has_first_topic)
    names = {each.kind.key: each.kind.name for each in facts}
    for key in sorted(with_one, key=lambda each: (-all_of[each], each)):
        yield names[key], Rate(with_one[key], all_of[key])


def _minima(facts: Sequence[MeetingFacts], period: Period) -> Iterator[Minimum]:
    """Each branch that is named owes the four of a branch by itself; those of no named branch count together."""
    kinds = {each.kind.key: each.kind for each in facts if each.kind.yearly}
    own = [each for each in facts if each.kind.key in BRANCH_KINDS]
    if own:
        kinds |= {kind.key: kind for kind in built_in_kinds() if kind.key in BRANCH_KINDS and kind.key not in kinds}
    counts = Counter((each.branch if each.kind.key in BRANCH_KINDS else Text(), each.kind.key) for each in facts)
    branches = sorted({each.branch for each in own}, key=lambda each: (not each.zh, each.zh, each.en))
    for key in sorted(kinds, key=lambda each: (each not in BRANCH_KINDS, -(kinds[each].yearly or 0), each)):
        for branch in branches if key in BRANCH_KINDS else (Text(),):
            yield Minimum(kinds[key].name, counts[branch, key], _required(kinds[key], period), branch)


def _required(kind: Kind, period: Period) -> int:
    """As often as the months of the period ask for: of 12 a year 6 in a half, of 4 a year none in two months."""
    return (kind.yearly or 0) * len(period.months) // MONTHS_OF_YEAR
