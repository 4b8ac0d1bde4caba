"""What the program wrote into a folder, so that a later run knows which files somebody has edited since."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import field
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from jiyao.dataclass import dataclass
from jiyao.work.locking import locked
from jiyao.work.workspace import OWN_FOLDER
from jiyao.work.writing import uninterrupted, write_whole

MANIFEST = "manifest.json"
VERSION = 1
SAVED_AFTER = 200
"""Documents after which a long run writes down what it has made, should it be killed."""


class Outcome(StrEnum):
    """What became of one document."""

    MADE = "made"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    """Somebody has edited the file, or it is issued: it stays, and the new one was written beside it."""


class Overwrite(StrEnum):
    """Which files a run may write over."""

    NOTHING = "nothing"
    """The document is issued: what is there is what people hold in their hands."""
    OWN = "own"
    """What the program wrote, and nobody has touched since."""
    ANY = "any"


class Source(NamedTuple):
    """What a document was made of, and which document it is."""

    record: str
    document: str


class Written(NamedTuple):
    """One file as the program wrote it."""

    sha256: str
    record: str
    document: str
    beside: str = ""
    """The file that had to stay, where this one was written beside another."""
    made_of: str = ""
    """Of what it was made (`provenance`); "" where nobody can tell by that whether it has to be made again."""
    of: int = 1
    """How many documents the record had then."""


@dataclass(slots=True)
class Manifest:
    """The files of one folder, by name."""

    folder: Path
    files: dict[str, Written]
    _names: defaultdict[Source, list[str]] = field(init=False, repr=False)
    _lines: dict[str, tuple[Written, str]] = field(default_factory=dict[str, tuple[Written, str]], repr=False)

    def __post_init__(self) -> None:
        self._names = defaultdict(list)
        for name, written in self.files.items():
            self._name(name, written)

    def _name(self, name: str, written: Written) -> None:
        if not written.beside:
            self._names[Source(written.record, written.document)].append(name)

    def names_of(self, source: Source) -> tuple[str, ...]:
        """The names that earlier runs gave to this document."""
        return tuple(self._names.get(source, ()))

    def place(  # noqa: PLR0913 (what is written, and what is written down)
        self, name: str, data: bytes, source: Source, rule: Overwrite, *, made_of: str = "", of: int = 1
    ) -> tuple[Path, Outcome]:
        """Write a document under its name, or beside it where what stands there has to stay.

        Raises OSError as `write_whole` does.
        """
        new = Written(digest(data), source.record, source.document, made_of=made_of, of=of)
        path, outcome = self._target(name, new, rule)
        # What is written and not written down would be taken for somebody else's by the next run.
        with uninterrupted():
            if outcome is not Outcome.UNCHANGED:
                write_whole(path, data)
            self.files[path.name] = new if path.name == name else new._replace(beside=name, made_of="")
        return path, outcome

    def save(self) -> None:
        """Write it down. Raises OSError as `write_whole` does."""
        files = ",\n".join(self._line(name, written) for name, written in sorted(self.files.items()))
        text = f'{{"version": {VERSION}, "files": {{\n{files}\n}}}}\n'
        # In ASCII: names of records hold whatever bytes the file system has.
        write_whole(self.folder / OWN_FOLDER / MANIFEST, text.encode("ascii"))

    def _line(self, name: str, written: Written) -> str:
        """A file as the manifest says it; kept, since a long run saves all that it has made again and again."""
        of, line = self._lines.get(name, (None, ""))
        if of is not written:
            line = f"{json.dumps(name)}: {json.dumps(_object(written))}"
            self._lines[name] = written, line
        return line

    def foresee(self, name: str, data: bytes, source: Source, rule: Overwrite) -> tuple[Path, Outcome]:
        """What `place` would do, without doing it."""
        return self._target(name, Written(digest(data), source.record, source.document), rule)

    def _target(self, name: str, new: Written, rule: Overwrite) -> tuple[Path, Outcome]:
        path = self.folder / name
        there = _digest_of(path)
        if rule is Overwrite.ANY or self._is_free(path, there, new, rule):
            return path, Outcome.UNCHANGED if there == new.sha256 else Outcome.MADE
        beside = next(each for each in _beside(path) if self._is_free(each, _digest_of(each), new, Overwrite.OWN))
        return beside, Outcome.KEPT

    def _is_free(self, path: Path, there: str, new: Written, rule: Overwrite) -> bool:
        """Whether the file may be written: not there, the same already, or as it was left for the same record."""
        if there in {"", new.sha256}:
            return True
        known = self.files.get(path.name)
        untouched = known is not None and there == known.sha256 and known.record == new.record
        return untouched and rule is Overwrite.OWN


def _digest_of(path: Path) -> str:
    """The digest of what stands there; "" where nothing does."""
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return ""


def _beside(path: Path) -> Iterator[Path]:
    yield path.with_name(f"{path.stem}（新）{path.suffix}")
    number = 2
    while True:
        yield path.with_name(f"{path.stem}（新{number}）{path.suffix}")
        number += 1


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@contextmanager
def manifest_of(folder: Path) -> Generator[Manifest]:
    """The manifest of a folder, held by this run alone, and saved at the end.

    Raises TimeoutError after a minute, OSError where the folder cannot be written.
    """
    own = folder / OWN_FOLDER
    for path in (own, own / "lock"):
        if path.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    own.mkdir(parents=True, exist_ok=True)
    with locked(own / "lock"):
        manifest = Manifest(folder, read_manifest(folder))
        try:
            yield manifest
        finally:
            manifest.save()


@dataclass(slots=True)
class Manifests:
    """The manifests of one run, of which one at a time is held: so no two runs wait for each other for ever."""

    dry_run: bool = False
    _manifest: Manifest | None = None
    _held: ExitStack = field(default_factory=ExitStack)
    _unsaved: int = 0

    @property
    def folder(self) -> Path:
        """The folder whose manifest is held; that of the program where none is."""
        return self._manifest.folder if self._manifest else Path()

    def holds(self, folder: Path) -> bool:
        return self._manifest is not None and self._manifest.folder == folder

    def of(self, folder: Path) -> Manifest:
        """The manifest of a folder for the next document. Raises as `manifest_of` does, and as `close` does."""
        if self._manifest is None or self._manifest.folder != folder:
            self.close()
            self._manifest = self._opened(folder)
        elif self._unsaved >= SAVED_AFTER and not self.dry_run:
            self._manifest.save()
            self._unsaved = 0
        self._unsaved += 1
        return self._manifest

    def close(self) -> None:
        """Save what is held and let go of it. Raises OSError where it cannot be saved."""
        self._manifest, self._unsaved = None, 0
        self._held.close()

    def _opened(self, folder: Path) -> Manifest:
        if self.dry_run:
            return Manifest(folder, read_manifest(folder))
        return self._held.enter_context(manifest_of(folder))


def read_manifest(folder: Path) -> dict[str, Written]:
    """What a manifest says; nothing where there is none, or where it is not ours: then every file is somebody's."""
    try:
        content = json.loads((folder / OWN_FOLDER / MANIFEST).read_text("utf-8"))
        files: dict[str, dict[str, Any]] = content["files"]
        # A name leads to no other folder, whoever has changed the manifest.
        return {name: Written(**written) for name, written in files.items() if name == Path(name).name}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _object(written: Written) -> dict[str, str | int]:
    said: dict[str, str | int] = {"sha256": written.sha256, "record": written.record, "document": written.document}
    said |= {"beside": written.beside} if written.beside else {}
    return said | ({"made_of": written.made_of, "of": written.of} if written.made_of else {})
