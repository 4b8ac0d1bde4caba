"""Both languages side by side: good pairs are silent, a planted fault is found, and nothing else with it.

The pairs stand in pairs.tsv and faults.tsv; a new one is a new line there.
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta

import pytest
from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from fact_notation import rows, shown
from jiyao.languages.facts import compare, facts_of, same
from jiyao.languages.facts.comparing import Differences
from jiyao.languages.facts.values import Relative, Weekday
from jiyao.languages.moments import chinese_date, chinese_days, chinese_time
from jiyao.languages.text import Language

PAIRS = list(rows("pairs.tsv", 2))
DAYS = st.dates(date(1950, 1, 1), date(2098, 12, 31))


def _is_slight(text: str, language: Language) -> bool:
    """Whether a text has a fact that is missed only where another stands in its place: repetition looks alike."""
    return any(
        isinstance(fact.value, Weekday | Relative) or shown(fact.value) == "1" for fact in facts_of(text, language)
    )


FIRM = [(zh, en) for zh, en in PAIRS if not _is_slight(zh, Language.ZH) and not _is_slight(en, Language.EN)]


def differences(zh: str, en: str) -> Differences:
    return compare(facts_of(zh, Language.ZH), facts_of(en, Language.EN))


def words(zh: str, en: str) -> tuple[str, str]:
    found = differences(zh, en)
    return (
        "|".join(fact.words for fact in found.missing_in_english),
        "|".join(fact.words for fact in found.missing_in_chinese),
    )


@pytest.mark.parametrize(("zh", "en"), PAIRS)
def test_a_good_pair_is_silent(zh: str, en: str) -> None:
    assert words(zh, en) == ("", "")


@pytest.mark.parametrize(("zh", "en", "only_zh", "only_en"), list(rows("faults.tsv", 4)))
def test_exactly_the_planted_fault_is_found(zh: str, en: str, only_zh: str, only_en: str) -> None:
    assert words(zh, en) == (only_zh, only_en)


def test_each_figure_that_is_changed_is_found() -> None:
    """All but the year of a day: the Chinese text leaves it open."""
    silent: list[str] = []
    for zh, en in PAIRS:
        for figure in re.finditer(r"(?<![\d.,])\d+(?!\d|,\d)", en):
            changed = f"{en[: figure.start()]}{int(figure[0]) + 1}{en[figure.end() :]}"
            if not differences(zh, changed):
                silent.append(changed)
    assert silent == ["The meeting was held on Monday, March 6, 2024."]


@given(st.lists(st.sampled_from(FIRM), min_size=1, max_size=4, unique=True))
def test_good_pairs_are_silent_together_in_any_order_and_however_often(pairs: list[tuple[str, ...]]) -> None:
    zh = [fact for pair in pairs for fact in facts_of(pair[0], Language.ZH)]
    en = [fact for pair in pairs for fact in facts_of(pair[1], Language.EN)]
    assert not compare(zh, list(reversed(en)))
    assert not compare(zh + zh, en)
    assert not compare(zh, en + en)


@given(DAYS)
def test_a_day_is_the_same_in_both_languages(day: date) -> None:
    for form in ("long", "medium", "full"):
        assert words(chinese_date(day), format_date(day, form, locale="en_US")) == ("", "")
        assert words(format_date(day, form, locale="zh_CN"), format_date(day, form, locale="en_GB")) == ("", "")


@given(DAYS, DAYS)
def test_another_day_is_another(one: date, other: date) -> None:
    assert (words(chinese_date(one), format_date(other, "long", locale="en_US")) == ("", "")) == (one == other)


@given(DAYS, st.integers(1, 300))
def test_several_days_are_the_same_in_both_languages(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    english = f"from {format_date(first, 'long', locale='en_US')} to {format_date(last, 'long', locale='en_US')}"
    assert words(chinese_days(first, last), english) == ("", "")
    longer = chinese_days(first, last + timedelta(days=1))
    assert words(longer, english) != ("", "")


@given(st.times(), st.times())
def test_a_time_is_the_same_in_both_languages(one: time, other: time) -> None:
    one, other = one.replace(second=0, microsecond=0), other.replace(second=0, microsecond=0)
    assert (words(chinese_time(one), format_time(other, "short", locale="en_US")) == ("", "")) == (one == other)


@given(st.integers(3, 10**9))
def test_a_number_is_the_same_in_figures_whatever_the_language(number: int) -> None:
    assert words(f"共{number}件。", f"A total of {format_decimal(number, locale='en_US')} cases.") == ("", "")


@given(st.integers(0, 1000))
def test_a_percentage_is_the_same_in_both_languages(permille: int) -> None:
    share = permille / 1000
    english = format_percent(share, "0.0%", locale="en_US")
    assert words(f"占{permille / 10}%。", f"It makes up {english}.") == ("", "")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("2023年3月6日", "March 6"),
        ("3月6日", "March 6, 2023"),
        ("6日", "March 6"),
        ("一月", "January 2023"),
        ("30余人", "more than 30 people"),
        ("30人以上", "at least 30"),
        ("30人以上", "more than 30"),
        ("截至6月底", "by the end of June"),
        ("自3月1日起", "March 1"),
        ("3次", "three times"),
        ("3倍", "three times"),
        ("9时", "9 a.m."),
        ("9时", "9 p.m."),
        ("两天", "over two days"),
        ("24小时", "one day"),
        ("一半", "50 percent"),
        ("三成", "30 percent"),
        ("半年", "six months"),
        ("6月底", "late June"),
        ("中午12时", "noon"),
        ("近30人", "about 30"),
        ("一年半", "18 months"),
    ],
)
def test_two_facts_say_the_same(zh: str, en: str) -> None:
    (one,), (other,) = facts_of(zh, Language.ZH), facts_of(en, Language.EN)
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("2023年3月6日", "March 6, 2022"),
        ("3月6日", "in March"),
        ("2023年3月", "2023"),
        ("30余人", "at least 30"),
        ("30余人", "30 people"),
        ("30余人", "about 30"),
        ("3月17日前", "March 17"),
        ("3月17日后", "by March 17"),
        ("3次", "the third"),
        ("第3次", "three times"),
        ("9时", "9:30 a.m."),
        ("下午3时", "3 a.m."),
        ("3天", "3 hours"),
        ("3元", "$3"),
        ("1.2%", "1.2 percentage points"),
        ("二十大", "the 20th National People's Congress"),
        ("月底", "the end of the year"),
        ("近日", "March 6"),
    ],
)
def test_two_facts_say_something_else(zh: str, en: str) -> None:
    (one,), (other,) = facts_of(zh, Language.ZH), facts_of(en, Language.EN)
    assert not same(one, other)
    assert not same(other, one)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("2023年3月6日召开。", "It was held in March 6 of the year 2023."),
        ("2023年3月6日召开。", "In 2023, it was held on March 6."),
        ("3月6日至8日召开。", "It opened on March 6 and closed on March 8."),
        ("下午3时召开。", "It was held at 3 o'clock in the afternoon."),
        ("下午3时召开。", "It was held in the afternoon, at 3:00."),
        ("张三、李四参加。", "Both officials, the two of them, attended."),
        ("召开一次会议。", "A meeting was held."),
        ("开展“六抓六促”行动。", "The six grasps and six promotions were carried out."),
        ("“十四五”规划", "The 14th Five-Year Plan (2021-2025)"),
        ("省安委〔2023〕9号", "Provincial document No. 9, issued in 2023"),
    ],
)
def test_what_is_said_in_other_facts_is_no_difference(zh: str, en: str) -> None:
    assert not differences(zh, en)


def test_a_fact_less_often_said_matters_only_where_another_stands_in_its_place() -> None:
    assert words("3人、3辆车", "three people and vehicles") == ("", "")
    assert words("3人、3辆车", "three people and four vehicles") == ("3辆", "four")


def test_differences_are_empty_where_nothing_differs() -> None:
    assert not Differences()
    assert not compare((), ())
