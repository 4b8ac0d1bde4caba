"""The invented year: always the same, and read without a problem."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from jiyao.work.workspace import Workspaces
from make_year import files
from year_series import YEAR

DIGEST = "644e2ca682d236f7"
"""Of all files; a change of the rules changes it, and whoever changes them looks at the summary again."""


def written(folder: Path) -> Path:
    for name, text in files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_the_year_is_the_same_on_every_machine_and_every_python() -> None:
    whole = "\0".join(f"{name}\0{text}" for name, text in files().items())
    assert sha256(whole.encode()).hexdigest()[:16] == DIGEST


def test_another_year_has_other_days() -> None:
    assert not {name for name in files(YEAR + 5) if "/" in name} & {name for name in files() if "/" in name}


@pytest.mark.parametrize(("year", "meetings"), [(YEAR - 1, 56), (YEAR, 59)])
def test_both_years_hold_meetings_that_are_read_without_a_problem(tmp_path: Path, year: int, meetings: int) -> None:
    workspaces = Workspaces()
    found = list(workspaces.records([str(written(tmp_path) / str(year))]))
    assert len(found) == meetings
    assert not [problem for each in found for problem in each.record.problems]
    assert not workspaces.problems


def test_there_is_something_of_everything_that_a_summary_counts() -> None:
    text = "".join(text for name, text in files().items() if name.startswith(str(YEAR)))
    for written_so in ("status: leave", "status: late", "status: proxy", "on_behalf_of", "mode: video", "first_topic"):
        assert written_so in text
    for written_so in ("type: recurring", "type: ongoing", "at_least", "form: document"):
        assert written_so in text
    progress = files()["follow-up.csv"]
    assert {row.split(",")[2] for row in progress.splitlines()[1:]} == {"done", "in-hand", "cancelled"}
