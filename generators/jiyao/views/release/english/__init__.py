"""The English of a release: each part of a story in its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jiyao.languages.english.dates import english_date
from jiyao.languages.english.numbers import in_a_row
from jiyao.languages.romanisation import english_name
from jiyao.views.fragments import Paragraph, Role
from jiyao.views.release.english.attendance import attendance
from jiyao.views.release.english.conveyed import conveyed, reported
from jiyao.views.release.english.decisions import resolved
from jiyao.views.release.english.faults import english_problems
from jiyao.views.release.english.headline import headline
from jiyao.views.release.english.lead import lead
from jiyao.views.release.english.mentions import Mentions
from jiyao.views.release.english.sentences import own, printed
from jiyao.views.release.english.statements import required, said
from jiyao.views.release.story import Attendance, Lead, Part, Reported, Required, Resolved, Said, Story, Told
from jiyao.views.release.wording import Wording
from jiyao.views.sentences import paragraphs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from jiyao.records.people import Person
    from jiyao.views.release.english.sentences import Runs

__all__ = ["ENGLISH", "english_problems"]


def body(story: Story) -> tuple[Paragraph, ...]:
    """The paragraphs of a story.

    Where a body is named again they are worded twice: the first time shows which short forms are to be declared.
    """
    first = Mentions(story)
    told = _worded(story, first)
    return _worded(story, Mentions(story, first.named_again)) if first.named_again else told


def _worded(story: Story, mentions: Mentions) -> tuple[Paragraph, ...]:
    return tuple(
        replace(paragraph, part=part.name)
        for part in story.parts
        for runs in _part(part, story, mentions)
        for paragraph in paragraphs(Role.BODY, runs)
    )


def _part(part: Part, story: Story, mentions: Mentions) -> Iterator[Runs]:
    match part:
        case Lead():
            yield lead(story, mentions)
        case Attendance():
            yield from attendance(part, mentions)
        case Told():
            yield from conveyed(part, story, mentions)
        case Reported():
            yield reported(part, mentions)
        case Said():
            yield from said(part, story.office, mentions)
        case Required():
            yield from required(part, story.office, mentions)
        case Resolved():
            yield from resolved(part)
        case _:
            raise NotImplementedError(part.name)


def people(some: Sequence[Person]) -> str:
    """Full names in a row; nobody without an English name."""
    return in_a_row([name for each in some if (name := english_name(each.name))])


def date(day: dt.date, story: Story) -> str:
    """A day with its year, in the form of the house style: June 16, 2023."""
    return english_date(day, story.office.house.english.style)


LABELS = {
    "date": "Date: ",
    "source": "Source: ",
    "author": "Author: ",
    "reporters": "Reporters: ",
    "correspondents": "Correspondents: ",
    "editor": "Editor: ",
    "proofreader": "Proofreader: ",
    "reviewer": "Reviewer: ",
}

ENGLISH = Wording(
    labels=LABELS,
    printed=printed,
    own=own,
    date=date,
    people=people,
    credit=lambda credit: (own(" (Photo: "), *credit, own(")")),
    problems=english_problems,
    headline=headline,
    body=body,
)
"""The words of English."""
