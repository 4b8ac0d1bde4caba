"""English minutes of the samples, paragraph by paragraph; `pytest --refresh-golden` writes down what they are now."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditing import audit
from outline import outline, part, written
from sampled import english_minutes

GOLDEN = Path(__file__).parents[1] / "golden" / "english-minutes"
NAMES = ["board-meeting", "党组会议", "动员部署会", "联席会议"]
"""The samples in both languages."""


def test_the_samples_in_both_languages_have_english_minutes() -> None:
    assert sorted(english_minutes()) == NAMES
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_english_minutes_of_a_sample_read_as_they_always_did(name: str, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{name}.txt"
    now = written(outline(english_minutes()[name]))
    if request.config.getoption("--refresh-golden"):
        golden.write_text(now, "utf-8")
    assert now == golden.read_text("utf-8"), "if this is meant: pytest --refresh-golden, and read the difference"


@pytest.mark.parametrize("name", NAMES)
def test_word_would_open_the_english_minutes_of_a_sample_without_a_complaint(name: str) -> None:
    assert audit(english_minutes()[name]) == ()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_template_is_left_in_english_minutes(name: str) -> None:
    document = part(english_minutes()[name], "word/document.xml").decode()
    assert not [mark for mark in ("{{", "}}", "{%", "%}", "None") if mark in document]
