"""The invented year in a database, read from its files by PyYAML alone; no module of the program has a hand in it."""

from __future__ import annotations

import atexit
import csv
import sqlite3
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from years import year_folder

SCHEMA = """
CREATE TABLE meeting (id TEXT PRIMARY KEY, kind TEXT, day TEXT, minutes INTEGER, mode TEXT, first_topic INTEGER,
                      decisions INTEGER, requirements INTEGER);
CREATE TABLE seat (meeting TEXT, person TEXT, unit TEXT, member INTEGER, status TEXT, for_other INTEGER);
CREATE TABLE crowd (meeting TEXT, number INTEGER, at_least INTEGER);
CREATE TABLE conveyed (meeting TEXT, title TEXT, number TEXT, issuer TEXT);
CREATE TABLE matter (meeting TEXT, item TEXT, unit TEXT, due TEXT, type TEXT);
CREATE TABLE progress (meeting TEXT, item TEXT, status TEXT, closed TEXT);
"""


@cache
def database() -> sqlite3.Connection:
    """All tables of both years."""
    base = sqlite3.connect(":memory:")
    # It is kept for all tests, and closed behind the last.
    atexit.register(base.close)
    base.executescript(SCHEMA)
    folder = year_folder()
    people = {each["id"]: each.get("unit") for each in _read(folder / "office.yaml")["people"]}
    for file in sorted(folder.glob("20*/*.yaml")):
        _add(base, _read(file), people)
    with (folder / "follow-up.csv").open(encoding="utf-8", newline="") as table:
        rows = [(row["record"], row["item"], row["status"], row["closed_on"] or None) for row in csv.DictReader(table)]
    base.executemany("INSERT INTO progress VALUES (?, ?, ?, ?)", rows)
    return base


def one(query: str, *values: object) -> tuple[Any, ...]:
    """The one row of a query."""
    (row,) = database().execute(query, values).fetchall()
    return tuple(row)


def rows(query: str, *values: object) -> list[tuple[Any, ...]]:
    """All rows of a query."""
    return database().execute(query, values).fetchall()


def _read(file: Path) -> Any:  # noqa: ANN401 (whatever YAML says)
    # A loader that takes no text for a date or a number.
    return yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506


def _add(base: sqlite3.Connection, record: Any, people: dict[str, str | None]) -> None:  # noqa: ANN401
    held: Any = record["held"] if not isinstance(record["held"], str) else {"start": record["held"], "end": None}
    day, begins = held["start"].split()
    items: list[tuple[str, Any]] = [
        (str(number), item) for number, item in enumerate(record.get("agenda", ()), start=1)
    ] or [("", record)]
    lists: Any = [[each for _, item in items for each in item.get(name, ())] for name in ("decisions", "requirements")]
    base.execute(
        "INSERT INTO meeting VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            record["id"],
            record["kind"],
            day,
            _clock(held["end"]) - _clock(begins) if held["end"] else None,
            record.get("mode"),
            any(item.get("first_topic") == "true" for _, item in items),
            *map(len, lists),
        ),
    )
    for each in record["attendees"]:
        if "group" in each:
            many = each["count"]
            crowd = (int(many["at_least"]), 1) if not isinstance(many, str) else (int(many), 0)
            base.execute("INSERT INTO crowd VALUES (?, ?, ?)", (record["id"], *crowd))
            continue
        base.execute(
            "INSERT INTO seat VALUES (?, ?, ?, ?, ?, ?)",
            (
                record["id"],
                each["person"],
                people[each["person"]],
                "attend_as" not in each,
                each.get("status", "present"),
                "on_behalf_of" in each,
            ),
        )
    for number, item in items:
        for given in item.get("conveyed", ()):
            base.execute(
                "INSERT INTO conveyed VALUES (?, ?, ?, ?)",
                (record["id"], given["title"]["zh"], given.get("number", ""), given.get("issuer")),
            )
        for letter, name in (("d", "decisions"), ("r", "requirements")):
            for place, matter in enumerate(item.get(name, ()), start=1):
                due = matter.get("due")
                kind: Any = due["type"] if due and not isinstance(due, str) else "once"
                code = f"{number}.{letter}{place}" if number else f"{letter}{place}"
                end = due if isinstance(due, str) else None
                base.execute(
                    "INSERT INTO matter VALUES (?, ?, ?, ?, ?)", (record["id"], code, matter["responsible"], end, kind)
                )


def _clock(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def between(year: int) -> tuple[str, str]:
    """The days of a year, for `BETWEEN ? AND ?`."""
    return str(date(year, 1, 1)), str(date(year, 12, 31))
