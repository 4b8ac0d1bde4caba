"""The source line and the caret under the right column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.cli.columns import columns
from jiyao.cli.excerpt import excerpt, visible
from jiyao.problems import Place


def spot(column: int, end_column: int = 0) -> Place:
    return Place("a.yaml", 3, column, 3 if end_column else 0, end_column)


def drawn(line: str, place: Place, room: int = 60) -> tuple[str, str]:
    shown = excerpt(line, place, room)
    return shown.text, " " * shown.offset + "^" * shown.length


@pytest.mark.parametrize(
    ("line", "place", "text", "caret"),
    [
        ("  - 陈林", spot(5, 7), "  - 陈林", "    ^^^^"),
        ("主持人: 陈林", spot(6, 8), "主持人: 陈林", "        ^^^^"),
        ("😀陈林", spot(2, 4), "😀陈林", "  ^^^^"),
        ("cafe\u0301: x", spot(8, 9), "cafe\u0301: x", "      ^"),
        ("\tx: y", spot(2, 3), "    x: y", "    ^"),
        ("ab\tx", spot(4, 5), "ab  x", "    ^"),
        ("a\x07b", spot(3, 4), "a\\x07b", "     ^"),
        ("a\u202eb", spot(2, 3), "a\\u202eb", " ^^^^^^"),
        ("title:", spot(7), "title:", "      ^"),
        ("title: x\r\n", spot(8), "title: x", "       ^"),
        ("short", spot(99), "short", "     ^"),
    ],
)
def test_the_caret_stands_under_the_spot(line: str, place: Place, text: str, caret: str) -> None:
    assert drawn(line, place) == (text, caret)


def test_a_spot_that_goes_on_over_the_line_is_marked_to_its_end() -> None:
    assert drawn("text: 会议", Place("a.yaml", 1, 7, 2, 3)) == ("text: 会议", "      ^^^^")


def test_a_long_line_is_cut_around_the_spot() -> None:
    line = "一" * 100 + "错" + "二" * 100
    text, caret = drawn(line, spot(101, 102), 30)
    assert text == "…" + "一" * 4 + "错" + "二" * 9 + "…"
    assert caret == " " * 9 + "^^"


def test_the_end_of_a_long_line_is_shown_when_the_spot_is_there() -> None:
    text, caret = drawn("x" * 200 + "end", spot(201, 204), 20)
    assert text.startswith("…")
    assert text.endswith("xxend")
    assert text[caret.index("^") : len(caret)] == "end"


def test_a_line_of_a_megabyte_is_shown_at_the_spot() -> None:
    text, caret = drawn("会" * 500_000 + "错" + "会" * 500_000, spot(500_001, 500_002), 40)
    assert "错" in text
    assert columns(text) <= 40
    assert columns(text.partition("错")[0]) == caret.index("^")


@given(st.text(max_size=120), st.integers(1, 130), st.integers(0, 140), st.integers(20, 60))
def test_the_excerpt_fits_and_the_caret_is_within_it(line: str, column: int, end_column: int, room: int) -> None:
    shown = excerpt(line, spot(column, end_column), room)
    assert columns(shown.text) <= room
    assert 0 <= shown.offset <= columns(shown.text)
    assert 1 <= shown.length <= max(room, 1)


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("会议", "utf-8", "会议"),
        ("√ ✓", "gbk", "√ \\u2713"),
        ("会", "ascii", "\\u4f1a"),
        ("\x1b[31m", "utf-8", "\\x1b[31m"),
        ("a\nb", "utf-8", "a\\nb"),
        ("\ud800", "utf-8", "\\ud800"),
        ("👨\u200d👩", "utf-8", "👨\u200d👩"),
    ],
)
def test_what_a_terminal_cannot_show_or_would_obey_is_escaped(text: str, encoding: str, expected: str) -> None:
    assert visible(text, encoding) == expected
