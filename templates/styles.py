"""Styles as every template has them: the defaults, a style of its own for each role, and what statements look like."""

from __future__ import annotations

from jiyao.documents import gb9704 as page
from jiyao.documents.gb9704 import Face
from jiyao.views.lengths import Length, points
from word import DECLARATION, MAIN, exact_line, fonts, type_of

_OWN = ' w:customStyle="1"'

BUILT_IN = {
    "Title": "文件标题",
    "Subtitle": "副题",
    "Normal Indent": "段落",
    "Body Text": "英文段落",
    "caption": "照片说明",
    "heading 1": "一级标题",
    "heading 2": "二级标题",
}
"""Styles that Word knows by itself, which is how it finds headings, and what we call them beside."""

CENTRE, RIGHT = (f'<w:jc w:val="{side}"/>' for side in ("center", "right"))


def stylesheet(*styles: str) -> str:
    """The part `word/styles.xml`."""
    return f'{DECLARATION}<w:styles xmlns:w="{MAIN}">{"".join(styles)}</w:styles>'


def ground(paragraph: str, text: str) -> str:
    """The defaults, and 正文, on which all else stands, blank lines and page numbers too; so it has no indent."""
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    defaults = f"<w:rPrDefault><w:rPr>{text}{language}</w:rPr></w:rPrDefault><w:pPrDefault/>"
    return (
        f"<w:docDefaults>{defaults}</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr></w:style>{_unseen()}"
    )


def style(style_id: str, name: str, paragraph: str = "", text: str = "", follow: str = "") -> str:
    """A paragraph style on 正文, and the id of that which follows it when somebody types on."""
    return style_on("Normal", style_id, name, f"<w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr>", follow)


def style_on(base: str, style_id: str, name: str, properties: str, follow: str = "") -> str:
    """A paragraph style on another one: `properties` are what it has otherwise."""
    alias = BUILT_IN.get(name)
    return (
        f'<w:style w:type="paragraph"{"" if alias else _OWN} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        + (f'<w:aliases w:val="{alias}"/>' if alias else "")
        + f'<w:basedOn w:val="{base}"/>'
        + (f'<w:next w:val="{follow}"/>' if follow else "")
        + f"<w:qFormat/>{properties}</w:style>"
    )


def run_style(style_id: str, name: str, text: str) -> str:
    """A character style: what is not said in it stays as the paragraph has it."""
    return (
        f'<w:style w:type="character"{_OWN} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{text}</w:rPr></w:style>'
    )


def chinese_faces() -> str:
    """For a part of a paragraph that stands in another face; size and colour are the paragraph's."""
    return (
        run_style("Heading", "黑体字", fonts(Face.HEITI))
        + run_style("Label", "楷体字", fonts(Face.KAITI))
        + run_style("Strong", "着重", "<w:b/><w:bCs/>")
    )


def statement_style() -> str:
    """What is gone in every document; small and grey, so that the template itself shows the page."""
    return style("Statement", "模板语句", exact_line(points(12)), type_of(Face.SONGTI, points(9), color="808080"))


def indent(*, left: Length | None = None, hanging: Length | None = None, right: Length | None = None) -> str:
    """Of all lines at each side; `hanging` takes the first line back to the left."""
    given = {"left": left, "right": right, "hanging": hanging}
    attributes = "".join(f' w:{name}="{length.twips}"' for name, length in given.items() if length)
    return f"<w:ind{attributes}/>"


def first_line(width: Length = page.INDENT, left: Length | None = None) -> str:
    """左空二字, in characters, so that it stays two characters in another size; `width` is what they take here."""
    inset = f' w:left="{left.twips}"' if left else ""
    return f'<w:ind{inset} w:firstLineChars="200" w:firstLine="{width.twips}"/>'


def level(number: int) -> str:
    """The level in the outline of the document, counted from 0: headings for navigation and for screen readers."""
    return f'<w:outlineLvl w:val="{number}"/>'


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
