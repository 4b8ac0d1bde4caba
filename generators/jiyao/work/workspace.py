"""A workspace on disk: which office a record belongs to, and which files hold records."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import NamedTuple

from jiyao.dataclass import dataclass
from jiyao.problems import Problem, Severity
from jiyao.records.encoding import is_utf16
from jiyao.records.load import Record, load_office, load_record
from jiyao.records.office import NO_OFFICE, Office
from jiyao.records.reading import SaidOnce, Source, lines_of, read, read_line
from jiyao.records.refusals import holds_no_records, is_no_record, unreadable
from jiyao.records.suffixes import holds_lines, may_hold_records
from jiyao.work.opening import content_of, opened
from jiyao.work.reasons import NO_SUCH_FILE, reason

OFFICE_FILE = "office.yaml"
OWN_FOLDER = ".jiyao"
"""What the program keeps in a folder for itself; it can be deleted."""


class RecordFile(NamedTuple):
    """A file that holds records, and the folder whose tree the outputs follow: the one that the user named."""

    path: Path
    root: Path
    real: Path
    """The same file without any link on the way to it."""


class Piece(NamedTuple):
    """What one record is read from: a whole file, or the line with that number in a file of many.

    `office_file` is None where no office was found.
    """

    file: RecordFile
    office_file: Path | None
    number: int = 0
    line: bytes = b""
    made: tuple[tuple[str, str], ...] = ()
    """The names and keys of its documents where nothing is to be done: an earlier run made them of the same things."""


class Found(NamedTuple):
    """A record and where it comes from."""

    piece: Piece
    record: Record
    content: bytes
    """What was read."""
    office_is_sound: bool = True

    @property
    def file(self) -> RecordFile:
        return self.piece.file

    @property
    def is_usable(self) -> bool:
        """Whether documents can be made: a wrong office would make each of them wrong."""
        return self.record.is_usable and self.office_is_sound


@dataclass(slots=True)
class Workspaces:
    """The offices met in one run, each read once. `problems` holds what is wrong with them and with unread files."""

    problems: list[Problem] = field(default_factory=list[Problem])
    _offices: dict[Path, Office] = field(default_factory=dict[Path, Office])
    _unsound: set[Path] = field(default_factory=set[Path])
    _office_files: dict[Path, Path | None] = field(default_factory=dict[Path, "Path | None"])
    """The office of each folder."""

    def records(self, paths: Sequence[str]) -> Iterator[Found]:
        """The records of all files that the paths name, one by one; a file that cannot be read is a problem."""
        once = SaidOnce()
        for piece in self.pieces(paths):
            try:
                for found in self.found(piece):
                    yield found._replace(record=replace(found.record, problems=once.heard(found.record.problems)))
            except OSError as error:
                self._unread(piece.file.path, error)

    def pieces(self, paths: Sequence[str]) -> Iterator[Piece]:
        """What the records of the paths are read from, in order; of a file of many no more than a line is in memory."""
        for file in self.files(paths):
            if file.path.name == OFFICE_FILE:
                self.office(file.real)
                continue
            try:
                yield from self._pieces(file, self._office_file(file.real))
            except OSError as error:
                self._unread(file.path, error)

    def count(self, paths: Sequence[str]) -> int:
        """How many pieces there are, without reading them; a file that cannot be read counts as one."""
        return sum(map(_count, (file for file in self.files(paths) if file.path.name != OFFICE_FILE)))

    def found(self, piece: Piece) -> Iterator[Found]:
        """The records of a piece, of which there is one. Raises OSError where its file cannot be read."""
        office = self.office(piece.office_file)
        content, sources = _sources(piece)
        for source in sources:
            yield Found(piece, load_record(source, office), content, piece.office_file not in self._unsound)

    def sound_office(self, file: Path | None) -> Office | None:
        """The office of that file; None where there is none, or one with errors."""
        office = self.office(file)
        return None if file is None or file in self._unsound else office

    def _pieces(self, file: RecordFile, office_file: Path | None) -> Iterator[Piece]:
        """Raises OSError where a file of many records cannot be read; another file is not looked at yet."""
        if not holds_lines(file.path.name):
            yield Piece(file, office_file)
            return
        with opened(file.path) as lines:
            if is_utf16(lines.peek(4)):
                yield Piece(file, office_file)
                return
            number = 0
            for number, line in lines_of(lines):
                yield Piece(file, office_file, number, line)
            if not number:
                yield Piece(file, office_file, 1)

    def _office_file(self, file: Path) -> Path | None:
        if file.parent not in self._office_files:
            self._office_files[file.parent] = find_office(file)
        return self._office_files[file.parent]

    def files(self, paths: Sequence[str]) -> Iterator[RecordFile]:
        """The record files of the paths, each once: a file itself, a folder's whole tree, a pattern's matches.

        The `office.yaml` files among them come along: they are to be read, and hold no record.
        """
        seen: set[Path] = set()
        for path in paths:
            found = list(_expanded(path, lambda error: self._unread(Path(error.filename), error)))
            self.problems += _wrong_with(path, found)
            for file in filter(_may_be_read, found):
                if file.real not in seen:
                    seen.add(file.real)
                    yield file

    def _unread(self, path: Path, error: OSError) -> None:
        self.problems.append(unreadable(shown(path), reason(error)))

    def office(self, file: Path | None) -> Office:
        """The office of that file; none where it cannot be read, which is a problem once."""
        if file is None:
            return NO_OFFICE
        if file not in self._offices:
            self._offices[file] = self._read_office(file)
        return self._offices[file]

    def _read_office(self, file: Path) -> Office:
        try:
            office, _source, problems = load_office(content_of(file), shown(file))
        except OSError as error:
            self._unsound.add(file)
            self._unread(file, error)
            return NO_OFFICE
        if any(each.severity is Severity.ERROR for each in problems):
            self._unsound.add(file)
        self.problems += problems
        return office or NO_OFFICE


def _count(file: RecordFile) -> int:
    try:
        if holds_lines(file.path.name):
            with opened(file.path) as lines:
                return sum(1 for _line in lines_of(lines))
    except OSError:
        pass  # it is said when it is read
    return 1


def _sources(piece: Piece) -> tuple[bytes, Iterator[Source]]:
    """What the piece says, as bytes and read. Raises OSError where a file cannot be read."""
    path = piece.file.path
    if piece.number:
        return piece.line, iter((read_line(piece.line, shown(path), piece.number),))
    content = content_of(path)
    return content, read(content, shown(path))


def find_office(start: Path) -> Path | None:
    """The nearest `office.yaml` at or above a record; the way up ends at the home folder or at a mount point.

    So no file of another person, in a folder above theirs that many share, decides about somebody's documents.
    """
    # Not Path.expanduser: it raises where an account has no home, as accounts of containers have none.
    home = Path(os.path.expanduser("~")).resolve()  # noqa: PTH111
    for folder in start.resolve().parents:
        if (folder / OFFICE_FILE).is_file():
            return folder / OFFICE_FILE
        if folder == home or folder.is_mount():
            return None
    return None


def shown(path: Path) -> str:
    """A path as it is shown to the user: relative to the folder they are in, where it lies below it."""
    # Not by Path: this is asked several times for each document of a batch.
    text, here = str(path), os.getcwd()  # noqa: PTH109
    return "." if text == here else text.removeprefix(os.path.join(here, ""))  # noqa: PTH118


def _expanded(path: str, unread: Callable[[OSError], None]) -> Iterator[RecordFile]:
    named = Path(path)
    if named.is_dir():
        yield from (RecordFile(file, named, file.resolve()) for file in sorted(_below(named, unread)))
    elif named.exists():
        yield RecordFile(named, named.parent, named.resolve())
    elif glob.has_magic(path):
        # Path.glob takes no pattern that begins at the root.
        for match in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207
            yield from _expanded(match, unread)


def _below(folder: Path, unread: Callable[[OSError], None]) -> Iterator[Path]:
    """The record files of a tree; hidden folders hold none."""
    for parent, folders, names in os.walk(folder, onerror=unread):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if _may_be_record(name))


def _may_be_record(name: str) -> bool:
    return may_hold_records(name) and not name.startswith((".", "~$"))


def _may_be_read(file: RecordFile) -> bool:
    return may_hold_records(file.path.name)


def _wrong_with(path: str, found: Sequence[RecordFile]) -> Iterator[Problem]:
    """What is wrong with a path that a user named: nothing there, nothing in it, or no record."""
    if not found and not Path(path).is_dir() and not glob.has_magic(path):
        yield unreadable(path, NO_SUCH_FILE)
    elif all(file.path.name == OFFICE_FILE for file in found) and not Path(path).is_file():
        yield holds_no_records(path)
    elif not Path(path).is_dir():
        yield from (is_no_record(shown(file.path)) for file in found if not _may_be_read(file))
