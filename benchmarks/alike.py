"""What a reader sees of a document, to prove that all engines made the same one."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}br": "\n", f"{_W}tab": "\t"}


def texts(document: bytes) -> tuple[str, ...]:
    """The text of every paragraph of the body and the headers, in order; a paragraph without text counts too."""
    with ZipFile(BytesIO(document)) as archive:
        parts = [archive.read(name) for name in sorted(archive.namelist()) if _is_read(name)]
    return tuple(
        "".join(_SIGNS.get(str(each.tag), each.text or "") for each in paragraph.iter(f"{_W}t", *_SIGNS))
        for part in parts
        for paragraph in etree.fromstring(part).iter(f"{_W}p")
    )


def _is_read(part: str) -> bool:
    return part == "word/document.xml" or part.startswith("word/header")


def difference(first: Path, second: Path) -> str:
    """The first paragraphs that are not alike in two documents; "" if all are."""
    one, other = texts(first.read_bytes()), texts(second.read_bytes())
    if len(one) != len(other):
        return f"{len(one)} paragraphs and {len(other)}"
    return next((f"{a!r} and {b!r}" for a, b in zip(one, other, strict=True) if a != b), "")
