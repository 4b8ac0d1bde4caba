"""Edits in paragraphs, back into the texts that stand in them."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from jiyao.languages.text import Language
from jiyao.problems import Place
from jiyao.review.finished import Line
from jiyao.review.reading_back import Back, read_back
from jiyao.review.segments import units_of
from wording import record_of

FIRST, SECOND = "各科室要在汛期前完成一次自查。", "值班情况每周抽查，结果按月通报。"
RECORD = record_of(f"title: 防汛例会\nheld: 2023-05-16\nrequirements: [{FIRST}, {SECOND}]\n")
MADE = ("防汛例会纪要", f"一、会议要求，{FIRST}（责任单位：办公室）", f"二、会议要求，{SECOND}")
WORDS = st.text(alphabet="汛情严重抢险三次，立即上报", min_size=1, max_size=6)


def back(*now: str, made: tuple[str, ...] = MADE) -> Back:
    lines = [[Line(text, Place("x", number)) for number, text in enumerate(each, 1)] for each in (made, now)]
    return read_back(units_of(RECORD), (Language.ZH,), *lines)


def said(found: Back) -> dict[str, str]:
    return {each.before: each.text for each in found.edited}


@given(st.integers(1, len(FIRST) - 2), st.integers(0, 5), WORDS)
def test_an_edit_within_a_text_comes_back_as_it_was_made(at: int, gone: int, new: str) -> None:
    edited = FIRST[:at] + new + FIRST[min(at + gone, len(FIRST) - 1) :]
    assume(edited != FIRST)
    found = back(MADE[0], MADE[1].replace(FIRST, edited), MADE[2])
    assert said(found) == {FIRST: edited}
    assert found.astray == ()


def test_a_sentence_added_at_the_end_of_a_text_is_part_of_it() -> None:
    found = back(*MADE[:2], f"{MADE[2]}发现问题立即整改。")
    assert said(found) == {SECOND: f"{SECOND}发现问题立即整改。"}


def test_both_texts_and_what_stands_around_them_are_told_apart() -> None:
    edited = MADE[1].replace("一次", "两次").replace("办公室", "综合科")
    found = back(MADE[0], edited, MADE[2].replace("每周", "每天"))
    assert said(found) == {FIRST: FIRST.replace("一次", "两次"), SECOND: SECOND.replace("每周", "每天")}
    assert "".join(each.after for each in found.astray) in {"综合科", "综合"}


def test_paragraphs_that_are_new_or_gone_are_told() -> None:
    found = back(MADE[0], "另行通报。", MADE[1])
    assert said(found) == {}
    assert [(each.before, each.after) for each in found.astray] == [("", "另行通报。"), (MADE[2], "")]


def test_a_text_without_its_last_mark_keeps_it_in_the_record() -> None:
    made = (f"（一）{FIRST.rstrip('。')}（责任单位：办公室）",)
    found = back(made[0].replace("一次", "两次"), made=made)
    assert said(found) == {FIRST: FIRST.replace("一次", "两次")}
