"""TMX 1.4b: the segments as a translation memory, each with its id, and what was handed out in the header."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from jiyao.languages.language import Language
from jiyao.ooxml.markup import Element, parse
from jiyao.review.baseline import baseline_of
from jiyao.review.handout import Handout
from jiyao.review.returned import Remark, Returned, Row

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
BASELINE = "x-jiyao-baseline"
DOCTYPE = re.compile(rb"<!DOCTYPE\s+tmx\b[^\[>]*>")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
BEGINNING = 2000
"""Bytes in which a file names its DTD: further on it is a text that speaks of one."""
MARKS = frozenset(("bpt", "ept", "it", "ph", "ut"))
"""What stands within a text for the formats of a program (TMX 1.4b, 4.2); `hi` alone holds words."""
_HEADER = {
    "creationtool": "jiyao",
    "creationtoolversion": "1",
    "segtype": "paragraph",
    "o-tmf": "jiyao",
    "adminlang": "en",
    "srclang": Language.ZH.tag,
    "datatype": "plaintext",
}


def tmx(handout: Handout) -> bytes:
    """All segments of one record; those without English too, so that none is missing when they come back."""
    root = new_root()
    header = root[0]
    etree.SubElement(header, "prop", {"type": BASELINE}).text = handout.baseline.as_json()
    body = etree.SubElement(root, "body")
    for each in handout.baseline.segments:
        unit = etree.SubElement(body, "tu", {"tuid": each.id})
        for said in handout.checks.get(each.id, ()):
            etree.SubElement(unit, "prop", {"type": "x-jiyao-check"}).text = said
        add_pair(unit, each.zh, each.en)
    return as_bytes(root)


def memory(pairs: Iterable[tuple[str, str]]) -> bytes:
    """A memory of Chinese texts and their English, each Chinese text once: the first one counts."""
    root = new_root()
    body = etree.SubElement(root, "body")
    for zh, en in dict(reversed(list(pairs))).items():
        add_pair(etree.SubElement(body, "tu"), zh, en)
    return as_bytes(root)


def read_tmx(data: bytes) -> Returned | None:
    """What a memory says that was handed out; None where the file is none."""
    root = parse_tmx(data)
    if root is None:
        return None
    kept = next((each.text or "" for each in root.iter("prop") if each.get("type") == BASELINE), "")
    rows = tuple(
        Row(
            unit.get("tuid", ""),
            said_in(unit, Language.ZH),
            said_in(unit, Language.EN),
            tuple(Remark("", note.text or "") for note in unit.iter("note")),
        )
        for unit in root.iter("tu")
    )
    return Returned("tmx", baseline_of(kept), rows)


def parse_tmx(data: bytes) -> Element | None:
    """The root of a TMX file; None where the file is none.

    OmegaT and others name a DTD, which says nothing that is needed; one that brings declarations is refused.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = DECLARATION.sub("", data.decode("utf-16", errors="replace"), count=1).encode()
    found = DOCTYPE.search(data[:BEGINNING])
    root = parse(data if found is None else data[: found.start()] + data[found.end() :])
    return root if root is not None and root.tag == "tmx" else None


def english_of(data: bytes) -> dict[str, str]:
    """The English of each Chinese text of a memory."""
    read = read_tmx(data)
    return {row.zh: row.en for row in read.rows if row.zh} if read else {}


def new_root() -> Element:
    """A memory with its header and no body yet."""
    root = etree.Element("tmx", {"version": "1.4"})
    etree.SubElement(root, "header", _HEADER)
    return root


def add_pair(unit: Element, zh: str, en: str) -> None:
    """Both texts of a unit."""
    for language, text in ((Language.ZH, zh), (Language.EN, en)):
        variant = etree.SubElement(unit, "tuv", {LANGUAGE: language.tag})
        etree.SubElement(variant, "seg").text = text


def said_in(unit: Element, language: Language) -> str:
    """What a unit says in that language, whatever the region; marks within the text are gone."""
    for variant in unit.iter("tuv"):
        tag = variant.get(LANGUAGE, variant.get("lang", ""))
        if tag.lower().startswith(language.value):
            return "".join(part for segment in variant.iter("seg") for part in _words_in(segment))
    return ""


def _words_in(element: Element) -> Iterator[str]:
    """The text of an element without what stands in marks: a program's own code, and comments."""
    yield element.text or ""
    for each in element:
        yield from () if each.tag in MARKS else _words_in(each)
        yield each.tail or ""


def as_bytes(root: Element) -> bytes:
    """The file."""
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
