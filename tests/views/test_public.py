"""What a public document may know of a record: what its list allows, less what the record hides."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

from jiyao.languages.text import Language
from jiyao.records.choices import Act, Choice, Concept, Presence
from jiyao.records.items import Decision
from jiyao.records.meeting import Meeting
from jiyao.records.office import NO_OFFICE
from jiyao.views.minutes import MinutesView
from jiyao.views.public import HIDES, MINUTES, RELEASE, AllowList, public
from jiyao.views.public_minutes import public_minutes_view
from jiyao.views.release.telling import release_view
from jiyao.views.release.view import ReleaseView
from marked import is_allowed, record_with_marks, strings
from wording import office_of, record_of


@pytest.mark.parametrize("allowed", [RELEASE, MINUTES], ids=["release", "minutes"])
def test_nothing_that_the_list_does_not_allow_is_left(allowed: AllowList) -> None:
    meeting, marks = record_with_marks()
    left = set(strings(public(meeting, allowed)))
    assert not {chain for mark, chain in marks.chains.items() if mark in left and not is_allowed(chain, allowed)}


@pytest.mark.parametrize("language", list(Language))
def test_nothing_that_is_not_allowed_is_anywhere_in_a_release(language: Language) -> None:
    meeting, marks = record_with_marks()
    view = release_view(meeting, NO_OFFICE, language)
    assert isinstance(view, ReleaseView), view
    said = "\n".join(strings(view)).casefold()
    assert {chain[-1] for mark, chain in marks.chains.items() if mark.casefold() in said} >= {(Meeting, "title")}
    printed = {chain for mark, chain in marks.chains.items() if mark.casefold() in said}
    assert not [chain for chain in printed if not is_allowed(chain, RELEASE) or chain[-1][1] == "id"]


def test_nothing_that_is_not_allowed_is_anywhere_in_the_public_minutes() -> None:
    meeting, marks = record_with_marks()
    view = public_minutes_view(meeting, NO_OFFICE)
    assert isinstance(view, MinutesView), view
    said = "\n".join(strings(view)).casefold()
    printed = {chain for mark, chain in marks.chains.items() if mark.casefold() in said}
    assert (Decision, "text") in {chain[-1] for chain in printed}
    assert not [chain for chain in printed if not is_allowed(chain, MINUTES) or chain[-1][1] == "id"]


@pytest.mark.parametrize("concept", list(Concept))
def test_each_concept_can_be_hidden_wherever_a_record_groups_it(concept: Concept) -> None:
    hidden = HIDES[concept]
    assert all(any(each.name == name for each in fields(record)) for record, name in hidden)
    assert AllowList(RELEASE.fields | MINUTES.fields).without([concept]).fields.isdisjoint(hidden)


@pytest.mark.parametrize("allowed", [RELEASE, MINUTES], ids=["release", "minutes"])
def test_a_list_names_only_fields_that_there_are(allowed: AllowList) -> None:
    for record, name in allowed.fields:
        assert is_dataclass(record)
        assert name in {each.name for each in fields(record)}, (record, name)


RECORD = """
    title: 例会
    chair: 张三
    access: {level: internal, hide: [HIDDEN]}
    attendees:
      - {person: 李四, acts: [speak]}
      - {person: 王小五, attend_as: observe}
      - {person: 赵六, status: leave, reason: 住院}
    statements: [{text: 保证金要分类管理。}]
    decisions:
      - {text: 同意年度计划。, vote: {for: 7, print: true}}
      - {text: 同意孙七任科长。, concerns: 人事}
    agenda:
      - {title: 研究某案, concerns: case, statements: [{text: 案情如下。}]}
"""


def told(hidden: str) -> str:
    record = record_of(RECORD.replace("[HIDDEN]", hidden), "name: 示例局")
    assert record.meeting is not None
    assert record.is_usable, record.problems
    view = release_view(record.meeting, record.office, Language.ZH)
    assert isinstance(view, ReleaseView)
    return "\n".join(paragraph.text for paragraph in view.body)


def test_absences_votes_personnel_and_cases_are_nobodys_business() -> None:
    said = told("[]")
    assert "同意年度计划。" in said
    assert not [word for word in ("赵六", "住院", "7票", "孙七", "案情", "某案") if word in said]


@pytest.mark.parametrize(
    ("hidden", "gone"),
    [
        ("[chair]", "张三"),
        ("[列席]", "王小五"),
        ("[参会人员]", "李四"),
        ("[会议表述]", "保证金"),
        ("[decisions]", "年度"),
    ],
)
def test_what_a_record_hides_is_not_told(hidden: str, gone: str) -> None:
    assert gone in told("[]")
    assert gone not in told(hidden)


def test_a_concept_that_nobody_knows_is_answered_with_those_there_are() -> None:
    record = record_of("title: 例会\naccess: {level: 公开, hide: [votes]}")
    (problem,) = record.problems
    assert problem.place.column == 28
    assert "vote" in str(problem.hint)


@pytest.mark.parametrize(
    "fields_of_record",
    ["issue: {secrecy: 秘密}", "access: 限定范围"],
)
def test_of_a_secret_or_restricted_record_there_is_no_release(fields_of_record: str) -> None:
    record = record_of(f"title: 例会\n{fields_of_record}")
    assert record.meeting is not None
    problems = release_view(record.meeting, office_of(""), Language.ZH)
    assert isinstance(problems, tuple)
    assert [problem.place.line for problem in problems] == [2]


def test_hiding_the_chair_leaves_what_others_did() -> None:
    record = record_of(
        "title: 例会\naccess: {level: 公开, hide: chair}\nattendees: [{person: 张三, acts: [chair, speak]}]"
    )
    assert record.meeting is not None
    (attendee,) = public(record.meeting, RELEASE).attendees
    assert attendee.acts == (Act.SPEAK,)
    assert attendee.status is Presence.PRESENT
    assert isinstance(Act.SPEAK, Choice)
