"""The whole way in: bytes to a meeting, and every problem on it."""

from __future__ import annotations

from datetime import date, time

import pytest

from jiyao.languages.text import Text
from jiyao.problems import Severity
from jiyao.records.choices import Verb
from jiyao.records.load import line_hash, load_office, load_records
from jiyao.records.meeting import Held
from recording import line, meeting, office_of, problems, record

TEN_LINES = """\
title: 2023年第一季度安全生产例会
held: 2023-03-06 15:00
place: 机关三楼会议室
chair: 张三
attendees: [张三, 李四, 王小五, 各科室负责人]
conveyed:
  - 全省安全生产工作会议精神
requirements:
  - 各科室要在3月17日前完成自查。
"""

OFFICE = """\
name: {zh: 示例市应急管理局, en: Shili Emergency Management Bureau}
people:
  - {id: zhang-san, name: {zh: 张三, en: Zhang San}, posts: {zh: 局长, en: Director}, rank: 1}
  - {id: li-si, name: 李四, posts: 副局长, rank: 2}
  - {id: wang-xiaowu, name: 王小五}
"""


def test_the_ten_line_record_needs_no_office() -> None:
    read = meeting(TEN_LINES)
    assert read.title == Text(zh="2023年第一季度安全生产例会")
    assert read.held == Held(first=date(2023, 3, 6), begins=time(15))
    assert [room.name.zh for room in read.rooms] == ["机关三楼会议室"]
    assert read.chair is not None
    assert read.chair.name.zh == "张三"
    assert [line(each) for each in read.attendees] == [
        "张三 present",
        "李四 present",
        "王小五 present",
        "[各科室负责人] present",
    ]
    assert [each.title.zh for each in read.conveyed] == ["全省安全生产工作会议精神"]
    assert [(each.verb, each.text.zh) for each in read.requirements] == [
        (Verb.REQUIRE, "各科室要在3月17日前完成自查。")
    ]


def test_what_the_ten_line_record_does_not_say_stays_unknown() -> None:
    read = meeting(TEN_LINES)
    assert (read.kind, read.recorder, read.mode, read.expected, read.publication, read.agenda) == (
        None,
        None,
        None,
        None,
        None,
        (),
    )
    assert read.chair is not None
    assert (read.chair.id, read.chair.posts, read.chair.rank) == (None, (), None)


def test_with_an_office_its_people_come_with_all_that_the_office_says() -> None:
    read = meeting(TEN_LINES, OFFICE)
    assert read.chair == office_of(OFFICE).people[0]
    assert read.chair is not None
    assert (read.chair.id, read.chair.name.en, read.chair.posts[0].title.en, read.chair.rank) == (
        "zhang-san",
        "Zhang San",
        "Director",
        1,
    )
    assert [each.person and each.person.id for each in read.attendees] == ["zhang-san", "li-si", "wang-xiaowu", None]


def test_the_same_record_in_chinese_says_the_same() -> None:
    assert meeting(
        """\
会议名称: 2023年第一季度安全生产例会
时间: 2023年3月6日下午3时
地点: 机关三楼会议室
主持人: 张三
参会人员: 张三、李四、王小五、各科室负责人
传达学习: 全省安全生产工作会议精神
会议要求: 各科室要在3月17日前完成自查。
"""
    ) == meeting(TEN_LINES)


def test_every_text_and_item_knows_where_it_was_written() -> None:
    read = meeting(TEN_LINES)
    assert str(read.title.place) == "meeting.yaml:1:8"
    assert read.chair is not None
    assert str(read.chair.at) == "meeting.yaml:4:8"
    assert str(read.attendees[3].at) == "meeting.yaml:5:26"
    assert str(read.requirements[0].text.place) == "meeting.yaml:9:5"
    assert read.requirements[0].text.place.where == "requirements[0]"
    assert read.conveyed[0].at.where == "conveyed[0]"


def test_where_something_was_written_is_no_part_of_what_it_is() -> None:
    lower = "# 会议数据\n\n" + TEN_LINES
    assert meeting(lower) == meeting(TEN_LINES)
    assert meeting(lower).title.place != meeting(TEN_LINES).title.place


def test_problems_stand_in_the_order_of_the_file() -> None:
    text = "issue: {stage: issued}\ntitle: 会\nmode: 电报\nheld: 2023-03-06 15:00-14:00\n会议名称: 会\n"
    assert problems(text) == ["1:8 R211", "3:7 R104", "4:7 R201", "5:1 R108"]


def test_without_a_title_there_is_no_meeting_and_no_check_of_one() -> None:
    read = record("held: 2023-03-06 15:00-14:00\n")
    assert read.meeting is None
    assert [each.code for each in read.problems] == ["R107"]
    assert not read.is_usable


@pytest.mark.parametrize(
    ("text", "usable"),
    [
        ("title: 会\n", True),
        ("title: 会\nconveyed: [精神, ]\nunplaced: 一句话\n", True),
        ("title: 会\nmode: 电报\n", False),
        ("title: 会\nheld: 2023-03-06 15:00-14:00\n", False),
        ("title： 会\n", False),
    ],
)
def test_documents_are_made_of_records_without_errors(text: str, usable: bool) -> None:
    assert record(text).is_usable == usable


def test_each_line_of_a_file_of_records_is_a_record_with_its_own_problems() -> None:
    data = '{"title": "一"}\n\n{"titel": "二"}\n{"title": "三", "mode": "电报"}\n'.encode()
    assert [
        (read.meeting is not None, [str(each.place) for each in read.problems])
        for read in load_records(data, "meetings.jsonl")
    ] == [
        (True, []),
        (False, ["meetings.jsonl:3:1", "meetings.jsonl:3:2"]),
        (True, ["meetings.jsonl:4:24"]),
    ]


def test_bytes_that_are_no_record_are_a_problem_and_no_exception() -> None:
    for data in (b"", b"\xff\xfe\x00", b"- a\n", b"{", b"\x00\x01"):
        (read,) = load_records(data, "meeting.yaml")
        assert read.meeting is None
        assert any(each.severity is Severity.ERROR for each in read.problems)
        office, _, found = load_office(data, "office.yaml")
        assert office is None
        assert found


@pytest.mark.parametrize(
    ("ignore", "codes"),
    [
        ("", ["R213", "R215"]),
        ("ignore: R215\n", ["R213"]),
        ("ignore: [{code: R213, reason: 兼职}, R215]\n", []),
        ("ignore: [R104]\n", ["R213", "R215"]),
    ],
)
def test_a_warning_that_somebody_lets_stand_is_not_reported(ignore: str, codes: list[str]) -> None:
    office = "name: 局\npeople: [{name: 张三, posts: {title: 局长, to: 2020-01-01}}]\n"
    text = f"title: 会\nheld: 2023-03-06\nattendees: 张三\nunplaced: 一句话\n{ignore}"
    assert [each.code for each in record(text, office).problems] == codes


def test_an_error_cannot_be_dismissed() -> None:
    assert problems("title: 会\nmode: 电报\nignore: R104\n") == ["2:7 R104"]


def test_an_office_may_let_a_warning_stand_for_all_its_records() -> None:
    assert problems("title: 会\nunplaced: 一句话\n", "name: 局\nignore: R215\n") == []


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: 会\n" + "".join(f"titel{number}: 一\n" for number in range(100_000)), "R100"),
        ("title:\n" + "".join(f"  zh{number}: 一\n" for number in range(100_000)), "R100"),
        ("title: 会\nattendees:\n" + "  - {person: 张三, status: 病假}\n" * 20_000, "R104"),
        ("title: 会\nattendees:\n" + "  - 张三\n" * 20_000, "R205"),
        ("title: 会\nunplaced:\n" + "  - 一句话\n" * 20_000, "R215"),
        ("title: 会\nhosts: " + "host-x、" * 20_000 + "\n", "R103"),
    ],
    ids=["fields", "languages", "values", "checks", "warnings", "names"],
)
def test_after_a_thousand_problems_it_is_only_said_that_there_are_more(text: str, code: str) -> None:
    found = record(text).problems
    assert len(found) == 1_001
    assert {each.code for each in found} == {code, "R027"}


@pytest.mark.timeout(60)
def test_a_page_in_the_place_of_a_word_is_not_guessed_at() -> None:
    assert problems(f"title: 会\nmode: {'in-person ' * 100_000}\n") == ["2:7 R104"]


UNPLACED = "title: 会\nunplaced: 一句话\n"


@pytest.mark.parametrize(
    ("text", "is_heard"),
    [
        (f"{UNPLACED}ignore: {{code: R215, hash: 6f4c1d3a0b52}}\n", True),
        (f"{UNPLACED}ignore: {{code: R215, hash: {line_hash('unplaced: 一句话')}}}\n", False),
        (f"{UNPLACED}ignore: {{code: R215, hash: {line_hash('  unplaced: 一句话').upper()}}}\n", False),
        (f"{UNPLACED}ignore: {{code: R213, hash: {line_hash('unplaced: 一句话')}}}\n", True),
        (f"{UNPLACED}ignore: [{{code: R215, hash: 6f4c1d3a0b52}}, R215]\n", False),
        (f"title: 会\nunplaced: 又一句话\nignore: {{code: R215, hash: {line_hash('unplaced: 一句话')}}}\n", True),
    ],
)
def test_a_warning_with_a_hash_is_let_stand_while_its_line_stays_as_it_is(text: str, is_heard: bool) -> None:
    assert problems(text) == (["2:11 R215"] if is_heard else [])


def test_the_hash_is_twelve_digits_of_the_sha_256_of_the_line() -> None:
    assert line_hash("  abc\r") == "ba7816bf8f01"


def test_the_hash_of_a_line_of_json_lines_is_that_of_the_line() -> None:
    line = '{"title": "会", "conveyed": ["一", null]}'
    office = "name: 局\nignore: {code: R113, hash: HASH}\n".replace("HASH", line_hash(line))
    data = f"{line}\n{line}\n".encode()
    assert [each.problems for each in load_records(data, "a.jsonl", office_of(office))] == [(), ()]
