from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jiyao.documents.attachments import Additions
from jiyao.documents.filling import Template, compile_template, fill
from jiyao.documents.fragments import Bookmarks, bookmark_name, inlines_xml
from jiyao.languages.text import Language
from jiyao.ooxml.parts import Package
from jiyao.views.fragments import Emphasis, Paragraph, Role, Run
from tiny_docx import W, docx, paragraph, read_parts, text_of


def runs_xml(runs: list[Run], bookmarks: Bookmarks) -> str:
    """The runs in a package that has nothing yet."""
    return inlines_xml(runs, bookmarks, Additions(Package("", "", {}), 0))


def names_in(document: bytes) -> list[str]:
    return re.findall(r'bookmarkStart w:id="\d+" w:name="(\w+)"', read_parts(document)["word/document.xml"].decode())


def filled(template_body: str, **values: object) -> bytes:
    template = compile_template(docx(template_body), "template.docx")
    assert isinstance(template, Template), "\n".join(map(str, template))
    document = fill(template, values)
    assert isinstance(document, bytes), "\n".join(map(str, document))
    return document


def test_a_chinese_run_is_set_in_the_chinese_font() -> None:
    assert runs_xml([Run("会议")], Bookmarks()) == (
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
        '<w:t xml:space="preserve">会议</w:t></w:r>'
    )


def test_an_english_run_has_no_hint() -> None:
    assert runs_xml([Run("minutes", language=Language.EN)], Bookmarks()) == (
        '<w:r><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t xml:space="preserve">minutes</w:t></w:r>'
    )


@pytest.mark.parametrize(
    ("emphasis", "style"), [(Emphasis.HEADING, "Heading"), (Emphasis.LABEL, "Label"), (Emphasis.STRONG, "Strong")]
)
def test_an_emphasis_is_a_named_style_and_stands_first(emphasis: Emphasis, style: str) -> None:
    assert f'<w:rPr><w:rStyle w:val="{style}"/><w:rFonts' in runs_xml([Run("出席", emphasis)], Bookmarks())


def test_line_breaks_and_tabs_become_words_own() -> None:
    xml = runs_xml([Run("一\n二\t三")], Bookmarks())
    assert "一</w:t><w:br/>" in xml
    assert "二</w:t><w:tab/>" in xml


def test_a_run_without_text_is_left_out() -> None:
    assert runs_xml([Run("", source="title")], Bookmarks()) == ""


def test_a_text_of_the_record_is_bookmarked_by_its_path() -> None:
    xml = runs_xml([Run("同意", source="agenda[0].decisions[1].text.zh")], Bookmarks())
    assert xml.startswith('<w:bookmarkStart w:id="1" w:name="agenda_0_decisions_1_text_zh"/><w:r>')
    assert xml.endswith('</w:r><w:bookmarkEnd w:id="1"/>')


def test_the_bookmark_ends_before_the_last_mark_of_the_text() -> None:
    xml = runs_xml([Run("同意。", source="title")], Bookmarks())
    inside, outside = xml.split('<w:bookmarkEnd w:id="1"/>')
    assert "同意</w:t>" in inside
    assert "。</w:t>" in outside


def test_a_second_use_of_a_path_is_numbered() -> None:
    xml = runs_xml([Run("张", source="chair"), Run("三", source="chair"), Run("。", source="chair")], Bookmarks())
    assert re.findall(r'w:name="(\w+)"', xml) == ["chair", "chair_2", "chair_3"]


@pytest.mark.timeout(30)
def test_a_text_of_very_many_paragraphs_gives_each_a_name_of_its_own() -> None:
    given, many = Bookmarks(taken={"purpose_3"}), 30_000
    names = [given.new("purpose")[1] for _ in range(many)]
    assert names[:4] == ["purpose", "purpose_2", "purpose_4", "purpose_5"]
    assert len(set(names)) == many


def test_paths_that_differ_only_in_signs_or_case_stay_apart() -> None:
    xml = runs_xml([Run("一", source="a.b"), Run("二", source="a_b"), Run("三", source="A.B")], Bookmarks())
    assert len({name.lower() for name in re.findall(r'w:name="(\w+)"', xml)}) == 3


@given(st.text(min_size=1), st.sampled_from(["", "_2", "_1000"]))
def test_every_path_gives_a_name_that_word_accepts(source: str, suffix: str) -> None:
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", bookmark_name(source, suffix))


def test_long_paths_keep_apart() -> None:
    first, second = (f"agenda[0].decisions[1].conditions[2].supporting[{n}].text.zh" for n in (1, 2))
    assert bookmark_name(first) != bookmark_name(second)
    assert bookmark_name(first).startswith("agenda_0_decisions")


def test_runs_are_printed_into_a_paragraph() -> None:
    runs = (Run("出席", Emphasis.HEADING), Run("　张三、A&B", source="attendees[0].name"))
    document = filled(paragraph("{{r runs }}"), runs=runs)
    assert text_of(document) == "出席　张三、A&B"
    assert names_in(document) == ["attendees_0_name"]


def test_paragraphs_of_a_view_are_looped_over() -> None:
    body = paragraph("{%p for p in body %}") + paragraph("{{r p.runs }}") + paragraph("{%p endfor %}")
    view = (Paragraph(Role.BODY, (Run("一。", source="x"),)), Paragraph(Role.BODY, (Run("二。", source="x"),)))
    document = filled(body, body=view)
    assert text_of(document) == "一。\n二。"
    assert names_in(document) == ["x", "x_2"]


@pytest.mark.parametrize("nothing", [(), [], Paragraph(Role.BODY, ())])
def test_no_runs_print_nothing(nothing: object) -> None:
    assert text_of(filled(paragraph("{{r runs }}"), runs=nothing)) == ""


def test_a_role_can_be_asked_for() -> None:
    body = paragraph("{% if p.role == 'body' %}正文{% endif %}")
    assert text_of(filled(body, p=Paragraph(Role.BODY, ()))) == "正文"


def test_bookmarks_of_the_template_keep_their_ids_and_names() -> None:
    own = '<w:p><w:bookmarkStart w:id="7" w:name="Title"/><w:bookmarkEnd w:id="7"/></w:p>'
    document = filled(own + paragraph("{{r runs }}"), runs=(Run("例会", source="title"),))
    root = etree.fromstring(read_parts(document)["word/document.xml"])
    starts = [(each.get(f"{{{W}}}id"), each.get(f"{{{W}}}name")) for each in root.iter(f"{{{W}}}bookmarkStart")]
    assert starts == [("7", "Title"), ("8", "title_2")]


def test_every_document_begins_its_bookmarks_anew() -> None:
    template = compile_template(docx(paragraph("{{r runs }}")), "template.docx")
    assert isinstance(template, Template)
    values = {"runs": (Run("例会", source="title"),)}
    assert fill(template, values) == fill(template, values)


@pytest.mark.parametrize(
    ("tag", "value"),
    [("{{ x }}", (Run("一"),)), ("{{ x }}", Run("一")), ("{{r x }}", "一"), ("{{r x }}", 1)],
)
def test_plain_and_formatted_text_are_not_mixed_up(tag: str, value: object) -> None:
    template = compile_template(docx(paragraph(tag)), "template.docx")
    assert isinstance(template, Template)
    problems = fill(template, {"x": value})
    assert isinstance(problems, tuple)
    assert [problem.code for problem in problems] == ["T109"]


def test_a_character_that_word_cannot_hold_is_found_in_a_run() -> None:
    template = compile_template(docx(paragraph("{{r x }}")), "template.docx")
    assert isinstance(template, Template)
    problems = fill(template, {"x": (Run("一\x0b二"),)})
    assert isinstance(problems, tuple)
    assert [problem.code for problem in problems] == ["T108"]
