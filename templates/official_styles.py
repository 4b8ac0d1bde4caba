"""The styles of official documents, by the names that office staff see in Word (GB/T 9704-2012)."""

from __future__ import annotations

from jiyao.documents import gb9704 as page
from jiyao.documents.gb9704 import Face
from jiyao.documents.presets import LAYOUTS
from jiyao.records.office import Preset
from jiyao.views.lengths import Length, points
from styles import (
    CENTRE,
    RIGHT,
    chinese_faces,
    first_line,
    ground,
    indent,
    level,
    statement_style,
    stylesheet,
)
from styles import style as plain_style
from word import exact_line, left_tab, open_line, right_tab, rule, type_of

TEXT = type_of(Face.FANGSONG, page.SIZE_3, tracking=page.TRACKING)
SMALL = type_of(Face.FANGSONG, page.SIZE_4)
ON_GRID = exact_line(page.LINE_PITCH, on_grid=True)


def style(style_id: str, name: str, paragraph: str = "", text: str = TEXT, follow: str = "") -> str:
    """A paragraph style on 正文, in the type of the text unless it has its own."""
    return plain_style(style_id, name, paragraph, text, follow)


def styles() -> str:
    """The part `word/styles.xml` of minutes."""
    return stylesheet(official_ground(), *_head(), *_text(), *_foot(), chinese_faces(), statement_style())


def official_ground() -> str:
    """22 lines of 28 characters a page.

    Not justified: LibreOffice 7.4 then drops the mark that hangs at the end of some lines.
    """
    return ground(f'<w:widowControl w:val="0"/>{ON_GRID}', TEXT)


def _head() -> tuple[str, ...]:
    """版头: everything down to the red rule (7.2, 10.3)."""
    heiti = type_of(Face.HEITI, page.SIZE_3, tracking=page.TRACKING)
    issuer = right_tab(page.TEXT_WIDTH - page.SIDE_INDENT) + ON_GRID
    sides = indent(left=page.SIDE_INDENT, right=page.SIDE_INDENT)
    red_rule = f"<w:pBdr>{rule('bottom', page.RED_RULE, page.RED)}</w:pBdr>"
    return (
        style("HeadLine", "份号、密级和紧急程度", right_tab(page.TEXT_WIDTH) + ON_GRID, heiti),
        style("MarkSpace", "标志上方", exact_line(LAYOUTS[Preset.GB9704].space_above_mark)),
        *map(_mark, page.MARK_FITS),
        style("Number", "编号", CENTRE),
        style("Issuer", "发文机关和日期", issuer + sides),
        style("RedRule", "红色分隔线", red_rule + exact_line(page.RULE_BELOW - page.WHITE_BELOW_INK)),
    )


def _text() -> tuple[str, ...]:
    """主体: title, text and what is below it (7.3, 10.3)."""
    title = type_of(Face.XIAOBIAOSONG, page.SIZE_2)
    heiti = type_of(Face.HEITI, page.SIZE_3, tracking=page.TRACKING)
    kaiti = type_of(Face.KAITI, page.SIZE_3, tracking=page.TRACKING)
    heading = "<w:keepNext/>" + first_line()
    cell = open_line(Length(0), before=points(3), after=points(3))
    # Two lines, so that a name can be written by hand, and the page keeps its 22.
    signing = exact_line(page.LINE_PITCH * 2)
    names = page.INDENT + page.LABEL
    hanging = indent(left=names, hanging=page.LABEL, right=page.NAMES_SLACK)
    attachment = names + page.ATTACHMENT_NUMBER
    return (
        style("Title", "Title", exact_line(page.TITLE_LINE) + CENTRE, title, "NormalIndent"),
        style("NormalIndent", "Normal Indent", first_line()),
        style("Heading1", "heading 1", heading + level(0), heiti, "NormalIndent"),
        style("Heading2", "heading 2", heading + level(1), kaiti, "NormalIndent"),
        style("Attachment", "附件说明", indent(left=attachment, hanging=attachment - page.INDENT)),
        style("NextAttachment", "附件说明续", indent(left=attachment, hanging=page.ATTACHMENT_NUMBER)),
        style("Names", "名单", hanging),
        style(
            "Signature", "签名", "<w:keepNext/>" + left_tab(page.TEXT_WIDTH * 0.5) + signing + indent(left=page.INDENT)
        ),
        # 署名, two characters from the right (7.3.5.2).
        style("Signed", "署名", indent(right=page.INDENT) + RIGHT),
        style("KeptBlank", "签名上方", "<w:keepNext/>"),
        style("AppendixLabel", "附件", "<w:pageBreakBefore/>", heiti),
        style("AppendixTitle", "附件标题", exact_line(page.TITLE_LINE) + CENTRE, title, "NormalIndent"),
        style("TableHead", "表头", cell + CENTRE, type_of(Face.HEITI, page.TABLE_TEXT)),
        style("TableText", "表中文字", cell, type_of(Face.FANGSONG, page.TABLE_TEXT)),
        # The imprint would else stand alone on the last page.
        style("LastNames", "名单末段", "<w:keepNext/>" + hanging),
    )


def _foot() -> tuple[str, ...]:
    """版记 and 页码 (7.4, 7.5)."""
    number = type_of(Face.SONGTI, page.SIZE_4)
    line, number_line = exact_line(page.IMPRINT_LINE), exact_line(page.PAGE_NUMBER_LINE)
    sides = indent(left=page.SMALL_INDENT, right=page.SMALL_INDENT)
    hanging = indent(left=page.SMALL_INDENT + page.SMALL_LABEL, hanging=page.SMALL_LABEL, right=page.SMALL_INDENT)
    to_the_right = right_tab(page.TEXT_WIDTH - page.SMALL_INDENT)
    return (
        style("Copies", "抄送", line + hanging, SMALL),
        style("PrintedBy", "印发机关和印发日期", to_the_right + line + sides, SMALL),
        style("Hairline", "版记锚点", exact_line(page.HAIRLINE), SMALL),
        style("OddPage", "单页码", number_line + indent(right=page.PAGE_NUMBER_INDENT) + RIGHT, number),
        style("EvenPage", "双页码", number_line + indent(left=page.PAGE_NUMBER_INDENT), number),
    )


def mark_style(fit: page.MarkFit) -> str:
    """The id of the style for marks of that length."""
    return f"Mark{fit.room}"


def _mark(fit: page.MarkFit) -> str:
    text = type_of(Face.XIAOBIAOSONG, fit.size, color=page.RED, width=fit.width)
    return style(mark_style(fit), f"纪要标志（{fit.room}字）", exact_line(fit.size * page.MARK_LINE) + CENTRE, text)
