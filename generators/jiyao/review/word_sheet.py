"""The review sheet, 审校表: a Word table with the Chinese, the English beside it, what the checks say, and a note.

The English stands in a bookmark and its row has its id in sight: these came through every program, content controls and
paragraph ids did not. Recording of changes is not switched on, since LibreOffice would take every cell for changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from jiyao.ooxml.escaping import escape
from jiyao.ooxml.names import MAIN_DOCUMENT, OFFICE_RELATIONSHIPS, RELATIONSHIPS, TYPES, WORD
from jiyao.ooxml.parts import write_package
from jiyao.review.baseline import NAMESPACE, Baseline
from jiyao.review.handout import Handout
from jiyao.review.segments import Segment

AUTHOR = "jiyao"
"""Whose our comments are; all others are a reviewer's."""
WIDTHS = (1500, 4500, 5600, 1900, 1900)
"""Of the columns, in twentieths of a point: an A4 page on its side, with margins of 15 mm."""

_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OURS = "F2F2F2"
"""The ground of cells that nobody need fill in."""
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class Sheet(NamedTuple):
    """A Word file with one table; `rows` and `comments` are WordprocessingML already."""

    title: str
    how: str
    headings: Sequence[str]
    rows: Sequence[str]
    comments: str = ""
    baseline: Baseline | None = None


def word_sheet(handout: Handout) -> bytes:
    """The segments of one record as a Word file; its custom XML part holds what was handed out."""
    base = handout.baseline
    rows = [_row(number, each, handout) for number, each in enumerate(base.segments)]
    comments = "".join(_comments(number, each, handout) for number, each in enumerate(base.segments))
    return sheet_file(Sheet(base.title, handout.how, handout.headings, rows, comments, base))


def sheet_file(sheet: Sheet) -> bytes:
    """The Word file, on A4 paper on its side."""
    base = sheet.baseline
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{run(sheet.title)}</w:p>'
        f"<w:p>{run(sheet.how)}</w:p>{_table(sheet)}{''.join(sheet.rows)}</w:tbl><w:p/>"
        '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="850" w:right="719" w:bottom="850" w:left="719" w:header="425" w:footer="425" w:gutter="0"/>'
        "</w:sectPr>"
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _rels({"officeDocument": "word/document.xml"}, core="docProps/core.xml"),
        "docProps/core.xml": _core(sheet.title, base.key if base else ""),
        "word/document.xml": f'{_HEADER}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "word/comments.xml": f'{_HEADER}<w:comments xmlns:w="{WORD}">{sheet.comments}</w:comments>',
        "word/styles.xml": _STYLES,
        "word/_rels/document.xml.rels": _rels(
            {"styles": "styles.xml", "comments": "comments.xml", "customXml": "../customXml/item1.xml"}
        ),
        "customXml/item1.xml": (
            f'{_HEADER}<baseline xmlns="{NAMESPACE}">{escape(base.as_json() if base else "")}</baseline>'
        ),
        # Without properties of its own LibreOffice drops the part.
        "customXml/itemProps1.xml": _ITEM,
        "customXml/_rels/item1.xml.rels": _rels({"customXmlProps": "itemProps1.xml"}),
    }
    return write_package({name: text.encode() for name, text in parts.items()})


def bookmark_of(name: str) -> str:
    """The bookmark round the English of a segment."""
    return f"seg_{sha256(name.encode()).hexdigest()[:16]}"


def _table(sheet: Sheet) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in sides)
    cells = "".join(
        cell(number, f"<w:p>{run(said, strong=True)}</w:p>", shade="D9D9D9")
        for number, said in enumerate(sheet.headings)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(WIDTHS)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
    )


def _row(number: int, segment: Segment, handout: Handout) -> str:
    checks = handout.checks.get(segment.id, ())
    name = f"<w:p>{run(segment.label)}</w:p><w:p>{run(segment.id, small=True)}</w:p>"
    shade = _OURS if segment.is_locked else ""
    cells = (
        cell(0, name, _OURS),
        cell(1, "".join(f"<w:p>{run(line)}</w:p>" for line in segment.zh.split("\n")), _OURS),
        cell(2, "".join(_target(number, segment, comments=len(checks))), shade),
        cell(3, "".join(f"<w:p>{run(said)}</w:p>" for said in checks) or "<w:p/>", _OURS),
        cell(4, "<w:p/>"),
    )
    return row(cells)


def _target(number: int, segment: Segment, *, comments: int) -> Iterator[str]:
    """The English, paragraph by paragraph, in its bookmark and below its comments."""
    ids = [f"{number}{index:02}" for index in range(comments)]
    lines = segment.en.split("\n")
    for index, line in enumerate(lines):
        first, last = index == 0, index == len(lines) - 1
        start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_of(segment.id)}"/>' if first else ""
        start += "".join(f'<w:commentRangeStart w:id="{each}"/>' for each in ids) if first else ""
        end = "".join(
            f'<w:commentRangeEnd w:id="{each}"/><w:r><w:commentReference w:id="{each}"/></w:r>' for each in ids
        )
        end += f'<w:bookmarkEnd w:id="{number}"/>'
        yield f"<w:p>{start}{run(line)}{end if last else ''}</w:p>"


def _comments(number: int, segment: Segment, handout: Handout) -> str:
    return "".join(
        f'<w:comment w:id="{number}{index:02}" w:author="{AUTHOR}" w:initials="j"><w:p>{run(said)}</w:p></w:comment>'
        for index, said in enumerate(handout.checks.get(segment.id, ()))
    )


def row(cells: Iterable[str]) -> str:
    """A row of the table, which no page break divides."""
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def cell(column: int, content: str, shade: str = "") -> str:
    """A cell of the column with that number, from 0."""
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{WIDTHS[column]}" w:type="dxa"/>{ground}</w:tcPr>{content}</w:tc>'


def run(text: str, *, strong: bool = False, small: bool = False) -> str:
    """A text in a line; nothing for none."""
    if not text:
        return ""
    bold = "<w:b/>" if strong else ""
    size = '<w:color w:val="808080"/><w:sz w:val="12"/>' if small else ""
    properties = f"<w:rPr>{bold}{size}</w:rPr>" if bold or size else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _rels(targets: dict[str, str], core: str = "") -> str:
    kinds = {f"{OFFICE_RELATIONSHIPS}/{kind}": target for kind, target in targets.items()}
    if core:
        kinds[f"{RELATIONSHIPS}/metadata/core-properties"] = core
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(kinds.items(), start=1)
    )
    return f'{_HEADER}<Relationships xmlns="{RELATIONSHIPS}">{lines}</Relationships>'


def _core(title: str, key: str) -> str:
    return (
        f'{_HEADER}<cp:coreProperties xmlns:cp="{TYPES.replace("content-types", "metadata/core-properties")}" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        f"<dc:identifier>jiyao:{key}</dc:identifier></cp:coreProperties>"
    )


_ITEM = (
    f'{_HEADER}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    'ds:itemID="{6A1B1F0E-7D52-4C53-9D7B-5B0C6A2D4E10}"><ds:schemaRefs>'
    f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)

_TYPES = (
    f'{_HEADER}<Types xmlns="{TYPES}"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN_DOCUMENT}"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/comments.xml" ContentType="{_TYPE}.comments+xml"/>'
    '<Override PartName="/customXml/itemProps1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)

_STYLES = (
    f'{_HEADER}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>'
    '<w:sz w:val="20"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:before="20" w:after="20"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:spacing w:after="120"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style></w:styles>'
)
