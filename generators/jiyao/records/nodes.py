"""What a record file says before anybody asks what it means: strings, lists and mappings, each with its place.

Every scalar is a string; the field that it stands in decides what it is (`007`, `9:30`, `no` stay what they look
like). YAML and JSON both become these nodes, so that everything behind them reads one form.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from jiyao.problems import Origin, Place


class Scalar(NamedTuple):
    """A text. `unknown` says that the file holds nothing there: empty, `~` or `null`, not quoted."""

    text: str
    origin: Origin
    unknown: bool = False

    @property
    def place(self) -> Place:
        return self.origin.place


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    place: Place


class Entry(NamedTuple):
    """One key of a mapping, with its value."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """Keys and values in the order of the file; no key occurs twice."""

    entries: tuple[Entry, ...]
    place: Place


Node = Scalar | Sequence | Mapping

LANGUAGE_KEYS = frozenset(("zh", "en", "中文", "英文"))
"""The keys by which a text is known that stands in more than one language."""


def is_text(node: Node) -> bool:
    """Whether a mapping is a text in both languages, `{zh: 主任, en: Director}`."""
    return isinstance(node, Mapping) and any(entry.key.text in LANGUAGE_KEYS for entry in node.entries)


def is_unknown(node: Node) -> bool:
    """Whether the record holds nothing there: the key without a value, `~` or `null`."""
    return isinstance(node, Scalar) and node.unknown


def pieces(node: Scalar, separators: str) -> tuple[Scalar, ...]:
    """The parts of a text between separators, a pattern, each with its place; blanks around and empty parts go."""
    bounds = [0, *(edge for found in re.finditer(separators, node.text) for edge in found.span()), len(node.text)]
    parts: list[Scalar] = []
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        text = node.text[start:end]
        first = start + len(text) - len(text.lstrip())
        if text.strip():
            parts.append(Scalar(text.strip(), node.origin.cut(first, first + len(text.strip()))))
    return tuple(parts)
