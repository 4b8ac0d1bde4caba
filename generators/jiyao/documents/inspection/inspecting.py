"""All that is wrong with a template, at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jiyao.documents.filling import Template, compile_template
from jiyao.documents.filling.faults import Spot, tag_in_field, unknown_name
from jiyao.documents.filling.spots import TaggedPart, spot_in
from jiyao.documents.filling.tags import find_tags
from jiyao.documents.inspection.alone import alone
from jiyao.documents.inspection.blocks import read_blocks
from jiyao.documents.inspection.changes import look_at_changes
from jiyao.documents.inspection.faults import unproved
from jiyao.documents.inspection.given import shapes_of
from jiyao.documents.inspection.looks import look_at_styles
from jiyao.documents.inspection.reading import Part, place_of, read_parts
from jiyao.documents.inspection.shapes import Shape
from jiyao.documents.inspection.structure import look_at_tags
from jiyao.documents.shipped import Edition
from jiyao.ooxml.hazards import hazards
from jiyao.ooxml.markup import serialise
from jiyao.ooxml.package import open_package
from jiyao.ooxml.parts import Package
from jiyao.problems import Problem, Severity
from jiyao.records.choices import DocumentName

_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_HEIGHT = "height:"


def inspect_template(
    data: bytes, file: str, document: DocumentName, edition: Edition = Edition.ZH
) -> tuple[Problem, ...]:
    """Everything that is wrong with the .docx `data` as a template of this document; `file` is what problems call it.

    A template without errors here is one that filling takes.
    """
    package = open_package(data, file)
    if isinstance(package, tuple):
        return package
    shapes, parts = shapes_of(document, edition), tuple(read_parts(package))
    found = list(hazards(package))
    for part in parts:
        found += _in_part(package, part, shapes)
    found += look_at_styles(parts)
    if not any(each.severity is Severity.ERROR for each in found):
        # What only shows when all is put together, such as a level that no single tag leaves.
        compiled = compile_template(data, file)
        found += compiled if isinstance(compiled, tuple) else _unproved(compiled, found)
    return tuple(dict.fromkeys(found))


def _unproved(template: Template, found: Sequence[Problem]) -> Iterator[Problem]:
    """The blocks of which filling cannot prove that each document will be whole, where nothing has been said yet."""
    said = {each.place for each in found}
    for part in template.parts:
        if part.unproved is not None:
            spot = spot_in(template.package, part.name, part.unproved)
            yield from () if spot.place in said else (unproved(spot),)


def _in_part(package: Package, part: Part, shapes: Mapping[str, Shape]) -> Iterator[Problem]:
    yield from look_at_tags(part)
    for tag in part.tags:
        if tag.closed:
            yield from alone(tag)
    yield from read_blocks(part, shapes)
    yield from look_at_changes(part)
    yield from _in_fields(package, part)
    yield from _heights(part, shapes)


def _in_fields(package: Package, part: Part) -> Iterator[Problem]:
    """Tags in the codes of fields, which no reader sees."""
    tags = tuple(find_tags(serialise(part.root)))
    tagged = TaggedPart(package, part.name, tags)
    yield from (tag_in_field(tagged.spot(tag)) for tag in tags if tag.in_field)


def _heights(part: Part, shapes: Mapping[str, Shape]) -> Iterator[Problem]:
    """Shapes that are to be as high as a field says that there is not."""
    for each in part.root.iter(_PROPERTIES):
        name = each.get("name", "")
        if name.startswith(_HEIGHT) and name.removeprefix(_HEIGHT) not in shapes:
            spot = Spot(place_of(part.file, part.name, each), name)
            yield unknown_name(spot, name.removeprefix(_HEIGHT), tuple(shapes))
