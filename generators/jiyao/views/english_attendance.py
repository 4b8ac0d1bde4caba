"""Present, Apologies, In attendance: who was there and who was not, a line for each label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.languages.romanisation import english_name
from jiyao.records.choices import AttendAs, Presence
from jiyao.records.derived import in_order
from jiyao.views.english_matters import in_line, names
from jiyao.views.release.english.sentences import capitalised, joined, own, printed, uncapitalised
from jiyao.views.release.view import Labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.records.attendance import Attendee
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office
    from jiyao.views.release.english.mentions import Mentions
    from jiyao.views.release.english.sentences import Runs

LABELS = {
    AttendAs.GUIDE: "Attending to give guidance",
    AttendAs.ATTEND: "Present",
    AttendAs.JOIN: "Taking part",
    AttendAs.OBSERVE: "In attendance",
    AttendAs.AUDIT: "Sitting in",
    AttendAs.WATCH: "Following remotely",
}
APOLOGIES, ABSENT = "Apologies", "Absent"
ORDER = (
    LABELS[AttendAs.GUIDE],
    LABELS[AttendAs.ATTEND],
    LABELS[AttendAs.JOIN],
    APOLOGIES,
    ABSENT,
    LABELS[AttendAs.OBSERVE],
    LABELS[AttendAs.AUDIT],
    LABELS[AttendAs.WATCH],
)
"""The labels in the order of the page, which is that of the Chinese minutes."""


def attendance(meeting: Meeting, office: Office, mentions: Mentions) -> Iterator[Labelled]:
    """One line for each label that anybody stands under, with posts at the first mention."""
    listed = [(_label(each), each) for each in in_order(meeting.everybody, office.house.people_order)]
    for label in ORDER:
        if some := [_entry(each, mentions) for own_label, each in listed if own_label == label]:
            yield Labelled(f"{label}: ", in_line(some))


def _label(attendee: Attendee) -> str:
    """The word under which somebody is listed: absence first, then the capacity in which they came."""
    if attendee.status is Presence.ABSENT:
        return ABSENT
    return APOLOGIES if attendee.status in {Presence.LEAVE, Presence.PROXY} else LABELS[attendee.attend_as]


def _entry(attendee: Attendee, mentions: Mentions) -> Runs:
    """A name with its posts, or a group, and in brackets what is to be said of them."""
    remarks = [_count(attendee), _how(attendee)]
    if attendee.proxy:
        remarks.append(f"represented by {english_name(attendee.proxy.name)}")
    if attendee.on_behalf_of:
        remarks.append(f"on behalf of {names(attendee.on_behalf_of)}")
    said: list[Runs] = [(own(each),) for each in remarks if each]
    if attendee.reason and attendee.reason.en:
        said.append(uncapitalised(printed(attendee.reason)))
    brackets = joined(" (", in_line(said), ")") if said else ()
    return (*_who(attendee, mentions), *brackets)


def _who(attendee: Attendee, mentions: Mentions) -> Runs:
    """The full name, in a list, also of whom the page has named before; posts the first time."""
    if attendee.person is None:
        return capitalised(printed(attendee.group))
    full = english_name(attendee.person.name)
    name, posts = mentions.apposition(attendee.person)
    return (own(", ".join(filter(None, (name if name.startswith(full) else full, posts)))),)


def _count(attendee: Attendee) -> str:
    if attendee.count is None:
        return ""
    number = attendee.count.number
    return f"{'more than ' if attendee.count.at_least else ''}{number} {'person' if number == 1 else 'people'}"


def _how(attendee: Attendee) -> str:
    return {Presence.ONLINE: "online", Presence.LATE: "late"}.get(attendee.status, "")
