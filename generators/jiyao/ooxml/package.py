"""A Word document as a package of parts, opened only if it is sound."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from jiyao.dataclass import dataclass
from jiyao.ooxml.archive import read_archive
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
from jiyao.ooxml.parts import Package, write_package
from jiyao.ooxml.refusals import another_kind, missing_part, strict_form, unreadable_xml
from jiyao.problems import Message, Problem, message

__all__ = ["Package", "Relationship", "content_types", "open_package", "relationships", "write_package"]


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to; `kind` is the last word of the relationship's type, such as `hyperlink`."""

    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        return self.type.rpartition("/")[2]


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
