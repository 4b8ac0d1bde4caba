"""What follows from a record: who was expected and came, quorum, order, follow-up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.languages.text import Name, Text
from jiyao.records import derived
from jiyao.records.attendance import Attendee, Count
from jiyao.records.choices import PeopleOrder
from jiyao.records.people import Person
from recording import line, meeting

OFFICE = """\
name: 局
people:
  - {name: 魏一, rank: 4}
  - {name: 程二, rank: 2}
  - {name: 丁三, rank: 3}
  - {name: 安四, rank: 1}
kinds:
  - {key: half, name: 甲会, voters: members, quorum: '>=1/2', results: adopted}
  - {key: more, name: 乙会, voters: members, quorum: '>1/2', results: adopted}
  - {key: open, name: 丙会, results: adopted}
  - {key: nobody, name: 丁会, voters: nobody, quorum: '>1/2', results: adopted}
"""

ATTENDANCE = """\
title: 会
attendees:
  - 魏一
  - {person: 程二, status: 迟到}
  - {person: 丁三, status: 请假, proxy: 安四}
  - {person: 赵六, status: 线上}
  - {person: 钱七, attend_as: 列席}
observers: [各科室负责人]
on_leave: [孙八（出差）]
absent: [李九]
"""


def test_members_are_those_who_attend_whether_there_or_not() -> None:
    read = meeting(ATTENDANCE, OFFICE)
    assert [line(each) for each in derived.members(read)] == [
        "魏一 present",
        "程二 late",
        "丁三 leave",
        "赵六 online",
        "孙八 leave",
        "李九 absent",
    ]
    assert [line(each) for each in derived.present(read)] == ["魏一 present", "程二 late", "赵六 online"]
    assert [line(each) for each in derived.absent(read)] == ["丁三 leave", "孙八 leave", "李九 absent"]


def test_every_member_is_either_there_or_not() -> None:
    read = meeting(ATTENDANCE, OFFICE)
    assert sorted(map(line, (*derived.present(read), *derived.absent(read)))) == sorted(
        map(line, derived.members(read))
    )


def test_as_many_are_expected_as_the_record_names() -> None:
    assert derived.expected(meeting(ATTENDANCE, OFFICE)) == Count(6)


def test_what_the_record_says_of_the_expected_goes_before_what_it_names() -> None:
    assert derived.expected(meeting(f"{ATTENDANCE}expected: 9\n", OFFICE)) == Count(9)


def test_nobody_counts_where_nobody_is_named() -> None:
    assert derived.expected(meeting("title: 会\nobservers: 张三\n")) is None


@pytest.mark.parametrize(
    ("attendees", "people"),
    [
        ("[张三, 李四]", Count(2)),
        ("[张三, 各科室负责人]", None),
        ("[张三, {group: 各科室负责人, count: 4}]", Count(5)),
        ("[张三, {group: 群众代表, count: 30余人}]", Count(31, at_least=True)),
        ("[]", Count(0)),
    ],
)
def test_a_group_of_unknown_size_makes_the_number_unknown(attendees: str, people: Count | None) -> None:
    assert derived.people_of(meeting(f"title: 会\nattendees: {attendees}\n").attendees) == people


@pytest.mark.parametrize(
    ("kind", "attendance", "met"),
    [
        ("half", "出席: 张三\n请假: 李四\n", True),
        ("more", "出席: 张三\n请假: 李四\n", False),
        ("more", "出席: 张三、王五\n请假: 李四\n", True),
        ("half", "出席: 张三\n请假: 李四、王五\n", False),
        ("half", "出席: 张三\n请假: 李四、王五\n列席: 赵六、钱七、孙八\n", False),
        ("half", "出席: 张三、王五\nexpected: 5\n", False),
        ("half", "出席: 张三、王五、赵六\nexpected: 5\n", True),
        ("half", "出席: 张三、王五、赵六\nexpected: 5人以上\n", None),
        ("half", "出席: 张三、各科室负责人\nexpected: 5\n", None),
        ("half", "出席: [张三, {group: 群众代表, count: 30余人}]\nexpected: 100\n", None),
        ("half", "出席: [张三, {group: 群众代表, count: 30余人}]\nexpected: 50\n", True),
        ("half", "列席: 张三\n", None),
        ("open", "出席: 张三\n请假: 李四、王五\n", None),
        ("nobody", "出席: 张三\n请假: 李四、王五\n", None),
    ],
)
def test_a_quorum_is_met_missed_or_not_to_be_known(kind: str, attendance: str, met: bool | None) -> None:
    read = meeting(f"title: 会\n{attendance}", OFFICE)
    asked = meeting(f"title: 会\nkind: {kind}\n", OFFICE).kind
    assert asked is not None
    assert derived.quorum_met(read, asked) is met


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (PeopleOrder.GIVEN, ["魏一", "各科室", "程二", "赵六", "丁三", "安四"]),
        (PeopleOrder.RANK, ["安四", "程二", "丁三", "魏一", "赵六", "各科室"]),
        (PeopleOrder.STROKES, ["丁三", "安四", "赵六", "程二", "魏一", "各科室"]),
        (PeopleOrder.PINYIN, ["安四", "程二", "丁三", "魏一", "赵六", "各科室"]),
    ],
)
def test_people_are_named_in_the_stated_order_and_groups_behind_them(order: PeopleOrder, names: list[str]) -> None:
    attendees = meeting("title: 会\n出席: 魏一、各科室、程二、赵六、丁三、安四\n", OFFICE).attendees
    ordered = derived.in_order(attendees, order)
    assert [str(each.person.name) if each.person else each.group and each.group.zh for each in ordered] == names


def somebody(zh: str, rank: int | None) -> Attendee:
    return Attendee(person=Person(name=Name(zh), rank=rank))


def several(zh: str) -> Attendee:
    return Attendee(group=Text(zh))


PEOPLE = st.builds(somebody, st.text("王李张陈丁魏㐆一", min_size=1, max_size=3), st.none() | st.integers(1, 5))
GROUPS = st.builds(several, st.sampled_from(["各科室", "全体党员"]))
ATTENDEES = st.lists(PEOPLE | GROUPS, max_size=12)


@given(ATTENDEES, st.sampled_from(PeopleOrder))
def test_ordering_drops_and_doubles_nobody(attendees: list[Attendee], order: PeopleOrder) -> None:
    ordered = derived.in_order(attendees, order)
    assert sorted(map(id, ordered)) == sorted(map(id, attendees))


@given(ATTENDEES, st.sampled_from(PeopleOrder))
def test_what_is_in_order_stays_as_it_is(attendees: list[Attendee], order: PeopleOrder) -> None:
    ordered = derived.in_order(attendees, order)
    assert list(map(id, derived.in_order(ordered, order))) == list(map(id, ordered))


@given(ATTENDEES)
def test_by_rank_equals_stay_as_the_record_has_them(attendees: list[Attendee]) -> None:
    ordered = [each for each in derived.in_order(attendees, PeopleOrder.RANK) if each.person]
    for rank in (None, 1, 2, 3, 4, 5):
        given_order = [id(each) for each in attendees if each.person and each.person.rank == rank]
        assert [id(each) for each in ordered if each.person and each.person.rank == rank] == given_order


def test_what_somebody_has_to_do_is_followed_up() -> None:
    read = meeting(
        """\
title: 会
decisions:
  - {text: 甲, responsible: 办公室}
  - 乙
agenda:
  - title: 第一项
    decisions: [{text: 丙, due: 2023-03-17}]
    requirements: [丁, {text: 戊, responsible: 法规科}]
  - title: 第二项
    statements: [己]
    decisions: [{text: 丙, due: 2023-03-17}]
"""
    )
    assert [(each.item, each.matter.text.zh) for each in derived.follow_up(read)] == [
        (0, "甲"),
        (1, "丙"),
        (1, "戊"),
        (2, "丙"),
    ]


def test_two_items_that_read_alike_are_two() -> None:
    read = meeting("title: 会\nagenda:\n" + "  - {title: 学习, decisions: [{text: 同意。, due: 长期}]}\n" * 3)
    assert [each.item for each in derived.follow_up(read)] == [1, 2, 3]
