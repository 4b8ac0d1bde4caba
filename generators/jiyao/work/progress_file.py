"""`follow-up.csv` of a workspace on disk, and what a record is known by in it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from jiyao.problems import Problem
from jiyao.records.progress import Key, Progress, progress_csv, read_progress
from jiyao.records.refusals import unreadable
from jiyao.records.suffixes import holds_lines
from jiyao.work.opening import beginning_of
from jiyao.work.reasons import reason
from jiyao.work.workspace import Found, shown
from jiyao.work.writing import write_whole

FOLLOW_UP = "follow-up.csv"


def workspace_of(found: Found) -> Path:
    """The folder that a record belongs to: that of its `office.yaml`, else its own."""
    return (found.piece.office_file or found.piece.file.real).parent


def record_key(found: Found) -> str:
    """What a record is known by in its workspace: its id, else its file, with the line where a file holds many."""
    meeting = found.record.meeting
    if meeting and meeting.id:
        return meeting.id
    file = Path(os.path.relpath(found.piece.file.real, workspace_of(found))).as_posix()
    return f"{file}:{found.record.source.line}" if holds_lines(file) else file


def read_progress_file(folder: Path) -> tuple[dict[Key, Progress], tuple[Problem, ...]]:
    """The progress of a workspace, and what is wrong with its file; nothing where there is none."""
    path = folder / FOLLOW_UP
    try:
        data = beginning_of(path, -1)
    except FileNotFoundError:
        return {}, ()
    except OSError as error:
        return {}, (unreadable(shown(path), reason(error)),)
    return read_progress(data, shown(path))


def write_progress_file(folder: Path, rows: Mapping[Key, Progress]) -> Path:
    """Write the progress of a workspace whole. Raises OSError; the old file is then as it was."""
    write_whole(folder / FOLLOW_UP, progress_csv(rows.values()))
    return folder / FOLLOW_UP
