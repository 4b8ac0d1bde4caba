"""Taking terms over from other files: what stands here stays, and nothing that either side says gets lost unsaid."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jiyao.review.terms.table import Entry, TermStatus
from jiyao.review.terms.taking_over import TakenOver, taken_over

OURS = Entry("党组", ("Party Leadership Group",), forbidden=("Party Group",), note="in full", source="circular 3")
OTHER = Entry("党组", ("leading Party members group",), TermStatus.OBSERVED)


def taken(ours: list[Entry], *theirs: Entry, they_win: bool = False) -> TakenOver:
    return taken_over({each.key: each for each in ours}, [("a.csv", each) for each in theirs], they_win=they_win)


def said(found: TakenOver) -> list[str]:
    return [str(each.message) for each in found.problems]


def test_another_rendering_is_told_and_ours_stays() -> None:
    found = taken([OURS], OTHER)
    assert (found.entries, found.alike) == ((), frozenset({OURS.key}))
    assert said(found) == ["党组 is Party Leadership Group here and leading Party members group there; ours stays"]


def test_where_they_win_what_they_do_not_speak_of_stays_all_the_same() -> None:
    found = taken([OURS], OTHER, they_win=True)
    assert found.entries == (OTHER._replace(forbidden=("Party Group",), note="in full", source="circular 3"),)
    assert (said(found), found.changed) == ([], frozenset({OURS.key}))


def test_what_becomes_wanted_is_unwanted_no_longer() -> None:
    (entry,) = taken([OURS], OTHER._replace(english=("Party Group",)), they_win=True).entries
    assert (entry.english, entry.forbidden) == (("Party Group",), ())


def test_unwanted_renderings_a_note_and_a_source_are_added_to_ours() -> None:
    theirs = Entry("党组", OURS.english, forbidden=("party team",), note="theirs")
    (entry,) = taken([OURS], theirs).entries
    assert entry == OURS._replace(forbidden=("Party Group", "party team"))


def test_what_is_wanted_here_and_unwanted_there_is_told() -> None:
    found = taken([OURS], Entry("党组", (), forbidden=OURS.english))
    assert found.entries == ()
    assert said(found) == ["党组 is Party Leadership Group here and not: Party Leadership Group there; ours stays"]
    found = taken([Entry("抓手", (), forbidden=("grip",))], Entry("抓手", ("grip",)))
    assert found.entries == ()
    assert said(found) == ["抓手 is not: grip here and grip there; ours stays"]


def test_two_files_that_disagree_about_a_new_term_are_told_and_the_first_counts() -> None:
    for they_win in (False, True):
        found = taken([], OURS, OTHER, they_win=they_win)
        assert (found.entries, found.new, len(found.problems)) == ((OURS,), frozenset({OURS.key}), 1)


def test_the_rendering_of_one_office_disagrees_with_nobody() -> None:
    found = taken([OURS], OTHER._replace(office="乙局"))
    assert (len(found.new), said(found)) == (1, [])


WORDS = st.lists(st.sampled_from(("a", "b", "c")), unique=True, max_size=2).map(tuple)
ENTRY = st.builds(
    Entry, st.sampled_from(("甲", "乙")), WORDS, st.sampled_from(TermStatus), WORDS, st.sampled_from("x ")
)
ENTRIES = st.lists(ENTRY.filter(lambda each: not set(each.english) & set(each.forbidden)), max_size=4)


@given(ENTRIES, ENTRIES, st.booleans())
def test_each_term_is_new_changed_or_alike_and_once_taken_over_it_is_alike(
    ours: list[Entry], theirs: list[Entry], they_win: bool
) -> None:
    before = {each.key: each for each in ours}
    found = taken(ours, *theirs, they_win=they_win)
    assert len(found.new) + len(found.changed) + len(found.alike) == len({each.key for each in theirs})
    assert {each.key for each in found.entries} == found.new | found.changed
    after = before | {each.key: each for each in found.entries}
    assert not any(set(each.english) & set(each.forbidden) for each in after.values())
    if not they_win:
        assert all(after[key].english == each.english for key, each in before.items() if each.english)
        assert taken(list(after.values()), *theirs).entries == ()
