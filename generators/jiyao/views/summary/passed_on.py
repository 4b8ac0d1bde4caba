"""Figures about what was conveyed and studied: by issuer, and as a list."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from jiyao.languages.text import Text
from jiyao.views.summary.facts import Given, MeetingFacts


class Issuer(NamedTuple):
    """What was conveyed of one issuer."""

    name: Text
    """Empty: the records do not say who issued it."""
    items: int
    """Different ones, by name and number."""
    times: int
    """How often, in all meetings."""


class Conveyed(NamedTuple):
    """One item, with the days on which it was conveyed."""

    given: Given
    days: tuple[dt.date, ...]


class PassedOn(NamedTuple):
    """What was conveyed in a period."""

    issuers: tuple[Issuer, ...]
    """The one with the most items first, those that nobody names last."""
    items: tuple[Conveyed, ...]
    """In the order in which they were first conveyed."""
    meetings: int
    """The meetings that conveyed something."""

    @property
    def times(self) -> int:
        """How often something was conveyed."""
        return sum(each.times for each in self.issuers)


def passed_on(facts: Sequence[MeetingFacts]) -> PassedOn:
    """The figures of meetings in the order of their days."""
    items: dict[tuple[str, str], list[dt.date]] = {}
    first: dict[tuple[str, str], Given] = {}
    for meeting in facts:
        for given in meeting.conveyed:
            first.setdefault(given.identity, given)
            items.setdefault(given.identity, []).extend([meeting.day] if meeting.day else [])
    issuers: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    names: dict[str, Text] = {}
    for meeting in facts:
        for given in meeting.conveyed:
            issuer = first[given.identity].issuer
            names.setdefault(issuer.zh or issuer.en, issuer)
            issuers[issuer.zh or issuer.en].append(given.identity)
    counted = (Issuer(names[key], len(set(each)), len(each)) for key, each in issuers.items())
    return PassedOn(
        tuple(
            sorted(counted, key=lambda each: (not each.name, -each.items, -each.times, each.name.zh or each.name.en))
        ),
        tuple(Conveyed(first[identity], tuple(days)) for identity, days in items.items()),
        sum(bool(each.conveyed) for each in facts),
    )
