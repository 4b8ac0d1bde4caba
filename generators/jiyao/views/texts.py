"""Which texts a document cannot do without, and which it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.languages.text import Language
from jiyao.problems import Binding, Finding, Problem, Severity, message, problem
from jiyao.records.derived import posts_on
from jiyao.views.appendices import left_out_of_appendices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiyao.languages.text import Text
    from jiyao.records.attendance import Attendee
    from jiyao.records.items import Decision, Statement
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office
    from jiyao.records.people import Organisation


SHOWN = 24
"""Characters of a text that a hint repeats; a longer one is not written in one line either."""


@problem("D101", "translation", binding=Binding.FORMAT)
def text_missing(text: Text, language: Language) -> Finding:
    """A text that the document needs does not exist in the document's language, so the document is not made.

    The other language is never printed instead. Write the text in both languages:
    `text: {zh: 自查, en: self-inspection}`, each as a block where it is long.
    """
    here = text.zh or text.en
    shown = here if len(here) <= SHOWN and "\n" not in here else "…"
    pair = f"{{zh: {shown}, en: …}}" if language is Language.EN else f"{{zh: …, en: {shown}}}"
    hint = message("write it in both languages: `{pair}`", pair=pair)
    return Finding(text.place, message("this text is missing in `{language}`", language=language.value), hint)


@problem("D102", "translation", severity=Severity.NOTE)
def text_left_out(text: Text, language: Language) -> Finding:
    """A text that the document can do without does not exist in the document's language, so it is left out.

    The other language is never printed instead. Write the text in both languages, or leave it as it is.
    """
    return Finding(text.place, message("left out: this text is missing in `{language}`", language=language.value))


@problem("D108", "layout", severity=Severity.NOTE)
def only_named(text: Text) -> Finding:
    """In minutes in both languages in one file an attachment is named and not printed behind the text.

    Its table would stand in one column. `-l zh,en` makes the minutes in each language with their attachments.
    """
    hint = message("`-l zh,en` makes minutes that print it")
    return Finding(text.place, message("this attachment is named, not printed, in both languages at once"), hint)


def only_named_attachments(meeting: Meeting) -> tuple[Problem, ...]:
    """A note for each attachment of which minutes in both languages print no more than the name."""
    return tuple(only_named(each.title) for each in meeting.attachments if each.text or each.table)


def left_out_texts(meeting: Meeting, language: Language) -> tuple[Problem, ...]:
    """A note for each text that minutes would print and leave out, since the record has it only in another language."""
    missing = (text for text in _optional(meeting) if not text.in_language(language))
    return tuple(text_left_out(text, language) for text in (*missing, *left_out_of_appendices(meeting, language)))


def _optional(meeting: Meeting) -> Iterator[Text]:
    if meeting.purpose:
        yield meeting.purpose
    yield from (room.name for room in meeting.rooms)
    if meeting.held and meeting.held.shown:
        yield meeting.held.shown
    if meeting.series and meeting.series.term:
        yield meeting.series.term
    yield from (each.reason for each in meeting.everybody if each.reason)


def missing_texts(meeting: Meeting, office: Office, language: Language) -> tuple[Problem, ...]:
    """A problem for each text that minutes cannot leave out and that the record has only in another language."""
    return tuple(text_missing(text, language) for text in _needed(meeting, office) if not text.in_language(language))


def _needed(meeting: Meeting, office: Office) -> Iterator[Text]:
    yield meeting.title
    yield from (each.name for each in _organisations(meeting, office))
    yield from _posts(meeting)
    yield from _groups(meeting.everybody)
    yield from (each.title for each in meeting.attachments)
    for item in meeting.items:
        if item.title:
            yield item.title
        yield from _groups(item.observers)
        yield from (each.title for each in item.conveyed)
        yield from (text for each in item.said for text in (each.text, *each.items))
        yield from (text for each in item.decisions for text in (each.text, each.conditions) if text)
        matters: tuple[Statement | Decision, ...] = (*item.said, *item.decisions)
        yield from (each.due.shown for each in matters if each.due and each.due.shown)


def _organisations(meeting: Meeting, office: Office) -> Iterator[Organisation]:
    """The bodies that minutes name."""
    issue, house = meeting.issue, office.house
    yield from (each.organisation for each in meeting.hosts)
    yield from meeting.basis
    yield from issue.copies_to or house.copies_to
    yield from filter(None, (issue.printed_by or house.printed_by, house.issuer))
    for item in meeting.items:
        yield from (each.issuer for each in item.conveyed if each.issuer)
        matters: tuple[Statement | Decision, ...] = (*item.said, *item.decisions)
        yield from (unit for matter in matters for unit in (*matter.responsible, *matter.supporting))


def _posts(meeting: Meeting) -> Iterator[Text]:
    """The posts before the names of those who chaired and reported."""
    day = meeting.held.first if meeting.held else None
    people = (*([meeting.chair] if meeting.chair else ()), *(each for item in meeting.items for each in item.reporter))
    for person in people:
        for post in posts_on(person, day):
            yield post.title
            if post.organisation:
                yield post.organisation.name


def _groups(attendees: Iterable[Attendee]) -> Iterator[Text]:
    return (each.group for each in attendees if each.group)
