"""What a free translation says in other words: counted there and told in passing here, bound there and not here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

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
    Time,
    Unit,
    When,
)
from jiyao.languages.text import Language

if TYPE_CHECKING:
    from collections import Counter

    from jiyao.languages.facts.values import Fact, Value
    from jiyao.languages.text import Text

ZH, EN = Language.ZH, Language.EN
BOTH = re.compile(r"\b(?:both|either|neither|each|two|twice|second|double|dual|pair|twin)\b", re.IGNORECASE)
BOUNDS = tuple(
    (re.compile(zh), re.compile(en, re.IGNORECASE))
    for zh, en in (
        (
            r"至少|最少|最低|不得?少于|不得?低于|[超越过逾破满强起]|以上|[余多]|上[百千万]|高于|大于",
            (
                r"at least|not? (?:fewer|less|lower)|minimum|more than|over\b|exceed|topp|surpass|pass(?:ed|ing)"
                r"|broke|above|beyond|upwards|older|and over|or over|or above|aged|cross|mark|(?:lower|less) than"
                r"|\bpast\b|plus\b|reach"
            ),
        ),
        (
            r"不得?超过|不得?高于|最|至多|不得?[晚迟]于|[内用限达]|[不未][到足满达]|达不|以下|[低少]于|间",
            (
                r"exceed|at most|up to|no more|within|at the latest|maximum|less than|under\b|fewer than|below"
                r"|\bin\b|in the space of|over the|\bfor\b|\bcap|limit|(?:longer|taller|higher|later|older|larger) than"
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
            r"前|止|截至|时限|期限|[晚迟]于|底|末",
            r"\b(?:by|before|until|till|later than|deadline|due|limit|as of|end)\b",
        ),
        (Limit.AS_OF, r"截至|截止|为止|至|自|起", r"\b(?:as of|as at|by|until|up to|to date)\b"),
        (Limit.SINCE, r"自|从|起|以来", r"\b(?:as of|since|from|starting|beginning|effective|with effect|on)\b"),
        (Limit.AFTER, r"后", r"\b(?:after|following|from|later)\b"),
    )
}
"""The words of a limit, where one language says it of the day and the other of the time, or apart."""

LENGTHS = {Unit.MONTHS: (1, 3, 12), Unit.MINUTES: (1, 60, 24 * 60, 7 * 24 * 60)}
"""What is counted in a unit, by how much of it each is: months, quarters, years."""

QUARTERS = (Part.QUARTER_1, Part.QUARTER_2, Part.QUARTER_3, Part.QUARTER_4)
HALF_YEARS = (Part.FIRST_HALF, Part.SECOND_HALF)
ENDS_ZH, ENDS_EN = re.compile("[。！？；]"), re.compile(r"[.!?;] ")
UPPER = frozenset((Bound.UP_TO, Bound.UP_TO_OR_UNDER, Bound.UNDER))
LOWER = frozenset((Bound.FROM, Bound.FROM_OR_OVER, Bound.OVER))
EXCEEDS = re.compile(r"exceed|\b(?:more|longer|higher|later|taller|greater|larger) than", re.IGNORECASE)
FALLS_SHORT = re.compile(r"\b(?:less|fewer|lower|shorter|smaller) than|\b(?:below|under)\b", re.IGNORECASE)
NOT = re.compile(
    r"\b(?:not?|nor|neither|never|cannot|without|unless|limit\w*|cap\w*|max\w*|most|within|up to|under|below|ban\w*"
    r"|prohibit\w*|forbid\w*|less|fewer)\b|n['’]t\b",
    re.IGNORECASE,
)
OF_ANYTHING = frozenset((Unit.COUNT, Unit.TIMES, Unit.OCCASIONS, Unit.SHARE))
OF_THE_YEAR = (Part.WITHIN, Part.EARLY)
LARGE = 10_000
"""From here on a numeral is the scale of another one: 万, million."""

SMALL = 10
"""Up to here "were about two fields" says what they were about."""


def not_in_passing(facts: Iterable[Fact], spare: Counter[Fraction], text: Text) -> list[Fact]:
    """What is left without that which the other language says in passing: 百企 for 100 enterprises."""
    rest: list[Fact] = []
    for fact in facts:
        numbers = next((each for each in _written(fact) if all(spare[number] > 0 for number in each)), ())
        if numbers:
            spare.subtract(numbers)
        elif not _in_other_words(fact, text):
            rest.append(fact)
    return rest


def _in_other_words(fact: Fact, text: Text) -> bool:  # noqa: PLR0911 (an answer for each form)
    """Whether the other language has words for it that count nothing: this year, at night, A, B and C (三市)."""
    match fact.value:
        case When(first=Day(year=None, month=None, day=None, part=part), last=None) if part in OF_THE_YEAR:
            return re.search(r"\b(?:year|month)", text.en) is not None
        case When(first=Day(year=int(), month=None, day=None), last=None, limit=limit) if "from" in fact.words:
            return limit is Limit.SINCE and re.search("同比|比上|较上|去年|上年", text.zh) is not None
        case When(first=Day(part=part), last=None) if part in QUARTERS and part is not None:
            return "quarter" in text.en and re.search(rf"\b{part.split()[0]}\b", text.en) is not None
        case Ordinal(number=3):
            return re.search("third[- ]part", text.en) is not None
        case Quantity(unit=Unit.MONTHS, low=low, high=high) if low == high == Fraction(1, 2):
            return re.search(r"twice (?:a|each|every) month|fortnight|two weeks|semi-?monthly", text.en) is not None
        case DayPart():
            return re.search("[夜晚早晨]", text.zh) is not None and re.search(NIGHT, text.en) is not None
        case Quantity(low=low, high=high, unit=Unit.COUNT) if low == high and not fact.words[0].isdigit():
            before = re.split("[，。；：]", text.zh[: fact.start])[-1]
            return fact.words in text.zh[fact.start : fact.end] and len(re.findall("[、和与及]", before)) >= low - 1 > 0
        case _:
            return False


NIGHT = re.compile(r"\b(?:night|evening|morning|overnight|dawn|small hours)", re.IGNORECASE)


def _written(fact: Fact) -> set[tuple[Fraction, ...]]:
    """The numbers that may be written for a fact, one or two: ten years are 10, or 120 months; 二孩、三孩 2 to 3.

    Besides those that are written there: 561千克 is "561", where the unit stands elsewhere.
    """
    numbers = set(_lengths(fact.value))
    if isinstance(fact.value, Quantity) and fact.value.unit not in OF_ANYTHING:
        here = {*spare_numerals(fact.words, (), ZH), *spare_numerals(fact.words, (), EN)}
        numbers |= {(each,) for each in here if each < LARGE}
    return numbers


def _lengths(value: Value) -> Iterator[tuple[Fraction, ...]]:
    match value:
        case Ordinal(number=number) | Session(number=number):
            yield (Fraction(number),)
        case Quantity(low=low, high=high, unit=unit):
            for length in LENGTHS.get(unit, (1,)):
                yield (low / length,) if low == high else (low / length, high / length)
        case When(first=Day(year=None, month=None, day=int(day)), last=None):
            yield (Fraction(day),)
        case When(first=Day(part=first), last=None) if first in HALF_YEARS:
            yield (Fraction(6),)
        case When(first=Day(part=first), last=None) if first in QUARTERS:
            yield from ((Fraction(QUARTERS.index(first) + 1),), (Fraction(3),))
        case When(first=Day(part=Part.QUARTER_1), last=Day(part=Part.QUARTER_3)):
            yield from ((Fraction(3),), (Fraction(9),))
        case _:
            return


def says_both(fact: Fact, en: str) -> bool:
    """两市 is "both cities", and 双方 "each side"."""
    return (fact.words.startswith(("两", "双", "二")) or (Fraction(2),) in _lengths(fact.value)) and BOTH.search(
        en
    ) is not None


def same_number(zh: Fact, en: Fact, text: Text) -> bool:
    """Whether the two write one number, which one language counts and the other puts in a row, or binds (最大)."""
    if _same_but_for_limit(zh, en, text) or _same_hour(zh.value, en.value) or _same_people(zh, en, text):
        return True
    if isinstance(zh.value, Quantity) and isinstance(en.value, Quantity) and zh.value.unit == en.value.unit:
        return _same_but_for_bound(zh, en, text)
    if type(zh.value) is type(en.value) is not Quantity or _written(zh).isdisjoint(_written(en)):
        return False
    # What is counted may stand elsewhere: 13岁 and "13-year-old", six consecutive quarters, 3 or 5 million yuan.
    units = {each.value.unit for each in (zh, en) if isinstance(each.value, Quantity)}
    return len(units) < 2 or not OF_ANYTHING.isdisjoint(units)  # noqa: PLR2004 - one of each


def _same_but_for_bound(zh: Fact, en: Fact, text: Text) -> bool:
    """Whether two quantities of one unit are the same number, and the bound of one stands near the other."""
    one, other = zh.value, en.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    if (one.low, one.high) != (other.low, other.high):
        return False
    before, after = _sentence(text.zh, zh.start, ENDS_ZH), _sentence(text.en, en.start, ENDS_EN)
    if en.words.startswith("about ") and other == replace(one, bound=Bound.ABOUT):
        return one.high <= SMALL
    near = text.en[max(0, en.start - 20) : en.end + 16]
    against = EXCEEDS if one.bound in UPPER else FALLS_SHORT if one.bound in LOWER else None
    if against and against.search(near) and not NOT.search(after):
        return False
    return any(chinese.search(before) and english.search(after) for chinese, english in BOUNDS)


def _sentence(text: str, at: int, ends: re.Pattern[str]) -> str:
    """The sentence in which a place of a text is."""
    places = [0, *(each.end() for each in ends.finditer(text)), len(text)]
    return next((text[start:end] for start, end in pairwise(places) if start <= at < end), "")


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
    if not isinstance(zh.value, Quantity) or not isinstance(en.value, Quantity):
        return False
    named = text.zh[: zh.start].endswith("等") and re.match(r" (?:\w+ )?others?\b", text.en[en.end :])
    return bool(named) and 0 < zh.value.low - en.value.low < SMALL


def _same_hour(zh: Value, en: Value) -> bool:
    """22时 is "10 each night": what makes it an hour stands elsewhere in the sentence."""
    if not isinstance(zh, Time) or zh.last or not isinstance(en, Quantity):
        return False
    return en.low == en.high and en.unit is Unit.COUNT and en.low in {zh.first.hour, zh.first.hour - 12}
