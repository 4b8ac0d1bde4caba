"""Writing into a record that it is issued changes `issue` and not one character else."""

from __future__ import annotations

import pytest

from jiyao.records.issuing import with_issue
from jiyao.records.load import load_records
from jiyao.records.reading import Source, read
from jiyao.records.writing import NotWrittenError

VALUES = {"number": "5", "stage": "issued", "issued_on": "2023-03-07"}


def source(text: str, file: str = "a.yaml") -> Source:
    return next(iter(read(text.encode(), file)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: 例会\n", "title: 例会\nissue:\n  number: 5\n  stage: issued\n  issued_on: 2023-03-07\n"),
        ("title: 例会", "title: 例会\nissue:\n  number: 5\n  stage: issued\n  issued_on: 2023-03-07\n"),
        ("会议名称: 例会\n", "会议名称: 例会\n印发:\n  编号: 5\n  阶段: 已印发\n  印发日期: 2023-03-07\n"),
        (
            "title: 例会\nissue:\n  stage: review  # 送审\n  copies_to:\n  - 市政府\nplace: 三楼\n",
            (
                "title: 例会\nissue:\n  number: 5\n  issued_on: 2023-03-07\n  stage: issued  # 送审\n"
                "  copies_to:\n  - 市政府\nplace: 三楼\n"
            ),
        ),
        ("title: 例会\nissue:\nplace: 三楼\n", None),
        (
            "{title: 例会, issue: {stage: draft}}\n",
            "{title: 例会, issue: {number: 5, issued_on: 2023-03-07, stage: issued}}\n",
        ),
        (
            "{title: 例会}\n",
            "{title: 例会, issue: {number: 5, stage: issued, issued_on: 2023-03-07}}\n",
        ),
        (
            "title: 例会\r\nrequirements:\r\n- |-\r\n  甲\r\n  乙\r\n",
            (
                "title: 例会\r\nrequirements:\r\n- |-\r\n  甲\r\n  乙\r\n"
                "issue:\r\n  number: 5\r\n  stage: issued\r\n  issued_on: 2023-03-07\r\n"
            ),
        ),
    ],
)
def test_only_the_fields_of_issue_are_written(before: str, after: str | None) -> None:
    text = with_issue(source(before), VALUES)
    assert after is None or text == after
    (record,) = load_records(text.encode(), "a.yaml")
    assert record.meeting
    assert record.problems == ()
    issue = record.meeting.issue
    assert (issue.number, issue.stage, str(issue.issued_on)) == ("5", "issued", "2023-03-07")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"title": "例会"}', '{"title": "例会", "issue": {"number": "5"}}'),
        (
            '{"title": "例会", "issue": {"stage": "draft"}}',
            '{"title": "例会", "issue": {"number": "5", "stage": "draft"}}',
        ),
        ('{\n  "title": "例会"\n}\n', '{\n  "title": "例会"\n, "issue": {"number": "5"}}\n'),
        ('{"title": "例会", "issue": null}', '{"title": "例会", "issue":  {"number": "5"}}'),
    ],
)
def test_json_stays_json(before: str, after: str) -> None:
    assert with_issue(source(before, "a.json"), {"number": "5"}) == after


def test_a_line_of_many_records_is_written_alone() -> None:
    lines = list(read('{"title": "甲"}\n{"title": "乙"}\n'.encode(), "a.jsonl"))
    assert with_issue(lines[1], {"number": "5"}) == '{"title": "乙", "issue": {"number": "5"}}\n'


def test_a_value_that_yaml_would_take_for_another_is_quoted() -> None:
    text = with_issue(source("title: 例会\n"), {"number": "〔2023〕5号: 甲"})
    assert text == 'title: 例会\nissue:\n  number: "〔2023〕5号: 甲"\n'


def test_what_is_no_group_of_fields_is_left_alone() -> None:
    with pytest.raises(NotWrittenError):
        with_issue(source("title: 例会\nissue: 5\n"), VALUES)
