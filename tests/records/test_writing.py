"""Writing back: what was named changes, and not one character else."""

from __future__ import annotations

import contextlib
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.problems import Edit, Place
from jiyao.records.nodes import Scalar
from jiyao.records.reading import Source, read
from jiyao.records.writing import Change, NotWrittenError, apart, scalars_of, spliced, written
from plainly import plain, source
from strategies import Fields, lines, prose, records, yaml_of

RECORD = """\
# 会议数据，由办公室填写
title: 例会   # 标题
held: 2023-03-06 15:00

place: '三楼 #2'   #会议室
chair: "张\\u4e09"
kind: ~
attendees: [张三, '李四', "王五", {person: 赵六, status: 请假}]   # 名单
requirements:
  # 第一条
  - 各科室要在3月17日前完成自查。
  - text: |-
      第一行

      第二行
    due: 长期
  - |
    又一条
issue: {number: 第5期, stage: draft}
"""


def scalars(whole: Source) -> list[Scalar]:
    return list(scalars_of(whole.node))


def changed(whole: Source, values: dict[int, str]) -> str:
    """The record with some of its values changed, each named by its number."""
    found = scalars(whole)
    return written(whole, [Change(found[number].place, value) for number, value in values.items()])


def around_values(whole: Source) -> list[str]:
    """What stands in a file around its values: keys, comments, brackets, line ends."""
    starts = [0, *(at + 1 for at, letter in enumerate(whole.text) if letter == "\n")]
    parts: list[str] = []
    done = 0
    for place in (each.place for each in scalars(whole)):
        line = place.line - whole.line
        parts.append(whole.text[done : starts[line] + place.column - 1])
        done = starts[place.end_line - whole.line] + place.end_column - 1
    return [*parts, whole.text[done:]]


def assert_only(before: Source, text: str, values: dict[int, str]) -> None:
    """The record says what it said but for some values, and everything around values is as it was."""
    (after,) = read(text.encode(), before.file)
    meant = [values.get(number, each.text) for number, each in enumerate(scalars(before))]
    assert [each.text for each in scalars(after)] == meant
    assert [each.unknown for each in scalars(after)] == [
        each.unknown and number not in values for number, each in enumerate(scalars(before))
    ]
    assert around_values(after) == around_values(before)


def some_of(texts: st.SearchStrategy[str], count: int) -> st.SearchStrategy[dict[int, str]]:
    return st.dictionaries(st.integers(0, count - 1), texts, min_size=1, max_size=4)


COUNT = len(scalars(source(RECORD)))


@given(some_of(prose(), COUNT))
def test_a_record_says_what_was_changed_and_nothing_else_is_touched(values: dict[int, str]) -> None:
    before = source(RECORD)
    assert_only(before, changed(before, values), values)


@given(some_of(prose(), COUNT))
def test_windows_line_ends_stay(values: dict[int, str]) -> None:
    before = source(RECORD.replace("\n", "\r\n"))
    text = changed(before, values)
    assert_only(before, text, values)
    assert text.count("\n") == text.count("\r\n")


@given(records(lines(), prose()), st.randoms(), prose())
def test_any_value_of_any_record_may_be_changed(fields: Fields, chance: random.Random, value: str) -> None:
    before = source(yaml_of(fields))
    values = {chance.randrange(len(scalars(before))): value}
    assert_only(before, changed(before, values), values)


@given(records(lines(), prose()), st.randoms(), prose(), st.booleans())
def test_json_stays_json(fields: Fields, chance: random.Random, value: str, ascii_only: bool) -> None:
    before = source(json.dumps(fields, ensure_ascii=ascii_only, indent=1), "a.json")
    number = chance.randrange(len(scalars(before)))
    text = changed(before, {number: value})
    assert_only(before, text, {number: value})
    json.loads(text)


@given(st.integers(0, COUNT - 1), st.text(), st.sampled_from(["a.yaml", "a.json"]))
def test_any_text_is_written_as_it_is_or_not_at_all(number: int, value: str, file: str) -> None:
    before = source(RECORD) if file == "a.yaml" else source(json.dumps(plain(source(RECORD).node)), file)
    with contextlib.suppress(NotWrittenError):
        assert_only(before, changed(before, {number: value}), {number: value})


def test_of_a_file_of_records_one_line_is_written() -> None:
    one, two = read('{"title": "一"}\n{"title": "二", "chair": null}\n'.encode(), "a.jsonl")
    assert changed(two, {0: "三", 1: '"'}) == '{"title": "三", "chair": "\\""}\n'
    assert changed(one, {0: "四"}) == '{"title": "四"}\n'


@pytest.mark.parametrize("file", ["A.JSON", "a.Json", "a.NDJSON"])
def test_the_capitals_of_a_file_name_do_not_matter(file: str) -> None:
    assert changed(source('{"title": "一"}', file), {0: "二"}).strip() == '{"title": "二"}'


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: 一\n", "二", "a: 二\n"),
        ("a: 一  # 注\n", "二、三", "a: 二、三  # 注\n"),
        ("a: '一'\n", "二", 'a: "二"\n'),
        ("a: 一\n", "二: 三", 'a: "二: 三"\n'),
        ("a: 一\n", "二 #三", 'a: "二 #三"\n'),
        ("a: 一\n", " 二", 'a: " 二"\n'),
        ("a: 一\n", "", 'a: ""\n'),
        ("a: 一\n", "null", 'a: "null"\n'),
        ("a: 一\n", "~", 'a: "~"\n'),
        ("a: 一\n", "- 二", 'a: "- 二"\n'),
        ("a: 一\n", "二\n三", 'a: "二\\n三"\n'),
        ("a: 一\n", "{{ x }}", 'a: "{{ x }}"\n'),
        ("a: [一, 二]\n", "三", "a: [三, 二]\n"),
        ("a: [一, 二]\n", "三,四", 'a: ["三,四", 二]\n'),
        ("a: |-\n  一\n  二\nb: 三\n", "四\n\n五", "a: |-\n  四\n\n  五\nb: 三\n"),
        ("a:\n  - b: |\n      一\n", "二", "a:\n  - b: |-\n      二\n"),
        ("a:\n- |-\n    一\n", "二", "a:\n- |-\n    二\n"),
        ("a: |-\n  一\n", "  二\n三", 'a: "  二\\n三"\n'),
        ("a: |-\n  一\n", "二\n", 'a: "二\\n"\n'),
        ("a: |-\n  一\n", "\n二", "a: |-\n\n  二\n"),
        ("a: |-\n  一\n", "", 'a: ""\n'),
        ("a: ~\nb: c\n", "一", "a: 一\nb: c\n"),
        ("a:\nb: c\n", "一", "a: 一\nb: c\n"),
        ("a:   # 待定\nb: c\n", "一", "a: 一   # 待定\nb: c\n"),
        ("a:\n  -\n  - 二\n", "一", "a:\n  - 一\n  - 二\n"),
        ("{a: , b: c}\n", "一", "{a: 一, b: c}\n"),
    ],
)
def test_a_value_is_written_as_plainly_as_its_file_allows(before: str, value: str, after: str) -> None:
    assert changed(source(before), {0: value}) == after


@pytest.mark.parametrize("value", ["\x00", "一\x0b", "\ud800", "\ufffe", "\u2028", "一\r二", "{_{"])
@pytest.mark.parametrize(("file", "text"), [("a.yaml", "a: 一\n"), ("a.json", '{"a": "一"}')])
def test_a_value_that_no_document_can_hold_is_not_written(value: str, file: str, text: str) -> None:
    with pytest.raises(NotWrittenError):
        changed(source(text, file), {0: value})


def test_an_error_that_the_record_has_already_is_no_hindrance() -> None:
    assert changed(source('a: "\\v"\nb: 一\n'), {1: "二"}) == 'a: "\\v"\nb: 二\n'


def test_a_value_that_is_not_where_it_was_is_not_written() -> None:
    with pytest.raises(NotWrittenError):
        written(source("a: 一\n"), [Change(Place("a.yaml", 1, 1), "二")])
    with pytest.raises(NotWrittenError):
        written(source("a: 一\n"), [Change(Place("a.yaml", 9, 4), "二")])


def test_a_record_that_could_not_be_read_is_not_written() -> None:
    with pytest.raises(NotWrittenError):
        written(source("a: [\n"), [Change(Place("a.yaml", 1, 4), "二")])


def test_without_changes_the_record_is_as_it_was() -> None:
    assert written(source(RECORD), []) == RECORD


def edit(line: int, columns: tuple[int, int], text: str, end_line: int = 0) -> Edit:
    return Edit(Place("a.yaml", line, columns[0], end_line or line, columns[1]), text)


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        ([], "一二三\n四五六\n"),
        ([edit(1, (2, 3), "X")], "一X三\n四五六\n"),
        ([edit(2, (1, 1), "X"), edit(1, (4, 4), "Y")], "一二三Y\nX四五六\n"),
        ([edit(1, (1, 2), "X"), edit(1, (2, 3), "Y")], "XY三\n四五六\n"),
        ([edit(1, (2, 2), "("), edit(1, (2, 4), "X"), edit(1, (4, 4), ")")], "一(X)\n四五六\n"),
        ([edit(1, (2, 2), "X", end_line=2)], "一X五六\n"),
    ],
)
def test_edits_are_made_where_they_belong(edits: list[Edit], after: str) -> None:
    assert spliced("一二三\n四五六\n", edits) == after
    assert spliced("一二三\n四五六\n", edits[::-1]) == after


def test_edits_that_change_the_same_characters_are_refused() -> None:
    with pytest.raises(NotWrittenError):
        spliced("一二三\n", [edit(1, (1, 3), "X"), edit(1, (2, 4), "Y")])


def test_of_fixes_that_meet_the_first_is_made_with_all_of_its_edits_and_the_other_with_none() -> None:
    quotes = (edit(1, (2, 2), "("), edit(1, (4, 4), ")"))
    inside, touching = (edit(1, (3, 4), "X"),), (edit(1, (4, 4), "]"),)
    later = (edit(2, (1, 2), "Y"),)
    assert apart([later, touching, inside, (), quotes, quotes]) == [quotes, later]


def test_places_of_a_later_record_count_from_its_first_line() -> None:
    assert spliced("一二三\n", [edit(7, (2, 3), "X")], first_line=7) == "一X三\n"


def test_values_are_found_in_the_order_of_the_file() -> None:
    whole = source("a: {c: 一, b: [二, {d: 三}]}\ne: 四\n")
    assert [each.text for each in scalars_of(whole.node)] == ["一", "二", "三", "四"]
    assert plain(whole.node) == {"a": {"c": "一", "b": ["二", {"d": "三"}]}, "e": "四"}
