"""In which faces a document asks its text to be set: what a PDF is compared with."""

from __future__ import annotations

from io import BytesIO
from typing import Protocol, cast

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.text.font import CT_RPr
from docx.oxml.text.run import CT_R
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle

from jiyao.documents.faces import faces_of
from sampled import minutes_docx


def saved(document: Document) -> bytes:
    made = BytesIO()
    document.save(made)
    return made.getvalue()


class Styled(Protocol):
    """What python-docx does not type, typed where it enters."""

    def get_or_add_rPr(self) -> CT_RPr: ...  # noqa: N802 (its own name)


class Sheet(Protocol):
    def add_style(self, name: str, style_type: WD_STYLE_TYPE) -> BaseStyle: ...


def new_style(document: Document, name: str, kind: WD_STYLE_TYPE) -> BaseStyle:
    return cast("Sheet", document.styles).add_style(name, kind)


def set_in(styled: CharacterStyle | ParagraphStyle | CT_R, latin: str, chinese: str) -> None:
    """Both faces of a style or run."""
    element = styled if isinstance(styled, CT_R) else styled.element
    fonts = cast("Styled", element).get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:ascii"), latin)
    fonts.set(qn("w:eastAsia"), chinese)


@pytest.fixture
def document() -> Document:
    """Text in the style of a heading, which stands on one of its own, which stands on 正文."""
    empty = docx.Document()
    normal = empty.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    set_in(normal, "Times New Roman", "仿宋")
    for name, base in (("Lower", normal), ("Upper", "Lower")):
        style = new_style(empty, name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.base_style = empty.styles[base] if isinstance(base, str) else base
    return empty


def test_minutes_ask_for_the_faces_that_their_text_is_set_in() -> None:
    assert faces_of(minutes_docx("title: 例会\nplace: 三楼\n")) == {"方正小标宋简体", "仿宋_GB2312", "宋体"}
    named = minutes_docx("title: 例会\nattendees: [{name: 张三}]\n")
    assert faces_of(named) == {"方正小标宋简体", "仿宋_GB2312", "宋体", "黑体"}


def test_hanzi_and_letters_have_their_own_faces(document: Document) -> None:
    document.add_paragraph("会议")
    assert faces_of(saved(document)) == {"仿宋"}
    document.add_paragraph("GDP 5")
    assert faces_of(saved(document)) == {"仿宋", "Times New Roman"}


def test_a_style_says_it_for_those_that_are_based_on_it(document: Document) -> None:
    lower = document.styles["Lower"]
    assert isinstance(lower, ParagraphStyle)
    set_in(lower, "Arial", "黑体")
    document.add_paragraph("会议", style="Upper")
    assert faces_of(saved(document)) == {"黑体"}


def test_a_run_has_the_last_word(document: Document) -> None:
    run = document.add_paragraph().add_run("会议")
    set_in(run._r, "Arial", "楷体")  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    assert faces_of(saved(document)) == {"楷体"}


def test_a_style_of_characters_comes_before_that_of_the_paragraph(document: Document) -> None:
    style = new_style(document, "Label", WD_STYLE_TYPE.CHARACTER)
    assert isinstance(style, CharacterStyle)
    set_in(style, "Arial", "黑体")
    document.add_paragraph().add_run("出席：", style=style)
    assert faces_of(saved(document)) == {"黑体"}


def test_headers_and_footers_count_and_blanks_do_not(document: Document) -> None:
    document.add_paragraph("　 ")
    assert faces_of(saved(document)) == set()
    document.sections[0].footer.paragraphs[0].text = "页"
    assert faces_of(saved(document)) == {"仿宋"}


def test_styles_in_a_circle_end_somewhere(document: Document) -> None:
    lower = document.styles["Lower"]
    assert isinstance(lower, ParagraphStyle)
    lower.base_style = document.styles["Upper"]
    document.add_paragraph("会议", style="Upper")
    assert faces_of(saved(document)) == set()


def test_what_is_no_word_file_asks_for_none() -> None:
    assert faces_of(b"PK\x03\x04 cut short") == set()
