"""JSON and JSON Lines: the same nodes as YAML, read strictly."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.records.reading import read
from plainly import Plain, found, plain, scalars, source

pytestmark = pytest.mark.timeout(60)


def test_values_keep_their_letters_and_null_is_unknown() -> None:
    record = source('{"a": [true, false, null, -1e+3, 7.50, "null"], "b": {}, "c": []}', "a.json")
    assert record.problems == ()
    assert plain(record.node) == {"a": ["true", "false", None, "-1e+3", "7.50", "null"], "b": {}, "c": []}


def test_escapes_are_read_and_surrogate_pairs_joined() -> None:
    record = source('{"a": "\\u4e2d\\n\\t\\"\\/\\\\\\ud83d\\ude00"}', "a.json")
    assert (record.problems, plain(record.node)) == ((), {"a": '中\n\t"/\\😀'})


def test_places_are_lines_and_columns_in_characters() -> None:
    node = source('{\n  "会议": ["😀甲",\n    12]\n}', "a.json").node
    assert node is not None
    spots = [(each.text, each.place.line, each.place.column, each.place.end_column) for each in scalars(node)]
    assert spots == [("会议", 2, 3, 7), ("😀甲", 2, 10, 14), ("12", 3, 5, 7)]
    assert (node.place.line, node.place.end_line, node.place.end_column) == (1, 4, 2)


TEXTS = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), max_size=6)
JSON = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=20
)


@given(st.dictionaries(TEXTS, JSON, max_size=4), st.booleans(), st.sampled_from([None, 2]))
def test_what_json_writes_is_read_back(value: dict[str, Plain], ascii_only: bool, indent: int | None) -> None:
    written = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assert plain(source(written, "a.json").node) == value


@pytest.mark.parametrize(
    ("text", "problems", "words"),
    [
        ('{"a": 1, "b": 2, "a": 3}', ["1:18 R010"], "`a` occurs twice: first at a.json:1:2"),
        ('{"a": 1,}', ["1:9 R005"], "a comma stands behind the last value"),
        ('{"a": [1,]}', ["1:10 R005"], "a comma stands behind the last value"),
        ('{"a": NaN}', ["1:7 R005"], "expected a value"),
        ('{"a": -Infinity}', ["1:7 R005"], "expected a value"),
        ('{"a": 007}', ["1:7 R005"], "expected a value"),
        ('{"a": True}', ["1:7 R005"], "expected a value"),
        ("{'a': 1}", ["1:2 R005"], "single quotes do not hold a text in JSON"),
        ("{a: 1}", ["1:2 R005"], "expected a key in double quotes, or }"),
        ('{"a": 1} // x', ["1:10 R005"], "JSON has no comments"),
        ('{\n/* x */ "a": 1}', ["2:1 R005"], "JSON has no comments"),
        ('{"a": 1} {"b": 2}', ["1:10 R005"], "expected nothing more"),
        ('{"a" 1}', ["1:6 R005"], "expected a colon after the key"),
        ('{"a": 1 2}', ["1:9 R005"], "expected a comma or the closing bracket"),
        ('{"a": [1}', ["1:9 R005"], "expected a comma or the closing bracket"),
        ('{"a": "x', ["1:7 R005"], "this quote is not closed on its line"),
        ('{"a": "x\ny"}', ["1:7 R005"], "this quote is not closed on its line"),
        ('{"a": "x\ty"}', ["1:7 R005"], "a tab stands inside a text"),
        ('{"a": "x\\q"}', ["1:9 R005"], "there is no such escape in JSON"),
        ('{"a": "\\u12"}', ["1:8 R005"], "there is no such escape in JSON"),
        ('{"a": {"b": [1', ["1:13 R005"], "this bracket is not closed"),
        ("[]", ["1:1 R012"], "expected keys and values such as `title: …`, found a list"),
        ('"a"', ["1:1 R012"], "expected keys and values such as `title: …`, found a text"),
        (" \n", ["0:0 R020"], "the file is empty"),
    ],
)
def test_what_is_not_json_says_where_and_what_was_expected(text: str, problems: list[str], words: str) -> None:
    record = source(text, "a.json")
    assert found(record) == problems
    assert str(record.problems[0].message).removesuffix("; nothing after this place was read") == words


@pytest.mark.parametrize("depth", [51, 5_000, 100_000])
@pytest.mark.parametrize(("level", "place"), [("[", "1:51"), ('{"a":', "1:251"), ("[\n", "51:1")])
def test_deep_json_is_refused_at_level_51(level: str, place: str, depth: int) -> None:
    record = source(level * depth, "a.json")
    assert (found(record), record.node) == ([f"{place} R006"], None)


def test_three_million_characters_with_escapes_are_one_text() -> None:
    record = source('{"a": "' + "\\n" * 1_500_000 + '"}', "a.json")
    assert (record.problems, plain(record.node)) == ((), {"a": "\n" * 1_500_000})


def test_each_line_of_json_lines_is_a_document_of_its_own() -> None:
    content = '\ufeff{"a": 1}\n\n{"a": \r\n  {"b": "一", "b": 2}\r\n'.encode()
    records = list(read(content, "year.jsonl"))
    assert [plain(each.node) for each in records] == [{"a": "1"}, None, {"b": "一"}]
    assert [(each.line, found(each)) for each in records] == [(1, []), (3, ["3:1 R005"]), (4, ["4:14 R010"])]


def test_a_line_that_is_too_large_does_not_stop_the_others() -> None:
    content = b'{"a": 1}\n{"a": "' + b"x" * 5_000_000 + b'"}\n{"a": 2}'
    assert [(found(each), plain(each.node)) for each in read(content, "a.ndjson")] == [
        ([], {"a": "1"}),
        (["2:1 R004"], None),
        ([], {"a": "2"}),
    ]


def test_gb18030_lines_are_read_and_it_is_said_once() -> None:
    content = '{"a": "会议"}\n{"a": "纪要"}\n'.encode("gb18030")
    assert [(found(each), plain(each.node)) for each in read(content, "a.jsonl")] == [
        (["1:8 R003"], {"a": "会议"}),
        ([], {"a": "纪要"}),
    ]


def test_an_empty_file_of_lines_is_said() -> None:
    (record,) = read(b"\n\n", "a.jsonl")
    assert found(record) == ["0:0 R020"]


def test_yaml_and_json_of_one_record_give_the_same_values() -> None:
    yaml = "title: {zh: 会议, en: ~}\nheld: 2023-03-06\nexpected: 12\n"
    as_json = '{"title": {"zh": "会议", "en": null}, "held": "2023-03-06", "expected": 12}'
    assert plain(source(yaml).node) == plain(source(as_json, "a.json").node)
