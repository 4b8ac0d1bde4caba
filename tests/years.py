"""The invented year of `samples/year`, written down once and gathered once."""

from __future__ import annotations

import atexit
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from jiyao.views.summary.facts import MeetingFacts
from jiyao.work.gathering import Gathered, gather
from make_year import files

TODAY = date(2024, 1, 15)


def write_year(folder: Path) -> Path:
    """The workspace of the two years in a folder."""
    for name, text in files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@cache
def year_folder() -> Path:
    """The workspace, which no test changes."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return write_year(Path(folder.name))


@cache
def gathered() -> Gathered:
    """What its records come to."""
    return gather([str(year_folder())])


def year_facts() -> tuple[MeetingFacts, ...]:
    """The facts of its meetings."""
    return gathered().facts
