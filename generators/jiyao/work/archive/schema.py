"""The tables of the archive, and how it is opened."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from jiyao.work.workspace import OWN_FOLDER

ARCHIVE = "archive.db"
VERSION = 1
"""Of the tables: an archive of another version is made anew."""
WAIT = 60.0
"""Seconds for another run that is writing."""

TABLES = """
CREATE TABLE source (id INTEGER PRIMARY KEY, path TEXT UNIQUE, digest TEXT, office TEXT);
CREATE TABLE meeting (id INTEGER PRIMARY KEY, source INTEGER REFERENCES source ON DELETE CASCADE,
    record TEXT, line INTEGER, title_zh TEXT, title_en TEXT, kind TEXT, kind_zh TEXT, kind_en TEXT, called TEXT,
    day TEXT, minutes INTEGER, mode TEXT, chair TEXT);
CREATE TABLE attendance (meeting INTEGER REFERENCES meeting ON DELETE CASCADE, name_zh TEXT, name_en TEXT, unit TEXT,
    people INTEGER, attend_as TEXT, presence TEXT);
CREATE TABLE conveyed (meeting INTEGER REFERENCES meeting ON DELETE CASCADE, title_zh TEXT, title_en TEXT, form TEXT,
    issuer TEXT, number TEXT, date TEXT);
CREATE TABLE statement (meeting INTEGER REFERENCES meeting ON DELETE CASCADE, verb TEXT, speaker TEXT, text_zh TEXT,
    text_en TEXT);
CREATE TABLE matter (meeting INTEGER REFERENCES meeting ON DELETE CASCADE, item TEXT, is_decision INTEGER,
    text_zh TEXT, text_en TEXT, responsible TEXT, due TEXT, type TEXT, status TEXT, closed_on TEXT, closed_by TEXT);
CREATE TABLE progress (record TEXT, item TEXT, status TEXT, closed_on TEXT, closed_by TEXT, note TEXT, updated TEXT,
    PRIMARY KEY (record, item));
CREATE TABLE passage (meeting INTEGER REFERENCES meeting ON DELETE CASCADE, what TEXT, body TEXT);
CREATE INDEX meeting_of_source ON meeting (source);
CREATE INDEX meeting_by_day ON meeting (day);
CREATE INDEX passage_of ON passage (meeting);
CREATE INDEX attendance_of ON attendance (meeting);
CREATE INDEX attendance_by_name ON attendance (name_zh);
CREATE INDEX conveyed_of ON conveyed (meeting);
CREATE INDEX statement_of ON statement (meeting);
CREATE INDEX matter_of ON matter (meeting);
CREATE VIRTUAL TABLE words USING fts5 (body, content='', tokenize='unicode61');
"""


def archive_file(folder: Path) -> Path:
    """Where the archive of a workspace is."""
    return folder / OWN_FOLDER / ARCHIVE


@contextmanager
def opened_archive(folder: Path) -> Generator[sqlite3.Connection]:
    """The archive, empty where there was none, or none that this version can use.

    Raises OSError where the folder cannot be written, sqlite3.Error where the file cannot be used.
    """
    own = folder / OWN_FOLDER
    if own.is_symlink() or archive_file(folder).is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(own))
    own.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(archive_file(folder), timeout=WAIT, isolation_level=None)) as base:
        base.execute("PRAGMA foreign_keys = ON")
        # What a record no longer says is not to be read from the file.
        base.execute("PRAGMA secure_delete = ON")
        yield base


def demand_current(base: sqlite3.Connection) -> None:
    """Make the tables where there are none. Raises DatabaseError where they are those of another version."""
    (version,) = base.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return
    if base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise sqlite3.DatabaseError("another version")
    for statement in TABLES.split(";\n"):
        base.execute(statement)
    base.execute(f"PRAGMA user_version = {VERSION}")


def remove(folder: Path) -> None:
    """Take the archive away, with what SQLite keeps beside it."""
    for ending in ("", "-journal"):
        path = archive_file(folder)
        path.with_name(path.name + ending).unlink(missing_ok=True)
