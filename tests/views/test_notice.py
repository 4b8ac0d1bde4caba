"""The notice of a meeting: when, where, who and what, and nothing of what came of it."""

from __future__ import annotations

import pytest

from jiyao.problems import Problem
from jiyao.views.notice import NoticeView, notice_view
from wording import record_of

OFFICE = """
name: 某局
people:
  - {name: 张三}
  - {name: 李四, unit: {name: 办公室}}
  - {name: 王小五, unit: {name: 法规科}}
"""
MEETING = """title: 第3次局务会议
held: {start: 2023-03-06 15:00, end: '16:30'}
place: 三楼会议室
chair: 张三
attendees: [张三, 李四, {group: 各科室负责人}, {name: 王小五, status: leave, reason: 住院}]
observers: [{name: 赵六}]
"""
AGENDA = """agenda:
  - title: 学习有关精神
    statements: [会议指出，形势向好。]
  - title: 审议采购方案
    reporter: 王小五
    observers: [{group: 财务人员}]
    decisions: [{text: 同意采购。, vote: {for: 3}}]
"""


def made_of(text: str) -> NoticeView | tuple[Problem, ...]:
    record = record_of(text, OFFICE)
    assert record.meeting is not None, record.problems
    return notice_view(record.meeting, record.office)


def view_of(text: str) -> NoticeView:
    view = made_of(text)
    assert isinstance(view, NoticeView), view
    return view


def body(text: str) -> list[str]:
    return [each.text for each in view_of(text).body]


def test_it_says_when_with_the_day_of_the_week_where_who_and_what() -> None:
    view = view_of(MEETING + AGENDA)
    assert view.properties.title == "关于召开第3次局务会议的通知"
    assert view.addressees == "办公室、各科室负责人、法规科："
    assert view.signature == "某局"
    assert body(MEETING + AGENDA) == [
        "定于2023年3月6日召开第3次局务会议。现将有关事项通知如下：",
        "一、会议时间：2023年3月6日（星期一）下午3时",
        "二、会议地点：三楼会议室",
        "三、主持人：张三",
        "四、参会人员：张三、办公室李四、各科室负责人、\n法规科王小五",
        "五、列席人员：赵六",
        "六、会议议题",
        "（一）学习有关精神。",
        "（二）审议采购方案（汇报人：王小五；列席：财务人员）。",
    ]


def test_it_tells_nothing_of_what_came_of_the_meeting() -> None:
    said = str(view_of(MEETING + AGENDA))
    assert not [word for word in ("形势向好", "同意采购", "3票", "住院", "16:30", "下午4时30分") if word in said]


def test_what_is_unknown_is_left_out_together_with_its_number() -> None:
    assert body("title: 例会\nplace: 三楼\n") == [
        "定于近期召开例会。现将有关事项通知如下：",
        "一、会议地点：三楼",
    ]
    assert view_of("title: 例会\n").addressees == ""


@pytest.mark.parametrize(
    ("title", "named"),
    [("安全生产工作部署", "安全生产工作部署会议"), ("局务会会议纪要", "局务会会议"), ("座谈会", "座谈会")],
)
def test_it_calls_a_meeting_what_is_one(title: str, named: str) -> None:
    assert view_of(f"title: {title}\n").properties.title == f"关于召开{named}的通知"


def test_a_meeting_of_several_days_has_no_day_of_the_week() -> None:
    assert body("title: 例会\nheld: 2023年3月6日至8日\n")[1] == "一、会议时间：2023年3月6日至8日"


def test_no_name_is_parted_by_the_end_of_a_line() -> None:
    names = [f"阿依努尔·沙比提{number}" for number in "甲乙丙丁戊己庚辛"]
    (people,) = body(f"title: 例会\nattendees: [{', '.join(names)}]\n")[1:]
    lines = people.removeprefix("一、参会人员：").split("\n")
    assert len(lines) > 2
    assert [each for line in lines for each in line.strip("、").split("、")] == names


def test_one_item_alone_has_no_number_and_a_text_without_chinese_is_asked_for() -> None:
    assert body("title: 例会\nconveyed: [全省会议精神]\n")[1:] == ["一、会议议题", "全省会议精神。"]
    refused = made_of("title: 例会\nagenda: [{title: {en: Budget}}]\n")
    assert isinstance(refused, tuple)
    assert [each.code for each in refused] == ["D101"]
