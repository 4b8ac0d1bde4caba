"""A template that has been made ready, as data that can be kept and read again, and back.

What was proved when it was made ready holds for the very bytes of its file, so whoever keeps the data keeps it under
their hash. Reading believes nothing: data of another shape is no template, and there is nothing in it to be run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jiyao.documents.filling.program import FORMAT, Json, NotAProgram
from jiyao.documents.filling.template import Brought, CompiledPart, Template
from jiyao.ooxml.archive import entries_at
from jiyao.ooxml.parts import Package


def to_data(template: Template) -> Json:
    """The template as data; `from_data` needs the bytes of its file too."""
    entries = template.package.entries.values()
    rows: list[Json] = [[e.name, e.method, e.crc, e.size, e.start, len(e.packed)] for e in entries]
    parts: list[Json] = [
        [part.name, part.program, part.drawings, part.columns, part.unproved] for part in template.parts
    ]
    brought = template.brought
    names: list[Json] = [*sorted(brought.bookmark_names)]
    return [FORMAT, template.package.main, rows, parts, [brought.last_bookmark, names, brought.last_drawing]]


def from_data(data: Json, docx: bytes, file: str) -> Template | None:
    """The template that became this data, with the bytes of its file; None if the data is none of such a template."""
    try:
        return _template(data, docx, file)
    except (NotAProgram, RecursionError):
        return None


def _template(data: Json, docx: bytes, file: str) -> Template:
    match data:
        case [format_, str(main), list(rows), list(parts), brought] if format_ == FORMAT:
            entries = entries_at(docx, _rows(rows))
        case _:
            raise NotAProgram
    if entries is None or main not in entries:
        raise NotAProgram
    compiled = tuple(_part(each) for each in parts)
    if any(part.name not in entries for part in compiled):
        raise NotAProgram
    return Template(Package(file, main, entries), compiled, _brought(brought))


def _rows(rows: Sequence[Json]) -> Iterator[tuple[str, int, int, int, int, int]]:
    for row in rows:
        match row:
            case [str(name), int(method), int(crc), int(size), int(start), int(length)]:
                yield name, method, crc, size, start, length
            case _:
                raise NotAProgram


def _part(data: Json) -> CompiledPart:
    match data:
        case [str(name), program, bool(drawings), bool(columns), None | int() as unproved]:
            return CompiledPart(name, program, drawings, columns, unproved)
        case _:
            raise NotAProgram


def _brought(data: Json) -> Brought:
    match data:
        case [int(bookmark), list(names), int(drawing)]:
            return Brought(bookmark, frozenset(_texts(names)), drawing)
        case _:
            raise NotAProgram


def _texts(data: Sequence[Json]) -> Iterator[str]:
    for each in data:
        if not isinstance(each, str):
            raise NotAProgram
        yield each
