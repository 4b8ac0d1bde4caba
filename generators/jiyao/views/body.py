"""The body of the minutes: what was conveyed, said and resolved, item by item.

Numbers go 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3); one matter alone is not numbered.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jiyao.records.derived import goes_on, kind_of
from jiyao.records.kinds import Pattern
from jiyao.views.conveyed import conveyed
from jiyao.views.fragments import Emphasis, Paragraph, Role
from jiyao.views.matters import decisions, recusals, report, requirements, speeches, statements
from jiyao.views.sentences import affiliation, numeral, own, paragraphs, person_name, printed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from jiyao.records.attendance import Attendee
    from jiyao.records.items import Item, Statement
    from jiyao.records.kinds import Kind
    from jiyao.records.meeting import Meeting

CONVEYED, REQUIRED, DECIDED = "传达学习有关精神", "会议要求", "议定事项"


def body(meeting: Meeting) -> tuple[Paragraph, ...]:
    """The paragraphs between the opening and the attendance."""
    kind = kind_of(meeting)
    day = meeting.held.first if meeting.held else None
    written: list[Paragraph] = []
    for item in meeting.items[: len(meeting.items) - len(meeting.agenda)]:
        written += _without_agenda(item, day, kind, alone=not meeting.agenda)
    for index, item in enumerate(meeting.agenda, start=1):
        number = f"{numeral(index)}、" if len(meeting.agenda) > 1 else ""
        written += _headed(item, number, list(_item(item, day, kind)))
    return tuple(written)


def _without_agenda(item: Item, day: dt.date | None, kind: Kind, *, alone: bool) -> Iterator[Paragraph]:
    """Matters under no item: grouped under headings where they are of more than one sort and stand alone."""
    groups = [bool(item.conveyed), bool(item.requirements), bool(item.decisions)]
    headed = alone and sum(groups) > 1
    level = 2 if headed or not alone else 1
    titles = iter(f"{numeral(number)}、" for number in range(1, 4))
    if item.statements and not item.conveyed:
        yield from _said(item.statements, day, kind, level)
    if item.conveyed:
        yield from _group(next(titles) + CONVEYED, headed=headed)
        yield from conveyed(item.conveyed, comrade=kind.comrade, level=level)
        yield from _said(item.statements, day, kind, level)
    if item.requirements:
        yield from _group(next(titles) + REQUIRED, headed=headed)
        yield from requirements(item.requirements, level=level, headed=headed, again=_required_before(item))
    if item.decisions:
        yield from _group(next(titles) + DECIDED, headed=headed)
        yield from decisions(item.decisions, votes=kind.prints_votes, level=level, headed=headed)


def _group(title: str, *, headed: bool) -> Iterator[Paragraph]:
    if headed:
        yield Paragraph(Role.HEADING_1, (own(title),))


def _headed(item: Item, number: str, matters: list[Paragraph]) -> Iterator[Paragraph]:
    """An item under its heading; one without a title has its number before its first matter."""
    if item.title:
        first = "第一议题：" if item.first_topic and "第一议题" not in item.title.zh else ""
        yield from paragraphs(Role.HEADING_1, (own(number + first), *printed(item.title)))
    elif number and matters:
        matters[0] = replace(matters[0], runs=(own(number, Emphasis.HEADING), *matters[0].runs))
    yield from matters


def _item(item: Item, day: dt.date | None, kind: Kind) -> Iterator[Paragraph]:
    """One item of the agenda: who reported, what was conveyed, said, required, resolved; who joined or recused."""
    yield from recusals(item.recused, comrade=kind.comrade)
    if there := [each for each in item.observers if each.was_there]:
        observers = "、".join(_observer(each, day) for each in there)
        yield Paragraph(Role.BODY, (own(f"（本议题列席：{observers}）", Emphasis.LABEL),))
    if item.reporter:
        yield report(item.reporter, day, comrade=kind.comrade)
    # Two lists of （一）（二） in one item could not be told apart.
    other_lists = max(len(item.requirements), len(item.decisions)) > 1
    yield from conveyed(item.conveyed, comrade=kind.comrade, level=2)
    yield from _said(item.statements, day, kind, 3 if other_lists else 2)
    yield from requirements(item.requirements, level=2, again=_required_before(item))
    yield from decisions(item.decisions, votes=kind.prints_votes, level=2)


def _said(spoken: Sequence[Statement], day: dt.date | None, kind: Kind, level: int) -> Iterator[Paragraph]:
    """Statements as the kind of meeting has them: one after the other, or under the names of the speakers."""
    if kind.pattern is Pattern.BY_SPEAKER and any(each.by for each in spoken):
        yield from speeches(spoken, day, comrade=kind.comrade, level=min(level, 2))
    else:
        yield from statements(spoken, comrade=kind.comrade, level=level)


def _required_before(item: Item) -> bool:
    """Whether the last statement before the requirements has required already."""
    last = item.statements[-1] if item.statements else None
    return bool(item.requirements) and goes_on(last, item.requirements[0])


def _observer(attendee: Attendee, day: dt.date | None) -> str:
    if attendee.person is None:
        return attendee.group.zh if attendee.group else ""
    return affiliation(attendee.person, day) + person_name(attendee.person)
