"""Whole programs against each other: the start, one record, and thousands of them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from alike import difference
from measuring import FailedError, Rounds, Took, in_rounds, middle, on_all_cores, ratio, run
from meetings import TEMPLATE, write_meetings, write_values

HERE = Path(__file__).resolve().parent
JIYAO = (sys.executable, "-m", "jiyao")
SOURCES = ("jsonl", "yaml")
LINES = "jsonl/meetings.jsonl"
SCRIPT = (sys.executable, str(HERE / "bare_docxtpl.py"), str(TEMPLATE))


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder with the records, and a cache of its own, so that nobody's own cache is touched."""

    folder: Path

    def prepare(self, records: int, filled: int) -> None:
        """Writes `records` records for jiyao, and values of the first `filled` of them for docxtpl."""
        write_meetings(self.folder, records)
        write_values(self.folder / "values.jsonl", filled)
        write_values(self.folder / "value.jsonl", 1)

    def jiyao(self, *arguments: str) -> Took:
        """The whole process."""
        return run([*JIYAO, *arguments], {"XDG_CACHE_HOME": str(self.folder / "cache")})[1]

    def make(self, source: str, out: str, jobs: int = 1) -> Took:
        """`jiyao make` of a file or a folder of records into an empty folder, by so many processes."""
        return self.jiyao("make", str(self.folder / source), "-o", str(self._empty(out)), "--jobs", str(jobs))

    def make_on_all_cores(self, source: str, out: str) -> Took:
        """As `make`, with a process for each core."""
        with on_all_cores() as cores:
            return self.make(source, out, cores)

    def docxtpl(self, values: str, out: str) -> Took:
        """The script with docxtpl, from a file of values."""
        return run([*SCRIPT, str(self.folder / values), str(self._empty(out))])[1]

    def check(self) -> None:
        """Raises `FailedError` if jiyao and the script do not make the same text of one record."""
        self.make("yaml/00001.yaml", "one")
        self.docxtpl("value.jsonl", "one-docxtpl")
        (made,) = (self.folder / "one").glob("*.docx")
        unlike = difference(made, self.folder / "one-docxtpl" / "1.docx")
        if unlike:
            raise FailedError(f"jiyao make and docxtpl: {unlike}")

    def _empty(self, name: str) -> Path:
        out = self.folder / name
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        return out


def processes(desk: Desk, rounds: int) -> Mapping[str, float]:
    """One record, and the start alone; milliseconds and ratios, below 1 where jiyao is the faster one."""
    desk.check()
    took = in_rounds(
        {
            "make": lambda: desk.make("yaml/00001.yaml", "one"),
            "docxtpl": lambda: desk.docxtpl("value.jsonl", "one-docxtpl"),
            "help": lambda: desk.jiyao("--help"),
            "click": lambda: run([sys.executable, "-c", "import click"])[1],
        },
        rounds,
    )
    return {
        **{f"{name}_ms": round(middle(each).seconds * 1000, 1) for name, each in took.items()},
        "make_to_docxtpl": round(ratio(took, "docxtpl", "make"), 2),
        "help_to_click": round(ratio(took, "click", "help"), 2),
    }


def batches(desk: Desk, records: int, filled: int, rounds: int) -> Mapping[str, object]:
    """Thousands of records, from one file and from a folder, on one core and on all, against docxtpl only filling."""
    contestants: Mapping[str, tuple[Callable[[], Took], int]] = {
        "docxtpl": (lambda: desk.docxtpl("values.jsonl", "many-docxtpl"), filled),
        "jsonl": (lambda: desk.make(LINES, "many"), records),
        "yaml": (lambda: desk.make("yaml", "many"), records),
        "jsonl on all": (lambda: desk.make_on_all_cores(LINES, "many"), records),
        "yaml on all": (lambda: desk.make_on_all_cores("yaml", "many"), records),
    }
    took = in_rounds({name: _each(make, count) for name, (make, count) in contestants.items()}, rounds)
    return {
        "records": records,
        "docxtpl": {"documents": filled, "docs_per_s": _per_second(took["docxtpl"])},
        **{name: _figures(took, name) for name in SOURCES},
        "cores": os.cpu_count() or 1,
        "all_cores": {name: _on_all(took, name) for name in SOURCES},
    }


def _on_all(took: Rounds, name: str) -> Mapping[str, float]:
    return {
        "docs_per_s": _per_second(took[f"{name} on all"]),
        "times_one_core": round(ratio(took, f"{name} on all", name), 2),
        "ratio": round(ratio(took, f"{name} on all", "docxtpl"), 2),
    }


def _each(make: Callable[[], Took], documents: int) -> Callable[[], Took]:
    """What one of the documents took."""

    def took() -> Took:
        whole = make()
        return Took(whole.seconds / documents, whole.cpu / documents)

    return took


def _figures(took: Rounds, name: str) -> Mapping[str, float]:
    return {
        "docs_per_s": _per_second(took[name]),
        "ratio": round(ratio(took, name, "docxtpl"), 2),
        "cpu_ratio": round(ratio(took, name, "docxtpl", "cpu"), 2),
    }


def _per_second(took: Sequence[Took]) -> float:
    return round(1 / middle(took).seconds, 1)
