"""The first paragraph of the minutes: what is known is said, what is unknown leaves no gap."""

from __future__ import annotations

import pytest

from wording import opening_of, view_of

OFFICE = """
    name: 示例市应急管理局
    organisations:
      - {id: sheng-ting, name: 示例省应急管理厅, short: 省应急厅}
      - {id: bangongshi, name: 办公室}
    people:
      - id: zhang-san
        name: 张三
        posts:
          - {title: 副局长, to: 2022-12-31}
          - {title: 党委书记, from: 2023-01-01}
          - {title: 局长, from: 2023-01-01}
"""


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ("", "例会召开。"),
        ("chair: 张三", "张三主持召开例会。"),
        ("place: 三楼会议室", "例会在三楼会议室召开。"),
        ("held: 2023-03-06", "2023年3月6日，例会召开。"),
        ("held: 2023-03-06 15:00\nchair: 张三", "2023年3月6日下午3时，张三主持召开例会。"),
        ("held: 2023-03-06 9:30\nplace: 三楼会议室", "2023年3月6日上午9时30分，例会在三楼会议室召开。"),
        ("held: {shown: 近日}\nchair: 张三", "近日，张三主持召开例会。"),
        ("held: {from: 2023-03-06, to: 2023-03-08}", "2023年3月6日至8日，例会召开。"),
        ("held: {from: 2023-03-30, to: 2023-04-01}", "2023年3月30日至4月1日，例会召开。"),
        ("held: {from: 2023-12-30, to: 2024-01-02}", "2023年12月30日至2024年1月2日，例会召开。"),
        ("place: [一楼会议室, 二楼会议室]\nchair: 张三", "张三在一楼会议室、二楼会议室主持召开例会。"),
        ("chair: 张三\nplace: 三楼会议室", "张三在三楼会议室主持召开例会。"),
    ],
)
def test_when_who_where_and_what_stand_in_one_sentence(fields: str, sentence: str) -> None:
    assert opening_of(fields) == sentence


@pytest.mark.parametrize(
    ("fields", "sentences"),
    [
        ("venues: [{name: 局机关, type: branch}, {name: 指挥中心}]", "例会在指挥中心召开。分会场设在局机关。"),
        ("mode: video", "例会召开。会议以视频形式召开。"),
        (
            "mode: mixed\nvenues: [{name: 甲县, type: branch}, {name: 乙县, type: branch}]",
            "例会召开。会议以现场和视频相结合的形式召开，分会场设在甲县、乙县。",
        ),
        ("mode: in-person", "例会召开。"),
        ("hosts: 办公室", "办公室召开例会。"),
        ("hosts: 局党组\nkind: 党组会议", "例会召开。"),
        ("hosts: [局党组, 局工会]\nkind: 党组会议", "局党组、局工会联合召开例会。"),
        (
            "hosts: [办公室, {organisation: 人事科, part: organiser}, {organisation: 财务科, part: 承办}]",
            "例会召开。会议由办公室主办，人事科、财务科承办。",
        ),
    ],
)
def test_shape_branches_and_hosts_have_sentences_of_their_own(fields: str, sentences: str) -> None:
    assert opening_of(fields) == sentences


@pytest.mark.parametrize(
    ("fields", "beginning"),
    [
        ("purpose: 为贯彻全省会议精神", "为贯彻全省会议精神，例会召开。"),
        ("purpose: 为贯彻全省会议精神，", "为贯彻全省会议精神，例会召开。"),
        ("purpose: 贯彻全省会议精神。", "贯彻全省会议精神。例会召开。"),
        ("basis: sheng-ting", "根据省应急厅要求，例会召开。"),
        ("basis: [sheng-ting, 办公室]\npurpose: 为防汛", "根据省应急厅、办公室要求，为防汛，例会召开。"),
    ],
)
def test_basis_and_purpose_come_first(fields: str, beginning: str) -> None:
    assert opening_of(fields, OFFICE) == beginning


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("general", "张三主持召开例会。"),
        ("办公会议", "张三主持召开例会。"),
        ("党组会议", "张三同志主持召开例会。"),
        ("动员部署会", "张三同志主持召开例会。"),
        ("专题学习会", "张三同志主持召开例会。"),
        ("董事会", "张三主持召开例会。"),
    ],
)
def test_people_are_called_comrade_where_the_kind_says_so(kind: str, sentence: str) -> None:
    assert opening_of(f"kind: {kind}\nchair: 张三") == sentence


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2022-12-30", "2022年12月30日，副局长张三主持召开例会。"),
        ("2022-12-31", "2022年12月31日，副局长张三主持召开例会。"),
        ("2023-01-01", "2023年1月1日，党委书记、局长张三主持召开例会。"),
    ],
)
def test_the_posts_are_those_of_the_day_of_the_meeting(day: str, said: str) -> None:
    assert opening_of(f"held: {day}\nchair: zhang-san", OFFICE) == said


def test_without_a_day_the_posts_are_those_that_have_not_ended() -> None:
    assert opening_of("chair: zhang-san", OFFICE) == "党委书记、局长张三主持召开例会。"


def test_a_body_is_said_once_for_posts_that_follow_each_other() -> None:
    chair = """
        chair:
          name: 张三
          posts:
            - {title: 党组书记, organisation: 甲局}
            - {title: 局长, organisation: 甲局}
            - {title: 副主任, organisation: 乙委}
    """
    assert opening_of(chair) == "甲局党组书记、局长、乙委副主任张三主持召开例会。"


@pytest.mark.parametrize(
    ("fields", "meeting"),
    [
        ("title: 党组会议\nseries: {number: 93}", "第93次党组会议"),
        ("title: 党组会议\nseries: {term: 二届, number: 93}", "二届第93次党组会议"),
        ("title: 党组（扩大）会议\nseries: {term: 二届, number: 93, enlarged: true}", "二届第93次党组（扩大）会议"),
        ("title: 党组会议\nseries: {number: 4, enlarged: true}", "第4次党组会议（扩大）"),
        ("title: 局长办公会\nseries: {number: 4, year: 2023}", "2023年第4次局长办公会"),
        ("title: 2023年第4次局长办公会\nseries: {number: 4, year: 2023}", "2023年第4次局长办公会"),
        ("title: 党组会议\nseries: 7", "第7次党组会议"),
    ],
)
def test_the_place_in_the_series_leads_the_name_unless_the_title_says_it(fields: str, meeting: str) -> None:
    assert opening_of(f"{fields}\nchair: 张三") == f"张三主持召开{meeting}。"


@pytest.mark.parametrize(
    ("fields", "numbers"),
    [
        ("attendees: [张三, 李四, 王五]", "会议应到成员3人，实到3人。"),
        ("attendees: [张三, 李四]\non_leave: 王五", "会议应到成员3人，实到2人。"),
        ("expected: 5\nattendees: [张三, 李四, 王五]", "会议应到成员5人，实到3人。"),
        ("expected: 5\nattendees: [张三, 李四, 王五]\nobservers: 赵六", "会议应到成员5人，实到3人。"),
        ("attendees: [张三, {group: 各支部书记, count: 4}]", "会议应到成员5人，实到5人。"),
        ("attendees: [张三, 各支部书记]", ""),
        ("attendees: {person: 张三, status: leave}", "会议应到成员1人，实到0人。"),
        ("expected: 5", ""),
        ("attendees: [张三, {group: 各支部书记, count: 30余人}]", ""),
        ("", ""),
    ],
)
def test_kinds_that_vote_say_how_many_should_come_and_came_where_both_are_known(fields: str, numbers: str) -> None:
    assert opening_of(f"kind: 党组会议\n{fields}") == f"例会召开。{numbers}"


@pytest.mark.parametrize(("kind", "voters"), [("党组会议", "成员"), ("支部党员大会", "党员"), ("董事会", "董事")])
def test_those_who_vote_are_called_what_they_are(kind: str, voters: str) -> None:
    said = f"例会召开。会议应到{voters}2人，实到2人。"
    assert opening_of(f"kind: {kind}\nattendees: [张三, 李四]") == said


def test_kinds_that_do_not_vote_count_nobody() -> None:
    assert opening_of("kind: 专题会议\nattendees: [张三, 李四]") == "例会召开。"


@pytest.mark.parametrize(
    ("fields", "lead"),
    [
        ("decisions: 同意。", "例会召开。现将会议议定事项纪要如下："),
        ("agenda: [{title: 甲, decisions: 同意。}]", "例会召开。现将会议议定事项纪要如下："),
        ("statements: 要抓落实。", "例会召开。现将会议主要内容纪要如下："),
        ("conveyed: 全省会议精神", "例会召开。现将会议主要内容纪要如下："),
    ],
)
def test_the_opening_leads_over_to_what_follows(fields: str, lead: str) -> None:
    assert opening_of(fields) == lead


def test_each_text_of_the_opening_knows_its_field_in_the_record() -> None:
    text = """
        title: 例会
        purpose: 为防汛
        place: 三楼会议室
        venues: [{name: 甲县, type: branch}]
    """
    runs = {run.source: run.text for run in view_of(text).body[0].runs if run.source}
    assert runs == {"title": "例会", "purpose": "为防汛", "place": "三楼会议室", "venues[0].name": "甲县"}


def test_an_opening_that_somebody_rewrote_is_printed_as_they_wrote_it() -> None:
    text = """
        chair: 张三
        decisions: 同意。
        wording:
          minutes.opening: 例会由张三主持。议定事项如下：
    """
    assert opening_of(text) == "例会由张三主持。议定事项如下："


@pytest.mark.parametrize(
    ("title", "named"),
    [("局务会会议纪要", "局务会"), ("安全生产例会纪要", "安全生产例会"), ("专题会议纪要", "专题会议")],
)
def test_a_title_that_is_the_documents_names_the_meeting_in_the_sentence(title: str, named: str) -> None:
    assert opening_of(f"title: {title}\nchair: 张三\n").startswith(f"张三主持召开{named}。")


def test_a_meeting_held_together_with_another_says_so() -> None:
    fields = "title: 党组会议\nseries: {together_with: 局务会议}\n"
    assert "会议与局务会议合并召开。" in opening_of(fields)


def test_a_list_that_forgets_the_chair_is_no_count_of_the_members() -> None:
    fields = "title: 党组会议\nkind: party-group\nchair: 张三\nattendees: [李四, 王五]\n"
    assert "应到" not in opening_of(fields)
