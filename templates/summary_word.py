"""The templates of annual summaries, 年度会议工作总结: one for each language, on the page of GB/T 9704-2012."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from jiyao.documents import gb9704 as page
from jiyao.documents.gb9704 import Face
from jiyao.documents.tables import BY_CONTENT
from jiyao.languages.text import Language
from jiyao.views.lengths import Length, points
from official_styles import official_ground
from official_styles import style as official_style
from parts import DASHED_NUMBER, OFFICIAL_PAGE, PAGE_NUMBER, document, footer, package, section
from release_styles import mixed_faces
from styles import CENTRE, RIGHT, chinese_faces, first_line, ground, indent, level, statement_style, stylesheet
from styles import style as plain_style
from word import TAB, exact_line, latin_type, open_line, paragraph, rule, statement, tag, type_of

SMALL, FINE = points(10.5), points(12)
"""五号 in tables, 小四 above and below them (usual)."""
CELL_SIDE = 40
"""Twips of white beside the text of a cell: a table by months has fourteen columns."""
TABLE_RULE = points(0.5)
_NOTHING = Length(0)


def parts(language: Language) -> Mapping[str, bytes]:
    """Every part of the template by its name."""
    chinese = language is Language.ZH
    styles = _chinese_styles() if chinese else _english_styles()
    number = DASHED_NUMBER if chinese else (PAGE_NUMBER,)
    footers = [footer(style, *number) for style in ("OddPage", "EvenPage")]
    body = (*_head(), *_contents(), *_body())
    return package(document(*body, section(OFFICIAL_PAGE, len(footers))), stylesheet(*styles), *footers)


def _head() -> Iterator[str]:
    yield paragraph("Title", tag("{{ title }}"))
    yield paragraph("Subtitle", tag("{{ subtitle }}"))


def _contents() -> Iterator[str]:
    """A field, so that Word makes it anew on request; what it shows comes from the view."""
    yield paragraph("ContentsTitle", tag("{{ contents_title }}"))
    code = '<w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText>'
    begin = '<w:fldChar w:fldCharType="begin"/>'
    pieces = (begin, code, '<w:fldChar w:fldCharType="separate"/>')
    yield paragraph("Hairline", *(f"<w:r>{piece}</w:r>" for piece in pieces))
    yield statement("for entry in contents")
    yield statement("if entry.level == 1")
    yield paragraph("TOC1", tag("{{ entry.text }}"), TAB, tag("{{ entry.page }}"))
    yield statement("else")
    yield paragraph("TOC2", tag("{{ entry.text }}"), TAB, tag("{{ entry.page }}"))
    yield statement("endif")
    yield statement("endfor")
    yield paragraph("Hairline", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    yield paragraph("NewPage")


def _body() -> Iterator[str]:
    written = {
        "heading-1": paragraph("Heading1", tag("{{ block.text }}")),
        "heading-2": paragraph("Heading2", tag("{{ block.text }}")),
        "caption": paragraph("Caption", tag("{{ block.text }}")),
        "figure": paragraph("FigureCaption", tag("{{ block.text }}")),
        "note": paragraph("Note", tag("{{ block.text }}")),
        "chart": paragraph("Figure", tag("{{r block.chart }}")),
        "table": _table(),
    }
    yield statement("for block in body")
    for role, xml in written.items():
        yield statement(f'{"if" if role == "heading-1" else "elif"} block.role == "{role}"')
        yield xml
    yield statement("else")
    yield paragraph("NormalIndent", tag("{{ block.text }}"))
    yield statement("endif")
    yield statement("endfor")


def _table() -> str:
    """Any table: the program makes the columns as wide as what stands in them."""
    width = page.TEXT_WIDTH.twips
    borders = "".join(rule(edge, TABLE_RULE) for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    sides = "".join(f'<w:{side} w:w="{CELL_SIDE}" w:type="dxa"/>' for side in ("left", "right"))
    head = (
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        + _cell(paragraph("TableHead", tag("{%tc for name in block.head %}")))
        + _cell(paragraph("TableHead", tag("{{ name }}")))
        + _cell(paragraph("TableHead", tag("{%tc endfor %}")))
        + "</w:tr>"
    )
    cell = (
        statement('if cell.role == "number"')
        + paragraph("TableNumber", tag("{{ cell.text }}"))
        + statement("else")
        + paragraph("TableText", tag("{{ cell.text }}"))
        + statement("endif")
    )
    rows = (
        _whole_row("{%tr for row in block.rows %}")
        + "<w:tr>"
        + _cell(paragraph("TableText", tag("{%tc for cell in row.cells %}")))
        + _cell(cell)
        + _cell(paragraph("TableText", tag("{%tc endfor %}")))
        + "</w:tr>"
        + _whole_row("{%tr endfor %}")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{sides}</w:tblCellMar>'
        f'<w:tblCaption w:val="{BY_CONTENT}"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{head}{rows}</w:tbl>' + paragraph("BelowTable")
    )


def _whole_row(text: str) -> str:
    return f"<w:tr>{_cell(paragraph('TableText', tag(text)))}</w:tr>"


def _cell(content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'


def _chinese_styles() -> Iterator[str]:
    fine, heiti = (type_of(face, FINE) for face in (Face.FANGSONG, Face.HEITI))
    small, small_head = (type_of(face, SMALL) for face in (Face.SONGTI, Face.HEITI))
    heading = type_of(Face.HEITI, page.SIZE_3, tracking=page.TRACKING)
    subheading = type_of(Face.KAITI, page.SIZE_3, tracking=page.TRACKING)
    yield official_ground()
    title = type_of(Face.XIAOBIAOSONG, page.SIZE_2)
    yield official_style("Title", "Title", exact_line(page.TITLE_LINE) + CENTRE, title, "NormalIndent")
    yield official_style("Subtitle", "Subtitle", CENTRE, type_of(Face.KAITI, page.SIZE_3))
    yield official_style("ContentsTitle", "目录标题", CENTRE, heading)
    keep = "<w:keepNext/>" + first_line()
    yield official_style("Heading1", "heading 1", keep + level(0), heading, "NormalIndent")
    yield official_style("Heading2", "heading 2", keep + level(1), subheading, "NormalIndent")
    yield official_style("NormalIndent", "Normal Indent", first_line())
    line = exact_line(points(24))
    yield from _contents_styles(type_of(Face.HEITI, page.SIZE_4), type_of(Face.FANGSONG, page.SIZE_4), line)
    yield from _table_styles(official_style, small, small_head, heiti, fine)
    yield from _page_numbers(type_of(Face.SONGTI, page.SIZE_4))
    yield chinese_faces()
    yield statement_style()


def _english_styles() -> Iterator[str]:
    text, small, fine = (latin_type(points(size)) for size in (12, 9.5, 10.5))
    bold_small, bold_fine = (latin_type(points(size), bold=True) for size in (9.5, 11))
    yield ground("<w:widowControl/>" + open_line(_NOTHING, factor=1.15, after=points(6)), text)
    heading = "<w:keepNext/>" + open_line(_NOTHING, factor=1.15, before=points(12), after=points(6))
    yield plain_style(
        "Title", "Title", open_line(_NOTHING, after=points(6)) + CENTRE, latin_type(points(20), bold=True)
    )
    yield plain_style("Subtitle", "Subtitle", CENTRE, latin_type(points(12), italic=True))
    yield plain_style("ContentsTitle", "Contents Title", heading, latin_type(points(14), bold=True))
    yield plain_style("Heading1", "heading 1", heading + level(0), latin_type(points(15), bold=True), "NormalIndent")
    yield plain_style("Heading2", "heading 2", heading + level(1), latin_type(points(12.5), bold=True), "NormalIndent")
    yield plain_style("NormalIndent", "Normal Indent")
    line = open_line(_NOTHING, factor=1.15)
    yield from _contents_styles(latin_type(points(12), bold=True), text, line)
    yield from _table_styles(plain_style, small, bold_small, bold_fine, fine)
    yield from _page_numbers(latin_type(points(10)))
    yield mixed_faces()
    yield statement_style()


def _contents_styles(first: str, second: str, line: str) -> Iterator[str]:
    edge = page.TEXT_WIDTH.twips
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{edge}"/></w:tabs>'
    yield plain_style("TOC1", "toc 1", tabs + line, first)
    yield plain_style("TOC2", "toc 2", tabs + line + indent(left=page.SMALL_INDENT * 2), second)
    yield plain_style("Hairline", "目录域", exact_line(page.HAIRLINE), type_of(Face.SONGTI, points(1)))
    yield plain_style(
        "NewPage", "另起一页", "<w:pageBreakBefore/>" + exact_line(page.HAIRLINE), type_of(Face.SONGTI, points(1))
    )


def _table_styles(style: Callable[..., str], small: str, small_head: str, caption: str, note: str) -> Iterator[str]:
    line = open_line(_NOTHING, before=points(1.5), after=points(1.5))
    yield style("TableHead", "表头", line + CENTRE, small_head)
    yield style("TableText", "表中文字", line, small)
    yield style("TableNumber", "表中数字", line + RIGHT, small)
    above = "<w:keepNext/>" + open_line(_NOTHING, before=points(8), after=points(4)) + CENTRE
    yield style("Caption", "caption", above, caption)
    yield style("FigureCaption", "图题", open_line(_NOTHING, before=points(3), after=points(9)) + CENTRE, caption)
    yield style("Figure", "图", "<w:keepNext/>" + open_line(_NOTHING, before=points(8)) + CENTRE, small)
    yield style("Note", "表注", open_line(_NOTHING, before=points(2), after=points(8)), note)
    yield style("BelowTable", "表后", exact_line(points(6)), small)


def _page_numbers(number: str) -> Iterator[str]:
    line = exact_line(page.PAGE_NUMBER_LINE)
    yield plain_style("OddPage", "单页码", line + indent(right=page.PAGE_NUMBER_INDENT) + RIGHT, number)
    yield plain_style("EvenPage", "双页码", line + indent(left=page.PAGE_NUMBER_INDENT), number)
