"""What the samples say in both languages is right, so it stays silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from jiyao.review.checks.records import check_texts
from jiyao.work.workspace import Workspaces

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.mark.parametrize("name", ["office", "procuratorate", "company", "joint"])
def test_the_texts_of_the_samples_stay_silent(name: str) -> None:
    records = [each.record for each in Workspaces().records([str(SAMPLES / name)])]
    assert records
    assert [str(problem) for record in records for problem in check_texts(record)] == []
