"""The zip file that a document is: reading its entries still packed, and writing the same bytes every time.

Nothing is unpacked before the directory has been looked at, and nothing unpacks to more than the directory says.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from jiyao.dataclass import dataclass
from jiyao.ooxml.refusals import damaged, not_a_package, old_or_encrypted, too_large, unsafe_entry
from jiyao.problems import Problem, message

if TYPE_CHECKING:
    from zipfile import ZipInfo

MOST_ENTRIES = 2_000
MOST_BYTES = 200_000_000
"""What a package may unpack to, all parts together."""
MOST_RATIO = 100
"""How many times its packed size a part may unpack to; asked of parts over `SMALL_PART` bytes only."""
SMALL_PART = 1_000_000
MOST_DIRECTORY = 1_000_000
"""Bytes of the zip directory: 2,000 entries with long names."""

STORED, DEFLATED = 0, 8
ENCRYPTED_FLAG, UTF_8_FLAG = 0x1, 0x800
NEW_YEAR_1980 = 33
"""1 January 1980, 0 o'clock: the first moment that a zip file can name. The time of day is 0."""
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

LOCAL_HEADER = struct.Struct("<4s5H3I2H")
DIRECTORY_HEADER = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
VERSION = 20
"""Zip 2.0: deflate and nothing newer."""


@dataclass(frozen=True, slots=True)
class Codec:
    """How changed parts are packed. The same codec gives the same bytes; two codecs need not."""

    name: str
    deflate: Callable[[bytes], bytes]
    crc32: Callable[[bytes], int]


def _deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


ZLIB = Codec("zlib-6", _deflate, zlib.crc32)


def _isal() -> Codec:
    """ISA-L at level 1: much faster than zlib at 6, for documents that are a little larger. May not be installed."""
    isal = cast(Any, import_module("isal.isal_zlib"))
    # No function of our own: a codec goes to other processes, and those know this one by its name.
    return Codec("isal-1", partial(isal.compress, level=1, wbits=-zlib.MAX_WBITS), isal.crc32)


CODECS: Mapping[str, Callable[[], Codec]] = {"zlib": lambda: ZLIB, "isal": _isal}
"""The codecs by name; one that this machine lacks raises ImportError when it is asked for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One part as the zip file holds it. `packed` is deflated if `method` says so; `size` is that unpacked.

    `start` is the offset of `packed` in the file that it was read from, 0 for a new part.
    """

    name: str
    method: int
    crc: int
    size: int
    packed: bytes
    start: int = 0

    def unpacked(self) -> bytes:
        """The part; no more than one byte over the size that the directory gives."""
        if self.method == STORED:
            return self.packed
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(self.packed, self.size + 1)


def pack(name: str, data: bytes, codec: Codec = ZLIB) -> Entry:
    """A new entry that holds `data`."""
    return Entry(name, DEFLATED, codec.crc32(data), len(data), codec.deflate(data))


Record: TypeAlias = tuple[bytes, int, bytes]
"""A line of the directory: its header without the offset, the offset from the start of its stretch, the name."""
Stretch: TypeAlias = tuple[bytes, tuple[Record, ...]]
"""Entries that follow each other, as the bytes that they are in every file, and their lines of the directory."""


@dataclass(frozen=True, slots=True)
class Mould:
    """A zip file that is ready but for some entries: the bytes of the others, and the names of those to come."""

    slots: tuple[str | Stretch, ...]

    def filled(self, entries: Iterable[Entry]) -> bytes:
        """The zip file with these entries in their places; nothing of the machine or the moment is in it."""
        new = {entry.name: _stretch(entry) for entry in entries}
        local: list[bytes] = []
        directory: list[bytes] = []
        offset = count = 0
        for slot in self.slots:
            data, records = new[slot] if isinstance(slot, str) else slot
            local.append(data)
            for header, start, name in records:
                directory += (header, (offset + start).to_bytes(4, "little"), name)
            offset += len(data)
            count += len(records)
        size = sum(map(len, directory))
        return b"".join((*local, *directory, END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)))


def mould(entries: Iterable[Entry | str]) -> Mould:
    """The mould of these entries in this order; a name stands for an entry to come."""
    slots: list[str | Stretch] = []
    for entry in entries:
        last = slots[-1] if slots else ""
        if isinstance(entry, str):
            slots.append(entry)
        elif isinstance(last, str):
            slots.append(_stretch(entry))
        else:
            slots[-1] = _joined(last, _stretch(entry))
    return Mould(tuple(slots))


def _stretch(entry: Entry) -> Stretch:
    name = entry.name.encode()
    flags = 0 if entry.name.isascii() else UTF_8_FLAG
    same = (flags, entry.method, 0, NEW_YEAR_1980, entry.crc, len(entry.packed), entry.size, len(name), 0)
    header = LOCAL_HEADER.pack(b"PK\x03\x04", VERSION, *same)
    line = DIRECTORY_HEADER.pack(b"PK\x01\x02", VERSION, VERSION, *same, 0, 0, 0, 0, 0)
    return header + name + entry.packed, ((line[:-4], 0, name),)


def _joined(first: Stretch, second: Stretch) -> Stretch:
    moved = tuple((header, len(first[0]) + start, name) for header, start, name in second[1])
    return first[0] + second[0], (*first[1], *moved)


def entries_at(data: bytes, rows: Iterable[tuple[str, int, int, int, int, int]]) -> dict[str, Entry] | None:
    """The entries that lie in a file where these rows say: name, method, crc, size, start, length.

    For a file that `read_archive` has once proved whole; None if the rows cannot be of this file.
    """
    entries: dict[str, Entry] = {}
    for name, method, crc, size, start, length in rows:
        if not (method in {STORED, DEFLATED} and 0 <= start <= start + length <= len(data)):
            return None
        if not (0 <= crc < 1 << 32 and 0 <= size <= MOST_BYTES):
            return None
        entries[name] = Entry(name, method, crc, size, data[start : start + length], start)
    return entries


def read_archive(data: bytes, file: str) -> dict[str, Entry] | tuple[Problem, ...]:
    """The entries of a zip file by name, proved whole and harmless, or every reason to refuse it."""
    # Here, since a template that was proved before is opened without it.
    from zipfile import BadZipFile, ZipFile

    start = _wrong_start(data, file)
    if start:
        return (start,)
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except (BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error):
        return (damaged(file),)
    problems = (*_oversized(infos, len(data), file), *_unsafe(infos, file))
    if problems:
        return problems
    read = [_entry(info, data, file) for info in infos]
    problems = tuple(entry for entry in read if isinstance(entry, Problem))
    return problems or {entry.name: entry for entry in read if isinstance(entry, Entry)}


def _wrong_start(data: bytes, file: str) -> Problem | None:
    """What the first and the last bytes tell, before a zip reader trusts them."""
    if data.startswith(OLE2):
        return old_or_encrypted(file)
    if not data.startswith(b"PK\x03\x04"):
        return not_a_package(file)
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or end + END.size > len(data):
        return damaged(file)
    directory_size = int.from_bytes(data[end + 12 : end + 16], "little")
    if directory_size > MOST_DIRECTORY:
        return too_large(file, message("its directory takes {size} bytes", size=directory_size))
    return None


def _oversized(infos: list[ZipInfo], size: int, file: str) -> Iterator[Problem]:
    if len(infos) > MOST_ENTRIES:
        yield too_large(file, message("it holds {count} parts", count=len(infos)))
    total = sum(info.file_size for info in infos)
    if total > MOST_BYTES:
        yield too_large(file, message("it would unpack to {size} MB", size=total // 1_000_000))
    for info in infos:
        if info.file_size > SMALL_PART and info.file_size > MOST_RATIO * info.compress_size:
            what = message(
                "a part would unpack from {packed} to {size} bytes", packed=info.compress_size, size=info.file_size
            )
            yield too_large(file, what, info.filename)
    # Entries that share their bytes unpack to more than any ratio shows.
    if sum(info.compress_size for info in infos) > size:
        yield damaged(file)


def _unsafe(infos: list[ZipInfo], file: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for info in infos:
        # Not `filename`: the zip module has already made that one look better.
        name = info.orig_filename
        if name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in name.split("/"):
            yield unsafe_entry(file, message("its path leads out of the package"), name)
        # Part names differ in more than case (ECMA-376, part 2, 6.2.2.3).
        if name.lower() in seen:
            yield unsafe_entry(file, message("it stands there twice"), name)
        if info.flag_bits & ENCRYPTED_FLAG:
            yield unsafe_entry(file, message("it is encrypted"), name)
        if info.compress_type not in {STORED, DEFLATED}:
            yield unsafe_entry(file, message("it is packed in an unusual way"), name)
        seen.add(name.lower())


def _entry(info: ZipInfo, data: bytes, file: str) -> Entry | Problem:
    """The entry, once it has been unpacked and found to be what the directory says."""
    start = info.header_offset
    header = data[start : start + LOCAL_HEADER.size]
    if len(header) < LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        return damaged(file, info.filename)
    name_size, extra_size = struct.unpack("<HH", header[26:30])
    start += LOCAL_HEADER.size + name_size + extra_size
    packed = data[start : start + info.compress_size]
    entry = Entry(info.filename, info.compress_type, info.CRC, info.file_size, packed, start)
    try:
        part = entry.unpacked()
    except zlib.error:
        return damaged(file, info.filename)
    return entry if len(part) == entry.size and zlib.crc32(part) == entry.crc else damaged(file, info.filename)
