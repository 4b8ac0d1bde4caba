"""The template of Chinese minutes, 纪要 (GB/T 9704-2012, 10.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jiyao.documents import gb9704 as page
from official_styles import mark_style, styles
from word import (
    DECLARATION,
    DRAWING,
    MAIN,
    OFFICE,
    PACKAGE,
    TAB,
    TYPE,
    app_properties,
    content_types,
    core_properties,
    field,
    font_table,
    paragraph,
    relationships,
    rule,
    run,
    settings,
    statement,
    tag,
    theme,
)

SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}/relationships" xmlns:wp="{DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{DRAWING}/main" xmlns:wps="{SHAPE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
BLANK = paragraph("Normal")
ROWS_IN_TEMPLATE = 6
"""Rows of the imprint as the template itself shows them, those of its statements included."""


def parts() -> Mapping[str, bytes]:
    """Every part of the template by its name."""
    texts = {
        "[Content_Types].xml": content_types({f"{name}": kind for name, kind in _TYPES.items()}),
        "_rels/.rels": relationships(
            {
                "word/document.xml": f"{OFFICE}/relationships/officeDocument",
                "docProps/core.xml": f"{PACKAGE}/relationships/metadata/core-properties",
                "docProps/app.xml": f"{OFFICE}/relationships/extended-properties",
            }
        ),
        "docProps/app.xml": app_properties(),
        "docProps/core.xml": core_properties(),
        "word/_rels/document.xml.rels": relationships(
            {
                "footer1.xml": f"{OFFICE}/relationships/footer",
                "footer2.xml": f"{OFFICE}/relationships/footer",
                "styles.xml": f"{OFFICE}/relationships/styles",
                "settings.xml": f"{OFFICE}/relationships/settings",
                "fontTable.xml": f"{OFFICE}/relationships/fontTable",
                "theme/theme1.xml": f"{OFFICE}/relationships/theme",
            }
        ),
        "word/document.xml": document(),
        "word/fontTable.xml": font_table(),
        "word/footer1.xml": footer("OddPage"),
        "word/footer2.xml": footer("EvenPage"),
        "word/settings.xml": settings(),
        "word/styles.xml": styles(),
        "word/theme/theme1.xml": theme(),
    }
    return {name: text.encode() for name, text in texts.items()}


_TYPES = {
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "word/document.xml": f"{TYPE}.document.main+xml",
    "word/fontTable.xml": f"{TYPE}.fontTable+xml",
    "word/footer1.xml": f"{TYPE}.footer+xml",
    "word/footer2.xml": f"{TYPE}.footer+xml",
    "word/settings.xml": f"{TYPE}.settings+xml",
    "word/styles.xml": f"{TYPE}.styles+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
}


def document() -> str:
    """The part `word/document.xml`, from the top of the page down."""
    body = (*_head(), *_title(), *_body(), *_attachments(), *_attendance(), *_imprint(), _section())
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>"


def footer(style: str) -> str:
    """— 1 — (7.5)."""
    number = paragraph(style, run("— "), field("PAGE", "1"), run(" —"))
    return f'{DECLARATION}<w:ftr xmlns:w="{MAIN}">{number}</w:ftr>'


def _head() -> tuple[str, ...]:
    return (
        statement("for line in head"),
        paragraph("HeadLine", tag("{{ line }}")),
        statement("endfor"),
        paragraph("MarkSpace"),
        *_mark(),
        *[BLANK] * page.LINES_BELOW_MARK,
        statement("if number"),
        paragraph("Number", tag("{{ number }}")),
        statement("endif"),
        statement("if number and (issuer or issued_on)"),
        *[BLANK] * page.LINES_BELOW_NUMBER,
        statement("endif"),
        statement("if issuer or issued_on"),
        paragraph("Issuer", tag("{{r issuer }}"), TAB, tag("{{ issued_on }}")),
        statement("endif"),
        paragraph("RedRule"),
    )


def _mark() -> Iterator[str]:
    """One paragraph for each length, of which one stays: the size is a style's, where an office can change it."""
    for fit in page.MARK_FITS:
        yield statement(f"{'if' if fit is page.MARK_FITS[0] else 'elif'} mark_room == {fit.room}")
        yield paragraph(mark_style(fit), tag("{{r mark }}"))
    yield statement("endif")


def _title() -> tuple[str, ...]:
    return (
        statement("if title"),
        *[BLANK] * page.LINES_ABOVE_TITLE,
        paragraph("Title", tag("{{r title }}")),
        statement("endif"),
        BLANK,
    )


def _body() -> tuple[str, ...]:
    return (
        statement("for paragraph in body"),
        statement('if paragraph.role == "heading-1"'),
        paragraph("Heading1", tag("{{r paragraph.runs }}")),
        statement('elif paragraph.role == "heading-2"'),
        paragraph("Heading2", tag("{{r paragraph.runs }}")),
        statement("else"),
        paragraph("NormalIndent", tag("{{r paragraph.runs }}")),
        statement("endif"),
        statement("endfor"),
    )


def _attachments() -> tuple[str, ...]:
    return (
        statement("if attachments"),
        BLANK,
        statement("endif"),
        statement("for paragraph in attachments"),
        statement('if paragraph.role == "attachment"'),
        paragraph("Attachment", tag("{{r paragraph.runs }}")),
        statement("else"),
        paragraph("NextAttachment", tag("{{r paragraph.runs }}")),
        statement("endif"),
        statement("endfor"),
    )


def _attendance() -> tuple[str, ...]:
    return (
        statement("if attendance"),
        BLANK,
        statement("endif"),
        statement("for paragraph in attendance"),
        statement("if loop.last"),
        paragraph("LastNames", tag("{{r paragraph.runs }}")),
        statement("else"),
        paragraph("Names", tag("{{r paragraph.runs }}")),
        statement("endif"),
        statement("endfor"),
    )


def _imprint() -> tuple[str, ...]:
    """版记, at the foot of the last page."""
    return (
        statement("if copies or printed_by"),
        paragraph("Hairline", _box(_imprint_table() + paragraph("Hairline"))),
        statement("endif"),
    )


def _imprint_table() -> str:
    width = page.TEXT_WIDTH.twips
    rows = (
        paragraph("Copies", tag("{%tr for paragraph in copies %}")),
        paragraph("Copies", tag("{{r paragraph.runs }}")),
        paragraph("Copies", tag("{%tr endfor %}")),
        paragraph("PrintedBy", tag("{%tr if printed_by or printed_on %}")),
        paragraph("PrintedBy", tag("{{r printed_by }}"), TAB, tag("{{ printed_on }}")),
        paragraph("PrintedBy", tag("{%tr endif %}")),
    )
    borders = rule("top", page.OUTER_RULE) + rule("bottom", page.OUTER_RULE) + rule("insideH", page.INNER_RULE)
    cell = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f'</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
        + "".join(f"<w:tr><w:tc>{cell}{row}</w:tc></w:tr>" for row in rows)
        + "</w:tbl>"
    )


def _box(content: str) -> str:
    """A text box across the foot of the text area, whose name says which field its height is.

    Not a floating table or frame: LibreOffice leaves a table of full width where it stands in the text, and takes a
    frame apart whose paragraphs have different rules.
    """
    width, height = page.TEXT_WIDTH.emu, page.imprint_height(ROWS_IN_TEMPLATE).emu
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
        '<wp:docPr id="1" name="height:imprint_height" descr="版记"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{SHAPE}">{shape}</a:graphicData></a:graphic></wp:anchor>'
    )
    choice = f'<mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def _section() -> str:
    """The page; the footers' line is centred where the dashes of the page number are to be."""
    below = page.PAGE_NUMBER_BELOW + page.PAGE_NUMBER_LINE * 0.5
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:footerReference w:type="even" r:id="rId2"/>'
        f'<w:pgSz w:w="{page.PAPER_WIDTH.twips}" w:h="{page.PAPER_HEIGHT.twips}"/>'
        f'<w:pgMar w:top="{page.TOP_MARGIN.twips}" w:right="{page.RIGHT_MARGIN.twips}" '
        f'w:bottom="{page.BOTTOM_MARGIN.twips}" w:left="{page.LEFT_MARGIN.twips}" w:header="851" '
        f'w:footer="{(page.BOTTOM_MARGIN - below).twips}" w:gutter="0"/>'
        f'<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{page.LINE_PITCH.twips}"/></w:sectPr>'
    )
