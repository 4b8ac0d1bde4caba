from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.views.lengths import Length, mm, points, twips


def test_an_inch_is_the_same_in_every_unit() -> None:
    assert mm(25.4) == points(72) == twips(1440) == Length(914_400)


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        (points(16).half_points, 32),
        (points(0.75).eighths, 6),
        (mm(0.35).eighths, 8),
        (mm(156).twips, 8844),
        (mm(4).mm, 4),
        (twips(579).points, 28.95),
    ],
)
def test_a_length_is_told_in_what_word_counts_in(counted: float, expected: float) -> None:
    assert counted == expected


@given(st.integers(-10_000, 10_000), st.integers(-10_000, 10_000))
def test_lengths_add_up_without_loss(first: int, second: int) -> None:
    assert twips(first) + twips(second) == twips(first + second)
    assert (twips(first) + twips(second) - twips(second)).twips == first
