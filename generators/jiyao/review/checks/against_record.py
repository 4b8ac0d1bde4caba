"""A text against the fields of its own record: both languages may agree with each other and be wrong together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jiyao.languages.facts import facts_of
from jiyao.languages.facts.values import Limit, When
from jiyao.languages.moments import chinese_date
from jiyao.languages.text import Language
from jiyao.problems import Binding, Finding, Problem, Severity, message, problem
from jiyao.records.items import Decision

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from jiyao.languages.text import Text
    from jiyao.records.items import Statement, Vote
    from jiyao.records.meeting import Meeting

NUMBER = r"(\d+)"
LIMITS = {Language.ZH: re.compile("前$"), Language.EN: re.compile("^(?:by|before|no later than) ", re.IGNORECASE)}
"""How a text says that something is to be done by then; 至…止 is how long something else lasts."""
VOTES = {
    "for_": (
        re.compile(rf"(?:同意|赞成)(?:票)?{NUMBER}票|{NUMBER}票(?:同意|赞成)"),
        re.compile(rf"\b{NUMBER} (?:votes? )?(?:for|in favou?r)\b"),
    ),
    "against": (
        re.compile(rf"反对(?:票)?{NUMBER}票|{NUMBER}票反对"),
        re.compile(rf"\b{NUMBER} (?:votes? )?(?:against|opposed)\b"),
    ),
    "abstain": (
        re.compile(rf"弃权(?:票)?{NUMBER}票|{NUMBER}票弃权"),
        re.compile(rf"\b{NUMBER} (?:abstentions?|abstaining|abstained)\b"),
    ),
}
"""How a text tells votes, in Chinese and in English, by the field of the record."""


class Said(NamedTuple):
    """Words of a text, and where they stand."""

    text: Text
    language: Language
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text.in_language(self.language)[self.start : self.end]


def against_record(meeting: Meeting) -> Iterator[Problem]:
    """Matters whose text says another time limit, or other votes, than their own fields."""
    for item in meeting.items:
        matters: tuple[Statement | Decision, ...] = (*item.said, *item.decisions)
        for matter in matters:
            if matter.due and matter.due.date:
                yield from _limits(matter.text, matter.due.date)
            if isinstance(matter, Decision) and matter.vote:
                yield from _votes(matter.text, matter.vote)


def _limits(text: Text, due: dt.date) -> Iterator[Problem]:
    """A text that names one day as its limit, and that day is another than the field's."""
    for language in Language:
        limits = [
            (fact, fact.value)
            for fact in facts_of(text.in_language(language), language)
            if isinstance(fact.value, When) and fact.value.limit is Limit.BY and fact.value.last is None
            if LIMITS[language].search(fact.words)
        ]
        # Of several limits nobody knows which one the field means.
        if len(limits) != 1:
            continue
        fact, value = limits[0]
        day = value.first
        told = day.month is not None and day.day is not None
        if told and ((day.month, day.day) != (due.month, due.day) or day.year not in {None, due.year}):
            yield limit_differs(Said(text, language, fact.start, fact.end), due)


def _votes(text: Text, vote: Vote) -> Iterator[Problem]:
    for name, patterns in VOTES.items():
        counted: int | None = getattr(vote, name)
        for language, pattern in zip((Language.ZH, Language.EN), patterns, strict=True):
            found = pattern.search(text.in_language(language))
            if counted is not None and found and int(next(filter(None, found.groups()))) != counted:
                yield votes_differ(Said(text, language, found.start(), found.end()), counted)


@problem("B106", "numbers", severity=Severity.WARNING, binding=Binding.CONSISTENCY)
def limit_differs(said: Said, due: dt.date) -> Finding:
    """The text of a matter names a day until when, and its field `due` another one.

    Both would be printed: the text as it stands, and the field in brackets behind it. Both languages may agree with
    each other and be wrong together.
    """
    place = said.text.origin(said.language).part(said.start, said.end)
    told = message("the text says {words}, the record says {day}", words=said.words, day=chinese_date(due))
    return Finding(place, told, message("one of the two is wrong: the text, or `due`"))


@problem("B107", "numbers", severity=Severity.WARNING, binding=Binding.CONSISTENCY)
def votes_differ(said: Said, counted: int) -> Finding:
    """The text of a decision tells other votes than its field `vote` counts."""
    place = said.text.origin(said.language).part(said.start, said.end)
    told = message("the text says {words}, the record counts {number}", words=said.words, number=counted)
    return Finding(place, told, message("one of the two is wrong: the text, or `vote`"))
