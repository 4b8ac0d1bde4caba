"""What can be wrong between the fields of a record: family R, from R200 on.

Each rule looks at the whole meeting; its docstring is what `jiyao rule` prints.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.problems import Binding, Finding, Problem, Severity, check, message
from jiyao.records import derived
from jiyao.records.attendance_checks import (
    chair_is_listed,
    chair_is_there,
    nobody_attends_twice,
    not_more_than_expected,
    quorum_is_met,
)
from jiyao.records.choices import SecrecyLevel, Stage, Status
from jiyao.records.faults import one_of
from jiyao.records.photo_checks import photo_has_alt
from jiyao.records.phrases import said_result, said_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.records.items import Decision, Due, Statement
    from jiyao.records.meeting import Meeting


def check_meeting(meeting: Meeting) -> Iterator[Problem]:
    """All problems between the fields of one meeting."""
    for rule in MEETING_CHECKS:
        yield from rule(meeting)


@check("R201", "dates")
def ends_after_it_starts(meeting: Meeting) -> Iterator[Finding]:
    """A meeting ends after it starts, on the same day or a later one."""
    held = meeting.held
    if held is None or held.first is None:
        return
    said = message("the meeting ends before it starts")
    if held.last and held.last < held.first:
        yield Finding(held.at, said)
    elif held.begins and held.ends and held.ends <= held.begins and held.last in {None, held.first}:
        yield Finding(held.at, said, message("where it runs past midnight, write the day of its end too"))


@check("R202", "dates", severity=Severity.WARNING)
def due_after_the_meeting(meeting: Meeting) -> Iterator[Finding]:
    """A time limit lies on or after the day of the meeting that set it. Mostly the year is the last one's."""
    day = meeting.held and (meeting.held.last or meeting.held.first)
    for due in _dues(meeting) if day else ():
        if due.date and day and due.date < day:
            yield Finding(
                due.at, message("the time limit {due} lies before the meeting ({day})", due=due.date, day=day)
            )


@check("R203", "votes")
def votes_add_up(meeting: Meeting) -> Iterator[Finding]:
    """The votes for, against and abstaining cannot be more than those entitled to vote."""
    for decision in _decisions(meeting):
        vote = decision.vote
        if vote and vote.entitled is not None and vote.cast > vote.entitled:
            said = message("{cast} votes were cast by {entitled} who may vote", cast=vote.cast, entitled=vote.entitled)
            yield Finding(vote.at, said)


@check("R208", "agenda")
def items_are_numbered_once(meeting: Meeting) -> Iterator[Finding]:
    """Two items of the agenda cannot have the same number."""
    seen: set[int] = set()
    for item in meeting.agenda:
        if item.number in seen:
            yield Finding(item.at, message("more than one item has the number {number}", number=item.number))
        elif item.number is not None:
            seen.add(item.number)


@check("R209", "agenda", severity=Severity.WARNING)
def one_first_topic(meeting: Meeting) -> Iterator[Finding]:
    """第一议题 is the first item of the agenda, and there is only one."""
    for index, item in enumerate(meeting.agenda):
        if item.first_topic and index > 0:
            yield Finding(item.at, message("the first topic is not the first item of the agenda"))


@check("R210", "decisions", binding=Binding.PRACTICE)
def kind_may_resolve_it(meeting: Meeting) -> Iterator[Finding]:
    """Some kinds of meetings resolve nothing (座谈会), or only take note (学习会): they cannot hold such a decision.

    Write what was said as a statement, or name the kind that the meeting really was.
    """
    kind = meeting.kind
    if kind is None:
        return
    name = kind.name.zh or kind.name.en
    for decision in _decisions(meeting):
        if not kind.results:
            yield Finding(decision.at, message("a {kind} resolves nothing", kind=name))
        elif decision.result and decision.result not in kind.results:
            said = message("a {kind} cannot have the result `{result}`", kind=name, result=decision.result.word)
            yield Finding(decision.at, said)


@check("R211", "issue")
def issued_has_a_date(meeting: Meeting) -> Iterator[Finding]:
    """A document that is issued has the day on which it was."""
    issue = meeting.issue
    if issue.stage is Stage.ISSUED and issue.issued_on is None:
        yield Finding(issue.at, message("the minutes are issued, and `issued_on` is missing"))
    if issue.issued_on and meeting.held and meeting.held.first and issue.issued_on < meeting.held.first:
        yield Finding(issue.at, message("the minutes are issued before the meeting"))


@check("R212", "issue", binding=Binding.STANDARD)
def secret_copies_are_numbered(meeting: Meeting) -> Iterator[Finding]:
    """Documents of the levels 绝密 and 机密 carry a copy number, 份号 (条例 2012, article 9(1)): six digits."""
    secrecy = meeting.issue.secrecy
    if secrecy and secrecy.level is not SecrecyLevel.CONFIDENTIAL and not secrecy.copy_number:
        yield Finding(secrecy.at, message("a {level} document needs a copy number", level=secrecy.level.word))


@check("R213", "reference", severity=Severity.WARNING)
def posts_are_held(meeting: Meeting) -> Iterator[Finding]:
    """A person whom the office gives posts holds one on the day of the meeting; otherwise none is printed."""
    day = meeting.held.first if meeting.held else None
    people = [each.person for each in meeting.everybody if each.person and each.was_there]
    for person in people if day else ():
        if person.posts and not derived.posts_on(person, day):
            yield Finding(person.at, message("{name} holds no post on {day}", name=person.name, day=day))


@check("R214", "decisions")
def closed_after_the_meeting(meeting: Meeting) -> Iterator[Finding]:
    """A matter is closed on or after the day of the meeting that resolved it, and is then no longer open."""
    day = meeting.held.first if meeting.held else None
    for matter in _matters(meeting):
        if matter.closed and matter.status in {Status.OPEN, Status.IN_HAND}:
            yield Finding(
                matter.at, message("the matter is closed, and its status is `{status}`", status=matter.status)
            )
        elif matter.closed and matter.closed.on and day and matter.closed.on < day:
            yield Finding(matter.at, message("the matter is closed before the meeting"))


@check("R218", "decisions")
def text_and_result_agree(meeting: Meeting) -> Iterator[Finding]:
    """A decision's text that begins with its result (同意…, 暂缓…) says the same result as its field `result`.

    Take one of the two out, or correct it.
    """
    for decision in _decisions(meeting):
        said = said_result(decision.text.zh)
        if decision.result and said and said is not decision.result:
            words = message("the text says {said}, `result` says {result}", said=said.word, result=decision.result.word)
            yield Finding(decision.at, words)


@check("R219", "content", severity=Severity.WARNING)
def text_and_verb_agree(meeting: Meeting) -> Iterator[Finding]:
    """A statement's text that begins with 会议强调 and the like is printed as it stands; its `verb` says the same.

    Leave the beginning out of the text: the program writes it.
    """
    for item in meeting.items:
        for statement in item.said:
            said = said_verb(statement.text.zh)
            if said and not statement.by and said is not statement.verb:
                words = message("the text says {said}, `verb` says {verb}", said=said.word, verb=statement.verb.word)
                yield Finding(statement.at, words)


@check("R220", "content", severity=Severity.NOTE)
def nothing_is_unverified(meeting: Meeting) -> Iterator[Finding]:
    """The record names fields that nobody has verified yet (`unverified`). Look at them before you sign."""
    if meeting.unverified:
        yield Finding(meeting.at, message("not verified yet: {fields}", fields=meeting.unverified))


@check("R215", "content", severity=Severity.WARNING)
def nothing_is_left_over(meeting: Meeting) -> Iterator[Finding]:
    """A text under `unplaced` has found no field yet, so no document prints it.

    Move it to where it belongs: a statement, a requirement, a decision.
    """
    for text in meeting.unplaced:
        yield Finding(text.place, message("this text has no place yet, and no document prints it"))


@check("R216", "content", severity=Severity.WARNING)
def wording_is_used(meeting: Meeting) -> Iterator[Finding]:
    """`wording` rewrites a sentence that the program words itself, by the sentence's name; this name has none.

    Right: `wording: {minutes.opening: …}`.
    """
    for each in meeting.wording or ():
        if not SENTENCE.fullmatch(each.sentence):
            hint = one_of(SENTENCES)
            yield Finding(each.text.place, message("no document has a sentence `{name}`", name=each.sentence), hint)


SENTENCES = ("minutes.opening", "release.lead", "release.attendance", "release.statements.1")
"""Some of the sentences that `wording` may rewrite."""
SENTENCE = re.compile(
    r"minutes\.opening|release\.(?:lead|attendance|(?:agenda\.\d+\.)?"
    r"(?:report|requirements|decisions|(?:conveyed|statements)\.\d+))"
)
"""All of them; whether a release of the record has such a sentence is known when it is made (D105)."""

MEETING_CHECKS = (
    ends_after_it_starts,
    due_after_the_meeting,
    votes_add_up,
    quorum_is_met,
    nobody_attends_twice,
    chair_is_there,
    chair_is_listed,
    not_more_than_expected,
    items_are_numbered_once,
    one_first_topic,
    kind_may_resolve_it,
    issued_has_a_date,
    secret_copies_are_numbered,
    posts_are_held,
    closed_after_the_meeting,
    nothing_is_left_over,
    wording_is_used,
    text_and_result_agree,
    text_and_verb_agree,
    nothing_is_unverified,
    photo_has_alt,
)


def _decisions(meeting: Meeting) -> Iterator[Decision]:
    return (decision for item in meeting.items for decision in item.decisions)


def _matters(meeting: Meeting) -> Iterator[Decision | Statement]:
    for item in meeting.items:
        yield from item.decisions
        yield from item.said


def _dues(meeting: Meeting) -> Iterator[Due]:
    return (matter.due for matter in _matters(meeting) if matter.due)
