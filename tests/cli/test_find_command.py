"""`jiyao find` as an office types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shell import jiyao, write
from years import write_year


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_year(tmp_path_factory.mktemp("year"))


def test_a_word_of_two_characters_finds_meetings_with_snippets_the_latest_first(year: Path) -> None:
    run = jiyao(year, "find", "燃气", "--year", "2023", "--kind", "office")
    assert run.returncode == 0
    heads = [line for line in run.stdout.splitlines() if not line.startswith(" ")]
    assert heads == sorted(heads, reverse=True)
    assert heads[-1] == "2023-04-17  局长办公会议  2023/2023-04-17-bangong-2023-04.yaml"
    assert "    decision: 原则同意燃气管网更新方案。" in run.stdout
    assert "of 115 records" in run.stderr


def test_from_any_folder_of_the_workspace_the_whole_is_searched(year: Path) -> None:
    below = jiyao(year / "2022", "find", "燃气", "--year", "2023", HOME=str(year)).stdout
    above = jiyao(year, "find", "燃气", "--year", "2023", "--in", "2022").stdout
    assert below.replace(f"{year}/", "") == above != ""


def test_hits_are_to_be_had_as_json(year: Path) -> None:
    run = jiyao(year, "find", "--person", "谭月明", "--year", "2022", "--format", "json", "--most", "2")
    said = json.loads(run.stdout)
    assert len(said) == 2
    assert said[0].keys() == {"file", "line", "record", "day", "title", "kind", "snippets"}


def test_nothing_found_is_said_and_is_exit_code_1(year: Path) -> None:
    run = jiyao(year, "find", "不存在的词")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == "found: 0 of 115 records\n"


def test_nothing_asked_is_a_usage_error(year: Path) -> None:
    assert jiyao(year, "find").returncode == 2


def test_what_was_not_searched_is_said(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 甲\nheld: 2023-02-30\n", "b.yaml": "title: 乙\nissue: {secrecy: 秘密}\n"})
    run = jiyao(tmp_path, "find", "甲", "乙")
    assert "not searched, since they have errors: 1" in run.stderr
    assert "not searched, since they are secret: 1" in run.stderr


def test_an_archive_that_cannot_be_written_is_told_without_a_traceback(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 甲\n", ".jiyao": "a file in its place\n"})
    run = jiyao(tmp_path, "find", "甲")
    assert run.returncode == 3
    assert run.stderr.startswith("the archive cannot be written:")
    assert "Traceback" not in run.stderr
