"""Runs the whole benchmark and writes its figures: `make bench`, or `python benchmarks/run.py --help`.

The figures go to `latest.json`; `docs/make_benchmarks.py` makes the page of them.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from comparison import CHECKED, Field, compared, memory, minutes_of, with_rows
from engines import ENGINES, HERE, machine
from measuring import on_one_core
from programs import Desk, batches, processes

RESULTS = HERE / "latest.json"
_IN_MEMORY = Path("/dev/shm")  # noqa: S108  # a folder of our own is made in it


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done. The whole of it takes half an hour and more, `SHORT` a few minutes."""

    documents: int = 1000
    rounds: int = 5
    cold_rounds: int = 5
    rows_rounds: int = 3
    process_rounds: int = 15
    records: int = 10_000
    filled: int = 500
    batch_rounds: int = 3


SHORT = Size(200, 3, 5, 1, 7, 500, 200, 1)


def measured(size: Size, folder: Path) -> dict[str, object]:
    """All figures, made in a folder."""
    field = Field(folder, [engine for engine in ENGINES if not engine.missing])
    desk = Desk(folder / "desk")
    field.prepare(size.documents)
    desk.folder.mkdir()
    desk.prepare(size.records, size.filled)
    return {
        "date": time.strftime("%Y-%m-%d"),
        "machine": machine(),
        "size": {**asdict(size), "checked": CHECKED},
        "minutes": minutes_of(field),
        "engines": _told("engines", compared(field, size.rounds, size.cold_rounds)),
        "skipped": {engine.name: engine.missing for engine in ENGINES if engine.missing},
        "memory": _told("memory", memory(field, size.documents)),
        "rows_2000": _told("rows", with_rows(field, size.rows_rounds)),
        "process": _told("process", processes(desk, size.process_rounds)),
        "batch": _told("batch", batches(desk, size.records, size.filled, size.batch_rounds)),
    }


def _told(section: str, figures: object) -> object:
    """The figures, shown to whoever waits."""
    print(section, json.dumps(figures, indent=1), file=sys.stderr, flush=True)
    return figures


def main() -> None:
    """Measure, and write the figures down."""
    parser = argparse.ArgumentParser(description="The engines, the programs and the batches, measured on one core.")
    parser.add_argument("--short", action="store_true", help="a few minutes instead of half an hour")
    parser.add_argument("-o", "--output", type=Path, default=RESULTS, help="the file for the figures")
    arguments = parser.parse_args()
    on_one_core()
    with tempfile.TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None) as folder:
        figures = measured(SHORT if arguments.short else Size(), Path(folder))
    arguments.output.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
