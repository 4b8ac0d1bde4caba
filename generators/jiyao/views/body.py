"""The body of the minutes: what was conveyed, said and resolved, item by item.

Numbers go 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3); one matter alone is not numbered.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from jiyao.records.derived import goes_on, kind_of
from jiyao.records.kinds import Pattern
from jiyao.views.conveyed import conveyed
from jiyao.views.fragments import Emphasis, Paragraph, Role
from jiyao.views.matters import decisions, recusals, report, requirements, speeches, statements
from jiyao.views.sentences import affiliation, numeral, own, paragraphs, person_name, printed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jiyao.records.attendance import Attendee
    from jiyao.records.items import Item, Statement
    from jiyao.records.kinds import Kind
    from jiyao.records.meeting import Meeting

Section: TypeAlias = "tuple[str, Iterable[Paragraph]]"
"""Paragraphs of one sort in an item, with the name of the sort."""
Telling: TypeAlias = "Callable[[Sequence[Statement], dt.date | None, Kind, int], Iterator[Paragraph]]"
"""How statements are worded: these, on that day, at a meeting of that kind, with numbers of that level."""
CONVEYED, REQUIRED, DECIDED = "传达学习有关精神", "会议要求", "议定事项"


def body(meeting: Meeting) -> tuple[Paragraph, ...]:
    """The paragraphs between the opening and the attendance."""
    return tuple(paragraph for _name, written in by_section(meeting) for paragraph in written)


def said(spoken: Sequence[Statement], day: dt.date | None, kind: Kind, level: int) -> Iterator[Paragraph]:
    """Statements as the kind of meeting has them: one after the other, or under the names of the speakers."""
    if kind.pattern is Pattern.BY_SPEAKER and any(each.by for each in spoken):
        yield from speeches(spoken, day, comrade=kind.comrade, level=min(level, 2))
    else:
        yield from statements(spoken, comrade=kind.comrade, level=level)


def by_section(meeting: Meeting, tell: Telling = said) -> Iterator[tuple[str, Iterable[Paragraph]]]:
    """The same by sections: 2.decided is what the second item of the agenda resolved, 0.said what belongs to none.

    `tell` words the statements.
    """
    kind = kind_of(meeting)
    day = meeting.held.first if meeting.held else None
    for item in meeting.items[: len(meeting.items) - len(meeting.agenda)]:
        for name, written in _without_agenda(item, day, kind, tell, alone=not meeting.agenda):
            yield f"0.{name}", written
    for index, item in enumerate(meeting.agenda, start=1):
        number = f"{numeral(index)}、" if len(meeting.agenda) > 1 else ""
        matters = [(name, list(written)) for name, written in _item(item, day, kind, tell)]
        if item.title:
            yield f"{index}.title", _title(item, number)
        elif number and (first := next((written for _name, written in matters if written), None)):
            # An item without a title has its number before its first matter.
            first[0] = replace(first[0], runs=(own(number, Emphasis.HEADING), *first[0].runs))
        for name, written in matters:
            yield f"{index}.{name}", written


def _without_agenda(item: Item, day: dt.date | None, kind: Kind, tell: Telling, *, alone: bool) -> Iterator[Section]:
    """Matters under no item: grouped under headings where they are of more than one sort and stand alone."""
    groups = [bool(item.conveyed), bool(item.requirements), bool(item.decisions)]
    headed = alone and sum(groups) > 1
    level = 2 if headed or not alone else 1
    titles = iter(f"{numeral(number)}、" for number in range(1, 4))
    if item.conveyed:
        told = conveyed(item.conveyed, comrade=kind.comrade, level=level)
        yield "conveyed", (*_group(next(titles) + CONVEYED, headed=headed), *told)
    yield "said", tell(item.statements, day, kind, level)
    if item.requirements:
        asked = requirements(item.requirements, level=level, headed=headed, again=_required_before(item))
        yield "required", (*_group(next(titles) + REQUIRED, headed=headed), *asked)
    if item.decisions:
        resolved = decisions(item.decisions, votes=kind.prints_votes, level=level, headed=headed)
        yield "decided", (*_group(next(titles) + DECIDED, headed=headed), *resolved)


def _group(title: str, *, headed: bool) -> Iterator[Paragraph]:
    if headed:
        yield Paragraph(Role.HEADING_1, (own(title),))


def _title(item: Item, number: str) -> tuple[Paragraph, ...]:
    first = "第一议题：" if item.first_topic and item.title and "第一议题" not in item.title.zh else ""
    return paragraphs(Role.HEADING_1, (own(number + first), *printed(item.title)))


def _item(item: Item, day: dt.date | None, kind: Kind, tell: Telling) -> Iterator[Section]:
    """One item of the agenda: who reported, what was conveyed, said, required, resolved; who joined or recused."""
    yield "people", _people(item, day, kind)
    # Two lists of （一）（二） in one item could not be told apart.
    other_lists = max(len(item.requirements), len(item.decisions)) > 1
    yield "conveyed", conveyed(item.conveyed, comrade=kind.comrade, level=2)
    yield "said", tell(item.statements, day, kind, 3 if other_lists else 2)
    yield "required", requirements(item.requirements, level=2, again=_required_before(item))
    yield "decided", decisions(item.decisions, votes=kind.prints_votes, level=2, named=item.recused)


def _people(item: Item, day: dt.date | None, kind: Kind) -> Iterator[Paragraph]:
    yield from recusals(item.recused, comrade=kind.comrade)
    if there := [each for each in item.observers if each.was_there]:
        observers = "、".join(_observer(each, day) for each in there)
        yield Paragraph(Role.BODY, (own(f"（本议题列席：{observers}）", Emphasis.LABEL),))
    if item.reporter:
        yield report(item.reporter, day, comrade=kind.comrade)


def _required_before(item: Item) -> bool:
    """Whether the last statement before the requirements has required already."""
    last = item.statements[-1] if item.statements else None
    return bool(item.requirements) and goes_on(last, item.requirements[0])


def _observer(attendee: Attendee, day: dt.date | None) -> str:
    if attendee.person is None:
        return attendee.group.zh if attendee.group else ""
    return affiliation(attendee.person, day) + person_name(attendee.person)
