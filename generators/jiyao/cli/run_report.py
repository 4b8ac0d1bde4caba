"""`--report`: what a run has made of which record, as JSON that other programs read."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from jiyao.cli.machine import as_object
from jiyao.cli.tally import OUTCOMES, Tally
from jiyao.cli.ui import Ui
from jiyao.dataclass import dataclass
from jiyao.problems import Problem
from jiyao.work.faults import not_written
from jiyao.work.making import Drafted
from jiyao.work.placing import Made
from jiyao.work.reasons import reason
from jiyao.work.workspace import shown


@dataclass(slots=True)
class RunReport:
    """A report that grows on the disk, so that a run takes the same memory however long it is.

    `{"documents": […], "problems": […], "records": …, "made": …, "unchanged": …, "kept": …, "failed": …,
    "seconds": …}`.
    The run goes on where it cannot be written; `problem` then says why.
    """

    path: Path
    problem: Problem | None = None
    _file: TextIO | None = None
    _is_first: bool = True

    def add(self, record: Drafted, made: Made) -> None:
        """One document of a record: where it is, what became of it and why, and the codes of its problems."""
        entry = {
            "record": shown(record.piece.file.path),
            "line": record.line,
            "document": made.product.key,
            "path": shown(made.path) if made.path else None,
            "outcome": made.outcome.value if made.outcome else "failed",
            "why": [each.value for each in made.why],
            "problems": [each.code for each in made.problems],
        }
        self._write(("" if self._is_first else ",\n") + json.dumps(entry, ensure_ascii=False))
        self._is_first = False

    def finish(self, problems: Sequence[Problem], tally: Tally, seconds: float, ui: Ui) -> None:
        """What is known at the end; the problems are those that `--format json` prints."""
        total = tally.total()
        rest = {
            "problems": [as_object(each, ui) for each in problems],
            "records": tally.records,
            **{outcome.value if outcome else "failed": total[outcome] for outcome in OUTCOMES},
            "seconds": round(seconds, 3),
        }
        self._write("\n],\n" + json.dumps(rest, ensure_ascii=False, indent=1).removeprefix("{").lstrip() + "\n")
        with self._telling():
            if self._file:
                self._file.close()
                self._temporary.replace(self.path)
                self._file = None

    @contextmanager
    def open(self) -> Generator[None]:
        """Within it the report is written; one that is not finished leaves nothing."""
        with self._telling():
            self._file = self._temporary.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
        self._write('{"documents": [\n')
        try:
            yield
        finally:
            self._discard()

    def _discard(self) -> None:
        if self._file:
            with contextlib.suppress(OSError):
                self._file.close()
            with contextlib.suppress(OSError):
                self._temporary.unlink()

    @property
    def _temporary(self) -> Path:
        return self.path.with_name(f".~{os.getpid()}-report.tmp")

    def _write(self, text: str) -> None:
        with self._telling():
            if self._file and not self.problem:
                self._file.write(text)

    @contextmanager
    def _telling(self) -> Generator[None]:
        try:
            yield
        except OSError as error:
            self.problem = not_written(shown(self.path), reason(error))
