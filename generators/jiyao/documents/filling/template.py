"""A template that has been made ready, and how it is filled, as often as there are records."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, TypeAlias

from jiyao.dataclass import dataclass
from jiyao.documents.attachments import Additions, Attachments
from jiyao.documents.filling.faults import (
    CAUSED_BY_TEMPLATES,
    Fault,
    Spot,
    Stopped,
    cannot_compute,
    unknown_name,
)
from jiyao.documents.filling.loops import Statement
from jiyao.documents.filling.program import Json, free_names
from jiyao.documents.filling.running import statement
from jiyao.documents.filling.sandbox import Foreign, Rendering, Scope, UnknownName
from jiyao.documents.fragments import Bookmarks
from jiyao.ooxml.archive import ZLIB, Codec, Mould, pack
from jiyao.ooxml.escaping import DECLARATION
from jiyao.ooxml.parts import Package
from jiyao.problems import Problem

Values: TypeAlias = Mapping[str, object] | Callable[[Any], Mapping[str, object]]

_DECLARATION = DECLARATION.encode()
_OF_TABLES = re.compile(r"<(/?)w:(tbl|gridCol|tr|tc)\b")
_DRAWING = re.compile(r'(<wp:docPr\b[^<]*?\sid=")[^"]*"')


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """One part that holds tags, ready to be rendered; raises `NotAProgram` if it is none."""

    name: str
    program: Json
    drawings: bool
    """It holds drawings, which need a number each."""
    columns: bool
    """Tags change the number of cells in a row, and the grid of the table has to follow."""
    unproved: int | None
    """The tag of a block that may leave the part in pieces, so that each document is looked at; None if none does."""
    run: Statement = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "run", statement(self.program))


@dataclass(frozen=True, slots=True)
class Brought:
    """What the template brings of its own that has to be counted on from: ids and names that are given once."""

    last_bookmark: int
    bookmark_names: frozenset[str]
    """In small letters."""
    last_drawing: int


@dataclass(frozen=True, slots=True)
class Template:
    """A template, proved harmless and made ready, to be filled any number of times; its inside is nobody's business.

    `codec` packs the parts that are filled.
    """

    package: Package
    parts: tuple[CompiledPart, ...]
    brought: Brought
    codec: Codec = ZLIB
    mould: Mould = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "mould", self.package.mould([part.name for part in self.parts]))

    @property
    def names(self) -> frozenset[str]:
        """The names that the template asks for."""
        return frozenset(name for part in self.parts for name, _tag in free_names(part.program))


class NeedsDocxtpl(Exception):  # noqa: N818  # it says what the document needs
    """One of docxtpl's own objects is to be printed, which only its live package can do."""


def fill(template: Template, values: Values, codec: Codec | None = None) -> bytes | tuple[Problem, ...]:
    """The document that the template makes of these values, or every part's first problem.

    `values` is plain data: texts, whole numbers, yes and no, lists, mappings, frozen dataclasses, and what stands in
    a line (`Run`, `Picture`, `Paragraph` of the views) for `{{r … }}`. The same template and values give the same
    bytes for the same codec. docxtpl's own objects are printed too, through docxtpl; those that belong to a document
    are made by `values` as a function of docxtpl's `DocxTemplate`.
    """
    if callable(values):
        return _through_docxtpl(template, values)
    additions = Additions(template.package, template.brought.last_drawing)
    try:
        printed = render(template, values, rendering_of(template, additions, _foreign))
    except NeedsDocxtpl:
        return _through_docxtpl(template, values)
    return printed if isinstance(printed, tuple) else _packed(template, printed, additions, codec)


def _foreign(_value: object, _printer: str) -> str:
    raise NeedsDocxtpl


def _through_docxtpl(template: Template, values: Values) -> bytes | tuple[Problem, ...]:
    # Here, since docxtpl takes longer to come than most documents to fill.
    from jiyao.documents.filling.live import fill_live

    return fill_live(template, values)


def _packed(template: Template, parts: Mapping[str, bytes], additions: Additions, codec: Codec | None) -> bytes:
    packer = codec or template.codec
    filled = [pack(name, data, packer) for name, data in parts.items()]
    added = list(additions.entries(packer))
    mould = template.package.mould([each.name for each in (*filled, *added)]) if added else template.mould
    return mould.filled((*filled, *added))


def rendering_of(template: Template, attachments: Attachments, foreign: Foreign) -> Rendering:
    """A document that has not been begun."""
    bookmarks = Bookmarks(template.brought.last_bookmark, set(template.brought.bookmark_names))
    return Rendering(bookmarks, attachments, foreign)


def render(
    template: Template, values: Mapping[str, object], rendering: Rendering
) -> dict[str, bytes] | tuple[Problem, ...]:
    """The parts that hold tags, printed; or every part's first problem."""
    printed: dict[str, bytes] = {}
    problems: list[Problem] = []
    for part in template.parts:
        rendering.attachments.begin(part.name)
        rendering.pieces = [_DECLARATION]
        try:
            part.run(Scope(values), rendering)
            printed[part.name] = _finished(part, b"".join(rendering.pieces), rendering)
        except Stopped as stopped:
            problems.append(_problem(stopped, template.package, part.name, values))
    return tuple(problems) or printed


def _finished(part: CompiledPart, printed: bytes, rendering: Rendering) -> bytes:
    """The part with what can only be said of it as a whole."""
    if not (part.drawings or part.columns or part.unproved is not None):
        return printed
    xml = printed.decode()
    if part.drawings:
        xml = numbered(xml, rendering.attachments)
    try:
        if part.unproved is not None:
            _look_at(part.name, xml)
        if part.columns and not grids_fit(xml):
            xml = _with_new_grids(xml)
    except CAUSED_BY_TEMPLATES as error:
        raise Stopped(error, -1 if part.unproved is None else part.unproved) from error
    return xml.encode()


def numbered(xml: str, attachments: Attachments) -> str:
    """The part with a number of its own for each drawing."""

    def number(found: re.Match[str]) -> str:
        attachments.drawings += 1
        return f'{found[1]}{attachments.drawings}"'

    return _DRAWING.sub(number, xml)


def grids_fit(xml: str) -> bool:
    """Whether each table has as many grid columns as the longest of its rows has cells."""
    tables: list[list[int]] = []
    for end, name in _OF_TABLES.findall(xml):
        if name == "tbl" and not end:
            tables.append([0, 0, 0])
        elif name == "tbl" and tables:
            columns, longest, cells = tables.pop()
            if columns != max(longest, cells):
                return False
        elif tables and not end:
            columns, longest, cells = tables[-1]
            if name == "gridCol":
                tables[-1][0] += 1
            elif name == "tr":
                tables[-1][1:] = max(longest, cells), 0
            else:
                tables[-1][2] += 1
    return True


def _with_new_grids(xml: str) -> str:
    """The part with as many grid columns in each table as its rows have cells."""
    # Here, since docxtpl and lxml take longer to come than most documents to fill.
    from jiyao.documents.filling.cleaning import with_new_grids
    from jiyao.documents.filling.looking import demand_readable

    demand_readable(xml)
    return DECLARATION + with_new_grids(xml)


def _look_at(part: str, xml: str) -> None:
    """Stop a document of which nobody has proved that it is whole and harmless, if it is not."""
    from jiyao.documents.filling.looking import look_at

    look_at(part, xml)


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
