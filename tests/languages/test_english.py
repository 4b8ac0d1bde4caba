"""Days, numbers, articles and posts as English official texts write them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.languages.english.articles import a_or_an, head_noun, with_the
from jiyao.languages.english.dates import english_date, english_days, month_name, on_day, part_of
from jiyao.languages.english.numbers import at_least, count, in_a_row, ordinal
from jiyao.languages.english.posts import plural_post, post_after_name
from jiyao.languages.english.style import STYLES, Style
from jiyao.records.office import EnglishStyle

SPP, XINHUA = STYLES["spp"], STYLES["xinhua"]


def test_every_house_style_that_an_office_may_name_says_what_it_prescribes() -> None:
    assert [each.style for each in EnglishStyle] == list(STYLES.values())


@pytest.mark.parametrize(
    ("month", "spp", "xinhua"),
    [(1, "Jan 8", "Jan. 8"), (2, "Feb 8", "Feb. 8"), (9, "Sept 8", "Sept. 8"), (12, "Dec 8", "Dec. 8")],
)
def test_long_months_are_shortened_beside_a_day_with_a_point_or_without(month: int, spp: str, xinhua: str) -> None:
    day = date(2026, month, 8)
    assert (english_date(day, SPP, 2026), english_date(day, XINHUA, 2026)) == (spp, xinhua)


@pytest.mark.parametrize(("month", "name"), [(3, "March"), (4, "April"), (5, "May"), (6, "June"), (7, "July")])
def test_march_to_july_are_never_shortened(month: int, name: str) -> None:
    assert english_date(date(2026, month, 6), XINHUA, 2026) == f"{name} 6"


def test_a_month_without_a_day_is_never_shortened() -> None:
    assert month_name(9) == "September"


@pytest.mark.parametrize(
    ("first", "last", "own_year", "said"),
    [
        (date(2023, 3, 6), None, 2023, "March 6"),
        (date(2023, 3, 6), date(2023, 3, 6), None, "March 6, 2023"),
        (date(2023, 3, 6), date(2023, 3, 8), 2023, "March 6-8"),
        (date(2023, 3, 6), date(2023, 3, 8), 2024, "March 6-8, 2023"),
        (date(2023, 3, 30), date(2023, 4, 2), 2023, "March 30 to April 2"),
        (date(2022, 12, 30), date(2023, 1, 2), 2023, "Dec 30, 2022, to Jan 2, 2023"),
    ],
)
def test_days_say_the_year_only_where_it_is_not_the_storys_own(
    first: date, last: date | None, own_year: int | None, said: str
) -> None:
    assert english_days(first, last, SPP, own_year) == said


def test_a_sentence_says_on_which_day_or_part_of_it() -> None:
    assert on_day("March 6") == "on March 6"
    assert on_day("March 6", "上午") == "on the morning of March 6"
    assert on_day("March 6", part_of(time(14, 30))) == "on the afternoon of March 6"
    assert on_day("March 6", "晚上") == "on the evening of March 6"
    assert on_day("March 6-8", several=True) == "on March 6-8"
    assert on_day("March 30 to April 2", several=True) == "from March 30 to April 2"


@pytest.mark.parametrize(("number", "said"), [(5, "five"), (9, "nine"), (10, "10"), (326, "326"), (12000, "12,000")])
def test_counts_are_words_below_ten_and_digits_from_there(number: int, said: str) -> None:
    assert count(number) == said


def test_a_round_least_is_more_than_it_and_another_is_at_least_it() -> None:
    assert (at_least(30), at_least(12)) == ("more than 30", "at least 12")


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "first"), (9, "ninth"), (10, "10th"), (11, "11th"), (12, "12th"), (21, "21st"), (61, "61st"), (93, "93rd")],
)
def test_ordinals_are_words_below_ten(number: int, said: str) -> None:
    assert ordinal(number) == said


@pytest.mark.parametrize(
    ("names", "plain", "serial"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a and b"),
        (["a", "b", "c"], "a, b and c", "a, b, and c"),
        (["a, x", "b"], "a, x; and b", "a, x; and b"),
        (["a, x", "b", "c"], "a, x; b; and c", "a, x; b; and c"),
    ],
)
def test_names_in_a_row_take_the_serial_comma_of_the_style_and_semicolons_where_they_have_commas(
    names: list[str], plain: str, serial: str
) -> None:
    assert in_a_row(names) == plain
    assert in_a_row(names, serial_comma=True) == serial


@pytest.mark.parametrize(
    "said",
    [
        "a meeting",
        "an enlarged meeting",
        "a university",
        "a one-day seminar",
        "an hour",
        "an SPP notice",
        "a CPC meeting",
        "an 8th session",
        "an 11th session",
        "a 100th session",
        "an 80th session",
        "an uninterrupted session",
        "a European forum",
        "a joint meeting",
    ],
)
def test_the_indefinite_article_follows_the_sound(said: str) -> None:
    article, _, words = said.partition(" ")
    assert a_or_an(words) == article


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Shili Municipal Bureau", "the Shili Municipal Bureau"),
        ("Party Leadership Group of the Bureau", "the Party Leadership Group of the Bureau"),
        ("University of Shili", "the University of Shili"),
        ("Shili University", "Shili University"),
        ("Huaxin Instruments Co., Ltd.", "Huaxin Instruments Co., Ltd."),
        ("Leading Party Members Group", "the Leading Party Members Group"),
        ("The Provincial Committee", "the Provincial Committee"),
        ("the Provincial Committee", "the Provincial Committee"),
        ("departments concerned", "departments concerned"),
        ("SPP", "the SPP"),
    ],
)
def test_bodies_take_the_and_companies_and_schools_do_not(name: str, said: str) -> None:
    assert with_the(name) == said


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Shili Municipal Emergency Management Bureau", "bureau"),
        ("Department of Emergency Management of Shili Province", "department"),
        ("Huaxin Instruments Co., Ltd.", "company"),
        ("SPP", ""),
    ],
)
def test_a_body_is_called_by_what_it_is(name: str, noun: str) -> None:
    assert head_noun(name) == noun


@pytest.mark.parametrize(
    ("post", "small"),
    [
        ("General Secretary of the CPC Central Committee", "general secretary of the CPC Central Committee"),
        ("Director of the Political Department", "director of the Political Department"),
        ("Party Secretary", "Party secretary"),
        ("Deputy Chief Procurator", "deputy chief procurator"),
        ("Secretary of the Party Branch and Deputy Director", "secretary of the Party Branch and deputy director"),
        ("Prosecutor General of the Supreme Court", "prosecutor general of the Supreme Court"),
        ("Secretary-General", "secretary-general"),
    ],
)
def test_posts_keep_their_capitals_or_lose_those_of_their_common_words(post: str, small: str) -> None:
    assert post_after_name(post, capitals=True) == post
    assert post_after_name(post, capitals=False) == small


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("Deputy Director", "Deputy Directors"),
        ("Member of the Party Leadership Group", "Members of the Party Leadership Group"),
        ("Deputy Secretary", "Deputy Secretaries"),
        ("Vice Chairman", "Vice Chairmen"),
        ("Editor-in-Chief", "Editors-in-Chief"),
    ],
)
def test_a_post_that_several_hold_is_said_in_the_plural(one: str, several: str) -> None:
    assert plural_post(one) == several


@given(st.dates(date(1949, 10, 1), date(2099, 12, 31)), st.sampled_from(list(STYLES.values())))
def test_a_day_has_neither_a_leading_zero_nor_an_ordinal(day: date, style: Style) -> None:
    assert english_date(day, style).endswith(f" {day.day}, {day.year}")
