"""The parts of a Word document, still packed: read one by one, written back byte for byte the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from jiyao.dataclass import dataclass
from jiyao.ooxml.archive import ZLIB, Codec, Entry, Mould, mould, pack
from jiyao.ooxml.names import CONTENT_TYPES, ROOT_RELATIONSHIPS


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of one document, still packed; `main` is the name of the part that holds the text."""

    file: str
    main: str
    entries: Mapping[str, Entry]

    def __contains__(self, part: str) -> bool:
        return part in self.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def read(self, part: str) -> bytes:
        """The part, unpacked; it was proved whole when the package was opened."""
        return self.entries[part].unpacked()

    def mould(self, parts: Collection[str]) -> Mould:
        """The document with room for these parts instead of, or beside, its own; all others as the bytes they are."""
        kept = {name: entry for name, entry in self.entries.items() if name not in parts}
        return mould(kept.get(name, name) for name in _in_order({*kept, *parts}))

    def replaced(self, parts: Mapping[str, bytes], codec: Codec = ZLIB) -> bytes:
        """The document with these parts instead of, or beside, its own; every other part as the bytes it already is."""
        return self.mould(parts).filled(pack(name, data, codec) for name, data in parts.items())


def write_package(parts: Mapping[str, bytes], codec: Codec = ZLIB) -> bytes:
    """A new package of these parts."""
    return mould(pack(name, parts[name], codec) for name in _in_order(parts)).filled(())


def _in_order(names: Iterable[str]) -> list[str]:
    """The list of contents first, as readers of streams ask; then by name, so that no history shows."""
    first = {CONTENT_TYPES: 0, ROOT_RELATIONSHIPS: 1}
    return sorted(names, key=lambda name: (first.get(name, 2), name))
