"""`jiyao make` of many records: what is told while it works, at the end, and in a report."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from shell import GENERATORS, jiyao, write

RECORD = "title: 例会\nplace: 三楼\n"
BROKEN = "title: 例会\nstatus: nonsense\n"


def many(folder: Path, number: int = 30) -> None:
    write(folder, {f"records/{each:03}.yaml": RECORD for each in range(number)})


def reported(folder: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((folder / "run.json").read_text("utf-8"))
    return said


def test_a_batch_ends_with_a_table_of_its_documents(tmp_path: Path) -> None:
    many(tmp_path)
    write(tmp_path, {"records/100.yaml": BROKEN, "records/101.yaml": "title: [\n"})
    assert jiyao(tmp_path, "make", "records", "-o", "out", "-d", "minutes,release").returncode == 3
    (tmp_path / "records/005.yaml").write_text(RECORD.replace("三楼", "四楼"), "utf-8")
    run = jiyao(tmp_path, "make", "records", "-o", "out", "-d", "minutes,release")
    # What could not be read may have been any document.
    assert run.stderr.splitlines()[-6:] == [
        "          made  unchanged  not made",
        "minutes      1         29         0",
        "release      1         29         0",
        "(unread)     0          0         4",
        "errors: R100 ×1, R005 ×1",
        "made: 2, unchanged: 58, not made: 4",
    ]


def test_the_table_speaks_chinese_too(tmp_path: Path) -> None:
    many(tmp_path)
    run = jiyao(tmp_path, "make", "records", "-o", "out", "-d", "minutes,release", JIYAO_UI="zh")
    assert run.stderr.splitlines()[-4:] == [
        "          生成",
        "会议纪要    30",
        "新闻通稿    30",
        "生成 60 份",
    ]


def test_a_report_says_what_became_of_each_document_and_why(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": RECORD, "b.yaml": RECORD, "c.yaml": BROKEN})
    jiyao(tmp_path, "make", "a.yaml", "-o", "out")
    (tmp_path / "a.yaml").write_text(RECORD.replace("三楼", "四楼"), "utf-8")
    run = jiyao(tmp_path, "make", ".", "-o", "out", "--report", "run.json")
    assert run.returncode == 1
    said = reported(tmp_path)
    assert said["documents"] == [
        {
            "record": "a.yaml",
            "line": 1,
            "document": "minutes.zh",
            "path": "out/a-纪要.docx",
            "outcome": "made",
            "why": ["record"],
            "problems": [],
        },
        {
            "record": "b.yaml",
            "line": 1,
            "document": "minutes.zh",
            "path": "out/b-纪要.docx",
            "outcome": "made",
            "why": ["new"],
            "problems": [],
        },
    ]
    assert [(each["file"], each["code"]) for each in said["problems"]] == [("c.yaml", "R100")]
    assert {name: said[name] for name in ("records", "made", "unchanged", "kept", "failed")} == {
        "records": 3,
        "made": 2,
        "unchanged": 0,
        "kept": 0,
        "failed": 1,
    }
    assert not list(tmp_path.glob(".~*"))


def test_a_report_of_nothing_is_whole(tmp_path: Path) -> None:
    run = jiyao(tmp_path, "make", "none.yaml", "--report", "run.json")
    assert run.returncode == 3
    assert reported(tmp_path)["documents"] == []
    assert reported(tmp_path)["records"] == 0


def test_a_report_that_cannot_be_written_costs_no_document(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": RECORD})
    run = jiyao(tmp_path, "make", "a.yaml", "--report", "none/run.json")
    assert (run.returncode, run.stdout) == (1, "a-纪要.docx\n")
    assert "none/run.json" in run.stderr
    assert "Traceback" not in run.stderr


def on_terminal(folder: Path, *arguments: str) -> str:
    """What somebody sees who sits before a terminal of 100 columns."""
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "JIYAO"))}
    own = {"PYTHONPATH": str(GENERATORS), "HOME": str(folder), "COLUMNS": "100", "TERM": "xterm", "JIYAO_CACHE": "off"}
    command = [sys.executable, "-m", "jiyao", *arguments]
    with subprocess.Popen(command, cwd=folder, env=clean | own, stdout=theirs, stderr=theirs, stdin=theirs) as process:
        os.close(theirs)
        seen = b""
        while True:
            try:
                read = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not read:
                break
            seen += read
        process.wait(timeout=60)
    os.close(ours)
    return seen.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of this kind is not known there")
def test_a_terminal_shows_how_far_the_run_has_come(tmp_path: Path) -> None:
    many(tmp_path)
    seen = on_terminal(tmp_path, "make", "records", "-o", "out")
    assert "30/30" in seen
    assert " a second" in seen
    # Each name has a line of its own, whatever the bar has written there.
    lines = [line.rpartition("\x1b[K")[2] for line in seen.replace("\r\n", "\n").split("\n")]
    assert [line for line in lines if line.endswith(".docx")] == [f"out/{each:03}-纪要.docx" for each in range(30)]
    assert "30 records in " in seen


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of this kind is not known there")
def test_a_few_records_need_no_bar(tmp_path: Path) -> None:
    many(tmp_path, 3)
    assert "3/3" not in on_terminal(tmp_path, "make", "records", "-o", "out")


def test_a_pipe_gets_no_bar(tmp_path: Path) -> None:
    many(tmp_path)
    run = jiyao(tmp_path, "make", "records", "-o", "out")
    assert run.stderr == "made: 30\n"
    assert run.stdout.splitlines() == [f"out/{each:03}-纪要.docx" for each in range(30)]
