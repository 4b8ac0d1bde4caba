"""What a PDF says of itself: how many pages it has, and which fonts it is really printed with."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader
    from pypdf.generic import DictionaryObject, PdfObject

BEGINNING = b"%PDF-"
END = re.compile(rb"startxref\s+(?P<contents>\d{1,12})\s+%%EOF\s*$")
"""How a whole PDF ends: with where its table of contents is."""
CONTENTS = re.compile(rb"xref\b|\d+ \d+ obj\b")
END_WITHIN = 1024
"""Bytes at the end of a file within which the end mark stands, as readers of PDF look for it."""

_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


@dataclass(frozen=True, slots=True, order=True)
class PrintedFont:
    """A font of a PDF, by the name that it has there without the mark of a subset: `FandolFang-Regular`."""

    name: str
    is_embedded: bool


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """The pages and fonts of a PDF."""

    pages: int
    fonts: tuple[PrintedFont, ...]


def facts_of(pdf: bytes) -> PdfFacts | None:
    """The facts of a whole PDF with at least one page; None for anything else, such as a file cut short."""
    if not _is_whole(pdf):
        return None
    # Imported late: only who makes a PDF pays for it.
    from pypdf import PdfReader

    # What it finds strange and reads all the same is not said on the terminal.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = list(PdfReader(BytesIO(pdf)).pages)
        fonts = {font for page in pages for font in _fonts(page)}
    except Exception:  # noqa: BLE001 (in a damaged file anything may be wrong, anywhere in the reader)
        return None
    return PdfFacts(len(pages), tuple(sorted(fonts))) if pages else None


def pages_of_headings(pdf: bytes) -> dict[str, int]:
    """The page, from 1, on which each heading of an outline stands; nothing where the PDF has none that can be read.

    A text processor writes its headings into the outline, which says more for certain than a search for their words.
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(pdf))
        return dict(_headings(reader, cast("list[object]", reader.outline)))
    except Exception:  # noqa: BLE001 (as above)
        return {}


def _headings(reader: PdfReader, outline: list[object]) -> Iterator[tuple[str, int]]:
    from pypdf.generic import Destination

    for each in outline:
        if isinstance(each, list):
            yield from _headings(reader, cast("list[object]", each))
        elif isinstance(each, Destination) and each.title:
            page = reader.get_destination_page_number(each)
            if page is not None:
                yield each.title, page + 1


def _is_whole(pdf: bytes) -> bool:
    """Whether a file begins and ends as a PDF, and its table of contents is where the end says."""
    end = END.search(pdf[-END_WITHIN:])
    if end is None or not pdf.startswith(BEGINNING):
        return False
    return CONTENTS.match(pdf, int(end["contents"])) is not None


def _fonts(page: PageObject) -> Iterator[PrintedFont]:
    yield from _of_resources(_dictionary(page.get("/Resources")))


def _of_resources(resources: DictionaryObject | None) -> Iterator[PrintedFont]:
    """The fonts of a page or of a drawing on it; drawings may hold drawings."""
    for font in _entries(resources, "/Font"):
        yield _font(font)
    for drawing in _entries(resources, "/XObject"):
        yield from _of_resources(_dictionary(drawing.get("/Resources")))


def _font(font: DictionaryObject) -> PrintedFont:
    """A font of many characters holds its description in a font below it."""
    below = font.get("/DescendantFonts")
    described = _dictionary(cast("list[PdfObject]", below.get_object())[0]) if below is not None else font
    descriptor = _dictionary((described or font).get("/FontDescriptor"))
    name = str(font.get("/BaseFont", "/?")).removeprefix("/")
    embedded = descriptor is not None and any(each in descriptor for each in _FONT_FILES)
    return PrintedFont(name.partition("+")[2] or name, embedded)


def _entries(resources: DictionaryObject | None, kind: str) -> Iterator[DictionaryObject]:
    found = _dictionary(resources.get(kind)) if resources is not None else None
    for value in found.values() if found is not None else ():
        entry = _dictionary(value)
        if entry is not None:
            yield entry


def _dictionary(value: PdfObject | None) -> DictionaryObject | None:
    """What a reference leads to, where that is a dictionary."""
    from pypdf.generic import DictionaryObject

    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else None
