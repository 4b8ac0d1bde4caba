"""How many came, and how many matters there were: a text against the lists of its record."""

from __future__ import annotations

import pytest

from jiyao.languages.text import Text
from jiyao.review.checks.meeting_counts import check_counts, counts_of
from wording import record_of

BOARD = """\
title: 董事会
kind: board
attendees: [张三, 李四, 王五]
agenda:
  - title: 年度报告
    decisions: [通过。]
  - title: 修订章程
    decisions: [通过。]
"""
LAUNCH = """\
title: 动员部署会
kind: mobilisation
attendees: [张三, 李四, 王五]
"""


def told(record: str, text: Text) -> list[str]:
    meeting = record_of(record).meeting
    assert meeting is not None
    assert record_of(record).is_usable
    return [str(each.message) for each in check_counts(text, counts_of(meeting))]


def test_a_number_of_people_that_the_list_does_not_have_is_told_in_either_language() -> None:
    text = Text("应到3人，4名董事出席会议。", "Five directors attended the meeting.")
    assert told(BOARD, text) == [
        "the text says 4名董事出席会议, the record counts 3",
        "the text says Five directors attended the meeting, the record counts 3",
    ]


def test_a_number_of_matters_is_that_of_the_items() -> None:
    assert told(BOARD, Text("会议审议了2项议案。", "The meeting considered two items.")) == []
    assert told(BOARD, Text("会议审议了三项议案。")) == ["the text says 会议审议了三项议案, the record counts 2"]


@pytest.mark.parametrize(
    "text",
    [
        "出席会议的有3人。",
        "委托出席1人。",
        "120余人参加会议。",
        "去年培训班有300人参加。",
        "会议要求3人以上出席方可表决。",
    ],
)
def test_what_counts_something_else_stays_silent(text: str) -> None:
    assert told(BOARD, Text(text)) == []


def test_a_list_that_need_not_be_all_contradicts_smaller_numbers_alone() -> None:
    assert told(LAUNCH, Text("120人参加会议。")) == []
    assert told(LAUNCH, Text("1人参加会议。")) == ["the text says 1人参加会议, the record counts 3"]
