"""What a release says in one language and not in the other, or not in the record: part by part, as sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import groupby
from typing import TypeVar, cast

from jiyao.languages.english.posts import plural_post
from jiyao.languages.facts import compare, facts_of
from jiyao.languages.facts.values import Fact, SetTerm
from jiyao.languages.romanisation import english_name, family_name
from jiyao.languages.text import Language
from jiyao.records.derived import posts_on
from jiyao.records.meeting import Meeting
from jiyao.records.office import Office
from jiyao.records.people import Organisation, Person
from jiyao.records.record_facts import facts_of_record, unknown_to
from jiyao.views.release.view import ReleaseView

ZH, EN = Language.ZH, Language.EN
Kind = TypeVar("Kind")
LEAD, ATTENDANCE = "release.lead", "release.attendance"


def disagreements(zh: ReleaseView, en: ReleaseView, meeting: Meeting, office: Office) -> list[str]:
    """What does not agree, each with its part."""
    chinese, english = _parts(zh), _parts(en)
    found: list[str] = []
    for part in {**chinese, **english}:
        texts = chinese.get(part, ""), english.get(part, "")
        said = [*_facts(*texts), *_names(*texts, meeting, office)]
        if part == LEAD:
            said += _bodies(*texts, meeting, office)
        if part == ATTENDANCE:
            said += _posts(*texts, meeting, office)
        found += [f"{part}: {each}" for each in said]
    return found


def unknown_facts(view: ReleaseView, meeting: Meeting, office: Office) -> list[str]:
    """What a release says as a fact and the record nowhere does, each with its part."""
    known = facts_of_record(meeting, office)
    return [
        f"{part}: {fact.words}"
        for part, text in _parts(view).items()
        for fact in unknown_to(known, facts_in(text, view.language))
    ]


def facts_in(text: str, language: Language) -> tuple[Fact, ...]:
    """The facts of a text but for slogans, which need not be translated."""
    return tuple(fact for fact in facts_of(text, language) if not isinstance(fact.value, SetTerm))


def _parts(view: ReleaseView) -> Mapping[str, str]:
    """The text of each part, and of what stands around the body."""
    separate = " " if view.language is EN else ""
    around = {
        "headline": (view.kicker, view.headline, view.subheadline),
        "byline": tuple(each.runs for each in view.byline),
        "credits": tuple(each.runs for each in view.credits),
        "photos": tuple(each.caption for each in view.photos),
    }
    parts = {name: "\n".join("".join(run.text for run in runs) for runs in lines) for name, lines in around.items()}
    for name, paragraphs in groupby(view.body, key=lambda each: each.part):
        parts[name] = separate.join(_unnumbered(each.text) for each in paragraphs)
    return parts


def _unnumbered(text: str) -> str:
    """The numbers of a list are the page's own: where one language has a list, the other may have prose."""
    return re.sub(r"^(?:（[一二三四五六七八九十]+）|\d+\. )", "", text)


def _facts(zh: str, en: str) -> Iterator[str]:
    found = compare(facts_in(zh, ZH), facts_in(en, EN))
    yield from (f"{fact.words} is not in the English" for fact in found.missing_in_english)
    yield from (f"{fact.words} is not in the Chinese" for fact in found.missing_in_chinese)


def _names(zh: str, en: str, meeting: Meeting, office: Office) -> Iterator[str]:
    for person in people(meeting, office):
        full, surname = english_name(person.name), family_name(person.name)
        in_chinese = person.name.zh in zh
        in_english = re.search(rf"\b(?:{re.escape(full)}|{re.escape(surname)})\b", en) is not None
        # A surname may be somebody else's; a full name never is.
        if in_chinese and not in_english:
            yield f"{person.name.zh} is not in the English"
        if not in_chinese and re.search(rf"\b{re.escape(full)}\b", en):
            yield f"{full} is not in the Chinese"


def _posts(zh: str, en: str, meeting: Meeting, office: Office) -> Iterator[str]:
    day = meeting.held.first if meeting.held else None
    named = [each for each in people(meeting, office) if each.name.zh in zh]
    for person in named:
        for post in posts_on(person, day):
            title = post.title.en.lower()
            in_english = any(each in en.lower() for each in (title, plural_post(title)))
            if (post.title.zh in zh) != in_english:
                yield f"{person.name.zh}: {post.title.zh} / {post.title.en} is in one language only"


def _bodies(zh: str, en: str, meeting: Meeting, office: Office) -> Iterator[str]:
    """The bodies that the lead names: by their names, of which none is part of another one's."""
    for body in bodies(meeting, office):
        in_both = [_names_body(body, text, language) for text, language in ((zh, ZH), (en, EN))]
        if body.name.zh and body.name.en and in_both[0] != in_both[1]:
            yield f"{body.name.zh} / {body.name.en} is in one language only"


def _names_body(body: Organisation, text: str, language: Language) -> bool:
    return body.name.in_language(language).removeprefix("the ") in text


def people(meeting: Meeting, office: Office) -> tuple[Person, ...]:
    """Everybody of the record and of the office, each once, with a name in both languages."""
    named = {each.name.zh: each for each in _all(Person, (meeting, office)) if each.name.zh and english_name(each.name)}
    return tuple(named.values())


def bodies(meeting: Meeting, office: Office) -> tuple[Organisation, ...]:
    """Every body of the record and of the office."""
    return tuple({each.name.zh: each for each in _all(Organisation, (meeting, office))}.values())


def _all(kind: type[Kind], value: object) -> Iterator[Kind]:
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple | list):
        for each in cast("Iterable[object]", value):
            yield from _all(kind, each)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _all(kind, getattr(value, each.name))
