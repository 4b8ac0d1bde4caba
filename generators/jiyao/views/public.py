"""What of a record a public document may say: an allow-list, field by field, and what the record hides besides.

A view of a public document is given a meeting that holds nothing else, so it cannot print what is not allowed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from jiyao.dataclass import dataclass
from jiyao.records.attendance import Attendee
from jiyao.records.choices import Act, AttendAs, Concept
from jiyao.records.derived import posts_on
from jiyao.records.items import Conveyed, Decision, Due, Item, Statement
from jiyao.records.meeting import Host, Meeting, Series, Venue
from jiyao.records.people import Organisation, Person, Post
from jiyao.records.publication import Attachment, Dateline, Issue, Photo, Publication

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Container, Iterable

T = TypeVar("T")

Fields = frozenset[tuple[type, str]]
"""Fields, each by its record type and its name there."""


def _fields(names: Mapping[type, str]) -> Fields:
    return frozenset((record, name) for record, listed in names.items() for name in listed.split())


@dataclass(frozen=True)
class AllowList:
    """The fields of each record type that a document may know; types that are not named here are values, or unknown.

    `at` and what names a thing within the record (`id`) say nothing of the meeting and are kept.
    """

    fields: Fields

    def without(self, hidden: Iterable[Concept]) -> AllowList:
        """The same list less what the record hides: `access.hide` only subtracts."""
        return AllowList(self.fields.difference(*(HIDES[concept] for concept in hidden)))


HIDES: Mapping[Concept, Fields] = {
    Concept.TIME: _fields({Meeting: "held"}),
    Concept.PLACE: _fields({Meeting: "place venues"}),
    Concept.HOSTS: _fields({Meeting: "hosts"}),
    Concept.BASIS: _fields({Meeting: "basis"}),
    Concept.PURPOSE: _fields({Meeting: "purpose"}),
    Concept.NUMBER: _fields({Meeting: "series"}),
    Concept.CHAIR: _fields({Meeting: "chair"}),
    Concept.ATTENDEES: _fields({Meeting: "attendees observers"}),
    Concept.OBSERVERS: _fields({Meeting: "observers", Item: "observers"}),
    Concept.POSTS: _fields({Person: "posts unit"}),
    Concept.COUNTS: _fields({Attendee: "count"}),
    Concept.REPORTERS: _fields({Item: "reporter"}),
    Concept.CONVEYED: _fields({Meeting: "conveyed", Item: "conveyed"}),
    Concept.STATEMENTS: _fields({Meeting: "statements", Item: "statements"}),
    Concept.REQUIREMENTS: _fields({Meeting: "requirements", Item: "requirements"}),
    Concept.DECISIONS: _fields({Meeting: "decisions", Item: "decisions"}),
    Concept.RESPONSIBLE: _fields(
        {Decision: "responsible supporting lead_official due", Statement: "responsible supporting lead_official due"}
    ),
    Concept.VOTE: _fields({Decision: "vote"}),
    Concept.RECUSED: _fields({Item: "recused"}),
    Concept.LEAVE: _fields({Attendee: "reason proxy", Meeting: "on_leave absent"}),
    Concept.PHOTOS: _fields({Publication: "photos"}),
    Concept.CREDITS: _fields({Publication: "reporters correspondents editor proofreader reviewer author"}),
}
"""The fields that hold each concept, wherever a record groups them."""

_HELD_AND_SAID: Mapping[type, str] = {
    Meeting: (
        "title kind series hosts held venues place mode purpose basis chair attendees observers agenda conveyed "
        "statements requirements decisions wording"
    ),
    Series: "term number year enlarged together_with",
    Host: "organisation part",
    Venue: "name type",
    Organisation: "name short",
    Person: "name posts unit rank",
    Post: "title organisation from_ to",
    Attendee: "person group count attend_as acts status on_behalf_of",
    Conveyed: "title form issuer number date act by",
}
"""What both documents may say. `rank` is never printed: people are put in order by it."""

RELEASE = AllowList(
    _fields({**_HELD_AND_SAID, Meeting: f"{_HELD_AND_SAID[Meeting]} publication"})
    | _fields(
        {
            Item: "number reporter conveyed statements requirements decisions concerns",
            Statement: "verb by text items frame",
            Decision: "text result conditions concerns",
            Publication: (
                "headline kicker subheadline column author source reporters correspondents editor proofreader reviewer "
                "date dateline photos"
            ),
            Photo: "file caption alt credit",
            Dateline: "place agency",
        }
    )
)
"""A release: what the meeting did and said, and nothing of who does what until when, of votes, or of who was away."""

MINUTES = AllowList(
    _fields({**_HELD_AND_SAID, Meeting: f"{_HELD_AND_SAID[Meeting]} issue attachments"})
    | _fields(
        {
            Item: "number first_topic title reporter observers conveyed statements requirements decisions concerns",
            Statement: "verb by text items frame responsible supporting due",
            Decision: "text result conditions responsible supporting due concerns",
            Due: "date shown type",
            Issue: "stage number issued_on printed_by",
            Attachment: "title",
        }
    )
)
"""The public version of minutes: without votes, recusals, absences, lead officials and copies."""


def public(meeting: Meeting, allowed: AllowList) -> Meeting:
    """A meeting that holds nothing but what the list allows and the record does not hide.

    Who was away is not in it, nor a matter that concerns personnel or a case; of a person's posts those of the day.
    """
    hidden = frozenset(meeting.access.hide if meeting.access else ())
    day = meeting.held.first if meeting.held else None
    told = _Keeping(allowed.without(hidden).fields, day).keep(meeting)
    return replace(
        told,
        attendees=_there(told.attendees, hidden),
        observers=_there(told.observers, hidden),
        agenda=tuple(_open_item(item, hidden) for item in told.agenda if item.concerns is None),
        decisions=_open(told.decisions),
    )


@dataclass(frozen=True, slots=True)
class _Keeping:
    """Puts every field that is not allowed back to what it is in a record that does not say it."""

    allowed: Fields
    day: dt.date | None

    def keep(self, value: T) -> T:
        if isinstance(value, tuple):
            return cast(T, tuple(map(self.keep, cast("tuple[object, ...]", value))))
        record = type(value)
        if record not in RECORD_TYPES:
            return value
        kept = {name: self._field(record, name, getattr(value, name), unsaid) for name, unsaid in _UNSAID[record]}
        if isinstance(value, Person):
            kept["posts"] = self.keep(posts_on(value, self.day)) if (Person, "posts") in self.allowed else ()
        return cast(T, replace(cast(Any, value), **kept))

    def _field(self, record: type, name: str, value: object, unsaid: object) -> object:
        if (record, name) in self.allowed:
            return self.keep(value)
        if unsaid is MISSING:
            raise TypeError(f"{record.__name__}.{name} cannot be left out: every allow-list has to name it")
        return unsaid


RECORD_TYPES = frozenset(record for record, _name in RELEASE.fields | MINUTES.fields)
"""The types that are looked into, field by field; what is none of them is a value."""


_UNSAID: Mapping[type, tuple[tuple[str, object], ...]] = {
    record: tuple((each.name, each.default) for each in fields(cast(Any, record)) if each.name not in {"at", "id"})
    for record in RECORD_TYPES
}
"""The fields of each type, each with what it is where a record does not say it; MISSING where it must."""


def _there(attendees: Iterable[Attendee], hidden: Container[Concept]) -> tuple[Attendee, ...]:
    there = (each for each in attendees if each.was_there)
    if Concept.OBSERVERS in hidden:
        there = (each for each in there if each.attend_as is not AttendAs.OBSERVE)
    if Concept.CHAIR in hidden:
        there = (replace(each, acts=tuple(act for act in each.acts if act is not Act.CHAIR)) for each in there)
    return tuple(there)


def _open_item(item: Item, hidden: Container[Concept]) -> Item:
    return replace(item, decisions=_open(item.decisions), observers=_there(item.observers, hidden))


def _open(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(each for each in decisions if each.concerns is None)
