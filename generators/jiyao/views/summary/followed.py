"""Figures about what became of the matters: completion, in time or not, by meeting and by unit, and what is overdue."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jiyao.languages.text import Text
from jiyao.records.choices import DueType, Status
from jiyao.records.following import Matter, Timeliness
from jiyao.views.summary.facts import MeetingFacts
from jiyao.views.summary.rates import Rate


class UnitMatters(NamedTuple):
    """The matters of one responsible unit; a matter of two units counts for both."""

    name: Text
    """Empty: the record names no unit."""
    completion: Rate
    on_time: Rate
    overdue: int


class MeetingMatters(NamedTuple):
    """The matters of one meeting."""

    meeting: MeetingFacts
    completion: Rate


class Followed(NamedTuple):
    """What became of the matters of a period, as it stands on `today`."""

    today: dt.date
    decisions: int
    """All that was resolved, with or without anybody to do it."""
    requirements: int
    matters: int
    """Those of both that name who is to do them or until when, cancelled ones and those without an end included."""
    completion: Rate
    """Done, of those that end and were not cancelled; unknown are those of which nobody has said how they stand."""
    on_time: Rate
    """Done by their day, of those that were done or whose day is over; unknown are those of which that cannot be said.
    What still has time, or names no day, is in none of the three."""
    pending: int
    """Not done, and their day is not over."""
    without_day: int
    """Matters that end, of which the record names no day."""
    recurring: int
    ongoing: int
    """Both never end, and stand in no rate."""
    cancelled: int
    late: tuple[Matter, ...]
    """Done, and after their day."""
    overdue: tuple[Matter, ...]
    """Not done though their day is over, the longest overdue first."""
    open: tuple[Matter, ...]
    """All that is still to be done and ends, those that are overdue first."""
    units: tuple[UnitMatters, ...]
    meetings: tuple[MeetingMatters, ...]
    """The meetings with something to follow up, in the order of their days."""

    @property
    def incomplete(self) -> tuple[MeetingMatters, ...]:
        """The meetings of which something is not done yet."""
        return tuple(each for each in self.meetings if each.completion.unknown or not each.completion.is_full)


def followed(facts: Sequence[MeetingFacts], today: dt.date) -> Followed:
    """The figures of meetings in the order of their days."""
    matters = [matter for each in facts for matter in each.matters]
    counted = [each for each in matters if _counts(each)]
    types = Counter(each.type for each in matters)
    open_ones = [each for each in counted if each.is_open(today)]
    timeliness = Counter(each.timeliness(today) for each in counted)
    return Followed(
        today,
        sum(each.decisions for each in facts),
        sum(each.requirements for each in facts),
        len(matters),
        completion_of(counted, today),
        on_time_of(counted, today),
        timeliness[Timeliness.PENDING],
        timeliness[Timeliness.NO_DAY],
        types[DueType.RECURRING],
        types[DueType.ONGOING],
        sum(each.status is Status.CANCELLED and each.type is DueType.ONCE for each in matters),
        tuple(each for each in counted if not each.is_open(today) and each.timeliness(today) is Timeliness.LATE),
        tuple(sorted((each for each in open_ones if each.is_overdue(today)), key=_by_due)),
        tuple(sorted(open_ones, key=_by_due)),
        _units(counted, today),
        tuple(
            MeetingMatters(each, completion_of(own, today))
            for each in facts
            if (own := [matter for matter in each.matters if _counts(matter)])
        ),
    )


def _counts(matter: Matter) -> bool:
    """Whether a matter stands in rates: it ends, and was not cancelled."""
    return matter.type is DueType.ONCE and matter.status is not Status.CANCELLED


def completion_of(matters: Iterable[Matter], today: dt.date) -> Rate:
    """Those that are done on that day."""
    counts = Counter(each.status_on(today) for each in matters)
    return Rate(counts[Status.DONE], counts.total() - counts[None], counts[None])


def on_time_of(matters: Iterable[Matter], today: dt.date) -> Rate:
    """Those that were done by their day, of those of which that can be asked."""
    counts = Counter(each.timeliness(today) for each in matters)
    in_time = counts[Timeliness.IN_TIME]
    return Rate(in_time, in_time + counts[Timeliness.LATE], counts[Timeliness.UNKNOWN])


def _units(matters: Iterable[Matter], today: dt.date) -> tuple[UnitMatters, ...]:
    own: defaultdict[str, list[Matter]] = defaultdict(list)
    names: dict[str, Text] = {}
    for matter in matters:
        for unit in dict.fromkeys(matter.responsible or (Text(),)):
            names.setdefault(unit.zh or unit.en, unit)
            own[unit.zh or unit.en].append(matter)
    found = (
        UnitMatters(
            names[key],
            completion_of(each, today),
            on_time_of(each, today),
            sum(matter.is_overdue(today) for matter in each),
        )
        for key, each in own.items()
    )
    return tuple(sorted(found, key=lambda each: (not each.name, -_size(each), each.name.zh or each.name.en)))


def _size(unit: UnitMatters) -> int:
    return unit.completion.whole + unit.completion.unknown


def _by_due(matter: Matter) -> tuple[dt.date, dt.date, str, str]:
    return matter.due or dt.date.max, matter.held or dt.date.max, matter.record, matter.item
