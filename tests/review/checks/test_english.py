"""An English text by itself: what is wrong in it is found, and what is right stays silent."""

from __future__ import annotations

import pytest

from good_pairs import good_pairs
from jiyao.review.checks.english import check_english


def codes(en: str) -> set[str]:
    return {each.code for each in check_english(en, "release.txt")}


@pytest.mark.parametrize(
    ("en", "code"),
    [
        ("Current location: Home >> News\n", "E201"),
        ("Size: large | in | small\n", "E201"),
        ("Home: Notices\nNotices\n", "E202"),
        ("Time: May 4, 2023 Author: Source: [wide\n", "E203"),
        ("The grass-roots units and the grassroots staff met.\n", "E204"),
        ("They discussed party building, then Party building.\n", "E205"),
        ("The Shili Procuratorate met. The Shili Procurator's plan was read.\n", "E206"),
        ("After the 20th CPC National Congress, the 20th National Congress of the CPC was studied.\n", "E207"),
        ("The Year of Better Service in Offices began. The Year of Better Services in Offices goes on.\n", "E208"),
        (f"It was {'very ' * 20}and {'so ' * 20} good.\n", "E209"),
        ("Within one year Play a greater part.\n", "E210"),
        ("It was said that we should work.\n", "E211"),
        ('The "Plan" was read.\n', "E212"),
        ("They kept to “three grasping and three lifting” there.\n", "E213"),
        ("They should go. They should stay. They should wait.\n", "E214"),
        ("All units must compact their responsibilities.\n", "E215"),
        ("The meeting (held in May ended.\n", "B132"),
    ],
)
def test_a_fault_is_found(en: str, code: str) -> None:
    assert code in codes(en)


@pytest.mark.parametrize(
    "en",
    [
        "Xi Jinping Thought on Socialism with Chinese Characteristics for a New Era was studied on March 7, 2023.\n",
        "The Year of Standardizing the Work of Branches began.\n",
        "Source: Shili Daily\n",
        "The Year of Standardizing Party Organizations began in all Party organizations.\n",
        "The work of primary-level units goes on at the primary level.\n",
        "Good Work of Party Organizations\nThe work of Party organizations was good.\n",
        "The Shili Municipal People's Procuratorate met. The staff of the Shili Procuratorate took part.\n",
        "Of those members, 6 were present\nPresent: Zhang San\n",
        "Review of the Budget\nReview of the Plan\nReview of the Report\n",
        "Correspondents: Ge Tian Editor: Qi Nian Reviewer: Xie Ruobing\n",
        f"Present: {'; '.join(['Zhang San, Director of the Office of Works'] * 12)}\n",
        "The Proposal to Buy a 30 Percent Stake was rejected.\n",
    ],
)
def test_what_is_right_stays_silent(en: str) -> None:
    assert not codes(en)


def test_good_english_stays_silent() -> None:
    pairs = good_pairs()
    assert sum(not codes(f"{each.en}\n") for each in pairs) / len(pairs) > 0.98


def test_a_problem_has_its_line_and_column() -> None:
    (problem,) = check_english("Shili, May 4\n\nThe staff (of the office met.\n", "release.txt")
    assert (problem.place.line, problem.place.column) == (3, 11)
