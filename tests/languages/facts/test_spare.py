"""Numerals outside of facts: they excuse a number of the other language, and each only once."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jiyao.languages.facts import facts_of
from jiyao.languages.facts.spare import spare_numerals
from jiyao.languages.text import Language, Text
from jiyao.review.checks.pairs import check_pair


def spare(text: str, language: Language) -> dict[Fraction, int]:
    return dict(spare_numerals(text, facts_of(text, language), language))


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("实施“百企升级、千企上云”行动。", Language.ZH, {100: 1, 1000: 1}),
        ("奋战三天三夜。", Language.ZH, {3: 1}),
        ("Accidents were halved within a decade.", Language.EN, {Fraction(1, 2): 1, 10: 1}),
        ("Phase II has begun.", Language.EN, {2: 1}),
        ("共有3人。", Language.ZH, {}),
        ("3 people came.", Language.EN, {}),
    ],
)
def test_numerals_that_are_no_facts(text: str, language: Language, found: dict[Fraction, int]) -> None:
    assert spare(text, language) == found


def codes(zh: str, en: str) -> list[str]:
    return [each.code for each in check_pair(Text(zh, en))]


def test_a_number_that_the_other_language_says_in_passing_is_no_difference() -> None:
    assert codes("十年间，交通事故起数减少了一半。", "Traffic accidents have been halved in a decade.") == []


def test_it_excuses_one_number_and_not_two() -> None:
    assert codes("连续奋战三天三夜。", "They battled on for three days and three nights.") == []
    assert codes("奋战三夜。", "They battled on for three nights on three sites.") == ["B103"]


def test_another_number_in_its_place_is_told() -> None:
    assert codes("减少了一半。", "It was cut by two thirds.") == ["B101"]
    assert codes("共受理6件。", "Three cases were accepted.") == ["B101"]
