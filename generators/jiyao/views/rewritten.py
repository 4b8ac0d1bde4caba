"""Sentences that somebody has rewritten, checked again: their days, numbers, names and posts against the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiyao.languages.facts import compare, facts_of
from jiyao.languages.facts.values import When
from jiyao.problems import Binding, Finding, Message, Problem, Severity, message, problem
from jiyao.records.derived import posts_on
from jiyao.records.faults import meant
from jiyao.records.named_in import name_in, others_posts, slip_of
from jiyao.records.record_facts import facts_of_record, people_of, unknown_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiyao.languages.text import Language, Text
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office
    from jiyao.records.people import Person


@problem("D106", "wording", severity=Severity.WARNING, binding=Binding.CONSISTENCY)
def not_in_record(text: Text, language: Language, said: Message, hint: Message | None) -> Finding:
    """A sentence that somebody has rewritten says a day, a number, a name or a post that the record does not say.

    Nor may it say what its document leaves out: who was away, what `access.hide` hides, votes. It is printed as it was
    rewritten. Either the sentence was rewritten by mistake, or the record has changed since:
    correct whichever is wrong.
    """
    return Finding(text.origin(language).place, said, hint)


class Checked(NamedTuple):
    """What a rewritten sentence is checked against; `meeting` holds only what its document may say."""

    meeting: Meeting
    whole: Meeting
    """The record with what the document may not say."""
    office: Office


def rechecked(text: Text, own: str, against: Checked, language: Language) -> Iterator[Problem]:
    """What a rewritten sentence says against the record; `own` is the program's own sentence."""
    written = text.in_language(language)
    meeting, office = against.meeting, against.office
    people = people_of(meeting, office)
    day = meeting.held.first if meeting.held else None
    titles = {each: {post.title.in_language(language) for post in posts_on(each, day)} - {""} for each in people}
    for said, hint in (
        *_facts(written, own, meeting, office, language),
        *_names(written, own, people, language),
        *_nobodys_business(written, own, against, language),
    ):
        yield not_in_record(text, language, said, hint)
    for name, title in others_posts(written, titles, language):
        said = message("the record has no post `{post}` of `{name}`", post=title, name=name)
        yield not_in_record(text, language, said, None)


Found = tuple[Message, "Message | None"]


def _facts(written: str, own: str, meeting: Meeting, office: Office, language: Language) -> Iterator[Found]:
    """Facts that are nowhere in the record, and those of the record that stand in the place of another one."""
    said, before = facts_of(written, language), facts_of(own, language)
    # A day without its year proves no year.
    certain = (each for each in before if not isinstance(each.value, When) or each.value.first.year)
    unknown = unknown_to((*facts_of_record(meeting, office), *certain), said)
    for fact in unknown:
        yield message("`{words}` is nowhere in the record", words=fact.words), None
    changed = compare(before, said)
    gone = list(changed.missing_in_english)
    for fact in (each for each in changed.missing_in_chinese if each not in unknown):
        other = next((each for each in gone if type(each.value) is type(fact.value)), None)
        if other:
            gone.remove(other)
            said_before = message("the program's own sentence says `{words}`", words=other.words)
            yield message("`{words}` is not what the record says here", words=fact.words), said_before


def _names(written: str, own: str, people: Sequence[Person], language: Language) -> Iterator[Found]:
    """Names that look like one that the program's own sentence has and the rewritten one lacks."""
    known = {name for each in people if (name := name_in(each, language))}
    for name in sorted(name for name in known if name in own and name not in written):
        if slip := slip_of(name, written, known, language):
            yield message("`{name}` is nowhere in the record", name=slip), meant(name)


def _nobodys_business(written: str, own: str, against: Checked, language: Language) -> Iterator[Found]:
    """People whom the record or the office knows, and of whom the document has nothing to say."""
    told = {name_in(each, language) for each in people_of(against.meeting)}
    for person in people_of(against.whole, against.office):
        name = name_in(person, language)
        if name and name in written and name not in own and name not in told:
            yield message("`{name}` is nobody of whom this document may tell", name=name), None
