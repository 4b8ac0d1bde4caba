"""The styles of official documents, by the names that office staff see in Word (GB/T 9704-2012)."""

from __future__ import annotations

from jiyao.documents import gb9704 as page
from jiyao.documents.gb9704 import Face
from jiyao.views.lengths import Length, points
from word import DECLARATION, MAIN, exact_line, fonts, right_tab, rule, type_of

TEXT = type_of(Face.FANGSONG, page.SIZE_3, tracking=page.TRACKING)
SMALL = type_of(Face.FANGSONG, page.SIZE_4)
ON_GRID = exact_line(page.LINE_PITCH, on_grid=True)


_OWN = ' w:customStyle="1"'

BUILT_IN = {"Title": "纪要标题", "Normal Indent": "段落", "heading 1": "一级标题", "heading 2": "二级标题"}
"""Styles that Word knows by itself, which is how it finds headings, and what we call them beside."""


def indent(*, left: Length | None = None, hanging: Length | None = None, right: Length | None = None) -> str:
    """Of all lines at each side; `hanging` takes the first line back to the left."""
    given = {"left": left, "right": right, "hanging": hanging}
    attributes = "".join(f' w:{name}="{length.twips}"' for name, length in given.items() if length)
    return f"<w:ind{attributes}/>"


def first_line() -> str:
    """左空二字, in characters, so that it stays two characters in another size."""
    return f'<w:ind w:firstLineChars="200" w:firstLine="{page.INDENT.twips}"/>'


def style(style_id: str, name: str, paragraph: str = "", text: str = TEXT, follow: str = "") -> str:
    """A paragraph style on 正文, and the id of that which follows it when somebody types on."""
    alias = BUILT_IN.get(name)
    return (
        f'<w:style w:type="paragraph"{"" if alias else _OWN} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        + (f'<w:aliases w:val="{alias}"/>' if alias else "")
        + '<w:basedOn w:val="Normal"/>'
        + (f'<w:next w:val="{follow}"/>' if follow else "")
        + f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr></w:style>"
    )


def run_style(style_id: str, name: str, text: str) -> str:
    """A character style: what is not said in it stays as the paragraph has it."""
    return (
        f'<w:style w:type="character"{_OWN} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{text}</w:rPr></w:style>'
    )


def styles() -> str:
    """The part `word/styles.xml`."""
    body = (_defaults(), _normal(), _unseen(), *_head(), *_text(), *_foot(), *_faces(), _statement())
    return f'{DECLARATION}<w:styles xmlns:w="{MAIN}">{"".join(body)}</w:styles>'


def _defaults() -> str:
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    text = type_of(Face.FANGSONG, page.SIZE_3) + language
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{text}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"


def _normal() -> str:
    """正文, on which all else stands, blank lines and page numbers too; so it has no indent.

    Not justified: LibreOffice 7.4 then drops the mark that hangs at the end of some lines.
    """
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl w:val="0"/>{ON_GRID}</w:pPr><w:rPr>{TEXT}</w:rPr></w:style>'
    )


def _unseen() -> str:
    """The defaults of the other kinds of style, as Word has them."""
    sides = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in {"top": 0, "left": 108, "bottom": 0, "right": 108}.items()
    )
    table = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>'
    defaults = (
        ("character", "DefaultParagraphFont", "Default Paragraph Font", ""),
        ("table", "TableNormal", "Normal Table", table),
        ("numbering", "NoList", "No List", ""),
    )
    return "".join(
        f'<w:style w:type="{kind}" w:default="1" w:styleId="{style_id}"><w:name w:val="{name}"/><w:semiHidden/>'
        f"{properties}</w:style>"
        for kind, style_id, name, properties in defaults
    )


def _head() -> tuple[str, ...]:
    """版头: everything down to the red rule (7.2, 10.3)."""
    heiti = type_of(Face.HEITI, page.SIZE_3, tracking=page.TRACKING)
    issuer = right_tab(page.TEXT_WIDTH - page.SIDE_INDENT) + ON_GRID
    sides = indent(left=page.SIDE_INDENT, right=page.SIDE_INDENT)
    red_rule = f"<w:pBdr>{rule('bottom', page.RED_RULE, page.RED)}</w:pBdr>"
    return (
        style("HeadLine", "份号、密级和紧急程度", text=heiti),
        style("MarkSpace", "标志上方", exact_line(_space_above_mark())),
        *map(_mark, page.MARK_FITS),
        style("Number", "编号", _CENTRE),
        style("Issuer", "发文机关和日期", issuer + sides),
        style("RedRule", "红色分隔线", red_rule + exact_line(page.RULE_BELOW - page.WHITE_BELOW_INK)),
    )


def _text() -> tuple[str, ...]:
    """主体: title, text and what is below it (7.3, 10.3)."""
    title = type_of(Face.XIAOBIAOSONG, page.SIZE_2)
    heiti = type_of(Face.HEITI, page.SIZE_3, tracking=page.TRACKING)
    kaiti = type_of(Face.KAITI, page.SIZE_3, tracking=page.TRACKING)
    heading = "<w:keepNext/>" + first_line()
    names = page.INDENT + page.LABEL
    hanging = indent(left=names, hanging=page.LABEL, right=page.NAMES_SLACK)
    attachment = names + page.ATTACHMENT_NUMBER
    return (
        style("Title", "Title", exact_line(page.TITLE_LINE) + _CENTRE, title, "NormalIndent"),
        style("NormalIndent", "Normal Indent", first_line()),
        style("Heading1", "heading 1", heading + _level(0), heiti, "NormalIndent"),
        style("Heading2", "heading 2", heading + _level(1), kaiti, "NormalIndent"),
        style("Attachment", "附件说明", indent(left=attachment, hanging=attachment - page.INDENT)),
        style("NextAttachment", "附件说明续", indent(left=attachment, hanging=page.ATTACHMENT_NUMBER)),
        style("Names", "名单", hanging),
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
        style("OddPage", "单页码", number_line + indent(right=page.PAGE_NUMBER_INDENT) + _RIGHT, number),
        style("EvenPage", "双页码", number_line + indent(left=page.PAGE_NUMBER_INDENT), number),
    )


def _faces() -> tuple[str, ...]:
    """For a part of a paragraph that stands in another face; size and colour are the paragraph's."""
    return (
        run_style("Heading", "黑体字", fonts(Face.HEITI)),
        run_style("Label", "楷体字", fonts(Face.KAITI)),
        run_style("Strong", "着重", "<w:b/><w:bCs/>"),
    )


def _statement() -> str:
    """What is gone in every document; small and grey, so that the template itself shows the page."""
    return style("Statement", "模板语句", exact_line(points(12)), type_of(Face.SONGTI, points(9), color="808080"))


_CENTRE, _RIGHT = (f'<w:jc w:val="{side}"/>' for side in ("center", "right"))


def _level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number}"/>'


def mark_style(fit: page.MarkFit) -> str:
    """The id of the style for marks of that length."""
    return f"Mark{fit.room}"


def _mark(fit: page.MarkFit) -> str:
    text = type_of(Face.XIAOBIAOSONG, fit.size, color=page.RED, width=fit.width)
    return style(mark_style(fit), f"纪要标志（{fit.room}字）", exact_line(fit.size * page.MARK_LINE) + _CENTRE, text)


def _space_above_mark() -> Length:
    """Below the lines of the head, so that the ink of the mark is where the standard wants it."""
    ink = page.MARK_SIZE * (page.MARK_LINE * page.BASE_LINE - page.MARK_INK)
    return page.MARK_TOP - page.LINE_PITCH * page.HEAD_LINES - ink
