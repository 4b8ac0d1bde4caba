"""The minutes of the samples, paragraph by paragraph; `pytest --refresh-golden` writes down what they are now."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditing import audit
from outline import outline, part, written
from sampled import NAMES, english_minutes, sample_minutes

GOLDEN = Path(__file__).parents[1] / "golden"
ENGLISH = "english-minutes"
BILINGUAL = ["board-meeting", "党组会议", "动员部署会", "联席会议"]
"""The samples in both languages."""
MINUTES = [*NAMES, *(f"{ENGLISH}/{name}" for name in BILINGUAL)]


def made(name: str) -> bytes:
    folder, _, sample = name.rpartition("/")
    return english_minutes()[sample] if folder else sample_minutes()[sample]


@pytest.mark.parametrize("name", MINUTES)
def test_the_minutes_of_a_sample_read_as_they_always_did(name: str, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{name}.txt"
    now = written(outline(made(name)))
    if request.config.getoption("--refresh-golden"):
        golden.write_text(now, "utf-8")
    assert now == golden.read_text("utf-8"), "if this is meant: pytest --refresh-golden, and read the difference"


def test_there_is_no_golden_document_without_its_sample() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == NAMES
    assert sorted(path.stem for path in (GOLDEN / ENGLISH).glob("*.txt")) == BILINGUAL


def test_the_samples_in_both_languages_have_english_minutes() -> None:
    assert sorted(english_minutes()) == BILINGUAL


@pytest.mark.parametrize("name", MINUTES)
def test_word_would_open_the_minutes_of_a_sample_without_a_complaint(name: str) -> None:
    assert audit(made(name)) == ()


@pytest.mark.parametrize("name", MINUTES)
def test_nothing_of_the_template_is_left_in_a_document(name: str) -> None:
    document = part(made(name), "word/document.xml").decode()
    assert not [mark for mark in ("{{", "}}", "{%", "%}", "None") if mark in document]
