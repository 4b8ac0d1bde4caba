"""`jiyao doctor`: what is here, what is missing, and what to type."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from rendering import FONTS
from shell import jiyao
from soffices import soffice

VERSION = 'echo "LibreOffice 25.8.1.1 abcdef"\n'


def bare(folder: Path) -> str:
    """A PATH on which nothing of what is looked for stands."""
    (folder / "empty").mkdir(exist_ok=True)
    return str(folder / "empty")


def test_what_is_here_is_told_with_its_version(tmp_path: Path) -> None:
    run = jiyao(tmp_path, "doctor")
    assert run.returncode == 0
    assert f"{sys.version_info.major}.{sys.version_info.minor}" in run.stdout.splitlines()[0]
    assert "yes: Word files can be made" in run.stdout
    assert run.stderr == ""


def test_nothing_is_left_in_the_folder_or_at_home(tmp_path: Path) -> None:
    jiyao(tmp_path, "doctor", PATH=bare(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_without_libreoffice_it_says_what_to_type_and_that_there_is_no_pdf(tmp_path: Path) -> None:
    named = str(tmp_path / "none")
    run = jiyao(tmp_path, "doctor", PATH=bare(tmp_path), JIYAO_SOFFICE=named)
    assert run.returncode == 0
    assert "LibreOffice              missing" in run.stdout
    assert "install LibreOffice from https://www.libreoffice.org/" in run.stdout
    assert "no: PDF files can be made" in run.stdout


@pytest.mark.parametrize("need", ["pdf", "layout"])
def test_a_need_that_cannot_be_met_is_exit_code_5(need: str, tmp_path: Path) -> None:
    run = jiyao(tmp_path, "doctor", "--need", need, PATH=bare(tmp_path), JIYAO_SOFFICE=str(tmp_path / "none"))
    assert run.returncode == 5


def test_a_need_that_is_met_is_fine(tmp_path: Path) -> None:
    assert jiyao(tmp_path, "doctor", "--need", "make").returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_the_version_of_libreoffice_is_told(tmp_path: Path) -> None:
    program = soffice(tmp_path / "bin", VERSION)
    run = jiyao(tmp_path, "doctor", JIYAO_SOFFICE=str(program))
    assert f"LibreOffice 25.8.1.1 ({program})" in run.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_libreoffice_that_does_not_start_is_told(tmp_path: Path) -> None:
    run = jiyao(tmp_path, "doctor", "--need", "pdf", JIYAO_SOFFICE=str(soffice(tmp_path / "bin", "exit 127\n")))
    assert run.returncode == 5
    assert "it does not answer" in run.stdout


@pytest.mark.rendering
def test_each_face_of_the_standard_is_told_with_what_stands_in_for_it(tmp_path: Path) -> None:
    run = jiyao(tmp_path, "doctor", "--format", "json", "--need", "pdf", JIYAO_FONTS=str(FONTS))
    assert run.returncode == 0
    told = {item["id"]: item for item in json.loads(run.stdout)["items"]}
    assert told["face 仿宋_GB2312"]["state"] == "stand-in"
    assert told["face 仿宋_GB2312"]["found"] == "FandolFang stands in for it"
    assert "face 方正小标宋简体" in told
    assert json.loads(run.stdout)["can"]["pdf"] is True


def test_the_data_says_what_can_be_done(tmp_path: Path) -> None:
    run = jiyao(tmp_path, "doctor", "--format", "json", PATH=bare(tmp_path), JIYAO_SOFFICE=str(tmp_path / "none"))
    told = json.loads(run.stdout)
    assert told["can"]["make"] is True
    assert told["can"]["pdf"] is False
    (office,) = [item for item in told["items"] if item["id"] == "LibreOffice"]
    assert office["state"] == "missing"
    assert office["needs"] == ["pdf", "layout"]


def test_a_console_that_lacks_chinese_is_told_and_does_not_end_the_run(tmp_path: Path) -> None:
    run = jiyao(tmp_path, "doctor", PYTHONIOENCODING="ascii")
    assert run.returncode == 0
    assert "encoding of the console  faulty" in run.stdout
    assert "PYTHONIOENCODING=utf-8" in run.stdout


def test_the_cache_of_templates_is_told(tmp_path: Path) -> None:
    assert "off (JIYAO_CACHE=off)" in jiyao(tmp_path, "doctor").stdout
    folder = tmp_path / "cache"
    assert f"{folder} (0 templates, 0 KB)" in jiyao(tmp_path, "doctor", JIYAO_CACHE=str(folder)).stdout
    assert not folder.exists()


def test_it_speaks_chinese(tmp_path: Path) -> None:
    run = jiyao(tmp_path, "--ui", "zh", "doctor", PATH=bare(tmp_path), JIYAO_SOFFICE=str(tmp_path / "none"))
    assert "控制台编码" in run.stdout
    assert "不能：生成 PDF 文件" in run.stdout


def test_the_data_has_the_same_ids_in_every_language(tmp_path: Path) -> None:
    said = {"PATH": bare(tmp_path), "JIYAO_SOFFICE": str(tmp_path / "none")}
    english, chinese = (
        json.loads(jiyao(tmp_path, "--ui", ui, "doctor", "--format", "json", **said).stdout) for ui in ("en", "zh")
    )
    assert [item["id"] for item in english["items"]] == [item["id"] for item in chinese["items"]]
    assert english["items"] != chinese["items"]
