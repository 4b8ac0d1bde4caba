"""Finding meetings in the archive by words, year, kind and person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jiyao.languages.bigrams import normal, query
from jiyao.work.archive.schema import opened_archive

AROUND = 24
"""Characters of a passage that are shown on each side of a word."""
MOST_SNIPPETS = 3


class Wanted(NamedTuple):
    """What to look for; what is empty does not matter."""

    words: str = ""
    year: int | None = None
    kind: str = ""
    """A key or a name of a kind of meeting."""
    person: str = ""
    """A whole name, in either language: who attended, was on leave, or had the chair."""
    most: int = 50


class Hit(NamedTuple):
    """One meeting that was found."""

    file: str
    """Its file, relative to the workspace."""
    line: int
    record: str
    day: str
    """"" where the record says none."""
    title: str
    kind: str
    snippets: tuple[tuple[str, str], ...]
    """What each piece is (decision, statement …), and the piece around the first word."""


def search(folder: Path, wanted: Wanted) -> list[Hit]:
    """The meetings, the latest first. Raises as `opened_archive` does."""
    with opened_archive(folder) as base:
        return [_hit(base, row, wanted) for row in base.execute(*_statement(wanted))]


def _statement(wanted: Wanted) -> tuple[str, tuple[object, ...]]:
    tests: list[str] = []
    values: list[object] = []
    asked = query(wanted.words)
    if wanted.words and not asked:
        return "SELECT 0 WHERE 0", ()
    if asked:
        tests.append("meeting.id IN (SELECT rowid FROM words WHERE words MATCH ?)")
        values.append(asked)
    if wanted.year is not None:
        tests.append("day BETWEEN ? AND ?")
        values += [f"{wanted.year:04}-01-01", f"{wanted.year:04}-12-31"]
    if wanted.kind:
        tests.append("? IN (kind, kind_zh, kind_en, called)")
        values.append(wanted.kind)
    if wanted.person:
        named = "SELECT meeting FROM attendance WHERE name_zh = ? OR name_en = ?"
        tests.append(f"(chair = ? OR meeting.id IN ({named}))")
        values += [wanted.person] * 3
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    columns = "meeting.id, path, line, record, coalesce(day, ''), title_zh, title_en, kind_zh, kind_en"
    order = " ORDER BY day DESC, record LIMIT ?"
    return f"SELECT {columns} FROM meeting JOIN source ON source.id = source{where}{order}", (*values, wanted.most)  # noqa: S608


def _hit(base: sqlite3.Connection, row: tuple[int, str, int, str, str, str, str, str, str], wanted: Wanted) -> Hit:
    number, path, line, record, day, *titles = row
    snippets = tuple(_snippets(base, number, wanted.words)) if wanted.words else ()
    return Hit(path, line, record, day, titles[0] or titles[1], titles[2] or titles[3], snippets)


def _snippets(base: sqlite3.Connection, meeting: int, words: str) -> Iterator[tuple[str, str]]:
    wanted = [normal(word) for word in words.split()]
    found = 0
    for what, body in base.execute("SELECT what, body FROM passage WHERE meeting = ? ORDER BY rowid", (meeting,)):
        compared = normal(body)
        at = min((place for word in wanted if (place := compared.find(word)) >= 0), default=-1)
        if at >= 0 and found < MOST_SNIPPETS:
            found += 1
            yield what, _around(body if len(compared) == len(body) else compared, at, max(map(len, wanted)))


def _around(body: str, at: int, length: int) -> str:
    start, end = max(0, at - AROUND), min(len(body), at + length + AROUND)
    cut = " ".join(body[start:end].split())
    return f"{'…' if start else ''}{cut}{'…' if end < len(body) else ''}"
