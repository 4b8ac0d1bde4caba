"""The English of a release, as texts: what tests compare."""

from __future__ import annotations

import re
from textwrap import dedent

from jiyao.problems import Problem
from jiyao.views.fragments import Paragraph
from jiyao.views.release.english import ENGLISH, english_problems
from jiyao.views.release.story import Story, story
from wording import record_of

TITLE = "title: {zh: 例会, en: work meeting}\n"


def story_of(fields: str, office: str = "", style: str = "spp") -> Story:
    """What a release of a meeting with these fields tells; an office in the house style, and a title, as needed."""
    office = dedent(office) or "name: {zh: 市局, en: Shili Municipal Bureau}\n"
    text = dedent(fields).lstrip("\n")
    record = record_of(
        text if re.search("^title:", text, re.MULTILINE) else TITLE + text, f"{office}\nhouse: {{english: {style}}}\n"
    )
    assert record.meeting is not None, record.problems
    return story(record.meeting, record.office)


def paragraphs_of(fields: str, office: str = "", style: str = "spp") -> tuple[Paragraph, ...]:
    return ENGLISH.body(story_of(fields, office, style))


def part_of(name: str, fields: str, office: str = "", style: str = "spp") -> list[str]:
    """The paragraphs of the parts whose names begin so."""
    return [each.text for each in paragraphs_of(fields, office, style) if each.part.startswith(f"release.{name}")]


def headline_of(fields: str, office: str = "") -> str:
    return "".join(run.text for run in ENGLISH.headline(story_of(fields, office)))


def problems_of(fields: str, office: str = "", style: str = "spp") -> tuple[Problem, ...]:
    told = story_of(fields, office, style)
    return english_problems(told.meeting, told.office)
