"""What keeps a record's English from being printed in a release: family E.

A statement's text is written for its `frame` (how it is joined to "The meeting stressed …"); where it does not fit, the
sentence would be wrong, so the English document is not made.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.languages.romanisation import english_name, family_name
from jiyao.problems import Binding, Finding, Problem, Severity, message, problem
from jiyao.records.choices import Frame
from jiyao.views.release.english.frames import AFTER_TO, ING, MODAL, STOP, THAT, TO, frame_of, names_whom, says_itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Text
    from jiyao.records.items import Statement
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office
    from jiyao.records.people import Person
    from jiyao.records.publication import Dateline


@problem("E101", "frame", binding=Binding.PRACTICE)
def modal_after_to(text: Text, start: int, end: int) -> Finding:
    """Behind "to" no `should`, `shall` or `must` can stand: nobody is urged "to should check".

    With `frame: to` write what is to be done (`check the staff on duty`), or who is to do it
    (`all departments to integrate the results`). A whole clause with `should` takes `frame: that`.
    """
    hint = message("write `all departments to integrate …`, or take `frame: that`")
    word = text.en[start:end]
    return Finding(text.en_origin.part(start, end), message("`{word}` cannot stand behind `to`", word=word), hint)


@problem("E102", "frame", binding=Binding.PRACTICE)
def that_twice(text: Text, start: int, end: int) -> Finding:
    """With `frame: that` the program writes "that"; a text that begins with it would say it twice.

    Right: `duties must be clear and must fit together.`
    """
    hint = message("leave `that` out: the program writes it")
    return Finding(text.en_origin.part(start, end), message("the text begins with `that`"), hint)


@problem("E103", "frame", binding=Binding.PRACTICE)
def no_gerund(text: Text, start: int, end: int) -> Finding:
    """With `frame: gerund` a text begins with an -ing form: "The meeting suggested making checks part of the routine".

    Right: `making checks part of the routine.`
    """
    hint = message("begin with an -ing form (`making checks …`), or take another `frame`")
    return Finding(text.en_origin.part(start, end), message("the text does not begin with an -ing form"), hint)


@problem("E104", "frame", binding=Binding.PRACTICE)
def not_whole_sentences(text: Text, start: int, end: int) -> Finding:
    """With `frame: verbatim` a text is whole sentences of its own: a capital first, a full stop at the end.

    Right: `Most accidents happened after rain. The city has 36 key sites.` A clause without them takes `frame: that`.
    """
    hint = message("write whole sentences, with a capital and a full stop, or take `frame: that`")
    return Finding(text.en_origin.part(start, end), message("the text is no whole sentence"), hint)


@problem("E105", "frame", binding=Binding.PRACTICE)
def no_infinitive(text: Text, start: int, end: int) -> Finding:
    """With `frame: to` a text says what is to be done (`check the staff`), or who is to do it (`all departments to …`).

    Who is to do it begins with a determiner (all, the, each …) or with a name of the office, and "to" follows.
    """
    hint = message("write `check …` or `all departments to check …`, or take another `frame`")
    return Finding(text.en_origin.part(start, end), message("`frame: to` finds no infinitive in the text"), hint)


@problem("E106", "name", binding=Binding.STANDARD)
def name_without_english(person: Person) -> Finding:
    """A Han name is written in pinyin (GB/T 28039-2011); another name needs the spelling that its bearer uses.

    Write it once in office.yaml: `name: {zh: 阿依努尔·沙比提, en: Aynur Sabit}`. For a Han name with a rare surname its
    `pinyin` is enough.
    """
    hint = message("write its English, or its `pinyin`")
    return Finding(person.at, message("{name} has no English name", name=person.name), hint)


@problem("E107", "dateline", severity=Severity.NOTE, binding=Binding.PRACTICE)
def style_without_dateline(dateline: Dateline, style: str) -> Finding:
    """A dateline (电头) opens an agency's own story; news on an office's own site has none, so it is left out.

    The house style of the office decides: `house: {english: xinhua}` in office.yaml prints it.
    """
    return Finding(dateline.at, message("left out: the house style `{style}` has no dateline", style=style))


PARTY_GROUP = re.compile(r"Party Leadership Group|Leading Party Members[’']? Group|Leading Party Group", re.IGNORECASE)
"""The rival English terms for 党组 that official texts have: all are in use, and each body keeps to one."""


@problem("E108", "term", severity=Severity.WARNING, binding=Binding.PRACTICE)
def other_party_group(text: Text, start: int, end: int, house: str) -> Finding:
    """党组 has more than one English (Party Leadership Group, leading Party members group); an office keeps to one.

    The office's own term is the one in its names and posts in office.yaml, else the first one of the record.
    """
    said = message("`{word}` is not the office's `{house}`", word=text.en[start:end], house=house)
    return Finding(text.en_origin.part(start, end), said)


def english_problems(meeting: Meeting, office: Office) -> tuple[Problem, ...]:
    """All that is wrong with the English of a meeting: errors where no English release can be made, and notes."""
    statements = (statement for item in meeting.items for statement in item.said if statement.text.en)
    framed = [each for statement in statements for each in frame_problems(statement, office)]
    return (*framed, *_nameless(meeting), *_party_groups(meeting, office), *_dateline(meeting, office))


def frame_problems(statement: Statement, office: Office) -> Iterator[Problem]:
    """Why a statement's English cannot be joined to its verb; none for a text that says itself who speaks."""
    text = statement.text
    speaker = family_name(statement.by.name) if statement.by else ""
    if says_itself(text.en, speaker):
        return
    start = len(text.en) - len(text.en.lstrip())
    first = start + len(text.en.split()[0])
    match frame_of(statement):
        case Frame.TO:
            yield from _of_to(text, start, office)
        case Frame.THAT if THAT.match(text.en, start):
            yield that_twice(text, start, first)
        case Frame.GERUND if not ING.match(text.en, start):
            yield no_gerund(text, start, first)
        case Frame.VERBATIM if not _is_whole(text.en.strip()):
            yield not_whole_sentences(text, start, len(text.en.rstrip()))
        case _:
            pass


def _is_whole(text: str) -> bool:
    begun = text.lstrip("“\"‘'(")[:1]
    return (begun.isupper() or begun.isdigit()) and STOP.search(text) is not None


def _of_to(text: Text, start: int, office: Office) -> Iterator[Problem]:
    words = text.en
    first = start + len(words.split()[0])
    whom, to = names_whom(words, office), TO.search(words, start)
    modal = MODAL.search(words, start, to.start() if to and whom else len(words)) if whom else None
    modal = modal or AFTER_TO.match(words, start)
    if not modal and whom and to:
        modal = AFTER_TO.match(words, to.start())
    if modal:
        at = MODAL.search(words, modal.start())
        yield modal_after_to(text, *at.span()) if at else modal_after_to(text, *modal.span())
    elif (whom and not to) or (not whom and ING.match(words, start)):
        yield no_infinitive(text, start, first)


def _nameless(meeting: Meeting) -> Iterator[Problem]:
    seen: set[str] = set()
    for person in _named_people(meeting):
        if not english_name(person.name) and person.name.zh not in seen:
            seen.add(person.name.zh)
            yield name_without_english(person)


def _named_people(meeting: Meeting) -> Iterator[Person]:
    """Those whom a release may name."""
    yield from (meeting.chair,) if meeting.chair else ()
    for attendee in (each for each in meeting.everybody if each.was_there):
        yield from (attendee.person,) if attendee.person else ()
        yield from attendee.on_behalf_of
    for item in meeting.items:
        yield from item.reporter
        yield from (person for each in item.conveyed for person in each.by)
        yield from (each.by for each in item.said if each.by)
    publication = meeting.publication
    if publication:
        yield from (*publication.reporters, *publication.correspondents)
        yield from filter(None, (publication.editor, publication.proofreader, publication.reviewer))


def _party_groups(meeting: Meeting, office: Office) -> Iterator[Problem]:
    house = next((found[0] for text in _office_texts(office) if (found := PARTY_GROUP.search(text.en))), "")
    for text in _texts(meeting):
        for found in PARTY_GROUP.finditer(text.en):
            house = house or found[0]
            if _term(found[0]) != _term(house):
                yield other_party_group(text, found.start(), found.end(), house)


def _term(words: str) -> str:
    return words.casefold().replace("’", "").replace("'", "")


def _office_texts(office: Office) -> Iterator[Text]:
    yield office.name
    yield from (body.name for body in office.organisations)
    yield from (post.title for person in office.people for post in person.posts)


def _texts(meeting: Meeting) -> Iterator[Text]:
    yield meeting.title
    yield from (host.organisation.name for host in meeting.hosts)
    for item in meeting.items:
        yield from (item.title,) if item.title else ()
        yield from (each.title for each in item.conveyed)
        yield from (text for each in item.said for text in (each.text, *each.items))
        yield from (each.text for each in item.decisions)


def _dateline(meeting: Meeting, office: Office) -> Iterator[Problem]:
    dateline = meeting.publication.dateline if meeting.publication else None
    if dateline and not office.house.english.style.dateline:
        yield style_without_dateline(dateline, office.house.english.value)
