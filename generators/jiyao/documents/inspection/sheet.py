"""The fields of a document as a Word file, from whose table staff copy tags into a template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from jiyao.documents import gb9704 as page
from jiyao.documents.inspection.fields import Field
from jiyao.ooxml.escaping import DECLARATION, escape
from jiyao.ooxml.names import WORD
from jiyao.ooxml.package import open_package
from jiyao.ooxml.parts import Package
from jiyao.problems import Translate, message
from jiyao.records.choices import DocumentName
from jiyao.views.lengths import mm

_HEAD = (message("name"), message("what to write"), message("what it is"), message("for example"))
_WIDTHS = (mm(34), mm(48), mm(46), mm(28))
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_LONGEST_EXAMPLE = 40


def field_sheet(fields: Sequence[Field], document: DocumentName, template: bytes, translate: Translate) -> bytes:
    """A .docx with one row for each field, in the styles of `template`, the program's own one for minutes."""
    package = cast(Package, open_package(template, ""))
    title = message("What a template may say: {document}", document=document.word).say(translate)
    texts = {"word/document.xml": _document(fields, title, translate), "docProps/core.xml": _properties(title)}
    return package.replaced({name: (DECLARATION + xml).encode() for name, xml in texts.items()})


def _properties(title: str) -> str:
    names = f'xmlns:p="{_PROPERTIES}" xmlns:dc="{_DUBLIN}"'
    return f"<p:coreProperties {names}><dc:title>{title}</dc:title></p:coreProperties>"


def _document(fields: Sequence[Field], title: str, translate: Translate) -> str:
    rows = [_row([[each.say(translate)] for each in _HEAD]), *_rows(fields, translate)]
    grid = "".join(f'<w:gridCol w:w="{width.twips}"/>' for width in _WIDTHS)
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    total = sum(width.twips for width in _WIDTHS)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )
    return (
        f'<w:document xmlns:w="{WORD}"><w:body>{_paragraph(title, "Title")}{table}{_paragraph("", "Hairline")}'
        f'<w:sectPr><w:pgSz w:w="{page.PAPER_WIDTH.twips}" w:h="{page.PAPER_HEIGHT.twips}"/>'
        f'<w:pgMar w:top="{page.TOP_MARGIN.twips}" w:right="{page.RIGHT_MARGIN.twips}" '
        f'w:bottom="{page.BOTTOM_MARGIN.twips}" w:left="{page.LEFT_MARGIN.twips}" w:header="851" w:footer="992" '
        'w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _rows(fields: Sequence[Field], translate: Translate) -> Iterator[str]:
    for each in fields:
        example = each.example if len(each.example) <= _LONGEST_EXAMPLE else f"{each.example[:_LONGEST_EXAMPLE]}…"
        kind = each.kind.say(translate)
        yield _row([[each.path], each.tags, [kind, translate(each.meaning)], [example.replace("\n", "")]])


def _row(cells: Sequence[Sequence[str]]) -> str:
    """A row that is not broken over pages, with paragraphs in each cell."""
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width.twips}" w:type="dxa"/></w:tcPr>{"".join(map(_small, cell))}</w:tc>'
        for width, cell in zip(_WIDTHS, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{written}</w:tr>"


def _small(text: str) -> str:
    """In the style of the template's own tags, but black."""
    return _paragraph(text, "Statement", '<w:rPr><w:color w:val="000000"/></w:rPr>')


def _paragraph(text: str, style: str, look: str = "") -> str:
    run = f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'
