"""Pictures and links of a view, as templates print them: in a text, a cell, a header, a footer."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from auditing import audit
from jiyao.documents.filling import Template, compile_template, fill
from jiyao.documents.filling.keeping import from_data, to_data
from jiyao.ooxml.hazards import hazards
from jiyao.ooxml.markup import Element
from jiyao.ooxml.package import Package, open_package
from jiyao.views.fragments import Emphasis, Paragraph, Picture, Role, Run
from jiyao.views.lengths import mm
from tagged_docx import picture, png, row, table, tagged, text_box, with_media
from tiny_docx import paragraph, read_parts, text_of, with_parts

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
TAG = paragraph("{{r x }}")
PHOTO = Picture(png(1), "image/png", mm(60), mm(40), '会场 & <主席台> "全景"\n第二行')
ANOTHER = Picture(png(2), "image/png", mm(60), mm(40))
JPEG = Picture(b"\xff\xd8\xff\xe0 a photo", "image/jpeg", mm(60), mm(40))


def filled(data: bytes, **values: object) -> bytes:
    template = compile_template(data, "template.docx")
    assert isinstance(template, Template), "\n".join(map(str, template))
    document = fill(template, values)
    assert isinstance(document, bytes), "\n".join(map(str, document))
    return document


def codes(data: bytes, **values: object) -> list[str]:
    template = compile_template(data, "template.docx")
    assert isinstance(template, Template), "\n".join(map(str, template))
    problems = fill(template, values)
    assert isinstance(problems, tuple)
    return [each.code for each in problems]


def relationships(parts: Mapping[str, bytes], part: str) -> dict[str, str]:
    """The targets of a part, by id."""
    folder, name = posixpath.split(part)
    root = etree.fromstring(parts[f"{folder}/_rels/{name}.rels"])
    return {each.get("Id", ""): each.get("Target", "") for each in root}


def shown_in(document: bytes, part: str = "word/document.xml") -> list[bytes]:
    """The contents of the pictures of a part, as its relationships lead to them."""
    parts = read_parts(document)
    targets = relationships(parts, part)
    blips = etree.fromstring(parts[part]).iter(BLIP)
    return [parts[posixpath.normpath(f"word/{targets[each.get(EMBED, '')]}")] for each in blips]


def drawings_in(document: bytes) -> list[Element]:
    """The properties of the drawings of all parts."""
    parts = read_parts(document)
    return [
        each
        for part in sorted(parts)
        if part.endswith(".xml")
        for each in etree.fromstring(parts[part]).iter(f"{DRAWING}docPr")
    ]


@pytest.mark.parametrize(
    "body",
    [TAG, table(row("{{r x }}", "乙")), text_box(TAG)],
)
def test_a_picture_stands_in_a_text_a_cell_and_a_box(body: str) -> None:
    document = filled(tagged(body), x=PHOTO)
    assert set(shown_in(document)) == {PHOTO.content}
    assert read_parts(document)["word/media/picture1.png"] == PHOTO.content


@pytest.mark.parametrize("part", ["header", "footer", "footnotes", "endnotes", "comments"])
def test_a_picture_belongs_to_the_part_that_it_stands_in(part: str) -> None:
    document = filled(tagged(TAG, **{part: TAG}), x=PHOTO)
    name = f"word/{part}{'1' if part in {'header', 'footer'} else ''}.xml"
    assert shown_in(document) == shown_in(document, name) == [PHOTO.content]


def test_a_picture_has_its_size_and_says_what_it_shows() -> None:
    document = filled(tagged(TAG), x=PHOTO)
    [properties] = drawings_in(document)
    assert properties.get("descr") == PHOTO.alt
    extent = next(etree.fromstring(read_parts(document)["word/document.xml"]).iter(f"{DRAWING}extent"))
    assert (extent.get("cx"), extent.get("cy")) == ("2160000", "1440000")


def test_the_same_picture_is_kept_once() -> None:
    body = paragraph("{%p for p in x %}") + paragraph("{{r p }}") + paragraph("{%p endfor %}")
    document = filled(tagged(body, header=TAG), x=[PHOTO, ANOTHER, PHOTO, JPEG])
    media = [name for name in read_parts(document) if name.startswith("word/media/")]
    assert media == ["word/media/picture1.png", "word/media/picture2.png", "word/media/picture3.jpeg"]
    assert shown_in(document) == [PHOTO.content, ANOTHER.content, PHOTO.content, JPEG.content]
    assert len(relationships(read_parts(document), "word/document.xml")) == 2 + 3


def test_no_two_drawings_have_the_same_number() -> None:
    logo = f"<w:p>{picture('logo')}</w:p>"
    data = with_media(tagged(logo + TAG + TAG, header=TAG, footer=logo.replace('id="1"', 'id="1001"')))
    numbers = [each.get("id") for each in drawings_in(filled(data, x=[PHOTO, ANOTHER]))]
    assert len(set(numbers)) == len(numbers) == 1 + 4 + 2 + 1


def test_the_names_and_ids_of_the_template_are_kept() -> None:
    data = with_media(tagged(f"<w:p>{picture('logo')}</w:p>" + TAG), name="Picture1.PNG")
    parts = read_parts(data)
    rels = "word/_rels/document.xml.rels"
    data = with_parts(data, {rels: parts[rels].replace(b'"styles"', b'"rId4"')})
    document = filled(data, x=[PHOTO, Run("网", address="https://example.org")])
    targets = relationships(read_parts(document), "word/document.xml")
    assert targets["logo"] == "media/Picture1.PNG"
    assert targets["rId4"] == "styles.xml"
    assert targets["rId3"] == "media/picture2.png"
    assert targets["rId5"] == "https://example.org"


def test_a_document_with_pictures_is_sound() -> None:
    paragraphs = Paragraph(
        Role.BODY, (Run("见", source="title"), Run("官网", address="https://example.org/?a=1&b=“二”"))
    )
    data = tagged(TAG + paragraph("{{r y }}") + table(row("{{r x }}", "乙")), header=TAG, footer=TAG)
    document = filled(data, x=[Run("图"), PHOTO, ANOTHER], y=paragraphs)
    # The tiny template lacks the style for links, and what Word wants beside the text.
    lacking = {each for each in audit(document) if "'Hyperlink'" in each}
    assert set(audit(document)) - lacking <= set(audit(data))
    package = open_package(document, "document.docx")
    assert isinstance(package, Package)
    assert hazards(package) == ()


def test_a_type_that_the_template_uses_otherwise_is_said_of_the_picture_alone() -> None:
    data = tagged(TAG)
    types = read_parts(data)["[Content_Types].xml"]
    other = types.replace(b"<Default", b'<Default Extension="PNG" ContentType="image/x-png"/><Default', 1)
    document = filled(with_parts(data, {"[Content_Types].xml": other}), x=PHOTO)
    said = read_parts(document)["[Content_Types].xml"].decode()
    assert '<Override PartName="/word/media/picture1.png" ContentType="image/png"/>' in said


def test_the_same_pictures_give_the_same_bytes() -> None:
    data = tagged(TAG, header=TAG)
    template = compile_template(data, "template.docx")
    assert isinstance(template, Template)
    kept = from_data(to_data(template), data, "template.docx")
    assert kept is not None
    values = {"x": [PHOTO, Run("网", address="mailto:a@example.org"), ANOTHER]}
    assert fill(template, values) == fill(template, values) == fill(kept, values)


def test_a_document_without_pictures_has_nothing_more_than_its_template() -> None:
    data = tagged(TAG)
    assert set(read_parts(filled(data, x=Run("文")))) == set(read_parts(data))


def test_a_link_is_a_run_with_an_address() -> None:
    run = Run("官网", Emphasis.STRONG, source="title", address="https://example.org/?a=1&b=2")
    document = filled(tagged(TAG), x=(Run("见"), run, Run("。")))
    parts = read_parts(document)
    [link] = re.findall(r"<w:hyperlink [^>]*>.*?</w:hyperlink>", parts["word/document.xml"].decode())
    assert 'w:name="title"' in link
    assert '<w:rStyle w:val="Strong"/>' in link
    assert relationships(parts, "word/document.xml")[link.split('r:id="')[1].split('"')[0]] == run.address
    assert text_of(document) == "见官网。"


def test_a_link_without_an_emphasis_has_words_style_for_links() -> None:
    xml = read_parts(filled(tagged(TAG), x=Run("网", address="https://example.org")))["word/document.xml"]
    assert b'<w:rStyle w:val="Hyperlink"/>' in xml


@pytest.mark.parametrize("address", ["https://example.org", "HTTP://example.org/a%20b", "mailto:a@b.example"])
def test_links_lead_to_web_pages_and_mailboxes(address: str) -> None:
    document = filled(tagged(TAG), x=Run("网", address=address))
    assert address in relationships(read_parts(document), "word/document.xml").values()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "file:///etc/passwd", "vbscript:x", "data:text/html,x", "ftp://example.org",
        "//example.org", "example.org", "#mark", "https://", "https://a b", "https://a\n", " https://a", "https:a",
        "https://a\x0b", "mailto:", "\\\\server\\share",
    ],
)  # fmt: skip
def test_links_lead_nowhere_else(address: str) -> None:
    assert codes(tagged(TAG), x=Run("网", address=address)) == ["T204"]


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        (Picture(b"", "image/png", mm(1), mm(1)), "T117"),
        (Picture(b"<svg/>", "image/svg+xml", mm(1), mm(1)), "T117"),
        (Picture(png(), "image/jpeg", mm(1), mm(1)), "T117"),
        (Picture(png(), "image/png", mm(0), mm(1)), "T117"),
        (Picture(png(), "image/png", mm(1), mm(1), "坏\x0b"), "T108"),
        (Picture(png() + bytes(70_000_000), "image/png", mm(1), mm(1)), "T110"),
    ],
    ids=["nothing", "a drawing in XML", "another type", "no size", "a control character", "too many bytes"],
)
def test_what_no_document_can_show_is_a_problem(shown: Picture, code: str) -> None:
    assert codes(tagged(TAG), x=shown) == [code]


def test_a_picture_where_text_belongs_is_a_problem_with_a_hint() -> None:
    assert codes(tagged(paragraph("{{ x }}")), x=PHOTO) == ["T109"]


@given(st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")))
def test_whatever_a_picture_shows_is_said_character_for_character(alt: str) -> None:
    [properties] = drawings_in(filled(tagged(TAG), x=Picture(png(), "image/png", mm(1), mm(1), alt)))
    assert properties.get("descr") == alt
