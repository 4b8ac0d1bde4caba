"""Terms of the office's table: its own rendering is asked for, unwanted ones are told, the status says how loudly."""

from __future__ import annotations

import pytest

from jiyao.languages.text import Text
from jiyao.review.checks.known import Known
from jiyao.review.checks.pairs import check_pair
from jiyao.review.terms.table import Entry, TermStatus

GROUP = Entry("党组", ("Party Leadership Group",), forbidden=("Party Group", "leading group"))


def told(zh: str, en: str, *entries: Entry) -> list[str]:
    found = check_pair(Text(zh, en), Known(terms=entries))
    return [f"{each.severity} {each.code}: {each.message}" for each in found if each.code in {"B141", *NEW}]


NEW = {"B143", "B144", "B145", "B146", "B168", "B169"}


def test_the_house_term_is_asked_for_where_others_would_do() -> None:
    en = "The leading Party members group met."
    assert told("党组开会。", en) == []
    assert told("党组开会。", en, GROUP) == [
        "error B143: 党组 is “Party Leadership Group” here; the English says otherwise"
    ]
    assert told("党组开会。", "The Party leadership group’s members met.", GROUP) == []


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (TermStatus.HOUSE, "error B143"),
        (TermStatus.OFFICIAL, "warning B145"),
        (TermStatus.OBSERVED, "note B146"),
        (TermStatus.UNOFFICIAL, "note B146"),
    ],
)
def test_only_house_terms_are_errors(status: TermStatus, said: str) -> None:
    (found,) = told(
        "会议精神要落实。", "The spirit was carried out.", Entry("会议精神", ("guiding principles",), status)
    )
    assert found.startswith(said)


def test_an_unwanted_rendering_is_told_but_not_within_a_wanted_one() -> None:
    assert told("党组开会。", "The Party Group met.", GROUP) == ["error B144: “Party Group” is not wanted for 党组"]
    wanted = Entry("党组", ("leading Party Group",), forbidden=("Party Group",))
    assert told("党组开会。", "The leading Party Group met.", wanted) == []
    assert told("会议开始。", "The Party Group met.", GROUP) == []


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (TermStatus.HOUSE, "error B144"),
        (TermStatus.OFFICIAL, "warning B168"),
        (TermStatus.OBSERVED, "note B169"),
        (TermStatus.UNOFFICIAL, "note B169"),
    ],
)
def test_an_unwanted_rendering_is_as_bad_as_its_term_is_binding(status: TermStatus, said: str) -> None:
    grip = Entry("抓手", ("means",), status, forbidden=("grip",))
    assert told("找准抓手。", "They found a grip.", grip) == [f"{said}: “grip” is not wanted for 抓手"]


def test_a_term_may_have_unwanted_renderings_alone() -> None:
    grip = Entry("抓手", (), forbidden=("grip",))
    assert told("找准抓手。", "They found a grip.", grip) == ["error B144: “grip” is not wanted for 抓手"]
    assert told("找准抓手。", "They found the means.", grip) == []


def test_the_longest_term_counts_and_titles_have_words_of_their_own() -> None:
    assert told("基层党组织开会，学习《党组工作条例》。", "Primary-level Party organizations met.", GROUP) == []


def test_what_the_table_says_counts_instead_of_what_comes_with_the_program() -> None:
    zh, en = "加强党建工作。", "Party construction was strengthened."
    assert [each[:12] for each in told(zh, en)] == ["warning B141"]
    assert told(zh, en, Entry("党建", ("Party construction",), TermStatus.OBSERVED)) == []
