"""Numbers, money, days, times and document numbers: Chinese, record and English, each against the others."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from jiyao.languages.facts import compare, facts_of, same
from jiyao.languages.facts.spare import spare_numerals
from jiyao.languages.facts.values import (
    Quantity,
    SetTerm,
    Unit,
    Unknown,
    Weekday,
    When,
)
from jiyao.languages.moments import parse_date
from jiyao.languages.text import Language
from jiyao.problems import Binding, Finding, Message, Problem, Severity, check, message, problem
from jiyao.review.checks.rewording import not_in_passing, same_number, says_both

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiyao.languages.facts.values import Fact, Value
    from jiyao.languages.text import Text
    from jiyao.review.checks.known import Known

ZH, EN = Language.ZH, Language.EN
BEFORE = re.compile(r"(?<=[一-鿿])前(?=[0-9一二两三四五六七八九十]+个?(?:小时|分钟|工作日|[天日月]))")
"""变化前2小时: the two hours are a length of time, not the first two."""

NEAR = 3
"""So many characters may stand between a day and its weekday: a bracket, a comma, a blank."""


def counted(text: Text, known: Known) -> Iterator[Problem]:
    """Facts that one language says and the other does not."""
    chinese, english = (
        facts_of(written, each) for written, each in ((BEFORE.sub("，", text.zh), ZH), (_padded(text.en), EN))
    )
    found = compare(chinese, english)
    # Slogans need not be translated, and 近年来 counts nothing.
    missing = [each for each in found.missing_in_english if _counts(each)]
    left = [each for each in found.missing_in_chinese if _counts(each)]
    for fact in tuple(missing):
        alike = next((each for each in left if same_number(fact, each, text)), None)
        if alike:
            missing.remove(fact)
            left.remove(alike)
    if missing:
        missing = not_in_passing(missing, spare_numerals(text.en, english, EN), text)
    if left:
        left = not_in_passing(left, spare_numerals(text.zh, chinese, ZH), text)
    for fact in (each for each in missing if not says_both(each, text.en)):
        other = next((each for each in left if _kind(each.value) == _kind(fact.value)), None)
        if other is None:
            yield not_in_english(text, fact)
        else:
            left.remove(other)
            yield differs(text, (fact, other), _verdict(fact, other, known))
    for fact in left:
        yield not_in_chinese(text, fact)


def _padded(en: str) -> str:
    """12 noon is one time, said twice."""
    return en.replace("12 noon", "   noon")


def _counts(fact: Fact) -> bool:
    value = fact.value
    one = isinstance(value, Quantity) and value.unit is Unit.COUNT and value.low == value.high == 1
    return not (isinstance(value, SetTerm | Unknown) or (one and not re.search(r"\d", fact.words)))


def _kind(value: Value) -> object:
    return (Quantity, value.unit) if isinstance(value, Quantity) else type(value)


def _verdict(zh: Fact, en: Fact, known: Known) -> Message | None:
    """Which side the record proves wrong, where it knows one of the two."""
    right = [any(_exactly(said.value) and same(fact, said) for said in known.facts) for fact in (zh, en)]
    if right == [True, False]:
        return message("the record says what the Chinese says: the English is wrong")
    if right == [False, True]:
        return message("the record says what the English says: the Chinese is wrong")
    return None


def _exactly(value: Value) -> bool:
    """Small counts are everywhere in a record, and prove nothing."""
    return not (isinstance(value, Quantity) and value.unit is Unit.COUNT and value.low == value.high == 1)


@problem("B101", "numbers", binding=Binding.CONSISTENCY)
def differs(text: Text, pair: tuple[Fact, Fact], verdict: Message | None) -> Finding:
    """Numbers, percentages, money, days, times and document numbers are the same in both languages.

    They are compared by value: 两亿三千万 is 230 million, 百分之十二点五 is 12.5 percent, 3月17日前 is by March 17,
    30余人 is more than 30. Where the record knows the fact in a field of its own, the hint says which side is wrong.
    """
    zh, en = pair
    said = message("the Chinese says {zh}, the English says {en}", zh=zh.words, en=en.words)
    return Finding(text.en_origin.part(en.start, en.end), said, verdict)


@problem("B102", "omission", binding=Binding.CONSISTENCY)
def not_in_english(text: Text, fact: Fact) -> Finding:
    """A number, day or time of the Chinese text stands in the English text too."""
    return Finding(text.en_origin.place, message("{zh} is not in the English", zh=fact.words))


@problem("B103", "addition", binding=Binding.CONSISTENCY)
def not_in_chinese(text: Text, fact: Fact) -> Finding:
    """A number, day or time of the English text stands in the Chinese text too."""
    place = text.en_origin.part(fact.start, fact.end)
    return Finding(place, message("{en} is not in the Chinese", en=fact.words))


@check("B104", "inconsistent-entities")
def weekday_of_the_day(text: Text) -> Iterator[Finding]:
    """A weekday behind or before a full date is the weekday of that date, in either language."""
    for language in (ZH, EN):
        written = text.in_language(language)
        facts = facts_of(written, language)
        for day, weekday in _beside(facts, written):
            number, right = weekday.value, _weekday(day.value)
            if isinstance(number, Weekday) and number.last is None and right not in {None, number.first}:
                said = message("{day} is not a {weekday}", day=day.words, weekday=weekday.words)
                yield Finding(text.origin(language).part(weekday.start, weekday.end), said)


def _beside(facts: Sequence[Fact], text: str) -> Iterator[tuple[Fact, Fact]]:
    for one, other in pairwise(facts):
        if other.start - one.end <= NEAR and not re.search(r"\w", text[one.end : other.start]):
            if isinstance(other.value, Weekday):
                yield one, other
            elif isinstance(one.value, Weekday):
                yield other, one


def _weekday(value: Value) -> int | None:
    if not isinstance(value, When) or value.last:
        return None
    day = parse_date(f"{value.first.year}-{value.first.month}-{value.first.day}")
    return day.isoweekday() if day else None


@problem("B105", "numbers", severity=Severity.WARNING, binding=Binding.CONSISTENCY)
def link_differs(text: Text, link: str) -> Finding:
    """Addresses of web pages and mail, and placeholders, are the same in both languages."""
    return Finding(text.en_origin.place, message("`{link}` is not in the English", link=link))


LINK = re.compile(r"https?://[\w./?=&%#~-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\{\{?\w+\}?\}|%[sd]", re.ASCII)


def links(text: Text) -> Iterator[Problem]:
    """Addresses and placeholders of the Chinese text that the English lacks."""
    for found in LINK.findall(text.zh):
        if found not in text.en:
            yield link_differs(text, found)
