"""A template as its reader sees it: stretches of text, and the tags in them.

A stretch is the text of one paragraph, however Word has split it into runs, or that of one element or attribute
elsewhere. Its pieces remember which characters stand in which element, for who wants to mend them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from jiyao.dataclass import dataclass
from jiyao.documents.filling.faults import Spot
from jiyao.documents.inspection.signs import half_width, mended_tag
from jiyao.ooxml.markup import Element, parse, where_is
from jiyao.ooxml.names import DRAWINGS, w
from jiyao.ooxml.parts import Package
from jiyao.problems import Place

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What Word writes once more for older programs; what is wrong there was said where it stands first."""

_OPENING = re.compile("[{｛]([{｛%％#＃])")
_CLOSING = {"{": re.compile("[}｝]{2}"), "%": re.compile("[%％][}｝]"), "#": re.compile("[#＃][}｝]")}
_ANATOMY = re.compile(r"\{[{%#](?P<prefix>(?:tr|tc|p|r)(?=\s))?[-+]?(?P<inside>.*?)[-+]?[}%#]\}", re.DOTALL)
_NOT_READ = frozenset((w("instrText"), w("delInstrText"), w("delText")))
_DRAWN_PARAGRAPH = f"{{{DRAWINGS}/main}}p"
_LONGEST_AROUND, _LONGEST_TAG = 80, 60


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one element within a stretch; `start` is where it begins there."""

    element: Element
    start: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A text that is read as one. `element` is its paragraph, or the element that it belongs to."""

    file: str
    part: str
    element: Element
    text: str
    pieces: tuple[Piece, ...] = ()

    @property
    def place(self) -> Place:
        """Worked out when it is asked for: it takes a look at all that stands before."""
        return place_of(self.file, self.part, self.element)

    @property
    def is_paragraph(self) -> bool:
        return self.element.tag == w("p")

    @property
    def in_fallback(self) -> bool:
        return self.within(FALLBACK) is not None

    def within(self, name: str) -> Element | None:
        """The nearest element of that name around the stretch, itself included."""
        return next((each for each in (self.element, *self.element.iterancestors()) if each.tag == name), None)

    def spot(self, around: str) -> Spot:
        """Where the stretch is, with its text if that is short, else with `around`."""
        short = around if len(around) <= _LONGEST_TAG else f"{around[:_LONGEST_TAG]}…"
        return Spot(self.place, self.text if len(self.text) <= _LONGEST_AROUND else short)


@dataclass(frozen=True)
class Tag:
    """One tag of a stretch, from `start` to `end`; `closed` if its closing signs stand in the same stretch."""

    stretch: Stretch
    start: int
    end: int
    closed: bool

    @property
    def written(self) -> str:
        return self.stretch.text[self.start : self.end]

    @cached_property
    def text(self) -> str:
        """The tag as it was meant: with half-width signs, straight quotes, and letters right behind its sign."""
        return mended_tag(self.written) if self.closed else self.written

    @property
    def kind(self) -> str:
        """`{` for what is printed, `%` for a statement, `#` for a comment."""
        return self.text[1]

    @cached_property
    def _anatomy(self) -> tuple[str, str]:
        found = _ANATOMY.fullmatch(self.text)
        return (found["prefix"] or "", found["inside"].strip()) if found else ("", "")

    @property
    def prefix(self) -> str:
        """p, tr, tc or r, "" where the tag has none."""
        return self._anatomy[0]

    @property
    def inside(self) -> str:
        """What the tag says, without its signs and its prefix."""
        return self._anatomy[1]

    @property
    def keyword(self) -> str:
        """The first word of a statement, such as `for`; "" for any other tag."""
        return (self.inside.split() or [""])[0] if self.kind == "%" else ""

    @property
    def unit(self) -> Element | None:
        """The paragraph, row or cell that the tag replaces; None if it replaces none, or stands in none."""
        return self.stretch.within(w(self.prefix)) if self.prefix in {"p", "tr", "tc"} else None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of the stretch that hold a part of the tag."""
        starts = [*(piece.start for piece in self.stretch.pieces[1:]), len(self.stretch.text)]
        return tuple(
            piece
            for piece, end in zip(self.stretch.pieces, starts, strict=False)
            if piece.start < self.end and self.start < end
        )

    @property
    def spot(self) -> Spot:
        return self.stretch.spot(self.written)


@dataclass(frozen=True, slots=True)
class Part:
    """A part that may hold tags."""

    file: str
    name: str
    root: Element
    stretches: tuple[Stretch, ...]
    tags: tuple[Tag, ...]


def read_parts(package: Package) -> Iterator[Part]:
    """The parts of a template that may hold tags, in the order of their names."""
    for name in sorted(package):
        root = parse(package.read(name)) if name.endswith(".xml") and name.startswith(("word/", "docProps/")) else None
        if root is not None:
            stretches = tuple(_stretches(package.file, name, root))
            tags = [tag for stretch in stretches if not stretch.in_fallback for tag in find_tags(stretch)]
            yield Part(package.file, name, root, stretches, _in_order(tags, root))


def _stretches(file: str, part: str, root: Element) -> Iterator[Stretch]:
    pieces: dict[Element, list[Element]] = {}
    for each in root.iter():
        if each.text and each.tag not in _NOT_READ:
            paragraph = next(each.iterancestors(w("p"), _DRAWN_PARAGRAPH), each)
            pieces.setdefault(paragraph, []).append(each)
    for owner, elements in pieces.items():
        text, starts = "", list[Piece]()
        for element in elements:
            starts.append(Piece(element, len(text)))
            text += element.text or ""
        yield Stretch(file, part, owner, text, tuple(starts))
    for each in root.iter():
        for value in each.attrib.values():
            if "{{" in str(value) or "{%" in str(value):
                yield Stretch(file, part, each, str(value))


def _in_order(tags: list[Tag], root: Element) -> tuple[Tag, ...]:
    """As they stand in the part: a paragraph goes on behind the text box that hangs on it."""
    order = {each: number for number, each in enumerate(root.iter())}
    return tuple(sorted(tags, key=lambda tag: (order[next(iter(tag.pieces), tag.stretch).element], tag.start)))


def place_of(file: str, part: str, element: Element) -> Place:
    """Where an element is, as a user counts."""
    where = where_is(element)
    return Place(file, where=f"{part}, {where}" if where else part)


def find_tags(stretch: Stretch) -> Iterator[Tag]:
    """The tags of a stretch, full-width signs counting as half-width ones."""
    text, position = stretch.text, 0
    while opening := _OPENING.search(text, position):
        closing = _CLOSING[half_width(opening[1])].search(text, opening.end())
        another = _OPENING.search(text, opening.end())
        closed = closing is not None and not (another and another.start() < closing.start())
        end = closing.end() if closing and closed else another.start() if another else len(text)
        # Full-width braces alone may be meant as what they are.
        if closed or opening[0] == half_width(opening[0]):
            yield Tag(stretch, opening.start(), end, closed)
        position = end
