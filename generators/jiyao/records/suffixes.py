"""By what the name of a record file ends: the one list of it."""

from __future__ import annotations

from pathlib import PurePath

LINES = (".jsonl", ".ndjson")
"""Files with a record in each line."""
JSON = (".json", *LINES)
RECORDS = (".yaml", ".yml", *JSON)


def holds_lines(file: str) -> bool:
    """Whether each line of the file is a record of its own."""
    return PurePath(file).suffix.lower() in LINES


def holds_json(file: str) -> bool:
    """Whether texts of the file stand in quotes as JSON has them."""
    return PurePath(file).suffix.lower() in JSON


def may_hold_records(file: str) -> bool:
    """Whether the program reads such a file at all."""
    return PurePath(file).suffix.lower() in RECORDS
