"""What a PDF says of itself, and that a damaged one is none: this is all that stands between it and a signature."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject

from jiyao.documents.pdf import PdfFacts, PrintedFont, facts_of


def font(name: str, *, embedded: bool) -> DictionaryObject:
    descriptor = DictionaryObject({NameObject("/Type"): NameObject("/FontDescriptor")})
    if embedded:
        descriptor[NameObject("/FontFile3")] = DictionaryObject()
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/BaseFont"): NameObject(f"/{name}"),
            NameObject("/FontDescriptor"): descriptor,
        }
    )


@cache
def pdf(pages: int = 2) -> bytes:
    """Empty pages of A4, each with one font inside and one that is only named."""
    writer = PdfWriter()
    for _ in range(pages):
        page = writer.add_blank_page(595, 842)
        fonts = {"/F1": font("BAAAAA+FandolFang-Regular", embedded=True), "/F2": font("SimSun", embedded=False)}
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject(name): each for name, each in fonts.items()})}
        )
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_pages_and_fonts_are_read() -> None:
    assert facts_of(pdf()) == PdfFacts(
        2, (PrintedFont("FandolFang-Regular", is_embedded=True), PrintedFont("SimSun", is_embedded=False))
    )


def test_a_pdf_without_pages_is_none() -> None:
    assert facts_of(pdf(0)) is None


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"not a PDF\n%%EOF", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_has_no_facts(content: bytes) -> None:
    assert facts_of(content) is None


@given(st.integers(min_value=0, max_value=len(pdf()) - 8))
def test_a_pdf_that_is_cut_short_anywhere_is_none(length: int) -> None:
    assert facts_of(pdf()[:length]) is None


@settings(max_examples=300)
@given(st.integers(min_value=0, max_value=len(pdf())), st.binary(max_size=20))
def test_a_damaged_pdf_never_ends_the_run(at: int, damage: bytes) -> None:
    whole = pdf()
    facts = facts_of(whole[:at] + damage + whole[at + len(damage) :])
    assert facts is None or facts.pages > 0
