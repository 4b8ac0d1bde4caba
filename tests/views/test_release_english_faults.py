"""Family E: English that does not fit the sentence it would stand in."""

from __future__ import annotations

import pytest

from english import problems_of

OFFICE = "name: {zh: 市局, en: Bureau}\norganisations: [{zh: 办公室, en: General Office}]"


def codes(frame: str, text: str) -> list[str]:
    fields = f"requirements:\n  - text: {{zh: 要, en: '{text}'}}\n    frame: {frame}\n"
    return [f"{each.code} {each.place.line}:{each.place.column}" for each in problems_of(fields, OFFICE)]


@pytest.mark.parametrize(
    ("frame", "text", "found"),
    [
        ("to", "all departments should integrate the results.", ["E101 3:40"]),
        ("to", "General Office shall lead.", ["E101 3:39"]),
        ("to", "should integrate the results.", ["E101 3:24"]),
        ("to", "all departments to should integrate.", ["E101 3:43"]),
        ("that", "that duties must be clear.", ["E102 3:24"]),
        ("gerund", "make checks.", ["E103 3:24"]),
        ("gerund", "bring them in.", ["E103 3:24"]),
        ("verbatim", "make checks.", ["E104 3:24"]),
        ("verbatim", "Make checks", ["E104 3:24"]),
        ("to", "making checks.", ["E105 3:24"]),
        ("to", "all departments integrate the results.", ["E105 3:24"]),
    ],
)
def test_a_text_that_does_not_fit_its_frame_is_located(frame: str, text: str, found: list[str]) -> None:
    assert codes(frame, text) == found


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        ("to", "check the staff on duty."),
        ("to", "to check the staff."),
        ("to", "all departments to decide what must be done."),
        ("to", "General Office to lead."),
        ("to", "check what should be done."),
        ("that", "duties must be clear."),
        ("gerund", "making checks."),
        ("gerund", "promptly making checks."),
        ("verbatim", "Make checks. Then stop."),
        ("verbatim", "“Make checks.”"),
        ("verbatim", "Three things come first:"),
        ("that", "The meeting stressed that all is well."),
        ("~", "all departments to integrate the results"),
    ],
)
def test_a_text_that_fits_is_silent(frame: str, text: str) -> None:
    assert codes(frame, text) == []


def test_a_name_that_nobody_can_spell_is_located_once() -> None:
    fields = """
        title: {zh: 例会, en: meeting}
        chair: 阿依努尔·沙比提
        attendees: [张三, 阿依努尔·沙比提, {person: 买买提·艾力, status: leave}]
    """
    (problem,) = problems_of(fields)
    assert str(problem) == (
        "a.yaml:2:8: error E106: 阿依努尔·沙比提 has no English name\n  hint: write its English, or its `pinyin`"
    )


def test_a_party_group_keeps_the_english_that_its_office_gives_it() -> None:
    office = f"{OFFICE}\npeople: [{{name: {{zh: 程立新}}, posts: {{en: Member of the Party Leadership Group}}}}]"
    fields = """
        title: {en: Meeting of the Party Leadership Group}
        statements: [{text: {en: the leading Party members group did well.}}]
    """
    (problem,) = problems_of(fields, office)
    assert (problem.code, problem.severity, problem.place.line, problem.place.column) == ("E108", "warning", 2, 30)
    assert str(problem.message) == "`leading Party members group` is not the office's `Party Leadership Group`"
    assert problems_of(fields.replace("leading Party members", "Party Leadership"), office) == ()


def test_a_dateline_that_the_house_style_does_not_print_is_noted() -> None:
    fields = "publication: {dateline: {place: {en: Beijing}, agency: {en: Xinhua}}}"
    (problem,) = problems_of(fields)
    assert (problem.code, problem.severity) == ("E107", "note")
    assert problems_of(fields, style="xinhua") == ()
