"""Which records need no work: every document of them is as an earlier run has made it of the very same things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from pathlib import Path

from jiyao.dataclass import dataclass
from jiyao.work.manifest import Written, digest, read_manifest
from jiyao.work.opening import content_of
from jiyao.work.products import Product
from jiyao.work.provenance import Provenances
from jiyao.work.workspace import Piece, RecordFile

Earlier = dict[str, list[tuple[str, Written]]]
"""The documents of a folder by what they were made of."""


@dataclass(slots=True)
class Freshness:
    """Looks into the manifests of the folders as they were before the run."""

    provenances: Provenances
    folder_of: Callable[[RecordFile], Path | None]
    """Where the documents of a record stand; None where nothing may be written."""
    _earlier: dict[Path, Earlier] = field(default_factory=dict[Path, Earlier])

    def noted(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces, each with its documents where they all are as they should be."""
        for piece in pieces:
            made = self._made(piece)
            # What is not to be read need not go to another process.
            yield piece._replace(line=b"", made=made) if made else piece

    def _made(self, piece: Piece) -> tuple[tuple[str, str], ...]:
        folder = self.folder_of(piece.file)
        earlier = self._of(folder) if folder else {}
        if folder is None or not earlier:
            return ()
        try:
            now = self.provenances.of(piece, piece.line if piece.number else content_of(piece.file.path))
            documents = earlier.get(str(now), [])
            if all(digest((folder / name).read_bytes()) == written.sha256 for name, written in documents):
                whole = {written.of for _name, written in documents} == {len(documents)}
                return tuple((name, written.document) for name, written in documents) if whole else ()
        except OSError:
            pass  # whoever makes the documents says what is wrong
        return ()

    def _of(self, folder: Path) -> Earlier:
        if folder not in self._earlier:
            found: Earlier = defaultdict(list)
            for name, written in read_manifest(folder).items():
                if written.made_of and _is_known(written):
                    found[written.made_of].append((name, written))
            self._earlier[folder] = dict(found)
        return self._earlier[folder]


def _is_known(written: Written) -> bool:
    """Whether this version knows the document of an entry."""
    try:
        Product.of_key(written.document)
    except ValueError:
        return False
    return True
