"""Word's field codes, and those among them that fetch or run something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jiyao.ooxml.markup import Element
from jiyao.ooxml.names import w

FETCHING = frozenset((
    "DATABASE", "DDE", "DDEAUTO", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "MACROBUTTON", "RD",
))  # fmt: skip
"""Field types that bring in another file, ask another program, or run a macro (ECMA-376, part 1, 17.16.5)."""

_WEB = re.compile(r"\s*(https?:|mailto:|#)", re.IGNORECASE)
_TYPE = re.compile(r'[\s"]*([^\s"\\]+)')
_ARGUMENT = re.compile(r'(\\[olt]\s*)?(?:"([^"]*)"|([^\s"]+))', re.IGNORECASE)
"""One argument of a HYPERLINK field, with the switch whose value it is: tip, bookmark or frame."""


def fetching_field(code: str) -> str:
    """The type of a field that fetches or runs something, "" for any other; `code` is the whole code."""
    found = _TYPE.match(code)
    name = found.group(1).upper() if found else ""
    return name if name in FETCHING else ""


def leads_to_the_web(address: str) -> bool:
    """Whether an address is that of a web page, a mailbox, or a spot in the document itself."""
    return bool(_WEB.match(address))


def linked_address(code: str) -> str:
    """The address of a HYPERLINK field, "" if it has none or is another field."""
    arguments = [match.groups("") for match in _ARGUMENT.finditer(code)]
    if not arguments or "".join(arguments.pop(0)).upper() != "HYPERLINK":
        return ""
    return next((quoted or bare for switch, quoted, bare in arguments if not switch and not bare.startswith("\\")), "")


def field_codes(root: Element) -> Iterator[tuple[Element, str]]:
    """The code of every field of a part, with the element that begins it; a code may be split over many runs.

    A code that an `instrText` holds outside of any field counts as one too: it would, if an edit moved it.
    """
    open_fields: list[tuple[Element, list[str], bool]] = []
    for each in root.iter(w("fldChar"), w("instrText"), w("delInstrText"), w("fldSimple")):
        if each.tag == w("fldSimple"):
            yield each, each.get(w("instr"), "")
        elif each.tag != w("fldChar"):
            pieces = [field[1] for field in open_fields if field[2]]
            for piece in pieces:
                piece.append(each.text or "")
            if not pieces:
                yield each, each.text or ""
        elif each.get(w("fldCharType")) == "begin":
            open_fields.append((each, [], True))
        elif open_fields:
            element, pieces_of_code, reading = open_fields.pop()
            if reading:
                yield element, "".join(pieces_of_code)
            if each.get(w("fldCharType")) == "separate":
                open_fields.append((element, [], False))
    yield from ((element, "".join(pieces)) for element, pieces, reading in open_fields if reading)


def fields_are_whole(root: Element) -> bool:
    """Whether every field of a part that ends has begun before, and the other way round."""
    depth = 0
    for each in root.iter(w("fldChar")):
        depth += {"begin": 1, "end": -1}.get(each.get(w("fldCharType"), ""), 0)
        if depth < 0:
            return False
    return depth == 0
