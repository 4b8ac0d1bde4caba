"""A template that has been made ready, and how it is filled, as often as there are records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jiyao.documents.filling.faults import (
    CAUSED_BY_TEMPLATES,
    Fault,
    Spot,
    Stopped,
    cannot_compute,
    too_much,
    unknown_name,
)
from jiyao.documents.filling.loops import Statement
from jiyao.documents.filling.program import Json, free_names
from jiyao.documents.filling.running import statement
from jiyao.documents.filling.sandbox import Rendering, Scope, UnknownName
from jiyao.documents.fragments import Bookmarks
from jiyao.ooxml.archive import ZLIB, Codec, Entry, Mould, pack
from jiyao.ooxml.escaping import DECLARATION
from jiyao.ooxml.parts import Package
from jiyao.problems import Problem, message

_DECLARATION = DECLARATION.encode()
_PICTURE = re.compile(r'(<wp:docPr\b[^<]*?\sid=")[^"]*"')
_MOST_WITH_GRID = 9_000_000
"""Characters of a part whose table grids are repaired: the repair would cut a text of ten million without a word."""


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """One part that holds tags, ready to be rendered; raises `NotAProgram` if it is none."""

    name: str
    program: Json
    pictures: bool
    """It holds pictures, which need a number each."""
    columns: bool
    """Tags change the number of cells in a row, and the grid of the table has to follow."""
    run: Statement = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "run", statement(self.program))


@dataclass(frozen=True, slots=True)
class Template:
    """A template, proved harmless and made ready, to be filled any number of times; its inside is nobody's business.

    `codec` packs the parts that are filled.
    """

    package: Package
    parts: tuple[CompiledPart, ...]
    last_bookmark: int
    bookmark_names: frozenset[str]
    codec: Codec = ZLIB
    mould: Mould = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "mould", self.package.mould([part.name for part in self.parts]))

    @property
    def names(self) -> frozenset[str]:
        """The names that the template asks for."""
        return frozenset(name for part in self.parts for name, _tag in free_names(part.program))


def fill(template: Template, values: Mapping[str, object], codec: Codec | None = None) -> bytes | tuple[Problem, ...]:
    """The document that the template makes of these values, or every part's first problem.

    `values` is plain data: texts, whole numbers, yes and no, lists, mappings, frozen dataclasses, and `Run`s of the
    views for `{{r … }}`. The same template and values give the same bytes for the same codec.
    """
    rendering = Rendering(Bookmarks(template.last_bookmark, set(template.bookmark_names)))
    packer = codec or template.codec
    filled: list[Entry] = []
    problems: list[Problem] = []
    for part in template.parts:
        try:
            filled.append(pack(part.name, _rendered(part, values, rendering), packer))
        except Stopped as stopped:
            problems.append(_problem(stopped, template.package, part.name, values))
    return tuple(problems) or template.mould.filled(filled)


def _rendered(part: CompiledPart, values: Mapping[str, object], rendering: Rendering) -> bytes:
    rendering.pieces = [_DECLARATION]
    part.run(Scope(values), rendering)
    xml = b"".join(rendering.pieces)
    return _finished(part, xml.decode(), rendering) if part.pictures or part.columns else xml


def _finished(part: CompiledPart, xml: str, rendering: Rendering) -> bytes:
    """The part with what can only be said of it as a whole."""
    if part.pictures:
        xml = _PICTURE.sub(lambda found: f'{found[1]}{_next_picture(rendering)}"', xml)
    if part.columns:
        try:
            xml = _with_new_grids(xml)
        except CAUSED_BY_TEMPLATES as error:
            raise Stopped(error, -1) from error
    return xml.encode()


def _next_picture(rendering: Rendering) -> int:
    rendering.pictures += 1
    return rendering.pictures


def _with_new_grids(xml: str) -> str:
    """The part with as many grid columns in each table as its rows have cells."""
    if len(xml) > _MOST_WITH_GRID:
        raise Fault(lambda spot: too_much(spot, message("tables whose columns repeat, in a part of more than 9 MB")))
    # Here, since docxtpl and lxml take longer to come than most documents to fill.
    from jiyao.documents.filling.cleaning import with_new_grids

    return DECLARATION + with_new_grids(xml)


def _problem(stopped: Stopped, package: Package, part: str, values: Mapping[str, object]) -> Problem:
    # Here, since only what goes wrong is looked for in the Word file.
    from jiyao.documents.filling.spots import spot_in

    spot = spot_in(package, part, stopped.tag)
    if isinstance(stopped.error, UnknownName):
        return unknown_name(spot, stopped.error.unknown, tuple(name for name in values if not name.startswith("_")))
    return problem_of(stopped.error, spot)


def problem_of(error: Exception, spot: Spot) -> Problem:
    """What went wrong, in a user's words where there are any, else in Python's."""
    return error.word(spot) if isinstance(error, Fault) else cannot_compute(spot, str(error) or type(error).__name__)
