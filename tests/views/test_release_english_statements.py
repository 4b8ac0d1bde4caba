"""What was conveyed, said, required and resolved, in English."""

from __future__ import annotations

import json

import pytest

from english import paragraphs_of, part_of
from jiyao.languages.text import Language


def said(verb: str, frame: str, text: str, style: str = "spp") -> str:
    fields = f"statements: [{{verb: {verb}, frame: {frame}, text: {{en: {json.dumps(text)}}}}}]"
    (paragraph,) = part_of("statements", fields, style=style)
    return paragraph


@pytest.mark.parametrize(
    ("verb", "that", "verbatim"),
    [
        ("consider", "held that", "concluded"),
        ("point-out", "pointed out that", "pointed out"),
        ("emphasise", "stressed that", "stressed"),
        ("require", "made it clear that", "urged"),
        ("clarify", "specified that", "specified"),
        ("note", "mentioned that", "mentioned"),
        ("propose", "proposed that", "proposed"),
        ("call-on", "made it clear that", "urged"),
        ("hope", "hoped that", "hoped"),
        ("express", "said that", "said"),
        ("suggest", "suggested that", "suggested"),
    ],
)
def test_each_verb_joins_a_clause_and_whole_sentences(verb: str, that: str, verbatim: str) -> None:
    assert said(verb, "that", "work must be safe.") == f"The meeting {that} work must be safe."
    assert said(verb, "verbatim", "Work must be safe. So it is.") == (
        f"Work must be safe, the meeting {verbatim}. So it is."
    )


@pytest.mark.parametrize(
    ("verb", "to", "whom", "gerund"),
    [
        ("consider", "considered it necessary to", "considered it necessary for", "saw the importance of"),
        ("point-out", "pointed out the need to", "pointed out the need for", "pointed out the importance of"),
        ("emphasise", "stressed the need to", "stressed the need for", "stressed the importance of"),
        ("require", "called for efforts to", "urged", "called for"),
        ("clarify", "made clear the need to", "made clear the need for", "provided for"),
        ("note", "mentioned the need to", "mentioned the need for", "mentioned the importance of"),
        ("propose", "proposed efforts to", "put forward the need for", "proposed"),
        ("call-on", "called for efforts to", "called on", "called for"),
        ("hope", "expressed the hope to", "encouraged", "expressed the hope of"),
        ("express", "pledged to", "expressed the wish for", "expressed commitment to"),
        ("suggest", "suggested efforts to", "advised", "suggested"),
    ],
)
def test_each_verb_joins_what_is_to_be_done_and_by_whom(verb: str, to: str, whom: str, gerund: str) -> None:
    assert said(verb, "to", "check the sites") == f"The meeting {to} check the sites."
    assert said(verb, "to", "all departments to check the sites") == (
        f"The meeting {whom} all departments to check the sites."
    )
    assert said(verb, "gerund", "checking the sites") == f"The meeting {gerund} checking the sites."


@pytest.mark.parametrize(
    ("verb", "frame", "text", "sentence"),
    [
        ("point-out", "that", "work is safe.", "It was noted at the meeting that work is safe."),
        ("note", "verbatim", "Work is safe.", "Work is safe, according to the meeting."),
        ("consider", "that", "work is safe.", "It was acknowledged at the meeting that work is safe."),
        ("emphasise", "that", "work is safe.", "The meeting stressed that work is safe."),
        ("require", "to", "check the sites.", "The meeting urged efforts to check the sites."),
        ("require", "that", "work must be safe.", "It was made clear at the meeting that work must be safe."),
    ],
)
def test_the_agency_words_it_in_its_own_way(verb: str, frame: str, text: str, sentence: str) -> None:
    assert said(verb, frame, text, "xinhua") == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Work is safe.", "Work is safe, the meeting urged."),
        ("to check the sites", "The meeting called for efforts to check the sites."),
        ("To check the sites.", "To check the sites, the meeting urged."),
        ("checking the sites", "The meeting called for checking the sites."),
        ("all departments to check the sites", "The meeting urged all departments to check the sites."),
        (
            "all departments must check the sites",
            "The meeting made it clear that all departments must check the sites.",
        ),
        ("the draft aims to be clear", "The meeting made it clear that the draft aims to be clear."),
    ],
)
def test_without_a_frame_the_text_shows_its_own_form(text: str, sentence: str) -> None:
    assert said("require", "~", text) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("No. 9 was read. It is long.", "No. 9 was read, the meeting pointed out. It is long."),
        (
            "It began at 3 p.m. in Beijing. All came.",
            "It began at 3 p.m. in Beijing, the meeting pointed out. All came.",
        ),
        ("“Safety first.” That is all.", "“Safety first,” the meeting pointed out. That is all."),
        ("Why did it happen? It rained.", "The meeting pointed out the following: Why did it happen? It rained."),
        ("Work grew 3.5 percent. Good.", "Work grew 3.5 percent, the meeting pointed out. Good."),
    ],
)
def test_the_attribution_follows_the_first_sentence(text: str, sentence: str) -> None:
    assert said("point-out", "verbatim", text) == sentence


@pytest.mark.parametrize(
    "text",
    [
        "The meeting pointed out that work is safe.",
        "It was noted at the meeting that work is safe.",
        "Work is safe, the meeting noted.",
    ],
)
def test_a_text_that_says_who_speaks_says_it_once(text: str) -> None:
    assert said("point-out", "~", text) == text


def test_the_same_speaker_goes_on_with_also() -> None:
    fields = """
        statements:
          - {verb: emphasise, text: {en: work is safe.}}
          - {verb: emphasise, text: {en: Work is fast.}}
          - {verb: point-out, text: {en: work is good.}}
          - {verb: point-out, text: {en: work is fine.}}
    """
    assert part_of("statements", fields) == [
        "The meeting stressed that work is safe.",
        "Work is fast, the meeting also stressed.",
        "The meeting pointed out that work is good.",
        "The meeting also pointed out that work is fine.",
    ]


def test_the_items_of_a_statement_are_numbered_below_it() -> None:
    fields = "statements: [{text: {en: 'sites come first:'}, items: [{en: before the rain}, {en: After the rain.}]}]"
    assert part_of("statements", fields) == [
        "The meeting pointed out that sites come first:",
        "1. Before the rain.",
        "2. After the rain.",
    ]


def test_a_few_requirements_share_a_paragraph_and_nobody_is_said_to_require() -> None:
    fields = """
        requirements:
          - {text: {en: all departments to check the sites}, frame: to}
          - {text: {en: list them.}, frame: to}
          - {text: {en: All should report.}}
    """
    assert part_of("requirements", fields) == [
        (
            "The meeting urged all departments to check the sites. It also called for efforts to list them. "
            "All should report, the meeting urged."
        )
    ]


def test_many_requirements_are_a_list() -> None:
    texts = ", ".join(f"{{text: {{en: check site {name}}}, frame: to}}" for name in "ABCD")
    assert part_of("requirements", f"requirements: [{texts}]") == [
        "The meeting set out the following requirements:",
        *[f"{number}. Check site {name}." for number, name in enumerate("ABCD", start=1)],
    ]


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        ("{en: The plan was approved.}", "The plan was approved."),
        ("{en: The board approved the plan.}", "The board approved the plan."),
        ("{en: Two pumps will be lent. One stays.}", "Two pumps will be lent, the meeting decided. One stays."),
        ("{en: 'Measures (Draft):'}", "The meeting decided the following: Measures (Draft):"),
        ("{en: set up a team.}", "The meeting decided to set up a team."),
        ("{en: to set up a team}", "The meeting decided to set up a team."),
        ("{en: the owners bear no costs}", "The meeting decided that the owners bear no costs."),
        ("{en: setting up a team}", "The meeting decided on setting up a team."),
    ],
)
def test_a_decision_stands_as_it_is_or_is_what_the_meeting_decided(decision: str, sentence: str) -> None:
    assert part_of("decisions", f"decisions: [{{text: {decision}}}]") == [sentence]


@pytest.mark.parametrize(
    ("result", "alone", "listed"),
    [
        ("adopted", "The meeting approved the Work Plan.", "was approved"),
        ("approved-in-principle", "The meeting approved in principle the Work Plan.", "was approved in principle"),
        ("noted", "The meeting took note of the Work Plan.", "was noted"),
        ("deferred", "The meeting decided to defer the Work Plan.", "was deferred"),
        ("rejected", "The meeting did not approve the Work Plan.", "was not approved"),
        (
            "submitted",
            "The meeting decided to submit for further review the Work Plan.",
            "was submitted for further review",
        ),
    ],
)
def test_a_matter_that_is_only_named_gets_its_result(result: str, alone: str, listed: str) -> None:
    matter = f"{{text: {{en: Work Plan}}, result: {result}}}"
    assert part_of("decisions", f"decisions: [{matter}]") == [alone]
    several = part_of("decisions", f"decisions: [{matter}, {{text: {{en: Rules were adopted.}}}}]")
    assert several == [
        "The meeting made the following decisions:",
        f"1. The Work Plan {listed}.",
        "2. Rules were adopted.",
    ]


def test_conditions_go_on_behind_a_comma_and_votes_and_units_are_nobodys_business() -> None:
    fields = """
        decisions:
          - text: {en: The plan was approved.}
            conditions: {en: subject to consultation}
            vote: {for: 9, against: 1}
            responsible: {en: General Office}
            due: 2023-07-01
    """
    assert part_of("decisions", fields) == ["The plan was approved, subject to consultation."]


NOTICE = "title: {zh: 《通知》, en: Notice on Safety}, number: 省安委〔2023〕9号, date: 2023-06-02"
PLAN = "title: {en: Work Plan}, form: document"
PRINCIPLES = "title: {en: guiding principles of the conference}, form: conference"


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (
            f"{NOTICE}, issuer: {{en: Safety Committee}}",
            "was briefed on and studied the “Notice on Safety” (No. 9 [2023]), issued by the Safety Committee.",
        ),
        (PLAN, "was briefed on and studied the “Work Plan.”"),
        (f"{PLAN}, number: 市政府令第12号, act: circulate", "circulated the “Work Plan” (No. 12)."),
        (f"{PLAN}, number: 无号, date: 2023-06-02, act: study", "studied the “Work Plan” (June 2, 2023)."),
        ("title: {en: Work Plan}, act: study", "studied the Work Plan."),
        ("title: {en: the speech by the mayor}, form: speech, act: study", "studied the speech by the mayor."),
        (f"{PRINCIPLES}, act: convey", "was briefed on the guiding principles of the conference."),
        ("title: {en: report on safety}, act: hear", "heard a report on safety."),
        ("title: {en: a serious accident}, act: brief", "was informed of a serious accident."),
    ],
)
def test_documents_stand_in_quotation_marks_with_number_issuer_and_day(item: str, told: str) -> None:
    assert part_of("conveyed", f"conveyed: [{{{item}}}]") == [f"The meeting {told}"]


def test_who_conveyed_or_led_the_study_is_named() -> None:
    conveyed = (
        f"conveyed: [{{{PLAN}, act: lead-study, by: {{name: {{zh: 丁浩}}}}}}, {{{PRINCIPLES}, act: convey, by: 丁浩}}]"
    )
    assert part_of("conveyed", conveyed) == [
        "Ding Hao led the study of the “Work Plan.”",
        "Ding briefed the meeting on the guiding principles of the conference.",
    ]


def test_a_few_conveyed_items_are_prose_and_more_are_a_list() -> None:
    titles = [f"{{title: {{en: Plan {name}}}, form: document, act: study}}" for name in "ABCD"]
    assert part_of("conveyed", f"conveyed: [{', '.join(titles[:3])}]") == [
        "The meeting studied the “Plan A,” the “Plan B,” and the “Plan C.”"
    ]
    assert part_of("conveyed", f"conveyed: [{', '.join(titles)}]") == [
        "The meeting studied the following:",
        *[f"{number}. The “Plan {name}.”" for number, name in enumerate("ABCD", start=1)],
    ]


def test_who_reported_on_an_item_of_the_agenda_is_told() -> None:
    fields = "agenda: [{title: {en: Purchase of supplies}, reporter: {name: {zh: 薛磊}}}]"
    assert part_of("agenda.1.report", fields) == ["Xue Lei reported on the agenda item “Purchase of supplies.”"]


@pytest.mark.parametrize(
    ("frame", "text", "source"),
    [
        ("verbatim", "Work is safe. It stays so.", "Work is safe It stays so."),
        ("that", "The draft is clear.", "the draft is clear."),
        ("to", "Check the sites.", "check the sites."),
    ],
)
def test_every_piece_of_a_text_is_bound_to_its_place_in_the_record(frame: str, text: str, source: str) -> None:
    (paragraph,) = paragraphs_of(f"statements: [{{frame: {frame}, text: {{en: {text}}}}}]")[1:]
    bound = [run for run in paragraph.runs if run.source == "statements[0].text.en"]
    assert "".join(run.text for run in bound) == source
    assert {run.language for run in paragraph.runs} == {Language.EN}
