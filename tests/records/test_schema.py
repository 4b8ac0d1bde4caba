"""The JSON Schema that editors complete and check by: it accepts what is read, and not what is misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import pytest
import yaml
from hypothesis import given
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from jiyao.records.schema import office_schema, record_schema
from recording import office_problems, problems
from strategies import Fields, prose, records, titles

SAMPLES = Path(__file__).parents[2] / "samples"
RECORD = Draft202012Validator(record_schema())
OFFICE = Draft202012Validator(office_schema())


Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None


def as_an_editor(text: str) -> Json:
    """YAML 1.2 by its core schema, as editors read it: numbers, true and false are no texts; dates and times are."""
    node = yaml.compose(text, yaml.BaseLoader)
    assert node is not None
    return value_of(node)


def value_of(node: yaml.Node) -> Json:
    if isinstance(node, yaml.MappingNode):
        pairs = cast("list[tuple[yaml.Node, yaml.Node]]", node.value)
        return {str(value_of(key)): value_of(value) for key, value in pairs}
    if isinstance(node, yaml.SequenceNode):
        return [value_of(each) for each in cast("list[yaml.Node]", node.value)]
    text = str(node.value)
    return text if cast("yaml.ScalarNode", node).style else plain(text)


def plain(text: str) -> Json:
    """What a text without quotes is."""
    if text in {"", "~", "null", "Null", "NULL"}:
        return None
    if text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if re.fullmatch("[-+]?[0-9]+", text):
        return int(text)
    return float(text) if re.fullmatch(r"[-+]?[0-9]+\.[0-9]+", text) else text


def objections(schema: Draft202012Validator, written: Json) -> list[str]:
    """What a schema has against a record."""
    found = cast("Iterable[ValidationError]", schema.iter_errors(written))  # pyright: ignore[reportUnknownMemberType]
    return [each.message for each in found]


def test_an_editor_sees_numbers_and_texts() -> None:
    assert as_an_editor("a: 7\nb: 007\nc: true\nd: no\ne: 2023-03-06\nf: 15:00\ng:\nh: '7'\n") == {
        "a": 7,
        "b": 7,
        "c": True,
        "d": "no",
        "e": "2023-03-06",
        "f": "15:00",
        "g": None,
        "h": "7",
    }


def test_both_are_json_schemas() -> None:
    Draft202012Validator.check_schema(record_schema())
    Draft202012Validator.check_schema(office_schema())


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.yaml")), ids=lambda path: path.name)
def test_the_samples_are_accepted(path: Path) -> None:
    schema = OFFICE if path.name == "office.yaml" else RECORD
    assert objections(schema, as_an_editor(path.read_text("utf-8"))) == []


RIGHT = [
    "schema: meeting/1\nid: hui-5\ntitle: 会",
    "title: 2023",
    "title: 007",
    "title: true",
    "title: {zh: 会, en: 2023, state: ~}",
    "会议名称: 会\n时间: 2023年3月6日下午3时\n主持人: 张三\n参会人员: 张三、李四\n会议要求: 自查。",
    "title: 会\nheld: 2023-03-06 15:00\nchair: ~\nkind:",
    "title: 会\nheld: {start: 2023-03-06 15:00, end: 17:30}",
    "title: 会\nheld: {from: 2023-03-06, to: 2023-03-08, shown: {zh: 近日, en: recently}}",
    "title: 会\nseries: 93",
    "title: 会\nseries: {term: 二届, number: 93, year: 2023, enlarged: true}",
    "title: 会\nseries: {enlarged: 是}\nagenda: [{title: 一, first_topic: yes}]",
    "title: 会\nhosts: [办公室, {organisation: {name: 水利局, short: {en: Water}}, part: 协办}]",
    "title: 会\nvenues: [{name: 三楼, type: main}, 四楼]\nplace: {zh: 会议室, en: Room 1}",
    "title: 会\nexpected: 30余人",
    "title: 会\nexpected: {at_least: 12}",
    "title: 会\nattendees: [张三, {person: 李四, acts: speak}, {group: 各科室, count: 12}, {zh: 各科室, en: Heads}]",
    "title: 会\nattendees: [{姓名: 张三, 职务: 局长, 状态: 请假}, {name: {zh: 李四, pinyin: ~}, acts: [讲话]}]",
    "title: 会\nchair: {name: 张三, posts: [{title: 主任, from: 2021-01-01}], rank: 1}",
    "title: 会\nagenda: [{number: 1, title: 一, reporter: 张三, decisions: {text: 同意。, due: 长期}}, 第二项]",
    "title: 会\ndecisions: [{text: 同意。, vote: {for: 9, against: 0, print: false}, due: {shown: 6月底前}}]",
    "title: 会\nissue: {number: 5, secrecy: 秘密}\naccess: internal\nignore: [R215, {code: R213, reason: 兼职}]",
    "title: 会\nwording: {minutes.opening: 会议开始。, minutes.closing: ~}",
    "title: 会\nwording: {minutes.opening: {zh: 会议开始。}}",
    "title: 会\npublication: {headline: 会, column: [首页, {zh: 党建, en: Party}], photos: {file: a.jpg, alt: 会场}}",
]
WRONG = [
    "titel: 会",
    "held: 2023-03-06",
    "title: 会\natendees: [张三]",
    "title: 会\nattendees: [{person: 张三, reasn: 出差}]",
    "title: 会\nattendees: [{姓名: 张三, 状态: 病假}]",
    "title: 会\nattendees: [{职务: 局长}]",
    "title: 会\nmode: 电报",
    "title: 会\nschema: meeting/2",
    "title: 会\nid: 会议",
    "title: 会\nheld: [2023-03-06]",
    "title: 会\nissue: 第5期",
    "title: 会\nstatements: [{verb: 指出}]",
    "title: 会\nseries: {number: 第三}",
    "title: 会\nagenda: [{first_topic: 可以}]",
    "title: {zh: 会, fr: réunion}",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_read_is_accepted(text: str) -> None:
    assert problems(text) == []
    assert objections(RECORD, as_an_editor(text)) == []


@pytest.mark.parametrize("text", WRONG)
def test_what_is_reported_is_not_accepted(text: str) -> None:
    assert problems(text) != []
    assert objections(RECORD, as_an_editor(text)) != []


@given(records(titles(), prose()))
def test_any_record_is_accepted(fields: Fields) -> None:
    assert objections(RECORD, cast("Json", fields)) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("name: 局", True),
        ("name: 局\nlanguages: [zh, en]\nkinds: [{key: a, name: 甲会, quorum: '>=1/2', 称同志: 是}]", True),
        ("name: 局\nhouse: {preset: GB/T 33476, fonts: {body: 仿宋}, copies_to: [市政府]}", True),
        ("name: 局\nseries: [{id: dangzu, start: 1, yearly: true}]", True),
        ("short: 局", False),
        ("name: 局\nkinds: [{key: a, name: 甲会, quorum: 过半数}]", False),
        ("name: 局\npeople: [{name: 张三, psots: 局长}]", False),
        ("name: 局\npeople: [{id: 张三, name: 张三}]", False),
    ],
)
def test_the_schema_of_offices_agrees_with_their_reading(text: str, right: bool) -> None:
    assert (office_problems(text) == []) == right
    assert (objections(OFFICE, as_an_editor(text)) == []) == right
