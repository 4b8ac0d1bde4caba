"""The meeting record: who said what, every vote, when it ended, and who signs."""

from __future__ import annotations

import pytest

from jiyao.problems import Problem
from jiyao.views.meeting_record import MeetingRecordView, meeting_record_view
from wording import record_of

OFFICE = """
name: 某局
people:
  - {id: zhang, name: 张三, posts: [局长]}
  - {id: li, name: 李四, posts: [副局长]}
  - {id: zhao, name: 赵六, unit: {name: 办公室}}
"""
MEETING = """title: 第3次局务会议
held: {start: 2023-03-06 15:00, end: '16:30', shown: 近日}
place: 三楼会议室
chair: zhang
recorder: zhao
attendees: [zhang, li, {person: 王小五, status: absent}]
on_leave: [{person: 钱七, reason: 住院}]
"""
BOARD = """title: 第7次董事会会议
kind: board
chair: zhang
attendees:
  - zhang
  - {person: li, on_behalf_of: [孙八]}
  - {person: 孙八, status: proxy, proxy: li}
  - {person: 周九, status: online}
observers: [赵六]
"""


def made_of(text: str) -> MeetingRecordView | tuple[Problem, ...]:
    record = record_of(text, OFFICE)
    assert record.meeting is not None, record.problems
    return meeting_record_view(record.meeting, record.office)


def view_of(text: str) -> MeetingRecordView:
    view = made_of(text)
    assert isinstance(view, MeetingRecordView), view
    return view


def body(text: str) -> list[str]:
    return [each.text for each in view_of(text).body]


def signers(text: str) -> list[tuple[str, str]]:
    return [(row.first, row.second) for row in view_of(text).signatures]


def test_it_says_when_exactly_where_and_who_even_where_the_minutes_may_not() -> None:
    assert [each.text for each in view_of(MEETING).facts] == [
        "时间：2023年3月6日下午3时至下午4时30分",
        "地点：三楼会议室",
        "主持：局长张三",
        "出席：张　三、李　四",
        "请假：钱　七（住院）",
        "缺席：王小五",
        "记录：赵六",
    ]
    assert view_of(MEETING).close == "会议于下午4时30分结束。"


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("第3次局务会议", "第3次局务会议记录"),
        ("安全生产例会", "安全生产例会记录"),
        ("局务会会议纪要", "局务会会议记录"),
        ("安全生产工作部署", "安全生产工作部署会议记录"),
    ],
)
def test_its_title_is_that_of_the_meeting(title: str, named: str) -> None:
    assert "".join(run.text for run in view_of(f"title: {title}\n").title) == named


def test_an_enlarged_meeting_is_a_meeting() -> None:
    view = view_of("title: 党组会议\nseries: {number: 3, enlarged: true}\n")
    assert view.properties.title == "第3次党组会议（扩大）记录"


def test_what_somebody_said_stands_behind_who_said_it_and_what_the_meeting_said_as_in_minutes() -> None:
    said = (
        "agenda: [{title: 讨论方案, statements: [{by: li, text: 时间太紧, items: [人手不足, 经费未到]}, 方案可行]}]\n"
    )
    assert body(MEETING + said) == [
        "讨论方案",
        "副局长李四：时间太紧。",
        "（一）人手不足。",
        "（二）经费未到。",
        "会议指出，方案可行。",
    ]


def test_speakers_of_a_symposium_have_no_headings_in_its_record() -> None:
    said = "title: 座谈会\nkind: symposium\nstatements: [{by: li, text: 建议早开工}, {by: zhang, text: 一并研究}]\n"
    assert body(said)[-2:] == ["副局长李四：建议早开工。", "局长张三：一并研究。"]


@pytest.mark.parametrize("told", ["", ", print: false"])
def test_every_vote_is_told_whatever_the_minutes_say_of_it(told: str) -> None:
    decided = f"decisions: [{{text: 同意方案。, vote: {{for: 3, against: 1{told}}}}}]\n"
    outside, inside = (
        decided,
        f"agenda: [{{title: 审议方案, {decided.strip().replace('decisions: ', 'decisions: ')}}}]\n",
    )
    assert body(MEETING + outside)[-1].endswith("（表决情况：同意3票，反对1票）")
    assert body(MEETING + inside)[-1].endswith("（表决情况：同意3票，反对1票）")


def test_the_chair_and_whoever_wrote_it_down_sign_it_and_unknown_names_are_left_to_the_pen() -> None:
    assert signers(MEETING) == [("主持人：张三", "记录人：赵六")]
    assert signers("title: 例会\n") == [("主持人：", "记录人：")]


def test_the_directors_who_were_there_sign_the_record_of_a_board_and_say_for_whom_they_voted() -> None:
    assert signers(BOARD) == [("主持人：张三", "记录人："), ("董事：李四（代孙八）", "董事：周九")]


def test_a_meeting_that_lasted_days_ended_on_the_last() -> None:
    view = view_of("title: 例会\nheld: 2023年3月6日9时至7日17时\n")
    assert [each.text for each in view.facts] == ["时间：2023年3月6日上午9时至2023年3月7日下午5时"]
    assert view.close == "会议于2023年3月7日下午5时结束。"


def test_days_without_times_are_said_as_days() -> None:
    view = view_of("title: 例会\nheld: 2023年3月6日至8日\n")
    assert [each.text for each in view.facts] == ["时间：2023年3月6日至8日"]
    assert not view.close


def test_where_only_free_words_are_known_they_say_when() -> None:
    assert [each.text for each in view_of("title: 例会\nheld: {shown: 近日}\n").facts] == ["时间：近日"]


def test_rooms_form_and_numbers_stand_in_lines_of_their_own() -> None:
    more = "venues: [{name: 二楼, type: branch}]\nmode: video\nkind: party-group\nexpected: 4\n"
    facts = [each.text for each in view_of(MEETING + more).facts]
    assert facts[2:4] == ["分会场：二楼", "形式：视频形式"]
    assert "人数：应到4人，实到2人" in facts


def test_a_secret_meeting_says_so_above_its_title() -> None:
    assert view_of("title: 例会\nissue: {secrecy: {level: 机密, period: 10年}}\n").secrecy == "机密★10年"


def test_a_text_without_chinese_is_asked_for() -> None:
    refused = made_of("title: 例会\ndecisions: [{text: {en: The plan was adopted.}}]\n")
    assert isinstance(refused, tuple)
    assert [each.code for each in refused] == ["D101"]


def test_the_post_of_a_speaker_is_printed_or_asked_for_and_never_lost() -> None:
    said = "title: 例会\nstatements: [{by: {name: 孙八, posts: [{title: {en: Director}}]}, text: 建议早开工}]\n"
    refused = made_of(said)
    assert isinstance(refused, tuple)
    assert [each.code for each in refused] == ["D101"]
