"""All figures of a summary, from the facts of its meetings. The order of the facts changes nothing."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jiyao.languages.text import Text
from jiyao.views.summary.attended import Attended, attended
from jiyao.views.summary.facts import MeetingFacts
from jiyao.views.summary.followed import Followed, followed
from jiyao.views.summary.held import Held, held
from jiyao.views.summary.passed_on import PassedOn, passed_on
from jiyao.views.summary.periods import Period


class Figures(NamedTuple):
    """What a period comes to."""

    period: Period
    held: Held
    attended: Attended
    passed_on: PassedOn
    followed: Followed
    meetings: tuple[MeetingFacts, ...]
    """The meetings of the period in the order of their days."""


class OfficeFigures(NamedTuple):
    """The figures of one of many offices."""

    name: Text
    figures: Figures


class LeftOut(NamedTuple):
    """How many records are in no figure, though they were there."""

    secret: int = 0
    unusable: int = 0


class Summary(NamedTuple):
    """A period, the one a year before it, and what could be counted in neither."""

    now: Figures
    before: Figures | None
    """None where the records have no meeting of that time: then nothing is compared."""
    undated: int
    """Meetings of which the record says no day; they are in no period."""
    secret: int
    """Records with a secrecy level, which are left out."""
    unusable: int
    """Records with errors, of which nothing could be counted."""
    offices: tuple[OfficeFigures, ...] = ()
    """The offices one by one, where that was asked for, by their names."""


def figures(facts: Iterable[MeetingFacts], period: Period, today: dt.date) -> Figures:
    """The figures of the meetings in the period; what became of their matters is as it stands on `today`."""
    inside = tuple(sorted((each for each in facts if period.holds(each.day)), key=_by_day))
    return Figures(
        period, held(inside, period), attended(inside, period), passed_on(inside), followed(inside, today), inside
    )


def summarised(
    facts: Sequence[MeetingFacts],
    period: Period,
    today: dt.date,
    left_out: LeftOut = LeftOut(),  # noqa: B008 (it cannot change)
    *,
    by_office: bool = False,
) -> Summary:
    """Everything that a summary of the period says.

    The year before is seen as it was a year before `today`, so that both had the same time to get things done.
    """
    before = figures(facts, period.before, Period(today, today).before.last)
    undated = sum(each.day is None for each in facts)
    offices: defaultdict[str, list[MeetingFacts]] = defaultdict(list)
    for each in facts if by_office else ():
        offices[each.office.zh or each.office.en].append(each)
    return Summary(
        figures(facts, period, today),
        before if before.held.total else None,
        undated,
        *left_out,
        tuple(OfficeFigures(offices[key][0].office, figures(offices[key], period, today)) for key in sorted(offices)),
    )


def _by_day(facts: MeetingFacts) -> tuple[dt.date, str, str]:
    return facts.day or dt.date.max, facts.record, facts.office.zh or facts.office.en
