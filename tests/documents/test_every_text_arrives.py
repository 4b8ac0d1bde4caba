"""Whatever a record says is in its minutes, character for character, or the run says why not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies as given_are
from auditing import audit
from jiyao.documents.fragments import HANGING_MARKS, bookmark_name
from jiyao.languages.names import padded
from outline import bookmarks, outline, texts
from sampled import minutes_docx
from wording import record_of, view_of

DOUBLED = re.compile("。。|；。|。；|，，|，。|：。|、。|（）|《《|》》|None")
ENDS = tuple("。！？…；：，）”》")

PRINTED = ("title", "place", "purpose", "attachments", "agenda", "conveyed", "statements", "requirements", "decisions")
"""The fields whose texts are prose of the record, each in a bookmark."""


def marked_part(line: str) -> str:
    """What of a line a bookmark holds: all but its last mark."""
    return line[:-1] if len(line) > 1 and line[-1] in HANGING_MARKS else line


def lines_of(fields: given_are.Fields) -> Counter[str]:
    """The lines of a record's prose; a condition that the decision's text says itself is printed once."""
    found = Counter[str]()
    for text in given_are.texts_of(fields, *PRINTED):
        found.update(line for line in text.split("\n") if line)
    return found


@settings(max_examples=150)
@given(fields=given_are.records(given_are.lines(), given_are.prose()))
def test_every_text_is_in_the_minutes_character_for_character(fields: given_are.Fields) -> None:
    document = minutes_docx(given_are.yaml_of(fields))
    marked = Counter(text for _name, text in bookmarks(document))
    expected = lines_of(fields)
    page = "\n".join(texts(document))
    assert not [line for line in expected if line not in page]
    # A condition that its decision says already is the only text that may stand in no bookmark of its own.
    said_already = {marked_part(line) for text in conditions_of(fields) for line in text.split("\n")}
    assert set(Counter(map(marked_part, expected.elements())) - marked) <= said_already


@settings(max_examples=100)
@given(fields=given_are.records(given_are.lines(), given_are.prose()))
def test_every_name_is_in_its_list_and_only_padding_and_line_breaks_are_added(fields: given_are.Fields) -> None:
    attendees = fields.get("attendees", [])
    people = set(given_are.texts_of(attendees, "name"))
    names = [padded(text) if text in people else text for text in given_are.texts_of(attendees)]
    lists = [block.text for block in outline(minutes_docx(given_are.yaml_of(fields))) if "Names" in block.style]
    expected = [f"出席：{'、'.join(names)}"] if names else []
    assert [each.replace("\n", "") for each in lists] == expected


@settings(max_examples=60)
@given(fields=given_are.records(given_are.lines(), given_are.prose()))
def test_each_text_has_a_bookmark_of_its_own(fields: given_are.Fields) -> None:
    names = [name.lower() for name, _text in bookmarks(minutes_docx(given_are.yaml_of(fields)))]
    assert len(set(names)) == len(names)


@settings(max_examples=10)
@given(fields=given_are.records(given_are.lines(), given_are.prose()))
def test_word_would_open_whatever_a_record_says(fields: given_are.Fields) -> None:
    assert audit(minutes_docx(given_are.yaml_of(fields))) == ()


@settings(max_examples=200)
@given(fields=given_are.records(given_are.titles(), given_are.sentences()))
def test_no_mark_is_doubled_none_is_missing_and_no_bracket_is_empty(fields: given_are.Fields) -> None:
    view = view_of(given_are.yaml_of(fields))
    for paragraph in view.body:
        assert not DOUBLED.search(paragraph.text)
        assert paragraph.role.startswith("heading") or paragraph.text.endswith(ENDS)


@settings(max_examples=100)
@given(before=given_are.lines(), forbidden=given_are.FORBIDDEN, after=given_are.lines(), field=st.sampled_from(PRINTED))
def test_a_text_that_a_document_cannot_hold_is_a_located_error(
    before: str, forbidden: str, after: str, field: str
) -> None:
    text = f"{before}{forbidden}{after}"
    record = record_of(given_are.yaml_of({"id": "a", "title": "例会"} | {field: [text] if field != "title" else text}))
    line = 2 if field == "title" else 3
    assert ("R017", line) in {(problem.code, problem.place.line) for problem in record.problems}
    assert not record.is_usable


@pytest.mark.parametrize("text", given_are.HOSTILE)
def test_markup_and_template_syntax_stay_text(text: str) -> None:
    record: given_are.Fields = {
        "title": text,
        "place": text,
        "purpose": text,
        "conveyed": [{"title": text}],
        "agenda": [{"title": text, "decisions": [{"text": text}]}],
        "statements": [{"text": text, "items": [text, text]}],
        "requirements": [text],
        "attachments": [text],
    }
    document = minutes_docx(given_are.yaml_of(record))
    # The title stands in the title and in the opening.
    assert Counter(found for _name, found in bookmarks(document)) == {text: 12}
    assert audit(document) == ()


def test_a_text_is_found_by_its_path_in_the_record() -> None:
    text = """
        title: 例会
        place: 三楼
        conveyed: [{title: 甲精神}]
        agenda:
          - title: 采购
            decisions:
              - 同意。
              - {text: 同意乙。, conditions: 修改后}
    """
    found = dict(bookmarks(minutes_docx(text)))
    assert found[bookmark_name("place")] == "三楼"
    assert found[bookmark_name("conveyed[0].title")] == "甲精神"
    assert found[bookmark_name("agenda[0].title")] == "采购"
    assert found[bookmark_name("agenda[0].decisions[0]")] == "同意"
    assert found[bookmark_name("agenda[0].decisions[1].text")] == "同意乙"
    assert found[bookmark_name("agenda[0].decisions[1].conditions")] == "修改后"


def test_a_text_of_several_paragraphs_has_a_bookmark_in_each() -> None:
    found = bookmarks(minutes_docx("title: 例会\nstatements:\n  - |-\n    甲。\n    乙。\n"))
    assert [text for name, text in found if name.startswith("statements_0")] == ["甲", "乙"]


def conditions_of(value: given_are.Value) -> Iterator[str]:
    """The conditions of all decisions of a record."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from given_are.texts_of(each) if key == "conditions" else conditions_of(each)
    elif not isinstance(value, str):
        for each in value:
            yield from conditions_of(each)
