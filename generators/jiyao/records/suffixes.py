"""By what the name of a record file ends: the one list of it."""

from __future__ import annotations

import os.path

LINES = (".jsonl", ".ndjson")
"""Files with a record in each line."""
JSON = (".json", *LINES)
SUMMARY = ".summary.json"
"""What the program says about records, which is none itself."""
RECORDS = (".yaml", ".yml", *JSON)


def holds_lines(file: str) -> bool:
    """Whether each line of the file is a record of its own."""
    return _ending(file) in LINES


def holds_json(file: str) -> bool:
    """Whether texts of the file stand in quotes as JSON has them."""
    return _ending(file) in JSON


def may_hold_records(file: str) -> bool:
    """Whether the program reads such a file at all."""
    return _ending(file) in RECORDS and not file.lower().endswith(SUMMARY)


def _ending(file: str) -> str:
    # Not by Path: this is asked for each record of a batch.
    return os.path.splitext(file)[1].lower()  # noqa: PTH122
