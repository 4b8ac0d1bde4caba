"""The part of a summary about the meetings: kinds, months, quarters, size, length, form, what is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from jiyao.languages.text import Text
from jiyao.records.choices import Mode
from jiyao.views.fragments import ChartForm, Series
from jiyao.views.summary.held import Held
from jiyao.views.summary.months import month_label, quarter_label
from jiyao.views.summary.rates import Mean, Rate
from jiyao.views.summary.telling import UNKNOWN, Teller
from jiyao.views.summary.view import Block

PIE_OF = 6
"""Of more kinds nobody can tell the pieces apart: then bars."""

HEADING = Text("会议召开情况", "Meetings held")
KINDS = Text("类型和时间分布", "Kinds and months")
SHAPE = Text("规模、时长和形式", "Size, length and form")
DUTY = Text("第一议题和组织生活", "First topics and yearly minimum")
BY_MONTH = Text("会议次数（按类型和月份）", "Meetings by kind and month")
BY_QUARTER = Text("会议次数（按类型和季度）", "Meetings by kind and quarter")
KIND, TOTAL, MEETINGS = Text("会议类型", "Kind"), Text("合计", "Total"), Text("次数", "Meetings")
SHARE = Text("占比", "Share")
MONTHLY, BY_KIND = Text("各月会议次数", "Meetings by month"), Text("各类会议次数", "Meetings by kind")
STACKED = Text("各月各类会议次数", "Meetings by month and kind")
FIRST = Text(
    "共召开{kinds}类会议{n}次。次数最多的是{kind}，{most}次，占{share}；会议最多的月份是{month}，{in_month}次。",
    "{n:meeting} of {kinds:kind} were counted. Most frequent: {kind} ({most}, or {share}). Busiest month: "
    "{month} ({in_month:meeting}).",
)
AND = Text("、", ", ")
NOTHING = Text("本期没有会议记录。", "There is no record of a meeting in this period.")
PEOPLE = Text(
    "有人数记录的会议{known}次，平均每次{mean}人，中位数{median}人。",
    "The number of people is known of {known:meeting}: {mean} on average, with a median of {median}.",
)
AT_LEAST = Text(
    "其中{n}次只记录了不少于若干人，平均数因此是下限。",
    "Of {n:meeting} only a least number is known, so the average is a least one.",
)
LENGTH = Text(
    "有起止时间的会议{known}次，平均时长{mean}分钟，中位数{median}分钟。",
    "Beginning and end are known of {known:meeting}: {mean} minutes on average, with a median of {median}.",
)
LEFT_OUT = Text("另有{n}次不明。", "Of {n:more meeting|more meetings} it is unknown.")
VIDEO = Text("视频或者现场和视频结合的会议占{rate}。", "By video, wholly or in part: {rate}.")
FORMS = Text("会议形式", "Form of meetings")
FORM = Text("形式", "Form")
MODES = {
    Mode.IN_PERSON: Text("现场", "In person"),
    Mode.VIDEO: Text("视频", "By video"),
    Mode.MIXED: Text("现场和视频结合", "In person and by video"),
}
TOPIC = Text("{kind}设第一议题的占{rate}。", "Meetings with a first topic, {kind}: {rate}.")
MINIMA = Text("组织生活和学习制度执行情况", "Meetings that rules ask for")
HELD, REQUIRED, MISSING = Text("已召开", "Held"), Text("应不少于", "At least"), Text("相差", "Missing")
MET = Text("有次数要求的{n}类会议均达到要求。", "All {n} kinds with a yearly minimum reached it.")
NOT_MET = Text(
    "有次数要求的{n}类会议中，{missing}类没有达到要求。",
    "Of {n} kinds with a yearly minimum, {missing} did not reach it.",
)


BRANCH = Text("党支部", "Party branch")
BRANCHES_MET = Text(
    "{n}个党支部均达到“三会一课”的次数要求。",
    "Of {n:Party branch|Party branches}, all held the meetings that they owe.",
)
BRANCHES_NOT_MET = Text(
    "{n}个党支部中，{missing}个没有达到“三会一课”的次数要求。",
    "Of {n:Party branch|Party branches}, {missing} did not hold all the meetings that they owe.",
)


def about_meetings(held: Held, teller: Teller) -> Iterator[Block]:
    """The part, from its heading down."""
    yield teller.heading(HEADING)
    if not held.total:
        yield teller.body(teller.own(NOTHING))
        return
    yield teller.heading(KINDS, 2)
    yield teller.body(_first(held, teller))
    yield from _charts(held, teller)
    yield from _tables(held, teller)
    yield teller.heading(SHAPE, 2)
    yield teller.body(*_mean(PEOPLE, held.people, teller), *_mean(LENGTH, held.minutes, teller), _video(held, teller))
    modes = ((teller.own(MODES[mode] if mode else UNKNOWN), number) for mode, number in held.modes)
    shared = ((form, number, teller.share(Rate(number, held.total))) for form, number in modes)
    yield from teller.table(FORMS, [teller.own(each) for each in (FORM, MEETINGS, SHARE)], shared)
    if held.first_topics or held.minima:
        yield teller.heading(DUTY, 2)
        yield from _duties(held, teller)


def _first(held: Held, teller: Teller) -> str:
    by_month, most = held.by_month(), held.kinds[0].total
    busiest = [month for month, number in zip(held.months, by_month, strict=True) if number == max(by_month)]
    leading = [kind for kind in held.kinds if kind.total == most]
    return teller.own(
        FIRST,
        kinds=len(held.kinds),
        n=held.total,
        kind=teller.own(AND).join(teller.of_record(kind.name) for kind in leading),
        most=most,
        share=teller.rate(Rate(most, held.total)),
        month=teller.own(AND).join(month_label(month, teller.language) for month in busiest),
        in_month=max(by_month),
    )


def _charts(held: Held, teller: Teller) -> Iterator[Block]:
    months = [month_label(month, teller.language) for month in held.months]
    kinds = [teller.of_record(kind.name) for kind in held.kinds]
    meetings = teller.own(MEETINGS)
    yield from teller.chart(
        "monthly", ChartForm.COLUMNS, teller.own(MONTHLY), months, [Series(meetings, held.by_month())]
    )
    stacked = [Series(name, kind.months) for name, kind in zip(kinds, held.kinds, strict=True)]
    yield from teller.chart("stacked", ChartForm.STACKED, teller.own(STACKED), months, stacked)
    form = ChartForm.PIE if len(kinds) <= PIE_OF else ChartForm.BARS
    totals = Series(meetings, tuple(kind.total for kind in held.kinds))
    yield from teller.chart("kinds", form, teller.own(BY_KIND), kinds, [totals])


def _tables(held: Held, teller: Teller) -> Iterator[Block]:
    kind, total = teller.own(KIND), teller.own(TOTAL)
    names = [teller.of_record(each.name) for each in held.kinds]
    months = [month_label(month, teller.language) for month in held.months]
    rows = [(name, *each.months, each.total) for name, each in zip(names, held.kinds, strict=True)]
    yield from teller.table(BY_MONTH, [kind, *months, total], [*rows, (total, *held.by_month(), held.total)])
    quarters = held.quarters()
    if len(quarters) > 1:
        counts = [tuple(held.in_quarter(each, quarter) for quarter in quarters) for each in held.kinds]
        of_all = tuple(map(sum, zip(*counts, strict=True)))
        body = [(name, *row, sum(row)) for name, row in zip(names, counts, strict=True)]
        labels = [quarter_label(quarter, teller.language) for _year, quarter in quarters]
        yield from teller.table(BY_QUARTER, [kind, *labels, total], [*body, (total, *of_all, held.total)])


def _mean(sentence: Text, mean: Mean, teller: Teller) -> Iterator[str]:
    if mean.known:
        numbers = {"mean": teller.number(mean.value), "median": teller.number(mean.median)}
        yield teller.own(sentence, known=mean.known, **numbers)
    if mean.at_least:
        yield teller.own(AT_LEAST, n=mean.at_least)
    if mean.unknown:
        yield teller.own(LEFT_OUT, n=mean.unknown)


def _video(held: Held, teller: Teller) -> str:
    return teller.own(VIDEO, rate=teller.rate(held.by_video))


def _duties(held: Held, teller: Teller) -> Iterator[Block]:
    topics = [
        teller.own(TOPIC, kind=teller.of_record(name), rate=teller.rate(rate)) for name, rate in held.first_topics
    ]
    yield teller.body(*topics, *_minima(held, teller))
    if held.minima:
        by_branch = any(each.branch for each in held.minima)
        head = [teller.own(each) for each in ((BRANCH,) if by_branch else ()) + (KIND, HELD, REQUIRED, MISSING)]
        of_branches = sorted(held.minima, key=lambda each: (not each.branch, each.branch.zh or each.branch.en))
        rows = (
            (
                *([teller.of_record(each.branch) if each.branch else ""] if by_branch else []),
                teller.of_record(each.name),
                each.held,
                each.required,
                each.missing,
            )
            for each in of_branches
        )
        yield from teller.table(MINIMA, head, rows)


def _minima(held: Held, teller: Teller) -> Iterator[str]:
    """Of kinds, how many were held often enough; of branches that are named, how many have held all of theirs."""
    kinds = [each for each in held.minima if not each.branch]
    if kinds:
        missing = sum(bool(each.missing) for each in kinds)
        yield teller.own(NOT_MET if missing else MET, n=len(kinds), missing=missing)
    branches = {each.branch for each in held.minima if each.branch}
    if branches:
        behind = len({each.branch for each in held.minima if each.branch and each.missing})
        yield teller.own(BRANCHES_NOT_MET if behind else BRANCHES_MET, n=len(branches), missing=behind)
