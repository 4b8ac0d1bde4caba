"""Which families the font files of a folder hold, read from the files themselves."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

SUFFIXES = frozenset((".ttf", ".otf", ".ttc", ".otc"))
FAMILY_NAMES = frozenset((1, 4, 6, 16))
"""Of the table of names: family, full name, PostScript name, family of many weights (OpenType, `name`)."""

_COLLECTION = b"ttcf"
_ENCODINGS = {0: "utf-16-be", 1: "mac-roman", 3: "utf-16-be"}
"""By platform; a Chinese name of an old Macintosh is told again for Windows."""
_MOST_FONTS, _MOST_TABLES, _MOST_NAMES = 64, 64, 4096
"""In one file; a file that says more is no font that we know."""


def families_in(folders: Iterable[Path]) -> frozenset[str]:
    """Every name of every font below the folders; files that are no fonts are passed over."""
    return frozenset(name for folder in folders for file in _files(folder) for name in names_of(file))


def names_of(file: Path) -> frozenset[str]:
    """The names of the fonts in one file, in all its languages; none where it cannot be read."""
    with suppress(OSError, struct.error, UnicodeDecodeError, ValueError), file.open("rb") as opened:
        return frozenset(name for start in _fonts(opened) for name in _names(opened, start))
    return frozenset()


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())


def _fonts(file: BinaryIO) -> tuple[int, ...]:
    """Where the fonts of a file begin."""
    if file.read(4) != _COLLECTION:
        return (0,)
    _version, count = struct.unpack(">II", file.read(8))
    count = min(count, _MOST_FONTS)
    return struct.unpack(f">{count}I", file.read(4 * count))


def _names(file: BinaryIO, start: int) -> Iterator[str]:
    table = _name_table(file, start)
    if table is None:
        return
    file.seek(table)
    _format, count, texts = struct.unpack(">HHH", file.read(6))
    records = file.read(12 * min(count, _MOST_NAMES))
    for platform, _encoding, _language, name, length, offset in struct.iter_unpack(">HHHHHH", records):
        if name in FAMILY_NAMES and platform in _ENCODINGS:
            file.seek(table + texts + offset)
            yield file.read(length).decode(_ENCODINGS[platform], errors="replace")


def _name_table(file: BinaryIO, start: int) -> int | None:
    """Where the table of names begins."""
    file.seek(start + 4)
    (count,) = struct.unpack(">H", file.read(2))
    file.seek(start + 12)
    entries = struct.iter_unpack(">4sIII", file.read(16 * min(count, _MOST_TABLES)))
    return next((offset for tag, _sum, offset, _length in entries if tag == b"name"), None)
