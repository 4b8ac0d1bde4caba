"""Nodes and problems in a form that a test can write down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.records.nodes import Mapping, Node, Scalar
from jiyao.records.reading import Source, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.problems import Edit

Plain = str | None | list["Plain"] | dict[str, "Plain"]
"""Texts, None for what is unknown, lists and dicts."""


def source(content: str | bytes, file: str = "a.yaml") -> Source:
    """The one document of a file."""
    (only,) = read(content if isinstance(content, bytes) else content.encode("utf-8"), file)
    return only


def plain(node: Node | None) -> Plain:
    """A node without its places; None also where nothing could be read."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return None if node.unknown else node.text
    if isinstance(node, Mapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    return [plain(item) for item in node.items]


def found(read_source: Source) -> list[str]:
    """Each problem as `line:column code`."""
    return [f"{each.place.line}:{each.place.column} {each.code}" for each in read_source.problems]


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Every text below a node, keys too."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key
            yield from scalars(entry.value)
    elif node is not None:
        for item in node.items:
            yield from scalars(item)


def after(text: str, edits: tuple[Edit, ...]) -> str:
    """A text with edits made, each within its line."""
    lines = text.split("\n")
    for edit in sorted(edits, reverse=True):
        line, place = lines[edit.place.line - 1], edit.place
        lines[place.line - 1] = line[: place.column - 1] + edit.text + line[place.end_column - 1 :]
    return "\n".join(lines)
