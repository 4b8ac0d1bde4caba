"""Bringing the archive up to date: only files that have changed are read again."""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from jiyao.languages.bigrams import bigrams
from jiyao.languages.text import Text
from jiyao.problems import Problem
from jiyao.records.derived import kind_of
from jiyao.records.following import matters_of
from jiyao.records.meeting import Meeting
from jiyao.records.passages import passages
from jiyao.records.progress import Key, Progress
from jiyao.records.refusals import unreadable
from jiyao.views.summary.facts import minutes_of
from jiyao.work.archive.schema import demand_current, opened_archive, remove
from jiyao.work.locking import locked
from jiyao.work.manifest import digest
from jiyao.work.opening import opened
from jiyao.work.progress_file import read_progress_file, record_key
from jiyao.work.reasons import reason
from jiyao.work.workspace import (
    OFFICE_FILE,
    OWN_FOLDER,
    Found,
    Piece,
    RecordFile,
    Workspaces,
    find_office,
    shown,
)


class Updated(NamedTuple):
    """What an update came to. `left_out` are records with errors, `secret` those with a secrecy level."""

    meetings: int
    read: int = 0
    """Records that were read again."""
    left_out: int = 0
    secret: int = 0
    problems: tuple[Problem, ...] = ()


def update(folder: Path, *, rebuild: bool = False) -> Updated:
    """Bring the archive of a workspace up to date, or make it anew; one that is damaged is made anew.

    Raises OSError where it cannot be written, TimeoutError where another run still writes, sqlite3.Error for the rest.
    """
    own = folder / OWN_FOLDER
    if own.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(own))
    own.mkdir(parents=True, exist_ok=True)
    with locked(own / "archive.lock"):
        if rebuild:
            remove(folder)
        try:
            return _once(folder)
        except sqlite3.OperationalError:
            # The disk is full, or the folder is read-only: the archive is as it was.
            raise
        except sqlite3.DatabaseError:
            remove(folder)
            return _once(folder)


def _once(folder: Path) -> Updated:
    with opened_archive(folder) as base:
        base.execute("BEGIN IMMEDIATE")
        try:
            done = _Update(base, folder).run()
        except BaseException:
            base.execute("ROLLBACK")
            raise
        base.execute("COMMIT")
        return done


class _Update:
    """One update, within one transaction."""

    def __init__(self, base: sqlite3.Connection, folder: Path) -> None:
        self.base, self.folder = base, folder
        self.workspaces = Workspaces()
        self.progress: Mapping[Key, Progress] = {}
        self.read = self.left_out = self.secret = 0
        self.forgot = False
        self.problems: list[Problem] = []
        self.offices: dict[Path | None, str] = {}

    def run(self) -> Updated:
        """Read what has changed. Raises DatabaseError where the file is no archive of this version."""
        demand_current(self.base)
        self.progress, wrong = read_progress_file(self.folder)
        self.problems += wrong
        self._progress()
        known: dict[str, tuple[int, str, str]] = {
            path: (number, sum_, office)
            for number, path, sum_, office in self.base.execute("SELECT id, path, digest, office FROM source")
        }
        there: set[str] = set()
        for piece_file, office_file in self._files():
            path = piece_file.real.relative_to(self.folder.resolve()).as_posix()
            there.add(path)
            try:
                self._file(piece_file, office_file, path, known.get(path))
            except OSError as error:
                self.problems.append(unreadable(shown(piece_file.path), reason(error)))
        for path in known.keys() - there:
            self._forget(known[path][0])
        if self.forgot:
            # The index of words keeps what was deleted until it is put in order; it may have become secret.
            self.base.execute("INSERT INTO words (words) VALUES ('optimize')")
        (meetings,) = self.base.execute("SELECT count(*) FROM meeting").fetchone()
        problems = (*self.workspaces.problems, *self.problems)
        return Updated(meetings, self.read, self.left_out, self.secret, problems)

    def _files(self) -> Iterator[tuple[RecordFile, Path | None]]:
        """The record files of the workspace; what belongs to another one inside of it is that one's business."""
        own = find_office(self.folder / "x")
        for file in self.workspaces.files([str(self.folder)]):
            if file.path.name != OFFICE_FILE and file.real.is_relative_to(self.folder.resolve()):
                office = find_office(file.real)
                if office == own or office is None:
                    yield file, office

    def _file(self, file: RecordFile, office: Path | None, path: str, before: tuple[int, str, str] | None) -> None:
        with opened(file.real) as content:
            # In pieces: a file of many records may be larger than the memory.
            sums = hashlib.file_digest(content, "sha256").hexdigest(), self._sum_of(office)
        if before and before[1:] == sums:
            return
        if before:
            self._forget(before[0])
        source = self.base.execute(
            "INSERT INTO source (path, digest, office) VALUES (?, ?, ?)", (path, *sums)
        ).lastrowid
        for piece in self.workspaces.pieces([str(file.path)]):
            for found in self.workspaces.found(Piece(piece.file, office, piece.number, piece.line)):
                self._record(found, source or 0)

    def _sum_of(self, office: Path | None) -> str:
        if office not in self.offices:
            self.offices[office] = digest(office.read_bytes()) if office else ""
        return self.offices[office]

    def _forget(self, source: int) -> None:
        """Take a file out of the archive; the index of words wants to be told what it held."""
        ids = [row[0] for row in self.base.execute("SELECT id FROM meeting WHERE source = ?", (source,))]
        for number in ids:
            held = bigrams(_whole(self.base, number))
            self.base.execute("INSERT INTO words (words, rowid, body) VALUES ('delete', ?, ?)", (number, held))
        self.base.execute("DELETE FROM source WHERE id = ?", (source,))
        self.forgot = self.forgot or bool(ids)

    def _record(self, found: Found, source: int) -> None:
        self.read += 1
        meeting, key = found.record.meeting, record_key(found)
        if meeting is not None and meeting.issue.secrecy:
            self.secret += 1
        elif meeting is None or not found.is_usable:
            self.left_out += 1
        else:
            self._add(meeting, key, found.record.source.line, source)

    def _add(self, meeting: Meeting, key: str, line: int, source: int) -> None:
        kind, held = kind_of(meeting), meeting.held
        day = str(held.first) if held and held.first else None
        chair = str(meeting.chair.name) if meeting.chair else None
        row = (source, key, line, *_both(meeting.title), kind.key, *_both(kind.name), kind.called, day)
        number = self.base.execute(
            "INSERT INTO meeting (source, record, line, title_zh, title_en, kind, kind_zh, kind_en, called, day, "
            "minutes, mode, chair) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, minutes_of(held), meeting.mode, chair),
        ).lastrowid
        rows = {
            "attendance": _attendance(meeting),
            "conveyed": _conveyed(meeting),
            "statement": _statements(meeting),
            "matter": _matters(key, meeting),
            "passage": ((each.what, body) for each in passages(meeting) for body in _both(each.text) if body),
        }
        for table, values in rows.items():
            for each in values:
                marks = ", ".join("?" * (len(each) + 1))
                self.base.execute(f"INSERT INTO {table} VALUES ({marks})", (number, *each))  # noqa: S608 (our own names)
        body = bigrams(_whole(self.base, number or 0))
        self.base.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (number, body))

    def _progress(self) -> None:
        self.base.execute("DELETE FROM progress")
        self.base.executemany(
            "INSERT INTO progress VALUES (?, ?, ?, ?, ?, ?, ?)",
            [tuple(None if value is None else str(value) for value in each) for each in self.progress.values()],
        )


def _whole(base: sqlite3.Connection, meeting: int) -> str:
    """All that is indexed of a meeting."""
    rows = base.execute("SELECT body FROM passage WHERE meeting = ? ORDER BY rowid", (meeting,))
    return "\n".join(row[0] for row in rows)


def _both(text: Text) -> tuple[str, str]:
    return text.zh, text.en


def _attendance(meeting: Meeting) -> Iterator[tuple[object, ...]]:
    for each in meeting.everybody:
        name = (each.person.name.zh, each.person.name.en) if each.person else _both(each.group or Text())
        unit = str(each.person.unit.name.zh or each.person.unit.name.en) if each.person and each.person.unit else None
        people = each.count.number if each.count else 1 if each.person else None
        yield *name, unit, people, each.attend_as, each.status


def _conveyed(meeting: Meeting) -> Iterator[tuple[object, ...]]:
    for item in meeting.items:
        for each in item.conveyed:
            issuer = (each.issuer.name.zh or each.issuer.name.en) if each.issuer else None
            yield *_both(each.title), each.form, issuer, each.number, str(each.date) if each.date else None


def _statements(meeting: Meeting) -> Iterator[tuple[object, ...]]:
    for item in meeting.items:
        for each in item.said:
            yield each.verb, str(each.by.name) if each.by else None, *_both(each.text)


def _matters(key: str, meeting: Meeting) -> Iterator[tuple[object, ...]]:
    for each in matters_of(key, meeting, {}):
        units = "、".join(unit.zh or unit.en for unit in each.responsible)
        days = tuple(str(day) if day else None for day in (each.due, each.closed_on))
        texts = _both(each.text)
        yield each.item, each.is_decision, *texts, units, days[0], each.type, each.status, days[1], each.closed_by
