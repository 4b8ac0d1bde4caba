"""Numerals that no reader took for a fact: 百企, 三天三夜, “halved”, “a decade”.

They prove nothing by themselves. But what one language counts in so many words the other may say in passing, so that a
number with such a numeral on the other side is nobody's mistake.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from jiyao.languages.facts.chinese_numerals import HAN, chinese_number
from jiyao.languages.facts.english_numerals import english_number, english_ordinal
from jiyao.languages.facts.readers import phrases
from jiyao.languages.facts.values import SetTerm
from jiyao.languages.text import Language

if TYPE_CHECKING:
    from jiyao.languages.facts.values import Fact

NUMERAL_ZH = re.compile(rf"[{HAN}]+|\d+(?:\.\d+)?|[半双]")
WORDS_ZH = {"半": Fraction(1, 2), "双": Fraction(2)}
NUMERAL_EN = re.compile(r"(?<![\w.])(?:\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?|[A-Za-z]+(?:-[A-Za-z]+)?)")
STEMS_EN = (
    (re.compile(r"hal(?:f|ve[ds]?|ving)$"), Fraction(1, 2)),
    (re.compile(r"(?:doubl(?:e[ds]?|ing)|twice|both|pair|dual|two-\w+)$"), Fraction(2)),
    (re.compile(r"runners?-up$"), Fraction(2)),
    (re.compile(r"(?:tripl(?:e[ds]?|ing)|thrice)$"), Fraction(3)),
    (re.compile(r"quarters?$"), Fraction(1, 4)),
    (re.compile(r"decades?$"), Fraction(10)),
    (re.compile(r"century$"), Fraction(100)),
    (re.compile(r"(?:none|no|nobody|nil|unanimous(?:ly)?)$"), Fraction(0)),
)
ROMAN = {name: number for number, name in enumerate(phrases("I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII"), start=1)}


def spare_numerals(text: str, facts: Iterable[Fact], language: Language) -> Counter[Fraction]:
    """How often each number is written outside of the facts of a text."""
    rest = list(text)
    # Set terms count nothing in the text, so what they hold may stand for what the other language counts.
    for fact in (each for each in facts if not isinstance(each.value, SetTerm)):
        rest[fact.start : fact.end] = " " * (fact.end - fact.start)
    written = "".join(rest)
    if language is Language.ZH:
        return Counter(number for found in NUMERAL_ZH.findall(written) for number in _chinese(found))
    return Counter(number for found in NUMERAL_EN.findall(written) if (number := _english(found)) is not None)


def _chinese(words: str) -> Iterable[Fraction]:
    if words in WORDS_ZH:
        return (WORDS_ZH[words],)
    whole = chinese_number(words)
    signs = "" if words[0].isdigit() else words
    each = [number for sign in signs if len(signs) > 1 and (number := chinese_number(sign)) is not None]
    return [whole, *each] if whole is not None else each


def _english(word: str) -> Fraction | None:
    if word in ROMAN:
        return Fraction(ROMAN[word])
    small = word.lower()
    for stem, number in STEMS_EN:
        if stem.match(small):
            return number
    plain = english_number(small) if small not in {"and", "a", "an"} else None
    if plain is not None:
        return plain
    place = english_ordinal(small)
    if place is not None:
        return Fraction(place)
    # “three-lane” counts lanes.
    return english_number(small.split("-")[0]) if "-" in small else None
