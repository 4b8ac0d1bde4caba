"""Filling through docxtpl's live package, for what only docxtpl's own objects can print.

A rich text, a listing, an inline picture or a sub-document brings XML of its own, and may need relationships, media,
styles and numbers in a package that python-docx has taken apart. So docxtpl keeps the package and its objects say what
they are; all else stays as it is everywhere: our program prints each part once, unknown names stop it, its turns and
characters are counted. What comes out is read strictly, part by part, and looked through as a template is before
anybody gets it. docxtpl's own `render` is never called: it would run code from records, and lose text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Any, cast

from docx.oxml import parse_xml
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph

from jiyao.dataclass import dataclass
from jiyao.documents.attachments import HYPERLINK, IMAGE
from jiyao.documents.filling.faults import (
    CAUSED_BY_TEMPLATES,
    Fault,
    Spot,
    misplaced,
    unprintable_character,
)
from jiyao.documents.filling.looking import look_at
from jiyao.documents.filling.object_faults import another_template, not_made_by_docxtpl
from jiyao.documents.filling.plain import is_foreign
from jiyao.documents.filling.printing import BLOCKS, RUNS, TEXT, VALUE
from jiyao.documents.filling.template import Template, Values, numbered, render, rendering_of
from jiyao.ooxml.archive import read_archive
from jiyao.ooxml.escaping import unprintable
from jiyao.ooxml.hazards import hazards
from jiyao.ooxml.package import open_package
from jiyao.problems import Message, Place, Problem, message
from jiyao.views.fragments import Chart

_SIGNS_OF_LISTINGS = "\a\f\n\t"
"""What docxtpl turns into paragraphs, pages, lines and tabs, in its own objects."""
_OUTSIDE_OF_RUNS = ("</w:t></w:r>", '<w:r><w:t xml:space="preserve">')
"""With these an inline picture leaves the text that it stands in, and goes back into it."""
_RELATED = re.compile(r'\sr:(?:id|embed|link)="([^"]*)"')
_MOST_VALUES = 1_000_000
"""How many values are looked at for the document that docxtpl's objects belong to."""


def fill_live(template: Template, values: Values) -> bytes | tuple[Problem, ...]:
    """As `fill`, through docxtpl's live package. Whatever docxtpl says is a problem of the template as a whole."""
    try:
        return _filled(template, values)
    except (*CAUSED_BY_TEMPLATES, OSError, AttributeError, ImportError) as error:
        return (not_made_by_docxtpl(Place(template.package.file), str(error) or type(error).__name__),)


def _filled(template: Template, values: Values) -> bytes | tuple[Problem, ...]:
    own = _opened(template)
    made = values(own) if callable(values) else values
    document = next(_documents_in(made), own)
    if document is not own and not _is_of(document, template):
        return (another_template(Place(template.package.file)),)
    document.init_docx()
    document.render_init()
    live = _Live(document, template.package.file, template.brought.last_drawing)
    printed = render(template, made, rendering_of(template, live, live.print))
    if isinstance(printed, tuple):
        return printed
    # Numbered once more, now in the order in which docxtpl's own drawings stand too.
    live.drawings = template.brought.last_drawing
    refused = [each for name, data in printed.items() for each in live.replace(name, data.decode())]
    return tuple(refused) or _saved(document, template.package.file)


def _opened(template: Template) -> Any:  # noqa: ANN401  # docxtpl gives no types
    document: Any = DocxTemplate(BytesIO(template.package.replaced({})))
    document.init_docx()
    return document


def _documents_in(values: object) -> Iterator[Any]:
    """The documents that docxtpl's objects among the values belong to."""
    waiting, seen = [values], set[int]()
    while waiting and len(seen) < _MOST_VALUES:
        value: Any = waiting.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if is_foreign(value):
            document = cast(dict[str, Any], vars(value)).get("tpl")
            if document is not None:
                yield document
        elif isinstance(value, Mapping):
            waiting += cast(Mapping[object, object], value).values()
        elif isinstance(value, list | tuple):
            waiting += cast(list[object], value)
        elif is_dataclass(value):
            waiting += [getattr(value, each.name) for each in fields(value)]


def _is_of(document: Any, template: Template) -> bool:  # noqa: ANN401  # docxtpl gives no types
    """Whether docxtpl has opened the file of this very template."""
    file = document.template_file
    if hasattr(file, "getvalue"):
        data: bytes = file.getvalue()
    else:
        with open(file, "rb") as stream:  # noqa: PTH123  # what the caller gave docxtpl, a path of any kind
            data = stream.read()
    entries = read_archive(data, template.package.file)
    sums = {name: entry.crc for name, entry in template.package.entries.items()}
    return not isinstance(entries, tuple) and {name: entry.crc for name, entry in entries.items()} == sums


@dataclass(slots=True)
class _Live:
    """docxtpl's document in the making, as what pictures and links are attached to."""

    document: Any
    file: str
    drawings: int
    _part: Any = None

    def begin(self, part: str) -> None:
        self._part = self._parts().get(part)
        self.document.current_rendering_part = self._part

    def picture(self, content: bytes, media_type: str) -> str:  # noqa: ARG002  # python-docx looks for itself
        image = self.document.docx.part.package.get_or_add_image_part(BytesIO(content))
        return cast(str, self._part.relate_to(image, IMAGE))

    def chart(self, chart: Chart) -> str:
        del chart
        hint = message("print it in a template without objects of docxtpl")
        raise Fault(lambda spot: misplaced(spot, message("a chart stands beside objects of docxtpl"), hint))

    def link(self, address: str) -> str:
        return cast(str, self._part.relate_to(address, HYPERLINK, is_external=True))

    def print(self, value: object, printer: str) -> str:
        """What one of docxtpl's objects is, where it may stand; its XML is looked at with the part."""
        wanted, hint = _place_of(value)
        if printer not in wanted:
            raise Fault(lambda spot: misplaced(spot, message("an object of docxtpl stands in the wrong place"), hint))
        xml = str(value)
        bad = unprintable("".join(each for each in xml if each not in _SIGNS_OF_LISTINGS))
        if bad:
            raise Fault(lambda spot: unprintable_character(spot, f"U+{ord(bad):04X}", type(value).__name__))
        if printer == RUNS and isinstance(value, InlineImage):
            return xml.removeprefix(_OUTSIDE_OF_RUNS[0]).removesuffix(_OUTSIDE_OF_RUNS[1])
        return xml

    def replace(self, name: str, xml: str) -> Iterator[Problem]:
        """Put a printed part into the package, or say why it is none that anybody should get."""
        part, place = self._parts().get(name), Place(self.file, where=name)
        if part is None:
            return
        xml = numbered(self.document.resolve_listing(xml), self)
        try:
            look_at(name, xml)
        except Fault as fault:
            yield fault.word(Spot(place, name))
            return
        for unknown in {*_RELATED.findall(xml)} - {*part.rels}:
            yield not_made_by_docxtpl(place, message("no relationship {id}", id=unknown))
        # As docxtpl does; python-docx has no other way, and asks the one or the other of its parts.
        part._element, part._blob = parse_xml(xml.encode()), xml.encode()  # noqa: SLF001

    def _parts(self) -> Mapping[str, Any]:
        return {str(each.partname).lstrip("/"): each for each in self.document.docx.part.package.iter_parts()}


def _place_of(value: object) -> tuple[tuple[str, ...], Message]:
    """The printers of the places where an object of docxtpl may stand, and what to say elsewhere."""
    if isinstance(value, Listing):
        return (TEXT, VALUE), message("print it with {{ … }} within a text")
    if isinstance(value, InlineImage):
        return (TEXT, RUNS), message("print it with {{ … }} within a text")
    if isinstance(value, RichText):
        return (RUNS,), message("print formatted text with {{r … }}")
    if isinstance(value, RichTextParagraph) or hasattr(value, "subdocx"):
        return (BLOCKS,), message("print it with {{p … }} in a paragraph of its own")
    return (), message("only texts, pictures and sub-documents of docxtpl can be printed")


def _saved(document: Any, file: str) -> bytes | tuple[Problem, ...]:  # noqa: ANN401  # docxtpl gives no types
    """The document, with its pictures replaced; looked through as a template is, for it may hold anything now."""
    document.is_rendered = True
    saved = BytesIO()
    document.save(saved)
    package = open_package(saved.getvalue(), file)
    if isinstance(package, tuple):
        return package
    return hazards(package) or package.replaced({})
