"""Where the tags of a part are. Word splits them over runs as it likes; a reader sees none of that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from jiyao.dataclass import dataclass

_GAP = "(?:<[^>]*>)*"
_OPENING = re.compile(rf"\{{{_GAP}([{{%#])")
_CLOSING = {sign: re.compile(rf"{end}{_GAP}\}}") for sign, end in (("{", r"\}"), ("%", "%"), ("#", "#"))}
_BEFORE_CLOSING = {"{": "-", "%": "-+", "#": "-"}
"""The signs that may belong to the closing ones."""
_PARAGRAPH = re.compile(r"<w:p[ >]|</w:p>")
_PARAGRAPH_START = re.compile(r"<w:p[ />]")
_DRAWN_PARAGRAPH = re.compile(r"<a:p[ >]|</a:p>")
"""A paragraph of a chart or a diagram."""
_MARKUP = re.compile(r"<[^>]*>")
_KEYWORD = re.compile(r"\{%(?:(?:tr|tc|p|r)(?=\s))?[-+]?\s*(\w+)")
_LONGEST_TAG = 60


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag as it stands in the part: its text as a user reads it, and the paragraph it is in, counted from 1.

    The paragraph is 0 for a tag in no paragraph. `closing` is the offset of its closing signs in the source, 0 if it
    is not closed within its paragraph.
    """

    text: str
    paragraph: int
    closing: int
    in_field: bool

    @property
    def keyword(self) -> str:
        """The first word of a statement, such as `for`; "" for any other tag."""
        found = _KEYWORD.match(self.text)
        return found.group(1) if found else ""

    @property
    def short(self) -> str:
        """The tag for a message."""
        return self.text if len(self.text) <= _LONGEST_TAG else f"{self.text[:_LONGEST_TAG]}…"


def find_tags(source: str) -> Iterator[Tag]:
    """The tags of a part in the order of the part; after one that is not closed the search goes on behind its end."""
    starts = [match.start() for match in _PARAGRAPH_START.finditer(source)]
    fields = sorted(_field_codes(source))
    paragraph = field = position = 0
    while opening := _OPENING.search(source, position):
        limit = _limit(source, opening.end(), wordprocessing=bool(starts))
        closing = _CLOSING[opening.group(1)].search(source, opening.end(), limit)
        start, end = opening.start(), closing.end() if closing else limit
        while paragraph < len(starts) and starts[paragraph] < start:
            paragraph += 1
        while field < len(fields) and fields[field][1] <= start:
            field += 1
        in_field = field < len(fields) and fields[field][0] < end
        text = unescape(_MARKUP.sub("", source[start:end]))
        yield Tag(text, paragraph, _start_of(closing, opening, source) if closing else 0, in_field)
        position = end


def _start_of(closing: re.Match[str], opening: re.Match[str], source: str) -> int:
    """Where the closing signs begin, with a sign that belongs to them on the other side of a split."""
    start, first = closing.start(), opening.end()
    while start > first and source[start - 1] == ">":
        start = source.rfind("<", first, start)
    return start - 1 if start > first and source[start - 1] in _BEFORE_CLOSING[opening.group(1)] else start


def _field_codes(source: str) -> Iterator[tuple[int, int]]:
    """Where the codes of fields stand. Each look goes on where the one before has ended."""
    for start, end in (
        ("<w:instrText", "</w:instrText>"),
        ("<w:delInstrText", "</w:delInstrText>"),
        ("<w:fldSimple ", ">"),
    ):
        yield from _stretches(source, start, end)
    for first, last in _stretches(source, "<w:fldChar ", "<w:fldChar "):
        if 'w:fldCharType="begin"' in source[first : source.find(">", first)]:
            yield first, last


def _stretches(source: str, start: str, end: str) -> Iterator[tuple[int, int]]:
    """The stretches from each of the one to the next of the other."""
    first = source.find(start)
    while first >= 0 and (last := source.find(end, first + len(start))) >= 0:
        yield first, last
        first = source.find(start, last)


def _limit(source: str, start: int, *, wordprocessing: bool) -> int:
    """Where a tag that begins before `start` must have ended: with its paragraph, or with its element."""
    boundary = (_PARAGRAPH if wordprocessing else _DRAWN_PARAGRAPH).search(source, start)
    if boundary and (wordprocessing or boundary.group() == "</a:p>"):
        return boundary.start()
    end = source.find("<", start) if not wordprocessing else -1
    return end if end >= 0 else len(source)


def unclosed_blocks(tags: tuple[Tag, ...]) -> Iterator[int]:
    """The tags that begin a loop or a condition and have no end, or end one that has not begun."""
    begun: list[int] = []
    for number, tag in enumerate(tags):
        if tag.keyword in {"if", "for"}:
            begun.append(number)
        elif tag.keyword in {"endif", "endfor"}:
            if not begun or f"end{tags[begun[-1]].keyword}" != tag.keyword:
                yield number
                return
            begun.pop()
    yield from begun[-1:]
