"""The program's own templates in the layout and the faces of an office; an office's own template is left alone.

This is done to the template, once for a run, and not to each document: an office that copies the template gets the
standard's, and changes it in Word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jiyao.documents.gb9704 import Face
from jiyao.documents.presets import LAYOUTS, Layout
from jiyao.ooxml.escaping import escape
from jiyao.ooxml.package import open_package
from jiyao.ooxml.parts import Package
from jiyao.records.choices import DocumentName
from jiyao.records.office import Fonts, House, Preset

STYLES, TEXT = "word/styles.xml", "word/document.xml"

_FACE = re.compile("|".join(f'"{face}"' for face in Face))
_SPACE_ABOVE_MARK = re.compile(r'(w:styleId="MarkSpace">(?:(?!</w:style>).)*?w:line=")\d+')


def dressed(data: bytes, document: DocumentName, house: House) -> bytes:
    """The shipped template of a document as the house wants it; the same bytes where it wants nothing else.

    The page is laid out by the preset in minutes alone: the standards say nothing of releases.
    """
    is_official = document is DocumentName.MINUTES
    faces = _faces(house.fonts, is_official=is_official)
    preset = house.preset if is_official else Preset.GB9704
    if not faces and preset is Preset.GB9704:
        return data
    package = open_package(data, document)
    if not isinstance(package, Package):
        return data
    styles = _in_faces(package.read(STYLES).decode(), faces)
    text = package.read(TEXT).decode()
    if preset is not Preset.GB9704:
        styles, text = _laid_out(styles, text, LAYOUTS[Preset.GB9704], LAYOUTS[preset])
    return package.replaced({STYLES: styles.encode(), TEXT: text.encode()})


def _faces(fonts: Fonts, *, is_official: bool) -> Mapping[Face, str]:
    """The office's face for each of the standard's. Releases have their Chinese in the face of the page number."""
    by_role = {
        Face.FANGSONG: fonts.body,
        Face.HEITI: fonts.heading,
        Face.KAITI: fonts.subheading,
        Face.XIAOBIAOSONG: fonts.title,
        Face.SONGTI: fonts.number if is_official else None,
    }
    return {face: own for face, own in by_role.items() if own and own != face}


def _in_faces(styles: str, faces: Mapping[Face, str]) -> str:
    """All at once, so that two faces may change places."""
    return _FACE.sub(lambda found: f'"{escape(faces.get(Face(found[0][1:-1]), found[0][1:-1]))}"', styles)


def _laid_out(styles: str, text: str, old: Layout, new: Layout) -> tuple[str, str]:
    """Styles and text with margins, line pitch, the space above the mark and that below the imprint of a layout."""
    styles = styles.replace(f'w:line="{old.pitch.twips}"', f'w:line="{new.pitch.twips}"')
    styles = _SPACE_ABOVE_MARK.sub(rf"\g<1>{new.space_above_mark.twips}", styles)
    for before, after in (
        (f'w:top="{old.top.twips}"', f'w:top="{new.top.twips}"'),
        (f'w:bottom="{old.bottom.twips}"', f'w:bottom="{new.bottom.twips}"'),
        (f'w:linePitch="{old.pitch.twips}"', f'w:linePitch="{new.pitch.twips}"'),
        ('bIns="0"', f'bIns="{new.below_imprint.emu}"'),
    ):
        text = text.replace(before, after)
    return styles, text
