"""The body of English minutes: item by item, what was conveyed, said, required and resolved, and who acts on it.

The sentences are those of a release; what minutes have beyond it is worded here: headings, recusals, results that a
text leaves open, votes, and a line of action (who, with whom, by when) below what somebody has to do.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from jiyao.languages.english.dates import english_date
from jiyao.languages.english.numbers import in_a_row
from jiyao.languages.romanisation import english_name
from jiyao.languages.text import Language
from jiyao.records.choices import ConveyAct, DueType, Result, VoteMethod
from jiyao.records.derived import goes_on, kind_of
from jiyao.views.fragments import Emphasis, Paragraph, Role, Run
from jiyao.views.release.english.conveyed import conveyed
from jiyao.views.release.english.decisions import WAS_APPROVED, decision, is_matter
from jiyao.views.release.english.sentences import capitalised, joined, own, printed, sentence, text_of
from jiyao.views.release.english.statements import attributed, items, required, said
from jiyao.views.release.story import Required, Said, Told
from jiyao.views.sentences import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiyao.records.attendance import Attendee
    from jiyao.records.items import Decision, Due, Item, Statement, Vote
    from jiyao.records.people import Person
    from jiyao.views.body import Section
    from jiyao.views.release.english.mentions import Mentions
    from jiyao.views.release.english.sentences import Runs
    from jiyao.views.release.story import Story

CONVEYED, REQUIRED, RESOLVED = "Briefings and study", "Requirements", "Resolutions"
METHODS = {
    VoteMethod.SHOW_OF_HANDS: "by show of hands",
    VoteMethod.BALLOT: "by secret ballot",
    VoteMethod.OPEN_BALLOT: "by open ballot",
    VoteMethod.VOICE: "by voice",
    VoteMethod.CIRCULATION: "by written circulation",
}
SAYS_RESULT = {
    Result.APPROVED_IN_PRINCIPLE: re.compile(r"\bin principle\b"),
    Result.NOTED: re.compile(r"\bnoted\b|\btook note\b"),
    Result.DEFERRED: re.compile(r"\b(?:deferred|postponed|put off|defer|postpone)\b"),
    Result.REJECTED: re.compile(r"\b(?:rejected|not (?:be )?(?:approved?|adopt(?:ed)?)|turned down|declined)\b"),
    Result.SUBMITTED: re.compile(r"\b(?:submit(?:ted)?|referr?(?:ed)?)\b"),
}
"""Words by which a text says its result itself."""
DUE_TYPES = {DueType.RECURRING: "recurring", DueType.ONGOING: "ongoing"}


def matters(story: Story, mentions: Mentions) -> Iterator[Section]:
    """Everything between the opening and the close, in the sections of the Chinese minutes (`body.by_section`)."""
    meeting = story.meeting
    for item in meeting.items[: len(meeting.items) - len(meeting.agenda)]:
        headed = not meeting.agenda and sum(map(bool, (item.conveyed, item.requirements, item.decisions))) > 1
        for name, written in _groups(item, story, mentions, headed=headed):
            yield f"0.{name}", written
    for number, item in enumerate(meeting.agenda, start=1):
        yield f"{number}.title", _headed(item, f"{number}. " if len(meeting.agenda) > 1 else "")
        for name, written in _item(item, story, mentions):
            yield f"{number}.{name}", written


def _headed(item: Item, number: str) -> Iterator[Paragraph]:
    title = capitalised(printed(item.title)) or ((own("Item"),) if number else ())
    first = "First topic: " if item.first_topic and title else ""
    if title:
        yield Paragraph(Role.HEADING_1, joined(number + first, title))


def _groups(item: Item, story: Story, mentions: Mentions, *, headed: bool) -> Iterator[Section]:
    """Matters under no item: under headings where they are of several sorts."""
    for name, heading, there, written in (
        ("conveyed", CONVEYED, item.conveyed, _told(item, story, mentions)),
        ("said", "", item.statements, _said(item.statements, story, mentions)),
        ("required", REQUIRED, item.requirements, _required(item, story, mentions)),
        ("decided", RESOLVED, item.decisions, _resolved(item, story, mentions)),
    ):
        title = (Paragraph(Role.HEADING_1, (own(heading),)),) if there and headed and heading else ()
        yield name, (*title, *written)


def _item(item: Item, story: Story, mentions: Mentions) -> Iterator[Section]:
    """One item of the agenda: who recused themselves, joined and reported; then its matters."""
    yield "people", _people(item, mentions)
    yield "conveyed", _told(item, story, mentions)
    yield "said", _said(item.statements, story, mentions)
    yield "required", _required(item, story, mentions)
    yield "decided", _resolved(item, story, mentions)


def _people(item: Item, mentions: Mentions) -> Iterator[Paragraph]:
    if item.recused:
        yield from _body(sentence(f"{mentions.people(item.recused)} took no part in this item, being recused"))
    if there := [named for each in item.observers if each.was_there for named in [_observer(each, mentions)] if named]:
        yield Paragraph(Role.BODY, joined("In attendance for this item: ", in_line(there), "."))
    if item.reporter and (who := mentions.people(item.reporter)):
        yield from _body(sentence(f"the meeting heard a report by {who}"))


def _told(item: Item, story: Story, mentions: Mentions) -> Iterator[Paragraph]:
    for (act, by), some in groupby(item.conveyed, key=lambda each: (each.act, each.by)):
        part = Told("", act or ConveyAct.CONVEY_AND_STUDY, by, tuple(some))
        for runs in conveyed(part, story, mentions):
            yield from _body(runs)


def _said(spoken: Sequence[Statement], story: Story, mentions: Mentions) -> Iterator[Paragraph]:
    before: Statement | None = None
    for statement in spoken:
        for runs in said(Said("", statement, goes_on(before, statement)), story.office, mentions):
            yield from _body(runs)
        yield from _action(statement, mentions)
        before = statement


def _required(item: Item, story: Story, mentions: Mentions) -> Iterator[Paragraph]:
    """Requirements as a release has them; one by one where somebody has to act on any of them."""
    last = item.statements[-1] if item.statements else None
    again = bool(item.requirements) and goes_on(last, item.requirements[0])
    if not any(_acts(each) for each in item.requirements):
        for runs in (
            required(Required("", item.requirements, again), story.office, mentions) if item.requirements else ()
        ):
            yield from _body(runs)
        return
    for index, each in enumerate(item.requirements):
        yield from _body(attributed(each, story.office, mentions, also=again or index > 0))
        for runs in items(each.items):
            yield from _body(runs)
        yield from _action(each, mentions)


def _resolved(item: Item, story: Story, mentions: Mentions) -> Iterator[Paragraph]:
    """Each decision as a numbered sentence behind "Resolved", what else is to be said of it below."""
    prints_votes = kind_of(story.meeting).prints_votes
    for number, each in enumerate(item.decisions, start=1):
        label = f"Resolved ({number}): " if len(item.decisions) > 1 else "Resolved: "
        yield from _body((Run(label, Emphasis.STRONG, Language.EN), *decision(each), *_result(each)))
        vote = each.vote
        # What the record says of this vote goes before the custom of the kind.
        if vote and (prints_votes if vote.print is None else vote.print) and (figures := _vote(vote, item.recused)):
            yield _line("Vote: ", (own(figures),))
        yield from _action(each, mentions)


def _result(each: Decision) -> Runs:
    """(Deferred.) behind a text that does not say it; that something was adopted goes without saying."""
    if each.result is None or each.result is Result.ADOPTED or is_matter(each.text.en):
        return ()
    word = WAS_APPROVED[each.result]
    return () if SAYS_RESULT[each.result].search(each.text.en) else (own(f" ({word[0].upper()}{word[1:]}.)"),)


def _vote(vote: Vote, named: Sequence[Person]) -> str:
    """In how many votes; who was recused, unless a sentence before has `named` them."""
    counts = ((vote.for_, "for"), (vote.against, "against"), (vote.abstain, "abstaining"))
    figures = [f"{vote.entitled} entitled to vote"] if vote.entitled is not None else []
    figures += [f"{number} {word}" for number, word in counts if number is not None]
    recused = [each for each in vote.recused if not any(each.same_as(other) for other in named)]
    if recused:
        figures.append(f"{names(recused)} recused")
    method = METHODS[vote.method] + (": " if figures else "") if vote.method else ""
    return method + ", ".join(figures) + "." if method or figures else ""


def _acts(matter: Decision | Statement) -> bool:
    return bool(matter.responsible or matter.supporting or matter.lead_official or matter.due)


def _action(matter: Decision | Statement, mentions: Mentions) -> Iterator[Paragraph]:
    """Action: the Safety Office, with the Finance Office; led by Li Si; by March 17, 2023."""
    if not _acts(matter):
        return
    units = mentions.bodies(matter.responsible)
    if supporting := mentions.bodies(matter.supporting):
        units = f"{units}, with {supporting}" if units else f"with {supporting}"
    pieces: list[Runs] = [(own(units),)] if units else []
    if matter.lead_official:
        pieces.append((own(f"led by {names(matter.lead_official)}"),))
    if matter.due and (until := _due(matter.due, mentions)):
        pieces.append(until)
    if pieces:
        yield _line("Action: ", joined(in_line(pieces), "."))


def _due(due: Due, mentions: Mentions) -> Runs:
    if due.shown:
        return printed(due.shown)
    if due.date:
        return (own(f"by {english_date(due.date, mentions.style)}"),)
    return (own(DUE_TYPES[due.type]),) if due.type in DUE_TYPES else ()


def _observer(attendee: Attendee, mentions: Mentions) -> Runs:
    if attendee.person is None:
        return printed(attendee.group)
    name, posts = mentions.apposition(attendee.person)
    return (own(", ".join(filter(None, (english_name(attendee.person.name) or name, posts)))),)


def names(people: Sequence[Person]) -> str:
    """Full names in a row."""
    return in_a_row([english_name(each.name) for each in people])


def in_line(things: Sequence[Runs]) -> Runs:
    """Things one behind the other, with semicolons, since they may have commas of their own."""
    return joined(*(piece for index, thing in enumerate(things) for piece in (("; ",) if index else ()) + (thing,)))


def _line(label: str, runs: Runs) -> Paragraph:
    return Paragraph(Role.NAMES, (Run(label, Emphasis.LABEL, Language.EN), *runs))


def _body(runs: Runs) -> tuple[Paragraph, ...]:
    return paragraphs(Role.BODY, runs) if text_of(runs) else ()
