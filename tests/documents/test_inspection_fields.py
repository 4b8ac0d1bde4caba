"""What a template may say, as a list and as a Word file to copy tags from."""

from __future__ import annotations

from functools import cache

import pytest

from auditing import audit
from jiyao.cli.ui import speaking
from jiyao.documents.filling import Template, compile_template, fill
from jiyao.documents.inspection import Field, field_sheet, fields_of
from jiyao.documents.inspection.given import GIVEN, example_of, shapes_of
from jiyao.documents.inspection.shapes import Sort
from jiyao.languages.text import Language
from jiyao.records.choices import DocumentName
from jiyao.work.making import MAKERS
from jiyao.work.templates import built_in
from tiny_docx import docx, paragraph, text_of


@cache
def fields() -> dict[str, Field]:
    return {each.path: each for each in fields_of(DocumentName.MINUTES)}


def test_every_document_that_can_be_made_has_its_fields() -> None:
    assert set(GIVEN) == {document for document, _ in MAKERS}


def test_fields_are_named_at_any_depth() -> None:
    assert {"number", "title", "body", "body[].role", "body[].runs", "properties.title", "mark_room"} <= set(fields())


def test_the_template_that_is_shipped_asks_for_nothing_else() -> None:
    template = compile_template(built_in(DocumentName.MINUTES, Language.ZH), "minutes.zh.docx")
    assert isinstance(template, Template)
    assert template.names == set(shapes_of(DocumentName.MINUTES))


@pytest.mark.parametrize("path", list(fields()))
def test_a_field_says_what_it_is_in_both_languages_and_shows_an_example(path: str) -> None:
    field = fields()[path]
    assert field.meaning
    assert field.example
    assert speaking(Language.ZH).translate(field.meaning) != field.meaning


@pytest.mark.parametrize("path", [path for path, each in fields().items() if each.shape.sort is not Sort.LIST])
def test_a_tag_prints_its_example(path: str) -> None:
    field = fields()[path]
    whole = path.partition("[]")[0]
    loop = fields()[whole].tags if "[]" in path else ()
    lines = [*loop[:1], *field.tags, *loop[1:]]
    template = compile_template(docx("".join(map(paragraph, lines))), "template.docx")
    assert isinstance(template, Template), template
    document = fill(template, example_of(DocumentName.MINUTES))
    assert isinstance(document, bytes), document
    assert field.example in text_of(document)


def test_a_closed_list_comes_with_its_words() -> None:
    assert "heading-1" in fields()["body[].role"].shape.words
    assert "heading-1" in str(fields()["body[].role"].kind)


@pytest.mark.parametrize("language", Language)
def test_the_word_file_shows_every_tag_and_is_sound(language: Language) -> None:
    ui = speaking(language)
    sheet = field_sheet(DocumentName.MINUTES, built_in(DocumentName.MINUTES, Language.ZH), ui.translate)
    assert audit(sheet) == ()
    lines = text_of(sheet).split("\n")
    for each in fields().values():
        assert {each.path, *each.tags, ui.translate(each.meaning)} <= set(lines)
