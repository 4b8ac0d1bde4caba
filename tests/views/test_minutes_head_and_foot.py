"""What stands above and below the body: head lines, mark, numbers, title, attachments, copies, imprint."""

from __future__ import annotations

import pytest

from jiyao.views.cells import width
from jiyao.views.fragments import Role, Run
from jiyao.views.minutes import COPIES_LINE
from wording import refusal_of, texts, view_of

OFFICE = "name: 示例市应急管理局\n"


def said(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


@pytest.mark.parametrize(
    ("office", "kind", "mark"),
    [
        ("", "", "会议纪要"),
        ("", "kind: 局长办公会", "局长办公会纪要"),
        (OFFICE, "", "示例市应急管理局会议纪要"),
        (OFFICE, "kind: office", "示例市应急管理局办公会议纪要"),
        (OFFICE, "kind: 局长办公会", "示例市应急管理局局长办公会纪要"),
        (OFFICE + "house: {mark: 专用纪要}", "kind: 局长办公会", "专用纪要"),
    ],
)
def test_the_mark_is_the_houses_own_else_office_and_kind(office: str, kind: str, mark: str) -> None:
    assert said(view_of(f"title: 例会\n{kind}\n", office).mark) == mark


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ("title: 安全例会", "安全例会纪要"),
        ("title: 安全例会纪要", "安全例会纪要"),
        ("title: 安全例会\nkind: 办公会议", "安全例会纪要"),
        ("title: 办公会议\nkind: office", ""),
        ("title: 局长办公会\nkind: 局长办公会", ""),
        ("title: 局长办公会纪要\nkind: 局长办公会", ""),
        ("title: 党组（扩大）会议\nkind: party-group", "党组（扩大）会议纪要"),
        ("title: 办公会议", "办公会议纪要"),
        ("title: 安全例会\nseries: {number: 4, year: 2023}", "2023年第4次安全例会纪要"),
        ("title: 办公会议\nkind: office\nseries: {number: 4, year: 2023}", "2023年第4次办公会议纪要"),
    ],
)
def test_the_title_is_left_out_where_the_mark_says_it_already(record: str, title: str) -> None:
    assert said(view_of(record).title) == title


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("5", "（第5期）"),
        ("第5期", "（第5期）"),
        ("（第5期）", "（第5期）"),
        ("〔2023〕5号", "〔2023〕5号"),
        ("示应急纪〔2023〕5号", "示应急纪〔2023〕5号"),
        ("总第108期", "（总第108期）"),
    ],
)
def test_the_number_has_brackets_once(number: str, shown: str) -> None:
    assert view_of(f"title: 例会\nissue: {{number: '{number}'}}").number == shown


@pytest.mark.parametrize(
    ("issue", "head"),
    [
        ("stage: draft", ("", "", "")),
        ("urgency: 特急", ("特急", "", "")),
        ("secrecy: 秘密", ("秘密", "", "")),
        ("secrecy: {level: 秘密, period: 10年}", ("秘密★10年", "", "")),
        ("secrecy: {level: 机密, copy_number: '000001'}", ("000001", "机密", "")),
        ("secrecy: {level: 绝密, period: 20年, copy_number: '000001'}, urgency: 加急", ("000001", "绝密★20年", "加急")),
    ],
)
def test_copy_number_secrecy_and_urgency_take_the_lines_from_the_top(issue: str, head: tuple[str, ...]) -> None:
    assert view_of(f"title: 例会\nissue: {{{issue}}}").head == head


def test_a_mark_of_the_house_that_does_not_say_the_title_leaves_it_in_its_place() -> None:
    house = OFFICE + "house: {mark: 示例市应急管理局会议纪要}"
    record = "title: 局长办公会\nkind: 局长办公会\nseries: {number: 4, year: 2023}"
    assert said(view_of(record, house).title) == "2023年第4次局长办公会纪要"


def test_issuer_and_days_stand_where_they_are_known() -> None:
    plain = view_of("title: 例会")
    assert (plain.number, said(plain.issuer), plain.issued_on, said(plain.printed_by), plain.printed_on) == ("",) * 5
    house = OFFICE + "house: {issuer: {name: 甲局办公室}, printed_by: {name: 甲局文印室}}\n"
    full = view_of("title: 例会\nissue: {issued_on: 2023-03-09}", house)
    assert (said(full.issuer), full.issued_on) == ("甲局办公室", "2023年3月9日")
    assert (said(full.printed_by), full.printed_on) == ("甲局文印室", "2023年3月9日印发")
    assert said(view_of("title: 例会", OFFICE).issuer) == "示例市应急管理局"
    assert said(view_of("title: 例会\nissue: {printed_by: 乙局}", house).printed_by) == "乙局"


@pytest.mark.parametrize(
    ("issue", "stage"),
    [
        ("", ""),
        ("issue: {number: 第5期}", ""),
        ("issue: {stage: draft}", "送审稿"),
        ("issue: {stage: 送审}", "送审稿"),
        ("issue: {stage: signed}", ""),
        ("issue: {stage: issued, issued_on: 2023-03-09}", ""),
    ],
)
def test_minutes_that_the_record_calls_a_draft_say_so(issue: str, stage: str) -> None:
    assert view_of(f"title: 例会\n{issue}").stage == stage


def test_attachments_are_numbered_where_there_are_several_and_have_no_mark_at_the_end() -> None:
    one = view_of("title: 例会\nattachments: 任务分工表").attachments
    assert [(each.role, each.text) for each in one] == [(Role.ATTACHMENT, "附件：任务分工表")]
    two = view_of("title: 例会\nattachments: [任务分工表, {title: 隐患台账, file: a.xlsx}]").attachments
    assert [(each.role, each.text) for each in two] == [
        (Role.ATTACHMENT, "附件：1.任务分工表"),
        (Role.NEXT_ATTACHMENT, "2.隐患台账"),
    ]


def test_copies_are_the_issues_else_the_houses_and_end_with_a_full_stop() -> None:
    house = OFFICE + "house: {copies_to: [市委办公室, 市政府办公室]}\n"
    assert texts(view_of("title: 例会", house).copies) == ["抄送：市委办公室，市政府办公室。"]
    assert texts(view_of("title: 例会\nissue: {copies_to: 市水利局}", house).copies) == ["抄送：市水利局。"]
    assert view_of("title: 例会").copies == ()


def test_no_unit_of_the_copies_is_split_over_two_lines() -> None:
    units = [f"第{number}联系单位办公室" for number in range(10)]
    (copies,) = view_of(f"title: 例会\nissue: {{copies_to: [{', '.join(units)}]}}").copies
    lines = copies.text.removeprefix("抄送：").split("\n")
    assert "".join(lines) == "，".join(units) + "。"
    assert [line.removesuffix("，").removesuffix("。").split("，") for line in lines] == [
        units[0:2],
        units[2:4],
        units[4:6],
        units[6:8],
        units[8:10],
    ]
    assert max(width(line.rstrip("，。")) for line in lines) <= COPIES_LINE


def test_a_line_of_copies_has_room_for_the_mark_at_its_end() -> None:
    units = "[省水利厅, 澜口市人民政府办公室, 砚川市人民政府办公室]"
    (copies,) = view_of(f"title: 例会\nissue: {{copies_to: {units}}}").copies
    assert max(width(line) for line in copies.text.removeprefix("抄送：").split("\n")) <= 26


def test_the_file_says_its_title_office_and_language() -> None:
    properties = view_of("title: 安全例会", OFFICE).properties
    assert (properties.title, properties.author, properties.language) == ("安全例会纪要", "示例市应急管理局", "zh-CN")
    assert view_of("title: 局长办公会\nkind: 局长办公会").properties.title == "局长办公会纪要"


@pytest.mark.parametrize(
    ("record", "place"),
    [
        ("title: {en: Meeting}", "1:13"),
        ("title: 例会\nconveyed: [{title: {en: Plan}}]", "2:25"),
        ("title: 例会\nstatements:\n  - text: {en: Act now.}", "3:16"),
        ("title: 例会\nstatements:\n  - {text: 要点, items: [{en: One}]}", "3:29"),
        ("title: 例会\nrequirements:\n  - text: {en: Act now.}", "3:16"),
        ("title: 例会\ndecisions:\n  - text: {en: Approved.}", "3:16"),
        ("title: 例会\ndecisions:\n  - {text: 同意。, conditions: {en: After revision}}", "3:34"),
        ("title: 例会\ndecisions:\n  - {text: 同意。, due: {shown: {en: end of June}}}", "3:35"),
        ("title: 例会\nagenda:\n  - {title: {en: Procurement}}", "3:18"),
        ("title: 例会\nagenda:\n  - {title: 采购, observers: [{group: {en: Guests}}]}", "3:42"),
        ("title: 例会\nattendees: [{group: {en: Heads of sections}}]", "2:26"),
        ("title: 例会\nattachments: [{title: {en: Tasks}}]", "2:28"),
    ],
)
def test_a_needed_text_without_chinese_is_a_located_error_and_there_are_no_minutes(record: str, place: str) -> None:
    (problem,) = refusal_of(record)
    assert problem.code == "D101"
    assert f"{problem.place.line}:{problem.place.column}" == place


def test_all_missing_texts_are_reported_at_once() -> None:
    record = "title: {en: Meeting}\ndecisions:\n  - {text: {en: A}}\n  - 同意。\n  - {text: {en: B}}\n"
    assert [problem.place.line for problem in refusal_of(record)] == [1, 3, 5]


def test_english_beside_the_chinese_is_never_printed() -> None:
    record = """
        title: {zh: 例会, en: Meeting}
        place: {zh: 三楼, en: third floor}
        purpose: {en: to act}
        decisions: [{text: {zh: 同意。, en: Agreed.}, conditions: {zh: 修改后, en: after revision}}]
    """
    view = view_of(record)
    assert texts(view.body) == ["例会在三楼召开。现将会议议定事项纪要如下：", "会议同意。修改后。"]
