"""What stands in a line, as WordprocessingML: runs of text, links and pictures.

Each text of the record stands in a bookmark that says where it is from, which is how a signed-off file is read back
into the record. A template needs the run styles `Heading`, `Label` and `Strong` for the emphases that it prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cache, lru_cache
from hashlib import sha256

from jiyao.dataclass import dataclass
from jiyao.documents.attachments import Attachments
from jiyao.languages.text import Language
from jiyao.ooxml.escaping import NEW_TEXT, escape, word_text
from jiyao.ooxml.names import DRAWINGS, OFFICE_RELATIONSHIPS
from jiyao.views.fragments import Chart, Emphasis, Inline, Picture, Run

RUN_STYLES: Mapping[Emphasis, str] = {
    Emphasis.HEADING: "Heading",
    Emphasis.LABEL: "Label",
    Emphasis.STRONG: "Strong",
}
"""The id of the run style for each emphasis."""
LINK_STYLE = "Hyperlink"
"""That of a link without an emphasis, where a template has it; Word's own name for it."""

LONGEST_NAME = 40
"""Characters of a bookmark's name (ECMA-376, part 1, 17.13.6.2)."""
HANGING_MARKS = frozenset("。，、；：！？")
"""The marks that may hang over the right margin."""

_HASH_LENGTH = 8
_NO_NAME = re.compile(r"[^A-Za-z0-9]+")


@dataclass(slots=True)
class Bookmarks:
    """The bookmarks of one document: ids and names are given out once each, and the same way on every run.

    `taken` holds the names of the template's own bookmarks in small letters, since Word does not tell case apart;
    `last` is its largest id.
    """

    last: int = 0
    taken: set[str] = field(default_factory=set[str])
    _numbers: dict[str, int] = field(default_factory=dict[str, int], init=False, repr=False)
    """The last number given out for each name: a text of many paragraphs must not count from 1 for each of them."""

    def new(self, source: str) -> tuple[int, str]:
        """An id and a name for one more text from `source`, a path in the record."""
        self.last += 1
        name = first = bookmark_name(source)
        number = self._numbers.get(first.lower(), 1)
        while name.lower() in self.taken:
            number += 1
            name = bookmark_name(source, f"_{number}")
        self._numbers[first.lower()] = number
        self.taken.add(name.lower())
        return self.last, name


@lru_cache(maxsize=4096)
def bookmark_name(source: str, suffix: str = "") -> str:
    """A name that Word accepts and a person can read: `agenda[0].decisions[1]` is `agenda_0_decisions_1`.

    A letter first, then letters, digits and underscores; a long one is cut and ends in a hash of the whole path.
    """
    name = _NO_NAME.sub("_", source).strip("_")
    if not name[:1].isalpha():
        name = f"text_{name}".rstrip("_")
    if len(name) + len(suffix) > LONGEST_NAME:
        digest = sha256(source.encode()).hexdigest()[:_HASH_LENGTH]
        name = f"{name[: LONGEST_NAME - _HASH_LENGTH - 1 - len(suffix)]}_{digest}"
    return f"{name}{suffix}"


def inlines_xml(inlines: Iterable[Inline], bookmarks: Bookmarks, attachments: Attachments) -> str:
    """What stands in a line, as it stands in a paragraph; a run without text is left out."""
    pieces: list[str] = []
    for each in inlines:
        if isinstance(each, Picture):
            pieces.append(_picture(each, attachments))
        elif isinstance(each, Chart):
            pieces.append(_chart(each, attachments))
        elif each.text:
            run = _run(each, bookmarks)
            pieces.append(_link(each.address, run, attachments) if each.address else run)
    return "".join(pieces)


def _link(address: str, run: str, attachments: Attachments) -> str:
    names = f'xmlns:r="{OFFICE_RELATIONSHIPS}" r:id="{attachments.link(address)}"'
    return f'<w:hyperlink {names} w:history="1">{run}</w:hyperlink>'


def _picture(picture: Picture, attachments: Attachments) -> str:
    """A drawing that stands in its line, in the order of the schema (CT_Inline)."""
    relationship = attachments.picture(picture.content, picture.media_type)
    attachments.drawings += 1
    size = f'cx="{picture.width.emu}" cy="{picture.height.emu}"'
    name = f'name="Picture {attachments.drawings}" descr="{escape(picture.alt)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWINGS}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent {size}/><wp:docPr id="{attachments.drawings}" {name}/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{DRAWINGS}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{DRAWINGS}/main"><a:graphicData uri="{DRAWINGS}/picture">'
        f'<pic:pic xmlns:pic="{DRAWINGS}/picture"><pic:nvPicPr><pic:cNvPr id="{attachments.drawings}" {name}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{OFFICE_RELATIONSHIPS}" '
        f'r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _chart(chart: Chart, attachments: Attachments) -> str:
    relationship = attachments.chart(chart)
    attachments.drawings += 1
    names = f'xmlns:c="{DRAWINGS}/chart" xmlns:r="{OFFICE_RELATIONSHIPS}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWINGS}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent cx="{chart.width.emu}" cy="{chart.height.emu}"/><wp:docPr id="{attachments.drawings}" '
        f'name="Chart {attachments.drawings}" descr="{escape(chart.alt)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{DRAWINGS}/main"><a:graphicData uri="{DRAWINGS}/chart"><c:chart {names} '
        f'r:id="{relationship}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def _run(run: Run, bookmarks: Bookmarks) -> str:
    if not run.source:
        return _word_run(run, run.text)
    number, name = bookmarks.new(run.source)
    text, mark = _before_mark(run.text)
    start, end = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
    return start + _word_run(run, text) + end + (_word_run(run, mark) if mark else "")


def _word_run(run: Run, text: str) -> str:
    properties = _properties(run.emphasis, run.language, is_link=bool(run.address))
    return f"<w:r>{properties}{NEW_TEXT}{word_text(text)}</w:t></w:r>"


def _before_mark(text: str) -> tuple[str, str]:
    """A text without its last mark, and the mark, which stands behind the bookmark.

    LibreOffice adds an empty line where a bookmark ends a paragraph behind a mark that hangs over the margin; and
    what somebody adds to the end of a sentence in Word is written before its mark, so it stays inside.
    """
    return (text[:-1], text[-1]) if len(text) > 1 and text[-1] in HANGING_MARKS else (text, "")


@cache
def _properties(emphasis: Emphasis, language: Language, *, is_link: bool) -> str:
    """In the order of the schema (CT_RPr): style, fonts, language."""
    style = RUN_STYLES.get(emphasis, LINK_STYLE if is_link else "")
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    # Without the hint Word sets “” and … of Chinese text in the Western font.
    hint = '<w:rFonts w:hint="eastAsia"/>' if language is Language.ZH else ""
    return f'<w:rPr>{named}{hint}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
