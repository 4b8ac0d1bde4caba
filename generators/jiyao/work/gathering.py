"""The facts of all records under some paths, for a summary."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from jiyao.problems import Problem
from jiyao.records.office import Office
from jiyao.records.progress import Key, Progress
from jiyao.views.summary.facts import MeetingFacts, facts_of
from jiyao.work.progress_file import read_progress_file, record_key, workspace_of
from jiyao.work.workspace import Workspaces


class Gathered(NamedTuple):
    """What the records under some paths come to."""

    facts: tuple[MeetingFacts, ...]
    secret: int
    """Records with a secrecy level, of which nothing but their number is taken."""
    unusable: int
    """Records with errors, of which nothing is taken."""
    offices: tuple[Office, ...]
    """The offices that the records belong to, each once."""
    office_files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def gather(paths: Sequence[str]) -> Gathered:
    """Read all records, one by one, and keep of each what a summary counts."""
    workspaces = Workspaces()
    progress: dict[Path, dict[Key, Progress]] = {}
    facts: list[MeetingFacts] = []
    problems: list[Problem] = []
    offices: dict[Path, Office] = {}
    secret = unusable = 0
    for found in workspaces.records(paths):
        problems += found.record.problems
        folder, meeting = workspace_of(found), found.record.meeting
        if folder not in progress:
            progress[folder], wrong = read_progress_file(folder)
            problems += wrong
        if found.piece.office_file:
            offices[found.piece.office_file] = found.record.office
        if meeting is None or not found.is_usable:
            unusable += 1
        elif meeting.issue.secrecy:
            secret += 1
        else:
            facts.append(facts_of(record_key(found), meeting, found.record.office.name, progress[folder]))
    return Gathered(
        tuple(facts), secret, unusable, tuple(offices.values()), tuple(offices), (*workspaces.problems, *problems)
    )
