"""The part of a summary about decisions and requirements: how far they have come, in time or not, what is overdue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from jiyao.languages.text import Text
from jiyao.records.choices import Status
from jiyao.records.following import Matter
from jiyao.views.fragments import ChartForm, Series
from jiyao.views.summary.followed import Followed
from jiyao.views.summary.months import day_in_words
from jiyao.views.summary.rates import Rate
from jiyao.views.summary.telling import UNKNOWN, Teller
from jiyao.views.summary.view import Block

HEADING = Text("议定事项和会议要求落实情况", "Decisions and requirements")
ALL, MEETINGS, OVERDUE = (
    Text("总体落实情况", "Completion"),
    Text("未全部办结的会议", "Meetings with something left to do"),
    Text("超期事项", "Overdue matters"),
)
COUNTED = Text(
    "共形成议定事项{decisions}项、会议要求{requirements}项，其中明确责任单位或者时限、需要跟踪落实的{matters}项。",
    "The meetings resolved {decisions:matter} and made {requirements:requirement}; {matters} of these say who is to "
    "act or by when, and are followed up.",
)
COMPLETION = Text("截至{day}，办结率{rate}。", "As of {day}, done: {rate}.")
ON_TIME = Text(
    "有时限且已到期或者已办结的事项，按时办结率{rate}。",
    "Of the matters with a date that were done or are past it, done in time: {rate}.",
)
LATE = Text("逾期后办结{n}项。", "{n:matter} were done late.")
PENDING = Text("尚未到期的{n}项。", "{n:matter} are not due yet.")
NO_DAY = Text("没有写明时限的{n}项，不计算按时办结率。", "{n:matter} name no date and are left out of that rate.")
ENDLESS = Text(
    "定期事项{recurring}项、长期事项{ongoing}项，不设办结日期，不计入以上两个比率。",
    "{recurring:recurring matter} and {ongoing:ongoing matter} never end and are in neither rate.",
)
CANCELLED = Text("已取消{n}项，不计入。", "{n:matter} were cancelled and are not counted.")
NOTHING = Text("本期没有需要跟踪落实的事项。", "Nothing of this period has to be followed up.")
BY_UNIT, BARS = (
    Text("各责任单位落实情况（项）", "Matters by responsible unit"),
    Text("各责任单位办结率", "Completion by unit"),
)
RATE = Text("办结率", "Completion")
UNIT, NO_UNIT = Text("责任单位", "Unit"), Text("未注明", "not named")
DONE, SUM, NOT_KNOWN, TIMELY, LATE_ONES = (
    Text("已办结", "Done"),
    Text("应办结", "Of"),
    Text("情况不明", "Unknown"),
    Text("按时办结率", "In time"),
    Text("超期", "Overdue"),
)
SHARED = Text(
    "注：一个事项有几个责任单位的，各计一次；“情况不明”不计入应办结数。",
    "Note: a matter of several units counts for each of them; those of unknown status are not in the number that they "
    "are a part of.",
)
BY_MEETING = Text("未全部办结的会议（项）", "Meetings with something left to do")
DATE, MEETING, MATTER = Text("日期", "Date"), Text("会议", "Meeting"), Text("事项", "Matter")
EVERY_ONE_DONE = Text("各次会议的事项均已办结。", "All matters of all meetings are done.")
SOME = Text(
    "{all}次会议有需要办结的事项，其中{n}次没有全部办结。",
    "{all:meeting} had matters to be done; {n} of them have some left.",
)
NONE_OVERDUE = Text("截至{day}，没有超期事项。", "As of {day}, nothing is overdue.")
SOME_OVERDUE = Text(
    "截至{day}，超期{n}项，其中情况不明{unknown}项；超期最长的{days}天。",
    "As of {day}, {n:matter} are overdue, {unknown} of them of unknown status; the longest by {days:day}.",
)
LIST_OVERDUE = Text("超期事项", "Overdue matters")
DUE, STATUS = Text("时限", "Due"), Text("状态", "Status")
STATUSES = {
    Status.OPEN: Text("未办", "open"),
    Status.IN_HAND: Text("在办", "in hand"),
    Status.DONE: Text("办结", "done"),
    Status.CANCELLED: Text("取消", "cancelled"),
}


def about_matters(followed: Followed, teller: Teller) -> Iterator[Block]:
    """The part, from its heading down."""
    yield teller.heading(HEADING)
    yield teller.heading(ALL, 2)
    if not followed.matters:
        yield teller.body(_counted(followed, teller), teller.own(NOTHING))
        return
    yield teller.body(_counted(followed, teller), *_rates(followed, teller))
    yield from _units(followed, teller)
    yield teller.heading(MEETINGS, 2)
    yield from _meetings(followed, teller)
    yield teller.heading(OVERDUE, 2)
    yield from _overdue(followed, teller)


def _counted(followed: Followed, teller: Teller) -> str:
    numbers = {"decisions": followed.decisions, "requirements": followed.requirements, "matters": followed.matters}
    return teller.own(COUNTED, **numbers)


def _rates(followed: Followed, teller: Teller) -> Iterator[str]:
    yield teller.own(
        COMPLETION, day=day_in_words(followed.today, teller.language), rate=teller.rate(followed.completion)
    )
    yield teller.own(ON_TIME, rate=teller.rate(followed.on_time))
    numbers = ((LATE, len(followed.late)), (PENDING, followed.pending), (NO_DAY, followed.without_day))
    yield from (teller.own(sentence, n=number) for sentence, number in numbers if number)
    if followed.recurring or followed.ongoing:
        yield teller.own(ENDLESS, recurring=followed.recurring, ongoing=followed.ongoing)
    if followed.cancelled:
        yield teller.own(CANCELLED, n=followed.cancelled)


def _units(followed: Followed, teller: Teller) -> Iterator[Block]:
    if not followed.units:
        return
    names = [teller.of_record(each.name) or teller.own(NO_UNIT) for each in followed.units]
    shares = tuple(each.completion.share for each in followed.units)
    yield from teller.chart("completion", ChartForm.BARS, teller.own(BARS), names, [Series(teller.own(RATE), shares)])
    head = [teller.own(each) for each in (UNIT, DONE, SUM, RATE, NOT_KNOWN, TIMELY, LATE_ONES)]
    rows = (
        (name, *_done(each.completion, teller), teller.share(each.on_time), each.overdue)
        for name, each in zip(names, followed.units, strict=True)
    )
    yield from teller.table(BY_UNIT, head, rows)
    yield teller.note(SHARED)


def _done(rate: Rate, teller: Teller) -> tuple[int, int, str, int]:
    return rate.part, rate.whole, teller.share(rate), rate.unknown


def _meetings(followed: Followed, teller: Teller) -> Iterator[Block]:
    if not followed.incomplete:
        yield teller.body(teller.own(EVERY_ONE_DONE))
        return
    yield teller.body(teller.own(SOME, all=len(followed.meetings), n=len(followed.incomplete)))
    head = [teller.own(each) for each in (DATE, MEETING, DONE, SUM, RATE, NOT_KNOWN)]
    rows = (
        (teller.day(each.meeting.day), teller.of_record(each.meeting.title), *_done(each.completion, teller))
        for each in followed.incomplete
    )
    yield from teller.table(BY_MEETING, head, rows)


def _overdue(followed: Followed, teller: Teller) -> Iterator[Block]:
    day = day_in_words(followed.today, teller.language)
    if not followed.overdue:
        yield teller.body(teller.own(NONE_OVERDUE, day=day))
        return
    unknown = sum(each.status is None for each in followed.overdue)
    days = max((followed.today - each.due).days for each in followed.overdue if each.due)
    yield teller.body(teller.own(SOME_OVERDUE, day=day, n=len(followed.overdue), unknown=unknown, days=days))
    yield from list_of(LIST_OVERDUE, followed.overdue, followed.today, teller)


def list_of(title: Text, matters: Iterable[Matter], today: dt.date, teller: Teller) -> tuple[Block, ...]:
    """A table of matters with who is to do them, until when, and how they stand."""
    head = [teller.own(each) for each in (MATTER, UNIT, DUE, STATUS)]
    return teller.table(title, head, (_matter(each, today, teller) for each in matters))


def _matter(matter: Matter, today: dt.date, teller: Teller) -> tuple[str, ...]:
    between = "、" if teller.own(DUE) == DUE.zh else ", "
    units = between.join(teller.of_record(unit) for unit in matter.responsible) or teller.own(NO_UNIT)
    due = teller.day(matter.due) if matter.due else teller.of_record(matter.due_shown) or "—"
    status = matter.status_on(today)
    return teller.of_record(matter.text), units, due, teller.own(STATUSES[status] if status else UNKNOWN)
