"""The styles of official documents, by the names that office staff see in Word (GB/T 9704-2012)."""

from __future__ import annotations

from jiyao.documents import gb9704 as page
from jiyao.documents.gb9704 import Face
from jiyao.documents.lengths import Length
from word import DECLARATION, MAIN, exact_line, fonts, right_tab, rule, type_of

TEXT = type_of(Face.FANGSONG, page.SIZE_3, tracking=page.TRACKING)
SMALL = type_of(Face.FANGSONG, page.SIZE_4)
ON_GRID = exact_line(page.LINE_PITCH, on_grid=True)


def indent(*, left: Length | None = None, hanging: Length | None = None, right: Length | None = None) -> str:
    given = {"left": left, "right": right, "hanging": hanging}
    attributes = "".join(f' w:{name}="{length.twips}"' for name, length in given.items() if length)
    return f"<w:ind{attributes}/>"


def first_line() -> str:
    """左空二字, in characters, so that it stays two characters in another size."""
    return f'<w:ind w:firstLineChars="200" w:firstLine="{page.INDENT.twips}"/>'


def style(style_id: str, name: str, paragraph: str = "", text: str = "", *, alias: str = "", follow: str = "") -> str:
    """A paragraph style on 正文; `name` is Word's own for a built-in style, and `alias` what we call that."""
    return (
        f'<w:style w:type="paragraph"{"" if alias else _OWN} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        + (f'<w:aliases w:val="{alias}"/>' if alias else "")
        + '<w:basedOn w:val="Normal"/>'
        + (f'<w:next w:val="{follow}"/>' if follow else "")
        + f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{text or TEXT}</w:rPr></w:style>"
    )


def run_style(style_id: str, name: str, text: str) -> str:
    return (
        f'<w:style w:type="character"{_OWN} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{text}</w:rPr></w:style>'
    )


_OWN = ' w:customStyle="1"'


def styles() -> str:
    """The part `word/styles.xml`."""
    body = (*_defaults(), *_head(), *_text(), *_foot(), *_faces())
    return f'{DECLARATION}<w:styles xmlns:w="{MAIN}">{"".join(body)}</w:styles>'


def _defaults() -> tuple[str, ...]:
    """What everything stands on. 正文 has no indent: blank lines, tables and footers stand on it too."""
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{type_of(Face.FANGSONG, page.SIZE_3)}{language}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl w:val="0"/>{ON_GRID}</w:pPr><w:rPr>{TEXT}</w:rPr></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>",
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>',
    )


def _head() -> tuple[str, ...]:
    """版头: everything down to the red rule (7.2, 10.3)."""
    heiti = type_of(Face.HEITI, page.SIZE_3, tracking=page.TRACKING)
    mark = type_of(Face.XIAOBIAOSONG, page.MARK_SIZE, color=page.RED)
    issuer = right_tab(page.TEXT_WIDTH - page.SIDE_INDENT) + ON_GRID
    sides = indent(left=page.SIDE_INDENT, right=page.SIDE_INDENT)
    red_rule = f"<w:pBdr>{rule('bottom', page.RED_RULE, page.RED)}</w:pBdr>"
    return (
        style("HeadLine", "份号、密级和紧急程度", "", heiti),
        style("MarkSpace", "标志上方", exact_line(_space_above_mark())),
        style("Mark", "纪要标志", exact_line(page.MARK_LINE) + _CENTRE, mark),
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
    attachment = names + page.ATTACHMENT_NUMBER
    return (
        style("Title", "Title", exact_line(page.TITLE_LINE) + _CENTRE, title, alias="纪要标题", follow="NormalIndent"),
        style("NormalIndent", "Normal Indent", first_line(), alias="段落"),
        style("Heading1", "heading 1", heading + _level(0), heiti, alias="一级标题", follow="NormalIndent"),
        style("Heading2", "heading 2", heading + _level(1), kaiti, alias="二级标题", follow="NormalIndent"),
        style("Attachment", "附件说明", indent(left=attachment, hanging=attachment - page.INDENT)),
        style("NextAttachment", "附件说明续", indent(left=attachment, hanging=page.ATTACHMENT_NUMBER)),
        style("Names", "名单", "<w:keepNext/>" + indent(left=names, hanging=page.LABEL)),
    )


def _foot() -> tuple[str, ...]:
    """版记 and 页码 (7.4, 7.5)."""
    number = type_of(Face.SONGTI, page.SIZE_4)
    line, number_line = exact_line(page.IMPRINT_LINE), exact_line(page.PAGE_NUMBER_LINE)
    sides = indent(left=page.SMALL_INDENT, right=page.SMALL_INDENT)
    hanging = indent(
        left=page.SMALL_INDENT + page.SMALL_LABEL, hanging=page.SMALL_LABEL, right=page.SMALL_INDENT
    )
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


_CENTRE, _RIGHT = (f'<w:jc w:val="{side}"/>' for side in ("center", "right"))


def _level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number}"/>'


def _space_above_mark() -> Length:
    """Below the lines of the head, so that the ink of the mark is where the standard wants it."""
    ink = page.MARK_LINE * page.BASE_LINE - page.MARK_SIZE * page.MARK_INK
    return page.MARK_TOP - page.LINE_PITCH * page.HEAD_LINES - ink
