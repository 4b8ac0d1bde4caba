"""Numerals in both languages, beside cn2an and beside words that the tests make themselves."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.languages.facts.chinese_numerals import chinese_number
from jiyao.languages.facts.english_numerals import CARDINALS, ORDINALS, english_number, english_ordinal

WHOLE = st.one_of(st.integers(0, 10**4), st.integers(0, 10**12 - 1))
DECIMALS = st.decimals(0, 10**6, places=2, allow_nan=False)
BY_VALUE = {number: word for word, number in CARDINALS.items()}
ORDINALS_BY_VALUE = {number: word for word, number in ORDINALS.items()}
SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def english_words(number: int) -> str:
    """The number as a style guide spells it: two hundred and thirty-one thousand and five."""
    for scale, word in SCALES:
        if number >= scale:
            head = f"{english_words(number // scale)} {word}"
            rest = number % scale
            return head if not rest else f"{head} {'and ' if rest < 100 else ''}{english_words(rest)}"
    if number >= 100:
        head = f"{BY_VALUE[number // 100]} hundred"
        return head if number % 100 == 0 else f"{head} and {english_words(number % 100)}"
    if number in BY_VALUE:
        return BY_VALUE[number]
    return f"{BY_VALUE[number // 10 * 10]}-{BY_VALUE[number % 10]}"


@pytest.mark.parametrize("style", ["low", "up"])
@given(number=WHOLE)
def test_a_number_that_cn2an_writes_is_read_back(number: int, style: str) -> None:
    assert chinese_number(cn2an.an2cn(number, style)) == number


@given(st.integers(0, 10**6))
def test_a_row_of_digits_is_read_back(number: int) -> None:
    assert chinese_number(cn2an.an2cn(number, "direct")) == number
    assert chinese_number(cn2an.an2cn(number, "direct").replace("零", "〇")) == number


@given(DECIMALS)
def test_a_decimal_that_cn2an_writes_is_read_back(number: Decimal) -> None:
    assert chinese_number(cn2an.an2cn(str(number), "low")) == Fraction(number)


@given(WHOLE)
def test_cn2an_reads_a_number_as_we_do(number: int) -> None:
    words = cn2an.an2cn(number, "low")
    assert cn2an.cn2an(words, "smart") == chinese_number(words)


@pytest.mark.parametrize(
    "words",
    ["3.5万", "2亿", "1亿2000万", "3万5千", "两亿三千万", "一百零一", "10百", "两千零五", "十二点五", "三千五百万"],
)
def test_a_mixture_is_read_as_cn2an_reads_it(words: str) -> None:
    assert chinese_number(words) == Fraction(str(cn2an.cn2an(words, "smart")))


@pytest.mark.parametrize(
    ("words", "number"),
    [("廿三", 23), ("卅", 30), ("一万五", 15000), ("三百五", 350), ("贰佰", 200), ("三点五万", 35000)],
)
def test_what_cn2an_does_not_read_is_read(words: str, number: int) -> None:
    assert chinese_number(words) == number


@pytest.mark.parametrize("words", ["", "点", "点五", "十点", "3.4.5", "三四十", "十十", "百里", "."])
def test_what_names_no_number_is_none(words: str) -> None:
    assert chinese_number(words) is None


@given(st.integers(0, 10**12 - 1))
def test_an_english_number_is_read_in_words_and_figures(number: int) -> None:
    assert english_number(english_words(number)) == number
    assert english_number(f"{number:,}") == number


@given(st.integers(0, 10**6 - 1))
def test_an_english_number_begins_with_a_capital_or_not(number: int) -> None:
    assert english_number(english_words(number).capitalize()) == number


@given(st.integers(1, 99))
def test_an_ordinal_is_read_in_words_and_figures(number: int) -> None:
    if number in ORDINALS_BY_VALUE:
        words = ORDINALS_BY_VALUE[number]
    else:
        words = f"{BY_VALUE[number // 10 * 10]}-{ORDINALS_BY_VALUE[number % 10]}"
    assert english_ordinal(words) == number
    assert english_ordinal(f"one hundred and {words}") == 100 + number
    assert english_ordinal(f"{number}th") == number


@pytest.mark.parametrize("words", ["fifteen", "hundred", "ofst", "twentysecondth", "a", "th"])
def test_what_names_no_place_is_none(words: str) -> None:
    assert english_ordinal(words) is None
