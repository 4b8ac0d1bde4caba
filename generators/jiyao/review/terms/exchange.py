"""Terms for the programs of translators: TBX (martif, ISO 30042:2008), OmegaT's glossary.

The form of TBX of 2019 is written by none and read by few: OmegaT and the Translate Toolkit refuse it. Forbidden
renderings go into no file for a program, since OmegaT offers them like the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from jiyao.languages.language import Language
from jiyao.ooxml.markup import Element, parse
from jiyao.review.terms.table import Entry, TermStatus

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*>")


def glossary(entries: Iterable[Entry]) -> bytes:
    """OmegaT's glossary: a line for each rendering, with tabs between term, rendering and note, in UTF-8."""
    lines = (f"{each.zh}\t{en}\t{_one_line(each.note)}".rstrip("\t") for each in entries for en in each.english)
    return "".join(f"{line}\n" for line in lines).encode()


def read_glossary(text: str) -> tuple[Entry, ...]:
    """The terms of a glossary; several lines of one term are its renderings. Whose they are nobody knows: observed."""
    cells = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return _together((row[0], row[1], row[2] if len(row) > 2 else "") for row in cells if len(row) > 1)  # noqa: PLR2004


def tbx(entries: Iterable[Entry], title: str) -> bytes:
    """A TBX file: one entry for each term, with its renderings, its note and its source."""
    root = etree.Element("martif", {"type": "TBX-Basic", LANG: Language.EN.tag})
    header = etree.SubElement(root, "martifHeader")
    about = etree.SubElement(etree.SubElement(header, "fileDesc"), "sourceDesc")
    etree.SubElement(about, "p").text = title
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    for number, each in enumerate((each for each in entries if each.english), start=1):
        entry = etree.SubElement(body, "termEntry", {"id": f"t{number}"})
        if each.note:
            etree.SubElement(entry, "note").text = each.note
        if each.source:
            etree.SubElement(entry, "admin", {"type": "source"}).text = each.source
        _terms(entry, Language.ZH, (each.zh,))
        _terms(entry, Language.EN, each.english)
    etree.indent(root)
    doctype = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, doctype=doctype) + b"\n"


def _terms(entry: Element, language: Language, terms: Iterable[str]) -> None:
    group = etree.SubElement(entry, "langSet", {LANG: language.value})
    for each in terms:
        etree.SubElement(etree.SubElement(group, "tig"), "term").text = each


def read_tbx(data: bytes) -> tuple[Entry, ...] | None:
    """The terms of a TBX file that are in both languages; None where it is none."""
    # The name of a DTD says nothing that is needed; one that brings declarations is refused by `parse`.
    root = parse(DOCTYPE.sub(b"", data, count=1))
    if root is None or root.tag != "martif":
        return None
    return _together(_triples(root))


def _triples(root: Element) -> Iterator[tuple[str, str, str]]:
    for entry in root.iter("termEntry"):
        said: dict[str, list[str]] = {"zh": [], "en": []}
        for group in entry.iter("langSet"):
            said.setdefault(group.get(LANG, "")[:2].lower(), []).extend(
                "".join(map(str, each.itertext())).strip() for each in group.iter("term")
            )
        note = next((each.text or "" for each in entry.iter("note", "descrip")), "")
        yield from ((zh, en, note) for zh in said["zh"] for en in said["en"])


def _together(triples: Iterable[tuple[str, str, str]]) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for zh, en, note in ((each[0].strip(), each[1].strip(), each[2].strip()) for each in triples):
        if zh and en:
            before = found.get(zh, Entry(zh, (), TermStatus.OBSERVED, note=note))
            found[zh] = before._replace(english=tuple(dict.fromkeys((*before.english, en))))
    return tuple(found.values())


def _one_line(text: str) -> str:
    return " ".join(text.split())
