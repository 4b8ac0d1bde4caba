"""出席, 请假, 列席: everybody is named once, in order, and no name is split over two lines."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jiyao.views.cells import filled, width
from wording import attendance_of

OFFICE = """
    name: 甲局
    people:
      - {id: wang-wu, name: 王五, rank: 3, unit: 办公室}
      - {id: zhang-san, name: 张三丰, rank: 1}
      - {id: li-si, name: 李四, rank: 2}
"""


def test_the_labels_stand_in_the_order_of_the_page() -> None:
    text = """
        attendees:
          - 张三
          - {name: 丁一, attend_as: 收听收看}
          - {name: 马二, attend_as: 旁听}
          - {name: 王五, attend_as: 参加}
          - {name: 李四, attend_as: 到会指导}
        observers: 赵六
        on_leave: 钱七
        absent: 孙八
    """
    assert attendance_of(text) == [
        "到会指导：李　四",
        "出席：张　三",
        "参加：王　五",
        "请假：钱　七",
        "缺席：孙　八",
        "列席：赵　六",
        "旁听：马　二",
        "收听收看：丁　一",
    ]


def test_a_record_that_names_nobody_has_no_empty_label() -> None:
    assert attendance_of("") == []


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("rank", "张三丰、李　四、王　五、赵　六、各科室负责人"),
        ("given", "王　五、各科室负责人、赵　六、张三丰、李　四"),
        ("strokes", "王　五、张三丰、李　四、赵　六、各科室负责人"),
        ("pinyin", "李　四、王　五、张三丰、赵　六、各科室负责人"),
    ],
)
def test_people_stand_in_the_order_of_the_house_and_groups_after_them(order: str, said: str) -> None:
    text = "attendees: [王五, 各科室负责人, 赵六, 张三丰, 李四]"
    house = f"{OFFICE}    house: {{people_order: {order}}}\n"
    assert attendance_of(text, house) == [f"出席：{said}"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张三", "张　三"),
        ("张三丰", "张三丰"),
        ("欧阳文博", "欧阳文博"),
        ("阿依·沙比提", "阿依·沙比提"),
        ("Li Si", "Li Si"),
    ],
)
def test_a_name_of_two_characters_is_as_wide_as_one_of_three(name: str, shown: str) -> None:
    assert attendance_of(f"attendees: [{{name: {name}}}]") == [f"出席：{shown}"]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("observers: [{name: 赵六, unit: 市水利局}]", "列席：市水利局赵　六"),
        ("attendees: [{name: 赵六, unit: 市水利局}]", "出席：市水利局赵　六"),
        ("attendees: wang-wu", "出席：王　五"),
        ("observers: wang-wu", "列席：办公室王　五"),
        ("observers: [{name: 赵六, posts: [{title: 科长, organisation: 市气象局}]}]", "列席：市气象局赵　六"),
        ("observers: 市水利局负责人", "列席：市水利局负责人"),
    ],
)
def test_the_unit_stands_before_guests_and_observers_not_before_the_offices_own_members(line: str, shown: str) -> None:
    assert attendance_of(line, OFFICE) == [shown]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("on_leave: 李四（出差）", "请假：李　四（出差）"),
        ("on_leave: [{name: 李四, reason: 出差}]", "请假：李　四（出差）"),
        ("attendees: [{name: 李四, status: 请假, reason: 出差}]", "请假：李　四（出差）"),
        ("attendees: [{name: 李四, status: leave, proxy: 王五}]", "请假：李　四（委托王五参会）"),
        ("attendees: [{name: 李四, status: proxy, reason: 出差, proxy: 王五}]", "请假：李　四（出差，委托王五参会）"),
        ("attendees: [{name: 李四, status: online}]", "出席：李　四（线上）"),
        ("attendees: [{name: 李四, status: late}]", "出席：李　四"),
        ("absent: 李四", "缺席：李　四"),
        ("attendees: [{group: 各支部书记, count: 12}]", "出席：各支部书记（12人）"),
        ("attendees: [{group: 各支部书记, count: 30余人}]", "出席：各支部书记（30余人）"),
        ("attendees: [{group: 各支部书记, count: 12人以上}]", "出席：各支部书记（12人以上）"),
        ("attendees: [{group: 各支部书记, count: {at_least: 12}}]", "出席：各支部书记（12人以上）"),
        ("observers: [{group: 各支部书记, count: 12, status: online}]", "列席：各支部书记（12人，线上）"),
        ("attendees: [{name: 李四, on_behalf_of: [王五, 赵六]}]", "出席：李　四（受王五和赵六委托）"),
    ],
)
def test_reasons_proxies_and_counts_stand_in_brackets(line: str, shown: str) -> None:
    assert attendance_of(line) == [shown]


def test_a_full_line_breaks_between_names_and_a_longer_label_leaves_less_room() -> None:
    names = "[赵一一, 钱二二, 孙三三, 李四四, 周五五, 吴六六, 郑七七]"
    assert attendance_of(f"attendees: {names}") == [
        "出席：赵一一、钱二二、孙三三、李四四、周五五、吴六六、\n郑七七",
    ]
    watching = ", ".join(f"{{name: {name}, attend_as: 收听收看}}" for name in names.strip("[]").split(", "))
    assert attendance_of(f"attendees: [{watching}]") == [
        "收听收看：赵一一、钱二二、孙三三、李四四、周五五、\n吴六六、郑七七",
    ]


NAMES = st.lists(
    st.text(st.sampled_from("甲乙丙丁戊己庚辛壬癸·AbcD"), min_size=1, max_size=30), min_size=1, max_size=60
)


@given(names=NAMES, first=st.integers(min_value=10, max_value=23))
@example(names=["甲" * 40, "乙"], first=23)
@example(names=["甲" * 23, "乙"], first=23)
def test_no_name_is_split_and_no_line_is_longer_than_a_page_allows(names: list[str], first: int) -> None:
    pieces = [f"{name}、" for name in names[:-1]] + names[-1:]
    lines = filled(pieces, first, 23).split("\n")
    assert "".join(lines) == "、".join(names)
    breaks = [sum(map(len, lines[: index + 1])) for index in range(len(lines) - 1)]
    ends = [sum(map(len, pieces[: index + 1])) for index in range(len(pieces) - 1)]
    assert set(breaks) <= set(ends)
    for index, line in enumerate(lines):
        alone = line.removesuffix("、") in names
        assert alone or width(line.removesuffix("、")) <= (23 if index else first)


@pytest.mark.parametrize(("text", "cells"), [("张　三", 3), ("2023年", 3), ("Li", 1), ("（省）", 3), ("", 0)])
def test_a_latin_letter_or_digit_is_half_as_wide_as_a_chinese_character(text: str, cells: float) -> None:
    assert width(text) == cells
