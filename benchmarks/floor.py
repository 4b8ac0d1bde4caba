"""What no engine can be faster than: the template as one Python function, written out for this template alone.

The function has the literals of the template as constants and appends values to a list; it proves nothing, forgives
nothing and can do nothing else. The file around it is two blocks of bytes made once. Reading a record and packing the
changed parts is what remains.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from struct import Struct
from typing import TYPE_CHECKING, Any, cast
from zipfile import ZipFile

from docxtpl import DocxTemplate

if TYPE_CHECKING:
    from invented import Record
    from jiyao.ooxml.archive import Codec

_TAG = re.compile(r"({{.*?}}|{%.*?%})")
_HEADER, _LINE, _END = Struct("<4s5H3I2H"), Struct("<4s6H3I5H2I"), Struct("<4s4H2IH")
_FOR = re.compile(r"for (\w+) in (\S+)")


def by_hand(template: bytes, codec: Codec) -> Callable[[Record], bytes]:
    """A function from a record to its document."""
    with ZipFile(BytesIO(template)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    tagged = {name: part.decode() for name, part in parts.items() if b"{{" in part}
    writers = {name: _written_out(_clean(xml)) for name, xml in tagged.items()}
    write = _archive({name: part for name, part in parts.items() if name not in writers}, codec)

    def document(record: Record) -> bytes:
        return write({name: written(record) for name, written in writers.items()})

    return document


def _clean(xml: str) -> str:
    """The part with its tags joined, by docxtpl's own clean-up."""
    cleaner: Any = DocxTemplate("")
    return cast("str", cleaner.patch_xml(xml))


def _escaped(text: str) -> bytes:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.encode()


def _written_out(source: str) -> Callable[[Record], bytes]:
    """The part as a function, as somebody would type it who had all day."""
    pieces = _TAG.split(source)
    literals = {f"L{number}": piece.encode() for number, piece in enumerate(pieces) if not number % 2}
    code = "\n".join(("def write(record):", " out = []", *_lines(pieces), ' return b"".join(out)'))
    names: dict[str, Any] = {**literals, "escaped": _escaped}
    exec(compile(code, "floor", "exec"), names)  # noqa: S102  # the template is our own, made a moment ago
    return cast("Callable[[Record], bytes]", names["write"])


def _lines(pieces: Sequence[str]) -> Iterator[str]:
    """The statements; what stands between two loops is added in one of them."""
    depth, items, printed = 1, set[str](), list[str]()
    for number, piece in enumerate(pieces):
        inner = piece[2:-2].strip()
        if not number % 2:
            printed.append(f"L{number}")
        elif piece.startswith("{{"):
            printed.append(f"escaped({_looked_up(inner, items)})")
        else:
            yield f"{' ' * depth}out += ({', '.join(printed)},)"
            printed.clear()
            loop = _FOR.fullmatch(inner)
            depth += 1 if loop else -1
            if loop:
                yield f"{' ' * (depth - 1)}for {loop[1]} in {_looked_up(loop[2], items)}:"
                items.add(loop[1])
    yield f"{' ' * depth}out += ({', '.join(printed)},)"


def _looked_up(path: str, items: set[str]) -> str:
    """`person.name` as `person["name"]`; what is no item of a loop is a field of the record."""
    first, *rest = path.split(".")
    owner = first if first in items else f"record[{first!r}]"
    return owner + "".join(f"[{name!r}]" for name in rest)


def _archive(parts: Mapping[str, bytes], codec: Codec) -> Callable[[Mapping[str, bytes]], bytes]:
    """A function that writes the zip file of these parts, packed once, and of some new ones."""
    before, listed = b"", b""
    for name, part in parts.items():
        entry, line = _entry(name, part, codec, len(before))
        before, listed = before + entry, listed + line

    def write(new: Mapping[str, bytes]) -> bytes:
        pieces, lines, offset = [before], [listed], len(before)
        for name, part in new.items():
            entry, line = _entry(name, part, codec, offset)
            pieces.append(entry)
            lines.append(line)
            offset += len(entry)
        directory, count = b"".join(lines), len(parts) + len(new)
        return b"".join((*pieces, directory, _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), offset, 0)))

    return write


def _entry(name: str, part: bytes, codec: Codec, offset: int) -> tuple[bytes, bytes]:
    """The part as it stands in the file at `offset`, and its line in the directory."""
    packed, path = codec.deflate(part), name.encode()
    # Zip 2.0, deflated, 1 January 1980.
    same = (20, 0, 8, 0, 33, codec.crc32(part), len(packed), len(part), len(path), 0)
    line = _LINE.pack(b"PK\1\2", 20, *same, 0, 0, 0, 0, offset)
    return _HEADER.pack(b"PK\3\4", *same) + path + packed, line + path
