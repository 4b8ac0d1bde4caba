"""What a template may say, as a list and as a Word file to copy tags from."""

from __future__ import annotations

import re
from functools import cache

import pytest

from auditing import audit
from jiyao.cli.ui import speaking
from jiyao.documents.filling import Template, compile_template, fill
from jiyao.documents.inspection import Field, field_sheet, fields_of, inspect_template
from jiyao.documents.inspection.given import GIVEN, example_of, shapes_of
from jiyao.documents.inspection.shapes import Sort
from jiyao.documents.shipped import Edition, template_name
from jiyao.languages.text import Language
from jiyao.records.choices import DocumentName
from jiyao.work.products import NAMES
from jiyao.work.templates import built_in
from tiny_docx import docx, paragraph, read_parts, text_of

Key = tuple[DocumentName, Edition]
MINUTES = (DocumentName.MINUTES, Edition.ZH)
WITHOUT_PARTS = {MINUTES, (DocumentName.FULL_RECORD, Edition.ZH), (DocumentName.NOTICE, Edition.ZH)}
ALL = [(key, each.path) for key in GIVEN for each in fields_of(*key)]
PRINTED = [(key, each.path) for key in GIVEN for each in fields_of(*key) if each.shape.sort is not Sort.LIST]
NOT_IN_WORD = {
    (DocumentName.RELEASE, Edition.ZH): {"breadcrumb", "language", "body", "photos"},
    (DocumentName.RELEASE, Edition.EN): {"breadcrumb", "language", "body", "photos"},
    (DocumentName.MINUTES, Edition.BOTH_TABLE): {"rows", "photos"},
    (DocumentName.MINUTES, Edition.BOTH_INTERLEAVED): {"heads", "rows", "photos"},
    (DocumentName.RELEASE, Edition.BOTH_TABLE): {"rows", "photos"},
    (DocumentName.RELEASE, Edition.BOTH_INTERLEAVED): {"heads", "rows", "photos"},
}
"""What a release has for other forms of it, or with its pictures under another name."""


@cache
def fields(key: Key = MINUTES) -> dict[str, Field]:
    return {each.path: each for each in fields_of(*key)}


def test_every_document_that_can_be_made_has_its_fields() -> None:
    of_its_own_command = {(DocumentName.SUMMARY, Edition.ZH), (DocumentName.SUMMARY, Edition.EN)}
    assert set(NAMES) | of_its_own_command == set(GIVEN)


def test_fields_are_named_at_any_depth() -> None:
    assert {"number", "title", "body", "body[].role", "body[].runs", "properties.title", "mark_room"} <= set(fields())
    table = fields((DocumentName.RELEASE, Edition.BOTH_TABLE))
    assert {"heads", "rows", "rows[].role", "rows[].first", "rows[].first[].runs", "rows[].second"} <= set(table)


@pytest.mark.parametrize("key", list(GIVEN))
def test_the_template_that_is_shipped_asks_for_all_of_it_and_nothing_else(key: Key) -> None:
    template = compile_template(built_in(*key), template_name(*key))
    assert isinstance(template, Template)
    assert template.names == set(shapes_of(*key)) - NOT_IN_WORD.get(key, set())


@pytest.mark.parametrize("key", list(GIVEN))
def test_nothing_is_wrong_with_the_template_that_is_shipped(key: Key) -> None:
    assert inspect_template(built_in(*key), template_name(*key), *key) == ()


@pytest.mark.parametrize(("key", "path"), ALL)
def test_a_field_says_what_it_is_in_both_languages_and_shows_an_example(key: Key, path: str) -> None:
    field = fields(key)[path]
    assert field.meaning
    # Their paragraphs have no names: `wording` rewrites none of them.
    nameless = key in WITHOUT_PARTS or path.startswith("appendices[]")
    assert field.example or (nameless and path.endswith("[].part"))
    assert speaking(Language.ZH).translate(field.meaning) != field.meaning


@pytest.mark.parametrize(
    ("key", "path"), [(key, path) for key, path in ALL if fields(key)[path].shape.sort is not Sort.LIST]
)
def test_a_tag_prints_its_example(key: Key, path: str) -> None:
    field = fields(key)[path]
    lines = list(field.tags)
    # A loop for each list on the way, the innermost first.
    for whole in reversed([path[:end] for end in range(len(path)) if path.startswith("[]", end)]):
        start, end = fields(key)[whole].tags
        lines = [start, *lines, end]
    template = compile_template(docx("".join(map(paragraph, lines))), "template.docx")
    assert isinstance(template, Template), template
    document = fill(template, example_of(*key))
    assert isinstance(document, bytes), document
    # A chart says what it shows beside the text.
    said = "".join(re.findall(r'descr="([^"]*)"', read_parts(document)["word/document.xml"].decode()))
    assert field.example in (said if path.endswith("chart") else text_of(document))


def test_a_closed_list_comes_with_its_words() -> None:
    assert "heading-1" in fields()["body[].role"].shape.words
    assert "heading-1" in str(fields()["body[].role"].kind)


@pytest.mark.parametrize("language", Language)
def test_the_word_file_shows_every_tag_and_is_sound(language: Language) -> None:
    ui = speaking(language)
    for key in GIVEN:
        sheet = field_sheet(fields_of(*key), key[0], built_in(*MINUTES), ui.translate)
        assert audit(sheet) == ()
        lines = text_of(sheet).split("\n")
        for each in fields(key).values():
            assert {each.path, *each.tags, ui.translate(each.meaning)} <= set(lines)
