"""Segments are the texts of a record, stay the same ones when the record grows, and lose no character."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jiyao.languages.text import State
from jiyao.records.load import Record, load_record, load_records
from jiyao.records.reading import read
from jiyao.records.translating import Translation, translated
from jiyao.review.segments import segments_of, units_of
from jiyao.review.splitting import joined, parts_of
from jiyao.work.workspace import Found, Workspaces
from sampled import SAMPLES


def record_of(text: str) -> Record:
    (record,) = load_records(text.encode(), "a.yaml")
    return record


def ids(text: str) -> list[str]:
    return [each.id for unit in units_of(record_of(text)) for each in segments_of(unit)]


def test_a_segment_is_the_same_one_after_another_was_put_before_it() -> None:
    before = ids("title: 例会\nrequirements: [甲要自查, 乙要自查]\n")
    after = ids("title: 例会\npurpose: 为了安全\nrequirements: [丙要自查, 甲要自查, 乙要自查]\n")
    assert set(before) < set(after)
    assert len(after) == len(before) + 2


def test_texts_that_read_alike_are_still_two() -> None:
    found = ids("title: 例会\nrequirements: [自查, 自查]\n")
    assert len(set(found)) == 3


def test_texts_come_in_the_order_of_the_documents() -> None:
    text = "decisions: [丁]\nrequirements: [丙]\nconveyed: [乙]\npurpose: 甲\ntitle: 例会\n"
    assert [unit.text.zh for unit in units_of(record_of(text))] == ["例会", "甲", "乙", "丙", "丁"]


def test_what_is_final_or_in_a_list_of_one_text_is_locked() -> None:
    text = "title: {zh: 例会, en: Meeting, state: final}\non_leave: 李四（出差）\npurpose: 为了安全\n"
    assert [unit.text.zh for unit in units_of(record_of(text)) if unit.is_locked] == ["例会", "出差"]


def test_paragraphs_and_sentences_are_parts_only_where_both_sides_have_as_many() -> None:
    assert [part.en for part in parts_of("甲。乙。", "Go. Come.")] == ["Go.", "Come."]
    assert [part.en for part in parts_of("甲。乙。", "A and B.")] == ["A and B."]
    assert [part.zh for part in parts_of("甲。乙。\n丙。", "Go. Come.\nStay.")] == ["甲。", "乙。", "丙。"]
    assert [part.zh for part in parts_of("甲。\n乙。", "")] == ["甲。", "乙。"]
    assert len(parts_of("会议通过〔2023〕7号文件。会议结束。", "Document No. 7 was adopted. It closed.")) == 2


@given(st.text("甲。！？”\n "), st.text('Ab.!?" \nNo'))
@example("。 ", "? A ")
@example("甲。 \n乙。", "A. \nB.")
def test_parts_joined_again_are_the_text(zh: str, en: str) -> None:
    parts = parts_of(zh, en)
    assert joined(parts, [part.en for part in parts]) == en or not en
    assert "".join(part.zh + part.zh_gap for part in parts) == zh


@pytest.mark.parametrize("found", list(Workspaces().records([str(SAMPLES)])), ids=lambda each: str(each.file.path.stem))
def test_every_text_of_the_samples_has_an_id_of_its_own(found: Found) -> None:
    units = units_of(found.record)
    assert units
    assert len({unit.id for unit in units}) == len(units)


@pytest.mark.parametrize("found", list(Workspaces().records([str(SAMPLES)])), ids=lambda each: str(each.file.path.stem))
def test_every_text_that_is_not_locked_can_be_written_in_every_sample(found: Found) -> None:
    units = [unit for unit in units_of(found.record) if not unit.is_locked]
    english = {unit.path: f"New: {unit.text.en or unit.path}, “it’s”" for unit in units}
    wanted = [Translation(unit.text.zh_origin.place, english[unit.path], State.REVIEWED, unit.field) for unit in units]
    (source,) = read(translated(found.record.source, wanted).encode(), found.record.source.file)
    again = load_record(source, found.record.office)
    assert [each.code for each in again.problems] == [each.code for each in found.record.problems]
    said = {unit.path: (unit.text.zh, unit.text.en, unit.text.state) for unit in units_of(again)}
    assert {path: said[path] for path in english} == {
        unit.path: (unit.text.zh, english[unit.path], State.REVIEWED) for unit in units
    }
