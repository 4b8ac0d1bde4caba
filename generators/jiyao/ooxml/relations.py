"""Relationships and content types that a package gets beside its own."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from functools import lru_cache

from lxml import etree

from jiyao.ooxml.escaping import DECLARATION
from jiyao.ooxml.markup import Element, parse, serialise
from jiyao.ooxml.names import RELATIONSHIPS, TYPES
from jiyao.ooxml.package import Relationship, content_types


def relationships_of(part: str) -> str:
    """The part that holds the relationships of a part (ECMA-376, part 2, 6.5.3)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


@lru_cache(maxsize=32)
def taken_ids(rels: bytes) -> frozenset[str]:
    """The ids in a `.rels` part, which may be empty; remembered, since one template makes many documents."""
    return frozenset(each.get("Id", "") for each in _root(rels, RELATIONSHIPS, "Relationships"))


def with_relationships(rels: bytes, new: Mapping[str, Relationship]) -> bytes:
    """The `.rels` part, or an empty one, with these relationships by id at its end."""
    root = _root(rels, RELATIONSHIPS, "Relationships")
    for number, each in new.items():
        added = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=number, Type=each.type)
        added.set("Target", each.target)
        if each.external:
            added.set("TargetMode", "External")
    return _written(root)


def with_media_types(types: bytes, media: Sequence[tuple[str, str]]) -> bytes:
    """`[Content_Types].xml` with these parts, each with its type: said of all of an ending where that can be said."""
    root = _root(types, TYPES, "Types")
    known = {name.lower(): kind for name, kind in content_types(root)}
    for part, kind in media:
        ending = part.rpartition(".")[2]
        if f".{ending}" not in known:
            known[f".{ending}"] = kind
            # Word writes them first, and some readers count on it.
            root.insert(0, root.makeelement(f"{{{TYPES}}}Default", {"Extension": ending, "ContentType": kind}))
        elif known[f".{ending}"].lower() != kind:
            etree.SubElement(root, f"{{{TYPES}}}Override", PartName=f"/{part}", ContentType=kind)
    return _written(root)


def _root(part: bytes, namespace: str, name: str) -> Element:
    root = parse(part or f'<{name} xmlns="{namespace}"/>'.encode())
    if root is None:
        raise ValueError(name)
    return root


def _written(root: Element) -> bytes:
    return (DECLARATION + serialise(root)).encode()
