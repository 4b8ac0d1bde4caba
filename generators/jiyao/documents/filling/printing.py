"""How a value becomes part of the XML: escaped, character for character, or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from jiyao.documents.attachments import ENDINGS
from jiyao.documents.filling.faults import Fault, misplaced
from jiyao.documents.filling.filters import FILTERS, TESTS
from jiyao.documents.filling.object_faults import unlawful_picture
from jiyao.documents.filling.plain import inlines_of, is_foreign, plain
from jiyao.documents.filling.sandbox import Rendering
from jiyao.documents.fragments import inlines_xml
from jiyao.ooxml.escaping import escape, word_text
from jiyao.problems import message
from jiyao.views.fragments import Chart, Picture

__all__ = ["BLOCKS", "FILTERS", "PRINTERS", "RUNS", "TESTS", "TEXT", "VALUE", "needs_care", "print_text"]

Printer: TypeAlias = Callable[[object, Rendering], bytes]

TEXT, VALUE, RUNS, BLOCKS = "text", "value", "runs", "blocks"

needs_care = re.compile("[\0-\x1f&<>\ud800-\udfff\ufffe\uffff]").search
"""Finds the first character, if any, for which a text cannot go into `w:t` as it is."""

_WEB_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20<>\"{}|\\^`]+", re.IGNORECASE)
_STARTS: Mapping[str, tuple[bytes, ...]] = {
    "image/bmp": (b"BM",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/tiff": (b"II*\0", b"MM\0*"),
}
"""How the pictures of each media type begin: Word shows a red cross for what is none."""


def print_text(value: object, rendering: Rendering) -> bytes:
    """A value in a text of WordprocessingML."""
    if type(value) is int:
        return _counted(str(value), rendering)
    if not isinstance(value, str) and is_foreign(value):
        return _counted(rendering.foreign(value, TEXT), rendering)
    return _counted(word_text(plain(value)), rendering)


def _print_value(value: object, rendering: Rendering) -> bytes:
    if is_foreign(value):
        return _counted(rendering.foreign(value, VALUE), rendering)
    return _counted(escape(plain(value)), rendering)


def _print_runs(value: object, rendering: Rendering) -> bytes:
    inlines = inlines_of(value)
    if inlines is None:
        if is_foreign(value):
            return _counted(rendering.foreign(value, RUNS), rendering)
        plain(value)
        hint = message("print plain text with {{ … }}, without the r")
        raise Fault(lambda spot: misplaced(spot, message("plain text stands where formatted text belongs"), hint))
    for each in inlines:
        if isinstance(each, Picture):
            _check_picture(each, rendering)
        elif isinstance(each, Chart):
            for text in (each.title, each.alt, *each.categories, *(series.name for series in each.series)):
                plain(text)
        else:
            plain(each.text)
            if each.address:
                _check_address(each.address)
    return _counted(inlines_xml(inlines, rendering.bookmarks, rendering.attachments), rendering)


def _print_blocks(value: object, rendering: Rendering) -> bytes:
    if is_foreign(value):
        return _counted(rendering.foreign(value, BLOCKS), rendering)
    hint = message("print with {{ … }} within a paragraph, or with {{r … }} for formatted text")
    raise Fault(lambda spot: misplaced(spot, message("only a sub-document can stand for whole paragraphs"), hint))


def _check_picture(picture: Picture, rendering: Rendering) -> None:
    """Stop the template at what is no picture that every Word can show."""
    plain(picture.alt)
    rendering.show(picture.content)
    if picture.media_type not in ENDINGS:
        what = message("the type {type} is unusual", type=picture.media_type)
    elif not picture.content.startswith(_STARTS[picture.media_type]):
        what = message("it is no {type}", type=picture.media_type)
    elif min(picture.width.emu, picture.height.emu) <= 0:
        what = message("it has no size")
    else:
        return
    raise Fault(lambda spot: unlawful_picture(spot, what))


def _check_address(address: str) -> None:
    """Stop the template at a link that leads to anything but a web page or a mailbox."""
    if not _WEB_ADDRESS.fullmatch(address):
        # Here, since looking for hazards takes lxml, and printing does not.
        from jiyao.ooxml.hazards import unsafe_address

        raise Fault(lambda spot: unsafe_address(spot.place, address))


def _counted(xml: str, rendering: Rendering) -> bytes:
    rendering.spend(len(xml))
    return xml.encode()


PRINTERS: Mapping[str, Printer] = {TEXT: print_text, VALUE: _print_value, RUNS: _print_runs, BLOCKS: _print_blocks}
"""By the places that they are for: in a text, in an attribute or another text, between runs, between paragraphs."""
