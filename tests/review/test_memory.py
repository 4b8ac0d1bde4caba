"""The translation memory: found exactly and nearly, the latest first, and nothing in it that nobody has approved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.review.baseline import baseline
from jiyao.review.handout import Handout
from jiyao.review.memory import (
    Hit,
    Memory,
    Remembered,
    fillings,
    may_leave,
    memory_file,
    memory_with,
    read_memory,
    remembered,
)
from jiyao.review.omegat import SAVED, SOURCE, omegat_project, read_omegat
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


MEMORIES = st.lists(
    st.builds(Remembered, TEXTS, TEXTS, st.sampled_from(("", "a.yaml")), st.sampled_from(("public", "internal")))
)


@given(MEMORIES)
def test_what_is_written_is_read_back(entries: list[Remembered]) -> None:
    again = read_memory(memory_file(entries))
    assert again is not None
    assert again.entries == tuple(entries)
    assert memory_file(again.entries) == memory_file(entries)


THEIRS = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="zh"/>
  <body>
    <tu changedate="20230306T080000Z"><note>keep me</note><prop type="client">X</prop>
      <tuv xml:lang="zh-CN"><seg>乙<bpt i="1">&lt;b&gt;</bpt> <hi>丙</hi><ept i="1">&lt;/b&gt;</ept>。</seg></tuv>
      <tuv xml:lang="EN"><seg>B <ph>{1}</ph>C.</seg></tuv><tuv xml:lang="fr"><seg>B et C.</seg></tuv>
    </tu>
  </body>
</tmx>
"""


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16"])
def test_memories_of_other_programs_are_read_without_their_marks_though_they_name_a_dtd(encoding: str) -> None:
    memory = read_memory(THEIRS.replace("UTF-8", encoding).encode(encoding))
    assert memory is not None
    assert [(each.zh, each.en) for each in memory.entries] == [("乙 丙。", "B C.")]


def test_what_an_editor_of_omegat_wrote_comes_back_though_its_file_names_a_dtd() -> None:
    record = record_of(RECORD.replace("ACCESS", "internal"))
    files = omegat_project(Handout(baseline(record, "a.yaml"), {}))
    saved = files[SAVED].replace(b"<tmx", b'<!DOCTYPE tmx SYSTEM "tmx11.dtd">\n<tmx', 1)
    back = read_omegat(files[f"{SOURCE}/record.xlf"], saved.replace(b"A was done.", b"A is done."))
    assert back is not None
    assert "A is done." in [row.en for row in back.rows]


def test_what_is_added_stands_behind_all_that_others_wrote() -> None:
    more = Remembered("新句。", "New.", "a.yaml", "public")
    after = memory_with(THEIRS.encode(), [more])
    unit = THEIRS[THEIRS.index("<tu ") : THEIRS.index("</tu>")]
    assert unit in after.decode()
    memory = read_memory(after)
    assert memory is not None
    assert memory.entries[1:] == (more,)
    assert read_memory(memory_with(b"<tmx version='1.4'/>", [more])) == Memory((more,))


@given(MEMORIES, MEMORIES)
def test_what_is_added_by_and_by_is_what_is_written_at_once(first: list[Remembered], second: list[Remembered]) -> None:
    assert memory_with(memory_file(first), second) == memory_file([*first, *second])


@pytest.mark.parametrize("data", [b"", b"<a/>", b"no xml", b'<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>'])
def test_what_is_no_memory_is_none(data: bytes) -> None:
    assert read_memory(data) is None
