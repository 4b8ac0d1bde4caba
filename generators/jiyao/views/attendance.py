"""出席, 请假, 列席: who was there and who was not (GB/T 9704-2012, 10.3).

Each label starts its own paragraph after the body; names are padded to three characters, lines hang under the
first name, and no name is ever split over two lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.languages.names import padded
from jiyao.records.choices import AttendAs, Presence
from jiyao.records.derived import in_order, kind_of
from jiyao.views.cells import LINE, filled
from jiyao.views.fragments import Emphasis, Paragraph, Role
from jiyao.views.sentences import affiliation, in_a_row, own, person_name

if TYPE_CHECKING:
    import datetime as dt

    from jiyao.records.attendance import Attendee
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office
    from jiyao.records.people import Person

HANGING = 5
"""字 before the names: two of indent, and the label 出席 with its colon (10.3)."""

LABELS = ("到会指导", "出席", "参加", "请假", "缺席", "列席", "旁听", "收听收看")
"""The labels in the order of the page: the standard's three keep the standard's order."""

WITH_UNITS = frozenset((AttendAs.OBSERVE, AttendAs.JOIN, AttendAs.GUIDE, AttendAs.AUDIT, AttendAs.WATCH))
"""Those whose unit is named before the name; members (出席) are the office's own."""


def attendance(meeting: Meeting, office: Office) -> tuple[Paragraph, ...]:
    """One paragraph for each label that anybody stands under."""
    by_label: dict[str, list[Attendee]] = {}
    for attendee in in_order(meeting.everybody, office.house.people_order):
        by_label.setdefault(label(attendee), []).append(attendee)
    day = meeting.held.first if meeting.held else None
    strangers = kind_of(meeting).names_units
    return tuple(
        _paragraph(each, [_shown(attendee, office, day, strangers=strangers) for attendee in by_label[each]])
        for each in LABELS
        if each in by_label
    )


def label(attendee: Attendee) -> str:
    """The word under which somebody is listed: absence first, then the capacity in which they came."""
    if attendee.status is Presence.ABSENT:
        return "缺席"
    if attendee.status in {Presence.LEAVE, Presence.PROXY}:
        return "请假"
    return attendee.attend_as.word


def _paragraph(name: str, texts: list[str]) -> Paragraph:
    pieces = [f"{text}、" for text in texts[:-1]] + texts[-1:]
    longer = len(name) - 2  # a longer label pushes the first name to the right
    lines = filled(pieces, LINE - HANGING - longer, LINE - HANGING)
    return Paragraph(Role.NAMES, (own(f"{name}：", Emphasis.HEADING), own(lines)))


def _shown(attendee: Attendee, office: Office, day: dt.date | None, *, strangers: bool) -> str:
    said = (headcount(attendee), _how(attendee), _reason(attendee), _proxy(attendee), _behalf(attendee))
    remarks = "，".join(filter(None, said))
    return _who(attendee, office, day, strangers=strangers) + (f"（{remarks}）" if remarks else "")


def _who(attendee: Attendee, office: Office, day: dt.date | None, *, strangers: bool) -> str:
    """The name, with the unit before it where the members are strangers to each other or this one is to the office."""
    if attendee.person is None:
        return attendee.group.zh if attendee.group else ""
    says_unit = strangers or attendee.attend_as in WITH_UNITS or not _belongs(attendee.person, office)
    return (affiliation(attendee.person, day) if says_unit else "") + padded(person_name(attendee.person))


def _belongs(person: Person, office: Office) -> bool:
    return any(person.same_as(each) for each in office.people)


def headcount(attendee: Attendee) -> str:
    """How many a group is: 12人, 30余人, 12人以上; "" where that is unknown, and for a person."""
    if attendee.count is None:
        return ""
    number = attendee.count.number
    if not attendee.count.at_least:
        return f"{number}人"
    return f"{number}余人" if number % 10 == 0 else f"{number}人以上"


def _reason(attendee: Attendee) -> str:
    return attendee.reason.zh if attendee.reason else ""


def _proxy(attendee: Attendee) -> str:
    return f"委托{person_name(attendee.proxy)}参会" if attendee.proxy else ""


def _behalf(attendee: Attendee) -> str:
    names = in_a_row([person_name(each) for each in attendee.on_behalf_of])
    return f"受{names}委托" if names else ""


def _how(attendee: Attendee) -> str:
    """线上; and 迟到, where a reason follows that would be read as one for being away."""
    late = attendee.status is Presence.LATE and attendee.reason is not None
    return "线上" if attendee.status is Presence.ONLINE else "迟到" if late else ""
