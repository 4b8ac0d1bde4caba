"""The office: what all its records share."""

from __future__ import annotations

import pytest

from jiyao.languages.text import Language, Text
from jiyao.records.choices import PeopleOrder
from jiyao.records.office import EnglishStyle, Preset
from recording import meeting, office_of, office_problems


def test_the_smallest_office_is_a_name() -> None:
    office = office_of("name: 示例市应急管理局\n")
    assert office.name == Text("示例市应急管理局")
    assert (office.short, office.people, office.organisations, office.kinds) == (None, (), (), ())
    assert (office.first_language, office.timezone) == (Language.ZH, "Asia/Shanghai")
    assert (office.house.english, office.house.preset, office.house.people_order) == (
        EnglishStyle.SPP,
        Preset.GB9704,
        PeopleOrder.GIVEN,
    )


def test_an_office_may_be_written_in_chinese() -> None:
    assert office_of(
        """\
单位名称: 示例市应急管理局
简称: 市应急局
语言: [中文, 英文]
部门: [{标识: fagui, 名称: 政策法规科, 简称: 法规科}]
人员: [{标识: zhang-san, 姓名: 张三, 职务: [{职务: 局长, 起: 2021年9月1日}], 排序: 1, 部门: 法规科}]
体例: {英文体例: 新华社, 人员排序: 姓氏笔画}
"""
    ) == office_of(
        """\
name: 示例市应急管理局
short: 市应急局
languages: [zh, en]
organisations: [{id: fagui, name: 政策法规科, short: 法规科}]
people: [{id: zhang-san, name: 张三, posts: [{title: 局长, from: 2021-09-01}], rank: 1, unit: fagui}]
house: {english: xinhua, people_order: strokes}
"""
    )


@pytest.mark.parametrize("order", ["people, organisations", "organisations, people"])
def test_people_may_name_units_and_units_may_stand_behind_them(order: str) -> None:
    parts = {
        "people": "people: [{id: zhang-san, name: 张三, unit: fagui}]\n",
        "organisations": "organisations: [{id: fagui, name: 法规科}]\n",
    }
    office = office_of("name: 局\n" + "".join(parts[each] for each in order.split(", ")))
    unit = office.people[0].unit
    assert unit is not None
    assert (unit.id, unit.name.zh) == ("fagui", "法规科")


@pytest.mark.parametrize(
    ("languages", "text"),
    [("", Text(zh="Note")), ("languages: zh\n", Text(zh="Note")), ("languages: [en, zh]\n", Text(en="Note"))],
)
def test_a_bare_text_is_in_the_first_language_of_the_office(languages: str, text: Text) -> None:
    assert meeting("title: Note\n", f"name: Bureau\n{languages}").title == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("short: 局\n", ["1:1 R107"]),
        ("name: 局\npeople: [{name: 张三, unit: fagui}]\n", ["2:27 R103"]),
        ("name: 局\npeople: [{id: a, name: 张三}, {id: a, name: 李四}]\n", ["2:29 R117"]),
        ("name: 局\norganisations: [{id: a, name: 一科}, {id: a, name: 二科}]\n", ["2:36 R117"]),
        ("name: 局\nkinds: [{key: a, name: 甲会}, {key: a, name: 乙会}]\n", ["2:29 R117"]),
        ("name: 局\npeople: [{id: Zhang, name: 张三}]\n", ["2:15 R118"]),
        ("name: 局\npeople: [{id: 3a, name: 张三}]\n", ["2:15 R118"]),
        ("name: 局\nhouse: {preset: A4}\n", ["2:17 R104"]),
        ("name: 局\nhouse: {copies_to: shiwei}\n", ["2:20 R103"]),
        ("name: 局\nlanguages: [zh, fr]\n", ["2:17 R104"]),
        ("name: 局\npeoples: []\n", ["2:1 R100"]),
        ("- 局\n", ["1:1 R012"]),
        ("", ["0:0 R020"]),
    ],
)
def test_what_is_wrong_in_an_office_is_located(text: str, found: list[str]) -> None:
    assert office_problems(text) == found


def test_a_person_and_a_unit_may_have_the_same_id() -> None:
    """Which is meant says the field."""
    office = "name: 局\norganisations: [{id: li, name: 离退休科}]\npeople: [{id: li, name: 李四}]\n"
    read = meeting("title: 会\nchair: li\nbasis: li\n", office)
    assert read.chair is not None
    assert (read.chair.name.zh, read.basis[0].name.zh) == ("李四", "离退休科")


def test_all_problems_of_an_office_come_in_one_run_in_the_order_of_the_file() -> None:
    assert office_problems(
        """\
people:
  - {id: a, name: 张三}
  - {id: a, name: 李四, posts: {title: 局长, from: 昨天}}
house: {english: 美式}
titel: 局
"""
    ) == ["1:1 R107", "3:5 R117", "3:48 R105", "4:18 R104", "5:1 R100"]
