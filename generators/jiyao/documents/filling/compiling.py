"""Making a template ready: everything that can be wrong with it is found here, before there is a record."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from jinja2 import TemplateSyntaxError

from jiyao.documents.filling.cleaning import clean_up
from jiyao.documents.filling.faults import (
    Fault,
    forbidden,
    lost_tag,
    tag_in_field,
    unclosed_tag,
    unknown_name,
    unreadable_tag,
    unusual_prefix,
)
from jiyao.documents.filling.grammar import read_template
from jiyao.documents.filling.program import Json, NotAProgram, free_names
from jiyao.documents.filling.spots import TaggedPart, source_of
from jiyao.documents.filling.tags import find_tags, unclosed_blocks
from jiyao.documents.filling.template import Brought, CompiledPart, Template
from jiyao.documents.filling.translating import program_of
from jiyao.ooxml.hazards import hazards
from jiyao.ooxml.markup import Element, parse
from jiyao.ooxml.names import DRAWINGS, WORD, w
from jiyao.ooxml.package import Package, open_package
from jiyao.problems import Problem, message

_CLOSED_KEYWORDS = frozenset(("raw", "autoescape"))
"""Statements that Jinja resolves before anybody can see where they stood."""
_DRAWING = f"{{{DRAWINGS}/wordprocessingDrawing}}docPr"
_LAST_DRAWING = 1000
"""The number before the first new drawing; docxtpl begins with 1001 too."""
_COLUMN_TAGS = ("{%tc ", "{{tc ", "{%colspan", "{% colspan", "{%hm", "{% hm")


def compile_package(data: bytes, file: str, known: Collection[str] | None = None) -> Template | tuple[Problem, ...]:
    """The template in the .docx `data`, or all that is wrong with it; `file` is what problems call it.

    With `known`, a name that the template asks for and that is none of these is a problem now, not when it is filled.
    """
    package = open_package(data, file)
    if isinstance(package, tuple):
        return package
    found = hazards(package)
    if found:
        return found
    results = [_compile_part(package, part, known) for part in sorted(filter(_may_hold_tags, package))]
    problems = tuple(problem for each in results if isinstance(each, tuple) for problem in each)
    if problems:
        return problems
    parts = tuple(each for each in results if isinstance(each, CompiledPart))
    return Template(package, parts, _brought(package, [part.name for part in parts]))


def _may_hold_tags(part: str) -> bool:
    return part.endswith(".xml") and part.startswith(("word/", "docProps/"))


def _compile_part(
    package: Package, part: str, known: Collection[str] | None
) -> CompiledPart | tuple[Problem, ...] | None:
    """The part, ready, or what is wrong with it; nothing if it holds no tags."""
    data = package.read(part)
    # The look for hazards has read every part already.
    root = parse(data) if b"{" in data else None
    if root is None:
        return None
    source = source_of(root)
    tagged = TaggedPart(package, part, tuple(find_tags(source)))
    if not tagged.tags:
        return None
    problems = tuple(_misplaced_tags(tagged, root))
    if problems:
        return problems
    clean = clean_up(source, tagged.tags)
    if clean.lost:
        return tuple(lost_tag(tagged.spot(tagged.tags[number])) for number in clean.lost)
    return _compiled(replace(tagged, lines=clean.lines), clean.text, known)


def _misplaced_tags(tagged: TaggedPart, root: Element) -> Iterator[Problem]:
    """What can be told from the tags alone, before the clean-up relies on it."""
    if str(root.tag).startswith(f"{{{WORD}}}") and root.nsmap.get("w") != WORD:
        yield unusual_prefix(tagged.spot(None), tagged.name)
    for tag in tagged.tags:
        if not tag.closing:
            yield unclosed_tag(tagged.spot(tag))
        if tag.in_field:
            yield tag_in_field(tagged.spot(tag))
        if tag.keyword in _CLOSED_KEYWORDS:
            yield forbidden(tagged.spot(tag), message("`{construct}`", construct=tag.keyword))
    # A tag that is not closed would pass for a block without an end too.
    for number in unclosed_blocks(tagged.tags) if all(tag.closing for tag in tagged.tags) else ():
        yield unreadable_tag(tagged.spot(tagged.tags[number]), message("it lacks its beginning or its end"))


def _compiled(tagged: TaggedPart, source: str, known: Collection[str] | None) -> CompiledPart | tuple[Problem, ...]:
    """The part, compiled, if it says only what a template may say."""
    try:
        proved = read_template(source)
        program = program_of(proved.template, tagged.lines)
        columns = any(tag.text.startswith(_COLUMN_TAGS) for tag in tagged.tags)
        unproved = tagged.lines[proved.unproved - 1] if proved.unproved else None
        part = CompiledPart(tagged.name, program, "<wp:docPr " in source, columns, unproved)
    except Fault as fault:
        return (fault.word(tagged.spot_of_line(fault.line)),)
    except TemplateSyntaxError as error:
        return (unreadable_tag(tagged.spot_of_line(error.lineno), error.message or ""),)
    except (NotAProgram, RecursionError, MemoryError, ValueError):
        return (unreadable_tag(tagged.spot(None), message("its tags are nested too deeply")),)
    return (() if known is None else tuple(_unknown_names(tagged, program, known))) or part


def _unknown_names(tagged: TaggedPart, program: Json, known: Collection[str]) -> Iterator[Problem]:
    """One problem for each name, where it is asked for first."""
    first: dict[str, int] = {}
    for name, tag in free_names(program):
        if name not in known:
            first.setdefault(name, tag)
    for name, tag in first.items():
        yield unknown_name(tagged.spot_of_tag(tag), name, known)


def _brought(package: Package, filled: Collection[str]) -> Brought:
    """What the template brings: drawings only in parts that stay as they are, since the others' get new numbers."""
    last, names, last_drawing = 0, set[str](), _LAST_DRAWING
    for part in filter(_may_hold_tags, package):
        data = package.read(part)
        root = parse(data) if b"bookmarkStart" in data or b"docPr" in data else None
        for each in root.iter(w("bookmarkStart")) if root is not None else ():
            last = max(last, _number(each.get(w("id"), "")))
            names.add(each.get(w("name"), "").lower())
        for each in root.iter(_DRAWING) if root is not None and part not in filled else ():
            last_drawing = max(last_drawing, _number(each.get("id", "")))
    return Brought(last, frozenset(names), last_drawing)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else 0
