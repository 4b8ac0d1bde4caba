"""Documents that are tables: agenda paper (议题单), sign-in sheet (签到表), follow-up sheet of a meeting (督办单)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jiyao.languages.moments import chinese_date, chinese_days, chinese_time
from jiyao.languages.text import Language
from jiyao.problems import Problem
from jiyao.records.attendance import Attendee
from jiyao.records.choices import AttendAs, DocumentName, PeopleOrder, Presence
from jiyao.records.derived import FollowUp, follow_up, in_order
from jiyao.records.items import Due, Item
from jiyao.records.meeting import Meeting
from jiyao.records.office import Office
from jiyao.records.people import Person
from jiyao.views.minutes import Properties
from jiyao.views.sentences import affiliation, in_a_row, organisation_name, person_name, posts
from jiyao.views.texts import text_missing

EXPECTED = frozenset((AttendAs.ATTEND, AttendAs.JOIN, AttendAs.GUIDE))
"""Those whom an agenda paper names at its head; others come for an item."""
SPARE_LINES = 3
"""Blank lines at the end of a sign-in sheet, for whom nobody expected."""
LINES_OF_GROUP, MOST_LINES = 5, 60
"""Blank lines for a group of which nobody knows how many they are, and for a group at most."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line above the table."""

    label: str
    """What it is, with its colon."""
    text: str
    """What it says."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the table."""

    cells: tuple[str, ...]
    """What stands in it; empty where somebody is to write."""


@dataclass(frozen=True, slots=True)
class FormView:
    """A document that is a table to be filled in by hand."""

    title: str
    """The title of the document."""
    facts: tuple[Fact, ...]
    """The meeting, its time and place, as far as they are known."""
    head: tuple[str, ...]
    """The names of the columns."""
    rows: tuple[FormRow, ...]
    """The rows, and blank ones to write in."""
    properties: Properties
    """Title, author and language of the file."""


def agenda_view(meeting: Meeting, office: Office) -> FormView | tuple[Problem, ...]:
    """The agenda paper, which is read before the meeting: nothing of what was said or resolved is in it.

    Without an agenda it has what was to be conveyed; what comes up at the meeting is written into blank lines.
    """
    head = ("序号", "议　题", "汇报人", "列席人员", "备　注")
    outside = [each for item in meeting.items[: len(meeting.items) - len(meeting.agenda)] for each in item.conveyed]
    members = [each for each in in_order(meeting.everybody, office.house.people_order) if each.attend_as in EXPECTED]
    titles = [*(each.title for each in outside), *(each.title for each in meeting.agenda if each.title)]
    joining = [each for item in meeting.agenda for each in item.observers]
    groups = [each.group for each in (*members, *joining) if each.group]
    if missing := [each for each in (*titles, *groups) if not each.zh]:
        return tuple(text_missing(text, Language.ZH) for text in missing)
    day = meeting.held.first if meeting.held else None
    rows: list[tuple[str, ...]] = [(each.title.zh, _names(each.by), "", "") for each in outside]
    rows += [_topic(each, day) for each in meeting.agenda] or [("",) * 4] * SPARE_LINES
    numbered = tuple(FormRow((str(number), *row)) for number, row in enumerate(rows, start=1))
    view = _view("议题单", head, numbered, meeting, office)
    if isinstance(view, tuple):
        return view
    people = "、".join(_member(each) for each in members)
    return replace(view, facts=(*view.facts, Fact("出席：", people))) if people else view


def _topic(item: Item, day: dt.date | None) -> tuple[str, ...]:
    """An item as it is announced: what it is about, who reports, who joins for it."""
    first = "（第一议题）" if item.first_topic and item.title and "第一议题" not in item.title.zh else ""
    joining = [_observer(each, day) for each in item.observers]
    return ((item.title.zh if item.title else "") + first, _names(item.reporter), "\n".join(joining), "")


def _observer(attendee: Attendee, day: dt.date | None) -> str:
    if attendee.person is None:
        return attendee.group.zh if attendee.group else ""
    return affiliation(attendee.person, day) + person_name(attendee.person)


def _member(attendee: Attendee) -> str:
    return person_name(attendee.person) if attendee.person else attendee.group.zh if attendee.group else ""


def _names(people: Sequence[Person]) -> str:
    return "、".join(map(person_name, people))


def sign_in_view(meeting: Meeting, office: Office) -> FormView | tuple[Problem, ...]:
    """The sign-in sheet: everybody who is expected, by unit and rank, and enough blank lines for the others."""
    head = ("序号", "单　位", "姓　名", "职　务", "签　　　到", "备　注")
    people = [each for each in in_order(meeting.everybody, PeopleOrder.RANK) if each.person]
    listed = [
        (unit, each) for unit, each in ((_unit(each), each) for each in people) if each.attend_as is not AttendAs.WATCH
    ]
    units = list(dict.fromkeys(unit for unit, _each in listed))
    rows = [_signer(each, unit, meeting) for unit in units for own, each in listed if own == unit]
    rows += [
        (each.group.zh if each.group else "", "", "", "", "") for each in meeting.everybody for _ in range(_lines(each))
    ]
    rows += [("",) * 5] * SPARE_LINES
    numbered = tuple(FormRow((str(number), *row)) for number, row in enumerate(rows, start=1))
    return _view("签到表", head, numbered, meeting, office)


def follow_up_view(meeting: Meeting, office: Office) -> FormView | tuple[Problem, ...]:
    """The follow-up sheet: each matter with who does it, with whom, who answers for it, and until when."""
    head = ("序号", "事　项", "牵头单位", "配合单位", "责任领导", "时　限", "办理情况（责任单位填写）")
    matters = follow_up(meeting)
    if missing := [each.matter.text for each in matters if not each.matter.text.zh]:
        return tuple(text_missing(text, Language.ZH) for text in missing)
    rows = tuple(FormRow((str(number), *_matter(each))) for number, each in enumerate(matters, start=1))
    return _view("督办单", head, rows, meeting, office)


def _view(
    name: str, head: tuple[str, ...], rows: tuple[FormRow, ...], meeting: Meeting, office: Office
) -> FormView | tuple[Problem, ...]:
    if not meeting.title.zh:
        return (text_missing(meeting.title, Language.ZH),)
    title = f"{meeting.title.zh}{name}"
    return FormView(title, tuple(_facts(meeting)), head, rows, Properties(title, office.name.zh, Language.ZH.tag))


def _facts(meeting: Meeting) -> Iterator[Fact]:
    held = meeting.held
    if held and held.first:
        moment = chinese_time(held.begins) if held.begins else held.part
        yield Fact("时间：", chinese_days(held.first, held.last) + moment)
    if rooms := [room.name.zh for room in meeting.rooms if room.name.zh]:
        yield Fact("地点：", "、".join(rooms))
    if meeting.chair:
        yield Fact("主持人：", person_name(meeting.chair))


def _unit(attendee: Attendee) -> str:
    unit = attendee.person.unit if attendee.person else None
    return organisation_name(unit) if unit else ""


def _signer(attendee: Attendee, unit: str, meeting: Meeting) -> tuple[str, ...]:
    person = attendee.person
    day = meeting.held.first if meeting.held else None
    remark = attendee.status.word if attendee.status in {Presence.LEAVE, Presence.PROXY} else ""
    observes = attendee.attend_as.word if attendee.attend_as is not AttendAs.ATTEND else ""
    remarks = "，".join(filter(None, (observes, remark)))
    return (unit, person_name(person), posts(person, day), "", remarks) if person else ("",) * 5


def _lines(attendee: Attendee) -> int:
    """Blank lines for a group; none for a person."""
    if not attendee.group:
        return 0
    return min(attendee.count.number, MOST_LINES) if attendee.count else LINES_OF_GROUP


def _matter(each: FollowUp) -> tuple[str, ...]:
    matter = each.matter
    units = (in_a_row([organisation_name(unit) for unit in some]) for some in (matter.responsible, matter.supporting))
    # One below the other, so that no name is split.
    leads = "\n".join(person_name(person) for person in matter.lead_official)
    return (matter.text.zh, *units, leads, _due(matter.due), "")


def _due(due: Due | None) -> str:
    if due is None:
        return ""
    return f"{chinese_date(due.date)}前" if due.date else (due.shown.zh if due.shown else due.type.word)


FORMS: Mapping[DocumentName, Callable[[Meeting, Office], FormView | tuple[Problem, ...]]] = {
    DocumentName.AGENDA: agenda_view,
    DocumentName.SIGN_IN: sign_in_view,
    DocumentName.FOLLOW_UP: follow_up_view,
}
"""The view of each document that is a table."""
