"""`jiyao schema`: what an editor needs to complete records and to show mistakes while they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import ValidationError, validate

from sampled import SAMPLES
from shell import jiyao, tree, write


@pytest.mark.parametrize(
    ("what", "right", "wrong"),
    [
        ("record", '{"title": "例会", "参会人员": ["张三"]}', '{"title": "例会", "nonsense": 1}'),
        ("office", '{"name": "甲局"}', '{"people": []}'),
    ],
)
def test_the_schema_goes_to_stdout_and_tells_right_from_wrong(what: str, right: str, wrong: str) -> None:
    run = jiyao(SAMPLES, "schema", what)
    assert (run.returncode, run.stderr) == (0, "")
    validate(json.loads(right), json.loads(run.stdout))
    with pytest.raises(ValidationError):
        validate(json.loads(wrong), json.loads(run.stdout))


def test_the_schema_of_records_is_the_first() -> None:
    assert jiyao(SAMPLES, "schema").stdout == jiyao(SAMPLES, "schema", "record").stdout


def test_both_schemas_are_saved_where_the_first_line_of_the_samples_looks_for_them(tmp_path: Path) -> None:
    run = jiyao(tmp_path, "schema", "--save", ".")
    assert run.returncode == 0
    saved = run.stdout.splitlines()
    assert saved == [".jiyao/meeting.schema.json", ".jiyao/office.schema.json"]
    for name, sample in zip(saved, ("专题学习会.yaml", "office.yaml"), strict=True):
        first_line = (SAMPLES / "office" / sample).read_text("utf-8").splitlines()[0]
        assert first_line == f"# yaml-language-server: $schema={name}"
        assert json.loads((tmp_path / name).read_text("utf-8"))


def test_what_has_no_schema_is_a_usage_error(tmp_path: Path) -> None:
    assert jiyao(tmp_path, "schema", "nonsense").returncode == 2
    assert jiyao(tmp_path, "schema", "--save", "nowhere").returncode == 2


def test_a_workspace_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, {".jiyao": "a file, not a folder"})
    run = jiyao(tmp_path, "schema", "--save", ".")
    assert (run.returncode, run.stdout) == (1, "")
    assert ".jiyao/meeting.schema.json: error D201" in run.stderr
    assert tree(tmp_path) == {}
