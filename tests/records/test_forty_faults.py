"""A record with forty planted faults of many kinds: all are located in one run, and what is certain is mended."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from jiyao.cli.ui import speaking
from jiyao.languages.text import Language
from jiyao.problems import Problem
from jiyao.work.fixing import fix_file
from recording import record

FOLDER = Path(__file__).parent / "forty_faults"
RECORD = (FOLDER / "meeting.yaml").read_text("utf-8")
OFFICE = (FOLDER / "office.yaml").read_text("utf-8")
EXPECTED = [tuple(line.split()[:2]) for line in (FOLDER / "expected.txt").read_text("utf-8").splitlines()]
"""Of each fault its line and code; what follows them in the file names it for people."""


@cache
def found() -> tuple[Problem, ...]:
    return record(RECORD, OFFICE).problems


def test_forty_faults_are_located_in_one_run() -> None:
    assert [(str(each.place.line), each.code) for each in found()] == EXPECTED
    assert len(EXPECTED) == 40


def test_each_fault_is_placed_within_its_line() -> None:
    written = RECORD.split("\n")
    for each in found():
        assert 1 <= each.place.column <= len(written[each.place.line - 1]) + 1, each


@pytest.mark.parametrize("language", Language)
def test_every_fault_is_said_in_the_language_of_the_interface(language: Language) -> None:
    ui = speaking(language)
    for each in found():
        for message in filter(None, (each.message, each.hint)):
            assert ui.say(message).strip()
            translated = ui.translate(message.text)
            assert any("\u4e00" <= letter <= "\u9fff" for letter in translated) == (
                language is Language.ZH or "年" in message.text
            ), translated


def test_what_is_mended_is_gone_and_nothing_new_comes(tmp_path: Path) -> None:
    """Lines stay where they are, so each problem that is left is the same as before, where it was before."""
    left = record(mended(tmp_path), OFFICE).problems
    certain = [each for each in found() if each.fix]
    assert len(certain) >= 5
    assert Counter(map(what, left)) == Counter(map(what, found())) - Counter(map(what, certain))


def mended(folder: Path) -> str:
    """The record as `--fix` leaves it on disk."""
    file = folder / "meeting.yaml"
    file.write_bytes(RECORD.encode())
    assert fix_file(file, [each.fix for each in found()]) == len([each for each in found() if each.fix])
    return file.read_bytes().decode()


def what(problem: Problem) -> tuple[int, str, str]:
    """A problem without its column: mending another one may have moved it."""
    return problem.place.line, problem.code, str(problem.message)


def test_mending_twice_changes_nothing_more(tmp_path: Path) -> None:
    assert [each.fix for each in record(mended(tmp_path), OFFICE).problems if each.fix] == []
