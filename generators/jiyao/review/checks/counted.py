"""Numbers, money, days, times and document numbers: Chinese, record and English, each against the others."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from jiyao.languages.facts import compare, facts_of, same
from jiyao.languages.facts.agreeing import same_value
from jiyao.languages.facts.spare import spare_numerals
from jiyao.languages.facts.values import (
    Bound,
    Day,
    DayPart,
    Limit,
    Ordinal,
    Part,
    Quantity,
    Session,
    SetTerm,
    Time,
    Unit,
    Unknown,
    Weekday,
    When,
)
from jiyao.languages.moments import parse_date
from jiyao.languages.text import Language
from jiyao.problems import Binding, Finding, Message, Problem, Severity, check, message, problem

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence

    from jiyao.languages.facts.values import Fact, Value
    from jiyao.languages.text import Text
    from jiyao.review.checks.known import Known

ZH, EN = Language.ZH, Language.EN
BOTH = re.compile(r"\b(?:both|either|neither|each|two|twice|second|double|dual|pair|twin)\b", re.IGNORECASE)
BEFORE = re.compile(r"(?<=[一-鿿])前(?=[0-9一二两三四五六七八九十]+个?(?:小时|分钟|工作日|[天日月]))")
"""变化前2小时: the two hours are a length of time, not the first two."""

BOUNDS = tuple(
    (re.compile(zh), re.compile(en, re.IGNORECASE))
    for zh, en in (
        (
            r"至少|最少|最低|不得?少于|不得?低于|[超越过逾破]|以上|[余多]|上[百千万]",
            (
                r"at least|not? (?:fewer|less|lower)|minimum|more than|over\b|exceed|topp|surpass|pass(?:ed|ing)|broke"
                r"|above|beyond|upwards|older|and over|cross|mark"
            ),
        ),
        (
            r"不得?超过|不得?高于|最|至多|不得?[晚迟]于|内|用|[不未][到足满达]|达不|以下|[低少]于|间",
            (
                r"exceed|at most|up to|no more|within|at the latest|maximum|less than|under\b|fewer than|below"
                r"|\bin\b|in the space of|over the"
            ),
        ),
        (r"约|左右|大约|近|前后|上下", r"about|around|rough|approximat|nearly|almost|close to|or so|some\b|estimat"),
    )
)
"""The words of a bound in both languages, where one of them binds a number and the other says it apart."""

LIMITS = {
    limit: (re.compile(zh), re.compile(en, re.IGNORECASE))
    for limit, zh, en in (
        (
            Limit.BY,
            r"前|止|截至|时限|期限|[晚迟]于",
            r"\b(?:by|before|until|till|later than|deadline|due|limit|as of|end)\b",
        ),
        (Limit.AS_OF, r"截至|截止|为止|至|自|起", r"\b(?:as of|as at|by|until|up to|to date)\b"),
        (Limit.SINCE, r"自|从|起|以来", r"\b(?:as of|since|from|starting|beginning|effective|with effect|on)\b"),
        (Limit.AFTER, r"后", r"\b(?:after|following|from|later)\b"),
    )
}
"""The words of a limit, where one language says it of the day and the other of the time, or apart."""

TOLD_IN_PASSING = frozenset((Unit.COUNT, Unit.SHARE, Unit.TIMES, Unit.OCCASIONS, Unit.MONTHS, Unit.MINUTES))

QUARTERS = (Part.QUARTER_1, Part.QUARTER_2, Part.QUARTER_3, Part.QUARTER_4)
SMALL = 10
"""Up to here "were about two fields" says what they were about."""

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
        alike = next((each for each in left if _same_number(fact, each, text)), None)
        if alike:
            missing.remove(fact)
            left.remove(alike)
    missing = _left_of(missing, spare_numerals(text.en, english, EN), text)
    left = _left_of(left, spare_numerals(text.zh, chinese, ZH), text)
    for fact in (each for each in missing if not _both(each, text.en)):
        other = next((each for each in left if _kind(each.value) == _kind(fact.value)), None)
        if other is None:
            yield not_in_english(text, fact)
        else:
            left.remove(other)
            yield differs(text, (fact, other), _verdict(fact, other, known))
    for fact in left:
        yield not_in_chinese(text, fact)


def _left_of(facts: Iterable[Fact], spare: Counter[Fraction], text: Text) -> list[Fact]:
    """What is left without that which the other language says in passing: 百企 for 100 enterprises."""
    rest: list[Fact] = []
    for fact in facts:
        number = next((each for each in _ways_to_count(fact.value) if spare[each] > 0), None)
        if number is not None:
            spare[number] -= 1
        elif not _in_other_words(fact, text):
            rest.append(fact)
    return rest


def _in_other_words(fact: Fact, text: Text) -> bool:
    """Whether the other language has words for it that count nothing: this year, at night, A, B and C (三市)."""
    match fact.value:
        case When(first=Day(part=Part.WITHIN), last=None):
            return re.search(r"\b(?:year|month)\b", text.en) is not None
        case When(first=Day(year=int(), month=None, day=None), last=None, limit=limit) if "from" in fact.words:
            return limit is Limit.SINCE and re.search("同比|比上|较上|去年|上年", text.zh) is not None
        case DayPart():
            return re.search("[夜晚早晨]", text.zh) is not None and re.search(NIGHT, text.en) is not None
        case Quantity(low=low, high=high, unit=Unit.COUNT) if low == high and not fact.words[0].isdigit():
            before = re.split("[，。；：]", text.zh[: fact.start])[-1]
            return fact.words in text.zh[fact.start : fact.end] and len(re.findall("[、和与及]", before)) >= low - 1 > 0
        case _:
            return False


NIGHT = re.compile(r"\b(?:night|evening|morning|overnight|dawn|small hours)", re.IGNORECASE)


def _ways_to_count(value: Value) -> tuple[Fraction, ...]:
    """The numbers that may be written for a value: ten years are 10, and 120 months."""
    match value:
        case Ordinal(number=number) | Session(number=number):
            return (Fraction(number),)
        case Quantity(low=low, high=high, unit=unit) if low == high and unit in TOLD_IN_PASSING:
            return {Unit.MONTHS: (low, low / 12), Unit.MINUTES: (low, low / 60, low / (24 * 60))}.get(unit, (low,))
        case _:
            return ()


def _padded(en: str) -> str:
    """12 noon is one time, said twice."""
    return en.replace("12 noon", "   noon")


def _counts(fact: Fact) -> bool:
    value = fact.value
    one = isinstance(value, Quantity) and value.unit is Unit.COUNT and value.low == value.high == 1
    return not (isinstance(value, SetTerm | Unknown) or (one and not re.search(r"\d", fact.words)))


def _both(fact: Fact, en: str) -> bool:
    """两市 is "both cities", and 双方 "each side"."""
    return (fact.words.startswith(("两", "双", "二")) or _number(fact.value) == Fraction(2)) and BOTH.search(
        en
    ) is not None


def _same_number(zh: Fact, en: Fact, text: Text) -> bool:
    """Whether the two write one number, which one language counts and the other puts in a row, or binds (最大)."""
    if _same_but_for_limit(zh, en, text) or _same_hour(zh.value, en.value) or _same_people(zh, en, text):
        return True
    one, other = _number(zh.value), _number(en.value)
    if one is None or one != other:
        return False
    if not isinstance(zh.value, Quantity) or not isinstance(en.value, Quantity) or zh.value.unit != en.value.unit:
        return True
    before, after = text.zh[max(0, zh.start - 6) : zh.end + 4], text.en[max(0, en.start - 20) : en.end + 16]
    if en.words.startswith("about ") and en.value == replace(zh.value, bound=Bound.ABOUT):
        return zh.value.high <= SMALL
    return any(chinese.search(before) and english.search(after) for chinese, english in BOUNDS)


def _same_but_for_limit(zh: Fact, en: Fact, text: Text) -> bool:
    """Whether two days or times are one, and each limit (by, since) that one side has stands near on the other."""
    one, other = zh.value, en.value
    if not isinstance(one, When | Time) or not isinstance(other, When | Time) or type(one) is not type(other):
        return False
    if not same_value(replace(one, limit=Limit.AT), replace(other, limit=Limit.AT)):
        return False
    near = text.zh[max(0, zh.start - 12) : zh.end + 12], text.en[max(0, en.start - 30) : en.end + 25]
    limits = [each.limit for each in (one, other) if each.limit is not Limit.AT]
    return all(words.search(said) for limit in limits for words, said in zip(LIMITS[limit], near, strict=True))


def _same_people(zh: Fact, en: Fact, text: Text) -> bool:
    """何某等5人 is "He and four others"."""
    one, other = _number(zh.value), _number(en.value)
    named = text.zh[: zh.start].endswith("等") and re.match(r" (?:\w+ )?others?\b", text.en[en.end :])
    return isinstance(one, Fraction) and isinstance(other, Fraction) and bool(named) and 0 < one - other < SMALL


def _same_hour(zh: Value, en: Value) -> bool:
    """22时 is "10 each night": what makes it an hour stands elsewhere in the sentence."""
    if not isinstance(zh, Time) or zh.last or not isinstance(en, Quantity):
        return False
    return en.low == en.high and en.unit is Unit.COUNT and en.low in {zh.first.hour, zh.first.hour - 12}


def _number(value: Value) -> object:
    match value:
        case Quantity(low=low, high=high) if low == high:
            return low
        case Ordinal(number=number):
            return number
        case When(first=Day(part=part), last=None) if part in QUARTERS:
            return QUARTERS.index(part) + 1
        case When(first=Day(year=None, month=None, day=day), last=None):
            return day
        case _:
            return None


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
