"""English minutes: the facts first, then item by item what was resolved and who acts on it by when."""

from __future__ import annotations

import pytest

from jiyao.languages.text import Language
from jiyao.problems import Problem
from jiyao.records.load import load_office, load_records
from jiyao.views.english_minutes import EnglishMinutesView, english_minutes_notes, english_minutes_view
from jiyao.views.fragments import Role

OFFICE = """
name: {zh: 示例局, en: Shili Bureau}
people:
  - {id: zhang, name: 张三, posts: [{title: {zh: 局长, en: Director}}]}
  - {id: li, name: 李四}
  - {id: ouyang, name: 欧阳文博}
organisations:
  - {id: safety, name: {zh: 安全科, en: Safety Section}}
  - {id: finance, name: {zh: 财务科, en: Finance Section}}
"""
RECORD = """
title: {zh: 安全生产会议, en: Special Meeting on Work Safety}
held: {start: 2023-03-06 15:00, end: '16:30'}
"""


def view_of(more: str = "", record: str = RECORD) -> EnglishMinutesView:
    view = made_of(more, record)
    assert isinstance(view, EnglishMinutesView), view
    return view


def made_of(more: str, record: str = RECORD) -> EnglishMinutesView | tuple[Problem, ...]:
    office = load_office(OFFICE.encode(), "office.yaml")[0]
    assert office
    (loaded,) = load_records((record + more).encode(), "meeting.yaml", office)
    assert loaded.meeting, loaded.problems
    return english_minutes_view(loaded.meeting, office)


def lines(view: EnglishMinutesView) -> list[str]:
    return [paragraph.text for paragraph in view.body]


def facts(view: EnglishMinutesView) -> list[str]:
    return [each.label + "".join(run.text for run in each.runs) for each in view.facts]


def test_the_title_says_which_meeting_and_is_never_of_just_any_meeting() -> None:
    assert "".join(run.text for run in view_of().title) == "Minutes of the Special Meeting on Work Safety"
    enlarged = view_of("series: {number: 3, year: 2023, enlarged: true}\n")
    assert "".join(run.text for run in enlarged.title) == (
        "Minutes of the third Special Meeting on Work Safety of 2023, an enlarged meeting"
    )


def test_who_was_there_stands_under_the_word_for_how_and_whoever_was_away_under_apologies() -> None:
    there = """
chair: zhang
attendees:
  - zhang
  - {person: li, status: leave, reason: {zh: 出差, en: Away on business}}
  - {person: ouyang, status: proxy, proxy: zhang}
  - {group: {zh: 各科室负责人, en: heads of all sections}, count: 12, attend_as: observe}
"""
    assert facts(view_of(there)) == [
        "Date: March 6, 2023, 3 p.m. to 4:30 p.m.",
        "Chair: Zhang San, Director of the Shili Bureau",
        "Present: Zhang San",
        "Apologies: Li Si (Away on business); Ouyang Wenbo (represented by Zhang San)",
        "In attendance: Heads of all sections (12 people)",
    ]


def test_a_decision_says_who_acts_with_whom_and_by_when() -> None:
    decided = """
decisions:
  - text: {zh: 检查所有站点, en: to inspect all stations}
    responsible: [safety]
    supporting: [finance]
    lead_official: [li]
    due: 2023-03-17
"""
    assert lines(view_of(decided)) == [
        "Resolved: The meeting decided to inspect all stations.",
        "Action: the Safety Section, with the Finance Section; led by Li Si; by March 17, 2023.",
    ]


@pytest.mark.parametrize(
    ("result", "text", "printed"),
    [
        ("deferred", "The plan waits for the survey.", " (Deferred.)"),
        ("deferred", "The plan was put off until May.", ""),
        ("rejected", "The offer was rejected.", ""),
        ("rejected", "The offer is too dear.", " (Not approved.)"),
        ("adopted", "The plan starts in May.", ""),
    ],
)
def test_a_result_that_the_text_does_not_say_stands_behind_it(result: str, text: str, printed: str) -> None:
    decision = f"decisions: [{{result: {result}, text: {{zh: 方案, en: '{text}'}}}}]\n"
    (line,) = lines(view_of(decision))
    assert line.endswith(")") == bool(printed)
    assert line.endswith(printed)


def test_a_vote_is_printed_where_the_record_says_so() -> None:
    voted = """
decisions:
  - text: {zh: 方案, en: The plan was adopted.}
    vote: {method: show-of-hands, entitled: 7, for: 6, against: 0, abstain: 1, print: true}
"""
    assert lines(view_of(voted))[1] == "Vote: by show of hands: 7 entitled to vote, 6 for, 0 against, 1 abstaining."
    assert len(lines(view_of(voted.replace("print: true", "print: false")))) == 1


def test_items_stand_under_numbered_headings_with_who_recused_themselves() -> None:
    agenda = """
agenda:
  - {title: {zh: 甲事项, en: Budget}, first_topic: true, reporter: [li]}
  - {title: {zh: 乙事项, en: Lease}, recused: [zhang]}
"""
    view = view_of(agenda)
    headings = [each.text for each in view.body if each.role is Role.HEADING_1]
    assert headings == ["1. First topic: Budget", "2. Lease"]
    assert "The meeting heard a report by Li Si." in lines(view)
    assert any(each.endswith("took no part in this item, being recused.") for each in lines(view))


def test_a_rewritten_opening_is_printed_in_place_of_the_programs_own() -> None:
    purpose = "purpose: {zh: 为备汛，, en: to prepare for floods}\n"
    assert lines(view_of(purpose)) == ["The meeting aimed to prepare for floods."]
    assert lines(view_of(purpose + "wording: {minutes.opening: {en: The bureau met again.}}\n")) == [
        "The bureau met again."
    ]


def test_the_close_says_when_and_what_is_attached() -> None:
    view = view_of("attachments: [{zh: 甲, en: List of stations}, {zh: 乙, en: Form}]\n")
    assert [each.text for each in view.close] == [
        "The meeting closed at 4:30 p.m.",
        "Attachments: 1. List of stations",
        "2. Form",
    ]


def test_what_is_unknown_is_left_out_with_its_label() -> None:
    view = view_of(record="title: {zh: 例会, en: Regular Meeting}\n")
    assert (view.facts, view.issue, view.body, view.close, view.notes) == ((), (), (), (), ())


def test_a_required_text_without_english_keeps_the_minutes_from_being_made() -> None:
    problems = made_of("decisions: [检查所有站点]\n")
    assert isinstance(problems, tuple)
    assert [(each.code, each.place.line) for each in problems] == [("D101", 4)]
    assert problems[0].hint
    assert "{zh: 检查所有站点, en: …}" in str(problems[0].hint)


def test_somebody_who_was_away_needs_an_english_name_too() -> None:
    problems = made_of("attendees: [{name: 阿依努尔·沙比提, status: leave}]\n")
    assert isinstance(problems, tuple)
    assert [each.code for each in problems] == ["E106"]


def test_a_reason_without_english_is_left_out_with_a_note() -> None:
    more = "attendees: [{person: li, status: leave, reason: 出差}]\n"
    assert facts(view_of(more))[-1] == "Apologies: Li Si"
    office = load_office(OFFICE.encode(), "office.yaml")[0]
    assert office
    (loaded,) = load_records((RECORD + more).encode(), "meeting.yaml", office)
    assert loaded.meeting
    assert [each.code for each in english_minutes_notes(loaded.meeting, office)] == ["D102"]


def test_secret_minutes_say_so_above_all_else() -> None:
    view = view_of("issue: {stage: draft, secrecy: {level: secret, period: 5年, copy_number: '000012'}}\n")
    assert view.stage == "Draft"
    assert [each.label + each.runs[0].text for each in view.issue] == [
        "Copy no. 000012",
        "Classification: Secret (five years)",
    ]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("5", "No. 5"),
        ("第5期", "No. 5"),
        ("总第108期", "No. 108"),
        ("〔2023〕5号", "No. 5 [2023]"),
        ("示应急纪〔2023〕5号", "No. 5 [2023]"),
        ("SME 5/2023", "SME 5/2023"),
    ],
)
def test_the_number_of_the_issue_is_said_in_english(number: str, said: str) -> None:
    (label,) = view_of(f"issue: {{number: '{number}'}}\n").issue
    assert label.runs[0].text == said


@pytest.mark.parametrize("issue", ["{number: 第五期}", "{secrecy: {level: confidential, period: 至来年}}"])
def test_what_cannot_be_said_in_english_is_never_lost(issue: str) -> None:
    problems = made_of(f"issue: {issue}\n")
    assert isinstance(problems, tuple)
    assert [each.code for each in problems] == ["D107"]


def test_the_hosts_are_named_where_they_are_others_than_the_office() -> None:
    hosts = "hosts: [{organisation: safety}, {organisation: finance}]\n"
    assert "Held by: The Safety Section and the Finance Section" in facts(view_of(hosts))
    assert "Held by" not in str(facts(view_of("hosts: 示例局\n")))


def test_members_are_counted_where_the_meeting_votes() -> None:
    members = "kind: party-group\nchair: zhang\nattendees: [zhang, ouyang, {person: li, status: leave}]\n"
    assert "Members: 2 of 3 present" in facts(view_of(members))
    assert "Members" not in str(facts(view_of(members.replace("kind: party-group\n", ""))))


def test_three_who_lead_a_matter_are_named_in_a_row() -> None:
    decided = "decisions: [{text: {zh: 检查, en: to inspect}, lead_official: [zhang, li, ouyang]}]\n"
    assert lines(view_of(decided))[-1] == "Action: led by Zhang San, Li Si and Ouyang Wenbo."


def test_a_rewritten_opening_is_checked_against_the_record() -> None:
    more = "wording: {minutes.opening: {en: 'The bureau met on March 7, 2023.'}}\n"
    office = load_office(OFFICE.encode(), "office.yaml")[0]
    assert office
    (loaded,) = load_records((RECORD + more).encode(), "meeting.yaml", office)
    assert loaded.meeting
    assert [each.code for each in english_minutes_notes(loaded.meeting, office)] == ["D106"]


def test_every_run_of_the_page_is_english() -> None:
    view = view_of("chair: zhang\ndecisions: [{text: {zh: 检查, en: to inspect all stations}}]\n")
    runs = [*view.office, *view.title, *(run for each in (*view.body, *view.close) for run in each.runs)]
    assert {run.language for run in runs} == {Language.EN}
