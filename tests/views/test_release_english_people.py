"""Who took part, in English: posts behind names, full names once, counts in words and digits."""

from __future__ import annotations

import pytest

from english import part_of
from jiyao.languages.text import Language
from wording import release_of

OFFICE = """
    name: {zh: 市应急局, en: Shili Municipal Emergency Management Bureau}
    people:
      - id: cheng
        name: {zh: 程立新, en: Cheng Lixin}
        posts: [{zh: 党组书记, en: Secretary of the Party Leadership Group}, {zh: 局长, en: Director}]
      - {id: gao, name: {zh: 高敏, en: Gao Min}, posts: {zh: 副局长, en: Deputy Director}}
      - {id: wu, name: {zh: 吴越, en: Wu Yue}, posts: {zh: 副局长, en: Deputy Director}}
      - {id: lu, name: {zh: 陆志远, en: Lu Zhiyuan}, posts: {zh: 主任, en: Director of the Political Department}}
      - {id: cheng-b, name: {zh: 程远, en: Cheng Yuan}}
"""


def told(fields: str, style: str = "spp") -> list[str]:
    return part_of("attendance", fields, OFFICE, style)


def test_posts_stand_behind_the_name_and_a_bare_post_is_one_of_the_office() -> None:
    assert told("chair: cheng") == [
        "Cheng Lixin, Secretary of the Party Leadership Group and Director of the bureau, chaired the meeting."
    ]


def test_an_office_that_has_been_named_is_called_by_what_it_is() -> None:
    hosts = "hosts: {zh: 市应急局, en: Shili Municipal Emergency Management Bureau}\nchair: cheng"
    assert told(hosts, "xinhua") == [
        "Cheng Lixin, secretary of the Party Leadership Group and director of the bureau, chaired the meeting."
    ]


def test_what_each_did_is_told_and_the_chair_comes_first() -> None:
    fields = """
        hosts: {zh: 市应急局, en: Shili Municipal Emergency Management Bureau}
        chair: cheng
        attendees:
          - {person: lu, acts: [pledge]}
          - {person: cheng, acts: [chair, speak]}
          - {person: gao, acts: [speak], attend_as: guide}
    """
    assert told(fields) == [
        (
            "Cheng Lixin, Secretary of the Party Leadership Group and Director of the bureau, chaired the meeting and "
            "delivered a speech. Lu Zhiyuan, Director of the Political Department, attended the meeting and made a "
            "statement of commitment. Gao Min, Deputy Director of the bureau, attended to give guidance and delivered "
            "a speech."
        )
    ]


def test_several_who_did_the_same_share_a_sentence_and_posts_that_they_share_are_said_once() -> None:
    fields = """
        hosts: {zh: 市应急局, en: Shili Municipal Emergency Management Bureau}
        attendees: [{person: gao, acts: [speak]}, {person: wu, acts: [speak]}]
    """
    assert told(fields) == [
        "Gao Min and Wu Yue, both Deputy Directors of the bureau, attended the meeting and delivered speeches."
    ]


def test_those_who_did_no_more_are_listed_with_semicolons_where_they_have_posts() -> None:
    fields = """
        hosts: {zh: 市应急局, en: Shili Municipal Emergency Management Bureau}
        attendees: [gao, lu, {name: {zh: 张三}}]
        observers: [wu]
    """
    assert told(fields) == [
        (
            "The meeting was attended by Gao Min, Deputy Director of the bureau; Lu Zhiyuan, Director of the Political "
            "Department; and Zhang San. Attending as an observer was Wu Yue, Deputy Director of the bureau."
        )
    ]


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ("{group: {en: Party branch secretaries}, count: 5}", "five Party branch secretaries"),
        ("{group: {en: Party branch secretaries}, count: 12}", "12 Party branch secretaries"),
        ("{group: {en: Party branch secretaries}, count: 30余人}", "more than 30 Party branch secretaries"),
        ("{group: {en: Party branch secretaries}, count: {at_least: 12}}", "at least 12 Party branch secretaries"),
        ("{group: {en: All members}, count: 9}", "all members (nine people)"),
        ("{group: {en: all 12 members}, count: 12}", "all 12 members"),
        ("{group: {en: representatives}}", "representatives"),
        ("{group: {en: volunteers}, count: 1200}", "1,200 volunteers"),
    ],
)
def test_groups_say_their_count_once(group: str, said: str) -> None:
    assert told(f"attendees: [{group}]") == [f"The meeting was attended by {said}."]


@pytest.mark.parametrize(
    ("capacity", "said"),
    [
        ("attend", "The meeting was attended by volunteers."),
        ("join", "Taking part in the meeting were volunteers."),
        ("observe", "Attending as observers were volunteers."),
        ("audit", "Sitting in on the meeting were volunteers."),
        ("guide", "Attending to give guidance were volunteers."),
        ("watch", "Following it remotely were volunteers."),
    ],
)
def test_each_capacity_has_its_words(capacity: str, said: str) -> None:
    assert told(f"attendees: [{{group: {{en: volunteers}}, attend_as: {capacity}}}]") == [said]


def test_a_long_list_is_told_in_several_sentences() -> None:
    names = [
        "王伟",
        "李娜",
        "张敏",
        "刘洋",
        "陈静",
        "杨帆",
        "赵磊",
        "黄丽",
        "周强",
        "吴杰",
        "徐明",
        "孙燕",
        "胡军",
        "朱红",
        "高峰",
        "林涛",
        "何平",
        "郭亮",
    ]
    people = ", ".join(f"{{name: {{zh: {name}}}}}" for name in names)
    (paragraph,) = told(f"attendees: [{people}]")
    assert [len(each.split()) <= 40 for each in paragraph.split(". ")] == [True, True]
    assert ". Others attending the meeting were " in paragraph


def test_a_speaker_for_somebody_else_says_so() -> None:
    fields = "attendees: [{person: {name: {zh: 薛磊}}, on_behalf_of: {name: {zh: 方晓雯}}, acts: [exchange]}]"
    assert told(fields) == [
        "Xue Lei, on behalf of Fang Xiaowen, attended the meeting and shared views with the participants."
    ]


def test_who_was_away_and_who_has_no_english_is_not_named() -> None:
    assert told("attendees: [{person: gao, status: leave}, {group: 各科室负责人}, {name: {zh: 阿依努尔·沙比提}}]") == []


def test_a_person_is_named_in_full_once_and_by_surname_after() -> None:
    fields = "chair: lu\nstatements: [{by: lu, text: {en: work is safe.}, frame: that}]"
    assert part_of("statements", fields, OFFICE) == ["Lu pointed out that work is safe."]


def test_two_people_who_share_a_surname_keep_their_full_names() -> None:
    fields = "chair: cheng\nattendees: [cheng-b]\nstatements: [{by: cheng, text: {en: work is safe.}, frame: that}]"
    assert part_of("statements", fields, OFFICE) == ["Cheng Lixin pointed out that work is safe."]


def test_a_speaker_who_was_not_named_before_comes_with_the_posts() -> None:
    fields = "statements: [{by: lu, text: {en: work is safe.}, frame: that}, {by: lu, text: {en: Work is safe.}}]"
    assert part_of("statements", fields, OFFICE) == [
        "Lu Zhiyuan, Director of the Political Department, pointed out that work is safe.",
        "Work is safe, Lu also pointed out.",
    ]


def test_posts_in_another_body_name_it_once() -> None:
    fields = """
        chair:
          name: {zh: 张伟}
          posts:
            - {title: {en: Chief Procurator}, organisation: {en: Jiashi Procuratorate}}
            - {title: {en: Grand Prosecutor}, organisation: {en: Jiashi Procuratorate}}
    """
    assert told(fields, "chinadaily") == [
        "Zhang Wei, chief procurator and Grand prosecutor of the Jiashi Procuratorate, chaired the meeting."
    ]


def test_who_has_no_post_is_named_with_the_body_that_sent_them() -> None:
    fields = """
        attendees:
          - person:
              name: {zh: 卫若川, en: Wei Ruochuan}
              unit: {name: {zh: 市统计局, en: Bureau of Statistics and Prices}}
            attend_as: observe
            acts: [lecture]
    """
    assert told(fields) == [
        "Wei Ruochuan of the Bureau of Statistics and Prices attended as an observer and gave a lecture."
    ]


def test_every_word_of_an_english_release_is_marked_as_english() -> None:
    editor = "{name: {zh: 张三, en: Zhang San}}"
    record = f"title: {{en: meeting}}\npublication: {{date: 2023-03-07, editor: {editor}}}"
    view = release_of(record, "", Language.EN)
    labelled = (run for each in (*view.byline, *view.credits) for run in each.runs)
    assert {run.language for run in (*labelled, *view.headline)} == {Language.EN}
