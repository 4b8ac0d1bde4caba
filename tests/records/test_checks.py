"""What can be wrong between fields: each rule once at its place, and what comes near it and is not."""

from __future__ import annotations

import pytest

from jiyao.problems import rules_of
from jiyao.records import checks
from recording import problem, problems

OFFICE = """\
name: 局
people:
  - {id: zhang-san, name: 张三}
  - {id: zhang-wei, name: 张伟, posts: {title: 局长, to: 2023-01-31}}
kinds:
  - {key: study-en, name: {en: Study session}, results: noted}
"""

WRONG = [
    ("R201", "held: 2023-03-06 15:00-14:00", "2:7"),
    ("R201", "held: 2023-03-06 15:00-15:00", "2:7"),
    ("R201", "held: 2023-03-06至2023-03-05", "2:7"),
    ("R201", "held: {start: 2023-03-06 15:00, end: 2023-03-06 14:00}", "2:15"),
    ("R202", "held: 2023-03-06\ndecisions: [{text: 同意。, due: 2022-03-17}]", "3:30"),
    ("R202", "held: 2023-03-06\nagenda: [{requirements: [{text: 自查。, due: {date: 2023-03-05}}]}]", "3:43"),
    ("R202", "held: 2023年3月6日至8日\nrequirements: [{text: 自查。, due: 2023-03-07}]", "3:33"),
    ("R203", "decisions: [{text: 同意。, vote: {entitled: 9, for: 8, abstain: 2}}]", "2:31"),
    ("R204", "kind: 党组会\nattendees: [张三]\non_leave: [李四, 王五]", "3:13"),
    ("R204", "kind: 董事会\nattendees: [张三]\nexpected: 2", "3:13"),
    ("R205", "attendees: [张三, 李四, 李四]", "2:21"),
    ("R205", "attendees: [张三]\non_leave: [zhang-san]", "3:12"),
    ("R205", "observers: [李四]\nabsent: [{name: 李四, posts: 主任}]", "3:10"),
    ("R206", "chair: 张三\non_leave: [zhang-san]", "2:8"),
    ("R206", "chair: 李四\nattendees: [{person: 李四, status: 委托}]", "2:8"),
    ("R217", "chair: 张三\nattendees: [李四, 各科室负责人]", "2:8"),
    ("R218", "decisions: [{text: 同意采购, result: 暂缓}]", "2:13"),
    ("R219", "statements: [{text: '会议强调，要落实。', verb: 指出}]", "2:14"),
    ("R220", "unverified: [title]", "1:1"),
    ("R207", "expected: 2\nattendees: [张三, 李四]\nabsent: [王五]", "2:11"),
    ("R207", "expected: 30\nattendees: [{group: 群众, count: 40余人}]", "2:11"),
    ("R208", "agenda:\n  - {number: 1, title: 一}\n  - {number: 1, title: 二}", "4:5"),
    ("R209", "agenda:\n  - 一\n  - {title: 二, first_topic: 是}", "4:5"),
    ("R210", "kind: 座谈会\ndecisions: [同意。]", "3:13"),
    ("R210", "kind: 学习会\ndecisions: [{text: 同意。, result: adopted}]", "3:13"),
    ("R211", "issue: {stage: issued}", "2:8"),
    ("R211", "held: 2023-03-06\nissue: {issued_on: 2023-03-05}", "3:8"),
    ("R212", "issue: {secrecy: 机密}", "2:18"),
    ("R212", "issue: {secrecy: {level: top-secret, period: 10年}}", "2:18"),
    ("R213", "held: 2023-03-06\nattendees: [张伟]", "3:13"),
    ("R214", "held: 2023-03-06\ndecisions: [{text: 同意。, closed: {on: 2023-03-05}}]", "3:13"),
    ("R214", "requirements: [{text: 自查。, status: 在办, closed: {by: 张三}}]", "2:16"),
    ("R215", "unplaced: [一句话]", "2:12"),
    ("R230", "publication: {photos: [{file: a.jpg}]}", "2:31"),
    ("R216", "wording: {minutes.closing: 会议结束。}", "2:28"),
]


@pytest.mark.parametrize(("code", "text", "place"), WRONG)
def test_a_contradiction_is_reported_once_at_its_place(code: str, text: str, place: str) -> None:
    assert problems(f"title: 会\n{text}\n", OFFICE) == [f"{place} {code}"]


def test_every_check_has_found_something() -> None:
    assert {code for code, *_ in WRONG} == set(rules_of(checks))


def test_every_rule_of_the_module_is_applied_to_every_meeting() -> None:
    assert {each.rule.code for each in checks.MEETING_CHECKS} == set(rules_of(checks))


@pytest.mark.parametrize(
    "text",
    [
        "wording: {release.lead: 会议召开。, release.agenda.2.conveyed.1: 会议传达了精神。}",
        "held: 2023-03-06 15:00-15:01",
        "held: 2023年3月6日22时至7日1时",
        "held: 2023-03-06至2023-03-06",
        "held: {shown: 近日}",
        "held: 2023-03-06\ndecisions: [{text: 同意。, due: 2023-03-06}]",
        "held: 2023年3月6日至8日\nrequirements: [{text: 自查。, due: 2023-03-08}]",
        "decisions: [{text: 同意。, due: 2022-03-17}]",
        "decisions: [{text: 同意。, vote: {entitled: 9, for: 8, abstain: 1}}]",
        "decisions: [{text: 同意。, vote: {for: 8, against: 9}}]",
        "kind: 党组会\nattendees: [张三]\non_leave: [李四]",
        "kind: 党组会\nattendees: [张三, 各科室负责人]\non_leave: [李四, 王五]",
        "kind: 党组会\nobservers: [张三]",
        "kind: 办公会\nattendees: [张三]\non_leave: [李四, 王五]",
        "attendees: [张三]\non_leave: [李四]",
        "attendees: [各科室负责人, 各科室负责人]",
        "attendees: [{id: li-1, name: 李四}, {id: li-2, name: 李四}]",
        "chair: 张三\nattendees: [张三]\non_leave: [李四]",
        "chair: 张三\nattendees: [各科室负责人]",
        "chair: 张三\nobservers: [李四]",
        "expected: 3\nattendees: [张三, 李四]\nabsent: [王五]",
        "expected: 2\nattendees: [张三, 各科室负责人]\nabsent: [王五]",
        "expected: 2\nattendees: [张三, 李四]\nobservers: [王五]",
        "expected: 2人以上\nattendees: [张三, 李四, 王五]",
        "agenda: [{number: 1, title: 一}, {number: 2, title: 二}, {title: 三}, {title: 四}]",
        "agenda: [{title: 一, first_topic: 是}, {title: 二, first_topic: 否}]",
        "kind: 座谈会\nstatements: [{text: 一}]",
        "kind: 学习会\ndecisions: [{text: 听取汇报。, result: noted}]",
        "kind: 办公会\ndecisions: [{text: 同意。, result: adopted}]",
        "decisions: [{text: 同意。, result: adopted}]",
        "issue: {stage: issued, issued_on: 2023-03-09}",
        "issue: {stage: signed}",
        "held: 2023-03-06\nissue: {issued_on: 2023-03-06}",
        "issue: {secrecy: 秘密}",
        "issue: {secrecy: {level: 机密, copy_number: '000001'}}",
        "held: 2023-01-31\nattendees: [张伟]",
        "held: 2023-03-06\non_leave: [张伟]",
        "attendees: [张伟]",
        "held: 2023-03-06\ndecisions: [{text: 同意。, status: done, closed: {on: 2023-03-06}}]",
        "decisions: [{text: 同意。, status: 在办}]",
        "unplaced: []",
        "wording: {minutes.opening: 会议开始。}",
    ],
)
def test_what_comes_near_a_contradiction_is_none(text: str) -> None:
    assert problems(f"title: 会\n{text}\n", OFFICE) == []


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "held: 2023-03-06 22:00-1:00",
            "the meeting ends before it starts",
            "where it runs past midnight, write the day of its end too",
        ),
        (
            "held: 2023-03-06\nrequirements: [{text: 自查。, due: 2022-03-17}]",
            "the time limit 2022-03-17 lies before the meeting (2023-03-06)",
            "",
        ),
        (
            "decisions: [{text: 同意。, vote: {entitled: 10, for: 9, against: 2, abstain: 1}}]",
            "12 votes were cast by 10 who may vote",
            "",
        ),
        ("kind: 党组会\nattendees: [张三]\non_leave: [李四, 王五]", "1 of 3 members are no quorum", ""),
        ("kind: 座谈会\ndecisions: [同意。]", "a 座谈会 resolves nothing", ""),
        (
            "kind: study-en\ndecisions: [{text: 同意。, result: 通过}]",
            "a Study session cannot have the result `同意`",
            "",
        ),
        ("issue: {secrecy: 机密}", "a 机密 document needs a copy number", ""),
        ("held: 2023-03-06\nattendees: [张伟]", "张伟 holds no post on 2023-03-06", ""),
        (
            "wording: {minutes.closing: 会议结束。}",
            "no document has a sentence `minutes.closing`",
            "use one of: minutes.opening, release.lead, release.attendance, release.statements.1",
        ),
    ],
)
def test_a_contradiction_says_what_it_is(text: str, message: str, hint: str) -> None:
    found = problem(f"title: 会\n{text}\n", OFFICE)
    assert (str(found.message), str(found.hint or "")) == (message, hint)


def test_three_items_with_one_number_are_two_problems() -> None:
    assert problems("title: 会\nagenda:\n" + "  - {number: 1, title: 一}\n" * 3) == ["4:5 R208", "5:5 R208"]


@pytest.mark.timeout(60)
def test_any_number_of_namesakes_may_attend() -> None:
    namesakes = "".join(f"  - {{id: a{number}, name: 张三}}\n" for number in range(10_000))
    assert problems(f"title: 会\nattendees:\n{namesakes}") == []
    assert problems(f"title: 会\nattendees:\n{namesakes}  - {{id: a7, name: 张三}}\n") == ["10003:5 R205"]


def test_somebody_without_an_id_is_anybody_of_the_name() -> None:
    assert problems("title: 会\nattendees: [{id: a, name: 张三}, {name: 张三}]\n") == ["2:32 R205"]
    assert problems("title: 会\nattendees: [{name: 张三}, {id: a, name: 张三}]\n") == ["2:25 R205"]
