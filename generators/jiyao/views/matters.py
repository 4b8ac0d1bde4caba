"""What the meeting said, required and resolved: 会议指出, 会议要求, 议定事项, with who does it and until when.

The texts stand as the record has them. The program adds who speaks, the result where the text leaves it open, and
one bracket with what the text does not say itself: units, time limit, votes.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from jiyao.languages.moments import chinese_date
from jiyao.records.choices import DueType, Result
from jiyao.records.derived import goes_on
from jiyao.records.items import Decision
from jiyao.records.phrases import is_matter, names_meeting, only_deliberates, said_result, said_verb
from jiyao.views.fragments import Emphasis, Paragraph, Role, Run
from jiyao.views.numbers import number_run
from jiyao.views.sentences import (
    address,
    ended,
    in_a_row,
    numeral,
    organisation_name,
    own,
    paragraphs,
    person_name,
    printed,
    with_posts,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from jiyao.languages.text import Text
    from jiyao.records.items import Due, Statement, Vote
    from jiyao.records.people import Person

RESULT_VERBS = {
    Result.ADOPTED: "审议通过",
    Result.APPROVED_IN_PRINCIPLE: "审议并原则同意",
    Result.NOTED: "听取了",
    Result.DEFERRED: "决定暂缓审议",
    Result.REJECTED: "不同意",
    Result.SUBMITTED: "决定提请审议",
}

MEETING = "会议"
"""Who speaks where nobody else does."""


CLOSING = "会议小结"
HEADING_ROLES = {1: Role.HEADING_1, 2: Role.HEADING_2}
HEADING_NUMBERS = {1: "{}、", 2: "（{}）"}
"""Of the two levels of headings (GB/T 9704-2012, 7.3.3)."""


def statements(spoken: Sequence[Statement], *, comrade: bool, level: int) -> Iterator[Paragraph]:
    """One paragraph for each statement, its items below it; the order is the record's."""
    before: Statement | None = None
    for statement in spoken:
        speaker = address(statement.by, comrade=comrade) if statement.by else MEETING
        yield from said(statement, speaker, level=level, again=goes_on(before, statement))
        before = statement


def speeches(spoken: Sequence[Statement], day: dt.date | None, *, comrade: bool, level: int) -> Iterator[Paragraph]:
    """Statements under the name of each speaker, with the posts of the day; the order is the record's.

    What the meeting itself said after its speakers stands under a heading of its own, or it would be the last one's.
    """
    speakers = [(by, tuple(group)) for by, group in groupby(spoken, key=lambda each: each.by)]
    headed = [by for by, _group in speakers if by]
    number = 0
    for by, group in speakers:
        if by or number:
            number += 1
            title = with_posts(by, day, comrade=comrade) if by else CLOSING
            count = (own(HEADING_NUMBERS[level].format(numeral(number))),) if len(headed) > 1 else ()
            yield Paragraph(HEADING_ROLES[level], (*count, own(title)))
        yield from statements(group, comrade=comrade, level=level + 1)


def said(statement: Statement, subject: str, *, level: int, again: bool = False) -> Iterator[Paragraph]:
    """One statement by the meeting, or by whoever else the subject names."""
    runs = printed(statement.text)
    if statement.by or said_verb(statement.text.zh) is None:
        runs = (own(f"{subject}{'还' if again else ''}{statement.verb.word}，"), *runs)
    yield from paragraphs(Role.BODY, (*ended(runs), *remarks(statement)))
    # Parts of a statement never count as the meeting's own first-level matters.
    yield from _items(statement.items, max(level, 2))


def _items(items: Sequence[Text], level: int) -> Iterator[Paragraph]:
    for index, item in enumerate(items, start=1):
        number = (number_run(level, index),) if len(items) > 1 else ()
        yield from paragraphs(Role.BODY, ended((*number, *printed(item))))


def requirements(
    required: Sequence[Statement], *, level: int, headed: bool = False, again: bool = False
) -> Iterator[Paragraph]:
    """One requirement as a sentence (会议要求，…); several numbered, under 会议要求： where no heading says it."""
    if len(required) == 1 and not headed:
        yield from said(required[0], MEETING, level=level, again=again)
        return
    if required and not headed:
        yield Paragraph(Role.BODY, (own(f"会议{'还' if again else ''}要求："),))
    for index, each in enumerate(required, start=1):
        number = (number_run(level, index),) if len(required) > 1 else ()
        yield from paragraphs(Role.BODY, (*number, *ended(printed(each.text)), *remarks(each)))
        yield from _items(each.items, level + 1)


def decisions(
    resolved: Sequence[Decision], *, votes: bool, level: int, headed: bool = False, named: Sequence[Person] = ()
) -> Iterator[Paragraph]:
    """One decision as a sentence; several numbered, under 会议议定以下事项： where no heading says it.

    `named` are those of whom a sentence before has said that they recused themselves.
    """
    if len(resolved) > 1 and not headed:
        yield Paragraph(Role.BODY, (own("会议议定以下事项："),))
    for index, each in enumerate(resolved, start=1):
        alone = len(resolved) == 1
        number = () if alone else (number_run(level, index),)
        yield from paragraphs(
            Role.BODY, (*number, *_resolved(each, alone=alone), *remarks(each, votes=votes, named=named))
        )


def _resolved(decision: Decision, *, alone: bool) -> tuple[Run, ...]:
    """What was resolved, and under which conditions, where the text does not say them itself."""
    runs = ended(_resolution(decision, alone=alone))
    conditions = decision.conditions.zh if decision.conditions else ""
    return runs if conditions in decision.text.zh else (*runs, *ended(printed(decision.conditions)))


def _resolution(decision: Decision, *, alone: bool) -> tuple[Run, ...]:
    text, runs = decision.text.zh, printed(decision.text)
    if names_meeting(text):
        return runs
    subject = "会议" if alone else ""
    if said_result(text) or (decision.result and only_deliberates(text)):
        return (own(subject), *runs) if alone else runs
    if decision.result and is_matter(text):
        return (own(subject + RESULT_VERBS[decision.result]), *runs)
    return (own("会议决定，"), *runs) if alone and decision.result in {None, Result.ADOPTED} else runs


def _result(decision: Decision) -> str:
    """审议结果, where neither the text nor the verb before it says it; that something was adopted goes without it."""
    text = decision.text.zh
    adopted = decision.result in {None, Result.ADOPTED} and not only_deliberates(text)
    told = said_result(text) or is_matter(text) or adopted
    return "" if told or decision.result is None else decision.result.word


def remarks(matter: Decision | Statement, *, votes: bool = False, named: Sequence[Person] = ()) -> tuple[Run, ...]:
    """（责任单位：…；完成时限：…）: what the text does not say itself; empty where nothing is left to say."""
    text = matter.text.zh
    remarked = [
        ("审议结果", _result(matter) if isinstance(matter, Decision) else ""),
        ("责任单位", _unsaid(map(organisation_name, matter.responsible), text)),
        ("配合单位", _unsaid(map(organisation_name, matter.supporting), text)),
        ("责任领导", _unsaid(map(person_name, matter.lead_official), text)),
        ("完成时限", _due(matter.due, text) if matter.due else ""),
    ]
    pieces = [f"{label}：{value}" for label, value in remarked if value]
    vote = matter.vote if isinstance(matter, Decision) else None
    # What the record says of this vote goes before the custom of the kind.
    if vote and (votes if vote.print is None else vote.print) and (figures := _vote(vote, named)):
        pieces.append(figures)
    return (own(f"（{'；'.join(pieces)}）", Emphasis.LABEL),) if pieces else ()


def _unsaid(names: Iterable[str], text: str) -> str:
    """The names in a row; "" where the text itself says of each of them that they do it.

    A unit that is merely named (从市应急救援支队调拨), or is part of another's name, is not said to be responsible.
    """
    listed = tuple(names)
    before, others = "(?:由|^|[，。；：、（])", "(?:、[\u4e00-\u9fff]{2,12})*"
    does = "(?:牵头|负责(?!人)|会同|配合|协助)"
    said = all(name in text and re.search(f"{before}{re.escape(name)}{others}{does}", text) for name in listed)
    return "" if said else "、".join(listed)


def _due(due: Due, text: str) -> str:
    if due.shown and due.shown.zh:
        return "" if due.shown.zh in text else due.shown.zh
    if due.date:
        return "" if _names_limit(text, due.date) else f"{chinese_date(due.date)}前"
    return "" if due.type is DueType.ONCE or due.type.word in text else due.type.word


def _names_limit(text: str, day: dt.date) -> bool:
    """Whether a text says that day as a limit, with its year or without any: 3月17日前, not 3月17日 alone."""
    named = re.finditer(rf"(?:(\d{{4}})年)?(?<!\d){day.month}月{day.day}日(?:以?前|之前|前后)", text)
    return any(found[1] in {None, str(day.year)} for found in named)


def _vote(vote: Vote, named: Sequence[Person]) -> str:
    counts = (("同意", vote.for_), ("反对", vote.against), ("弃权", vote.abstain))
    figures = [vote.method.word] if vote.method else []
    figures += [f"应参加表决{vote.entitled}人"] if vote.entitled is not None else []
    figures += [f"{word}{number}票" for word, number in counts if number is not None]
    recused = [person_name(each) for each in vote.recused if not any(each.same_as(other) for other in named)]
    figures += [f"{'、'.join(recused)}回避"] if recused else []
    return f"表决情况：{'，'.join(figures)}" if figures else ""


def report(people: Sequence[Person], day: dt.date | None, *, comrade: bool) -> Paragraph:
    """会议听取了…的汇报: who reported, with their posts."""
    names = in_a_row([with_posts(each, day, comrade=comrade) for each in people])
    return Paragraph(Role.BODY, (own(f"会议听取了{names}的汇报。"),))


def recusals(people: Sequence[Person], *, comrade: bool) -> Iterator[Paragraph]:
    """Who took no part in an item."""
    if people:
        names = in_a_row([address(each, comrade=comrade) for each in people])
        yield Paragraph(Role.BODY, (own(f"{names}按规定回避本议题。"),))
