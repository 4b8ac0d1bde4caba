"""What documents were made of, so that a later run knows whether anything of it has changed."""

from __future__ import annotations

from dataclasses import field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from jiyao.dataclass import dataclass
from jiyao.records.meeting import Meeting
from jiyao.work.opening import content_of
from jiyao.work.own_state import own_state
from jiyao.work.products import Order
from jiyao.work.workspace import Piece

LENGTH = 16
"""Letters of each hash: nobody gains from two that are alike, and a manifest holds five for each document."""


class Provenance(NamedTuple):
    """Hashes of all that has a say in the documents of one record."""

    record: str
    """Its bytes, the name of its file, and its line there."""
    office: str
    templates: str
    """The workspace's own, and the one that was named for the run."""
    options: str
    program: str

    def __str__(self) -> str:
        return " ".join(self)


def provenance_from(said: str) -> Provenance | None:
    """What a manifest says; None where it says nothing, or nothing that this version knows."""
    parts = said.split()
    return Provenance(*parts) if len(parts) == len(Provenance._fields) else None


@dataclass(slots=True)
class Provenances:
    """What the documents of one order are made of. Offices and templates are read once for the run."""

    order: Order
    _around: dict[Path | None, tuple[str, str] | None] = field(
        default_factory=dict[Path | None, tuple[str, str] | None]
    )
    _options: str = field(init=False)

    def __post_init__(self) -> None:
        order = self.order._replace(folder=None, template=None, dry_run=False, force=False, issuing=False)
        self._options = _hash(repr(order[:-1]).encode(), order.codec.name.encode())

    def of(self, piece: Piece, content: bytes) -> Provenance | None:
        """What the documents of a record with that content are made of; None where that cannot be told."""
        if piece.office_file not in self._around:
            self._around[piece.office_file] = self._read(piece.office_file)
        around = self._around[piece.office_file]
        if around is None:
            return None
        record = _hash(piece.file.path.name.encode(errors="surrogateescape"), b"%d" % piece.number, content)
        return Provenance(record, *around, self._options, own_state()[:LENGTH])

    def _read(self, office_file: Path | None) -> tuple[str, str] | None:
        try:
            office = content_of(office_file) if office_file else b""
            folder = office_file.parent / "templates" if office_file else None
            own = sorted(each for each in folder.iterdir() if each.is_file()) if folder and folder.is_dir() else []
            given = [self.order.template] if self.order.template else []
            templates = [part for each in (*own, *given) for part in (each.name.encode(), each.read_bytes())]
        except OSError:
            return None
        return _hash(office), _hash(*templates)


def reads_other_files(meeting: Meeting) -> bool:
    """Whether documents of a meeting are made of more than its record, office and templates."""
    return bool(meeting.attachments or (meeting.publication and meeting.publication.photos))


def _hash(*parts: bytes) -> str:
    found = sha256()
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.hexdigest()[:LENGTH]
