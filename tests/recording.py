"""Records and offices that a test writes as texts, and what the program makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.records.load import Record, load_office, load_records
from jiyao.records.office import NO_OFFICE, Office
from jiyao.records.writing import apart, spliced

if TYPE_CHECKING:
    from jiyao.problems import Problem
    from jiyao.records.attendance import Attendee
    from jiyao.records.meeting import Meeting


def office_of(text: str) -> Office:
    """The office that an `office.yaml` describes, which has nothing wrong with it."""
    office, _, problems = load_office(text.encode(), "office.yaml")
    assert problems == ()
    assert office is not None
    return office


def office_problems(text: str) -> list[str]:
    """Each problem of an `office.yaml` as `line:column code`."""
    return [located(each) for each in load_office(text.encode(), "office.yaml")[2]]


def record(text: str, office: str = "", file: str = "meeting.yaml") -> Record:
    """The only record of a file, read against an office or none."""
    (only,) = load_records(text.encode(), file, office_of(office) if office else NO_OFFICE)
    return only


def meeting(text: str, office: str = "") -> Meeting:
    """The meeting that a record without any problem describes."""
    read = record(text, office)
    assert read.problems == ()
    assert read.meeting is not None
    return read.meeting


def problems(text: str, office: str = "") -> list[str]:
    """Each problem of a record as `line:column code`."""
    return [located(each) for each in record(text, office).problems]


def problem(text: str, office: str = "") -> Problem:
    """The only problem of a record."""
    (only,) = record(text, office).problems
    return only


def located(found: Problem) -> str:
    """A problem as `line:column code`."""
    return f"{found.place.line}:{found.place.column} {found.code}"


def mended(text: str, office: str = "", file: str = "meeting.yaml") -> str:
    """The record with every fix made that its problems bring along."""
    fixes = apart(each.fix for each in record(text, office, file).problems)
    return spliced(text, [edit for fix in fixes for edit in fix])


def line(attendee: Attendee) -> str:
    """Whom one line of the attendance names: `张三` a person, `[各科室]` a group, behind it the status."""
    whom = str(attendee.person.name) if attendee.person else f"[{attendee.group.zh if attendee.group else ''}]"
    return f"{whom} {attendee.status.value}"
