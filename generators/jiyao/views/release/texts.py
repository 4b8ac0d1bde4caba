"""Which texts a release cannot do without in its language, and which it leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, cast

from jiyao.languages.text import Language, Name, Text
from jiyao.problems import Place
from jiyao.records.kinds import Kind
from jiyao.records.meeting import Held, Meeting, Series, Venue, Wording
from jiyao.records.people import Organisation
from jiyao.records.publication import Photo, Publication
from jiyao.views.texts import text_left_out, text_missing

if TYPE_CHECKING:
    from jiyao.problems import Problem
    from jiyao.records.office import Office

Where = tuple[type, str]
"""A field: its record type and its name."""

VALUES = (Text, Name, Place, Kind)
"""What is not looked into."""

OPTIONAL: frozenset[Where] = frozenset(
    (
        (Meeting, "purpose"),
        (Held, "shown"),
        (Series, "term"),
        (Series, "together_with"),
        (Venue, "name"),
        *((Publication, name) for name in ("headline", "kicker", "subheadline", "column", "author", "source")),
        *((Photo, name) for name in ("caption", "alt", "credit")),
    )
)
"""Texts that a release does without, with a note: a headline is then worded by the program."""

UNSAID: frozenset[Where] = frozenset(((Organisation, "short"), (Wording, "text")))
"""Texts in whose place another stands: the full name, the program's own sentence."""


def missing(meeting: Meeting, office: Office, language: Language) -> tuple[Problem, ...]:
    """A problem for each text that the release of this public meeting needs and the record has not in the language."""
    needed = [text for where, text in texts(meeting) if where not in OPTIONAL | UNSAID]
    if office.name and not meeting.hosts:
        needed.append(office.name)
    return tuple(text_missing(text, language) for text in needed if not text.in_language(language))


def left_out(meeting: Meeting, language: Language) -> tuple[Problem, ...]:
    """A note for each text that the release of this public meeting leaves out, since it has no such language."""
    return tuple(
        text_left_out(text, language)
        for where, text in texts(meeting)
        if where in OPTIONAL and text and not text.in_language(language)
    )


def texts(value: object) -> Iterator[tuple[Where, Text]]:
    """All texts of a record, each with the field that holds it, in the order of the fields."""
    if not is_dataclass(value) or isinstance(value, VALUES):
        return
    for each in fields(value):
        held: object = getattr(value, each.name)
        for one in cast("Iterable[object]", held) if isinstance(held, tuple) else (held,):
            if isinstance(one, Text):
                yield (type(value), each.name), one
            else:
                yield from texts(one)
