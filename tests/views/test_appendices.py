"""Attachments behind the text: those whose contents the record has, in the language of the minutes."""

from __future__ import annotations

from jiyao.languages.text import Language
from jiyao.views.appendices import Appendix, appendices
from jiyao.views.public_minutes import public_minutes_view
from jiyao.views.texts import left_out_texts, only_named_attachments
from wording import record_of, refusal_of, view_of

TABLE = """title: {zh: 例会, en: Meeting}
attachments:
  - title: {zh: 物资清单, en: List of supplies}
    table:
      - [序号, {zh: 物资, en: Item}, {zh: 数量, en: Quantity}]
      - [1, {zh: 编织袋, en: Sandbags}, '20000']
      - [2, {zh: 冲锋舟, en: Boats}]
  - title: {zh: 值班安排, en: Duty roster}
    text: "一、白天。\\n二、夜间。"
  - {zh: 名单, en: Names}
"""


def appended(text: str, language: Language = Language.ZH) -> tuple[Appendix, ...]:
    record = record_of(text)
    assert record.meeting is not None, record.problems
    return appendices(record.meeting, language)


def test_contents_are_printed_behind_the_text_and_what_has_none_is_only_named() -> None:
    supplies, roster = view_of(TABLE).appendices
    assert (supplies.label, roster.label) == ("附件1", "附件2")
    assert "".join(run.text for run in supplies.title) == "物资清单"
    assert supplies.head == ("序号", "物资", "数量")
    assert [each.cells for each in supplies.rows] == [("1", "编织袋", "20000"), ("2", "冲锋舟", "")]
    assert [each.text for each in roster.body] == ["一、白天。", "二、夜间。"]
    assert roster.head == ()


def test_one_attachment_alone_has_no_number() -> None:
    (only,) = appended("title: 例会\nattachments: [{title: 名单, text: 张三}]\n")
    assert only.label == "附件"


def test_figures_need_no_translation_and_words_do() -> None:
    english = appended(TABLE.replace("[序号,", "[{zh: 序号, en: No.},"), Language.EN)
    assert [each.label for each in english] == ["Attachment 1"]
    assert english[0].rows[0].cells == ("1", "Sandbags", "20000")
    assert appended(TABLE, Language.EN) == ()


def test_what_keeps_an_attachment_from_being_printed_in_english_is_said_once_for_each() -> None:
    record = record_of(TABLE)
    assert record.meeting is not None
    said = left_out_texts(record.meeting, Language.EN)
    assert [(each.code, each.place.line) for each in said] == [("D102", 5), ("D102", 9)]
    assert left_out_texts(record.meeting, Language.ZH) == ()


def test_in_both_languages_at_once_they_are_named_and_the_run_says_so() -> None:
    record = record_of(TABLE)
    assert record.meeting is not None
    assert [each.code for each in only_named_attachments(record.meeting)] == ["D108", "D108"]


def test_no_public_version_prints_them() -> None:
    record = record_of(f"{TABLE}access: public\n")
    assert record.meeting is not None
    view = public_minutes_view(record.meeting, record.office)
    assert not isinstance(view, tuple)
    assert view.appendices == ()
    assert len(view.attachments) == 3


def test_a_row_is_a_list() -> None:
    record = record_of("title: 例会\nattachments: [{title: 名单, table: [张三]}]\n")
    assert [each.code for each in record.problems if each.severity.value == "error"] == ["R101"]


def test_an_empty_table_is_no_attachment_to_print() -> None:
    assert appended("title: 例会\nattachments: [{title: 名单, table: []}]\n") == ()


def test_the_name_of_an_attachment_is_still_needed_in_chinese() -> None:
    assert [each.code for each in refusal_of("title: 例会\nattachments: [{title: {en: Names}}]\n")] == ["D101"]
