"""The contents of a document: a field that Word makes anew when it is told to."""

from __future__ import annotations

from jiyao.ooxml.escaping import DECLARATION
from jiyao.ooxml.fields import field_codes
from jiyao.ooxml.markup import parse, serialise
from jiyao.ooxml.names import w


def to_be_refreshed(document: bytes) -> bytes:
    """The part with its contents marked: Word asks whether it may look for the pages when the file is opened."""
    root = parse(document)
    if root is None:
        return document
    for begin, code in list(field_codes(root)):
        if code.split()[:1] == ["TOC"]:
            begin.set(w("dirty"), "1")
    return (DECLARATION + serialise(root)).encode()
