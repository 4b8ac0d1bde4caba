"""Texts against the fields of their record: limits and votes in either language; silence where nothing is certain."""

from __future__ import annotations

import pytest

from jiyao.review.checks.against_record import against_record
from wording import record_of


def told(text: str, more: str, field: str = "decisions") -> list[str]:
    record = record_of(f"title: 例会\n{field}: [{{text: {text}, {more}}}]\n")
    assert record.meeting is not None, record.problems
    return [f"{each.code} {each.place.line}: {each.message}" for each in against_record(record.meeting)]


BOTH = "{zh: 3月17日前完成自查。, en: Self-inspection must be completed by March 17.}"


def test_both_languages_may_be_wrong_together() -> None:
    assert told(BOTH, "due: 2023-03-20") == [
        "B106 2: the text says 3月17日前, the record says 2023年3月20日",
        "B106 2: the text says by March 17, the record says 2023年3月20日",
    ]
    assert told(BOTH, "due: 2023-03-17") == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("6月底前完成。", "2023-06-20"),
        ("服务至2024年6月30日止。", "2023-06-20"),
        ("3月17日前自查，4月1日前整改。", "2023-04-01"),
        ("从3月17日起实行。", "2023-04-01"),
        ("3月17日前完成。", "长期"),
        ("3月17日前完成。", "{shown: 3月中旬}"),
        ("抓好落实。", "2023-04-01"),
    ],
)
def test_nothing_is_said_where_nothing_is_certain(text: str, due: str) -> None:
    assert told(text, f"due: {due}") == []


def test_a_year_that_is_named_counts() -> None:
    assert told("2024年3月17日前完成。", "due: 2023-03-17") == [
        "B106 2: the text says 2024年3月17日前, the record says 2023年3月17日"
    ]


def test_requirements_are_held_against_their_limits_too() -> None:
    assert len(told("3月17日前完成。", "due: 2023-03-18", "requirements")) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("以6票同意、1票反对通过方案。", []),
        ("以7票同意、1票反对通过方案。", ["B107 2: the text says 7票同意, the record counts 6"]),
        ("同意6票，反对2票，弃权0票。", ["B107 2: the text says 反对2票, the record counts 1"]),
        (
            "{zh: 方案通过。, en: 'The plan was adopted with 5 votes in favor and 1 against.'}",
            ["B107 2: the text says 5 votes in favor, the record counts 6"],
        ),
    ],
)
def test_votes_in_a_text_are_those_of_the_record(text: str, found: list[str]) -> None:
    assert told(text, "vote: {for: 6, against: 1}") == found
