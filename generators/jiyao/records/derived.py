"""What follows from a record and is written nowhere: who was expected, present, absent; quorum; order; follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.languages.order import pinyin_key, stroke_key
from jiyao.records.attendance import Count
from jiyao.records.choices import AttendAs, PeopleOrder, Presence, Stage, Voters
from jiyao.records.items import Decision, Statement
from jiyao.records.kinds import general_kind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from jiyao.records.attendance import Attendee
    from jiyao.records.kinds import Kind
    from jiyao.records.meeting import Meeting
    from jiyao.records.people import Person, Post
    from jiyao.records.publication import Issue


def kind_of(meeting: Meeting) -> Kind:
    """The kind of a meeting; the general one, which assumes nothing, where the record names none."""
    return meeting.kind or general_kind()


WITH_A_VOTE = frozenset((AttendAs.ATTEND,))
"""列席, 旁听 and the rest are there without a vote."""


def people_of(attendees: Iterable[Attendee]) -> Count | None:
    """How many people some attendees are; None where the size of a group among them is unknown."""
    total, at_least = 0, False
    for attendee in attendees:
        if attendee.group and attendee.count is None:
            return None
        count = attendee.count or Count(1)
        total, at_least = total + count.number, at_least or count.at_least
    return Count(total, at_least)


def members(meeting: Meeting) -> tuple[Attendee, ...]:
    """Those who belong to the meeting (出席), there or not; the chair, where the list forgets him, is not added."""
    return tuple(each for each in meeting.everybody if each.attend_as in WITH_A_VOTE)


def present(meeting: Meeting) -> tuple[Attendee, ...]:
    """The members who took part, in the room or from afar, on time or late; who sent somebody else did not."""
    return tuple(each for each in members(meeting) if each.was_there)


def represented(meeting: Meeting) -> tuple[Attendee, ...]:
    """The members who sent somebody to vote for them.

    Of a board they count as there (公司法: a director may authorise another one in writing); elsewhere nobody votes
    for others.
    """
    directors = kind_of(meeting).voters is Voters.DIRECTORS
    return tuple(each for each in members(meeting) if directors and each.status is Presence.PROXY)


def absent(meeting: Meeting) -> tuple[Attendee, ...]:
    """The members who did not take part, with leave or without."""
    return tuple(each for each in members(meeting) if not each.was_there)


def expected(meeting: Meeting) -> Count | None:
    """How many members should have come: what the record says, else all that it names; None where that is unknown."""
    return meeting.expected or headcount(meeting, members(meeting))


def headcount(meeting: Meeting, some: Iterable[Attendee]) -> Count | None:
    """How many people some of the members are; None also where the record names no member: then nobody counted."""
    return people_of(some) if members(meeting) else None


def quorum_met(meeting: Meeting, kind: Kind) -> bool | None:
    """Whether enough members were there; None where the kind asks for no quorum or the numbers are unknown."""
    due, came = expected(meeting), headcount(meeting, (*present(meeting), *represented(meeting)))
    if kind.quorum is None or kind.voters is Voters.NOBODY or due is None or came is None or due.at_least:
        return None
    if kind.quorum.met(came.number, due.number):
        return True
    return None if came.at_least else False


def posts_on(person: Person, day: dt.date | None) -> tuple[Post, ...]:
    """The posts that a person held on that day, in the order in which they are printed."""
    return tuple(post for post in person.posts if post.held_on(day))


def in_order(attendees: Iterable[Attendee], order: PeopleOrder) -> tuple[Attendee, ...]:
    """Attendees in the stated order, people before groups; nobody is dropped, and ties stay as the record has them.

    By rank, people without one come after those with one. `given` changes nothing.
    """
    listed = tuple(attendees)
    if order is PeopleOrder.GIVEN:
        return listed
    people = sorted((each for each in listed if each.person), key=_key(order))
    return (*people, *(each for each in listed if not each.person))


def _key(order: PeopleOrder) -> Callable[[Attendee], tuple[object, ...]]:
    def key(attendee: Attendee) -> tuple[object, ...]:
        person = attendee.person
        if person is None:
            return ()
        if order is PeopleOrder.RANK:
            return (person.rank is None, person.rank or 0)
        return (stroke_key if order is PeopleOrder.STROKES else pinyin_key)(person.name)

    return key


def goes_on(before: Statement | None, statement: Statement) -> bool:
    """Whether the same speaker goes on with the same verb: 会议还强调."""
    return before is not None and (before.by, before.verb) == (statement.by, statement.verb)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One matter to be followed up: a decision, or a requirement that names who or until when."""

    matter: Decision | Statement
    item: int
    """The number of the agenda item it belongs to, from 1; 0 where it stands outside the agenda."""
    id: str
    """Which matter of its record it is: `d2` the second decision, `r1` the first requirement, `s3` the third statement;
    `2.d1` the first decision of the second agenda item."""


def follow_up(meeting: Meeting) -> tuple[FollowUp, ...]:
    """The matters of a meeting that somebody has to do, in the order of the record."""
    found: list[FollowUp] = []
    for number, item in enumerate(meeting.items, 1 + len(meeting.agenda) - len(meeting.items)):
        lists: tuple[tuple[str, tuple[Decision | Statement, ...]], ...] = (
            ("d", item.decisions),
            ("s", item.statements),
            ("r", item.requirements),
        )
        found += [
            FollowUp(matter, number, f"{number}.{letter}{place}" if number else f"{letter}{place}")
            for letter, matters in lists
            for place, matter in enumerate(matters, 1)
            if matter.responsible or matter.due
        ]
    return tuple(found)


DRAFT_REMARK = "送审稿"
"""What minutes are called until they are signed (usual: the standard knows only what is issued)."""


def draft_remark(issue: Issue) -> str:
    """送审稿, while the record says that the minutes are a draft or under review; a stage not stated says nothing."""
    return DRAFT_REMARK if issue.stage in {Stage.DRAFT, Stage.REVIEW} else ""
