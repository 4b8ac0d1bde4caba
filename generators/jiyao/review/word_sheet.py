"""The review sheet, 审校表: a Word table with the Chinese, the English beside it, what the checks say, and a note.

The English stands in a bookmark and its row has its id in sight: these came through every program, content controls and
paragraph ids did not. Recording of changes is not switched on, since LibreOffice would take every cell for changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from jiyao.ooxml.escaping import escape
from jiyao.ooxml.names import MAIN_DOCUMENT, OFFICE_RELATIONSHIPS, RELATIONSHIPS, TYPES, WORD
from jiyao.ooxml.parts import write_package
from jiyao.review.baseline import NAMESPACE
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


def word_sheet(handout: Handout) -> bytes:
    """The segments of one record as a Word file; its custom XML part holds what was handed out."""
    base = handout.baseline
    rows = "".join(_row(number, each, handout) for number, each in enumerate(base.segments))
    comments = "".join(_comments(number, each, handout) for number, each in enumerate(base.segments))
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{_run(base.title)}</w:p>'
        f"<w:p>{_run(handout.how)}</w:p>{_table(handout)}{rows}</w:tbl><w:p/>"
        '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="850" w:right="719" w:bottom="850" w:left="719" w:header="425" w:footer="425" w:gutter="0"/>'
        "</w:sectPr>"
    )
    document = f'{_HEADER}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    remarks = f'{_HEADER}<w:comments xmlns:w="{WORD}">{comments}</w:comments>'
    kept = f'{_HEADER}<baseline xmlns="{NAMESPACE}">{escape(base.as_json())}</baseline>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _rels({"officeDocument": "word/document.xml"}, core="docProps/core.xml"),
        "docProps/core.xml": _core(base.title, base.key),
        "word/document.xml": document,
        "word/comments.xml": remarks,
        "word/styles.xml": _STYLES,
        "word/_rels/document.xml.rels": _rels(
            {"styles": "styles.xml", "comments": "comments.xml", "customXml": "../customXml/item1.xml"}
        ),
        "customXml/item1.xml": kept,
    }
    return write_package({name: text.encode() for name, text in parts.items()})


def bookmark_of(name: str) -> str:
    """The bookmark round the English of a segment."""
    return f"seg_{sha256(name.encode()).hexdigest()[:16]}"


def _table(handout: Handout) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in sides)
    cells = "".join(
        _cell(width, f"<w:p>{_run(said, strong=True)}</w:p>", shade="D9D9D9")
        for width, said in zip(WIDTHS, handout.headings, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(WIDTHS)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
    )


def _row(number: int, segment: Segment, handout: Handout) -> str:
    checks = handout.checks.get(segment.id, ())
    name = f"<w:p>{_run(segment.label)}</w:p><w:p>{_run(segment.id, small=True)}</w:p>"
    shade = _OURS if segment.is_locked else ""
    cells = (
        _cell(WIDTHS[0], name, _OURS),
        _cell(WIDTHS[1], "".join(f"<w:p>{_run(line)}</w:p>" for line in segment.zh.split("\n")), _OURS),
        _cell(WIDTHS[2], "".join(_target(number, segment, comments=len(checks))), shade),
        _cell(WIDTHS[3], "".join(f"<w:p>{_run(said)}</w:p>" for said in checks) or "<w:p/>", _OURS),
        _cell(WIDTHS[4], "<w:p/>"),
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


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
        yield f"<w:p>{start}{_run(line)}{end if last else ''}</w:p>"


def _comments(number: int, segment: Segment, handout: Handout) -> str:
    return "".join(
        f'<w:comment w:id="{number}{index:02}" w:author="{AUTHOR}" w:initials="j"><w:p>{_run(said)}</w:p></w:comment>'
        for index, said in enumerate(handout.checks.get(segment.id, ()))
    )


def _cell(width: int, content: str, shade: str = "") -> str:
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{ground}</w:tcPr>{content}</w:tc>'


def _run(text: str, *, strong: bool = False, small: bool = False) -> str:
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


_TYPES = (
    f'{_HEADER}<Types xmlns="{TYPES}"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN_DOCUMENT}"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/comments.xml" ContentType="{_TYPE}.comments+xml"/>'
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
