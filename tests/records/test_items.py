"""Conveyed items, statements, decisions, and the items of the agenda that group them."""

from __future__ import annotations

from datetime import date

import pytest

from jiyao.languages.text import State, Text
from jiyao.records.choices import DueType, Result, Verb
from jiyao.records.items import Due
from recording import meeting, problems


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("2023-03-17", Due(date=date(2023, 3, 17))),
        ("2023年3月17日前", Due(date=date(2023, 3, 17))),
        ("长期", Due(type=DueType.ONGOING, shown=Text("长期"))),
        ("ongoing", Due(type=DueType.ONGOING)),
        ("定期", Due(type=DueType.RECURRING, shown=Text("定期"))),
        ("6月底前", Due(shown=Text("6月底前"))),
        ("2023年6月前", Due(shown=Text("2023年6月前"))),
        ("{date: 2023-03-17, type: once}", Due(date=date(2023, 3, 17))),
        ("{shown: 每月5日前, type: recurring}", Due(shown=Text("每月5日前"), type=DueType.RECURRING)),
        ("{表述: {zh: 汛期内, en: in the flood season}}", Due(shown=Text("汛期内", "in the flood season"))),
    ],
)
def test_a_time_limit_is_a_day_a_word_or_what_the_record_shows(written: str, due: Due) -> None:
    (decision,) = meeting(f"title: 会\ndecisions: [{{text: 同意。, due: {written}}}]\n").decisions
    assert decision.due == due


@pytest.mark.parametrize("written", ["2023-02-30", "2023年2月30日前", "2023.13.1", "3月17日前", "2023-06"])
def test_a_time_limit_that_looks_like_a_day_and_is_none_is_not_printed_as_it_stands(written: str) -> None:
    assert problems(f"title: 会\ndecisions: [{{text: 同意。, due: {written}}}]\n") == ["2:30 R105"]


@pytest.mark.parametrize("by", ["meeting", "会议"])
def test_the_meeting_is_nobody_in_particular(by: str) -> None:
    (said,) = meeting(f"title: 会\nstatements: [{{verb: 强调, by: {by}, text: 安全第一。}}]\n").statements
    assert (said.verb, said.by) == (Verb.EMPHASISE, None)


def test_a_statement_may_be_somebodys_own() -> None:
    (said,) = meeting("title: 会\nstatements: [{by: 张三, text: 安全第一。}]\n").statements
    assert said.by is not None
    assert (said.verb, said.by.name.zh) == (Verb.POINT_OUT, "张三")


def test_statements_keep_their_order_and_requirements_come_after_them() -> None:
    (item,) = meeting(
        "title: 会\nrequirements: [三, 四]\nstatements: [{verb: require, text: 一}, {verb: point-out, text: 二}]\n"
    ).items
    assert [(each.verb, each.text.zh) for each in item.said] == [
        (Verb.REQUIRE, "一"),
        (Verb.POINT_OUT, "二"),
        (Verb.REQUIRE, "三"),
        (Verb.REQUIRE, "四"),
    ]


def test_what_stands_outside_the_agenda_is_an_item_before_it() -> None:
    items = meeting("title: 会\nagenda: [第一项, 第二项]\ndecisions: 同意。\n").items
    assert [each.title.zh if each.title else "" for each in items] == ["", "第一项", "第二项"]


def test_without_anything_outside_it_the_agenda_is_all() -> None:
    assert [each.title for each in meeting("title: 会\nagenda: 第一项\n").items] == [Text("第一项")]
    assert meeting("title: 会\n").items == ()


def test_a_decision_says_who_does_it_and_how_it_was_voted_on() -> None:
    (decision,) = meeting(
        """\
title: 会
议定事项:
  - 内容: 原则同意。
    结果: 原则通过
    附带条件: 修改后印发
    牵头单位: 办公室
    配合单位: 法规科、指挥中心
    责任领导: 张三
    表决: {应到: 9, 赞成: 7票, 反对: 1, 弃权: 1, 载明: 是}
"""
    ).decisions
    assert (decision.result, decision.conditions) == (Result.APPROVED_IN_PRINCIPLE, Text("修改后印发"))
    assert [each.name.zh for each in (*decision.responsible, *decision.supporting)] == ["办公室", "法规科", "指挥中心"]
    assert [each.name.zh for each in decision.lead_official] == ["张三"]
    assert decision.vote is not None
    assert (decision.vote.entitled, decision.vote.for_, decision.vote.cast, decision.vote.print) == (9, 7, 9, True)


def test_a_text_may_have_both_languages_and_the_state_of_its_translation() -> None:
    (conveyed,) = meeting(
        """\
title: 会
conveyed:
  - title:
      中文: |-
        行动方案
      英文: Action plan
      译文状态: 已审
"""
    ).conveyed
    assert conveyed.title == Text("行动方案", "Action plan", State.REVIEWED)
    assert (conveyed.title.zh_origin.place.line, conveyed.title.en_origin.place.line) == (4, 6)


def test_where_a_bare_text_may_stand_one_in_two_languages_may() -> None:
    (conveyed,) = meeting("title: 会\nconveyed:\n  - {zh: 会议精神, en: the guidelines}\n").conveyed
    assert conveyed.title == Text("会议精神", "the guidelines")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{zh: 方案, state: 不错}", "3:21 R104"),
        ("{state: draft}", "3:5 R107"),
        ("{title: {en: ~}}", "3:13 R116"),
        ("{zh: 方案, de: Plan}", "3:14 R100"),
        ("{zh: 方案, 中文: 方案}", "3:14 R108"),
        ("[方案]", "3:5 R101"),
    ],
)
def test_a_text_that_cannot_be_understood_is_located(text: str, found: str) -> None:
    assert found in problems(f"title: 会\nconveyed:\n  - {text}\n")
