"""What is wrong with a tag whatever stands around it: it is compiled in a document of its own."""

from __future__ import annotations

from functools import lru_cache

from jiyao.documents.filling import compile_template
from jiyao.documents.filling.faults import Spot, did_you_mean, forbidden, unreadable_tag
from jiyao.documents.inspection.reading import Tag
from jiyao.ooxml.escaping import escape
from jiyao.ooxml.names import (
    CONTENT_TYPES,
    MAIN_DOCUMENT,
    OFFICE_DOCUMENT,
    RELATIONSHIPS,
    ROOT_RELATIONSHIPS,
    TYPES,
    WORD,
)
from jiyao.ooxml.parts import write_package
from jiyao.problems import Message, Problem, message

ENDS = {"if": "endif", "for": "endfor"}
"""The statements that need an end, and it."""
LATER = frozenset(("elif", "else", *ENDS.values()))
"""The statements that stand in a block that another one has begun."""
CELL_TAGS = frozenset(("colspan", "cellbg", "vm", "hm"))
"""docxtpl's own statements, which change the cell that they stand in."""
_CLOSED = frozenset((
    "macro", "endmacro", "call", "endcall", "include", "import", "from", "extends", "block", "endblock", "filter",
    "endfilter", "raw", "endraw", "autoescape", "endautoescape", "with", "endwith", "do",
))  # fmt: skip
"""Statements of Jinja that templates may not use."""
_KNOWN = (*ENDS, *sorted(LATER), "set", *sorted(CELL_TAGS))


def alone(tag: Tag) -> tuple[Problem, ...]:
    """What filling says to this tag alone, said at its place."""
    keyword = tag.keyword
    if tag.kind == "%" and keyword not in {*_KNOWN, *_CLOSED}:
        reason = message("`{word}` is no statement", word=keyword)
        return (unreadable_tag(tag.spot, reason)._replace(hint=did_you_mean(keyword, _KNOWN)),)
    if keyword in _CLOSED:
        # Its end is as little to be used, and need not be said.
        closed = message("`{construct}`", construct=keyword)
        return () if keyword.startswith("end") else (forbidden(tag.spot, closed),)
    if tag.kind == "#" or keyword in {"else", "vm", "hm", *ENDS.values()}:
        return ()
    return tuple(_here(each, tag.spot) for each in _compiled(_complete(tag, keyword)))


def _complete(tag: Tag, keyword: str) -> str:
    """The tag as a template of its own: a block gets its end, and a statement no more than its own place."""
    if tag.kind == "{":
        return f"{{{{{tag.prefix} {tag.inside} }}}}"
    inside = f"if{tag.inside.removeprefix('elif')}" if keyword == "elif" else tag.inside
    end = ENDS.get(inside.split()[0], "")
    return f"{{% {inside} %}}" + (f"{{% {end} %}}" if end else "")


def _here(problem: Problem, spot: Spot) -> Problem:
    values = tuple((name, spot.around if name == "around" else value) for name, value in problem.message.values)
    return problem._replace(place=spot.place, message=Message(problem.message.text, values))


@lru_cache(maxsize=1_000)
def _compiled(text: str) -> tuple[Problem, ...]:
    """Remembered, since templates say the same again and again."""
    template = compile_template(_document(text), "")
    return template if isinstance(template, tuple) else ()


def _document(text: str) -> bytes:
    """A document of one table cell with this text."""
    paragraph = f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
    table = f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>{paragraph}</w:tc></w:tr></w:tbl>"
    part = "word/document.xml"
    parts = {
        CONTENT_TYPES: f'<Types xmlns="{TYPES}"><Override PartName="/{part}" ContentType="{MAIN_DOCUMENT}"/></Types>',
        ROOT_RELATIONSHIPS: f'<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Id="rId1" Type="{OFFICE_DOCUMENT}" Target="{part}"/></Relationships>',
        part: f'<w:document xmlns:w="{WORD}"><w:body>{table}</w:body></w:document>',
    }
    return write_package({name: xml.encode() for name, xml in parts.items()})
