"""In which faces a Word file asks its text to be set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jiyao.ooxml.markup import Element, parse
from jiyao.ooxml.names import w
from jiyao.ooxml.package import open_package

_WITH_TEXT = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_STYLES = "word/styles.xml"
_SCRIPTS = {"eastAsia": re.compile(r"[⺀-⿿、-鿿豈-﫿＀-￯]"), "ascii": re.compile(r"[0-9A-Za-z]")}
"""What decides which of a run's faces a character is set in."""


def faces_of(docx: bytes) -> frozenset[str]:
    """The faces of all text of a document, headers and footers included; none of a file that cannot be read.

    A face that only the theme names is left out: which one it is, the program that opens the file decides.
    """
    package = open_package(docx, "")
    if isinstance(package, tuple):
        return frozenset()
    styles = _styles(parse(package.read(_STYLES)) if _STYLES in package else None)
    roots = (parse(package.read(part)) for part in package if _WITH_TEXT.fullmatch(part))
    runs = (run for root in roots if root is not None for run in root.iter(w("r")))
    return frozenset(face for run in runs for face in _faces(run, styles))


def _styles(root: Element | None) -> Mapping[str, Element]:
    """The styles by id; under "" what holds where no style says anything."""
    if root is None:
        return {}
    found = {style.get(w("styleId"), ""): style for style in root.iter(w("style"))}
    defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}")
    return found if defaults is None else {**found, "": defaults}


def _faces(run: Element, styles: Mapping[str, Element]) -> Iterator[str]:
    text = "".join(each.text or "" for each in run.iter(w("t")))
    for script, characters in _SCRIPTS.items():
        if characters.search(text):
            said = (_said(properties, script) for properties in _looks(run, styles))
            if face := next(filter(None, said), None):
                yield face


def _looks(run: Element, styles: Mapping[str, Element]) -> Iterator[Element]:
    """What says how a run looks, the nearest first: itself, its style, its paragraph's style, the defaults."""
    yield run
    yield from _based(run.find(f"{w('rPr')}/{w('rStyle')}"), styles)
    paragraph = next(run.iterancestors(w("p")), None)
    named = paragraph.find(f"{w('pPr')}/{w('pStyle')}") if paragraph is not None else None
    yield from _based(named, styles) if named is not None else _usual(styles)
    if "" in styles:
        yield styles[""]


def _based(reference: Element | None, styles: Mapping[str, Element]) -> Iterator[Element]:
    """A style, the one that it is based on, and so on; a circle ends where it closes."""
    seen: set[str] = set()
    while reference is not None:
        name = reference.get(w("val"), "")
        if name in seen or name not in styles:
            return
        seen.add(name)
        yield styles[name]
        reference = styles[name].find(w("basedOn"))


def _usual(styles: Mapping[str, Element]) -> Iterator[Element]:
    """The style of paragraphs that name none."""
    for style in styles.values():
        if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true"}:
            yield style
            return


def _said(element: Element, script: str) -> str | None:
    fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
    return None if fonts is None else fonts.get(w(script))
