"""Who was there: every way in which a line of the attendance may be written."""

from __future__ import annotations

import pytest

from jiyao.languages.text import Name, Text
from jiyao.records.attendance import Attendee, Count
from jiyao.records.choices import Act, AttendAs, Presence
from jiyao.records.people import Person, Post
from recording import line, meeting, problems

OFFICE = """\
name: 示例市应急管理局
people:
  - {id: zhang-san, name: 张三, posts: 局长}
  - {id: tong-liya, name: 佟丽娅}
  - {id: chen-ling, name: 陈玲}
"""


def only(written: str, field: str = "attendees") -> Attendee:
    read = meeting(f"title: 会\n{field}:\n  - {written}\n", OFFICE)
    (attendee,) = read.everybody
    return attendee


@pytest.mark.parametrize(
    "name",
    [
        "张三",
        "张　三",
        "zhang-san",
        "佟丽娅",
        "李四",
        "王小五",
        "欧阳文博",
        "司马光",
        "程立新",
        "范文",
        "阿依努尔·沙比提",
        "买买提•艾力",
        "John Smith",
        "Cheng Lixin",
        "高敏",
    ],
)
def test_a_name_is_a_person(name: str) -> None:
    assert only(name).person is not None


@pytest.mark.parametrize(
    "name",
    [
        "各科室负责人",
        "各党支部书记",
        "全体党员",
        "全体干部职工",
        "机关干部",
        "局领导班子成员",
        "班子成员",
        "中层干部",
        "办公室",
        "政策法规科",
        "纪委",
        "安委会",
        "金融办",
        "文旅局",
        "市水利局负责人",
        "群众代表30余人",
        "企业代表",
        "特邀专家",
        "张三等5人",
        "党支部委员",
        "有关部门负责同志",
        "市应急执法支队负责人",
        "各县（区）应急管理局主要负责人",
        "离退休老同志",
        "部分师生代表",
    ],
)
def test_a_word_for_several_people_is_a_group(name: str) -> None:
    assert only(name) == Attendee(group=Text(name))


def test_a_misspelt_name_is_no_group() -> None:
    assert problems("title: 会\nattendees: [陈琳, 佟丽亚]\n", OFFICE) == ["2:13 R102", "2:17 R102"]


def test_a_list_in_one_text_mixes_people_and_groups() -> None:
    everybody = meeting("title: 会\n参会人员: 张三、佟丽娅、各科室负责人；李四\n", OFFICE).everybody
    assert [line(each) for each in everybody] == [
        "张三 present",
        "佟丽娅 present",
        "[各科室负责人] present",
        "李四 present",
    ]


def test_each_list_says_in_what_capacity_and_whether_there() -> None:
    read = meeting("title: 会\n出席: 张三\n列席: 李四\n请假: 王五\n缺席: 赵六\n", OFFICE)
    assert [(line(each), each.attend_as) for each in read.everybody] == [
        ("张三 present", AttendAs.ATTEND),
        ("李四 present", AttendAs.OBSERVE),
        ("王五 leave", AttendAs.ATTEND),
        ("赵六 absent", AttendAs.ATTEND),
    ]


def test_a_line_may_say_otherwise_than_its_list() -> None:
    assert only("{person: 张三, status: 迟到}", "on_leave").status is Presence.LATE
    assert only("{person: 张三, attend_as: 旁听}", "observers").attend_as is AttendAs.AUDIT


@pytest.mark.parametrize(
    ("written", "whom", "reason"),
    [
        ("李四（出差）", "李四 leave", "出差"),
        ("李四(病假)", "李四 leave", "病假"),
        ("张三（参加省厅培训、考核）", "张三 leave", "参加省厅培训、考核"),
        ("业务科室2人（值班）", "[业务科室2人] leave", "值班"),
        ("李四", "李四 leave", ""),
    ],
)
def test_a_bracket_behind_somebody_away_is_the_reason(written: str, whom: str, reason: str) -> None:
    away = only(written, "on_leave")
    assert (line(away), away.reason.zh if away.reason else "") == (whom, reason)


def test_the_reason_in_a_bracket_has_its_own_place() -> None:
    reason = only("李四（出差）", "on_leave").reason
    assert reason is not None
    assert (reason.place.line, reason.place.column, reason.place.end_column) == (3, 8, 10)


def test_a_bracket_behind_somebody_who_came_belongs_to_the_name() -> None:
    assert only("各县（区）局长") == Attendee(group=Text("各县（区）局长"))


def test_a_row_of_a_table_of_people_is_a_line() -> None:
    assert only("{姓名: 李四, 职务: 副局长, 状态: 请假, 事由: 出差}") == Attendee(
        person=Person(name=Name("李四"), posts=(Post(title=Text("副局长")),)),
        status=Presence.LEAVE,
        reason=Text("出差"),
    )


def test_a_line_says_everything_about_somebody() -> None:
    attendee = only(
        "{person: 张三, acts: [主持, speak], status: 委托, reason: 出差, proxy: 李四, on_behalf_of: 王五, voting: 否}"
    )
    assert attendee.person is not None
    assert attendee.person.id == "zhang-san"
    assert attendee.acts == (Act.CHAIR, Act.SPEAK)
    assert attendee.status is Presence.PROXY
    assert attendee.proxy == Person(name=Name("李四"))
    assert attendee.on_behalf_of == (Person(name=Name("王五")),)
    assert attendee.voting is False


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("12", Count(12)),
        ("12人", Count(12)),
        ("12 名", Count(12)),
        ("12位", Count(12)),
        ("0", Count(0)),
        ("30余人", Count(30, at_least=True)),
        ("30多人", Count(30, at_least=True)),
        ("30人余", Count(30, at_least=True)),
        ("12人以上", Count(12, at_least=True)),
        ("30+", Count(30, at_least=True)),
        ("{at_least: 12}", Count(12, at_least=True)),
        ("{至少: 12人}", Count(12, at_least=True)),
    ],
)
def test_a_group_has_a_number_of_people_or_at_least_so_many(written: str, count: Count) -> None:
    assert only(f"{{group: 群众代表, count: {written}}}").count == count


@pytest.mark.parametrize("written", ["十几个", "-1", "1.5", "约30人", "12-15", "{at_least: 若干}"])
def test_a_number_of_people_is_a_whole_number(written: str) -> None:
    assert [each.split()[1] for each in problems(f"title: 会\nexpected: {written}\n")] == ["R106"]


def test_a_count_knows_where_it_was_written() -> None:
    expected = meeting("title: 会\nexpected: 30余人\n").expected
    assert expected is not None
    assert (expected.at.line, expected.at.column) == (2, 11)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("{person: 张三, group: 各科室}", "3:5 R110"),
        ("{status: 请假}", "3:5 R101"),
        ("{person: 张三, status: 病假}", "3:26 R104"),
        ("{group: ' '}", "3:13 R116"),
        ("{person: zhang-si}", "3:14 R103"),
        ("[张三]", "3:5 R101"),
        ("", "3:4 R113"),
    ],
)
def test_a_line_that_cannot_be_understood_is_located_once(written: str, found: str) -> None:
    assert problems(f"title: 会\nattendees:\n  - {written}\n", OFFICE) == [found]


@pytest.mark.parametrize(
    ("status", "there"),
    [("到会", True), ("线上", True), ("迟到", True), ("请假", False), ("缺席", False), ("委托", False)],
)
def test_who_came_late_or_online_was_there(status: str, there: bool) -> None:
    assert only(f"{{person: 张三, status: {status}}}").was_there is there
