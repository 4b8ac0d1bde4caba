"""Sentences that somebody has rewritten, checked again: their days, numbers, names and posts against the record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jiyao.languages.facts import compare, facts_of
from jiyao.languages.facts.values import When
from jiyao.languages.romanisation import english_name
from jiyao.languages.text import Language
from jiyao.problems import Binding, Finding, Message, Problem, Severity, message, problem
from jiyao.records.derived import posts_on
from jiyao.records.faults import closest, meant
from jiyao.records.record_facts import facts_of_record, people_of, unknown_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiyao.languages.text import Text
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office
    from jiyao.records.people import Person

ENGLISH_NAME = re.compile(r"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+")
BETWEEN_POSTS = re.compile(r"、$")


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
        *_posts(written, titles, language),
    ):
        yield not_in_record(text, language, said, hint)


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
    known = {name for each in people if (name := _name(each, language))}
    for name in sorted(name for name in known if name in own and name not in written):
        if slip := _slip(name, written, known, language):
            yield message("`{name}` is nowhere in the record", name=slip), meant(name)


def _nobodys_business(written: str, own: str, against: Checked, language: Language) -> Iterator[Found]:
    """People whom the record or the office knows, and of whom the document has nothing to say."""
    told = {_name(each, language) for each in people_of(against.meeting)}
    for person in people_of(against.whole, against.office):
        name = _name(person, language)
        if name and name in written and name not in own and name not in told:
            yield message("`{name}` is nobody of whom this document may tell", name=name), None


def _slip(name: str, written: str, known: set[str], language: Language) -> str:
    """What stands in a text where the name was meant; "" where nothing does."""
    if language is Language.EN:
        return closest(name, [each for each in ENGLISH_NAME.findall(written) if each not in known])
    windows = (written[start : start + len(name)] for start in range(len(written) - len(name) + 1))
    # The same surname and all but one character: 陈林 for 陈玲.
    near = (each for each in windows if each[0] == name[0] and sum(map(str.__ne__, each, name)) == 1)
    return next((each for each in near if each not in known and each.isalpha()), "")


def _posts(written: str, titles: dict[Person, set[str]], language: Language) -> Iterator[Found]:
    """Posts beside a name whose holder they are not, as far as the record knows the posts of anybody."""
    known = sorted({title for some in titles.values() for title in some}, key=len, reverse=True)
    find = _before if language is Language.ZH else _behind
    for person, held in titles.items():
        name = _name(person, language)
        if name and name in written:
            for title in find(written, name, known):
                if title.casefold() not in {each.casefold() for each in held}:
                    yield message("the record has no post `{post}` of `{name}`", post=title, name=name), None


def _before(written: str, name: str, known: Sequence[str]) -> Iterator[str]:
    """The posts in front of a Chinese name: 党组书记、局长张三."""
    rest = written[: written.index(name)]
    while title := next((each for each in known if rest.endswith(each)), ""):
        yield title
        rest = BETWEEN_POSTS.sub("", rest.removesuffix(title))


def _behind(written: str, name: str, known: Sequence[str]) -> Iterator[str]:
    """The posts behind an English name, up to the end of the sentence: Zhang San, Secretary of … and Director, …."""
    rest = written[written.index(name) + len(name) :]
    while lead := re.match(r", (?:and )?|,? and ", rest):
        rest = rest[lead.end() :]
        title = next((each for each in known if rest.casefold().startswith(each.casefold())), "")
        if not title:
            return
        yield title
        rest = rest[len(title) :]


def _name(person: Person, language: Language) -> str:
    return person.name.zh if language is Language.ZH else english_name(person.name)
