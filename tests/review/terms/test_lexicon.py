"""How a rendering is found in English: in any of its regular forms, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.review.terms.lexicon import says

WORDS = st.lists(st.text("abeiklnstyABC'’.()&", min_size=1, max_size=6), min_size=1, max_size=3).map(" ".join)


@pytest.mark.parametrize(
    ("rendering", "en"),
    [
        ("Party Committee", "the Party’s committees met"),
        ("Party Committee", "the Party's Committee"),
        ("promote reform", "by promoting reforms"),
        ("promote reform", "they promoted reform"),
        ("study", "They have studied it."),
        ("study", "by studying it"),
        ("plan", "as planned"),
        ("policy", "the policies’ aim"),
        ("agree", "agreeing on it"),
        ("grass-roots work", "grassroots work"),
        ("grass-roots work", "Grass roots work"),
        ("leading Party members' group", "the leading Party members group"),
        ("leading Party members group", "the leading Party members’ group"),
        ("Communist Party of China (CPC)", "the Communist Party of China (CPC) met"),
    ],
)
def test_regular_forms_hyphens_and_capitals_are_free(rendering: str, en: str) -> None:
    assert says(en, rendering)


@pytest.mark.parametrize(
    ("rendering", "en"),
    [
        ("plan", "a plane"),
        ("plan", "an explanation"),
        ("party", "a partial view"),
        ("promote", "a promotion"),
        ("Party Group", "the party of a group"),
        ("use", "us"),
        ("", "anything"),
        (" - ", "anything - at all"),
    ],
)
def test_other_words_are_not_forms_of_it(rendering: str, en: str) -> None:
    assert not says(en, rendering)


@given(WORDS)
def test_a_rendering_is_found_as_it_stands_and_in_capitals(rendering: str) -> None:
    assert says(f"They said {rendering} again.", rendering)
    assert says(rendering.upper(), rendering)
