"""Headings and numbers of the body, and the remarks that belong to one item."""

from __future__ import annotations

import pytest

from jiyao.views.fragments import Role
from wording import body_of, view_of


def outline_of(text: str) -> list[tuple[Role, str]]:
    """The body behind the opening, with the role of each paragraph."""
    return [(paragraph.role, paragraph.text) for paragraph in view_of("title: 例会\n" + text).body[1:]]


def test_one_sort_of_matter_has_no_heading_and_one_matter_no_number() -> None:
    assert outline_of("requirements: 各科室完成自查。") == [(Role.BODY, "会议要求，各科室完成自查。")]


def test_matters_of_several_sorts_stand_under_numbered_headings() -> None:
    text = """
conveyed: 全省会议精神
statements: 要抓落实。
requirements: 各科室完成自查。
decisions: 同意采购。
"""
    assert outline_of(text) == [
        (Role.HEADING_1, "一、传达学习有关精神"),
        (Role.BODY, "会议传达学习了全省会议精神。"),
        (Role.BODY, "会议指出，要抓落实。"),
        (Role.HEADING_1, "二、会议要求"),
        (Role.BODY, "各科室完成自查。"),
        (Role.HEADING_1, "三、议定事项"),
        (Role.BODY, "会议同意采购。"),
    ]


def test_statements_without_a_conveyed_item_come_before_the_headings() -> None:
    text = "statements: 要抓落实。\nrequirements: 完成自查。\ndecisions: 同意采购。\n"
    assert [text for _role, text in outline_of(text)] == [
        "会议指出，要抓落实。",
        "一、会议要求",
        "完成自查。",
        "二、议定事项",
        "会议同意采购。",
    ]


def test_matters_below_a_heading_count_in_brackets() -> None:
    text = "requirements: [完成自查。, 上报结果。]\ndecisions: [同意甲。, 同意乙。]\n"
    assert [text for _role, text in outline_of(text)] == [
        "一、会议要求",
        "（一）完成自查。",
        "（二）上报结果。",
        "二、议定事项",
        "（一）同意甲。",
        "（二）同意乙。",
    ]


def test_matters_of_one_sort_alone_count_on_the_first_level() -> None:
    assert body_of("decisions: [同意甲。, 同意乙。]") == ["会议议定以下事项：", "一、同意甲。", "二、同意乙。"]


def test_several_items_of_the_agenda_are_numbered_headings() -> None:
    text = "agenda: [{title: 审议预案, decisions: 同意。}, {title: 研究采购, decisions: 同意。}]"
    assert outline_of(text) == [
        (Role.HEADING_1, "一、审议预案"),
        (Role.BODY, "会议同意。"),
        (Role.HEADING_1, "二、研究采购"),
        (Role.BODY, "会议同意。"),
    ]


def test_a_single_item_of_the_agenda_has_its_title_and_no_number() -> None:
    assert body_of("agenda: [{title: 审议预案, decisions: 同意。}]") == ["审议预案", "会议同意。"]


def test_an_item_without_a_title_has_its_number_before_its_first_matter() -> None:
    text = "agenda: [{decisions: 同意甲。}, {title: 研究采购, decisions: 同意乙。}]"
    assert outline_of(text) == [
        (Role.BODY, "一、会议同意甲。"),
        (Role.HEADING_1, "二、研究采购"),
        (Role.BODY, "会议同意乙。"),
    ]


def test_items_that_say_the_same_are_both_printed() -> None:
    text = "decisions: 同意甲。\nagenda: [{decisions: 同意甲。}, {decisions: 同意甲。}]"
    assert body_of(text) == ["会议同意甲。", "一、会议同意甲。", "二、会议同意甲。"]


def test_matters_outside_the_agenda_do_not_take_the_numbers_of_its_items() -> None:
    text = "decisions: [同意甲。, 同意乙。]\nagenda: [{title: 丙, decisions: 同意。}, {title: 丁, decisions: 同意。}]"
    assert body_of(text) == [
        "会议议定以下事项：",
        "（一）同意甲。",
        "（二）同意乙。",
        "一、丙",
        "会议同意。",
        "二、丁",
        "会议同意。",
    ]


@pytest.mark.parametrize(
    ("item", "heading"),
    [
        ("{title: 学习讲话, first_topic: true}", "第一议题：学习讲话"),
        ("{title: 第一议题学习, first_topic: true}", "第一议题学习"),
        ("{title: 学习讲话, first_topic: false}", "学习讲话"),
    ],
)
def test_the_first_topic_is_called_so_once(item: str, heading: str) -> None:
    assert body_of(f"agenda: [{item}]") == [heading]
    assert body_of(f"agenda: [{item}, 乙]") == [f"一、{heading}", "二、乙"]


def test_the_eleventh_item_counts_on() -> None:
    titles = [f"第{number}项" for number in range(1, 22)]
    headings = body_of(f"agenda: [{', '.join(titles)}]")
    assert [headings[index] for index in (9, 10, 18, 19, 20)] == [
        "十、第10项",
        "十一、第11项",
        "十九、第19项",
        "二十、第20项",
        "二十一、第21项",
    ]


def test_the_reporter_is_named_with_the_post_of_the_day() -> None:
    office = """
        name: 甲局
        people: [{id: ding-hao, name: 丁浩, posts: [{title: 科长, from: 2023-01-01}, {title: 科员, to: 2022-12-31}]}]
    """
    text = "held: {day}\nkind: 党组会议\nagenda: [{{title: 汇报, reporter: [ding-hao, 李四]}}]"
    assert body_of(text.format(day="{date: 2023-03-06}"), office)[-1] == "会议听取了科长丁浩同志和李四同志的汇报。"
    assert body_of(text.format(day="{date: 2022-03-06}"), office)[-1] == "会议听取了科员丁浩同志和李四同志的汇报。"


def test_whoever_recused_themselves_is_named_once_in_an_item() -> None:
    text = """
        agenda:
          - title: 审议预案
            decisions: [{text: 同意。, vote: {for: 5, recused: [陆志远, 高敏], print: true}}]
            recused: [陆志远]
    """
    assert body_of(text)[-1] == "会议同意。（表决情况：同意5票，高敏回避）"


def test_who_took_no_part_and_who_joined_stands_before_what_the_item_dealt_with() -> None:
    text = """
        agenda:
          - title: 审议预案
            reporter: 丁浩
            decisions: 同意。
            observers: [市水利局负责人, {name: 王五, unit: 市气象局}]
            recused: [陆志远, 高敏]
    """
    assert body_of(text) == [
        "审议预案",
        "陆志远和高敏按规定回避本议题。",
        "（本议题列席：市水利局负责人、市气象局王五）",
        "会议听取了丁浩的汇报。",
        "会议同意。",
    ]


def test_a_text_of_several_lines_is_several_paragraphs() -> None:
    text = """
        statements:
          - |-
            第一段。
            第二段。

            第三段
    """
    assert body_of(text) == ["会议指出，第一段。", "第二段。", "第三段。"]


def test_a_full_stop_joins_the_last_word_though_blank_lines_follow_it() -> None:
    assert body_of("statements:\n  - |+\n    抓落实\n\n") == ["会议指出，抓落实。"]


@pytest.mark.parametrize("end", ["。", "！", "？", "…", "；", "：", "，", "”", ".", "!", ";"])
def test_a_text_that_has_a_mark_at_its_end_gets_no_other(end: str) -> None:
    said = f"“抓落实。{end}" if end == "”" else f"抓落实{end}"
    assert body_of(f"statements: ['{said}']") == [f"会议指出，{said}"]


@pytest.mark.parametrize("text", ["抓落实", "抓“落实”", "抓落实（试行）", "完成率94.1%", "转发《通知》"])
def test_a_text_without_a_mark_gets_a_full_stop(text: str) -> None:
    assert body_of(f"statements: [{text}]") == [f"会议指出，{text}。"]


SPEECHES = """
kind: 座谈会
attendees: [张三, 李四]
statements:
  - {text: 税费减免要直达快享。, verb: 建议, by: {name: 张三, posts: [甲公司总经理]}}
  - {text: 用工信息要共享。, verb: 希望, by: {name: 张三, posts: [甲公司总经理]}}
  - {text: 物流成本偏高。, verb: 提到, by: {name: 李四, posts: [乙公司经理]}}
  - {text: 要逐条研究答复。, verb: 强调}
"""


def test_at_a_symposium_each_speaker_has_a_heading_and_the_meeting_the_last_one() -> None:
    assert outline_of(SPEECHES) == [
        (Role.HEADING_1, "一、甲公司总经理张三"),
        (Role.BODY, "张三建议，税费减免要直达快享。"),
        (Role.BODY, "张三希望，用工信息要共享。"),
        (Role.HEADING_1, "二、乙公司经理李四"),
        (Role.BODY, "李四提到，物流成本偏高。"),
        (Role.HEADING_1, "三、会议小结"),
        (Role.BODY, "会议强调，要逐条研究答复。"),
    ]


def test_the_opening_of_a_symposium_announces_what_was_said_and_nothing_resolved() -> None:
    assert view_of("title: 座谈会\n" + SPEECHES).body[0].text.endswith("现将发言情况纪要如下：")


def test_speeches_within_an_item_stand_one_level_below_it() -> None:
    agenda = SPEECHES.replace("statements:", "agenda:\n  - title: 听取意见\n    statements:").replace(
        "\n  - {text", "\n      - {text"
    )
    assert [text for role, text in outline_of(agenda) if role is Role.HEADING_2] == [
        "（一）甲公司总经理张三",
        "（二）乙公司经理李四",
        "（三）会议小结",
    ]
