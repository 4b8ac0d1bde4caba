"""What of a record a summary counts, as small as can be: a province holds hundreds of thousands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jiyao.languages.text import Text
from jiyao.records.attendance import Attendee, Count
from jiyao.records.choices import AttendAs, Form, Mode, Presence, Verb
from jiyao.records.derived import expected, headcount, kind_of, people_of, posts_on, present
from jiyao.records.following import Matter, matters_of
from jiyao.records.kinds import Kind
from jiyao.records.meeting import Held, Meeting
from jiyao.records.progress import Key, Progress

MINUTES_OF_HOUR = 60


class Seat(NamedTuple):
    """One person who was expected, in whatever capacity. Who came for somebody else takes that one's seat."""

    unit: Text
    """Empty where neither the person nor a post names one."""
    person: str
    presence: Presence


class Given(NamedTuple):
    """One item that a meeting conveyed or studied."""

    title: Text
    form: Form | None
    issuer: Text
    """Empty where the record names none."""
    number: str
    date: dt.date | None

    @property
    def identity(self) -> tuple[str, str]:
        """What makes it the same document in two meetings: its name and its number."""
        return self.title.zh or self.title.en, self.number


class MeetingFacts(NamedTuple):
    """One meeting, as a summary counts it."""

    record: str
    office: Text
    title: Text
    day: dt.date | None
    """The first day; None where the record says none."""
    kind: Kind
    mode: Mode | None
    minutes: int | None
    """How long it was, where it began and ended at known times of one day."""
    there: Count | None
    """Everybody who was there, in whatever capacity."""
    members_there: Count | None
    members_expected: Count | None
    seats: tuple[Seat, ...]
    has_first_topic: bool
    conveyed: tuple[Given, ...]
    decisions: int
    requirements: int
    matters: tuple[Matter, ...]
    branch: Text = Text()
    """The Party branch whose meeting it was, where the record names it as the host; else empty."""


BRANCH_KINDS = ("branch-assembly", "branch-committee", "party-cell", "party-lecture")
"""三会一课: a Party branch owes all four, so that one of which none was held is shown with 0."""


def facts_of(record: str, meeting: Meeting, office: Text, progress: Mapping[Key, Progress]) -> MeetingFacts:
    """What is counted of a meeting; `record` is what `follow-up.csv` knows it by."""
    there = tuple(each for each in meeting.everybody if each.was_there)
    items = meeting.items
    return MeetingFacts(
        record,
        office,
        meeting.title,
        meeting.held.first if meeting.held else None,
        kind_of(meeting),
        meeting.mode,
        minutes_of(meeting.held),
        people_of(there) if there else None,
        headcount(meeting, present(meeting)),
        expected(meeting),
        tuple(_seats(meeting)),
        any(item.first_topic for item in items),
        tuple(
            Given(each.title, each.form, each.issuer.name if each.issuer else Text(), each.number or "", each.date)
            for item in items
            for each in item.conveyed
        ),
        sum(len(item.decisions) for item in items),
        sum(each.verb is Verb.REQUIRE for item in items for each in item.said),
        tuple(matters_of(record, meeting, progress)),
        _branch(meeting),
    )


def _branch(meeting: Meeting) -> Text:
    if kind_of(meeting).key not in BRANCH_KINDS or len(meeting.hosts) != 1:
        return Text()
    return meeting.hosts[0].organisation.name


def minutes_of(held: Held | None) -> int | None:
    """How many minutes a meeting took; None where a time is unknown, or where it went over more than one day."""
    if held is None or held.begins is None or held.ends is None or held.last not in {None, held.first}:
        return None
    took = (held.ends.hour - held.begins.hour) * MINUTES_OF_HOUR + held.ends.minute - held.begins.minute
    return took if took > 0 else None


def _seats(meeting: Meeting) -> Iterator[Seat]:
    day = meeting.held.first if meeting.held else None
    for each in meeting.everybody:
        if each.person and not each.on_behalf_of and each.attend_as not in {AttendAs.AUDIT, AttendAs.WATCH}:
            yield Seat(_unit(each, day), str(each.person.name), each.status)


def _unit(attendee: Attendee, day: dt.date | None) -> Text:
    person = attendee.person
    if person is None:
        return Text()
    if person.unit:
        return person.unit.name
    units = (post.organisation for post in posts_on(person, day) if post.organisation)
    return next((unit.name for unit in units), Text())
