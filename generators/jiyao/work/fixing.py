"""Mending record files with the edits that problems bring along."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jiyao.problems import Edit
from jiyao.records.reading import read
from jiyao.records.writing import spliced
from jiyao.work.writing import write_whole

LINES = frozenset((".jsonl", ".ndjson"))


def fix_file(path: Path, edits: Sequence[Edit]) -> bool:
    """Apply edits to a record file, in the encoding that it has; False where nothing was to be changed.

    Raises OSError where the file cannot be read or written; it is then as it was.
    """
    data = path.read_bytes()
    sources = tuple(read(data, path.name))
    encoding = sources[0].encoding
    # The places of problems count in the whole file, so a file of many records is spliced as a whole.
    text = data.decode(encoding) if path.suffix.lower() in LINES else sources[0].text
    new = spliced(text, edits)
    if new == text:
        return False
    write_whole(path, new.encode(encoding))
    return True
