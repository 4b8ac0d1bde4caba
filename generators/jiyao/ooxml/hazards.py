"""What a document would fetch or run when somebody opens or prints it: family T, 2xx. Such a template is refused."""

from __future__ import annotations

from collections.abc import Iterator

from jiyao.ooxml.fields import fetching_field, field_codes, leads_to_the_web, linked_address
from jiyao.ooxml.markup import Element, parse, where_is
from jiyao.ooxml.names import CONTENT_TYPES, w
from jiyao.ooxml.package import Package, content_types, relationships
from jiyao.ooxml.refusals import unreadable_xml
from jiyao.problems import Binding, Finding, Message, Place, Problem, message, problem

_ALWAYS_FETCHED = frozenset(("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "subDocument", "frame"))
"""Relationships that lead to another file wherever it stands."""

_RUN = {
    "aFChunk": message("a file of another format (altChunk)"),
    "oleObject": message("an OLE object"),
    "control": message("an ActiveX control"),
    "activeXControlBinary": message("an ActiveX control"),
    "vbaProject": message("macros (VBA)"),
    "wordVbaData": message("macros (VBA)"),
    "extensibility": message("commands for Word's ribbon (customUI)"),
    "keyMapCustomizations": message("key assignments"),
    "attachedToolbars": message("toolbars"),
}
"""Relationships to what runs, by the last word of their type."""

_RUN_TYPES = {
    "vbaproject": message("macros (VBA)"),
    "activex": message("an ActiveX control"),
    "oleobject": message("an OLE object"),
}
"""The same by words in a content type: a part may lie in the package and be referred to by nobody yet."""

_RUN_ELEMENTS = {
    w("altChunk"): message("a file of another format (altChunk)"),
    w("object"): message("an OLE object"),
    w("control"): message("an ActiveX control"),
    w("mailMerge"): message("a mail merge with its own data source"),
    "{urn:schemas-microsoft-com:office:office}OLEObject": message("an OLE object"),
}

_PICTURE_ELEMENTS = tuple(f"{{urn:schemas-microsoft-com:vml}}{name}" for name in ("imagedata", "fill", "stroke"))
"""Pictures of the older drawing language, which may name an address beside any relationship."""
_PICTURE_ADDRESS = "{urn:schemas-microsoft-com:office:office}href"


@problem("T201", "hazard", binding=Binding.SAFETY)
def fetched(place: Place, target: str) -> Finding:
    """The file refers to something outside of itself that Word fetches when the document is opened or printed.

    A linked picture or an attached template tells its server who reads the document, may have changed by then, and
    may bring macros. Pictures belong into the file (Insert, Pictures, Insert), the attached template is removed
    under Developer, Document Template. Links that a reader may click, to web and mail addresses, are fine.
    """
    return Finding(
        place,
        message("the file would fetch something from outside: {target}", target=target),
        message("put pictures into the file instead of linking them, and detach the template"),
    )


@problem("T202", "hazard", binding=Binding.SAFETY)
def fetching_code(place: Place, field: str) -> Finding:
    """A field of the file brings in another file, asks another program, or runs a macro.

    The fields are DDE, DDEAUTO, INCLUDE, INCLUDETEXT, INCLUDEPICTURE, LINK, IMPORT, DATABASE, RD and MACROBUTTON.
    Alt+F9 shows the fields in Word; delete it, or put what it shows in its place (Ctrl+Shift+F9).
    Right: PAGE, NUMPAGES, DATE, REF. Wrong: DDEAUTO, INCLUDEPICTURE.
    """
    return Finding(
        place,
        message("a field of the type {field} would fetch or run something", field=field),
        message("press Alt+F9 in Word to see the fields, and delete this one"),
    )


@problem("T203", "hazard", binding=Binding.SAFETY)
def runs(place: Place, what: Message) -> Finding:
    """The file holds something that runs, or a document of another format within the document.

    Macros, ActiveX controls, OLE objects, ribbon commands and altChunk have no place in a template for minutes, and
    whoever opens what is made from it would run them. Save the file as "Word Document (.docx)" without them;
    put a table or a picture where an embedded object stood.
    """
    return Finding(
        place,
        message("the file contains {what}", what=what),
        message("remove it in Word and save the file again"),
    )


@problem("T204", "hazard", binding=Binding.SAFETY)
def unsafe_address(place: Place, address: str) -> Finding:
    """A link of the file leads to neither a web page nor a mail address.

    Links such as javascript:, file: or vbscript: run something or open a file of the reader's machine.
    Right: https://…, http://…, mailto:…. Wrong: javascript:…, file:///….
    """
    return Finding(
        place,
        message("a link leads to `{address}`", address=address),
        message("links may lead to http, https and mailto addresses only"),
    )


def hazards(package: Package) -> tuple[Problem, ...]:
    """Everything in the package that would be fetched or run; parts that are no XML are reported too."""
    found: list[Problem] = []
    for part in package:
        if not part.lower().endswith((".xml", ".rels", ".vml")):
            continue
        root = parse(package.read(part))
        found += _in_part(root, package.file, part) if root is not None else [unreadable_xml(package.file, part)]
    return tuple(dict.fromkeys(found))


def _in_part(root: Element, file: str, part: str) -> Iterator[Problem]:
    if part == CONTENT_TYPES:
        yield from _in_content_types(root, file)
    elif part.lower().endswith(".rels"):
        yield from _in_relationships(root, file, part)
    else:
        yield from hazards_in_text(root, file, part)


def _in_content_types(root: Element, file: str) -> Iterator[Problem]:
    for name, kind in content_types(root):
        for word, what in _RUN_TYPES.items():
            if word in kind.lower():
                yield runs(Place(file, where=name), what)


def _in_relationships(root: Element, file: str, part: str) -> Iterator[Problem]:
    place = Place(file, where=part)
    for each in relationships(root):
        if each.kind in _RUN:
            yield runs(place, _RUN[each.kind])
        elif each.kind in _ALWAYS_FETCHED or (each.external and each.kind != "hyperlink"):
            yield fetched(place, each.target)
        elif each.external and not leads_to_the_web(each.target):
            yield unsafe_address(place, each.target)


def hazards_in_text(root: Element, file: str, part: str) -> Iterator[Problem]:
    """Everything in one part of the text that would be fetched or run; its relationships are another part."""
    for each in root.iter(*_RUN_ELEMENTS):
        yield runs(_place(file, part, each), _RUN_ELEMENTS[str(each.tag)])
    for each in root.iter(*_PICTURE_ELEMENTS):
        source = next(filter(None, (each.get("src"), each.get(_PICTURE_ADDRESS))), "")
        if source:
            yield fetched(_place(file, part, each), source)
    for each, code in field_codes(root):
        if fetching_field(code):
            yield fetching_code(_place(file, part, each), fetching_field(code))
        if linked_address(code) and not leads_to_the_web(linked_address(code)):
            yield unsafe_address(_place(file, part, each), linked_address(code))


def _place(file: str, part: str, element: Element) -> Place:
    where = where_is(element)
    return Place(file, where=f"{part}, {where}" if where else part)
