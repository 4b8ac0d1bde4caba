"""docxtpl's clean-up of a part, done so that every tag keeps its place; what else docxtpl does is asked for here too.

The clean-up joins tags that Word has split, and drops the runs, paragraphs or rows that `{%r`, `{%p` or `{%tr` stand
for. A mark put into every tag before it survives it; each mark then becomes a line break, which Jinja ignores within a
tag but counts. So a line of the source that Jinja sees is a tag of the Word file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

from docxtpl import DocxTemplate

from jiyao.dataclass import dataclass
from jiyao.documents.filling.tags import Tag
from jiyao.ooxml.markup import Element, serialise

_MARK = re.compile("\0(\\d+)\0")
_UNMARKED = re.compile(r"\{%\s*[vh]m\s*%\}")
"""`{% vm %}` and `{% hm %}`, which docxtpl knows only bare."""
_SPLIT_SIGN = re.compile(r"(?<=\{)(?:<[^>]*>)+(?=[{%#])|(?<=[%}#])(?:<[^>]*>)+(?=\})")
_DRAWN_TAG = re.compile(r"\{\{(?:(?!\}\}).)*|\{%(?:(?!%\}).)*|\{#(?:(?!#\}).)*", re.DOTALL)
_BETWEEN_DRAWN_TEXTS = re.compile(r"</a:t>.*?<a:t(?: [^>]*)?>", re.DOTALL)
_TEXT_WITH_TAG = re.compile(r"<w:t>(?=[^<]*\{[{%])")

# docxtpl gives no types to these two; both depend on their argument alone, and need no document.
_patch: Callable[[str], str] = cast(Any, DocxTemplate("")).patch_xml
_fix_tables: Callable[[bytes], Element] = cast(Any, DocxTemplate("")).fix_tables


@dataclass(frozen=True, slots=True)
class CleanSource:
    """What Jinja compiles; `lines[n]` is the number of the tag that line n + 1 belongs to, counted from 0."""

    text: str
    lines: tuple[int, ...]
    lost: tuple[int, ...]
    """Tags that the clean-up threw away."""


def clean_up(source: str, tags: tuple[Tag, ...]) -> CleanSource:
    """The source as Jinja can compile it, by docxtpl's own clean-up; `tags` are all closed."""
    patched = _patch(_joined_in_drawings(_marked(source, tags)))
    # Its way to keep spaces overlooks a text that a tag was merged into.
    patched = _TEXT_WITH_TAG.sub('<w:t xml:space="preserve">', patched)
    pieces = _MARK.split(patched)
    marks = [int(mark) for mark in pieces[1::2]]
    lines: list[int] = []
    for text, mark in zip(pieces[::2], [*marks, marks[-1] if marks else 0], strict=True):
        lines += [mark] * (text.count("\n") + 1)
    marked = {number for number, tag in enumerate(tags) if not _UNMARKED.fullmatch(tag.text)}
    return CleanSource("\n".join(pieces[::2]), tuple(lines), tuple(sorted(marked - set(marks))))


def _joined_in_drawings(source: str) -> str:
    """The source with tags in one piece that a chart or a diagram has split, which docxtpl does not know of."""
    if "</a:t>" not in source:
        return source
    source = _SPLIT_SIGN.sub("", source)
    return _DRAWN_TAG.sub(lambda tag: _BETWEEN_DRAWN_TEXTS.sub("", tag.group()), source)


def _marked(source: str, tags: tuple[Tag, ...]) -> str:
    """The source with a mark before the closing signs of every tag. XML cannot hold the character of the marks."""
    pieces: list[str] = []
    position = 0
    for number, tag in enumerate(tags):
        if not _UNMARKED.fullmatch(tag.text):
            pieces += (source[position : tag.closing], f"\0{number}\0")
            position = tag.closing
    return "".join((*pieces, source[position:]))


def with_new_grids(xml: str) -> str:
    """The part with as many grid columns in each table as its rows have cells.

    docxtpl reads it leniently and would cut a text of ten million characters, so the caller keeps far below that.
    """
    return serialise(_fix_tables(xml.encode()))
