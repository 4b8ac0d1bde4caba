"""A finished text against the record that it tells of: facts, names and posts that the record does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.languages.facts import facts_of
from jiyao.languages.facts.values import Fact, exactly
from jiyao.problems import Binding, Finding, Severity, message, problem
from jiyao.records.derived import posts_on
from jiyao.records.faults import meant
from jiyao.records.named_in import name_in, others_posts, slip_of
from jiyao.records.record_facts import facts_of_record, people_of, unknown_to
from jiyao.review.checks.meeting_counts import check_counts, counts_of
from jiyao.review.checks.whole import whole_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Language, Text
    from jiyao.problems import Message, Problem
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office


def check_against(written: str, file: str, language: Language, meeting: Meeting, office: Office) -> Iterator[Problem]:
    """What a text says that its record does not, each in its line; what it leaves out is its own affair."""
    text = whole_text(written, file, language)
    counts = counts_of(meeting)
    counted = (*counts.attended, *counts.items, *counts.conveyed)
    known = (*facts_of_record(meeting, office), *(Fact(exactly(each), 0, 0, "") for each in counted))
    for fact in unknown_to(known, facts_of(written, language)):
        yield nowhere(text, language, fact)
    yield from check_counts(text, counts)
    people = people_of(meeting, office)
    names = {name for each in people if (name := name_in(each, language))}
    taking_part = {name for each in people_of(meeting) if (name := name_in(each, language))}
    for name in sorted(name for name in taking_part if name not in written):
        if slip := slip_of(name, written, names, language):
            yield other_name(text, language, slip, meant(name))
    day = meeting.held.first if meeting.held else None
    titles = {each: {post.title.in_language(language) for post in posts_on(each, day)} - {""} for each in people}
    for name, title in others_posts(written, titles, language):
        yield other_post(text, language, name, title)


@problem("B109", "numbers", severity=Severity.WARNING, binding=Binding.CONSISTENCY)
def nowhere(text: Text, language: Language, fact: Fact) -> Finding:
    """A finished text says a day, a time, a number or an amount that its record says nowhere, in either language."""
    place = text.origin(language).part(fact.start, fact.end)
    return Finding(place, message("`{words}` is nowhere in the record", words=fact.words))


@problem("B110", "inconsistent-entities", severity=Severity.WARNING, binding=Binding.CONSISTENCY)
def other_name(text: Text, language: Language, name: str, hint: Message | None) -> Finding:
    """A name in a finished text looks like one of the record that the text lacks."""
    return _at(text, language, name, message("`{name}` is nowhere in the record", name=name), hint)


@problem("B117", "inconsistent-entities", severity=Severity.WARNING, binding=Binding.CONSISTENCY)
def other_post(text: Text, language: Language, name: str, post: str) -> Finding:
    """Beside a name in a finished text stands a post that its bearer does not hold on the day of the meeting."""
    return _at(text, language, name, message("the record has no post `{post}` of `{name}`", post=post, name=name), None)


def _at(text: Text, language: Language, words: str, said: Message, hint: Message | None) -> Finding:
    at = text.in_language(language).index(words)
    return Finding(text.origin(language).part(at, at + len(words)), said, hint)
