"""What the benchmark compares is the same work, and its page holds the figures that were measured. Nothing is timed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

import make_benchmarks
from alike import difference, texts
from fill import FILLERS
from invented import Record, record
from jiyao.records.load import load_records
from layouts import SYNTAXES, template
from measuring import Took, in_rounds, ratio
from meetings import as_yaml, meeting
from programs import Desk
from shell import GENERATORS


@pytest.fixture(scope="session")
def layout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The template of the engines in Python."""
    file = tmp_path_factory.mktemp("benchmark") / "minutes.docx"
    file.write_bytes(template(SYNTAXES["jinja"]))
    return file


@pytest.mark.parametrize("engine", ["jiyao-zlib", "jiyao-isal", "floor-zlib", "floor-isal"])
def test_every_engine_in_python_makes_the_text_that_docxtpl_makes(engine: str, layout: Path) -> None:
    if engine.endswith("isal") and find_spec("isal") is None:
        pytest.skip("isal is not installed")
    peer, fill = FILLERS["docxtpl"](layout), FILLERS[engine](layout)
    for number in range(3):
        assert texts(fill(record(number))) == texts(peer(record(number)))


def test_every_text_of_a_record_is_in_the_document(layout: Path) -> None:
    document = "\n".join(texts(FILLERS["docxtpl"](layout)(record(0))))
    assert [text for text in strings(record(0)) if text not in document] == []


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_every_layout_asks_for_every_field(syntax: str) -> None:
    document = "\n".join(texts(template(SYNTAXES[syntax])))
    assert [name for name in names(record(0)) if name not in document] == []


def test_texts_that_are_not_alike_are_told_apart(tmp_path: Path, layout: Path) -> None:
    fill = FILLERS["docxtpl"](layout)
    for number in range(2):
        (tmp_path / f"{number}.docx").write_bytes(fill(record(number)))
    assert difference(tmp_path / "0.docx", tmp_path / "0.docx") == ""
    assert "〔2023〕1号" in difference(tmp_path / "0.docx", tmp_path / "1.docx")


def test_make_and_the_script_with_docxtpl_make_the_same_minutes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(GENERATORS))
    desk = Desk(tmp_path)
    desk.prepare(records=1, filled=1)
    desk.check()


def test_a_meeting_is_the_same_in_both_formats() -> None:
    (from_yaml,) = load_records(as_yaml(meeting(0)).encode(), "meeting.yaml")
    (from_json,) = load_records(json.dumps(meeting(0)).encode(), "meeting.json")
    assert from_yaml.meeting is not None
    assert (from_yaml.meeting, from_yaml.problems) == (from_json.meeting, ())


def test_everybody_begins_a_round_in_turn() -> None:
    order: list[str] = []

    def took(name: str) -> Took:
        order.append(name)
        return Took(1, 1)

    in_rounds({"a": lambda: took("a"), "b": lambda: took("b")}, 2)
    assert order == ["a", "b", "b", "a"]


def test_a_ratio_is_taken_within_each_round() -> None:
    rounds = {"new": [Took(1, 1), Took(10, 1), Took(1, 1)], "old": [Took(2, 1), Took(20, 1), Took(9, 1)]}
    assert ratio(rounds, "new", "old") == 2


def test_the_page_is_made_of_the_figures() -> None:
    """`python docs/make_benchmarks.py` writes the page again."""
    figures = json.loads(make_benchmarks.FIGURES.read_text("utf-8"))
    assert make_benchmarks.PAGE.read_text("utf-8") == make_benchmarks.page(figures)


def strings(record: Record) -> Iterator[str]:
    """The texts in a record, those of its lists included."""
    for value in record.values():
        if isinstance(value, str):
            yield value
        else:
            for item in value:
                yield from strings(item)


def names(record: Record) -> Iterator[str]:
    """The names of the fields in a record, those of its lists included."""
    for name, value in record.items():
        yield name
        for item in () if isinstance(value, str) else value:
            yield from names(item)
