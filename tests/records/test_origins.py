"""Places inside texts: every character of a text is found again in its file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.problems import Origin
from jiyao.records.nodes import Mapping, Scalar
from plainly import source

LETTERS = st.characters(categories=["L", "N", "P", "S"], exclude_characters="\ufffd")
TEXTS = st.text(LETTERS, min_size=1, max_size=12)
LINES = st.lists(st.text(LETTERS, max_size=5), min_size=1, max_size=5).filter(
    lambda lines: bool(lines[0] and lines[-1])
)


def value(text: str, file: str = "a.yaml") -> tuple[str, Origin]:
    """The text under the only key of a record, and where it comes from."""
    node = source(text, file).node
    assert isinstance(node, Mapping)
    scalar = node.entries[0].value
    assert isinstance(scalar, Scalar)
    return scalar.text, scalar.origin


def at(text: str, origin: Origin, offset: int) -> str:
    """The character of a file that stands for one of a text."""
    place = origin.part(offset, offset + 1)
    return text.split("\n")[place.line - 1][place.column - 1]


def assert_found(file: str, text: str, origin: Origin, escaped: str) -> None:
    """Each character of the text stands at its place; an escaped one is its backslash or quote there."""
    for offset, character in enumerate(text):
        if character != "\n":
            assert at(file, origin, offset) in {character, escaped}


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12))
def test_in_plain_texts(text: str) -> None:
    file = f"文: 甲{text}\n"
    read, origin = value(file)
    assert read == f"甲{text}"
    assert_found(file, read, origin, "")


@given(TEXTS)
def test_in_single_quotes(text: str) -> None:
    quoted = text.replace("'", "''")
    file = f"文:  '{quoted}'\n"
    read, origin = value(file)
    assert read == text
    assert_found(file, read, origin, "")


@given(
    st.lists(st.tuples(LETTERS, st.sampled_from(["", "\\u{:04x}", "\\U{:08x}", "\\x{:02x}"])), min_size=1, max_size=12)
)
def test_in_double_quotes_with_escapes(letters: list[tuple[str, str]]) -> None:
    def written(letter: str, escape: str) -> str:
        if ord(letter) > {"x": 0xFF, "u": 0xFFFF, "U": 0x10FFFF}.get(escape[1:2], 0):
            return f"\\{letter}" if letter in '"\\' else letter
        return escape.format(ord(letter))

    text = "".join(letter for letter, _ in letters)
    file = f'文: "{"".join(written(*each) for each in letters)}"\n'
    read, origin = value(file)
    assert read == text
    assert_found(file, read, origin, "\\")


@given(LINES, st.sampled_from(["|-", "|", "|+"]), st.integers(1, 4), st.booleans())
def test_in_literal_blocks(lines: list[str], header: str, indent: int, windows: bool) -> None:
    end = "\r\n" if windows else "\n"
    file = f"文: {header}{indent}{end}" + "".join(" " * indent * bool(line) + line + end for line in lines)
    read, origin = value(file)
    assert read == "\n".join(lines)
    assert_found(file, read, origin, "")


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), max_size=12), st.booleans())
def test_in_json(text: str, ascii_only: bool) -> None:
    file = "{\n " + json.dumps("文", ensure_ascii=False) + ": " + json.dumps(text, ensure_ascii=ascii_only) + "}"
    read, origin = value(file, "a.json")
    assert read == text
    assert_found(file, read, origin, "\\")


@pytest.mark.parametrize(
    ("file", "part", "place"),
    [
        ("a: 会议纪要\n", (2, 4), (1, 6, 1, 8)),
        ("a: '会''议'\n", (2, 3), (1, 8, 1, 9)),
        ('a: "\\u4e2d国\\n人"\n', (1, 2), (1, 11, 1, 12)),
        ('a: "\\u4e2d国\\n人"\n', (3, 4), (1, 14, 1, 15)),
        ("a: |2-\n    会议\n\n  纪要\n", (0, 4), (2, 3, 2, 7)),
        ("a: |2-\n    会议\n\n  纪要\n", (6, 8), (4, 3, 4, 5)),
        ("a: |-\n      会议\n      纪要\n", (0, 5), (2, 7, 3, 9)),
    ],
)
def test_a_part_of_a_text_has_its_own_place(file: str, part: tuple[int, int], place: tuple[int, int, int, int]) -> None:
    found = value(file)[1].part(*part)
    assert (found.line, found.column, found.end_line, found.end_column) == place
