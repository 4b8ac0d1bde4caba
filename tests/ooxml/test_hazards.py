from __future__ import annotations

import pytest

from jiyao.ooxml.hazards import hazards
from jiyao.ooxml.package import Package, open_package, write_package
from jiyao.problems import Problem
from tiny_docx import docx, paragraph, parts_of, row, table

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def hazards_of(data: bytes) -> tuple[Problem, ...]:
    package = open_package(data, "a.docx")
    assert isinstance(package, Package)
    return hazards(package)


def related(kind: str, target: str, mode: str = "External") -> bytes:
    """A document with this relationship."""
    parts = parts_of(paragraph("会议"))
    relationship = f'<Relationship Id="rId50" Type="{KIND}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", relationship.encode() + b"</Relationships>")
    return write_package(parts)


def field(*pieces: str) -> str:
    """A field whose code is split over runs."""
    code = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"<w:p>{marks[0]}{code}{marks[1]}<w:r><w:t>1</w:t></w:r>{marks[2]}</w:p>"


@pytest.mark.parametrize(
    ("kind", "target", "mode", "code"),
    [
        ("attachedTemplate", "file:///C:/Normal.dotm", "External", "T201"),
        ("attachedTemplate", "Normal.dotm", "Internal", "T201"),
        ("image", "http://example.org/a.png", "External", "T201"),
        ("image", "//server/a.png", "External", "T201"),
        ("image", "http://example.org/a.png", "EXTERNAL", "T201"),
        ("oleObject", "http://example.org/a.xlsx", "External", "T203"),
        ("oleObject", "embeddings/oleObject1.bin", "Internal", "T203"),
        ("aFChunk", "a.html", "Internal", "T203"),
        ("control", "activeX/activeX1.xml", "Internal", "T203"),
        ("vbaProject", "vbaProject.bin", "Internal", "T203"),
        ("extensibility", "customUI/customUI.xml", "Internal", "T203"),
        ("subDocument", "other.docx", "External", "T201"),
        ("hyperlink", "javascript:alert(1)", "External", "T204"),
        ("hyperlink", " JavaScript:alert(1)", "External", "T204"),
        ("hyperlink", "java&#10;script:alert(1)", "External", "T204"),
        ("hyperlink", "file:///etc/passwd", "External", "T204"),
        ("hyperlink", "\\\\server\\share", "External", "T204"),
        ("hyperlink", "other.docx", "External", "T204"),
    ],
)
def test_a_relationship_to_what_is_fetched_or_run_is_reported(kind: str, target: str, mode: str, code: str) -> None:
    [problem] = hazards_of(related(kind, target, mode))
    assert problem.code == code
    assert problem.place.where == "word/_rels/document.xml.rels"


@pytest.mark.parametrize("address", ["http://example.org", "HTTPS://example.org", "mailto:a@example.org", "#here"])
def test_a_link_that_a_reader_may_click_is_fine(address: str) -> None:
    assert hazards_of(related("hyperlink", address)) == ()


def test_a_picture_in_the_file_is_fine() -> None:
    assert hazards_of(related("image", "media/a.png", "Internal")) == ()


@pytest.mark.parametrize(
    ("pieces", "name"),
    [
        ((" DDEAUTO c:\\a.exe",), "DDEAUTO"),
        (("DDE", "AUTO a b"), "DDEAUTO"),
        ((" D", "D", "E x"), "DDE"),
        (("includetext a.docx",), "INCLUDETEXT"),
        ((' INCLUDEPICTURE "http://example.org/a.png"',), "INCLUDEPICTURE"),
        (("LINK Excel.Sheet a.xlsx",), "LINK"),
        (("IMPORT a.png",), "IMPORT"),
        (("DATABASE \\d a",), "DATABASE"),
        (("MACROBUTTON Run here",), "MACROBUTTON"),
    ],
)
def test_a_field_that_fetches_or_runs_is_reported_where_it_begins(pieces: tuple[str, ...], name: str) -> None:
    [problem] = hazards_of(docx(paragraph("一") + field(*pieces)))
    assert problem.code == "T202"
    assert name in str(problem)
    assert problem.place.where == "word/document.xml, paragraph 2"


def test_a_short_form_of_a_field_is_read_too() -> None:
    simple = '<w:p><w:fldSimple w:instr=" INCLUDETEXT a.docx "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    body = table(f"<w:tr><w:tc><w:tcPr/>{simple}</w:tc></w:tr>", row("一"), columns=1)
    [problem] = hazards_of(docx(body))
    assert problem.place.where == "word/document.xml, table 1, row 1, cell 1"


def test_a_field_in_the_code_of_another_is_found() -> None:
    inner = field("DDEAUTO a").removeprefix("<w:p>").removesuffix("</w:p>")
    outer = field(" IF ").replace("</w:instrText></w:r>", f"</w:instrText></w:r>{inner}", 1)
    assert "T202" in {problem.code for problem in hazards_of(docx(outer))}


def test_a_field_in_a_header_is_found() -> None:
    [problem] = hazards_of(docx(paragraph("一"), header=field("DDE a b")))
    assert problem.place.where == "word/header1.xml, paragraph 1"


@pytest.mark.parametrize(
    "code",
    [
        "PAGE",
        "NUMPAGES",
        "REF a",
        "DATE \\@ yyyy",
        'HYPERLINK "https://example.org"',
        'HYPERLINK \\l "here"',
        'HYPERLINK "https://example.org" \\o "提示: file:a"',
    ],
)
def test_an_everyday_field_is_fine(code: str) -> None:
    assert hazards_of(docx(field(code))) == ()


@pytest.mark.parametrize(
    "code", ['HYPERLINK "javascript:alert(1)"', "hyperlink file:///a", 'HYPERLINK \\o "a" "vbs:x"']
)
def test_a_link_in_a_field_is_held_to_the_same_rule(code: str) -> None:
    assert [problem.code for problem in hazards_of(docx(field(code)))] == ["T204"]


@pytest.mark.parametrize("markup", ['<w:altChunk r:id="rId9"/>', "<w:p><w:r><w:object/></w:r></w:p>"])
def test_an_embedded_document_is_reported(markup: str) -> None:
    assert [problem.code for problem in hazards_of(docx(markup))] == ["T203"]


@pytest.mark.parametrize("attribute", ["src", "o:href"])
def test_an_old_drawing_that_names_an_address_is_reported(attribute: str) -> None:
    names = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    picture = f'<v:shape {names}><v:imagedata {attribute}="http://example.org/a.png"/></v:shape>'
    [problem] = hazards_of(docx(f"<w:p><w:r><w:pict>{picture}</w:pict></w:r></w:p>"))
    assert problem.code == "T201"
    assert "http://example.org/a.png" in str(problem)


def test_a_macro_part_that_nobody_refers_to_is_reported() -> None:
    parts = parts_of(paragraph("会议"))
    part = '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    name = "[Content_Types].xml"
    parts[name] = parts[name].replace(b"</Types>", part.encode() + b"</Types>")
    assert [problem.code for problem in hazards_of(write_package(parts))] == ["T203"]


@pytest.mark.parametrize(
    "xml",
    [
        b"<a>",
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        "<!DOCTYPE a><a/>".encode("utf-16"),
    ],
)
def test_a_part_with_a_document_type_or_broken_xml_is_reported(xml: bytes) -> None:
    [problem] = hazards_of(write_package({**parts_of(paragraph("会议")), "customXml/item1.xml": xml}))
    assert problem.code == "T009"
    assert problem.place.where == "customXml/item1.xml"


def test_entities_that_grow_a_billionfold_are_refused() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<!DOCTYPE a [<!ENTITY a0 "lol">{entities}]><a b="&a11;">&a11;</a>'.encode()
    [problem] = hazards_of(write_package({**parts_of(paragraph("会议")), "customXml/item1.xml": xml}))
    assert problem.code == "T009"
