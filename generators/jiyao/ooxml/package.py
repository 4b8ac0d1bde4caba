"""A Word document as a package of parts: opened only if it is sound, written back byte for byte the same."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from jiyao.ooxml.archive import ZLIB, Codec, Entry, pack, read_archive, write_archive
from jiyao.ooxml.markup import Element, parse
from jiyao.ooxml.names import (
    CONTENT_TYPES,
    MAIN_DOCUMENT,
    OFFICE_DOCUMENT,
    RELATIONSHIPS,
    ROOT_RELATIONSHIPS,
    STRICT,
    TYPES,
)
from jiyao.ooxml.refusals import another_kind, missing_part, strict_form, unreadable_xml
from jiyao.problems import Message, Problem, message


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to; `kind` is the last word of the relationship's type, such as `hyperlink`."""

    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        return self.type.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of one document, still packed; `main` is the name of the part that holds the text."""

    file: str
    main: str
    entries: Mapping[str, Entry]

    def __contains__(self, part: str) -> bool:
        return part in self.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def read(self, part: str) -> bytes:
        """The part, unpacked; it was proved whole when the package was opened."""
        return self.entries[part].unpacked()

    def replaced(self, parts: Mapping[str, bytes], codec: Codec = ZLIB) -> bytes:
        """The document with these parts instead of, or beside, its own; every other part as the bytes it already is."""
        new = {name: pack(name, data, codec) for name, data in parts.items()}
        return write_archive(_in_order({**self.entries, **new}))


def write_package(parts: Mapping[str, bytes], codec: Codec = ZLIB) -> bytes:
    """A new package of these parts."""
    return write_archive(_in_order({name: pack(name, data, codec) for name, data in parts.items()}))


def _in_order(entries: Mapping[str, Entry]) -> Iterator[Entry]:
    """The list of contents first, as readers of streams ask; then by name, so that no history shows."""
    first = {CONTENT_TYPES: 0, ROOT_RELATIONSHIPS: 1}
    return (entries[name] for name in sorted(entries, key=lambda name: (first.get(name, 2), name)))


def open_package(data: bytes, file: str) -> Package | tuple[Problem, ...]:
    """The package in `data`, or why it is none that can be filled; `file` is what problems call it."""
    entries = read_archive(data, file)
    if isinstance(entries, tuple):
        return entries
    main = _main_document(Package(file, "", entries))
    return Package(file, main, entries) if isinstance(main, str) else (main,)


def relationships(root: Element) -> Iterator[Relationship]:
    """The entries of a `.rels` part."""
    for each in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        external = each.get("TargetMode", "").lower() == "external"
        yield Relationship(each.get("Type", ""), each.get("Target", ""), external)


def content_types(root: Element) -> Iterator[tuple[str, str]]:
    """What `[Content_Types].xml` says: (part name, or `.ending` for all of that ending; type)."""
    for each in root.iter(f"{{{TYPES}}}Override", f"{{{TYPES}}}Default"):
        name = each.get("PartName", "").lstrip("/") or f".{each.get('Extension', '')}"
        yield name, each.get("ContentType", "")


def _main_document(package: Package) -> str | Problem:
    """The name of the part that holds the text."""
    roots: list[Element] = []
    for part in (CONTENT_TYPES, ROOT_RELATIONSHIPS):
        if part not in package:
            return missing_part(package.file, part)
        root = parse(package.read(part))
        if root is None:
            return unreadable_xml(package.file, part)
        roots.append(root)
    types, rels = dict(content_types(roots[0])), list(relationships(roots[1]))
    main = next((rel for rel in rels if rel.kind == "officeDocument"), None)
    if main is None:
        return missing_part(package.file, "word/document.xml")
    if main.type.startswith(STRICT):
        return strict_form(package.file)
    name = posixpath.normpath(unquote(main.target).lstrip("/"))
    if main.type != OFFICE_DOCUMENT or name not in package:
        return missing_part(package.file, name)
    kind = types.get(name, types.get(f".{name.rpartition('.')[2]}", ""))
    return name if kind == MAIN_DOCUMENT else another_kind(package.file, _kind(kind))


def _kind(content_type: str) -> Message:
    """What a user calls a file of that type."""
    if "macroEnabled" in content_type:
        return message("an Office file with macros")
    if "wordprocessingml.template" in content_type:
        return message("a Word template (.dotx)")
    if "spreadsheetml" in content_type:
        return message("an Excel workbook")
    if "presentationml" in content_type:
        return message("a PowerPoint presentation")
    return message("a file of another kind")
