"""What can be wrong with a value: each fault once at its place, and what comes near it and is none."""

from __future__ import annotations

import pytest

from jiyao.problems import rules_of
from jiyao.records import faults
from recording import mended, office_problems, problem, problems, record

OFFICE = """\
name: 局
organisations:
  - {id: bangongshi, name: 办公室}
people:
  - {id: zhang-san, name: 张三, unit: bangongshi}
  - {id: chen-ling, name: 陈玲}
  - {id: li-na, name: 李娜}
  - {id: li-na-2, name: 李娜}
"""

FAULTS = [
    ("R100", "titel: 会\ntitle: 会\n", "1:1"),
    ("R100", "title: 会\nstatements: [{text: 一, verbs: 指出}]\n", "2:24"),
    ("R101", "title: 会\nheld: [2023-03-06]\n", "2:7"),
    ("R101", "title: 会\nissue: 第5期\n", "2:8"),
    ("R101", "title: 会\nplace: [[会议室]]\n", "2:9"),
    ("R102", "title: 会\nchair: 陈林\n", "2:8"),
    ("R103", "title: 会\nbasis: banggongshi\n", "2:8"),
    ("R104", "title: 会\nattendees: [{person: 张三, status: 病假}]\n", "2:34"),
    ("R105", "title: 会\npublication: {date: 2023-02-30}\n", "2:21"),
    ("R106", "title: 会\nseries: 第三次\n", "2:9"),
    ("R107", "held: 2023-03-06\n", "1:1"),
    ("R107", "title:\nheld: 2023-03-06\n", "1:1"),
    ("R107", "title: 会\nstatements:\n  - {verb: 指出}\n", "3:5"),
    ("R108", "title: 会\n会议名称: 会\n", "2:1"),
    ("R109", "title: 会\nrecorder: 李娜\n", "2:11"),
    ("R110", "title: 会\nattendees:\n  - {person: 张三, group: 各科室}\n", "3:5"),
    ("R112", "title: 会\nagenda: [{title: 一, first_topic: 可以}]\n", "2:34"),
    ("R113", "title: 会\nconveyed:\n  - 一\n  -\n", "4:4"),
    ("R114", "title: 会\nbasis: 办工室\n", "2:8"),
    ("R115", "title: 会\nheld: {start: 2023-03-06 15:00, end: 傍晚}\n", "2:38"),
    ("R116", 'title: 会\npurpose: "  "\n', "2:10"),
    ("R118", "title: 会\nid: 会议_5\n", "2:5"),
    ("R119", "title: 会\nschema: meeting/2\n", "2:9"),
    ("R120", "title: 会\nkind: 茶话会\n", "2:7"),
]


@pytest.mark.parametrize(("code", "text", "place"), FAULTS)
def test_a_fault_is_reported_once_at_its_place(code: str, text: str, place: str) -> None:
    assert [each for each in problems(text, OFFICE) if each.endswith(code)] == [f"{place} {code}"]


def test_an_id_that_is_given_twice_is_reported_where_it_comes_again() -> None:
    doubled = "name: 局\npeople:\n  - {id: a, name: 张三}\n  - {id: b, name: 李四}\n  - {id: a, name: 王五}\n"
    assert office_problems(doubled) == ["5:5 R117"]


def test_every_fault_has_been_seen() -> None:
    assert {code for code, *_ in FAULTS} | {"R117"} == set(rules_of(faults))


@pytest.mark.parametrize(
    "text",
    [
        "会议名称: 会\n",
        "title: 会\nheld: {start: 2023-03-06 15:00}\n",
        "title: 会\nissue: {number: 第5期}\n",
        "title: 会\nplace: 会议室\n",
        "title: 会\nchair: 陈刚\n",
        "title: 会\nchair: {name: 陈林}\n",
        "title: 会\nbasis: bangongshi\n",
        "title: 会\nbasis: 办公厅\n",
        "title: 会\nbasis: 市政府办公室\n",
        "title: 会\nattendees: [{person: 张三, status: 请假, reason: 病假}]\n",
        "title: 会\npublication: {date: 2024-02-29}\n",
        "title: 会\nseries: 3\n",
        "title: 007\n",
        "title: null and void\n",
        "title: 会\nrecorder: li-na-2\n",
        "title: 会\nattendees: [{group: 各科室, count: 0}]\n",
        "title: 会\nagenda: [{title: 一, first_topic: no}]\n",
        "title: 会\nconveyed: []\n",
        "title: 会\nheld: {start: 2023-03-06 15:00, end: 傍晚6时}\n",
        "title: 会\npurpose:\n",
        "title: 会\nid: hui-yi-5\n",
        "title: 会\nschema: meeting/1\n",
        "title: 会\nkind: 座谈会\n",
    ],
)
def test_what_comes_near_a_fault_is_none(text: str) -> None:
    assert problems(text, OFFICE) == []


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("titel: 会\ntitle: 会\n", "unknown field `titel`", "did you mean `title`?"),
        ("title: 会\n参会入员: 张三\n", "unknown field `参会入员`", "did you mean `参会人员`?"),
        (
            "title: 会\nheld: [2023-03-06]\n",
            "expected a text, found a list",
            "",
        ),
        ("title: 会\nissue: 第5期\n", "expected fields (`name: value`), found the text `第5期`", ""),
        (
            "title: 会\nchair: 陈林\n",
            "unknown person 陈林 — did you mean 陈玲?",
            "if it is somebody else, write `{name: 陈林}`",
        ),
        ("title: 会\nchair: zhangsan\n", "unknown id `zhangsan`", "did you mean `zhang-san`?"),
        (
            "title: 会\nchair: nobody-at-all\n",
            "unknown id `nobody-at-all`",
            "ids are defined in office.yaml; a name in Chinese needs no id",
        ),
        ("title: 会\nmode: in-persom\n", "`in-persom` is not a value of this field", "did you mean `in-person`?"),
        (
            "title: 会\nissue: {urgency: 平急}\n",
            "`平急` is not a value of this field",
            "use one of: most-urgent, 特急, urgent, 加急",
        ),
        ("title: 会\nheld: 3月6日\n", "`3月6日` is not a date", "write it as 2023-03-06 or 2023年3月6日"),
        ("title: 会\nexpected: 十几个\n", "`十几个` is not a whole number", "write it as 12"),
        ("held: 2023-03-06\n", "`title / 会议名称` is missing", "add `title: …`"),
        ("时间: 2023-03-06\n", "`title / 会议名称` is missing", "add `会议名称: …`"),
        ("会议名称: 会\ntitle: 会\n", "`title` says the same field as `会议名称` in line 1", "keep one of the two"),
        ("title: 会\nrecorder: 李娜\n", "李娜 is the name of more than one", "write the id: li-na, li-na-2"),
        ("title: 会\nbasis: 办工室\n", "unknown unit 办工室 — did you mean 办公室?", ""),
        ("title: 会\nkind: 坐谈会\n", "unknown kind of meeting `坐谈会`", "did you mean `座谈会`?"),
        ("title: 会\nschema: meeting/2\n", "the format `meeting/2` is not known", "write `meeting/1`, or leave it out"),
    ],
)
def test_a_fault_says_what_it_is_and_what_to_try(text: str, message: str, hint: str) -> None:
    found = problem(text, OFFICE)
    assert (str(found.message), str(found.hint or "")) == (message, hint)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("title: 会\natendees: [张三]\n", "title: 会\nattendees: [张三]\n"),
        ("title: 会\n'atendees': [张三]\n", "title: 会\nattendees: [张三]\n"),
        ("titel: 会\nattendeees: [张三]\nplase: 三楼\n", "title: 会\nattendees: [张三]\nplace: 三楼\n"),
        ("title: 会\nschema: meeting/2\n", "title: 会\nschema: meeting/1\n"),
    ],
)
def test_an_english_word_with_a_slip_is_mended_for_certain(wrong: str, right: str) -> None:
    assert mended(wrong, OFFICE) == right
    assert problems(right, OFFICE) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('{"title": "会", "atendees": ["张三"]}', '{"title": "会", "attendees": ["张三"]}'),
        ('{"title": "会", "schema": "meeting/2"}', '{"title": "会", "schema": "meeting/1"}'),
    ],
)
def test_in_json_what_is_mended_stays_in_quotes(wrong: str, right: str) -> None:
    assert mended(wrong, OFFICE, "meeting.json") == right
    assert record(right, OFFICE, "meeting.json").problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "title: 会\nchair: 陈林\n",
        "title: 会\nchair: zhang-sam\n",
        "title: 会\nbasis: 办工室\n",
        "title: 会\nkind: 坐谈会\n",
        "title: 会\n主持入: 张三\n",
        "title: 会\nmode: 电视电化\n",
        "title: 会\nmode: mix\n",
        "title: 会\nmode: in-persom\n",
        "title: 会\npublication: {level: nonpublic}\n",
        "title: 会\nissue: {stage: unissued}\n",
        "title: 会\ndecisions: [{text: 一, status: undone}]\n",
        "title: 会\ndecisions: [{text: 一, result: unadopted}]\n",
        "title: 会\nregards: 一\n",
        "title: 会\ntitel: 会\n",
        "会议名称: 会\ntitel: 会\n",
        "title: 会\nnattendees: [张三]\n",
        "title: 会\natttendeees: [张三]\n",
    ],
)
def test_a_chinese_word_a_name_or_an_id_is_left_to_a_person(text: str) -> None:
    assert problem(text, OFFICE).fix == ()


def test_of_two_slips_that_mean_one_field_only_the_first_is_mended() -> None:
    assert mended("titel: 甲\ntitlee: 乙\n") == "title: 甲\ntitlee: 乙\n"


def test_a_long_wrong_text_is_quoted_by_its_beginning() -> None:
    found = problem(f"title: 会\nheld: {'很久以前' * 20}\n")
    assert str(found.message) == f"`{'很久以前' * 7}很…` is not a date"


def test_a_word_is_shortened_on_one_line() -> None:
    assert faults.shortened("一\n二") == "一 二"
    assert faults.shortened("一二三四五", most=4) == "一二三…"
    assert faults.shortened("一二三四", most=4) == "一二三四"
