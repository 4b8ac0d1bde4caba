"""How wide a text is, and where its lines may end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.cli.columns import CLOSING, OPENING, columns, laid_out, padded, wrapped

SENTENCES = st.text("会议指出、，。《纪要》（“安全”）abc .-é😀", min_size=1, max_size=120)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", 3), ("会议", 4), ("会a议", 5), ("（一）", 6), ("e\u0301", 1), ("😀", 2), ("𠮷", 2), ("", 0)],
)
def test_a_hanzi_takes_two_columns_and_a_combining_mark_none(text: str, expected: int) -> None:
    assert columns(text) == expected


def test_padding_counts_columns() -> None:
    assert padded("会议", 6) + "|" == "会议  |"


def test_a_chinese_text_without_spaces_is_broken_between_hanzi() -> None:
    assert wrapped("会议指出安全生产责任", 8) == ["会议指出", "安全生产", "责任"]


def test_no_line_begins_with_a_comma_or_ends_with_an_opening_mark() -> None:
    assert wrapped("会议指出，要学习《安全法》。", 8) == ["会议指", "出，要学", "习《安全", "法》。"]


def test_a_latin_word_is_not_broken_where_it_fits_a_line() -> None:
    assert wrapped("写入office.yaml文件中", 12) == ["写入", "office.yaml", "文件中"]


def test_what_fits_no_line_is_cut() -> None:
    assert wrapped("abcdefghij", 4) == ["abcd", "efgh", "ij"]


@given(SENTENCES, st.integers(10, 80))
def test_no_line_is_wider_than_asked_for_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(
    st.lists(st.sampled_from(["会议", "指出，", "《纪要》", "（一）。", "abc ", "“安全”、"]), min_size=9),
    st.integers(12, 40),
)
def test_marks_stay_with_what_they_open_or_close(words: list[str], width: int) -> None:
    lines = wrapped("".join(words), width)
    assert not [line for line in lines[:-1] if line[-1] in OPENING]
    assert not [line for line in lines[1:] if line[0] in CLOSING]


def test_lines_of_one_paragraph_are_joined_without_a_space_between_hanzi() -> None:
    assert laid_out("会议\n指出\n\nthe\nnext", 20) == ["会议指出", "", "the next"]


def test_an_indented_example_stays_as_it_is() -> None:
    assert laid_out("写成：\n\n    held: 2023-03-06\n    place:   三楼", 10) == [
        "写成：",
        "",
        "    held: 2023-03-06",
        "    place:   三楼",
    ]
