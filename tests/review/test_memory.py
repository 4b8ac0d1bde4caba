"""The translation memory: found exactly and nearly, the latest first, and nothing in it that nobody has approved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.review.memory import Hit, Memory, Remembered, fillings, may_leave, memory_file, read_memory, remembered
from jiyao.review.segments import units_of
from wording import record_of

RECORD = """title: {zh: 例会, en: Regular meeting, state: final}
access: ACCESS
statements:
  - {text: {zh: 甲事已办。, en: A was done., state: draft}}
  - {text: {zh: 乙事已办。, en: B was done., state: needs-review}}
  - {text: {zh: 丙事已办。, en: C was done., state: reviewed}}
  - {text: {zh: 丁事已办。, en: D was done.}}
  - {text: 戊事已办。}
"""
ABC = Memory(
    (
        Remembered("各科室要在3月17日前完成自查。", "All sections must complete self-inspection by March 17.", "one"),
        Remembered("各科室要落实责任。", "All sections must fulfill their duties.", "one"),
        Remembered("各科室要落实责任。", "Every section has to do its duty.", "two"),
    )
)


def of(text: str) -> list[str]:
    return [each.zh for each in remembered(record_of(text), "a.yaml")]


def test_only_what_somebody_has_approved_is_remembered() -> None:
    assert of(RECORD.replace("ACCESS", "internal")) == ["例会", "丙事已办。", "丁事已办。"]


@pytest.mark.parametrize("more", ["issue: {secrecy: 秘密}\n", ""])
def test_nothing_secret_or_restricted_is_remembered(more: str) -> None:
    assert of(RECORD.replace("ACCESS", "internal" if more else "restricted") + more) == []


def test_only_what_is_public_may_leave_the_house() -> None:
    record = record_of(RECORD.replace("ACCESS", "public"))
    told = {each.text.zh_origin.place for each in units_of(record) if each.text.zh != "丁事已办。"}
    found = [*remembered(record, "a", told), Remembered("内部", "internal", "b")]
    assert [each.zh for each in found] == ["例会", "丙事已办。", "丁事已办。", "内部"]
    assert [each.zh for each in may_leave(found)] == ["例会", "丙事已办。"]
    assert may_leave(remembered(record_of(RECORD.replace("ACCESS", "internal")), "a", told)) == ()


def test_the_very_text_is_found_whatever_the_blanks_around_it_and_the_latest_rendering_first() -> None:
    found = ABC.find(" 各科室要落实责任。\n", 100, 5)
    assert [(each.likeness, each.found.origin) for each in found] == [(100, "two"), (100, "one")]


def test_what_is_like_it_comes_behind_by_likeness_and_none_is_called_the_same() -> None:
    found = ABC.find("各科室要在4月17日前完成自查。", 60, 5)
    assert [each.found.origin for each in found] == ["one"]
    assert 90 <= found[0].likeness < 100
    assert ABC.find("完全不同的一句话", 60, 5) == ()
    assert ABC.find("各科室要落实好责任。", 1, 2)[0].found.zh == "各科室要落实责任。"


def test_a_pair_is_remembered_once_and_keeps_its_place() -> None:
    again = ABC.with_more([ABC.entries[1], Remembered("新句。", "New."), ABC.entries[0]])
    assert again.entries == (*ABC.entries, Remembered("新句。", "New."))


def test_texts_without_english_are_filled_and_others_are_left_alone() -> None:
    record = record_of(RECORD.replace("ACCESS", "internal"))
    memory = Memory((Remembered("戊事已办。", "E was done."), Remembered("甲事已办。", "Other.")))
    assert [(each.unit.path, each.hit) for each in fillings(record, memory, 100)] == [
        ("statements[4].text", Hit(100, memory.entries[0]))
    ]


TEXTS = st.text("各科室要落实责任a b<&>\"'。\n", min_size=1, max_size=20).map(str.strip).filter(bool)


@given(
    st.lists(
        st.builds(Remembered, TEXTS, TEXTS, st.sampled_from(("", "a.yaml")), st.sampled_from(("public", "internal")))
    )
)
def test_what_is_written_is_read_back(entries: list[Remembered]) -> None:
    again = read_memory(memory_file(entries))
    assert again is not None
    assert again.entries == tuple(entries)
    assert memory_file(again.entries) == memory_file(entries)


@pytest.mark.parametrize("data", [b"", b"<a/>", b"no xml", b'<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>'])
def test_what_is_no_memory_is_none(data: bytes) -> None:
    assert read_memory(data) is None
