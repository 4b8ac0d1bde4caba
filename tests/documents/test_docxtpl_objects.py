"""docxtpl's own objects as values: what they print, and that none of docxtpl's losses comes with them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph

from jiyao.documents.filling import Template, compile_template, fill
from jiyao.documents.filling.template import Values
from jiyao.problems import Problem
from jiyao.views.fragments import Picture, Run
from jiyao.views.lengths import mm
from tagged_docx import paragraph, png, table, tagged
from tiny_docx import docx, read_parts, row, text_of, with_parts

TAG = paragraph("{{r x }}")
PAIR = "{% for a in xs %}" * 2 + "{{r x }}" + "{% endfor %}" * 2


def ready(data: bytes) -> Template:
    template = compile_template(data, "template.docx")
    assert isinstance(template, Template), "\n".join(map(str, template))
    return template


def filled(data: bytes, values: Values) -> bytes:
    document = fill(ready(data), values)
    assert isinstance(document, bytes), "\n".join(map(str, document))
    return document


def problem(data: bytes, values: Values) -> Problem:
    problems = fill(ready(data), values)
    assert isinstance(problems, tuple)
    [found] = problems
    return found


def with_xml(xml: str) -> RichText:
    """A formatted text whose XML somebody has written."""
    text: Any = RichText("文")
    text.xml = xml
    return text


@pytest.mark.parametrize("sections", [1, 2, 5])
def test_record_text_beside_them_is_never_read_for_tags(sections: int) -> None:
    texts = "{{ 7*7 }}{% 讨论 %}{_{ x }_} A&B <某>"
    data = docx(TAG + paragraph("{{ y }}"), footnote=paragraph("{{ y }}"), title="{{ y }}", sections=sections)
    document = filled(data, {"x": RichText("粗", bold=True), "y": texts})
    assert texts in text_of(document)
    assert text_of(document, "word/footnotes.xml").endswith(texts)
    assert text_of(document).startswith("粗")


def test_a_misspelt_name_beside_them_is_found_in_its_paragraph() -> None:
    found = problem(tagged(TAG + paragraph("{{ titel }}")), {"x": RichText("文"), "title": "例会"})
    assert (found.code, found.place.where) == ("T103", "word/document.xml, paragraph 2")


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1b", "\ud800", "\ufffe", "\r"])
def test_a_character_that_word_cannot_hold_is_named(character: str) -> None:
    assert problem(tagged(TAG), {"x": RichText(f"会{character}议")}).code == "T108"


def test_a_long_text_is_not_cut() -> None:
    text = "".join(chr(0x4E00 + number * number % 20_000) for number in range(1_000_000))
    assert text in text_of(filled(tagged(TAG), {"x": RichText(text)}))
    assert problem(tagged(TAG), {"x": RichText("纪" * 9_500_000)}).code == "T110"


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("<w:r><w:t>文</w:r>", "T111"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "T111"),
        ('<w:fldSimple w:instr="INCLUDETEXT &quot;a.docx&quot;"/>', "T202"),
        ("<w:object/>", "T203"),
        ('<w:hyperlink r:id="rId77"><w:r><w:t>文</w:t></w:r></w:hyperlink>', "T118"),
        ("<w:r><w:t>&nothing;</w:t></w:r>", "T111"),
    ],
)
def test_what_they_bring_is_looked_at_before_anybody_gets_it(xml: str, code: str) -> None:
    found = problem(tagged(TAG), {"x": with_xml(xml)})
    assert (found.code, found.place.where.partition(",")[0]) == (code, "word/document.xml")


def test_their_properties_cannot_bring_markup_that_fetches_something() -> None:
    style = 'a"/></w:rPr><w:fldChar w:fldCharType="begin"/><w:instrText>DDEAUTO c</w:instrText><w:rPr><w:b w:val="'
    assert problem(tagged(TAG), {"x": RichText("文", style=style)}).code in {"T111", "T202"}


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("{{ x }}", RichText("文")),
        ("{{r x }}", Listing("文")),
        ("{{p x }}", RichText("文")),
        ("{{r x }}", RichTextParagraph("文")),
        ("{{ x }}", RichTextParagraph("文")),
    ],
)
def test_each_has_its_place(tag: str, value: object) -> None:
    found = problem(tagged(paragraph(tag)), {"x": value})
    assert found.code == "T109"
    assert found.hint is not None


def test_a_picture_may_stand_where_formatted_text_does() -> None:
    document = filled(tagged(TAG), lambda own: {"x": InlineImage(own, BytesIO(png()))})
    assert [name for name in read_parts(document) if "media" in name] == ["word/media/image1.png"]


def test_an_object_of_a_document_that_somebody_has_opened_goes_into_it(tmp_path: Path) -> None:
    data = tagged(paragraph("{{ x }}"))
    (tmp_path / "template.docx").write_bytes(data)
    for file in (BytesIO(data), tmp_path / "template.docx"):
        own = DocxTemplate(file)
        values = {"x": InlineImage(own, BytesIO(png())), "more": {"photos": [InlineImage(own, BytesIO(png()))]}}
        document = fill(ready(data), values)
        assert isinstance(document, bytes)
        assert "word/media/image1.png" in read_parts(document)


def test_an_object_of_another_template_is_refused() -> None:
    other: Any = DocxTemplate(BytesIO(tagged(paragraph("另一个"))))
    assert problem(tagged(paragraph("{{ x }}")), {"x": InlineImage(other, BytesIO(png()))}).code == "T119"


def test_a_file_that_is_not_there_is_a_problem() -> None:
    found = problem(tagged(paragraph("{{ x }}")), lambda own: {"x": InlineImage(own, "nowhere.png")})
    assert (found.code, "nowhere.png" in str(found)) == ("T118", True)


def test_a_picture_where_python_docx_cannot_put_one_is_a_problem() -> None:
    data = tagged(footnotes=paragraph("{{ x }}"))
    assert problem(data, lambda own: {"x": InlineImage(own, BytesIO(png()))}).code in {"T114", "T118"}


def test_pictures_and_links_of_views_stand_beside_them() -> None:
    values = {
        "x": RichText("文"),
        "y": [Picture(png(4), "image/png", mm(9), mm(9), "图"), Run("网", address="https://example.org")],
    }
    parts = read_parts(filled(tagged(TAG, header=paragraph("{{r y }}")), values))
    assert parts["word/media/image1.png"] == png(4)
    assert b"https://example.org" in parts["word/_rels/header1.xml.rels"]


def test_a_sub_document_that_would_fetch_something_is_refused() -> None:
    other = Document()
    other.add_paragraph()
    link = other.part.relate_to(
        "javascript:alert(1)",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    saved = BytesIO()
    other.save(saved)
    parts = read_parts(saved.getvalue())
    body = parts["word/document.xml"].replace(
        b"<w:p/>", f'<w:p><w:hyperlink r:id="{link}"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>'.encode()
    )
    inner = with_parts(saved.getvalue(), {"word/document.xml": body})
    problems = fill(ready(tagged(paragraph("{{p x }}"))), lambda own: {"x": own.new_subdoc(BytesIO(inner))})
    assert isinstance(problems, tuple)
    assert [each.code for each in problems] == ["T204"]


def test_the_same_objects_give_the_same_bytes() -> None:
    template = ready(tagged(TAG + paragraph("{{ y }}")))

    def values(own: Any) -> dict[str, object]:  # noqa: ANN401  # docxtpl gives no types
        return {
            "x": RichText("文", url_id=own.build_url_id("https://example.org")),
            "y": InlineImage(own, BytesIO(png())),
        }

    assert fill(template, values) == fill(template, values)


def test_the_limits_hold_for_them_too() -> None:
    values = {"xs": list(range(100)), "x": RichText("纪" * 10_000)}
    assert problem(tagged(paragraph(PAIR)), values).code == "T110"


def test_a_table_that_grows_by_columns_is_repaired_with_them_in_it() -> None:
    grid = table(row("{%tc for x in xs %}", "{{r x }}", "{%tc endfor %}"), columns=1)
    document = filled(tagged(grid), {"xs": [RichText(text) for text in "甲乙丙"]})
    assert read_parts(document)["word/document.xml"].count(b"<w:gridCol ") == 3
