"""The program as a user's shell sees it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jiyao.cli.columns import columns

GENERATORS = Path(__file__).parents[2] / "generators"

FAULTY = """
import click, sys, time
from jiyao.cli import main
from jiyao.cli.exits import Exit
from jiyao.cli.report import report, Wanted
from jiyao.problems import Place, Problem, message

@click.group()
def group(): ...

@group.command()
def boom():
    raise ValueError("no room for 陈林 ✓")

@group.command()
def interrupted():
    raise KeyboardInterrupt

class Fleeting:
    def __del__(self):
        raise KeyboardInterrupt

@group.command()
def lost():
    Fleeting()
    time.sleep(30)
    print("never")

@group.command()
def conflict():
    return Exit.CONFLICT

@group.command()
@click.pass_context
def missing(ctx):
    ctx.exit(5)

@group.command()
@click.pass_obj
def ticked(ui):
    problem = Problem(Place("✓.yaml", 1, 3, 1, 4), "R102", message("✓ 陈林 √"))
    return report([problem], Wanted(), ui, lambda _place: "a ✓")

main(commands=lambda ui: group)
"""


def run(*arguments: str, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "JIYAO"))}
    return subprocess.run(
        [sys.executable, *(["-c", code] if code else ["-m", "jiyao"]), *arguments],
        env=clean | {"PYTHONPATH": str(GENERATORS), "PYTHONIOENCODING": "utf-8"} | environment,
        capture_output=True,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        check=False,
        timeout=60,
    )


def test_help_lists_the_commands_without_importing_what_they_need() -> None:
    code = (
        "import sys\nfrom jiyao.cli import main\n"
        "late = {'lxml', 'docxtpl', 'docx', 'yaml', 'jinja2', 'babel', 'json', 'platformdirs', 'jiyao.cli.rule'}\n"
        "try: main(['--help'])\n"
        "finally: print(*(late & set(sys.modules)), file=sys.stderr)"
    )
    result = run(code=code)
    assert "Explain a problem code." in result.stdout
    assert (result.returncode, result.stderr.strip()) == (0, "")


def test_the_version_is_one_line() -> None:
    result = run("--version")
    assert result.stdout.startswith("jiyao ")
    assert (result.returncode, len(result.stdout.splitlines())) == (0, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rul"], "错误：没有命令 'rul'。 是不是 'rule'？"),
        (["--ui", "fr"], "'--ui' 的值无效：'fr' 不是 'zh', 'en' 之一。"),
        (["rule", "--nonsense"], "没有选项 '--nonsense'。"),
        (["rule", "R102", "R103"], "多出的参数"),
        (["rule", "X102"], "X102"),
    ],
)
def test_a_wrong_command_line_is_answered_in_chinese_with_code_2(arguments: list[str], said: str) -> None:
    result = run(*arguments, JIYAO_UI="zh")
    assert result.returncode == 2
    assert said in result.stderr
    assert result.stderr.startswith("用法：jiyao")
    assert result.stdout == ""


def test_a_wrong_command_line_is_answered_in_english_too() -> None:
    result = run("--ui", "en", "rul", LANG="zh_CN.UTF-8")
    assert result.returncode == 2
    assert "No such command 'rul'. Did you mean 'rule'?" in result.stderr


def test_without_a_command_the_help_is_shown() -> None:
    result = run(JIYAO_UI="zh")
    assert (result.returncode, result.stdout) == (2, "")
    assert "命令：" in result.stderr


@pytest.mark.parametrize("command", [["--help"], ["rule", "--help"], ["rule"], ["rule", "R102"]])
@pytest.mark.parametrize("ui", ["zh", "en"])
def test_every_page_fits_80_columns_of_a_gbk_console(command: list[str], ui: str) -> None:
    result = run(*command, PYTHONIOENCODING="gbk", JIYAO_UI=ui, COLUMNS="80")
    assert (result.returncode, result.stderr) == (0, "")
    assert max(map(columns, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize(("encoding", "said"), [("gbk", "\\u2713 陈林 √"), ("ascii", "\\u2713 \\u9648\\u6797 \\u221a")])
def test_a_console_that_lacks_a_character_shows_its_number(encoding: str, said: str) -> None:
    result = run("ticked", code=FAULTY, PYTHONIOENCODING=encoding)
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        f"\\u2713.yaml:1:3: error R102: {said}",
        "     1 | a \\u2713",
        "       |   ^^^^^^",
        "",
        "1 error in 1 file",
    ]


@pytest.mark.parametrize("ui", ["zh", "en"])
def test_an_unexpected_fault_shows_no_traceback_and_keeps_the_details(ui: str, tmp_path: Path) -> None:
    result = run("boom", code=FAULTY, XDG_STATE_HOME=str(tmp_path), HOME=str(tmp_path), JIYAO_UI=ui)
    logs = list(tmp_path.rglob("jiyao-*.log"))
    assert (result.returncode, result.stdout, len(logs)) == (70, "", 1)
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == 2
    assert str(logs[0]) in result.stderr
    details = logs[0].read_text("utf-8")
    assert "Traceback" in details
    assert "ValueError: no room for 陈林 ✓" in details


def test_the_details_go_to_the_temporary_folder_where_the_log_folder_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    (tmp_path / "temporary").mkdir()
    result = run(
        "boom",
        code=FAULTY,
        XDG_STATE_HOME=str(tmp_path / "file"),
        HOME=str(tmp_path / "file"),
        TMPDIR=str(tmp_path / "temporary"),
    )
    assert result.returncode == 70
    assert len(list((tmp_path / "temporary").glob("jiyao-*.log"))) == 1


def test_a_traceback_is_shown_to_who_asks_for_it(tmp_path: Path) -> None:
    result = run("boom", code=FAULTY, JIYAO_DEBUG="1", XDG_STATE_HOME=str(tmp_path))
    assert result.returncode == 70
    assert "Traceback" in result.stderr


def test_an_interrupt_is_one_word(tmp_path: Path) -> None:
    result = run("interrupted", code=FAULTY, XDG_STATE_HOME=str(tmp_path))
    assert (result.returncode, result.stderr.strip()) == (130, "Interrupted.")


def test_ctrl_c_is_heard_although_it_came_while_python_threw_something_away(tmp_path: Path) -> None:
    result = run("lost", code=FAULTY, XDG_STATE_HOME=str(tmp_path))
    assert (result.returncode, result.stdout, result.stderr.strip()) == (130, "", "Interrupted.")


@pytest.mark.parametrize(("command", "expected"), [("conflict", 4), ("missing", 5)])
def test_what_a_command_returns_or_exits_with_is_the_exit_code(command: str, expected: int) -> None:
    assert run(command, code=FAULTY).returncode == expected


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="this system has no SIGPIPE")
def test_a_reader_that_has_gone_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        result = subprocess.run(
            [sys.executable, "-m", "jiyao", "rule"],
            env=os.environ | {"PYTHONPATH": str(GENERATORS)},
            stdout=gone,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (result.returncode, result.stderr) == (141, b"")
