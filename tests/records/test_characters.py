"""Characters that would be lost or changed on the way into a document."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainly import found, plain, source


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000"),
        ("\x0b", "U+000B"),
        ("\x1f", "U+001F"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028"),
        ("\u2029", "U+2029"),
        ("\ufdd0", "U+FDD0"),
        ("\ufffe", "U+FFFE"),
        ("\uffff", "U+FFFF"),
        ("\U0001fffe", "U+1FFFE"),
        ("\U0010ffff", "U+10FFFF"),
    ],
)
def test_a_forbidden_character_is_named_wherever_it_stands(character: str, name: str) -> None:
    record = source(f"a: 一{character}二  # {character}\nb: |-\n  {character}三\n")
    assert found(record) == ["1:5 R017", "1:11 R017", "3:3 R017"]
    assert {str(each.message) for each in record.problems} == {f"{name} cannot stand in a document"}


@pytest.mark.parametrize(
    ("escape", "name"),
    [("v", "U+000B"), ("0", "U+0000"), ("r", "U+000D"), ("x1b", "U+001B"), ("L", "U+2028"), ("N", "U+0085")],
)
def test_an_escaped_one_is_named_at_its_backslash(escape: str, name: str) -> None:
    (problem,) = source(f'a: "一\\{escape}二"\n').problems
    assert (str(problem.message), problem.place.column) == (f"{name} cannot stand in a document", 6)


@pytest.mark.parametrize(
    ("text", "file", "node"),
    [('a: "一\\ud800"\n', "a.yaml", None), ('{"a": "一\\ud800"}', "a.json", {"a": "一\ud800"})],
)
def test_half_a_surrogate_pair_is_an_error(text: str, file: str, node: dict[str, str] | None) -> None:
    record = source(text, file)
    assert [(each.code, str(each.message)) for each in record.problems] == [
        ("R017", "U+D800 cannot stand in a document")
    ]
    assert plain(record.node) == node


def test_a_lone_carriage_return_is_an_error_and_a_windows_line_end_is_not() -> None:
    assert found(source("a: 一\r\nb: 二\r三\r\n")) == ["2:5 R017"]


@pytest.mark.parametrize("marker", ["{_{", "}_}", "{_%", "%_}"])
def test_a_mark_of_the_template_engine_is_an_error(marker: str) -> None:
    (problem,) = source(f"a: '一{marker}'\n").problems
    assert (problem.code, problem.place.column, problem.place.end_column) == ("R017", 6, 9)
    assert str(problem.message) == f"`{marker}` cannot stand in a document"


@pytest.mark.parametrize("character", ["\u200b", "\u200e", "\u202e", "\u2066", "\ufeff", "\u00ad"])
def test_what_nobody_sees_is_a_warning_and_is_kept(character: str) -> None:
    record = source(f"a: 张{character}三\n")
    assert (found(record), str(record.problems[0].severity)) == (["1:5 R019"], "warning")
    assert plain(record.node) == {"a": f"张{character}三"}


def test_a_replacement_character_tells_of_a_loss() -> None:
    assert found(source("a: 张\ufffd\ufffd\n")) == ["1:5 R024"]


@pytest.mark.parametrize("character", ["\ue000", "𠮷", "〇", "·", "\u200d", "\t", "\U0010fffd"])
def test_other_characters_are_fine(character: str) -> None:
    record = source(f"a: 一{character}二\n")
    assert (record.problems, plain(record.node)) == ((), {"a": f"一{character}二"})


def test_a_binary_file_does_not_drown_its_reader() -> None:
    assert len(source(b"a: " + b"\x0b" * 100_000).problems) == 100


FORBIDDEN = st.one_of(
    st.characters(categories=["Cs"]),
    st.sampled_from([chr(code) for code in range(0x20) if code not in {9, 10}]),
    st.sampled_from([chr(plane << 16 | code) for plane in range(17) for code in (0xFFFE, 0xFFFF)]),
)


@given(st.text(max_size=5), FORBIDDEN, st.text(max_size=5))
def test_every_forbidden_character_of_a_text_is_reported(before: str, character: str, after: str) -> None:
    # Letters around it keep two halves of a pair apart.
    problems = source(json.dumps({"a": f"{before}x{character}x{after}"}), "a.json").problems
    assert f"U+{ord(character):04X} cannot stand in a document" in {str(each.message) for each in problems}
