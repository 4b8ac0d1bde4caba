"""Words are found by whoever types them, two characters long or one, in Chinese or not."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.languages.bigrams import bigrams, query

HANZI = st.text(st.sampled_from("安全生产督办会议"), min_size=1, max_size=5)
MIXED = st.lists(HANZI | st.sampled_from(["2023", "abc", "，", "\n", " "]), max_size=6).map("".join)


def finds(word: str, text: str) -> bool:
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("CREATE VIRTUAL TABLE words USING fts5 (body, content='', tokenize='unicode61')")
        base.execute("INSERT INTO words (rowid, body) VALUES (1, ?)", (bigrams(text),))
        return bool(base.execute("SELECT 1 FROM words WHERE words MATCH ?", (query(word),)).fetchall())


@given(HANZI, MIXED)
def test_a_chinese_word_is_found_exactly_where_it_stands(word: str, text: str) -> None:
    assert finds(word, text) == (word in text)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("督办", "纳入督办事项"),
        ("办", "已督办"),
        ("GB/T", "按 GB/T 9704 执行"),
        ("2023年", "２０２３年度"),
        ("lift", "Keep inspecting old LIFTS."),
        ("甲 丙", "甲、乙和丙"),
        ("〔2023〕9号", "省安委〔2023〕9号"),
        ("安全2023", "安全2023年"),
    ],
)
def test_what_people_type_is_found(word: str, text: str) -> None:
    assert finds(word, text)


@pytest.mark.parametrize(("word", "text"), [("安全生产", "安全。生产"), ("甲 丁", "甲、乙和丙"), ("全生", "安全 生产")])
def test_what_does_not_stand_there_is_not_found(word: str, text: str) -> None:
    assert not finds(word, text)


@pytest.mark.parametrize(
    ("words", "text"),
    [('a" OR "b', "a"), ("a OR b", "a"), ("NEAR(a b)", "a b"), ("body:a", "a"), ("a NOT b", "a")],
)
def test_no_sign_of_the_query_language_is_obeyed(words: str, text: str) -> None:
    assert not finds(words, text)


@pytest.mark.parametrize("words", ['"', "* -", "！？"])
def test_signs_alone_ask_for_nothing(words: str) -> None:
    assert not query(words)
