"""JSON is read in a quick way and in a careful one, and nobody can tell which it was."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jiyao.records import characters, refusals
from jiyao.records.json_nodes import quick_nodes
from jiyao.records.json_reader import careful_nodes

TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from('会议“"\\/\n\t\x0b\u200b'), max_size=8)
VALUES = st.recursive(
    TEXTS | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


def in_order(found: tuple[object, Sequence[object]]) -> tuple[object, list[str]]:
    return found[0], sorted(map(str, found[1]))


@given(VALUES, st.booleans(), st.sampled_from([None, 0, 2]))
def test_what_is_sound_is_read_alike(value: object, ascii_only: bool, indent: int | None) -> None:
    written = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    text, clean = characters.readable(written), characters.is_clean(written)
    quick = quick_nodes(text, "a.json", 7, clean=clean)
    assert quick
    assert in_order(quick) == in_order(careful_nodes(text, "a.json", 7, clean=clean))


@given(st.text(st.sampled_from('{}[]:,"a1\\ \n-.eE0ntrue/\t'), max_size=25))
@example('{"a": 1, "a": {"b": 2}, "a": null}')
@example('{"a": "\\ud83d\\ude00 \\ud83d \\u0041"}')
@example("[NaN, -Infinity]")
@example('"\\x41"')
@example('{"a": 01}')
def test_what_the_quick_way_takes_is_what_the_careful_one_takes(text: str) -> None:
    quick, careful = quick_nodes(text, "a.json", 1, clean=True), careful_nodes(text, "a.json", 1, clean=True)
    if quick:
        assert in_order(quick) == in_order(careful)
    else:
        assert careful[0] is None
        assert careful[1]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 51 + "]" * 51,
        "[" * 100_000 + "]" * 100_000,
        f"[{'1,' * refusals.MOST}1]",
        "{" + '"a": 1, ' * 2000 + '"a": 1}',
    ],
)
def test_what_is_too_much_is_left_to_the_careful_way(text: str) -> None:
    assert quick_nodes(text, "a.json", 1, clean=True) is None
    assert careful_nodes(text, "a.json", 1, clean=True)[0] is None
