"""Kinds of meetings: those that every office has, and an office's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.languages.text import Text
from jiyao.records.choices import DocumentName, Result, Voters
from jiyao.records.derived import kind_of
from jiyao.records.kinds import Kind, Pattern, Quorum, built_in_kinds
from recording import meeting, office_of, office_problems, problem


def kind(word: str, office: str = "") -> Kind:
    found = meeting(f"title: 会\nkind: {word}\n", office).kind
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("党组会", "party-group"),
        ("党委会", "party-committee"),
        ("检委会", "procuratorial-committee"),
        ("办公会", "office"),
        ("专题会", "thematic"),
        ("中心组学习", "central-group-study"),
        ("民主生活会", "democratic-life"),
        ("支部党员大会", "branch-assembly"),
        ("支委会", "branch-committee"),
        ("党小组会", "party-cell"),
        ("党课", "party-lecture"),
        ("动员部署会", "mobilisation"),
        ("座谈会", "symposium"),
        ("联席会议", "joint"),
        ("电视电话会议", "video-conference"),
        ("听证会", "hearing"),
        ("校务会", "school-council"),
        ("董事会", "board"),
    ],
)
def test_the_usual_kinds_are_known_by_their_chinese_word(word: str, key: str) -> None:
    assert kind(word).key == key


NAMES = [(each.key, name) for each in built_in_kinds() for name in (each.key, *each.names())]


@pytest.mark.parametrize(("key", "name"), NAMES)
def test_every_name_of_a_kind_means_that_kind(key: str, name: str) -> None:
    """So no name belongs to two kinds: the first would win."""
    assert kind(name).key == key


def test_a_kind_remembers_by_which_name_the_record_calls_it() -> None:
    assert (kind("局长办公会").called, kind("office").called) == ("局长办公会", "")
    assert kind("局长办公会") != kind("office")


def test_a_meeting_without_a_kind_is_a_general_one_that_assumes_nothing() -> None:
    general = kind_of(meeting("title: 会\n"))
    assert (general.key, general.voters, general.quorum, general.results) == (
        "general",
        Voters.NOBODY,
        None,
        tuple(Result),
    )


def test_cases_and_criticism_are_released_only_by_name() -> None:
    without = {each.key for each in built_in_kinds() if DocumentName.RELEASE not in each.documents}
    assert without == {"procuratorial-committee", "democratic-life"}


def test_every_kind_makes_minutes_and_has_a_name_in_both_languages() -> None:
    for each in built_in_kinds():
        assert DocumentName.MINUTES in each.documents
        assert each.name.zh
        assert each.name.en


def test_where_somebody_votes_a_quorum_is_asked_for() -> None:
    for each in built_in_kinds():
        assert (each.voters is Voters.NOBODY) == (each.quorum is None)


OWN = """\
name: 局
kinds:
  - {key: dispatch, name: {zh: 调度会, en: Dispatch meeting}, also: 周调度, voters: 成员, quorum: 2/3, results: 听取}
  - {代号: office, 名称: 办公会议, 别名: 办公会, 称同志: 是, 载明表决: 是, 结构: 按发言人}
"""


@pytest.mark.parametrize("word", ["dispatch", "调度会", "Dispatch meeting", "周调度"])
def test_an_office_may_define_kinds_of_its_own(word: str) -> None:
    own = kind(word, OWN)
    assert (own.name, own.voters, own.quorum, own.results) == (
        Text("调度会", "Dispatch meeting"),
        Voters.MEMBERS,
        Quorum(2, 3),
        (Result.NOTED,),
    )


@pytest.mark.parametrize("word", ["office", "办公会议", "办公会"])
def test_an_offices_own_kind_wins_over_a_built_in_one(word: str) -> None:
    own = kind(word, OWN)
    assert (own.comrade, own.prints_votes, own.pattern) == (True, True, Pattern.BY_SPEAKER)


def test_an_offices_own_kind_takes_no_name_that_it_does_not_have() -> None:
    assert kind("局长办公会", OWN).comrade is False
    assert len(office_of(OWN).kinds) == 2


def test_an_unknown_kind_asks_which_is_meant() -> None:
    found = problem("title: 会\nkind: 动员布署会\n")
    assert (str(found.place), found.code, found.fix) == ("meeting.yaml:2:7", "R120", ())
    assert str(found.hint) == "did you mean `动员部署会`?"


@pytest.mark.parametrize(
    ("written", "quorum"),
    [
        ("1/2", Quorum(1, 2)),
        ("'>=1/2'", Quorum(1, 2)),
        ("'>= 2/3'", Quorum(2, 3)),
        ("'>1/2'", Quorum(1, 2, more_than=True)),
    ],
)
def test_a_quorum_is_a_share(written: str, quorum: Quorum) -> None:
    assert office_of(f"name: 局\nkinds: [{{key: a, name: 甲会, quorum: {written}}}]\n").kinds[0].quorum == quorum


@pytest.mark.parametrize("written", ["过半数", "1/0", "3/2", "0/3", "-1/2", "50%", "'>'", "1e999999999", "'=<1/2'"])
def test_a_quorum_that_is_no_share_is_located(written: str) -> None:
    assert office_problems(f"name: 局\nkinds: [{{key: a, name: 甲会, quorum: {written}}}]\n") == ["2:36 R101"]


@pytest.mark.parametrize(
    ("share", "more_than", "present", "entitled", "met"),
    [
        ((1, 2), False, 5, 10, True),
        ((1, 2), True, 5, 10, False),
        ((1, 2), True, 6, 10, True),
        ((1, 2), False, 5, 11, False),
        ((2, 3), False, 6, 9, True),
        ((2, 3), False, 5, 9, False),
    ],
)
def test_half_or_more_than_half(
    share: tuple[int, int], more_than: bool, present: int, entitled: int, met: bool
) -> None:
    assert Quorum(*share, more_than).met(present, entitled) == met


@given(st.integers(0, 500), st.integers(1, 500))
def test_whoever_has_more_than_half_has_half(present: int, entitled: int) -> None:
    half, more = Quorum(1, 2), Quorum(1, 2, more_than=True)
    assert half.met(present, entitled) or not more.met(present, entitled)
    assert more.met(present, entitled) == (2 * present > entitled)
