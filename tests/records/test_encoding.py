"""The bytes of a record file: which encodings are read, and what is said of the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.records.reading import read
from plainly import found, plain, source

RECORD = "标题: 党组（扩大）会议\n地点: 𠮷林\n"
READ = {"标题": "党组（扩大）会议", "地点": "𠮷林"}


@pytest.mark.parametrize(
    ("content", "encoding", "problems"),
    [
        (RECORD.encode("utf-8"), "utf-8", []),
        (RECORD.encode("utf-8-sig"), "utf-8-sig", []),
        (b"\xef\xbb\xbf" + RECORD.encode("utf-8-sig"), "utf-8-sig", []),
        (RECORD.encode("gb18030"), "gb18030", ["1:1 R003"]),
    ],
)
def test_utf8_and_gb18030_are_read(content: bytes, encoding: str, problems: list[str]) -> None:
    record = source(content)
    assert (found(record), plain(record.node)) == (problems, READ)
    assert (record.text, record.encoding) == (RECORD, encoding)


def test_a_byte_order_mark_moves_no_column() -> None:
    assert found(source("a: 1\na: 2\n".encode("utf-8-sig"))) == ["2:1 R010"]
    assert found(source("a: 一 #2\n".encode("utf-8-sig"))) == ["1:6 R013"]


def test_gb18030_is_a_warning_and_places_are_in_characters() -> None:
    record = source("标题: 会议 #2\n".encode("gb18030"))
    assert [(str(each.severity), each.place.column) for each in record.problems] == [("warning", 1), ("error", 8)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("file", ["a.yaml", "a.json", "a.jsonl"])
def test_utf16_is_refused_with_what_to_do(encoding: str, file: str) -> None:
    record = source("title: 会议\n".encode(encoding), file)
    assert (found(record), record.node) == (["1:1 R002"], None)
    assert "UTF-8" in str(record.problems[0].hint)


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (b"a: b\nc: \x80\n", "2:4", "0x80 is neither UTF-8 nor GB18030"),
        ("标题: 会议纪要\n地点: 三楼".encode()[:-1], "2:6", "0xE6 is not UTF-8, though the rest of the file is"),
        ("标题: 会议纪要\n地点: 三".encode() + b"\xff\n", "2:6", "0xFF is not UTF-8, though the rest of the file is"),
    ],
)
def test_other_bytes_are_an_error_at_their_place(content: bytes, place: str, words: str) -> None:
    (problem,) = source(content).problems
    assert (f"{problem.place.line}:{problem.place.column}", problem.code) == (place, "R002")
    assert words in str(problem.message)


@given(st.binary(max_size=200), st.sampled_from(["a.yaml", "a.json", "a.jsonl"]))
def test_any_bytes_give_a_record_or_problems(content: bytes, file: str) -> None:
    for record in read(content, file):
        assert record.node is not None or record.problems


SIGNS = st.sampled_from(
    [
        *"abc一，：:#,-[]{}&*!|>%@`'\"\\?~. \n\t\r0",
        ": ",
        " #",
        "- ",
        "\n  ",
        "|-\n",
        "<<: ",
        "\\u00",
        "\ufeff",
        "\x85",
        "\u2028",
        "😀",
    ]
)


@given(st.lists(SIGNS, max_size=40).map("".join), st.sampled_from(["a.yaml", "a.json", "a.jsonl"]))
def test_any_text_gives_a_record_or_problems_within_the_text(text: str, file: str) -> None:
    for record in read(text.encode("utf-8"), file):
        lines = record.text.split("\n")
        assert record.node is not None or record.problems
        for place in (each.place for each in record.problems):
            line = place.line - record.line
            assert place.line == 0 or place.column <= len(lines[line] if line < len(lines) else "") + 1
