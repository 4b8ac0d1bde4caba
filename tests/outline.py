"""What a reader sees of a Word file, read with nothing of ours: paragraphs, their styles, and bookmarked texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SEEN = {f"{W}br": "\n", f"{W}tab": "\t"}


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: the id of its style, and its text with line breaks and tabs."""

    style: str
    text: str


def outline(docx: bytes) -> list[Block]:
    """The paragraphs of the body that hold text, those of tables and text boxes included, in their order."""
    blocks = [Block(_style(paragraph), "".join(_pieces(paragraph))) for paragraph in _body(docx).iter(f"{W}p")]
    return [block for block in blocks if block.text]


def texts(docx: bytes) -> list[str]:
    return [block.text for block in outline(docx)]


def written(blocks: list[Block]) -> str:
    """An outline as a person reads and compares it: a line for each line, the style before the first one."""
    return "".join(f"[{block.style}] {block.text}\n".replace("\t", "⇥") for block in blocks)


def bookmarks(docx: bytes) -> list[tuple[str, str]]:
    """The bookmarks within paragraphs, by name, with the text between start and end."""
    return [found for paragraph in _body(docx).iter(f"{W}p") for found in _bookmarks(paragraph)]


def part(docx: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(docx)) as package:
        return package.read(name)


def _body(docx: bytes) -> Element:
    body = fromstring(part(docx, "word/document.xml")).find(f"{W}body")
    assert body is not None
    return body


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _pieces(element: Element) -> Iterator[str]:
    """The text of an element, without that of paragraphs within it."""
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SEEN:
            yield SEEN[child.tag]
        elif child.tag not in {f"{W}p", f"{W}pPr", f"{W}rPr"}:
            yield from _pieces(child)


def _bookmarks(paragraph: Element) -> Iterator[tuple[str, str]]:
    open_ones: dict[str, tuple[str, list[str]]] = {}
    for child in paragraph:
        number = child.get(f"{W}id", "")
        if child.tag == f"{W}bookmarkStart":
            open_ones[number] = (child.get(f"{W}name", ""), [])
        elif child.tag == f"{W}bookmarkEnd":
            name, found = open_ones.pop(number)
            yield name, "".join(found)
        else:
            for _name, found in open_ones.values():
                found.extend(_pieces_of_run(child))
    assert not open_ones, "a bookmark is never closed"


def _pieces_of_run(run: Element) -> list[str]:
    return list(_pieces(run)) if run.tag == f"{W}r" else []
