"""The text of a release with its pictures, as a Word template prints it from top to bottom.

A picture is a paragraph of its own role, its caption the next one: a template gives each the style of its role.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jiyao.documents import press
from jiyao.documents.pictures import ReadyPicture
from jiyao.documents.reading_order import in_reading_order, rows_in_reading_order

# At run time too: the inspection of templates reads the types of the fields.
from jiyao.views.fragments import Inline, Paragraph, Picture, Role
from jiyao.views.lengths import Length
from jiyao.views.release.view import BilingualView, Photo, ReleaseView, Row


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the text, a picture, or what stands below it."""

    role: Role
    """What it is: body, photo or caption."""
    runs: tuple[Inline, ...]
    """Its text, or the picture."""


@dataclass(frozen=True, slots=True)
class Illustrated:
    """The text of a release in one language."""

    story: tuple[Block, ...]
    """正文 with its pictures in the order of reading; `body` is the text alone."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a release in two languages, or a picture, which stands there once for both."""

    role: Role
    """What the part is; photo where it is a picture with its caption."""
    first: tuple[Block, ...]
    """The part in the language that comes first; the picture and its caption."""
    second: tuple[Block, ...]
    """The same part in the other language."""


@dataclass(frozen=True, slots=True)
class IllustratedInBoth:
    """All of a release in two languages."""

    parts: tuple[Part, ...]
    """Headline, byline, text, pictures and credits, part by part; `rows` is the same without pictures."""


def illustrated(view: ReleaseView, pictures: Mapping[str, ReadyPicture]) -> Illustrated:
    """The text with its pictures, each found by its `file`."""
    return Illustrated(tuple(block for each in in_reading_order(view) for block in _blocks(each, pictures)))


def illustrated_in_both(view: BilingualView, pictures: Mapping[str, ReadyPicture]) -> IllustratedInBoth:
    """The parts with the pictures between them, each found by its `file`."""
    return IllustratedInBoth(tuple(_part(each, pictures) for each in rows_in_reading_order(view)))


def _part(each: Row | Photo, pictures: Mapping[str, ReadyPicture]) -> Part:
    if isinstance(each, Photo):
        return Part(Role.PHOTO, tuple(_blocks(each, pictures)), ())
    first, second = (tuple(Block(line.role, line.runs) for line in lines) for lines in (each.first, each.second))
    return Part(each.role, first, second)


def _blocks(each: Paragraph | Photo, pictures: Mapping[str, ReadyPicture]) -> Iterator[Block]:
    if isinstance(each, Paragraph):
        yield Block(each.role, each.runs)
        return
    yield Block(Role.PHOTO, (_picture(pictures[each.file], each.alt),))
    if each.caption:
        yield Block(Role.CAPTION, each.caption)


def _picture(ready: ReadyPicture, alt: str) -> Picture:
    """As large as the page of a release has room for, its proportions kept; a small one is not blown up."""
    room = (press.PICTURE_WIDTH.emu, press.PICTURE_HEIGHT.emu, press.PICTURE_PIXEL.emu * ready.width)
    emu = min(room[0], room[1] * ready.width / ready.height, room[2])
    width = Length(round(emu))
    return Picture(ready.content, ready.media_type, width, width * (ready.height / ready.width), alt)
