"""Giving documents their names and putting them into folders: what one process does for a whole run."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import field
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from jiyao.dataclass import dataclass
from jiyao.problems import Problem
from jiyao.records.suffixes import holds_lines
from jiyao.work.faults import not_written, outside
from jiyao.work.freshness import Freshness
from jiyao.work.making import Draft, Drafted, Fault
from jiyao.work.manifest import MANIFEST, Manifest, Manifests, Outcome, Overwrite, Source
from jiyao.work.products import Order, Product
from jiyao.work.provenance import Provenances
from jiyao.work.reasons import reason
from jiyao.work.why import Why, reasons
from jiyao.work.workspace import OWN_FOLDER, Piece, RecordFile, shown
from jiyao.work.writing import safe_name


class Made(NamedTuple):
    """What became of one document of one record; `path` is None where it could not be made, and `problems` say why.

    `kept` is the file that had to stay, where the document was written beside it.
    """

    product: Product
    path: Path | None = None
    outcome: Outcome | None = None
    problems: tuple[Problem, ...] = ()
    kept: Path | None = None
    fault: Fault | None = None
    why: tuple[Why, ...] = ()
    """Why it was to be written."""


class Spot(NamedTuple):
    """A folder of outputs: as it is shown, as it is without links, and whether a link leads out of where it should be.

    Also a link in the place of what the program keeps in the folder leads out.
    """

    folder: Path
    real: Path
    leads_out: bool

    def key(self, name: str) -> str:
        """The one file that a name here means, also where case means nothing to the file system."""
        return f"{self.real}{os.sep}{name}".casefold()


@dataclass(slots=True)
class Workshop:
    """One run: no two documents of it get the same name, and what nobody may overwrite stays.

    `problems` holds what went wrong with no document in particular.
    """

    order: Order
    problems: list[Problem] = field(default_factory=list[Problem])
    _manifests: Manifests = field(init=False)
    _spots: tuple[tuple[Path, Path] | None, Spot] = (None, Spot(Path(), Path(), leads_out=False))
    """The folder of the records that come now, and the one of their documents: most share it with their neighbours."""
    _taken: set[str] = field(default_factory=set[str])
    """The names that documents of this run were meant to have, in small letters."""
    _written: set[str] = field(default_factory=set[str])
    """The files that this run has written, or found as they should be."""

    def __post_init__(self) -> None:
        self._manifests = Manifests(self.order.dry_run)

    def finish(self) -> None:
        """Write down what was made in the last folder; what keeps it from being so is one of `problems`."""
        folder = self._manifests.folder
        try:
            self._manifests.close()
        except OSError as error:
            self.problems.append(not_written(shown(folder / OWN_FOLDER / MANIFEST), reason(error)))

    def make(self, record: Drafted) -> Iterator[Made]:
        """Put the documents of a record into their folder, one by one."""
        if record.piece.made:
            yield from self._left(record)
        for draft in record.drafts:
            if draft.content is None:
                yield Made(draft.product, problems=draft.problems, fault=draft.fault)
            else:
                yield self._put(record, draft, draft.content)

    def _put(self, record: Drafted, draft: Draft, content: bytes) -> Made:
        spot = self._spot(record.piece.file)
        if spot.leads_out:
            problem = outside(shown(spot.folder / _usual(record, draft)), shown(self.order.folder or spot.folder))
            return Made(draft.product, problems=(problem,))
        try:
            manifest = self._manifest(spot.folder)
            source = Source(_identity(record, spot), draft.product.key)
            name = self._name(manifest, source, record, draft)
            known = manifest.files.get(name)
            path, outcome = self._placed(manifest, name, content, source, record)
        except OSError as error:
            problem = not_written(shown(spot.folder / _usual(record, draft)), reason(error))
            return Made(draft.product, problems=(problem,))
        self._written.add(spot.key(path.name))
        kept = spot.folder / name if outcome is Outcome.KEPT else None
        why = reasons(known, record.made_of, outcome, is_issued=record.is_issued)
        return Made(draft.product, path, outcome, draft.problems, kept, why=why)

    def _placed(
        self, manifest: Manifest, name: str, content: bytes, source: Source, record: Drafted
    ) -> tuple[Path, Outcome]:
        if self.order.dry_run:
            return manifest.foresee(name, content, source, self._rule(record))
        made_of, of = record.made_of, len(record.drafts)
        return manifest.place(name, content, source, self._rule(record), made_of=made_of, of=of)

    def _left(self, record: Drafted) -> Iterator[Made]:
        """The documents that an earlier run has made of the same things; nobody else gets their names."""
        spot = self._spot(record.piece.file)
        for name, key in record.piece.made:
            self._taken.add(spot.key(name))
            self._written.add(spot.key(name))
            yield Made(Product.of_key(key), spot.folder / name, Outcome.UNCHANGED)

    def noted(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces, each with its documents where there is nothing to do; with `--force` there always is."""
        return iter(pieces) if self.order.force else Freshness(Provenances(self.order), self._open_folder).noted(pieces)

    def _open_folder(self, file: RecordFile) -> Path | None:
        spot = self._spot(file)
        return None if spot.leads_out else spot.folder

    def _rule(self, record: Drafted) -> Overwrite:
        if record.is_issued and not self.order.issuing:
            return Overwrite.NOTHING
        return Overwrite.ANY if self.order.force else Overwrite.OWN

    def _manifest(self, folder: Path) -> Manifest:
        if not self._manifests.holds(folder):
            self.finish()
        return self._manifests.of(folder)

    def _spot(self, file: RecordFile) -> Spot:
        of = file.path.parent, file.root
        if self._spots[0] != of:
            folder = self._folder(file)
            self._spots = of, Spot(folder, folder.resolve(), self._leads_out(folder))
        return self._spots[1]

    def _folder(self, file: RecordFile) -> Path:
        """Beside the record; with `-o`, in that folder, in the same subfolder as the record has below its root."""
        if self.order.folder is None:
            return file.path.parent
        return self.order.folder / file.path.parent.resolve().relative_to(file.root.resolve())

    def _leads_out(self, folder: Path) -> bool:
        """Whether a link takes the documents out of the output folder, or what the program keeps out of this one."""
        if (folder / OWN_FOLDER).is_symlink():
            return True
        return self.order.folder is not None and not folder.resolve().is_relative_to(self.order.folder.resolve())

    def _name(self, manifest: Manifest, source: Source, record: Drafted, draft: Draft) -> str:
        """安全生产例会-纪要.docx: the record's own name, and the document's; a number where another record has it.

        What an earlier run has named keeps its name, whichever other records are made with it.
        """
        spot = self._spot(record.piece.file)
        known = (name for name in manifest.names_of(source) if spot.key(name) not in self._written)
        numbered = (_usual(record, draft, number) for number in count(1))
        free = (name for name in numbered if spot.key(name) not in self._taken)
        name = next(chain(known, free))
        self._taken.add(spot.key(name))
        return name


@contextmanager
def working(order: Order) -> Generator[Workshop]:
    """A workshop that writes down what it has made at the end, and where it is interrupted."""
    workshop = Workshop(order)
    try:
        yield workshop
    finally:
        workshop.finish()


def _identity(record: Drafted, spot: Spot) -> str:
    """Which record it is, the same from wherever the program was called: its file, and its id or line there."""
    file = os.path.relpath(record.piece.file.real, spot.real)
    return f"{file}#{record.identifier}" if record.identifier and holds_lines(file) else f"{file}:{record.line}"


def _usual(record: Drafted, draft: Draft, number: int = 1) -> str:
    """The name that a document has where nothing stands in its way; the next ones carry a number."""
    end = draft.product.ending
    return safe_name(_stem(record), end if number == 1 else f"（{number}）{end}")


def _stem(record: Drafted) -> str:
    """The record's file name; in a file of many records the id, else the number of the line."""
    path = record.piece.file.path
    if not holds_lines(path.name):
        return path.stem
    return record.identifier or f"{path.stem}-{record.line}"
