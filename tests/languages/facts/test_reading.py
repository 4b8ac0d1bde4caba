"""What a text says in numbers, days, times and documents; the cases stand in chinese.tsv and english.tsv."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fact_notation import rows, shown
from jiyao.languages.facts import facts_of
from jiyao.languages.text import Language

# Pieces of which facts are made, so that a text often nearly holds one.
ZH_PIECES = (
    "一 二 十 百 万 亿 〇 两 半 3 30 2023 年 月 日 时 点 分 第 届 次 个 % "
    "至 — 、 ， 。 近 约 不少于 余 多 前 后 元 “ ” 大"
)
EN_PIECES = (
    "a one two twenty hundred million 3 30 2023 March May 6 , . - to and of by the end first half % $ p.m. No. ( [ ]"
)


def _read(text: str, language: Language) -> str:
    return "; ".join(shown(fact.value) for fact in facts_of(text, language))


@pytest.mark.parametrize(("text", "facts"), list(rows("chinese.tsv", 2)))
def test_a_chinese_text_says(text: str, facts: str) -> None:
    assert _read(text, Language.ZH) == facts


@pytest.mark.parametrize(("text", "facts"), list(rows("english.tsv", 2)))
def test_an_english_text_says(text: str, facts: str) -> None:
    assert _read(text, Language.EN) == facts


@pytest.mark.parametrize(("text", "facts"), list(rows("english.tsv", 2)))
def test_an_english_sentence_says_the_same_at_its_head_and_in_its_midst(text: str, facts: str) -> None:
    assert _read(f"{text}.", Language.EN) == facts
    if not text.startswith(("First,", "Second,")) and not facts.startswith("term"):
        assert _read(text[0].upper() + text[1:], Language.EN) == facts


def test_a_fact_knows_its_place_and_its_words() -> None:
    text = "会议于２０２３年３月６日召开，３０余人参加。"
    assert [(fact.words, text[fact.start : fact.end]) for fact in facts_of(text, Language.ZH)] == [
        ("２０２３年３月６日", "２０２３年３月６日"),
        ("３０余人", "３０余人"),
    ]


def test_the_words_of_an_english_fact_begin_and_end_with_it() -> None:
    text = "The meeting, held in March 2023, was attended by more than 30 people at 3:30 p.m. on Monday."
    words = [fact.words for fact in facts_of(text, Language.EN)]
    assert words == ["March 2023", "more than 30", "3:30 p.m.", "Monday"]


@example("")
@example("２０２３年２月３０日")
@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(ZH_PIECES.split()), max_size=12).map("".join)))
def test_any_chinese_text_is_read_in_order_and_without_overlap(text: str) -> None:
    _in_order(text, Language.ZH)


@example("Two two 3,,5 $ (No. 9 [2023")
@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(EN_PIECES.split()), max_size=12).map(" ".join)))
def test_any_english_text_is_read_in_order_and_without_overlap(text: str) -> None:
    _in_order(text, Language.EN)


def _in_order(text: str, language: Language) -> None:
    end = 0
    for fact in facts_of(text, language):
        assert end <= fact.start < fact.end
        assert text[fact.start : fact.end] == fact.words
        assert shown(fact.value)
        end = fact.end
