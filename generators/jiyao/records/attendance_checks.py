"""What can be wrong with the attendance of a record: who is there, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jiyao.problems import Binding, Finding, Place, Severity, check, message
from jiyao.records import derived

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Name
    from jiyao.records.meeting import Meeting


@check("R204", "attendance", severity=Severity.WARNING, binding=Binding.STANDARD)
def quorum_is_met(meeting: Meeting) -> Iterator[Finding]:
    """Some kinds of meetings may resolve only when enough members are there (half, or more than half).

    The share is part of the kind (`quorum` in kinds.yaml). Where the number of members is not known, nothing is said.
    """
    kind = meeting.kind
    if kind and derived.quorum_met(meeting, kind) is False:
        came = derived.people_of((*derived.present(meeting), *derived.represented(meeting)))
        due = derived.expected(meeting)
        if came and due:
            said = message("{came} of {due} members are no quorum", came=came.number, due=due.number)
            yield Finding(_field(meeting, "attendees"), said)


@check("R205", "attendance")
def nobody_attends_twice(meeting: Meeting) -> Iterator[Finding]:
    """A person stands in the attendance once: either there, or away."""
    ids: set[str] = set()
    named: set[Name] = set()
    without_id: set[Name] = set()
    for person in (each.person for each in meeting.everybody if each.person):
        # As `Person.same_as` has it, without asking everybody of that name: two ids tell namesakes apart.
        if person.id in ids or person.name in (without_id if person.id else named):
            yield Finding(person.at, message("{name} stands in the attendance twice", name=person.name))
            continue
        named.add(person.name)
        if person.id:
            ids.add(person.id)
        else:
            without_id.add(person.name)


@check("R206", "attendance")
def chair_is_there(meeting: Meeting) -> Iterator[Finding]:
    """Who chairs a meeting cannot be on leave or absent from it."""
    chair = meeting.chair
    away = [each for each in meeting.everybody if each.person and not each.was_there]
    if chair and any(each.person and chair.same_as(each.person) for each in away):
        said = message("{name} chairs the meeting and is marked as away", name=chair.name)
        yield Finding(chair.at, said)


@check("R217", "attendance", severity=Severity.WARNING)
def chair_is_listed(meeting: Meeting) -> Iterator[Finding]:
    """Who chairs a meeting attends it, so the list of those present should name the chair.

    Where a meeting lists nobody, or only groups, nothing is said.
    """
    chair, people = meeting.chair, [each.person for each in meeting.everybody if each.person]
    is_listed = any(each.person for each in meeting.attendees)
    if chair and is_listed and not any(chair.same_as(each) for each in people):
        yield Finding(chair.at, message("{name} chairs the meeting and is not among the attendees", name=chair.name))


@check("R207", "attendance", severity=Severity.WARNING)
def not_more_than_expected(meeting: Meeting) -> Iterator[Finding]:
    """More members are named than `expected` says should come; one of the two is wrong."""
    named = derived.people_of(derived.members(meeting))
    due = meeting.expected
    if named and due and not due.at_least and named.number > due.number:
        said = message("{named} members are named, {due} are expected", named=named.number, due=due.number)
        yield Finding(_field(meeting, "expected"), said)


def _field(meeting: Meeting, name: str) -> Place:
    """The place of a field of the meeting that carries none of its own: its first item's, else the record's."""
    value: object = getattr(meeting, name)
    first = next(iter(cast("tuple[object, ...]", value)), None) if isinstance(value, tuple) else value
    place: Place = getattr(first, "at", meeting.at)
    return place
