"""Every template of the corpus is filled by docxtpl and by us, and every part of both documents says the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpus_objects
import corpus_parts
import corpus_tables
import corpus_text
from corpus import CASES, STANDARD, Case, Values
from jiyao.documents.filling import Template, compile_template, fill
from oracle import CORE, MEANT, Difference, alike, docxtpl_makes
from tagged_docx import PARTS
from tiny_docx import read_parts

MODULES = (corpus_objects, corpus_parts, corpus_tables, corpus_text)
TAGS = (
    "{{", "{{r", "{{p", "{% if", "{% for", "{% set", "{%p", "{%r", "{%tr", "{%tc", "{%-", "-%}", "{#", "{_{", "colspan",
    "cellbg", "hm", "vm",
)  # fmt: skip
"""All that a tag can be."""
OBJECTS = (
    "RichText", "url_id", "RichTextParagraph", "Listing", "InlineImage", "Subdoc", "replace_pic", "replace_media",
    "replace_embedded", "replace_zipname",
)  # fmt: skip
"""All that docxtpl gives to programs."""
ELEMENTS = ("w:hyperlink", "w:sdt", "w:ins", "w:fldChar", "w:tbl", "w:tc", "w:vMerge", "w:txbxContent", "w:drawing")
"""Elements of a text that a tag may stand in or beside."""


def ours(case: Case, values: Values) -> dict[str, bytes]:
    template = compile_template(case.template(), "template.docx")
    assert isinstance(template, Template), "\n".join(map(str, template))
    document = fill(template, values if case.given is None else lambda document: case.values(document, values))
    assert isinstance(document, bytes), "\n".join(map(str, document))
    return read_parts(document)


def assert_alike(name: str, values: Values) -> None:
    case = CASES[name]
    made, theirs = ours(case, values), dict(docxtpl_makes(case, values))
    if CORE not in made:
        # docxtpl makes properties where a template has none, which changes two lists of contents too.
        for part in (CORE, "[Content_Types].xml", "_rels/.rels"):
            theirs.pop(part, None)
            made.pop(part, None)
    assert sorted(made) == sorted(theirs)
    for part in made:
        assert alike(name, part, made[part]) == alike(name, part, theirs[part]), part


@pytest.mark.parametrize("values", STANDARD)
@pytest.mark.parametrize("name", CASES)
def test_a_template_makes_what_docxtpl_makes_of_it(name: str, values: str) -> None:
    assert_alike(name, STANDARD[values])


def test_the_corpus_covers_each_tag_each_part_and_each_object_by_name() -> None:
    covered = {each for case in CASES.values() for each in case.covers}
    assert covered == {*TAGS, *OBJECTS, *ELEMENTS, *PARTS}
    assert len(CASES) >= 60
    assert sum(len([each for each in vars(module) if each.replace("_", " ") in CASES]) for module in MODULES) == len(
        CASES
    )


@pytest.mark.parametrize("name", CASES)
def test_a_template_shows_what_it_says_that_it_covers(name: str) -> None:
    case = CASES[name]
    parts = read_parts(case.template())
    source = "".join(data.decode() for part, data in parts.items() if part.endswith(".xml"))
    joined = source.replace("</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>", "")
    for each in case.covers:
        if each in PARTS:
            assert b"{" in parts[PARTS[each].name] or case.given
        elif each not in OBJECTS:
            assert each in joined


@pytest.mark.parametrize("difference", MEANT, ids=lambda each: each.make_alike.__name__)
def test_a_difference_that_is_meant_is_there(difference: Difference) -> None:
    """One that no template shows would be a hole in the comparison."""
    assert any(_shows(values, difference) for values in STANDARD.values())


def _shows(values: Values, difference: Difference) -> bool:
    """Whether a part of the template's document is only alike if this difference is made alike."""
    name = difference.shown_by
    made, theirs = ours(CASES[name], values), docxtpl_makes(CASES[name], values)
    return any(
        alike(name, part, data, but=difference.reason) != alike(name, part, theirs[part], but=difference.reason)
        for part, data in made.items()
        if part.startswith(("word/", "docProps/")) and not part.endswith(".rels") and part in theirs
    )


letters = st.one_of(
    st.sampled_from("会议纪要，。“”《》&<>\"' \u3000𠮷👨"),
    st.sampled_from(["{{ 7*7 }}", "{% x %}", "</w:t>", "&amp;", "]]>", "\\1"]),
    st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\ufffe\uffff"),
)
lines = st.lists(letters, max_size=6).map("".join)
texts = st.lists(st.one_of(letters, st.sampled_from(["\n", "\t"])), max_size=6).map("".join)
contexts = st.fixed_dictionaries(
    {
        "title": lines,
        "text": texts,
        "number": st.integers(-5, 99),
        "flag": st.booleans(),
        "empty": st.just(""),
        "colour": st.sampled_from(["FF0000", "auto"]),
        "span": st.integers(1, 3),
        "words": st.lists(texts, max_size=4),
        "people": st.lists(
            st.fixed_dictionaries(
                {
                    "name": texts,
                    "unit": texts,
                    "age": st.integers(0, 99),
                    "skills": st.lists(texts, max_size=3),
                }
            ),
            max_size=4,
        ),
    }
)
"""Values of the shape that the corpus asks for, with nested lists and any texts."""

PLAIN = [name for name, case in CASES.items() if case.given is None]


@settings(max_examples=100)
@given(st.sampled_from(PLAIN), contexts)
def test_whatever_the_values_are_both_make_the_same(name: str, values: Values) -> None:
    assert_alike(name, values)
