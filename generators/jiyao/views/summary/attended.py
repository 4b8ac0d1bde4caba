"""Figures about who came: by month, and by unit with leave, proxy and late apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jiyao.languages.text import Text
from jiyao.records.choices import Presence
from jiyao.views.summary.facts import MeetingFacts, Seat
from jiyao.views.summary.periods import Period
from jiyao.views.summary.rates import Rate, total

WAS_THERE = frozenset((Presence.PRESENT, Presence.ONLINE, Presence.LATE))


class Turnout(NamedTuple):
    """How often the people of one unit, or one person, were expected, and what became of it. Late ones were there."""

    name: Text
    expected: int
    there: int
    late: int
    leave: int
    proxy: int
    absent: int

    @property
    def rate(self) -> Rate:
        """Those who came themselves, of all who were expected."""
        return Rate(self.there, self.expected)


class Attended(NamedTuple):
    """Who came in a period."""

    members: Rate
    """Members who were there, of those who should have been, in persons; unknown is the number of meetings for which
    one of the two is unknown, or known only as a least number."""
    by_month: tuple[Rate, ...]
    """The same for each month of the period."""
    units: tuple[Turnout, ...]
    """Persons by unit, those most often expected first; who belongs to no unit that the records name comes last."""
    people: tuple[Turnout, ...]
    """The same by person: internal, and printed only on request."""


def attended(facts: Sequence[MeetingFacts], period: Period) -> Attended:
    """The figures of meetings that all lie in the period."""
    rates = [(each.day, rate_of(each)) for each in facts]
    months = tuple(total(rate for day, rate in rates if day and day.replace(day=1) == month) for month in period.months)
    seats = [seat for each in facts for seat in each.seats]
    by_person = turnouts((Text(seat.person), seat) for seat in seats)
    return Attended(total(rate for _day, rate in rates), months, turnouts((s.unit, s) for s in seats), by_person)


def rate_of(meeting: MeetingFacts) -> Rate:
    """The members of one meeting who were there; unknown where a number is unknown or contradicts the other."""
    there, expected = meeting.members_there, meeting.members_expected
    known = there and expected and not there.at_least and not expected.at_least
    if not known or there is None or expected is None or there.number > expected.number:
        return Rate(unknown=1)
    return Rate(there.number, expected.number)


def turnouts(seats: Iterable[tuple[Text, Seat]]) -> tuple[Turnout, ...]:
    """The seats counted by what comes with each; the most often expected first, the nameless last."""
    counts: defaultdict[str, Counter[Presence]] = defaultdict(Counter)
    names: dict[str, Text] = {}
    for name, seat in seats:
        key = name.zh or name.en
        names.setdefault(key, name)
        counts[key][seat.presence] += 1
    found = (_turnout(names[key], each) for key, each in counts.items())
    return tuple(sorted(found, key=lambda each: (not each.name, -each.expected, each.name.zh or each.name.en)))


def _turnout(name: Text, counts: Counter[Presence]) -> Turnout:
    return Turnout(
        name,
        counts.total(),
        sum(counts[each] for each in WAS_THERE),
        counts[Presence.LATE],
        counts[Presence.LEAVE],
        counts[Presence.PROXY],
        counts[Presence.ABSENT],
    )
