"""The funnel: what is heard, in which order and form, and which exit code it gives."""

from __future__ import annotations

import json

import pytest

from jiyao.cli.exits import Exit
from jiyao.cli.machine import as_github, as_json
from jiyao.cli.plain import Terminal, plain, summary
from jiyao.cli.report import Color, Format, Wanted, in_order, no_sources, report, wants_color
from jiyao.cli.ui import Ui, speaking
from jiyao.languages.text import Language
from jiyao.problems import Edit, Message, Place, Problem, Severity, message

EN, ZH = Ui(), speaking(Language.ZH)
LINES = ["title: 例会", "attendees:", "  - 陈林"]


def make_problem(
    code: str = "R102", line: int = 3, severity: Severity = Severity.ERROR, hint: Message | None = None
) -> Problem:
    place = Place("meeting.yaml", line, 5, line, 7)
    return Problem(place, code, message("there is no {name}", name="陈林"), hint, severity, "name")


def test_a_problem_shows_its_place_its_line_and_what_to_try() -> None:
    text = plain(
        [make_problem(hint=message("did you mean {name}?", name="陈玲"))],
        EN,
        Terminal(),
        lambda place: LINES[place.line - 1],
    )
    assert text.splitlines() == [
        "meeting.yaml:3:5: error R102: there is no 陈林",
        "     3 |   - 陈林",
        "       |     ^^^^",
        "    hint: did you mean 陈玲?",
        "",
        "1 error in 1 file",
    ]


def test_the_chinese_form_has_the_same_shape() -> None:
    lines = plain([make_problem()], ZH, Terminal(), lambda place: LINES[place.line - 1]).splitlines()
    assert lines[0].startswith("meeting.yaml:3:5: 错误 R102: ")
    assert lines[-1] == "1 个文件中有 1 个错误"


def test_a_file_that_cannot_be_shown_is_only_named() -> None:
    assert len(plain([make_problem()], EN, Terminal(), no_sources).splitlines()) == 3


def test_a_spot_that_lines_cannot_name_is_named_by_its_cell() -> None:
    problem = Problem(Place("people.xlsx", where="Sheet1!B3"), "R105", message("not a date"))
    assert plain([problem], EN, Terminal(), no_sources).startswith("people.xlsx: Sheet1!B3: error R105: not a date\n")


def test_text_of_a_record_cannot_steer_the_terminal() -> None:
    problem = Problem(Place("a.yaml", 1, 1), "R102", message("no {name}", name="\x1b[2J\n陈"))
    assert "no \\x1b[2J\\n陈" in plain([problem], EN, Terminal(), lambda _place: "\x1b[2J")
    assert "\x1b" not in plain([problem], EN, Terminal(), lambda _place: "\x1b[2J")


def test_color_is_there_only_where_it_is_wanted() -> None:
    assert "\x1b[" in plain([make_problem()], EN, Terminal(color=True), lambda place: LINES[place.line - 1])
    assert "\x1b[" not in plain([make_problem()], EN, Terminal(color=False), lambda place: LINES[place.line - 1])


@pytest.mark.parametrize(
    ("choice", "environment", "is_terminal", "expected"),
    [
        (Color.AUTO, {}, True, True),
        (Color.AUTO, {}, False, False),
        (Color.AUTO, {"NO_COLOR": "1"}, True, False),
        (Color.AUTO, {"NO_COLOR": ""}, True, True),
        (Color.AUTO, {"FORCE_COLOR": "1"}, False, True),
        (Color.AUTO, {"TERM": "dumb"}, True, False),
        (Color.ALWAYS, {"NO_COLOR": "1"}, False, True),
        (Color.NEVER, {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_the_option_wins_over_no_color_and_that_over_the_terminal(
    choice: Color, environment: dict[str, str], *, is_terminal: bool, expected: bool
) -> None:
    assert wants_color(choice, environment, is_terminal=is_terminal) is expected


def test_the_summary_counts_each_severity_and_the_files() -> None:
    problems = [
        make_problem(),
        make_problem(),
        make_problem(severity=Severity.WARNING),
        Problem(Place("b.yaml", 1, 1), "R113", message("x"), severity=Severity.NOTE),
    ]
    assert summary(problems, EN) == "2 errors, 1 warning, 1 note in 2 files"
    assert summary(problems, ZH) == "2 个文件中有 2 个错误、1 个警告、1 个提示"


def test_problems_come_in_the_order_of_the_file_and_each_once() -> None:
    problems = [make_problem(line=9), make_problem(line=2), make_problem(line=9), make_problem("R101", line=9)]
    assert [(each.place.line, each.code) for each in in_order(problems)] == [(2, "R102"), (9, "R101"), (9, "R102")]


@pytest.mark.parametrize(
    ("select", "ignore", "heard"),
    [
        ((), (), "R101 R102 Z001"),
        (("R",), (), "R101 R102"),
        ((), ("R",), "Z001"),
        (("R",), ("R102",), "R101"),
        (("R102",), ("R",), "R102"),
        ((), ("R102",), "R101 Z001"),
        (("Z", "R101"), (), "R101 Z001"),
    ],
)
def test_the_longer_beginning_of_a_code_decides(select: tuple[str, ...], ignore: tuple[str, ...], heard: str) -> None:
    wanted = Wanted(select, ignore)
    assert " ".join(code for code in ("R101", "R102", "Z001") if wanted.includes(code)) == heard


@pytest.mark.parametrize(
    ("severity", "strict", "expected"),
    [
        (Severity.ERROR, False, Exit.FINDINGS),
        (Severity.WARNING, False, Exit.FINE),
        (Severity.WARNING, True, Exit.FINDINGS),
        (Severity.NOTE, True, Exit.FINE),
    ],
)
def test_errors_are_findings_and_warnings_where_one_is_strict(
    severity: Severity, *, strict: bool, expected: Exit
) -> None:
    assert report([make_problem(severity=severity)], Wanted(strict=strict), EN) is expected


def test_nothing_to_report_says_nothing_and_is_fine(capsys: pytest.CaptureFixture[str]) -> None:
    assert report([], Wanted(), EN) is Exit.FINE
    assert capsys.readouterr() == ("", "")


def test_text_goes_to_stderr_and_json_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    report([make_problem()], Wanted(), EN)
    out, err = capsys.readouterr()
    assert (out, "R102" in err) == ("", True)
    report([make_problem()], Wanted(format=Format.JSON), EN)
    out, err = capsys.readouterr()
    assert (json.loads(out)[0]["code"], err) == ("R102", "")


def test_an_empty_json_report_is_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    report([], Wanted(format=Format.JSON), EN)
    assert json.loads(capsys.readouterr().out) == []


def test_the_highest_exit_code_wins_and_an_unreadable_file_cannot_be_ignored() -> None:
    problems = [make_problem("R001"), make_problem("R102")]
    exits = {"R001": Exit.UNREADABLE}
    assert report(problems, Wanted(), EN, exits=exits) is Exit.UNREADABLE
    assert report(problems, Wanted(ignore=("R",)), EN, exits=exits) is Exit.UNREADABLE
    assert report(problems[1:], Wanted(ignore=("R",)), EN, exits=exits) is Exit.FINE


def test_json_says_everything_that_is_known() -> None:
    place = Place("meeting.yaml", 3, 5, 3, 7, "attendees[0]")
    problem = Problem(
        place,
        "R102",
        message("unknown person {name}", name="陈林"),
        message("did you mean {name}?", name="陈玲"),
        category="reference",
        fix=(Edit(place, "陈玲"),),
    )
    assert json.loads(as_json([problem], EN)) == [
        {
            "file": "meeting.yaml",
            "line": 3,
            "column": 5,
            "end_line": 3,
            "end_column": 7,
            "where": "attendees[0]",
            "severity": "error",
            "code": "R102",
            "category": "reference",
            "message": "unknown person 陈林",
            "hint": "did you mean 陈玲?",
            "fix": [{"file": "meeting.yaml", "line": 3, "column": 5, "end_line": 3, "end_column": 7, "text": "陈玲"}],
        }
    ]


def test_json_for_a_console_that_lacks_characters_is_still_json() -> None:
    problem = Problem(Place("会议.yaml", 1, 1), "R102", message("✓😀"))
    assert as_json([problem], EN, "gbk").isascii()
    assert json.loads(as_json([problem], EN, "gbk"))[0]["message"] == "✓😀"


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (
            make_problem(),
            "::error file=meeting.yaml,line=3,endLine=3,col=5,endColumn=6,title=R102::there is no 陈林",
        ),
        (
            Problem(Place("a,b:c%.yaml"), "R001", message("50%\n"), message("try"), Severity.WARNING),
            "::warning file=a%2Cb%3Ac%25.yaml,title=R001::50%25%0A%0Atry",
        ),
        (
            Problem(Place("a.docx", where="body, paragraph 3"), "T020", message("x: y, z"), None, Severity.NOTE),
            "::notice file=a.docx,title=T020::body, paragraph 3: x: y, z",
        ),
    ],
)
def test_github_commands_are_escaped(problem: Problem, expected: str) -> None:
    assert as_github([problem], EN) == expected
