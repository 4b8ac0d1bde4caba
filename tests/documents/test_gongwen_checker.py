"""What another program says of our minutes, and that each of its complaints has an answer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sampled import sample_minutes

GONGWEN = Path(sys.executable).with_name("gongwen")
DECISION = Path(__file__).parents[2] / "docs" / "decisions" / "0036-gongwen-checker.md"


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The rules by which it complains of the minutes of each sample."""
    folder = tmp_path_factory.mktemp("gongwen")
    found: dict[str, set[str]] = {}
    for name, content in sample_minutes().items():
        file = folder / f"{name}.docx"
        file.write_bytes(content)
        # In a home of its own: it keeps what it has seen.
        done = subprocess.run(
            [GONGWEN, "check", "-t", "minutes", "--json", file],
            env={"HOME": str(folder), "PYTHONIOENCODING": "utf-8"},
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        said = done.stdout[done.stdout.index("[") :]
        found[name] = {each["rule_id"] for each in json.loads(said)}
    return found


def answered() -> set[str]:
    return set(re.findall(r"^\| (CHK-[A-Z0-9-]+) \|", DECISION.read_text("utf-8"), re.MULTILINE))


def test_each_complaint_about_the_minutes_of_a_sample_is_answered(complaints: dict[str, set[str]]) -> None:
    assert {name: rules - answered() for name, rules in complaints.items() if rules - answered()} == {}


def test_no_answer_is_left_to_a_complaint_that_nobody_makes(complaints: dict[str, set[str]]) -> None:
    assert answered() - {rule for rules in complaints.values() for rule in rules} == set()
