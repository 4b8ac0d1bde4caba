"""What a release tells and in which order, before it is worded: the same for every language, so both tell the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from jiyao.records.choices import Act, AttendAs, ConveyAct, HostPart
from jiyao.records.derived import goes_on, in_order
from jiyao.records.people import Organisation

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from jiyao.records.attendance import Attendee
    from jiyao.records.items import Conveyed, Decision, Item, Statement
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office
    from jiyao.records.people import Person


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a release tells, in one paragraph or a few; `name` is that of its sentence in `wording`."""

    name: str


@dataclass(frozen=True, slots=True)
class Lead(Part):
    """That the meeting was held: why, when, where, by whom; all of it stands in the meeting itself."""


@dataclass(frozen=True, slots=True)
class Participants:
    """People or groups who took part in one capacity and did the same things, in their order."""

    attend_as: AttendAs
    acts: tuple[Act, ...]
    who: tuple[Attendee, ...]


@dataclass(frozen=True, slots=True)
class Attendance(Part):
    """Who was there: the chair, then those who did something, then the others."""

    chair: Person | None
    chair_acts: tuple[Act, ...]
    """What the chair did besides chairing."""
    participants: tuple[Participants, ...]


@dataclass(frozen=True, slots=True)
class Told(Part):
    """Something that was conveyed or studied: neighbours of one act by the same people."""

    act: ConveyAct
    by: tuple[Person, ...]
    items: tuple[Conveyed, ...]


@dataclass(frozen=True, slots=True)
class Reported(Part):
    """Who reported on an item of the agenda."""

    item: Item


@dataclass(frozen=True, slots=True)
class Said(Part):
    """A statement; `again` where the same speaker goes on with the same verb."""

    statement: Statement
    again: bool = False


@dataclass(frozen=True, slots=True)
class Required(Part):
    """The requirements of an item, or of the meeting; `again` where a statement before them required already."""

    statements: tuple[Statement, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Resolved(Part):
    """The decisions of an item, or of the meeting."""

    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A release, told and not yet worded."""

    meeting: Meeting
    """What may be public of it."""
    office: Office
    parts: tuple[Part, ...]

    @property
    def hosts(self) -> tuple[Organisation, ...]:
        """Who holds the meeting: its hosts, else the office; nobody where neither is known."""
        hosts = tuple(host.organisation for host in self.meeting.hosts if host.part is HostPart.HOST)
        itself = Organisation(name=self.office.name, short=self.office.short)
        return hosts or ((itself,) if self.office.name else ())

    @property
    def bodies(self) -> tuple[Organisation, ...]:
        """The office and all bodies that it knows, and those that the record describes itself."""
        itself = Organisation(name=self.office.name, short=self.office.short)
        return (itself, *self.office.organisations, *(host.organisation for host in self.meeting.hosts))

    @property
    def day(self) -> dt.date | None:
        """The day whose posts people are named with."""
        return self.meeting.held.first if self.meeting.held else None

    @property
    def year(self) -> int | None:
        """The year that goes without saying: that of the publication."""
        publication = self.meeting.publication
        return publication.date.year if publication and publication.date else None


def story(meeting: Meeting, office: Office) -> Story:
    """The parts of a release of what may be public of a meeting, in their order."""
    attendance = _attendance(meeting, office)
    parts: list[Part] = [Lead("release.lead"), *([attendance] if attendance.chair or attendance.participants else [])]
    for number, item in enumerate(meeting.items, 1 + len(meeting.agenda) - len(meeting.items)):
        parts += _of_item(item, f"release.agenda.{number}" if number else "release")
    return Story(meeting, office, tuple(parts))


def _of_item(item: Item, name: str) -> Iterator[Part]:
    if item.reporter:
        yield Reported(f"{name}.report", item)
    for number, ((act, by), items) in enumerate(groupby(item.conveyed, key=_act_and_people), start=1):
        yield Told(f"{name}.conveyed.{number}", act, by, tuple(items))
    before: Statement | None = None
    for number, statement in enumerate(item.statements, start=1):
        yield Said(f"{name}.statements.{number}", statement, goes_on(before, statement))
        before = statement
    if item.requirements:
        yield Required(f"{name}.requirements", item.requirements, goes_on(before, item.requirements[0]))
    if item.decisions:
        yield Resolved(f"{name}.decisions", item.decisions)


def _act_and_people(item: Conveyed) -> tuple[ConveyAct, tuple[Person, ...]]:
    return item.act or ConveyAct.CONVEY_AND_STUDY, item.by


def _attendance(meeting: Meeting, office: Office) -> Attendance:
    """Who took part; those who were away are no part of a release."""
    there = [each for each in in_order(meeting.everybody, office.house.people_order) if each.was_there]
    chair = meeting.chair or next((each.person for each in there if Act.CHAIR in each.acts), None)
    in_chair = [each for each in there if chair and each.person and each.person.same_as(chair)]
    others = [each for each in there if each not in in_chair]
    told = [replace(each, acts=_left_to_tell(each, meeting)) for each in others]
    acts = _left_to_tell(in_chair[0], meeting) if in_chair else ()
    doing = _participants(each for each in told if each.acts)
    return Attendance("release.attendance", chair, acts, (*doing, *_plain(told)))


def _left_to_tell(attendee: Attendee, meeting: Meeting) -> tuple[Act, ...]:
    """What somebody did, without what other parts of the release tell: chairing, conveying, reporting on an item."""
    told = {Act.CHAIR}
    if _is_among(attendee, (person for item in meeting.items for each in item.conveyed for person in each.by)):
        told.add(Act.CONVEY)
    if _is_among(attendee, (person for item in meeting.items for person in item.reporter)):
        told.add(Act.REPORT)
    return tuple(act for act in attendee.acts if act not in told)


def _is_among(attendee: Attendee, people: Iterable[Person]) -> bool:
    person = attendee.person
    return person is not None and any(person.same_as(each) for each in people)


def _participants(attendees: Iterable[Attendee]) -> Iterator[Participants]:
    """Neighbours who did the same, for themselves or on behalf of the same people, together."""
    for (attend_as, acts, _behalf), who in groupby(attendees, key=_what_they_did):
        yield Participants(attend_as, acts, tuple(who))


def _what_they_did(attendee: Attendee) -> tuple[AttendAs, tuple[Act, ...], tuple[Person, ...]]:
    return attendee.attend_as, attendee.acts, attendee.on_behalf_of


def _plain(attendees: Iterable[Attendee]) -> Iterator[Participants]:
    """Those who were there and of whom no more is told: all of one capacity together."""
    rest = [each for each in attendees if not each.acts]
    for attend_as in dict.fromkeys(each.attend_as for each in rest):
        yield Participants(attend_as, (), tuple(each for each in rest if each.attend_as is attend_as))
