"""Sign-in sheets and follow-up sheets: everybody once, by unit and rank, and room to write."""

from __future__ import annotations

from jiyao.views.forms import MOST_LINES, FormView, agenda_view, follow_up_view, sign_in_view
from wording import office_of, record_of

OFFICE = """
name: 某局
organisations: [{id: ban, name: 办公室}, {id: ke, name: 法规科}]
people:
  - {id: zhang, name: 张三, posts: [局长], rank: 1}
  - {id: li, name: 李四, posts: [科长], rank: 3, unit: ke}
  - {id: wang, name: 王小五, posts: [主任], rank: 2, unit: ban}
  - {id: zhao, name: 赵六, posts: [副主任], rank: 4, unit: ban}
"""


def sign_in(lines: str) -> list[tuple[str, ...]]:
    record = record_of(f"title: 例会\nheld: 2023-03-06 15:00\n{lines}", OFFICE)
    assert record.meeting is not None, record.problems
    view = sign_in_view(record.meeting, office_of(OFFICE))
    assert isinstance(view, FormView)
    return [row.cells for row in view.rows]


def agenda(lines: str) -> FormView:
    record = record_of(f"title: 例会\nheld: 2023-03-06 15:00\n{lines}", OFFICE)
    assert record.meeting is not None, record.problems
    view = agenda_view(record.meeting, office_of(OFFICE))
    assert isinstance(view, FormView)
    return view


ITEMS = """
attendees: [zhang, {person: li, status: leave, reason: 住院}]
agenda:
  - title: 学习有关精神
    first_topic: true
    statements: [会议指出，形势向好。]
  - title: 审议采购方案
    reporter: wang
    observers: [{group: 各科室负责人}, {name: 丁浩, unit: 市水利局}]
    recused: zhao
    decisions: [{text: 同意采购。, result: adopted, responsible: ban, vote: {for: 3, print: true}}]
"""


def test_an_agenda_paper_says_what_is_dealt_with_who_reports_and_who_joins() -> None:
    view = agenda(ITEMS)
    assert view.title == "例会议题单"
    assert [row.cells for row in view.rows] == [
        ("1", "学习有关精神（第一议题）", "", "", ""),
        ("2", "审议采购方案", "王小五", "各科室负责人\n市水利局丁浩", ""),
    ]
    assert view.facts[-1].text == "张三、李四"


def test_an_agenda_paper_tells_nothing_of_what_came_of_it() -> None:
    said = str(agenda(ITEMS))
    assert not [word for word in ("形势向好", "同意采购", "3票", "住院", "回避", "赵六") if word in said]


def test_without_an_agenda_the_paper_has_what_was_to_be_conveyed_and_room_to_write() -> None:
    rows = [row.cells[1] for row in agenda("conveyed: [全省会议精神]\ndecisions: [同意采购。]\n").rows]
    assert rows == ["全省会议精神", "", "", ""]


def test_what_is_conveyed_outside_the_agenda_comes_before_its_items() -> None:
    rows = [row.cells[1] for row in agenda("conveyed: [全省会议精神]\nagenda: [{title: 审议方案}]\n").rows]
    assert rows == ["全省会议精神", "审议方案"]


def test_groups_are_expected_as_people_are() -> None:
    assert agenda("attendees: [zhang, {group: 各科室负责人, count: 4}]\n").facts[-1].text == "张三、各科室负责人"


def test_an_agenda_of_forty_items_has_them_all_in_their_order() -> None:
    titles = [f"审议第{number}项" for number in range(1, 41)]
    view = agenda(f"agenda: [{', '.join(f'{{title: {each}}}' for each in titles)}]\n")
    assert [row.cells[:2] for row in view.rows] == [(str(number), each) for number, each in enumerate(titles, 1)]


def test_what_is_unknown_of_the_meeting_is_left_out_of_its_agenda_paper() -> None:
    record = record_of("title: 例会\nagenda: [{title: 审议方案}]\n", OFFICE)
    assert record.meeting is not None, record.problems
    view = agenda_view(record.meeting, office_of(OFFICE))
    assert isinstance(view, FormView)
    assert view.facts == ()


def test_an_agenda_paper_needs_the_chinese_of_its_items() -> None:
    record = record_of("title: 例会\nagenda: [{title: {en: Budget}}]\n", OFFICE)
    assert record.meeting is not None, record.problems
    problems = agenda_view(record.meeting, office_of(OFFICE))
    assert isinstance(problems, tuple)
    assert [each.code for each in problems] == ["D101"]


def test_leaders_come_first_then_each_unit_with_its_people_by_rank() -> None:
    rows = sign_in("attendees: [zhao, li, zhang]\nobservers: [wang]\n")
    assert [row[:4] for row in rows[:4]] == [
        ("1", "", "张三", "局长"),
        ("2", "办公室", "王小五", "主任"),
        ("3", "办公室", "赵六", "副主任"),
        ("4", "法规科", "李四", "科长"),
    ]
    assert [row[5] for row in rows[:4]] == ["", "列席", "", ""]
    assert [row[1:] for row in rows[4:]] == [("",) * 5] * 3


def test_a_group_gets_as_many_lines_as_it_has_people() -> None:
    groups = ("{group: 各企业负责人, count: 4}", "{group: 群众代表}", "{group: 全体人员, count: 900}")
    rows = sign_in("".join(("attendees:\n", *(f"  - {group}\n" for group in groups))))
    names = [row[1] for row in rows]
    assert (names.count("各企业负责人"), names.count("群众代表"), names.count("全体人员")) == (4, 5, MOST_LINES)


def test_leave_is_remarked_and_its_reason_is_nobody_s_business() -> None:
    rows = sign_in("attendees:\n  - {person: zhang, status: leave, reason: 住院}\n")
    assert rows[0][5] == "请假"
    assert "住院" not in str(rows)


def test_a_matter_says_who_with_whom_until_when_and_leaves_room() -> None:
    text = (
        "title: 例会\nheld: 2023-03-06 15:00\nplace: 三楼会议室\nchair: zhang\ndecisions:\n"
        "  - {text: 同意方案。, responsible: [ban, ke], supporting: ke, lead_official: [zhang, li], due: 2023-04-01}\n"
        "  - 没有人办的事项。\nrequirements:\n  - {text: 坚持。, responsible: ban, due: 长期}\n"
    )
    record = record_of(text, OFFICE)
    assert record.meeting is not None, record.problems
    view = follow_up_view(record.meeting, office_of(OFFICE))
    assert isinstance(view, FormView)
    assert [row.cells for row in view.rows] == [
        ("1", "同意方案。", "办公室和法规科", "法规科", "张三\n李四", "2023年4月1日前", ""),
        ("2", "坚持。", "办公室", "", "", "长期", ""),
    ]
    assert view.title == "例会督办单"
    assert [(fact.label, fact.text) for fact in view.facts] == [
        ("时间：", "2023年3月6日下午3时"),
        ("地点：", "三楼会议室"),
        ("主持人：", "张三"),
    ]


def test_without_a_chinese_title_there_is_none_and_it_is_said_where() -> None:
    record = record_of("title: {en: Meeting}\n")
    assert record.meeting is not None
    for view in (sign_in_view, follow_up_view):
        problems = view(record.meeting, office_of("name: 某局\n"))
        assert isinstance(problems, tuple)
        assert [each.code for each in problems] == ["D101"]
