"""The oracle itself: were it blind, every test of a page would pass."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

import rendering
from auditing import audit, overlooked

CHECKOUT = Path(__file__).resolve().parents[1]


def page_of(text: str, font: str = "仿宋_GB2312") -> bytes:
    """An A4 page with `text` in 16 points, 160 mm wide: 28 characters and a bit."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(22)
    run = document.add_paragraph().add_run(text)
    run.font.name, run.font.size = font, Pt(16)
    run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


@pytest.mark.rendering
def test_lines_are_read_where_they_are_printed(to_pdf: Callable[[bytes], Path]) -> None:
    ((first, second),) = rendering.pages(to_pdf(page_of("会" * 30)))
    assert (first.text, second.text) == ("会" * 28, "会" * 2)
    assert first.size == 16
    assert first.left == pytest.approx(28, abs=0.1)
    assert second.right - second.left == pytest.approx(2 * 16 * rendering.MM_PER_POINT, abs=0.1)
    assert first.baseline < second.baseline


@pytest.mark.rendering
@pytest.mark.parametrize(
    ("font", "likenesses"),
    [
        ("仿宋_GB2312", {"FandolFang", "UMingCN"}),
        ("楷体_GB2312", {"FandolKai", "UKaiCN"}),
        ("黑体", {"FandolHei", "NotoSansCJKjp", "NotoSansCJKsc"}),
    ],
)
def test_an_official_font_is_printed_with_a_free_likeness(
    font: str, likenesses: set[str], to_pdf: Callable[[bytes], Path]
) -> None:
    (face,) = rendering.fonts(to_pdf(page_of("会议指出", font)))
    assert face in likenesses


@pytest.mark.rendering
def test_every_page_becomes_a_picture(to_pdf: Callable[[bytes], Path]) -> None:
    (picture,) = rendering.pictures(to_pdf(page_of("会议指出")))
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.rendering
def test_a_document_that_cannot_be_read_is_an_error(to_pdf: Callable[[bytes], Path]) -> None:
    with pytest.raises(rendering.RenderingError):
        to_pdf(b"PK\x03\x04 cut short")


@pytest.mark.parametrize(("required", "status"), [("0", pytest.ExitCode.OK), ("1", pytest.ExitCode.TESTS_FAILED)])
def test_without_libreoffice_a_test_of_pages_is_skipped_by_name_or_fails_where_it_must_run(
    required: str, status: int, tmp_path: Path
) -> None:
    test = f"{__file__}::test_every_page_becomes_a_picture"
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", test],
        cwd=CHECKOUT,
        env={**os.environ, "PATH": str(tmp_path), "CI": "", "JIYAO_REQUIRE_TOOLS": required},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == status
    assert "this machine lacks soffice" in run.stdout


def changed(document: bytes, old: str, new: str) -> bytes:
    """The same document with something else in its main part."""
    made = BytesIO()
    with ZipFile(BytesIO(document)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            target.writestr(name, text.replace(old.encode(), new.encode()) if name == "word/document.xml" else text)
    return made.getvalue()


def test_a_fault_that_word_would_repair_is_found() -> None:
    sound = page_of("会议指出")
    assert set(audit(changed(sound, "<w:p>", "<w:p><w:p/>"))) > set(audit(sound))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("w:sectPr", "w:other", "no sectPr"),
        ("<w:r>", "text<w:r>", "bare text"),
        ("<w:r>", '<w:r><w:fldChar w:fldCharType="begin"/>', "a field begins or ends alone"),
        ("<w:r>", '<w:r><w:fldChar w:fldCharType="end"/>', "a field begins or ends alone"),
    ],
)
def test_what_validators_overlook_is_found(old: str, new: str, fault: str) -> None:
    sound = page_of("会议指出")
    assert overlooked(sound) == ()
    assert any(fault in found for found in overlooked(changed(sound, old, new)))
