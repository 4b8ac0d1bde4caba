"""The template of Chinese minutes, 纪要 (GB/T 9704-2012, 10.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from appended import appendices
from jiyao.documents import gb9704 as page
from jiyao.views.fragments import Role
from official_styles import mark_style, styles
from parts import DASHED_NUMBER, OFFICIAL_PAGE, document, footer, package, section
from signing import signatures
from word import RUNS, SHAPE, TAB, each_paragraph, if_there, paragraph, rule, statement, tag

BLANK = paragraph("Normal")
ROWS_IN_TEMPLATE = 6
"""Rows of the imprint as the template itself shows them, those of its statements included."""


def parts() -> Mapping[str, bytes]:
    """Every part of the template by its name."""
    body = (*_head(), *_title(), *_body(), *_attachments(), *_attendance(), *_appendices(), *_imprint())
    footers = [footer(style, *DASHED_NUMBER) for style in ("OddPage", "EvenPage")]
    return package(document(*body, section(OFFICIAL_PAGE, len(footers))), styles(), *footers)


def _head() -> tuple[str, ...]:
    return (
        statement("for line in head"),
        statement("if loop.first and stage"),
        paragraph("HeadLine", tag("{{ line }}"), TAB, tag("{{ stage }}")),
        statement("else"),
        paragraph("HeadLine", tag("{{ line }}")),
        statement("endif"),
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


def _body() -> Iterator[str]:
    headings = {Role.HEADING_1: paragraph("Heading1", RUNS), Role.HEADING_2: paragraph("Heading2", RUNS)}
    return each_paragraph("body", paragraph("NormalIndent", RUNS), headings)


def _attachments() -> tuple[str, ...]:
    return (
        statement("if attachments"),
        BLANK,
        statement("endif"),
        *each_paragraph(
            "attachments", paragraph("NextAttachment", RUNS), {Role.ATTACHMENT: paragraph("Attachment", RUNS)}
        ),
    )


def _attendance() -> tuple[str, ...]:
    return (
        statement("if attendance"),
        BLANK,
        statement("endif"),
        statement("for paragraph in attendance"),
        # Where something follows, it is this that stands beside the imprint.
        statement("if loop.last and not signatures and not appendices"),
        paragraph("LastNames", tag("{{r paragraph.runs }}")),
        statement("else"),
        paragraph("Names", tag("{{r paragraph.runs }}")),
        statement("endif"),
        statement("endfor"),
        *if_there("signatures", paragraph("KeptBlank")),
        *signatures("Signature"),
    )


def _appendices() -> Iterator[str]:
    """附件, before the imprint (7.3.7): the title stands in the third line."""
    return appendices(page.TEXT_WIDTH, "NormalIndent", BLANK)


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
