"""Problems as other programs read them: JSON for editors and scripts, workflow commands for GitHub."""

from __future__ import annotations

import json
from collections.abc import Sequence

from jiyao.cli.ui import Ui
from jiyao.problems import Edit, Place, Problem, Severity

_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_json(problems: Sequence[Problem], ui: Ui, encoding: str = "utf-8") -> str:
    """A list of objects, in ASCII where the stream cannot carry every character; an unknown hint is null."""
    ascii_only = not encoding.lower().startswith("utf")
    return json.dumps([as_object(problem, ui) for problem in problems], ensure_ascii=ascii_only, indent=2)


def as_github(problems: Sequence[Problem], ui: Ui) -> str:
    """One workflow command for each problem, which GitHub shows beside the line."""
    return "\n".join(_command(problem, ui) for problem in problems)


def as_object(problem: Problem, ui: Ui) -> dict[str, object]:
    """A problem as an object of JSON."""
    return {
        **_spot(problem.place),
        "where": problem.place.where,
        "severity": problem.severity.value,
        "code": problem.code,
        "category": problem.category,
        "message": ui.say(problem.message),
        "hint": ui.say(problem.hint) if problem.hint else None,
        "fix": [_edit(edit) for edit in problem.fix],
    }


def _edit(edit: Edit) -> dict[str, object]:
    return {**_spot(edit.place), "text": edit.text}


def _spot(place: Place) -> dict[str, object]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _command(problem: Problem, ui: Ui) -> str:
    place = problem.place
    numbers = {
        "line": place.line,
        "endLine": place.end_line,
        "col": place.column,
        # GitHub's end is the last column itself, and it ignores columns where the lines differ.
        "endColumn": place.end_column - 1 if place.end_line == place.line else 0,
    }
    properties = {
        "file": place.file,
        **{name: str(number) for name, number in numbers.items() if number > 0},
        "title": problem.code,
    }
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    hint = f"\n{ui.say(problem.hint)}" if problem.hint else ""
    where = f"{place.where}: " if place.where and not place.line else ""
    return f"::{_GITHUB_LEVELS[problem.severity]} {said}::{_data(where + ui.say(problem.message) + hint)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
