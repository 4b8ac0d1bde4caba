"""LibreOffice: where it is found, and that nothing of it outlives a call."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from jiyao.work.libreoffice import LibreOffice, convert, find_soffice
from soffices import HANGING, SILENT, soffice

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the stand-ins are shell scripts, and /proc is read")


def executable(path: Path) -> Path:
    return soffice(path.parent, SILENT).rename(path)


def ends(pid: int) -> bool:
    """Whether a process ends within ten seconds; one that has ended and waits to be noticed has."""
    for _ in range(100):
        try:
            if "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text("utf-8"):
                return True
        except OSError:
            return True
        time.sleep(0.1)
    return False


def test_the_program_on_path_is_taken(tmp_path: Path) -> None:
    program = soffice(tmp_path / "bin", SILENT)
    assert find_soffice({"PATH": str(tmp_path / "bin")}, "linux", tmp_path) == program


def test_the_program_that_is_named_wins(tmp_path: Path) -> None:
    soffice(tmp_path / "bin", SILENT)
    program = soffice(tmp_path / "own", SILENT)
    assert find_soffice({"PATH": str(tmp_path / "bin"), "JIYAO_SOFFICE": str(program)}) == program


def test_a_wrong_name_is_not_passed_over(tmp_path: Path) -> None:
    soffice(tmp_path / "bin", SILENT)
    assert find_soffice({"PATH": str(tmp_path / "bin"), "JIYAO_SOFFICE": str(tmp_path / "none")}) is None


@pytest.mark.parametrize(
    ("system", "place"),
    [
        ("linux", "opt/libreoffice25.8/program/soffice"),
        ("linux", "usr/lib64/libreoffice/program/soffice"),
        ("darwin", "Applications/LibreOffice.app/Contents/MacOS/soffice"),
        ("win32", "Program Files/LibreOffice/program/soffice.com"),
    ],
)
def test_the_usual_places_of_each_system_are_known(system: str, place: str, tmp_path: Path) -> None:
    (tmp_path / place).parent.mkdir(parents=True)
    program = executable(tmp_path / place)
    environment = {"PATH": str(tmp_path / "bin"), "PROGRAMFILES": str(tmp_path / "Program Files")}
    assert find_soffice(environment, system, tmp_path) == program


def test_the_newest_of_several_is_taken(tmp_path: Path) -> None:
    for version in ("24.2", "25.8"):
        soffice(tmp_path / f"opt/libreoffice{version}/program", SILENT)
    found = find_soffice({"PATH": ""}, "linux", tmp_path)
    assert found == tmp_path / "opt/libreoffice25.8/program/soffice"


def test_where_there_is_none_there_is_none(tmp_path: Path) -> None:
    assert find_soffice({"PATH": str(tmp_path)}, "linux", tmp_path) is None


def test_a_program_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    program = soffice(tmp_path / "bin", HANGING)
    office = LibreOffice(program, dict(os.environ), start=1, each=0)
    said = convert([tmp_path / "a.docx"], tmp_path, tmp_path / "profile", office)
    assert said.was_ended
    pids = [int((tmp_path / "bin" / name).read_text("utf-8")) for name in ("self", "child")]
    assert [ends(pid) for pid in pids] == [True, True]


def test_what_a_program_leaves_behind_is_ended_too(tmp_path: Path) -> None:
    program = soffice(tmp_path / "bin", HANGING.replace("wait", "exit 0"))
    said = convert([tmp_path / "a.docx"], tmp_path, tmp_path / "profile", LibreOffice(program, dict(os.environ)))
    assert not said.was_ended
    assert ends(int((tmp_path / "bin" / "child").read_text("utf-8")))


def test_what_it_said_is_heard(tmp_path: Path) -> None:
    program = soffice(tmp_path / "bin", SILENT)
    said = convert([tmp_path / "a.docx"], tmp_path, tmp_path / "profile", LibreOffice(program, dict(os.environ)))
    assert said.text == "Error: source file could not be loaded"
