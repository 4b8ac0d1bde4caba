"""Lists in records: one value without a list is a list of one, and one text may name several people or units."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from jiyao.records import faults
from jiyao.records.nodes import Node, Scalar, Sequence, pieces

if TYPE_CHECKING:
    from jiyao.records.fields import Reader, Reading

T = TypeVar("T")

APART = frozenset("、，,；;")
NAMES_APART = rf"[{''.join(sorted(APART))}](?![^（(）)]{{0,99}}[）)])"
"""What stands between the names of a list that is written as one text; a bracket belongs to its name.

How far a bracket is looked for has an end, so that a list takes time by its length and not by its square.
"""


def read_list(reader: Reader[T], node: Node, path: str, reading: Reading, *, listed: bool = False) -> tuple[T, ...]:
    """The items of a list that could be read; a single value is a list of one."""
    if not isinstance(node, Sequence):
        return tuple(_items(reader, node, path, reading, listed=listed))
    read: list[T] = []
    for index, item in enumerate(node.items):
        read += _items(reader, item, f"{path}[{index}]", reading, listed=listed)
    return tuple(read)


def _items(reader: Reader[T], node: Node, path: str, reading: Reading, *, listed: bool) -> list[T]:
    """What one item of a list says: several where a text names several."""
    if not isinstance(node, Scalar):
        parts: tuple[Node, ...] = (node,)
    elif node.unknown:
        reading.report(faults.empty_item(node.place))
        return []
    else:
        parts = (listed and _may_be_several(node.text) and pieces(node, NAMES_APART)) or (node,)
    read: list[T] = []
    for part in parts:
        if reading.is_full:
            break
        value = reader.read(part, path, reading)
        if value is not None:
            read.append(value)
    return read


def _may_be_several(text: str) -> bool:
    """Whether there is anything to take apart or off; nearly always there is not, and no pattern is needed."""
    return not APART.isdisjoint(text) or text != text.strip()
