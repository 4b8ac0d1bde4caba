"""The minutes of each kind of meeting have the elements that the published matrix says, and no others."""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import fromstring

import pytest

from jiyao.documents.shipped import Edition, template_name, templates_dir
from jiyao.records.choices import DocumentName
from jiyao.records.elements import Element, Presence, official_elements
from jiyao.records.kinds import built_in_kinds
from outline import W, outline, part
from sampled import document_docx, minutes_docx

KINDS = [kind.key for kind in built_in_kinds()]
HOUSE = "{issuer: {name: 办公室}, printed_by: {name: 办公室}, copies_to: [{name: 市委办公室}]}"
OFFICE = f"name: 示例市应急管理局\nhouse: {HOUSE}\n"
FULL = """title: 2023年第4次例会
kind: {kind}
held: 2023-05-16
attendees: [张三, 李四]
attachments: [任务分工表, 隐患台账]
statements:
- {{verb: stress, text: 会议的要点, items: [第一点。, 第二点。]}}
requirements: [各科室要在5月17日前完成自查。]
issue:
  stage: review
  number: 第5期
  issued_on: 2023-05-19
  urgency: 特急
  secrecy: {{level: 机密, period: 10年, copy_number: '000001'}}
"""
LEAST = "title: 例会\nkind: {kind}\n"
OF_NO_ELEMENT = {"", "Normal", "MarkSpace", "Hairline", "KeptBlank"}
"""Blank lines, the place of the mark, and what the imprint hangs on."""
FOLLOWING = {"NextAttachment": "Attachment", "LastNames": "Names", "EvenPage": "OddPage"}
"""Styles of an element's other paragraphs, and that of its first."""


@cache
def minutes(record: str, kind: str, office: str = "") -> bytes:
    return minutes_docx(record.format(kind=kind), office)


@cache
def meeting_record(record: str, kind: str) -> bytes:
    return document_docx(record.format(kind=kind), DocumentName.FULL_RECORD, OFFICE)


def styles_of(docx: bytes) -> set[str]:
    """The styles of the paragraphs, page numbers among them; all sizes of a mark are one.

    The three lines of the head are always there, to keep the mark in its place: they count where they say something.
    """
    parts = [part(docx, f"word/{name}.xml") for name in ("document", "footer1", "footer2")]
    found = {style.get(f"{W}val", "") for each in parts for style in fromstring(each).iter(f"{W}pStyle")}
    if all(block.style != "HeadLine" for block in outline(docx)):
        found -= {"HeadLine"}
    return {re.sub(r"^Mark\d+$", "Mark", FOLLOWING.get(style, style)) for style in found - OF_NO_ELEMENT}


def with_presence(*presences: Presence, kind: str = "") -> set[str | None]:
    return {
        element.style
        for element in official_elements()
        if element.minutes in presences and (not element.kinds or kind in element.kinds)
    }


@pytest.mark.parametrize("kind", KINDS)
def test_minutes_have_no_element_that_the_matrix_has_not(kind: str) -> None:
    allowed = with_presence(Presence.REQUIRED, Presence.OPTIONAL, kind=kind)
    assert styles_of(minutes(FULL, kind, OFFICE)) <= allowed
    assert styles_of(minutes(LEAST, kind)) <= allowed


@pytest.mark.parametrize("kind", KINDS)
def test_the_shortest_record_has_the_required_elements_and_no_optional_one_but_a_title(kind: str) -> None:
    assert styles_of(minutes(LEAST, kind)) - {"Title"} == with_presence(Presence.REQUIRED)


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_record_has_every_element_that_its_fields_bring(kind: str) -> None:
    wanted = with_presence(Presence.REQUIRED, Presence.OPTIONAL, kind=kind) - {"Heading1", "Heading2", "Title"}
    assert styles_of(minutes(FULL, kind, OFFICE)) >= wanted


@pytest.mark.parametrize("kind", KINDS)
def test_the_head_has_copy_number_secrecy_and_urgency_in_the_order_of_the_standard(kind: str) -> None:
    head = [block.text for block in outline(minutes(FULL, kind, OFFICE)) if block.style == "HeadLine"]
    assert head == ["000001\t送审稿", "机密★10年", "特急"]


@pytest.mark.parametrize("kind", KINDS)
def test_minutes_say_nothing_of_who_signs_and_end_in_no_signature_but_of_directors(kind: str) -> None:
    blocks = outline(minutes(FULL, kind, OFFICE))
    assert [block.text for block in blocks if block.text.startswith(("签发人", "主送"))] == []
    last = max(index for index, block in enumerate(blocks) if block.style in {"Names", "LastNames"})
    signed = {"Signature"} if kind == "board" else set[str]()
    assert {block.style for block in blocks[last + 1 :]} - {"KeptBlank"} == {"Copies", "PrintedBy"} | signed


@pytest.mark.parametrize("kind", KINDS)
def test_a_meeting_record_has_the_elements_of_the_matrix_and_no_others(kind: str) -> None:
    required = {each.style for each in official_elements() if each.record is Presence.REQUIRED}
    allowed = {each.style for each in official_elements() if each.record is not Presence.NEVER}
    for record in (FULL, LEAST):
        assert required <= styles_of(meeting_record(record, kind)) <= allowed


@pytest.mark.parametrize("element", official_elements(), ids=lambda element: element.english)
def test_an_element_has_a_style_exactly_where_minutes_may_have_it(element: Element) -> None:
    assert (element.style is None) == (element.minutes is Presence.NEVER)


def test_releases_have_no_element_of_official_documents_that_the_matrix_denies_them() -> None:
    denied = {element.style for element in official_elements() if element.release is Presence.NEVER}
    template = (templates_dir() / template_name(DocumentName.RELEASE, Edition.ZH)).read_bytes()
    assert {block.style for block in outline(template)} & denied == set()
