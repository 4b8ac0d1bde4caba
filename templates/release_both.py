"""The templates of news releases and of minutes in two languages: side by side in a table, and one below the other.

Either language may come first. A column of English is wider and English has its own styles, so each template says the
document twice, once for each order, and prints the one that fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jiyao.documents import press
from jiyao.documents.gb9704 import Face
from jiyao.languages.text import Language
from jiyao.views.fragments import Role
from jiyao.views.lengths import Length, points
from parts import PAGE_NUMBER, Page, document, footer, package, section
from release_styles import PICTURES, Family, Sizes, end_line, family_styles, mixed_faces, page_number, picture_styles
from styles import ground, statement_style, style, stylesheet
from word import (
    RUNS,
    each_paragraph,
    exact_line,
    in_brackets,
    latin_type,
    open_line,
    paragraph,
    rule,
    statement,
    tag,
    type_of,
)

TABLE_PAGE = Page(press.TABLE_ENDS, press.TABLE_SIDE, press.TABLE_ENDS, press.TABLE_SIDE, press.TABLE_NUMBER_BELOW)
PAGE = Page(press.INCH, press.INCH, press.INCH, press.INCH, press.NUMBER_BELOW)

CELLS = {
    Language.ZH: Family(
        Language.ZH,
        Sizes(headline=points(15), deck=points(12), body=points(12), small=points(10.5)),
        "Zh",
        centred=False,
        below={Role.BODY: press.CELL_GAP},
    ),
    Language.EN: Family(
        Language.EN,
        Sizes(headline=points(14), deck=points(11.5), body=points(11.5), small=points(10)),
        "En",
        centred=False,
        gap=press.ENGLISH_DROP,
        below={Role.BODY: press.CELL_GAP},
    ),
}
"""In the columns of a table; the first lines of both stand at one height."""
FIRST = {
    Language.ZH: Family(
        Language.ZH,
        Sizes(headline=points(20), deck=points(14), body=points(14), small=points(12)),
        "Zh",
        indented=True,
        keep=True,
        gap=press.PART_GAP[Language.ZH],
    ),
    Language.EN: Family(
        Language.EN,
        Sizes(headline=points(17), deck=points(12), body=points(12), small=points(11)),
        "En",
        keep=True,
        gap=press.PART_GAP[Language.EN],
    ),
}
"""Where each language is the first of two, one below the other."""
SECOND = {
    language: replace(
        FIRST[language],
        sizes=sizes,
        mark=f"Second{FIRST[language].mark}",
        label=label,
        keep=False,
        set_in=True,
        gap=press.PAIR_GAP[language],
    )
    for language, sizes, label in (
        (Language.ZH, Sizes(points(16), points(12), points(12), points(10.5)), "（第二语言）"),
        (Language.EN, Sizes(points(14), points(11), points(11), points(10)), " (second language)"),
    )
}
"""Where it is the second: smaller, and its text set in behind a bar."""

IF_PICTURE = f'if part.role == "{Role.PHOTO}"'
"""A picture stands there once for both languages."""
ORDERS = ((Language.ZH, Language.EN), (Language.EN, Language.ZH))
SHARES = {Language.ZH: 1 - press.ENGLISH_SHARE, Language.EN: press.ENGLISH_SHARE}
"""Of the width of the table."""
LIGHT, PALE = "A6A6A6", "EDEDED"
"""The greys of rules and of the header row."""
TITLE = "中英文对照 / Chinese and English side by side"
DESCRIPTION = (
    "每行是文件的一个部分，两列分别为两种语言，第一行为表头。 / "
    "Each row is one part of the document in both languages; the first row names the languages."
)
"""What a screen reader says of the table before it reads it."""


def table_parts() -> Mapping[str, bytes]:
    """Every part of the template with a table, by its name."""
    text = document(*_either_order(_table), paragraph("Hairline"), section(TABLE_PAGE))
    return _package(text, CELLS.values(), *_heads(), _table_style(), end_line())


def interleaved_parts() -> Mapping[str, bytes]:
    """Every part of the template with one language below the other, by its name."""
    text = document(*_either_order(_pairs), section(PAGE))
    return _package(text, (*FIRST.values(), *SECOND.values()))


def _package(text: str, families: Iterable[Family], *others: str) -> Mapping[str, bytes]:
    sheet = stylesheet(
        ground("<w:widowControl/>" + open_line(Length(0)), latin_type(points(12))),
        *(each for family in families for each in family_styles(family)),
        *picture_styles(latin_type(points(10.5))),
        *others,
        page_number(latin_type(points(10))),
        mixed_faces(),
        statement_style(),
    )
    return package(text, sheet, footer("PageNumber", PAGE_NUMBER))


def _either_order(body: Callable[[Sequence[Language]], Iterator[str]]) -> Iterator[str]:
    """What is to stand where Chinese comes first and where English does; one of the two is printed."""
    chinese_first, english_first = ORDERS
    yield statement(f'if languages[0] == "{chinese_first[0]}"')
    yield from body(chinese_first)
    yield statement("else")
    yield from body(english_first)
    yield statement("endif")


def _paragraphs(field: str, family: Family) -> Iterator[str]:
    others: dict[Role, str] = {
        role: paragraph(style_id, RUNS) for role, style_id in family.ids.items() if role is not Role.BODY
    }
    others[Role.CREDITS] = paragraph(family.ids[Role.CREDITS], *in_brackets(family.language, RUNS))
    return each_paragraph(field, paragraph(family.ids[Role.BODY], RUNS), others)


def _picture(field: str) -> Iterator[str]:
    """A picture with its caption, which is in both languages."""
    return each_paragraph(field, PICTURES[Role.CAPTION], {Role.PHOTO: PICTURES[Role.PHOTO]})


# One below the other


def _pairs(languages: Sequence[Language]) -> Iterator[str]:
    first, second = languages
    yield statement("for part in parts")
    yield statement(IF_PICTURE)
    yield from _picture("part.first")
    yield statement("else")
    yield from _paragraphs("part.first", FIRST[first])
    yield from _paragraphs("part.second", SECOND[second])
    yield statement("endif")
    yield statement("endfor")


# Side by side


def _table(languages: Sequence[Language]) -> Iterator[str]:
    """A row for each part, so that a screen reader, which goes row by row, gives it in both languages."""
    widths = [TABLE_PAGE.text_width * SHARES[each] for each in languages]
    total = sum(width.twips for width in widths)
    grid = "".join(f'<w:gridCol w:w="{width.twips}"/>' for width in widths)
    heads = [
        paragraph(f"Column{CELLS[each].mark}", tag(f"{{{{ heads[{number}] }}}}"))
        for number, each in enumerate(languages)
    ]
    cells = [
        "".join(_cell_text(f"part.{field}", CELLS[each]))
        for field, each in zip(("first", "second"), languages, strict=True)
    ]
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="SideBySide"/><w:tblW w:w="{total}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{TITLE}"/><w:tblDescription w:val="{DESCRIPTION}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )
    yield _row(widths, heads, "<w:tblHeader/>")
    yield _statement_row(total, "for part in parts")
    yield _statement_row(total, IF_PICTURE)
    yield _wide_row(total, "".join(_picture("part.first")))
    yield _statement_row(total, "else")
    yield _row(widths, cells)
    yield _statement_row(total, "endif")
    yield _statement_row(total, "endfor")
    yield "</w:tbl>"


def _cell_text(field: str, family: Family) -> Iterator[str]:
    """The paragraphs of a part; a cell must hold one even where the part has none in this language."""
    *paragraphs, end = _paragraphs(field, family)
    return iter((*paragraphs, statement("else"), paragraph(family.ids[Role.BODY]), end))


def _row(widths: Sequence[Length], cells: Sequence[str], kind: str = "") -> str:
    """A row that stays on one page; one that is longer than a page is broken all the same (LibreOffice: measured)."""
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width.twips}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{kind}</w:trPr>{written}</w:tr>"


def _statement_row(width: int, text: str) -> str:
    return f"<w:tr>{_wide_cell(width, paragraph('Statement', tag(f'{{%tr {text} %}}')))}</w:tr>"


def _wide_row(width: int, cell: str) -> str:
    """A row over both columns."""
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_wide_cell(width, cell)}</w:tr>"


def _wide_cell(width: int, cell: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>{cell}</w:tc>'


def _heads() -> Iterator[str]:
    chinese, english = CELLS[Language.ZH], CELLS[Language.EN]
    # Of one exact height, so that the names of both languages stand on one line.
    paragraph_look = "<w:keepNext/>" + exact_line(press.HEADER_LINE)
    yield style(f"Column{chinese.mark}", "栏头", paragraph_look, type_of(Face.HEITI, chinese.sizes.body))
    yield style(f"Column{english.mark}", "Column head", paragraph_look, latin_type(english.sizes.body, bold=True))


def _table_style() -> str:
    """Borders, white and the grey of the header row, where an office changes them once."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(rule(edge, press.TABLE_RULE, LIGHT) for edge in edges)
    white = {"top": press.CELL_ENDS, "left": press.CELL_SIDE, "bottom": press.CELL_ENDS, "right": press.CELL_SIDE}
    margins = "".join(f'<w:{side} w:w="{width.twips}" w:type="dxa"/>' for side, width in white.items())
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="SideBySide"><w:name w:val="双语对照表"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )
