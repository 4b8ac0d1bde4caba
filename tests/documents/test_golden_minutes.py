"""The minutes of the samples, paragraph by paragraph; `pytest --refresh-golden` writes down what they are now."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditing import audit
from outline import outline, part, written
from sampled import NAMES, sample_minutes

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize("name", NAMES)
def test_the_minutes_of_a_sample_read_as_they_always_did(name: str, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{name}.txt"
    now = written(outline(sample_minutes()[name]))
    if request.config.getoption("--refresh-golden"):
        golden.write_text(now, "utf-8")
    assert now == golden.read_text("utf-8"), "if this is meant: pytest --refresh-golden, and read the difference"


def test_there_is_no_golden_document_without_its_sample() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_word_would_open_the_minutes_of_a_sample_without_a_complaint(name: str) -> None:
    assert audit(sample_minutes()[name]) == ()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_template_is_left_in_a_document(name: str) -> None:
    document = part(sample_minutes()[name], "word/document.xml").decode()
    assert not [mark for mark in ("{{", "}}", "{%", "%}", "None") if mark in document]
