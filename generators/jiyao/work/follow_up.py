"""The matters of a workspace with their progress: listed, sent out, read back, closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import field
from pathlib import Path
from typing import NamedTuple

from jiyao.dataclass import dataclass
from jiyao.documents.follow_up_sheet import fingerprint, read_sheet
from jiyao.languages.text import Language, Text
from jiyao.problems import Place, Problem
from jiyao.records.choices import Status
from jiyao.records.faults import closest
from jiyao.records.following import Matter, matters_of
from jiyao.records.progress import Key, Progress, read_row, with_changes
from jiyao.records.progress_faults import closed_by_nobody, conflict, no_sheet, no_such_matter
from jiyao.records.refusals import unreadable
from jiyao.work.locking import holding
from jiyao.work.opening import beginning_of
from jiyao.work.progress_file import FOLLOW_UP, read_progress_file, record_key, workspace_of
from jiyao.work.reasons import reason
from jiyao.work.workspace import Workspaces, shown
from jiyao.work.writing import write_whole

NOBODY = Text("未注明", "not named")


@dataclass(slots=True)
class Board:
    """All matters under some paths, those of each workspace by what `follow-up.csv` knows them by."""

    matters: dict[Path, dict[Key, Matter]] = field(default_factory=dict[Path, dict[Key, Matter]])
    language: Language = Language.ZH
    problems: list[Problem] = field(default_factory=list[Problem])

    def all(self) -> Iterator[Matter]:
        """Every matter."""
        for each in self.matters.values():
            yield from each.values()


def board_of(paths: Sequence[str]) -> Board:
    """The matters of all records that can be used; of secret ones nothing is listed or sent."""
    board, workspaces = Board(), Workspaces()
    progress: dict[Path, Mapping[Key, Progress]] = {}
    for found in workspaces.records(paths):
        board.problems += found.record.problems
        folder, meeting = workspace_of(found), found.record.meeting
        if folder not in progress:
            progress[folder], wrong = read_progress_file(folder)
            board.problems += wrong
            board.language = found.record.office.first_language
        if meeting is not None and found.is_usable and not meeting.issue.secrecy:
            own = board.matters.setdefault(folder, {})
            own |= {each.key: each for each in matters_of(record_key(found), meeting, progress[folder])}
    board.problems[:0] = workspaces.problems
    return board


class Filter(NamedTuple):
    """Which matters are wanted on a day."""

    today: dt.date
    overdue: bool = False
    responsible: str = ""
    """Part of the name of a responsible unit, in either language."""
    closed_too: bool = False

    def takes(self, matter: Matter) -> bool:
        """Whether the matter is one of them."""
        names = [name for unit in matter.responsible for name in (unit.zh, unit.en)]
        named = not self.responsible or any(self.responsible.casefold() in name.casefold() for name in names)
        timely = matter.is_overdue(self.today) if self.overdue else self.closed_too or matter.is_open(self.today)
        return named and timely


def selected(board: Board, wanted: Filter) -> list[Matter]:
    """The matters that are wanted: those with a day first, the earliest first."""
    far = dt.date.max
    taken = [each for each in board.all() if wanted.takes(each)]
    return sorted(taken, key=lambda each: (each.due or far, each.held or far, each.record, each.item))


def by_unit(matters: Sequence[Matter], language: Language) -> dict[str, list[Matter]]:
    """The matters of each responsible unit; one of several units is in each of them."""
    units: dict[str, list[Matter]] = {}
    for matter in matters:
        for unit in matter.responsible or (NOBODY,):
            units.setdefault(unit.in_language(language) or unit.zh or unit.en, []).append(matter)
    return units


class Change(NamedTuple):
    """One matter that has changed: how it was, and what is written down now."""

    before: Matter
    after: Progress


def closing(board: Board, name: str, progress: Progress) -> tuple[Path, Change] | Problem:
    """The change that closes the matter of that id; or a problem, where there is none or more than one."""
    found = [(folder, own[progress.key]) for folder, own in board.matters.items() if progress.key in own]
    if len(found) != 1:
        known = [each.id for each in board.all()]
        return no_such_matter(Place(name), name, closest(name, known))
    folder, matter = found[0]
    if matter.status is Status.DONE and (matter.closed_by, matter.closed_on) != (
        progress.closed_by,
        progress.closed_on,
    ):
        return conflict(Place(name), name, progress.closed_by, f"{matter.closed_by} {matter.closed_on or ''}".strip())
    return folder, Change(matter, progress)


def read_back(board: Board, files: Sequence[Path], today: dt.date) -> tuple[dict[Path, list[Change]], list[Problem]]:
    """What sheets that came back change in each workspace, and all that is wrong with them or contradicts."""
    changes: dict[Path, list[Change]] = {}
    problems: list[Problem] = []
    done: dict[tuple[Path, Key], Progress] = {}
    for file in files:
        try:
            rows = read_sheet(beginning_of(file, -1))
        except OSError as error:
            problems.append(unreadable(shown(file), reason(error)))
            continue
        if rows is None:
            problems.append(no_sheet(Place(shown(file))))
            continue
        for row in rows:
            place = Place(shown(file), row.row, 1)
            read = read_row(row.cells, place, problems)
            if read is None:
                continue
            said = _judged(board, read._replace(updated=today), row.was, place, done)
            if isinstance(said, Problem):
                problems.append(said)
            elif said is not None:
                folder, change = said
                changes.setdefault(folder, []).append(change)
                done[folder, read.key] = change.after
    return changes, problems


def _judged(
    board: Board, read: Progress, was: str, place: Place, done: Mapping[tuple[Path, Key], Progress]
) -> tuple[Path, Change] | Problem | None:
    """The change that a row makes; None where it says nothing new."""
    name = f"{read.record}/{read.item}"
    found = [(folder, own[read.key]) for folder, own in board.matters.items() if read.key in own]
    if len(found) != 1:
        return no_such_matter(place, name, closest(name, [each.id for each in board.all()]))
    folder, matter = found[0]
    new = matter._replace(status=read.status, closed_on=read.closed_on, closed_by=read.closed_by, note=read.note)
    earlier = done.get((folder, read.key))
    if earlier is not None and earlier != read and fingerprint(new) != was:
        return conflict(place, name, _in_words(read), _in_words(earlier))
    if fingerprint(new) in {was, fingerprint(matter)} or earlier is not None:
        return None
    if read.status is Status.DONE and not read.closed_by:
        return closed_by_nobody(place, name)
    if was and was != fingerprint(matter):
        written = Progress(*matter.key, matter.status, matter.closed_on, matter.closed_by, matter.note)
        return conflict(place, name, _in_words(read), _in_words(written))
    return folder, Change(matter, read)


def _in_words(progress: Progress) -> str:
    status = progress.status.word if progress.status else "—"
    return " ".join(filter(None, (status, str(progress.closed_on or ""), progress.closed_by, progress.note)))


def writing_down(folder: Path) -> AbstractContextManager[None]:
    """Nobody else changes the progress of the workspace meanwhile. Raises OSError, TimeoutError after a minute."""
    return holding(folder, "follow-up")


def write_down(folder: Path, changes: Sequence[Change]) -> None:
    """Write changes into `follow-up.csv`; what else stands there stays. Raises OSError."""
    path = folder / FOLLOW_UP
    try:
        data = beginning_of(path, -1)
    except FileNotFoundError:
        data = b""
    write_whole(path, with_changes(data, {change.after.key: change.after for change in changes}))


def key_of(name: str) -> Key | None:
    """The record and the item that an id names; None where it is none."""
    record, slash, item = name.rpartition("/")
    return (record, item) if slash and record and item else None
