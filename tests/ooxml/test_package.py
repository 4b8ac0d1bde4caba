from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest

from jiyao.ooxml.package import Package, open_package, write_package
from jiyao.problems import Problem
from tiny_docx import docx, paragraph, parts_of, read_parts


def opened(data: bytes) -> Package:
    package = open_package(data, "a.docx")
    assert isinstance(package, Package)
    return package


def refused(data: bytes) -> tuple[Problem, ...]:
    problems = open_package(data, "a.docx")
    assert not isinstance(problems, Package)
    assert all(problem.place.file == "a.docx" and problem.hint for problem in problems)
    return problems


def codes(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.code for problem in problems}


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """As another program would write it."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def central_entry(data: bytearray, name: bytes) -> int:
    """Where the directory's entry of a part begins."""
    return data.rindex(name) - 46


def test_a_document_opens_and_its_parts_can_be_read() -> None:
    package = opened(docx(paragraph("会议")))
    assert package.main == "word/document.xml"
    assert "会议".encode() in package.read("word/document.xml")


def test_a_document_of_another_program_opens() -> None:
    package = opened(zipped(parts_of(paragraph("会议")), zipfile.ZIP_STORED))
    assert "会议".encode() in package.read("word/document.xml")


def test_unchanged_parts_stay_the_packed_bytes_that_they_are() -> None:
    original = zipped({**parts_of(paragraph("会议")), "word/media/a.bin": b"0123456789" * 500})
    package = opened(original)
    again = opened(package.replaced({"word/document.xml": b"<a/>"}))
    assert again.read("word/document.xml") == b"<a/>"
    for part in package:
        if part != "word/document.xml":
            assert again.entries[part].packed == package.entries[part].packed
            assert again.entries[part].packed in original


def test_the_same_parts_give_the_same_bytes_in_any_order() -> None:
    parts = parts_of(paragraph("会议"))
    assert write_package(parts) == write_package(dict(reversed(parts.items())))


def test_what_is_written_holds_no_moment_and_no_extra_fields() -> None:
    with zipfile.ZipFile(BytesIO(docx(paragraph("会议")))) as archive:
        infos = archive.infolist()
    assert infos[0].filename == "[Content_Types].xml"
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {(info.extra, info.comment, info.external_attr) for info in infos} == {(b"", b"", 0)}


def test_a_part_with_a_chinese_name_keeps_it() -> None:
    package = opened(docx(paragraph("会议")))
    assert read_parts(package.replaced({"word/media/图.bin": b"x"}))["word/media/图.bin"] == b"x"


@pytest.mark.parametrize("data", [b"", b"plain text", b"%PDF-1.7 and so on", b"PK"])
def test_what_is_no_zip_file_is_refused(data: bytes) -> None:
    assert codes(refused(data)) == {"T001"}


def test_an_old_or_encrypted_document_is_refused() -> None:
    assert codes(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))) == {"T002"}


@pytest.mark.parametrize("length", [40, 300, -1, -30])
def test_a_document_that_was_cut_off_is_refused(length: int) -> None:
    assert codes(refused(docx(paragraph("会议"))[:length])) == {"T003"}


def test_a_flipped_bit_is_found_in_every_part() -> None:
    data = docx(paragraph("会议"), header=paragraph("单位"))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos = archive.infolist()
    for info in infos:
        middle = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
        broken = data[:middle] + bytes((data[middle] ^ 4,)) + data[middle + 1 :]
        problems = refused(broken)
        assert codes(problems) == {"T003"}
        assert problems[0].place.where == info.filename


def test_a_directory_that_lies_about_a_size_is_refused() -> None:
    data = bytearray(docx(paragraph("会议")))
    at = central_entry(data, b"word/document.xml") + 24
    struct.pack_into("<I", data, at, 10)
    assert codes(refused(bytes(data))) == {"T003"}


def test_a_part_that_unpacks_a_hundredfold_is_refused_before_it_is_unpacked() -> None:
    problems = refused(zipped({**parts_of(paragraph("会议")), "word/media/a.bin": bytes(3_000_000)}))
    assert codes(problems) == {"T004"}
    assert problems[0].place.where == "word/media/a.bin"


def test_parts_that_share_their_bytes_are_refused() -> None:
    data = bytearray(
        zipped({**parts_of(paragraph("会议")), "word/a.bin": b"x", "word/b.bin": b"x"}, zipfile.ZIP_STORED)
    )
    for name in (b"word/a.bin", b"word/b.bin"):
        struct.pack_into("<II", data, central_entry(data, name) + 20, len(data), len(data))
    assert "T003" in codes(refused(bytes(data)))


def test_more_parts_than_any_document_has_are_refused() -> None:
    many = {f"word/media/{number}.bin": b"" for number in range(2_001)}
    assert codes(refused(zipped({**parts_of(paragraph("会议")), **many}))) == {"T004"}


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "word\\document2.xml", "word/../../x", "C:/x.xml"])
def test_a_name_that_leads_out_of_the_package_is_refused(name: str) -> None:
    problems = refused(zipped({**parts_of(paragraph("会议")), name: b"x"}))
    assert codes(problems) == {"T005"}
    assert problems[0].place.where == name


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/document.xml", "Word/Document.xml"])
def test_a_part_that_stands_there_twice_is_refused(name: str) -> None:
    buffer = BytesIO(zipped(parts_of(paragraph("会议"))))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, b"x")
    assert codes(refused(buffer.getvalue())) == {"T005"}


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(docx(paragraph("会议")))
    at = central_entry(data, b"word/document.xml") + 8
    data[at] |= 1
    assert codes(refused(bytes(data))) == {"T005"}


def test_an_unusual_compression_is_refused() -> None:
    assert codes(refused(zipped(parts_of(paragraph("会议")), zipfile.ZIP_LZMA))) == {"T005"}


@pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_missing_part_is_named(part: str) -> None:
    parts = parts_of(paragraph("会议"))
    del parts[part]
    problems = refused(zipped(parts))
    assert codes(problems) == {"T006"}
    assert part in str(problems[0])


MAIN = b"wordprocessingml.document.main"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


@pytest.mark.parametrize(
    ("content_type", "kind"),
    [
        (b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main", "template"),
        (b"application/vnd.ms-word.document.macroEnabled.main", "macros"),
        (b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", "Excel"),
        (b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main", "PowerPoint"),
        (b"application/pdf", "another kind"),
    ],
)
def test_another_kind_of_office_file_is_called_by_its_name(content_type: bytes, kind: str) -> None:
    parts = parts_of(paragraph("会议"))
    full = b"application/vnd.openxmlformats-officedocument." + MAIN
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(full, content_type)
    problems = refused(zipped(parts))
    assert codes(problems) == {"T007"}
    assert kind in str(problems[0])


def test_a_strict_document_is_refused() -> None:
    parts = parts_of(paragraph("会议"))
    strict = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(OFFICE, strict)
    assert codes(refused(zipped(parts))) == {"T008"}


@pytest.mark.parametrize(
    ("good", "bad"),
    [(b"</Types>", b""), (b"?>", b'?><!DOCTYPE a [<!ENTITY b "c">]>')],
    ids=["cut off", "document type"],
)
def test_contents_that_are_no_plain_xml_are_refused(good: bytes, bad: bytes) -> None:
    parts = parts_of(paragraph("会议"))
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(good, bad, 1)
    assert codes(refused(zipped(parts))) == {"T009"}


def test_every_problem_of_a_file_is_reported_at_once() -> None:
    extra = {"../a": b"", "/b": b"", "word/media/a.bin": bytes(3_000_000)}
    assert len(refused(zipped({**parts_of(paragraph("会议")), **extra}))) == 3
