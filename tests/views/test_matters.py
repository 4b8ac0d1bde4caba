"""Statements, requirements and decisions: the record's words, and what the program adds to them."""

from __future__ import annotations

import pytest

from jiyao.views.fragments import Emphasis
from wording import body_of, record_of, view_of


@pytest.mark.parametrize(
    ("verb", "said"),
    [("point-out", "会议指出，"), ("强调", "会议强调，"), ("consider", "会议认为，"), ("希望", "会议希望，")],
)
def test_a_statement_says_who_speaks_and_how(verb: str, said: str) -> None:
    assert body_of(f"statements: [{{verb: {verb}, text: 要抓落实。}}]") == [f"{said}要抓落实。"]


def test_statements_keep_the_order_of_the_record_and_a_repeated_verb_goes_on() -> None:
    text = """
        statements:
          - {verb: 强调, text: 甲。}
          - {verb: 指出, text: 乙。}
          - {verb: 指出, text: 丙。}
          - {verb: 指出, by: 张三, text: 丁。}
          - {verb: 指出, by: 张三, text: 戊。}
          - {verb: 指出, text: 己。}
    """
    assert body_of(text) == [
        "会议强调，甲。",
        "会议指出，乙。",
        "会议还指出，丙。",
        "张三指出，丁。",
        "张三还指出，戊。",
        "会议指出，己。",
    ]


@pytest.mark.parametrize("text", ["会议指出，要抓落实。", "会议还强调，要抓落实。", "会议一致认为，可行。"])
def test_a_text_that_says_who_speaks_is_printed_as_it_stands(text: str) -> None:
    assert body_of(f"statements: [{text}]") == [text]
    assert body_of(f"requirements: [{text}]") == [text]


@pytest.mark.parametrize("text", ["会议室要整理。", "会议材料要提前报送，会议要求从严。"])
def test_a_text_that_only_begins_with_the_same_word_is_introduced(text: str) -> None:
    assert body_of(f"statements: [{text}]") == [f"会议指出，{text}"]


def test_the_items_of_a_statement_stand_below_it() -> None:
    text = "statements: [{text: 要做到：, items: [摸清底数, 压实责任。]}, {text: 要快。, items: 马上就办}]"
    assert body_of(text) == [
        "会议指出，要做到：",
        "（一）摸清底数。",
        "（二）压实责任。",
        "会议还指出，要快。",
        "马上就办。",
    ]


def test_several_requirements_are_numbered_under_one_lead_and_their_items_one_level_lower() -> None:
    text = "requirements: [{text: 自查：, items: [甲, 乙]}, 上报。]"
    assert body_of(text) == ["会议要求：", "一、自查：", "（一）甲。", "（二）乙。", "二、上报。"]


def test_in_an_item_of_the_agenda_requirements_follow_the_statements() -> None:
    text = "agenda: [{title: 甲, requirements: [乙。, 丙。], statements: 丁。}]"
    assert body_of(text) == ["甲", "会议指出，丁。", "会议要求：", "（一）乙。", "（二）丙。"]


@pytest.mark.parametrize(
    ("text", "result", "sentence"),
    [
        ("同意采购。", "adopted", "会议同意采购。"),
        ("原则同意采购。", "approved-in-principle", "会议原则同意采购。"),
        ("暂缓审议办法。", "deferred", "会议暂缓审议办法。"),
        ("会议同意采购。", "adopted", "会议同意采购。"),
        ("会议决定成立专班。", "adopted", "会议决定成立专班。"),
        ("成立工作专班。", "adopted", "会议决定，成立工作专班。"),
        ("由办公室牵头办理。", "adopted", "会议决定，由办公室牵头办理。"),
        ("《防汛预案》", "adopted", "会议审议通过《防汛预案》。"),
        ("《防汛预案》", "原则同意", "会议审议并原则同意《防汛预案》。"),
        ("《防汛预案》", "noted", "会议听取了《防汛预案》。"),
        ("《防汛预案》", "deferred", "会议决定暂缓审议《防汛预案》。"),
        ("《防汛预案》", "rejected", "会议不同意《防汛预案》。"),
        ("《防汛预案》", "submitted", "会议决定提请审议《防汛预案》。"),
        ("防汛预案", "原则通过", "会议审议并原则同意防汛预案。"),
    ],
)
def test_a_decision_alone_is_a_sentence_whose_verb_is_its_result(text: str, result: str, sentence: str) -> None:
    assert body_of(f"decisions: [{{text: {text}, result: {result}}}]") == [sentence]


def test_a_decision_without_a_result_is_simply_decided() -> None:
    assert body_of("decisions: 由办公室牵头办理") == ["会议决定，由办公室牵头办理。"]


def test_numbered_decisions_do_not_repeat_the_subject() -> None:
    text = """
        decisions:
          - 同意采购。
          - {text: 《防汛预案》, result: 原则同意}
          - {text: 考核办法, result: deferred}
          - 由办公室牵头办理
          - 会议同意调整分工。
    """
    assert body_of(text) == [
        "会议议定以下事项：",
        "一、同意采购。",
        "二、审议并原则同意《防汛预案》。",
        "三、决定暂缓审议考核办法。",
        "四、由办公室牵头办理。",
        "五、会议同意调整分工。",
    ]


@pytest.mark.parametrize(
    ("fields", "bracket"),
    [
        ("responsible: 办公室", "责任单位：办公室"),
        ("responsible: [办公室, 人事科]", "责任单位：办公室、人事科"),
        ("supporting: 人事科", "配合单位：人事科"),
        ("lead_official: 张三", "责任领导：张三"),
        ("due: 2023-03-17", "完成时限：2023年3月17日前"),
        ("due: 6月底前", "完成时限：6月底前"),
        ("due: {shown: 每月5日前, type: recurring}", "完成时限：每月5日前"),
        ("due: 长期", "完成时限：长期"),
        ("due: 定期", "完成时限：定期"),
        (
            "responsible: 办公室, supporting: [人事科, 财务科], lead_official: [张三, 李四], due: 3月底前",
            "责任单位：办公室；配合单位：人事科、财务科；责任领导：张三、李四；完成时限：3月底前",
        ),
    ],
)
def test_who_with_whom_and_until_when_stand_in_one_bracket(fields: str, bracket: str) -> None:
    assert body_of(f"decisions: [{{text: 同意采购。, {fields}}}]") == [f"会议同意采购。（{bracket}）"]


@pytest.mark.parametrize(
    ("conditions", "sentence"),
    [
        ("按意见修改后印发", "会议同意采购。按意见修改后印发。（责任单位：办公室）"),
        ("先报批。", "会议同意采购。先报批。（责任单位：办公室）"),
        ("同意采购", "会议同意采购。（责任单位：办公室）"),
    ],
)
def test_conditions_are_a_sentence_of_their_own_unless_the_text_says_them(conditions: str, sentence: str) -> None:
    text = f"decisions: [{{text: 同意采购, conditions: {conditions}, responsible: 办公室}}]"
    assert body_of(text) == [sentence]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("由办公室牵头。", "responsible: 办公室"),
        ("由办公室、人事科牵头。", "responsible: [办公室, 人事科]"),
        ("办公室会同人事科办理。", "responsible: 办公室"),
        ("由张三负责。", "lead_official: 张三"),
        ("3月17日前办结。", "due: 2023-03-17"),
        ("2023年3月17日前办结。", "due: 2023-03-17"),
        ("6月底前办结。", "due: 6月底前"),
        ("长期抓好。", "due: 长期"),
        ("按意见修改后印发。", "conditions: 按意见修改后印发"),
        ("抓好。", "due: {type: once}"),
    ],
)
def test_what_the_text_says_is_not_said_again(text: str, fields: str) -> None:
    assert body_of(f"decisions: [{{text: {text}, {fields}}}]") == [f"会议决定，{text}"]


@pytest.mark.parametrize(
    ("text", "fields", "bracket"),
    [
        ("由办公室牵头。", "responsible: [办公室, 人事科]", "责任单位：办公室、人事科"),
        ("从办公室抽调两人。", "responsible: 办公室", "责任单位：办公室"),
        ("12月15日起施行。", "due: 2023-02-15", "完成时限：2023年2月15日前"),
        ("自2022年3月17日起执行。", "due: 2023-03-17", "完成时限：2023年3月17日前"),
        ("3月17日前报送。", "due: {shown: 3月底前}", "完成时限：3月底前"),
    ],
)
def test_what_the_text_says_only_in_part_or_of_another_day_is_said(text: str, fields: str, bracket: str) -> None:
    assert body_of(f"decisions: [{{text: {text}, {fields}}}]") == [f"会议决定，{text}（{bracket}）"]


def test_a_requirement_has_the_same_bracket() -> None:
    text = "requirements: [{text: 完成自查。, responsible: 办公室, due: 2023-03-17}]"
    assert body_of(text) == ["会议要求，完成自查。（责任单位：办公室；完成时限：2023年3月17日前）"]


def test_units_are_named_shortly_where_the_office_has_a_short_name() -> None:
    office = "name: 甲局\norganisations: [{id: zhifa, name: 示例市执法支队, short: 执法支队}]\n"
    text = "decisions: [{text: 同意。, responsible: zhifa}]"
    assert body_of(text, office) == ["会议同意。（责任单位：执法支队）"]


@pytest.mark.parametrize(
    ("vote", "bracket"),
    [
        (
            "{method: 举手表决, entitled: 4, for: 3, against: 0, abstain: 1, print: true}",
            "（表决情况：举手表决，应参加表决4人，同意3票，反对0票，弃权1票）",
        ),
        ("{for: 9, print: 是}", "（表决情况：同意9票）"),
        ("{method: ballot, recused: [李四, 王五], print: true}", "（表决情况：无记名投票，李四、王五回避）"),
        ("{print: true}", ""),
        ("{for: 9, against: 0, print: false}", ""),
        ("{for: 9, against: 0}", ""),
    ],
)
def test_votes_are_printed_only_where_the_record_asks_for_it(vote: str, bracket: str) -> None:
    assert body_of(f"decisions: [{{text: 同意采购。, vote: {vote}}}]") == [f"会议同意采购。{bracket}"]


def test_only_numbers_and_brackets_change_the_face() -> None:
    decision = "{text: 同意采购。, responsible: 办公室}"
    view = view_of(f"title: 例会\nrequirements: 自查。\ndecisions: [{decision}, 同意。]")
    runs = [(run.text, run.emphasis) for run in view.body[4].runs]
    assert runs == [
        ("（一）", Emphasis.LABEL),
        ("同意采购。", Emphasis.NONE),
        ("（责任单位：办公室）", Emphasis.LABEL),
    ]


@pytest.mark.parametrize(
    ("text", "result", "sentence"),
    [
        ("审议《年度培训计划》", "通过", "会议审议《年度培训计划》。（审议结果：同意）"),
        ("会议室改造方案", "不予通过", "会议不同意会议室改造方案。"),
        ("考核办法，征求意见后再议", "暂缓", "会议决定暂缓审议考核办法，征求意见后再议。"),
        ("由办公室修改后再议", "暂缓", "由办公室修改后再议。（审议结果：暂缓）"),
        ("听取群众意见后修订管理办法", "", "会议决定，听取群众意见后修订管理办法。"),
        ("成立专班", "", "会议决定，成立专班。"),
    ],
)
def test_what_was_resolved_always_arrives(text: str, result: str, sentence: str) -> None:
    field = f", result: {result}" if result else ""
    assert body_of(f"decisions: [{{text: '{text}'{field}}}]") == [sentence]


@pytest.mark.parametrize(("text", "result"), [("同意采购无人机3架", "暂缓"), ("暂缓审议办法", "adopted")])
def test_a_text_that_says_another_result_than_the_field_is_an_error(text: str, result: str) -> None:
    found = record_of(f"title: 例会\ndecisions: [{{text: {text}, result: {result}}}]\n").problems
    assert [(each.code, each.severity) for each in found] == [("R218", "error")]


@pytest.mark.parametrize("text", ["会议明确的任务要逐项落实。", "会议决定的事项要抓紧办理。", "会议强调，要落实。"])
def test_a_persons_words_are_always_that_persons(text: str) -> None:
    assert body_of(f"statements: [{{by: 李四, verb: 强调, text: '{text}'}}]") == [f"李四强调，{text}"]


def test_a_text_that_says_another_verb_than_the_field_is_warned_of() -> None:
    found = record_of("title: 例会\nstatements: [{verb: 强调, text: '会议指出，要落实。'}]\n").problems
    assert [each.code for each in found] == ["R219"]


@pytest.mark.parametrize("text", ["由市政府办公室负责协调场地。", "办公室负责人要立即整改。", "从办公室调拨设备。"])
def test_a_unit_that_is_only_named_keeps_its_place_as_the_responsible_one(text: str) -> None:
    assert body_of(f"decisions: [{{text: {text}, responsible: 办公室}}]")[0].endswith("（责任单位：办公室）")


@pytest.mark.parametrize("text", ["由办公室牵头办理。", "由办公室、财务科负责办理。", "办公室负责办理。"])
def test_a_unit_that_the_text_makes_responsible_is_not_named_again(text: str) -> None:
    assert "责任单位" not in body_of(f"decisions: [{{text: {text}, responsible: 办公室}}]")[0]


def test_a_day_that_is_no_limit_in_the_text_is_still_printed_as_one() -> None:
    text = "decisions: [{text: 针对3月17日检查发现的问题抓紧整改, due: 2023-03-17}]"
    assert body_of(text)[0].endswith("（完成时限：2023年3月17日前）")


def test_the_words_of_a_time_limit_stay_as_the_record_has_them() -> None:
    assert body_of("decisions: [{text: 推进, due: 持续推进}]")[0].endswith("（完成时限：持续推进）")
