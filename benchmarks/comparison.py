"""The engines against each other: the same minutes from the same records."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from alike import difference, texts
from engines import PEER, Engine
from invented import PEOPLE, record, write_records
from layouts import SYNTAXES, template
from measuring import FailedError, Rounds, Took, in_rounds, middle, ratio, run

CHECKED = 20
"""Records whose documents are compared, engine by engine, before anything is timed."""
ROWS, FEWER_ROWS = 2_000, 500
OURS = ("jiyao-zlib", "jiyao-isal")


@dataclass(frozen=True, slots=True)
class Field:
    """Where the comparison takes place: a folder for its files, and the engines that are there."""

    folder: Path
    engines: Sequence[Engine]

    def prepare(self, documents: int) -> None:
        """Writes the templates and the records."""
        for name, syntax in SYNTAXES.items():
            (self.folder / f"{name}.docx").write_bytes(template(syntax))
        write_records(self.folder / "records.jsonl", map(record, range(documents)))
        write_records(self.folder / "checked.jsonl", map(record, range(CHECKED)))
        for rows in (ROWS, FEWER_ROWS):
            write_records(self.folder / f"rows-{rows}.jsonl", iter((record(0, rows),)))

    def fill(self, engine: Engine, records: str, times: int = 1) -> tuple[Took, Took]:
        """What filling took by the engine's own clock, and what the whole process took."""
        out = self.out(engine)
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        files = (self.folder / f"{engine.syntax}.docx", self.folder / f"{records}.jsonl", out)
        said, whole = run([engine.program, engine.script, engine.filler, *map(str, files), str(times)])
        took = json.loads(said)
        each = max(took["documents"], 1)
        return Took(took["seconds"] / each, took["cpu"] / each, took["peak_mb"]), whole

    def out(self, engine: Engine) -> Path:
        return self.folder / f"out-{engine.name}"

    def check(self, records: str, documents: int) -> None:
        """Raises `FailedError` if an engine makes another text than docxtpl does."""
        for engine in self.engines:
            self.fill(engine, records)
        (peer,) = (self.out(engine) for engine in self.engines if engine.name == PEER)
        for engine in self.engines:
            for number in range(1, documents + 1):
                unlike = difference(peer / f"{number}.docx", self.out(engine) / f"{number}.docx")
                if unlike:
                    raise FailedError(f"{engine.name}, record {number}: {unlike}")

    def rounds(self, records: str, rounds: int) -> Rounds:
        """Filling, per document, in a process that is warm."""
        return in_rounds({each.name: self._warm(each, records) for each in self.engines}, rounds)

    def cold(self, rounds: int) -> Rounds:
        """One document as a whole process."""
        return in_rounds({each.name: self._cold(each) for each in self.engines}, rounds)

    def _warm(self, engine: Engine, records: str) -> Callable[[], Took]:
        return lambda: self.fill(engine, records)[0]

    def _cold(self, engine: Engine) -> Callable[[], Took]:
        return lambda: self.fill(engine, "checked", times=0)[1]


def minutes_of(field: Field) -> Mapping[str, int]:
    """What the minutes are: how much each engine reads, and how much it makes of that."""
    lines = (field.folder / "checked.jsonl").read_bytes().splitlines()
    (peer,) = (engine for engine in field.engines if engine.name == PEER)
    field.fill(peer, "checked", times=0)
    document = (field.out(peer) / "0.docx").read_bytes()
    with ZipFile(BytesIO(document)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    paragraphs = texts(document)
    return {
        "people": PEOPLE,
        "record_kb": round(len(lines[0]) / 1000),
        "xml_kb": round(size / 1000),
        # One is the header's.
        "paragraphs": len(paragraphs) - 1,
    }


def compared(field: Field, rounds: int, cold_rounds: int) -> Mapping[str, Mapping[str, object]]:
    """The figures of each engine: documents a second, times docxtpl, peak memory, a cold start."""
    field.check("checked", CHECKED)
    warm, cold = field.rounds("records", rounds), field.cold(cold_rounds)
    return {engine.name: _figures(engine, warm, cold) for engine in field.engines}


def _figures(engine: Engine, warm: Rounds, cold: Rounds) -> Mapping[str, object]:
    took = middle(warm[engine.name])
    return {
        "version": engine.version,
        "docs_per_s": round(1 / took.seconds, 1),
        "ratio": round(ratio(warm, engine.name, PEER), 2),
        "cpu_ms": round(took.cpu * 1000, 3),
        "cpu_ratio": round(ratio(warm, engine.name, PEER, "cpu"), 2),
        "peak_mb": round(took.peak_mb),
        # The floor has its template cleaned by docxtpl at each start; nobody would run it so.
        "cold_ms": None if engine.name.startswith("floor") else round(middle(cold[engine.name]).seconds * 1000),
    }


def with_rows(field: Field, rounds: int) -> Mapping[str, Mapping[str, object]]:
    """The document with 2,000 rows: milliseconds, times docxtpl, and how much longer it takes than one with 500."""
    field.check(f"rows-{FEWER_ROWS}", 1)
    many, fewer = field.rounds(f"rows-{ROWS}", rounds), field.rounds(f"rows-{FEWER_ROWS}", rounds)
    return {
        engine.name: {
            "ms": round(middle(many[engine.name]).seconds * 1000, 1),
            "ratio": round(ratio(many, engine.name, PEER), 2),
            "times_500_rows": round(middle(many[engine.name]).cpu / middle(fewer[engine.name]).cpu, 2),
        }
        for engine in field.engines
    }


def memory(field: Field, documents: int) -> Mapping[str, Mapping[str, int]]:
    """The peak, in MB, of one process that makes so many documents, and of one that makes ten times as many."""
    ours = [engine for engine in field.engines if engine.name in OURS]
    return {
        engine.name: {
            str(documents * times): round(field.fill(engine, "records", times)[0].peak_mb) for times in (1, 10)
        }
        for engine in ours
    }
