"""The level of the XML at any point of a template, followed through its literal text.

The source is what lxml wrote, so it is regular: start tags, end tags, text; a tag of the template stands in text or in
an attribute's value. If every loop and branch ends at the level where it began, every document that the template can
make is well-formed, and none has to be parsed to know it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from jiyao.dataclass import dataclass
from jiyao.documents.filling.faults import Fault, tag_in_field, unbalanced
from jiyao.ooxml.fields import fetching_field
from jiyao.ooxml.hazards import fetching_code

_NAME = r"[\w.:-]+"
_ATTRIBUTES = rf'(?P<attributes>(?:\s+{_NAME}="[^"<]*")*)'
_TAG_END = rf'(?:\s*(?P<end>/?>)|\s+(?P<attribute>{_NAME})="[^"<]*\Z)'
_TOKEN = re.compile(rf"(?P<text>[^<]+)|</(?P<close>{_NAME})\s*>|<(?P<start>{_NAME}){_ATTRIBUTES}{_TAG_END}")
_REST_OF_TAG = re.compile(rf'[^"<]*(?:\Z|"{_ATTRIBUTES}{_TAG_END})')
_ATTRIBUTE = re.compile(rf'({_NAME})="([^"<]*)"')
_BAD_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")

_CODES = frozenset(("w:instrText", "w:delInstrText"))
_HOLD_TEXT = frozenset(("w:t", "w:delText")) | _CODES
_HOLD_RUNS = frozenset(("w:p", "w:hyperlink", "w:ins", "w:smartTag", "w:fldSimple"))
_HOLD_BLOCKS = frozenset((
    "w:body", "w:tc", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:comment", "w:txbxContent", "w:sdtContent",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """A point of a part: which elements are open there, and in which start tag or field code it stands.

    `prefixes` are those that have been declared, one set for each open element. `codes` holds what has been said so
    far of each open field, None where its code is complete.
    """

    elements: tuple[str, ...] = ()
    prefixes: tuple[frozenset[str], ...] = (frozenset(("xml", "xmlns")),)
    start: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    codes: tuple[str | None, ...] = ()
    complete: bool = False

    @property
    def innermost(self) -> str:
        return self.elements[-1] if self.elements else ""

    @property
    def in_text(self) -> bool:
        """In a text of WordprocessingML, where a line break is an element of its own."""
        return not self.start and self.innermost == "w:t"

    @property
    def holds_runs(self) -> bool:
        return not self.start and self.innermost in _HOLD_RUNS

    @property
    def holds_blocks(self) -> bool:
        return not self.start and self.innermost in _HOLD_BLOCKS

    @property
    def holds_no_text(self) -> bool:
        """In an element of WordprocessingML that has other elements in it and no text of its own."""
        return not self.start and self.innermost.startswith("w:") and self.innermost not in _HOLD_TEXT

    @property
    def in_code(self) -> bool:
        """In the code of a field, which nothing but the template itself may word."""
        in_attribute = self.start and self.attributes[-1][0] == "w:instr"
        return bool(in_attribute) or self.innermost in _CODES or any(code is not None for code in self.codes)


def advance(level: Level, text: str) -> Level:
    """The level after a stretch of literal text; stops the template where the text does not fit the level."""
    if _BAD_REFERENCE.search(text):
        raise Fault(unbalanced)
    position = 0
    if level.start:
        rest = _REST_OF_TAG.match(text)
        if not rest:
            raise Fault(unbalanced)
        level, position = _start_tag(level, level.start, rest), rest.end()
    while position < len(text):
        token = _TOKEN.match(text, position)
        if not token:
            raise Fault(unbalanced)
        level, position = _after(level, token), token.end()
    return level


def _after(level: Level, token: re.Match[str]) -> Level:
    if token["text"]:
        return _literal(level, token["text"])
    if token["close"]:
        return _end_tag(level, token["close"])
    if level.complete:
        raise Fault(unbalanced)
    return _start_tag(replace(level, attributes=()), token["start"], token)


def _literal(level: Level, text: str) -> Level:
    if text.strip() and (not level.elements or level.holds_no_text):
        raise Fault(unbalanced)
    if level.innermost in _CODES and level.codes and level.codes[-1] is not None:
        return replace(level, codes=(*level.codes[:-1], level.codes[-1] + text))
    return level


def _start_tag(level: Level, name: str, token: re.Match[str]) -> Level:
    """After a start tag, or after as much of it as stands before a tag of the template in one of its values."""
    attributes = (*level.attributes, *_ATTRIBUTE.findall(token["attributes"] or ""))
    if token["attribute"]:
        attributes = (*attributes, (token["attribute"], ""))
    names = [attribute for attribute, _ in attributes]
    if len(names) != len(set(names)):
        raise Fault(unbalanced)
    if not token["end"]:
        return replace(level, start=name, attributes=attributes)
    declared = {attribute[6:] for attribute in names if attribute.startswith("xmlns:")}
    prefixes = level.prefixes[-1] | declared if declared else level.prefixes[-1]
    if any(":" in each and each.partition(":")[0] not in prefixes for each in (name, *names)):
        raise Fault(unbalanced)
    level = _field(replace(level, start="", attributes=()), name, dict(attributes))
    if token["end"] == "/>":
        return replace(level, complete=not level.elements)
    return replace(level, elements=(*level.elements, name), prefixes=(*level.prefixes, prefixes))


def _end_tag(level: Level, name: str) -> Level:
    if level.innermost != name:
        raise Fault(unbalanced)
    elements = level.elements[:-1]
    return replace(level, elements=elements, prefixes=level.prefixes[:-1], complete=not elements)


def _field(level: Level, name: str, attributes: dict[str, str]) -> Level:
    """Follow the fields: a code is judged when it is complete, as it will stand in the document."""
    if name == "w:fldSimple":
        _judge(attributes.get("w:instr", ""))
    if name != "w:fldChar":
        return level
    kind = attributes.get("w:fldCharType", "")
    if kind == "begin":
        # A field within a code may word the rest of it, but not say what kind of field it is.
        if any(code is not None and not code.strip() for code in level.codes):
            raise Fault(tag_in_field)
        return replace(level, codes=(*level.codes, ""))
    if not level.codes:
        raise Fault(unbalanced)
    _judge(level.codes[-1] or "")
    return replace(level, codes=(*level.codes[:-1], None) if kind == "separate" else level.codes[:-1])


def _judge(code: str) -> None:
    field = fetching_field(code)
    if field:
        raise Fault(lambda spot: fetching_code(spot.place, field))
