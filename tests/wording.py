"""Records written down in a test, and what the views make of them, as texts."""

from __future__ import annotations

import re
from textwrap import dedent

from jiyao.languages.text import Language
from jiyao.problems import Problem
from jiyao.records.load import Record, load_office, load_records
from jiyao.records.office import NO_OFFICE, Office
from jiyao.views.fragments import Paragraph
from jiyao.views.minutes import MinutesView, minutes_view
from jiyao.views.release.telling import release_view
from jiyao.views.release.view import ReleaseView

TITLE = "title: 例会\n"
"""The shortest record; tests add the field that they are about."""


def office_of(text: str) -> Office:
    """The office that a text describes; no office where it says nothing."""
    if not text:
        return NO_OFFICE
    office, _source, problems = load_office(dedent(text).encode(), "office.yaml")
    assert office is not None, problems
    assert not problems, "\n".join(map(str, problems))
    return office


def record_of(text: str, office: str = "") -> Record:
    """The one record of a text, with whatever is wrong with it."""
    (record,) = load_records(dedent(text).encode(), "a.yaml", office_of(office))
    return record


def view_of(text: str, office: str = "") -> MinutesView:
    """What the minutes of a record print; the record has to be usable."""
    record = record_of(text, office)
    assert record.meeting is not None, record.problems
    assert record.is_usable, "\n".join(map(str, record.problems))
    view = minutes_view(record.meeting, record.office)
    assert isinstance(view, MinutesView), view
    return view


def refusal_of(text: str, office: str = "") -> tuple[Problem, ...]:
    """Why there are no minutes of a record that is itself in order."""
    record = record_of(text, office)
    assert record.meeting is not None, record.problems
    view = minutes_view(record.meeting, record.office)
    assert not isinstance(view, MinutesView), "the minutes can be made"
    return view


def release_of(text: str, office: str = "", language: Language = Language.ZH) -> ReleaseView:
    """What the release of a record prints; the record has to be usable. It has a title, unless it says one."""
    record = record_of(_titled(text), office)
    assert record.meeting is not None, record.problems
    assert record.is_usable, "\n".join(map(str, record.problems))
    view = release_view(record.meeting, record.office, language)
    assert isinstance(view, ReleaseView), view
    return view


def texts(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]


def opening_of(fields: str, office: str = "") -> str:
    """The opening paragraph of a meeting with these fields; a title, unless they have one."""
    return texts(view_of(_titled(fields), office).body)[0]


def body_of(fields: str, office: str = "") -> list[str]:
    """The paragraphs between the opening and the attendance."""
    return texts(view_of(_titled(fields), office).body)[1:]


def attendance_of(fields: str, office: str = "") -> list[str]:
    """The lists of names, each with its label and its line breaks."""
    return texts(view_of(_titled(fields), office).attendance)


def _titled(fields: str) -> str:
    text = dedent(fields).lstrip("\n")
    return text if re.search(r"^(title|会议名称):", text, re.MULTILINE) else TITLE + text
