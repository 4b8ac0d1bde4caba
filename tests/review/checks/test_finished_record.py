"""A finished text against its record: what the program made is silent, what somebody changed in it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from jiyao.languages.text import Language
from jiyao.records.load import Record
from jiyao.review.checks.finished_record import check_against
from jiyao.work.finished_texts import text_problems
from jiyao.work.workspace import Workspaces

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden"
RECORDS = {path.stem: path for path in sorted(ROOT.glob("samples/*/*.yaml")) if path.stem != "office"}
TEXTS = [
    path
    for folder in ("", "releases", "english-minutes")
    for path in sorted((GOLDEN / folder).glob("*.txt"))
    if path.name.split(".")[0] in RECORDS and ".both" not in path.name
]


def record_of(path: Path) -> Record:
    (found,) = Workspaces().records([str(RECORDS[path.name.split(".")[0]])])
    return found.record


def told(text: str, path: Path) -> list[str]:
    record = record_of(path)
    assert record.meeting is not None
    language = Language.EN if ".en" in path.name or path.parent.name == "english-minutes" else Language.ZH
    return [f"{each.code} {each.message}" for each in check_against(text, "x", language, record.meeting, record.office)]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_the_program_made_says_nothing_that_its_record_does_not(path: Path) -> None:
    assert told(path.read_text("utf-8"), path) == []


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        ("6月16日", "6月18日", "B109"),
        ("高敏", "高敬", "B110 `高敬` is nowhere in the record"),
        ("局长程立新", "副局长程立新", "B117 the record has no post `副局长` of `程立新`"),
    ],
)
def test_what_somebody_changed_in_a_release_is_told(right: str, wrong: str, problem: str) -> None:
    path = GOLDEN / "releases" / "党组会议.zh.txt"
    text = path.read_text("utf-8")
    assert right in text
    assert any(each.startswith(problem) for each in told(text.replace(right, wrong), path))


def test_another_amount_in_an_english_release_is_told() -> None:
    path = GOLDEN / "releases" / "board-meeting.en.txt"
    text = f"{path.read_text('utf-8')}\nThe company earned 987.6 million yuan.\n"
    assert told(text, path) == ["B109 `987.6 million yuan` is nowhere in the record"]


def test_of_several_records_a_text_may_tell_of_any(tmp_path: Path) -> None:
    text = tmp_path / "通稿.txt"
    text.write_text((GOLDEN / "releases" / "党组会议.zh.txt").read_text("utf-8").replace("36处", "37处"), "utf-8")
    both = [each.record for each in Workspaces().records([str(ROOT / "samples" / "office")])]
    alone = [record_of(Path("党组会议.zh.txt"))]
    told_of = [[each.code for each in text_problems(text, Language.ZH, records)] for records in (both, alone)]
    assert told_of[0].count("B109") == told_of[1].count("B109") > 0
