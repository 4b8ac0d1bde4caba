"""The styles and fonts of a template: those that it names and lacks, and those that formatted text asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jiyao.documents.fragments import RUN_STYLES
from jiyao.documents.gb9704 import FACE_ELSE, Face
from jiyao.documents.inspection.faults import missing_style, needed_style, other_font
from jiyao.documents.inspection.reading import FALLBACK, Part, place_of
from jiyao.documents.press import LATIN_ELSE, Latin
from jiyao.ooxml.markup import Element
from jiyao.ooxml.names import w
from jiyao.problems import Message, Place, Problem, message
from jiyao.views.fragments import Emphasis

_USES = (w("pStyle"), w("rStyle"), w("tblStyle"))
_FACES = (w("ascii"), w("hAnsi"), w("eastAsia"))
_EMPHASES: dict[Emphasis, str | Message] = {
    Emphasis.HEADING: Face.HEITI.value,
    Emphasis.LABEL: Face.KAITI.value,
    Emphasis.STRONG: message("bold"),
}
_LAYOUT = (*(face.value for face in Face), *(face.value for face in Latin))
_KNOWN = (*_LAYOUT, *FACE_ELSE.values(), *LATIN_ELSE.values())


def look_at_styles(parts: Sequence[Part]) -> Iterator[Problem]:
    """What the parts ask of the styles and is not there, and what the styles ask of the machine."""
    sheet = next((part for part in parts if part.root.tag == w("styles")), None)
    styles = {each.get(w("styleId"), ""): each for each in sheet.root.iter(w("style"))} if sheet else {}
    others = [part for part in parts if part is not sheet]
    used = dict(_used(others))
    for style, place in used.items():
        if style not in styles:
            yield missing_style(place, style)
    if any(tag.prefix == "r" and tag.kind == "{" for part in others for tag in part.tags):
        place = Place(others[0].file, where="word/styles.xml")
        for emphasis, style in RUN_STYLES.items():
            if style not in styles:
                yield needed_style(place, style, _EMPHASES[emphasis])
    in_use = [styles[each] for each in _with_bases(set(used), styles)]
    if sheet:
        yield from _fonts(sheet, [*sheet.root.iter(w("docDefaults")), *in_use])
    for part in others:
        yield from _fonts(part, [part.root])


def _used(parts: Sequence[Part]) -> Iterator[tuple[str, Place]]:
    """The styles that the parts name, with where they do so last."""
    for part in reversed(parts):
        for each in reversed(list(part.root.iter(*_USES))):
            if next(each.iterancestors(FALLBACK), None) is None:
                yield each.get(w("val"), ""), place_of(part.file, part.name, each)


def _with_bases(used: set[str], styles: dict[str, Element]) -> set[str]:
    """The styles in use, and those that they stand on."""
    found: set[str] = set()
    left = [*used, *(name for name, style in styles.items() if style.get(w("default")) == "1")]
    while left:
        name = left.pop()
        if name in styles and name not in found:
            found.add(name)
            left += [each.get(w("val"), "") for each in styles[name].iter(w("basedOn"))]
    return found


def _fonts(part: Part, roots: Sequence[Element]) -> Iterator[Problem]:
    """Each font that the layout does not know, where it is named first."""
    said: set[str] = set()
    for root in roots:
        for each in root.iter(w("rFonts")):
            for font in filter(None, map(each.get, _FACES)):
                if font not in _KNOWN and font not in said:
                    said.add(font)
                    yield other_font(place_of(part.file, part.name, each), font, _LAYOUT)
