"""A template that has been made ready, and how it is filled, as often as there are records."""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError

from jiyao.documents.filling.cleaning import with_new_grids
from jiyao.documents.filling.faults import Fault, Spot, cannot_compute, too_much, unknown_name
from jiyao.documents.filling.sandbox import RENDERING, Rendering, UnknownName
from jiyao.documents.filling.spots import TaggedPart
from jiyao.documents.fragments import Bookmarks
from jiyao.ooxml.archive import ZLIB, Codec
from jiyao.ooxml.markup import DECLARATION
from jiyao.ooxml.package import Package
from jiyao.problems import Problem, message

_CAUSED_BY_TEMPLATES = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError, MemoryError)
"""What a template can make Python raise; rendering runs nothing but its tags."""
_PICTURE = re.compile(r'(<wp:docPr\b[^<]*?\sid=")[^"]*"')
_MOST_WITH_GRID = 9_000_000
"""Characters of a part whose table grids are repaired: the repair would cut a text of ten million without a word."""


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """One part that holds tags, ready to be rendered."""

    tagged: TaggedPart
    compiled: JinjaTemplate
    names: frozenset[str]
    """The names that it asks for and does not set itself."""
    pictures: bool
    """It holds pictures, which need a number each."""
    columns: bool
    """Tags change the number of cells in a row, and the grid of the table has to follow."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template, proved harmless and made ready, to be filled any number of times; its inside is nobody's business."""

    package: Package
    parts: tuple[CompiledPart, ...]
    last_bookmark: int
    bookmark_names: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """The names that the template asks for."""
        return frozenset[str]().union(*(part.names for part in self.parts))


def fill(template: Template, values: Mapping[str, object], codec: Codec = ZLIB) -> bytes | tuple[Problem, ...]:
    """The document that the template makes of these values, or every part's first problem.

    `values` is plain data: texts, whole numbers, yes and no, lists, mappings, frozen dataclasses, and `Run`s of the
    views for `{{r … }}`. The same template and values give the same bytes for the same codec.
    """
    state = Rendering(Bookmarks(template.last_bookmark, set(template.bookmark_names)))
    context = {**values, RENDERING: state}
    filled: dict[str, bytes] = {}
    problems: list[Problem] = []
    for part in template.parts:
        try:
            filled[part.tagged.name] = _rendered(part, context, state).encode()
        except _CAUSED_BY_TEMPLATES as error:
            problems.append(_problem(error, part, values))
    return tuple(problems) or template.package.replaced(filled, codec)


def _rendered(part: CompiledPart, context: Mapping[str, object], state: Rendering) -> str:
    pieces = [DECLARATION]
    for piece in part.compiled.root_render_func(part.compiled.new_context(dict(context))):
        state.spend(len(piece))
        pieces.append(piece)
    xml = "".join(pieces)
    if part.pictures:
        xml = _PICTURE.sub(lambda found: f'{found[1]}{_next_picture(state)}"', xml)
    return _with_new_grids(xml) if part.columns else xml


def _next_picture(state: Rendering) -> int:
    state.pictures += 1
    return state.pictures


def _with_new_grids(xml: str) -> str:
    """The part with as many grid columns in each table as its rows have cells."""
    if len(xml) > _MOST_WITH_GRID:
        raise Fault(lambda spot: too_much(spot, message("tables whose columns repeat, in a part of more than 9 MB")))
    return DECLARATION + with_new_grids(xml)


def _problem(error: Exception, part: CompiledPart, values: Mapping[str, object]) -> Problem:
    spot = part.tagged.spot_of_line(_line(error, part))
    if isinstance(error, UnknownName):
        return unknown_name(spot, error.unknown, tuple(name for name in values if not name.startswith("_")))
    return problem_of(error, spot)


def problem_of(error: Exception, spot: Spot) -> Problem:
    """What went wrong, in a user's words where there are any, else in Python's."""
    return error.word(spot) if isinstance(error, Fault) else cannot_compute(spot, str(error) or type(error).__name__)


def _line(error: Exception, part: CompiledPart) -> int:
    """The line of the source that was being rendered; 0 if none was."""
    code = part.compiled.root_render_func.__code__.co_filename
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == code]
    return part.compiled.get_corresponding_lineno(lines[-1]) if lines else 0
