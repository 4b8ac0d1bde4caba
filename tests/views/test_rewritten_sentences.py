"""Sentences that somebody has rewritten stay as they are, and what they say against the record is told."""

from __future__ import annotations

import pytest

from jiyao.languages.text import Language
from jiyao.problems import Problem, Severity
from jiyao.views.minutes_notes import minutes_notes
from jiyao.views.release.notes import notes
from wording import record_of

OFFICE = """
    name: {zh: 示例市应急管理局, en: Shili Municipal Emergency Management Bureau}
    people:
      - id: chen
        name: {zh: 陈玲, en: Chen Ling}
        posts: [{zh: 党组书记, en: Secretary of the Party Leadership Group}, {zh: 局长, en: Director}]
      - {id: gao, name: {zh: 高敏, en: Gao Min}, posts: {zh: 副局长, en: Deputy Director}}
"""
RECORD = """
    title: {zh: 防汛例会, en: flood control meeting}
    held: 2023-03-06 15:00
    chair: chen
    attendees: [{person: gao, acts: [speak]}, {group: {zh: 企业负责人, en: heads of enterprises}, count: 30余人}]
    requirements: [{text: {zh: 3月17日前完成自查。, en: finish the inspection by March 17.}, frame: to}]
"""


def record(sentence: str, language: Language, text: str) -> tuple[Problem, ...]:
    """What is said of the record with one sentence rewritten in one language."""
    written = f"{RECORD}    wording:\n      {sentence}:\n        {language}: |-\n          {text}\n"
    found = record_of(written, OFFICE)
    assert found.meeting is not None, found.problems
    assert found.is_usable, found.problems
    said = minutes_notes if sentence.startswith("minutes") else None
    told = said(found.meeting, found.office) if said else notes(found.meeting, found.office, language)
    return tuple(each for each in told if each.code == "D106")


ZH, EN = Language.ZH, Language.EN
LEAD, ATTENDANCE, OPENING = "release.lead", "release.attendance", "minutes.opening"


@pytest.mark.parametrize(
    ("sentence", "language", "text"),
    [
        (LEAD, ZH, "3月6日下午，示例市应急管理局召开防汛例会，部署汛期工作。"),
        (LEAD, EN, "The bureau held its flood control meeting on the afternoon of March 6, 2023."),
        (ATTENDANCE, ZH, "党组书记、局长陈玲主持会议，副局长高敏讲话，30余名企业负责人参加。"),
        (ATTENDANCE, EN, "Chen Ling, Secretary of the Party Leadership Group and Director, chaired the meeting."),
        (OPENING, ZH, "2023年3月6日15时，陈玲主持召开防汛例会。现将会议主要内容纪要如下："),
    ],
)
def test_a_sentence_that_says_what_the_record_says_is_nobodys_concern(
    sentence: str, language: Language, text: str
) -> None:
    assert record(sentence, language, text) == ()


@pytest.mark.parametrize(
    ("sentence", "language", "text", "wrong"),
    [
        (LEAD, ZH, "3月16日下午，示例市应急管理局召开防汛例会。", "3月16日"),
        (LEAD, EN, "The bureau held its flood control meeting on March 8.", "March 8"),
        # In the record, but not the day of the meeting.
        (LEAD, ZH, "3月17日，示例市应急管理局召开防汛例会。", "3月17日"),
        (LEAD, EN, "The bureau held its flood control meeting on March 17.", "March 17"),
        (ATTENDANCE, ZH, "陈玲主持会议，高敏讲话，50余名企业负责人参加会议。", "50余名"),
        (ATTENDANCE, EN, "Chen Ling chaired the meeting. Gao Min spoke to more than 50 heads.", "more than 50"),
        (ATTENDANCE, ZH, "陈林主持会议，高敏讲话，企业负责人参加会议。", "陈林"),
        (ATTENDANCE, EN, "Chen Lin chaired the meeting. Gao Min delivered a speech.", "Chen Lin"),
        (ATTENDANCE, ZH, "副局长陈玲主持会议，高敏讲话。", "副局长"),
        (ATTENDANCE, EN, "Chen Ling, Deputy Director, chaired the meeting. Gao Min spoke.", "Deputy Director"),
        (OPENING, ZH, "2023年3月9日，陈玲主持召开防汛例会。", "2023年3月9日"),
    ],
)
def test_what_it_says_against_the_record_is_a_warning_at_its_text(
    sentence: str, language: Language, text: str, wrong: str
) -> None:
    (problem,) = record(sentence, language, text)
    assert wrong in str(problem.message)
    assert problem.severity is Severity.WARNING
    assert problem.place.line == 9


AWAY = """
    title: 防汛例会
    held: 2023-03-06 15:00
    chair: chen
    access: {level: internal, hide: HIDDEN}
    on_leave: [{person: gao, reason: 生病住院}]
    decisions: [{text: 同意采购。, vote: {for: 5, against: 1}}]
    wording: {release.lead: TEXT}
"""


@pytest.mark.parametrize(
    ("hidden", "text", "words"),
    [
        ("[]", "防汛例会召开，高敏请假。", "高敏"),
        ("[]", "会议以5票赞成、1票反对作出决定。", "`5`"),
        ("[chair]", "陈玲主持召开防汛例会。", "陈玲"),
        ("[time]", "3月6日，防汛例会召开。", "3月6日"),
        ("[]", "2022年3月6日下午，防汛例会召开。", "2022年3月6日"),
    ],
)
def test_what_a_release_may_not_say_is_told_where_somebody_writes_it_by_hand(
    hidden: str, text: str, words: str
) -> None:
    found = record_of(AWAY.replace("HIDDEN", hidden).replace("TEXT", text), OFFICE)
    assert found.meeting is not None, found.problems
    said = [str(each.message) for each in notes(found.meeting, found.office, ZH) if each.code == "D106"]
    assert [each for each in said if words in each], said
