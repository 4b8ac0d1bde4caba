"""Every field of every type: its Chinese keys are as good as its English one, and nothing else is a key."""

from __future__ import annotations

from dataclasses import is_dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

import pytest

from jiyao.languages.text import Language
from jiyao.records import attendance, choices, items, kinds, office, people, publication
from jiyao.records import meeting as meetings
from jiyao.records.choices import Choice
from jiyao.records.fields import Reading, Shape, Spec, normal_key, specs_of
from jiyao.records.kinds import FractionReader, KindMention, built_in_kinds
from jiyao.records.meeting import EndReader, HeldReader, SchemaReader, SpanReader, WordingReader
from jiyao.records.people import Directory
from jiyao.records.tables import TableRowReader
from jiyao.records.values import ChoiceReader, DateReader, FlagReader, IdReader, NumberReader
from plainly import source
from recording import meeting, problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.problems import Problem

MODULES = (attendance, items, kinds, meetings, office, people, publication)


def record_types(*modules: ModuleType) -> Iterator[type[Any]]:
    """The types whose fields a record or an office may write."""
    for module in modules:
        for each in vars(module).values():
            if isinstance(each, type) and each.__module__ == module.__name__ and is_dataclass(each) and specs_of(each):
                yield each


TYPES = tuple(record_types(*MODULES))
FIELDS = [(cls, name, spec) for cls in TYPES for name, spec in specs_of(cls).items()]

WRITTEN = (
    (SchemaReader, "meeting/1"),
    (KindMention, "office"),
    (HeldReader, "2023-03-06 15:00"),
    (SpanReader, "2023-03-06 15:00"),
    (EndReader, "17:30"),
    (DateReader, "2023-03-06"),
    (NumberReader, "7"),
    (FlagReader, "是"),
    (FractionReader, "'>1/2'"),
    (WordingReader, "{minutes.opening: 会议开始。}"),
    (attendance.CountReader, "30余人"),
    (items.DueReader, "2023-03-17"),
    (TableRowReader, "[[张三]]"),
    (IdReader, "some-word"),
)
"""By the reader of a field, what may be written there; a bare name does for all others."""


def sample(spec: Spec) -> str:
    """Something that may be written in a field, and is not what the field has when nothing is written."""
    reader: object = spec.reader
    if isinstance(reader, ChoiceReader):
        choices = list(cast("type[Choice]", reader.choices))
        return choices[:3][-1].value  # a default is never the third, nor the second of two
    if isinstance(reader, Shape) and not reader.scalar:
        return "{" + ", ".join(f"{name}: {sample(each)}" for name, each in first_fields(reader.cls)) + "}"
    if isinstance(reader, Shape):
        return sample(reader.specs[reader.scalar])
    return next((text for kind, text in WRITTEN if isinstance(reader, kind)), "张三")


def first_fields(cls: type[Any]) -> list[tuple[str, Spec]]:
    """The fields that a type must have; its first one where it must have none."""
    specs = list(specs_of(cls).items())
    return [each for each in specs if each[1].required] or specs[:1]


def read_with(cls: type[Any], key: str, name: str) -> tuple[object, list[Problem]]:
    """A value of a type, with everything that it must have and one more field under a key."""
    lines = {each: sample(spec) for each, spec in specs_of(cls).items() if spec.required and each != name}
    if key:
        lines[key] = sample(specs_of(cls)[name])
    read = source("".join(f"{each}: {text}\n" for each, text in lines.items()) or "{}\n")
    assert read.node is not None
    reading = Reading(Language.ZH, Directory(kinds=built_in_kinds()), list(read.problems))
    return Shape(cls).read(read.node, "", reading), reading.problems


@pytest.mark.parametrize(
    ("cls", "name", "zh"),
    [pytest.param(cls, name, zh, id=f"{cls.__name__}.{zh}") for cls, name, spec in FIELDS for zh in spec.zh],
)
def test_a_chinese_key_reads_as_the_english_one(cls: type[Any], name: str, zh: str) -> None:
    english, problems_in_english = read_with(cls, name, name)
    chinese, problems_in_chinese = read_with(cls, zh, name)
    assert (problems_in_english, problems_in_chinese) == ([], [])
    assert english is not None
    assert chinese == english


@pytest.mark.parametrize(
    ("cls", "name"),
    [pytest.param(cls, name, id=f"{cls.__name__}.{name}") for cls, name, spec in FIELDS if not spec.required],
)
def test_a_field_that_is_written_makes_a_difference(cls: type[Any], name: str) -> None:
    assert read_with(cls, name, name)[0] != read_with(cls, "", name)[0]


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
def test_every_field_has_a_chinese_key(cls: type[Any]) -> None:
    assert [name for name, spec in specs_of(cls).items() if not spec.zh] == []


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
def test_no_key_means_two_fields_of_one_type(cls: type[Any]) -> None:
    keys = [normal_key(key) for name, spec in specs_of(cls).items() for key in (name, *spec.zh)]
    assert sorted(keys) == sorted(set(keys))


def test_the_walk_finds_the_types_of_records_and_offices() -> None:
    names = {cls.__name__ for cls in TYPES}
    assert {"Meeting", "Item", "Statement", "Decision", "Vote", "Attendee", "Person", "Office", "Kind"} <= names


def closed_lists(*modules: ModuleType) -> Iterator[type[Choice]]:
    for module in modules:
        for each in vars(module).values():
            if isinstance(each, type) and issubclass(each, Choice) and each is not Choice and len(each):
                yield each


CHOICES = sorted(set(closed_lists(choices, *MODULES)), key=lambda cls: cls.__name__)


@pytest.mark.parametrize(
    ("choice", "word"),
    [
        pytest.param(choice, word, id=f"{cls.__name__}.{word}")
        for cls in CHOICES
        for choice in cls
        for word in (choice.value, *choice.zh)
    ],
)
def test_a_value_of_a_closed_list_has_its_english_and_chinese_words(choice: Choice, word: str) -> None:
    """So no word of a list stands for two of its values: the first would win."""
    reading = Reading(Language.ZH, Directory(), [])
    node = source(f"{{value: {word}}}").node
    assert node is not None
    assert ChoiceReader(type(choice)).read(next(iter(node.entries)).value, "", reading) is choice  # type: ignore[union-attr]
    assert reading.problems == []


@pytest.mark.parametrize("key", ["first_topic", "first-topic", "First Topic", "FIRST_TOPIC"])
def test_capitals_and_hyphens_of_a_key_do_not_matter(key: str) -> None:
    assert meeting(f"title: 会议\nagenda: [{{title: 第一项, {key}: true}}]\n").agenda[0].first_topic


def test_one_value_is_a_list_of_one() -> None:
    assert meeting("title: 会\nconveyed: 会议精神\n") == meeting("title: 会\nconveyed: [会议精神]\n")


@pytest.mark.parametrize("separator", ["、", "，", ", ", "；", ";", " 、 "])
def test_names_may_stand_in_one_text(separator: str) -> None:
    written = meeting(f'title: 会\nattendees: "张三{separator}李四{separator}各科室负责人"\n')
    assert written == meeting("title: 会\nattendees: [张三, 李四, 各科室负责人]\n")


def test_a_bracket_belongs_to_its_name() -> None:
    away = meeting("title: 会\non_leave: 李四（出差、培训）、王五(病假，下周回)、赵六\n").on_leave
    assert [(str(each.person and each.person.name), each.reason.zh if each.reason else "") for each in away] == [
        ("李四", "出差、培训"),
        ("王五", "病假，下周回"),
        ("赵六", ""),
    ]


def test_prose_is_never_taken_apart() -> None:
    said = meeting("title: 会\nrequirements: 统一思想、提高认识，抓好落实；不得拖延。\n").requirements
    assert [each.text.zh for each in said] == ["统一思想、提高认识，抓好落实；不得拖延。"]


def test_a_name_in_a_longer_text_has_its_own_place() -> None:
    written = meeting("title: 会\nattendees: 张三、 李四、各科室负责人\n").attendees
    assert [(each.person or each).at.column for each in written] == [12, 16, 19]


@pytest.mark.parametrize("empty", ["", " ~", " null", "  # 待定"])
def test_a_field_without_a_value_is_unknown(empty: str) -> None:
    assert meeting(f"title: 会\nchair:{empty}\nkind:{empty}\ndecisions:{empty}\n") == meeting("title: 会\n")


def test_reading_goes_on_behind_every_fault() -> None:
    text = "titel: 会\nmode: 电报\nheld: 昨天\nchair: [张三]\nagenda:\n  - {number: 一}\n"
    assert problems(text) == ["1:1 R100", "1:1 R107", "2:7 R104", "3:7 R105", "4:8 R101", "6:14 R106"]


def test_a_fault_of_an_item_leaves_the_other_items() -> None:
    assert problems("title: 会\ndecisions:\n  - {result: adopted}\n  - 同意。\n  - {result: adopted}\n") == [
        "3:5 R107",
        "5:5 R107",
    ]
