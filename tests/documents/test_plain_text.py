"""A release as plain text: what somebody pastes into the editor of a site."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

from hypothesis import given
from hypothesis import strategies as st

from jiyao.documents.plain_text import plain_text
from jiyao.languages.text import Language
from jiyao.views.fragments import Emphasis, Paragraph, Role, Run
from jiyao.views.release.view import Photo
from published import BARE, CHINESE, ENGLISH, paragraph, runs


def lines(text: bytes) -> list[str]:
    return text.decode().removesuffix("\r\n").split("\r\n")


def test_chinese_paragraphs_are_indented_by_two_full_width_blanks_and_nothing_else_is() -> None:
    assert "\n".join(lines(plain_text(CHINESE))) == dedent("""\
        标准化规范化提升年
        今年基层党建怎么干？淮北市检察院动员部署
        机关党委召开专项行动动员部署会

        发布日期：2023年3月7日　来源：机关党委

        　　为贯彻新时代党的建设总要求，推动基层党组织全面进步、全面过硬，按照市委组织部、市直机关工委部署，淮北市检察院近日召开基层党组织标准化规范化提升年专项行动动员部署会。
        动员部署会现场。王五摄
        　　淮北市检察院党组成员、政治部主任、机关党委书记陈玲出席会议并讲话。市检察院机关党委委员、各党支部书记参加会议。
        　　会议传达了《淮北市人民检察院基层党组织标准化规范化提升年专项行动方案》，部署全年工作。
        　　会议要求，各部门要把党建工作成效体现到检察监督办案中，运用 PDCA 循环持续改进，3月17日前报送落实措施。

        编辑：李四　审核：陈玲""")


def test_english_paragraphs_are_parted_by_a_blank_line() -> None:
    text = lines(plain_text(ENGLISH))
    assert text[:5] == [
        "Year of standardized Party branches",
        "Huaibei procurators set out this year's primary-level Party building",
        "Party Committee launches a campaign for all branches",
        "",
        "Date: March 7, 2023  Source: Party Committee",
    ]
    body = text[text.index(ENGLISH.body[0].text) :]
    assert body[1::2] == [""] * len(body[1::2])
    assert body[2] == "The meeting. Photo: Wang Wu"
    assert not any(line.startswith((" ", "　")) for line in text)


def test_what_is_unknown_leaves_no_label_and_no_blank_lines() -> None:
    assert lines(plain_text(BARE)) == ["今年基层党建怎么干？淮北市检察院动员部署", "", "　　" + BARE.body[0].text]


def test_it_is_utf_8_without_a_mark_and_every_line_ends_as_all_editors_read_it() -> None:
    text = plain_text(CHINESE)
    assert not text.startswith(b"\xef\xbb\xbf")
    assert text.endswith("陈玲\r\n".encode())
    assert text.count(b"\n") == text.count(b"\r\n") == text.count(b"\r")


def test_the_first_picture_stands_below_the_lead_and_the_others_at_the_end() -> None:
    photos = tuple(Photo(f"{name}.jpg", "", runs(f"图{name}")) for name in "一二三")
    text = lines(plain_text(replace(CHINESE, photos=photos)))
    assert text.index("图一") == text.index("　　" + CHINESE.body[0].text) + 1
    assert text[text.index("图二") - 1] == "　　" + CHINESE.body[-1].text
    assert text[text.index("图二") + 1] == "图三"


def test_a_picture_without_a_caption_leaves_no_trace() -> None:
    without = replace(CHINESE, photos=(Photo("a.jpg", "会场", ()),))
    assert plain_text(without) == plain_text(replace(CHINESE, photos=()))


def test_a_line_break_within_a_paragraph_is_kept() -> None:
    view = replace(BARE, body=(paragraph("地址：甲路1号\n电话：12345"),))
    assert lines(plain_text(view))[-2:] == ["　　地址：甲路1号", "电话：12345"]


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1)


@given(st.lists(st.tuples(TEXT, st.sampled_from(Emphasis)), min_size=1), st.sampled_from(Language))
def test_only_the_emphasis_is_lost(pieces: list[tuple[str, Emphasis]], language: Language) -> None:
    body = tuple(Paragraph(Role.BODY, (Run(text, emphasis, language),)) for text, emphasis in pieces)
    text = plain_text(replace(BARE, language=language, body=body)).decode()
    apart, indent = ("\r\n", "　　") if language is Language.ZH else ("\r\n\r\n", "")
    assert text.endswith(apart.join(indent + piece for piece, _emphasis in pieces) + "\r\n")
