"""The Chinese release: what is known is told, what is unknown leaves no gap."""

from __future__ import annotations

import pytest

from jiyao.languages.text import Language
from jiyao.views.release.notes import notes
from wording import record_of, release_of, texts

OFFICE = """
    name: 示例市应急管理局
    short: 市应急局
    organisations:
      - {id: sheng-anwei, name: 示例省安全生产委员会, short: 省安委会}
      - {id: shuili, name: 示例市水利局, short: 市水利局}
    people:
      - {id: zhang, name: 张三, posts: [党组书记, 局长]}
      - {id: li, name: 李四, posts: [党组成员, 副局长]}
      - {id: wang, name: 王小五, posts: [党组成员, 副局长]}
      - {id: zhao, name: 赵六, posts: [办公室主任]}
"""


def lead(fields: str, office: str = "") -> str:
    return texts(release_of(fields, office).body)[0]


def attendance(fields: str, office: str = OFFICE) -> str:
    return texts(release_of(fields, office).body)[1]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ("", "近日，例会召开。"),
        ("held: {shown: 日前}", "日前，例会召开。"),
        ("held: 2023-03-06", "2023年3月6日，例会召开。"),
        ("held: 2023-03-06 15:00", "2023年3月6日下午，例会召开。"),
        ("held: 2023年3月6日上午", "2023年3月6日上午，例会召开。"),
        ("held: {from: 2023-03-06, to: 2023-03-08}", "2023年3月6日至8日，例会召开。"),
        ("held: 2023-03-06\npublication: {date: 2023-03-07}", "3月6日，例会召开。"),
        ("held: 2022-12-30\npublication: {date: 2023-01-03}", "2022年12月30日，例会召开。"),
        ("place: 三楼会议室", "近日，例会在三楼会议室召开。"),
        ("purpose: 为贯彻全省会议精神", "为贯彻全省会议精神，近日，例会召开。"),
        ("hosts: 甲局", "近日，甲局召开例会。"),
        ("hosts: [甲局, 乙局]", "近日，甲局和乙局联合召开例会。"),
        (
            "hosts: [甲局, {organisation: 丙院, part: 承办}, {organisation: 丁会, part: 协办}]",
            "近日，甲局召开例会。会议由丙院承办，丁会协办。",
        ),
        ("title: 甲局工作例会\nhosts: 甲局", "近日，甲局工作例会召开。"),
        ("mode: video", "近日，例会召开。会议以视频形式召开。"),
        ("series: {number: 5, together_with: 防汛例会}", "近日，第5次例会召开。会议与防汛例会合并召开。"),
    ],
)
def test_the_lead_tells_what_is_known(fields: str, sentence: str) -> None:
    assert lead(fields) == sentence


def test_the_office_holds_its_own_meeting() -> None:
    assert lead("place: 三楼会议室", OFFICE) == "近日，示例市应急管理局在三楼会议室召开例会。"


@pytest.mark.parametrize(
    ("fields", "sentences"),
    [
        ("chair: 张三", "党组书记、局长张三主持会议。"),
        ("chair: 张三\nattendees: [{person: 张三, acts: [chair, speak]}]", "党组书记、局长张三主持会议并讲话。"),
        ("attendees: 李四、王小五", "党组成员、副局长李四、王小五出席会议。"),
        ("attendees: 李四、王小五、赵六", "党组成员、副局长李四、王小五，办公室主任赵六出席会议。"),
        ("attendees: [{person: 李四, acts: [speak]}]", "党组成员、副局长李四出席会议并讲话。"),
        ("attendees: [{person: 赵六, acts: [report]}]", "办公室主任赵六作汇报。"),
        ("attendees: [{person: 赵六, acts: [exchange, pledge]}]", "办公室主任赵六作交流发言、作表态发言。"),
        (
            "attendees: [{person: 李四, acts: [speak], on_behalf_of: 张三}]",
            "受党组书记、局长张三委托，党组成员、副局长李四出席会议并讲话。",
        ),
        (
            "attendees: [{person: 赵六, acts: [speak]}, {person: 李四, acts: [speak], on_behalf_of: 张三}]",
            "办公室主任赵六出席会议并讲话。受党组书记、局长张三委托，党组成员、副局长李四出席会议并讲话。",
        ),
        ("attendees: [{person: 赵六, on_behalf_of: 李四}]", "办公室主任赵六（受党组成员、副局长李四委托）出席会议。"),
        ("attendees: [{group: 各科室负责人, count: 30余人}]", "各科室负责人30余人出席会议。"),
        ("attendees: [{group: 各科室负责人, count: 12人以上}]", "各科室负责人（12人以上）出席会议。"),
        (
            "attendees: 李四\nobservers: [各县（区）应急管理局负责人]",
            "党组成员、副局长李四出席会议，各县（区）应急管理局负责人列席会议。",
        ),
        (
            "attendees: 李四、赵六\nobservers: [各县（区）应急管理局负责人]",
            "党组成员、副局长李四，办公室主任赵六出席会议；各县（区）应急管理局负责人列席会议。",
        ),
        ("attendees: [{group: 省厅督导组, attend_as: 到会指导}]", "省厅督导组到会指导。"),
        (
            "kind: 党组会议\nchair: 张三\nattendees: 张三、李四、王小五",
            "党组书记、局长张三同志主持会议。党组成员、副局长李四、王小五出席会议。",
        ),
    ],
)
def test_who_was_there_stands_with_posts_and_with_what_each_did(fields: str, sentences: str) -> None:
    assert attendance(fields) == sentences


def test_what_is_told_elsewhere_is_not_told_twice() -> None:
    view = release_of(
        "attendees: [{person: 李四, acts: [convey]}]\nconveyed: [{title: 全省会议精神, by: 李四}]", OFFICE
    )
    assert texts(view.body)[1:] == ["党组成员、副局长李四出席会议。", "李四传达学习了全省会议精神。"]


def test_a_speaker_whom_the_attendance_does_not_name_comes_with_posts() -> None:
    assert texts(release_of("statements: [{text: 要抓好自查。, by: 张三, verb: 强调}]", OFFICE).body)[1:] == [
        "党组书记、局长张三强调，要抓好自查。"
    ]


def test_a_body_is_named_in_full_once_and_then_by_its_declared_short_form() -> None:
    fields = """
        basis: sheng-anwei
        conveyed: [{title: 关于自查的通知, form: document, issuer: sheng-anwei}]
    """
    assert texts(release_of(fields, OFFICE).body) == [
        "根据示例省安全生产委员会（以下简称省安委会）要求，近日，示例市应急管理局召开例会。",
        "会议传达学习了省安委会《关于自查的通知》。",
    ]


def test_a_short_form_that_everybody_understands_is_not_declared() -> None:
    fields = "attendees: [{person: {name: 孙七, unit: shuili}}]\nbasis: shuili"
    assert "（以下简称" not in "".join(texts(release_of(fields, OFFICE).body))


def test_the_texts_of_the_record_stay_as_they_are_written() -> None:
    view = release_of("statements: [{text: 市应急局要带头。}]\nattendees: [市应急局负责人]", OFFICE)
    assert texts(view.body)[1:] == ["市应急局负责人出席会议。", "会议指出，市应急局要带头。"]


def test_the_byline_and_the_credits_have_no_empty_labels() -> None:
    view = release_of("publication: {source: 示例日报, reporters: [孙七], reviewer: 张三}", OFFICE)
    assert [(each.label, each.runs[0].text) for each in view.byline] == [("来源：", "示例日报")]
    assert [(each.label, each.runs[0].text) for each in view.credits] == [("记者：", "孙七"), ("审核：", "张三")]


def test_a_headline_that_nobody_gave_is_worded_from_the_meeting() -> None:
    assert "".join(run.text for run in release_of("", OFFICE).headline) == "市应急局召开例会"
    assert "".join(run.text for run in release_of("").headline) == "例会召开"


def test_a_rewritten_sentence_stands_in_the_place_of_the_programs() -> None:
    view = release_of("wording: {release.lead: 例会昨天召开。}\nchair: 张三")
    assert [(each.part, each.text) for each in view.body] == [
        ("release.lead", "例会昨天召开。"),
        ("release.attendance", "张三主持会议。"),
    ]


def test_a_rewritten_sentence_that_the_release_has_not_is_answered_with_the_right_one() -> None:
    record = record_of("title: 例会\nwording: {release.leed: 例会昨天召开。, minutes.opening: 例会。}")
    assert record.meeting is not None
    (problem,) = notes(record.meeting, record.office, Language.ZH)
    assert problem.place.line == 2
    assert "release.lead" in str(problem.hint)


def test_a_text_that_the_release_leaves_out_is_named() -> None:
    record = record_of("title: {zh: 例会, en: Meeting}\npurpose: {en: to plan the year}")
    assert record.meeting is not None
    assert [problem.place.where for problem in notes(record.meeting, record.office, Language.ZH)] == ["purpose.en"]


def test_each_text_of_the_record_can_be_found_again() -> None:
    view = release_of("requirements: [各科室要自查。]\nattendees: [各科室负责人]")
    sources = [run.source for paragraph in view.body for run in paragraph.runs if run.source]
    assert sources == ["title", "attendees[0]", "requirements[0]"]


def test_the_short_name_of_a_government_is_not_found_in_the_name_of_its_bureau() -> None:
    office = """
        name: {zh: 某办公室}
        organisations:
          - {id: shi, name: {zh: 澜口市人民政府}, short: {zh: 澜口市}}
          - {id: ju, name: {zh: 澜口市水利局}}
    """
    fields = "hosts: ju\nchair: {name: 查文, posts: [{title: {zh: 副市长}, organisation: shi}]}"
    assert lead(fields, office) == "近日，澜口市水利局召开例会。"
    assert texts(release_of(fields, office).body)[1] == "澜口市人民政府副市长查文主持会议。"
