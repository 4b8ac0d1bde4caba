"""The annual summary, 年度会议工作总结, put together from its parts: sentences say what the figures say, no more."""

from __future__ import annotations

from collections.abc import Iterator

from jiyao.languages.text import Language, Text
from jiyao.problems import Problem
from jiyao.records.attendance import Count
from jiyao.views.summary.about_attendance import about_attendance, about_conveyed
from jiyao.views.summary.about_matters import about_matters, list_of
from jiyao.views.summary.about_meetings import about_meetings
from jiyao.views.summary.figures import Figures, Summary
from jiyao.views.summary.months import day_in_words, period_name
from jiyao.views.summary.rates import Rate
from jiyao.views.summary.telling import Teller
from jiyao.views.summary.view import Block, BlockRole, Entry, SummaryProperties, SummaryView
from jiyao.views.texts import text_missing

TITLE = Text("{office}\n{period}会议工作总结", "{office}\nMeetings in {period}: A Summary")
BARE_TITLE = Text("{period}会议工作总结", "Meetings in {period}: A Summary")
SUBTITLE = Text("（落实情况截至{day}）", "(progress as of {day})")
CONTENTS = Text("目　录", "Contents")

OVERVIEW = Text("总体情况", "Overview")
FIRST = Text(
    "{period}共召开会议{n}次，会议成员出席率{attendance}；形成议定事项{decisions}项、会议要求{requirements}项，"
    "办结率{completion}。",
    "{n:meeting} were held in {period}. Attendance of members: {attendance}. The meetings resolved {decisions:matter} "
    "and made {requirements:requirement}; done: {completion}.",
)
NO_YEAR_BEFORE = Text(
    "没有上年同期的会议记录，不作比较。", "There are no records of the same time a year before, so nothing is compared."
)
COMPARED = Text("与上年同期比较", "Compared with the year before")
SAME_DAY = Text(
    "注：上年同期的落实情况截至{day}，与本期口径一致。",
    "Note: progress of the year before is as of {day}, so that both had the same time.",
)
WHAT, NOW, BEFORE, CHANGE = (
    Text("指标", "Figure"),
    Text("本期", "This period"),
    Text("上年同期", "Year before"),
    Text("增减", "Change"),
)
MEETINGS, PEOPLE, LENGTH, ATTENDANCE = (
    Text("会议次数", "Meetings"),
    Text("平均参会人数", "People, on average"),
    Text("平均时长（分钟）", "Minutes, on average"),
    Text("成员出席率", "Attendance of members"),
)
DECISIONS, REQUIREMENTS, COMPLETION, ON_TIME, CONVEYED = (
    Text("议定事项", "Decisions"),
    Text("会议要求", "Requirements"),
    Text("办结率", "Done"),
    Text("按时办结率", "Done in time"),
    Text("传达学习内容", "Items conveyed"),
)
POINTS = Text("{n:+.1f}个百分点", "{n:+.1f} points")

OFFICES, OFFICE = Text("各单位情况", "The offices one by one"), Text("单位", "Office")
OVERDUE = Text("超期", "Overdue")

BASIS = Text("数据说明", "How it was counted")
BASIS_TEXT = Text(
    "本总结由会议数据自动统计生成，比率均列出分子和分母，记录中没有写明的计为不明，不作推断。",
    "This summary was counted from the records of the meetings. Every rate names what it is made of; what the records "
    "do not say counts as unknown, and nothing is inferred.",
)
UNDATED = Text("另有{n}次会议没有日期，未计入。", "{n:meeting} without a date are not counted.")
UNUSABLE = Text("另有{n}份会议数据有错误，未计入。", "{n:record} with errors are left out.")
SECRET = Text("另有{n}次会议的数据标有密级，未计入。", "{n:record} with a secrecy level are left out.")

APPENDIX = Text("附录", "Appendices")
ALL_MEETINGS, ALL_CONVEYED, ALL_OPEN = (
    Text("会议一览", "Meetings"),
    Text("传达学习内容一览", "Items conveyed and studied"),
    Text("未办结事项一览", "Matters still to be done"),
)
NUMBER, DATE, NAME, KIND, THERE = (
    Text("序号", "No."),
    Text("日期", "Date"),
    Text("会议", "Meeting"),
    Text("类型", "Kind"),
    Text("人数", "People"),
)
ITEM, ISSUER, DOCUMENT, FIRST_DAY, TIMES = (
    Text("内容", "Item"),
    Text("发文单位", "Issuer"),
    Text("文号", "Number"),
    Text("首次传达", "First conveyed"),
    Text("次数", "Times"),
)
AT_LEAST = Text("{n}人以上", "at least {n}")


def summary_view(
    summary: Summary, office: Text, language: Language, *, people: bool = False
) -> SummaryView | tuple[Problem, ...]:
    """The summary in one language; instead, a problem for each text that is missing in it.

    `office` is empty where the records belong to several. With `people`, attendance is printed person by person.
    """
    teller = Teller(language)
    body = tuple(_body(summary, teller, people=people))
    period = period_name(summary.now.period, language)
    name = teller.of_record(office)
    title = teller.own(TITLE, office=name, period=period) if office else teller.own(BARE_TITLE, period=period)
    if teller.missing:
        places = {text.place: text for text in teller.missing}
        return tuple(text_missing(text, language) for text in places.values())
    levels = {BlockRole.HEADING_1: 1, BlockRole.HEADING_2: 2}
    return SummaryView(
        title,
        teller.own(SUBTITLE, day=day_in_words(summary.now.followed.today, language)),
        teller.own(CONTENTS),
        tuple(Entry(levels[each.role], each.text, "") for each in body if each.role in levels),
        body,
        SummaryProperties(title.replace("\n", "" if language is Language.ZH else ". "), name, language.tag),
    )


def _body(summary: Summary, teller: Teller, *, people: bool) -> Iterator[Block]:
    now = summary.now
    yield from _overview(summary, teller)
    yield from about_meetings(now.held, teller)
    yield from about_attendance(now.attended, now.held, teller, people=people)
    yield from about_conveyed(now.passed_on, teller)
    yield from about_matters(now.followed, teller)
    if summary.offices:
        yield from _offices(summary, teller)
    yield teller.heading(BASIS)
    undated = teller.own(UNDATED, n=summary.undated) if summary.undated else ""
    secret = teller.own(SECRET, n=summary.secret) if summary.secret else ""
    unusable = teller.own(UNUSABLE, n=summary.unusable) if summary.unusable else ""
    yield teller.body(teller.own(BASIS_TEXT), undated, secret, unusable)
    if now.held.total:
        yield from _appendices(now, teller)


def _overview(summary: Summary, teller: Teller) -> Iterator[Block]:
    now = summary.now
    yield teller.heading(OVERVIEW)
    first = teller.own(
        FIRST,
        period=period_name(now.period, teller.language),
        n=now.held.total,
        attendance=teller.rate(now.attended.members._replace(unknown=0)),
        decisions=now.followed.decisions,
        requirements=now.followed.requirements,
        completion=teller.rate(now.followed.completion),
    )
    if summary.before is None:
        yield teller.body(first, teller.own(NO_YEAR_BEFORE))
        return
    yield teller.body(first)
    head = [teller.own(each) for each in (WHAT, NOW, BEFORE, CHANGE)]
    yield from teller.table(COMPARED, head, _compared(now, summary.before, teller))
    yield teller.note(SAME_DAY, day=day_in_words(summary.before.followed.today, teller.language))


def _compared(now: Figures, before: Figures, teller: Teller) -> Iterator[tuple[str, ...]]:
    counts = (
        (MEETINGS, now.held.total, before.held.total),
        (CONVEYED, len(now.passed_on.items), len(before.passed_on.items)),
        (DECISIONS, now.followed.decisions, before.followed.decisions),
        (REQUIREMENTS, now.followed.requirements, before.followed.requirements),
    )
    yield from ((teller.own(name), str(own), str(other), f"{own - other:+d}") for name, own, other in counts)
    means = ((PEOPLE, now.held.people, before.held.people), (LENGTH, now.held.minutes, before.held.minutes))
    for name, own, other in means:
        known = own.value is not None and other.value is not None
        change = f"{(own.value or 0) - (other.value or 0):+.1f}" if known else "—"
        yield teller.own(name), teller.number(own.value), teller.number(other.value), change
    rates = (
        (ATTENDANCE, now.attended.members._replace(unknown=0), before.attended.members._replace(unknown=0)),
        (COMPLETION, now.followed.completion, before.followed.completion),
        (ON_TIME, now.followed.on_time, before.followed.on_time),
    )
    for name, rate, earlier in rates:
        yield teller.own(name), _plain(rate, teller), _plain(earlier, teller), _points(rate, earlier, teller)


def _plain(rate: Rate, teller: Teller) -> str:
    return f"{teller.share(rate)} ({rate.part}/{rate.whole})"


def _points(rate: Rate, earlier: Rate, teller: Teller) -> str:
    if rate.share is None or earlier.share is None:
        return "—"
    return POINTS.in_language(teller.language).format(n=(rate.share - earlier.share) * 100)


def _offices(summary: Summary, teller: Teller) -> Iterator[Block]:
    yield teller.heading(OFFICES)
    head = [teller.own(each) for each in (OFFICE, MEETINGS, ATTENDANCE, COMPLETION, ON_TIME, OVERDUE)]
    rows = (
        (
            teller.of_record(each.name) or "—",
            each.figures.held.total,
            _plain(each.figures.attended.members, teller),
            _plain(each.figures.followed.completion, teller),
            _plain(each.figures.followed.on_time, teller),
            len(each.figures.followed.overdue),
        )
        for each in summary.offices
    )
    yield from teller.table(OFFICES, head, rows)


def _appendices(now: Figures, teller: Teller) -> Iterator[Block]:
    yield teller.heading(APPENDIX)
    yield teller.heading(ALL_MEETINGS, 2)
    head = [teller.own(each) for each in (NUMBER, DATE, NAME, KIND, THERE)]
    meetings = (
        (
            number,
            teller.day(each.day),
            teller.of_record(each.title),
            teller.of_record(each.kind.name),
            teller.own(AT_LEAST, n=each.there.number) if each.there and each.there.at_least else _count(each.there),
        )
        for number, each in enumerate(now.meetings, start=1)
    )
    yield from teller.table(ALL_MEETINGS, head, meetings)
    if now.passed_on.items:
        yield teller.heading(ALL_CONVEYED, 2)
        head = [teller.own(each) for each in (ITEM, ISSUER, DOCUMENT, FIRST_DAY, TIMES)]
        items = (
            (
                teller.of_record(each.given.title),
                teller.of_record(each.given.issuer) or "—",
                each.given.number or "—",
                teller.day(each.days[0] if each.days else None),
                len(each.days),
            )
            for each in now.passed_on.items
        )
        yield from teller.table(ALL_CONVEYED, head, items)
    if now.followed.open:
        yield teller.heading(ALL_OPEN, 2)
        yield from list_of(ALL_OPEN, now.followed.open, now.followed.today, teller)


def _count(there: Count | None) -> int | str:
    return there.number if there else "—"
