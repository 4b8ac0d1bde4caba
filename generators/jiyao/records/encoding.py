"""The bytes of a record file as characters: UTF-8, with or without byte order mark, else GB18030 with a warning."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from jiyao.problems import Place, Problem, message
from jiyao.records.refusals import not_text, read_as_gb18030

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Decoded(NamedTuple):
    """`text` is None where the bytes are no text. `encoding` is Python's name: writing back uses the same."""

    text: str | None
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(content: bytes, file: str, line: int = 1) -> Decoded:
    """The characters of a file whose first line has the number `line`; a byte order mark is not one of them."""
    if is_utf16(content):
        return _refused(_utf16(file, line))
    encoding = "utf-8-sig" if content.startswith(codecs.BOM_UTF8) else "utf-8"
    try:
        # Some programs write the mark twice; libyaml would count the second one or not, depending on its place.
        return Decoded(content.decode("utf-8").lstrip("\ufeff"), encoding)
    except UnicodeDecodeError as error:
        return _decode_gb18030(content, _byte_place(content, file, line, error.start), content[error.start])


def is_utf16(content: bytes) -> bool:
    """By its mark, or without one by the zero byte that every ASCII character has there (UTF-32 too)."""
    return content.startswith(_UTF16_MARKS) or b"\0" in content[:2]


def _decode_gb18030(content: bytes, place: Place, byte: int) -> Decoded:
    if _is_broken_utf8(content):
        return _refused(_broken(place, byte))
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return _refused(_neither(place, byte))
    return Decoded(text, "gb18030", (read_as_gb18030(place),))


def _is_broken_utf8(content: bytes) -> bool:
    """Whether most of what is not ASCII is good UTF-8: read as GB18030 it would turn into wrong characters."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) > 4 * broken


def _byte_place(content: bytes, file: str, line: int, offset: int) -> Place:
    start = content.rfind(b"\n", 0, offset) + 1
    before = content[start:offset].decode("utf-8", "replace").lstrip("\ufeff")
    return Place(file, line + content.count(b"\n", 0, offset), len(before) + 1)


def _refused(problem: Problem) -> Decoded:
    return Decoded(None, "", (problem,))


def _utf16(file: str, line: int) -> Problem:
    return not_text(
        Place(file, line, 1),
        message("the file is UTF-16, which some programs call Unicode; expected UTF-8"),
        message("save it again with the encoding UTF-8 (Notepad: Save as, Encoding)"),
    )


def _broken(place: Place, byte: int) -> Problem:
    return not_text(
        place,
        message("the byte {byte} is not UTF-8, though the rest of the file is", byte=f"0x{byte:02X}"),
        message("the file was damaged or cut; take a good copy, or type this character again and save as UTF-8"),
    )


def _neither(place: Place, byte: int) -> Problem:
    return not_text(
        place,
        message("the byte {byte} is neither UTF-8 nor GB18030", byte=f"0x{byte:02X}"),
        message("check that this is a text file, then save it as UTF-8"),
    )
