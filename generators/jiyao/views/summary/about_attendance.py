"""The parts of a summary about who came, and about what was conveyed."""

from __future__ import annotations

from collections.abc import Iterator

from jiyao.languages.text import Text
from jiyao.views.fragments import ChartForm, Series
from jiyao.views.summary.attended import Attended, Turnout
from jiyao.views.summary.held import Held
from jiyao.views.summary.months import month_label
from jiyao.views.summary.passed_on import PassedOn
from jiyao.views.summary.telling import Teller
from jiyao.views.summary.view import Block

HEADING = Text("参会情况", "Attendance")
MEMBERS = Text("会议成员实到与应到人次之比为{rate}。", "Members who were there, of those who should have been: {rate}.")
UNKNOWN = Text(
    "另有{n}次会议应到或者实到人数不明，未计入。",
    "For {n:meeting} one of the two numbers is unknown; those are not counted.",
)
NOBODY = Text("记录中没有可以统计的出席人数。", "The records hold no numbers from which attendance could be counted.")
LINE, RATE = Text("各月出席率", "Attendance by month"), Text("出席率", "Attendance")
BY_UNIT = Text("各部门参会情况（人次）", "Attendance by unit (persons)")
BY_PERSON = Text("个人参会情况（次）", "Attendance by person (meetings)")
COLUMNS = (
    Text("应到", "Expected"),
    Text("实到", "There"),
    Text("迟到", "Late"),
    Text("请假", "Leave"),
    Text("委托", "Proxy"),
    Text("缺席", "Absent"),
    RATE,
)
UNIT, PERSON = Text("部门", "Unit"), Text("姓名", "Name")
NO_UNIT = Text("未注明部门", "no unit named")
SEATS = Text(
    "注：含列席人员；迟到计入实到；受他人委托参会的，计入委托人的“委托”，不另计。",
    "Note: observers included; late ones are among those there; who came for somebody else is counted as that one's "
    "proxy alone.",
)

PASSED = Text("传达学习情况", "Documents conveyed and studied")
CONVEYED = Text(
    "共有{meetings}次会议传达学习，涉及{items}项内容，共{times}项次。",
    "{meetings:meeting} conveyed or studied {items:item}, {times:time} in all.",
)
NOTHING = Text("本期没有传达学习的记录。", "Nothing was conveyed in this period, by the records.")
BY_ISSUER = Text("传达学习内容（按发文单位）", "Conveyed items by issuer")
ISSUER, ITEMS, TIMES = Text("发文单位", "Issuer"), Text("项数", "Items"), Text("项次", "Times")
NO_ISSUER = Text("未注明", "not named")


def about_attendance(attended: Attended, held: Held, teller: Teller, *, people: bool) -> Iterator[Block]:
    """The part, from its heading down; with `people`, person by person too."""
    yield teller.heading(HEADING)
    members = attended.members
    if not members.whole and not attended.units:
        yield teller.body(teller.own(NOBODY))
        return
    known = teller.own(MEMBERS, rate=teller.rate(members._replace(unknown=0))) if members.whole else teller.own(NOBODY)
    yield teller.body(known, teller.own(UNKNOWN, n=members.unknown) if members.unknown else "")
    if members.whole:
        months = [month_label(month, teller.language) for month in held.months]
        shares = tuple(each.share for each in attended.by_month)
        yield from teller.chart(
            "attendance", ChartForm.LINE, teller.own(LINE), months, [Series(teller.own(RATE), shares)]
        )
    columns = [teller.own(each) for each in COLUMNS]
    yield from teller.table(
        BY_UNIT,
        [teller.own(UNIT), *columns],
        (_row(each, teller.of_record(each.name) or teller.own(NO_UNIT), teller) for each in attended.units),
    )
    yield teller.note(SEATS)
    if people:
        rows = (_row(each, each.name.zh, teller) for each in attended.people)
        yield from teller.table(BY_PERSON, [teller.own(PERSON), *columns], rows)


def _row(turnout: Turnout, name: str, teller: Teller) -> tuple[str | int, ...]:
    return (name, *turnout[1:], teller.share(turnout.rate))


def about_conveyed(passed_on: PassedOn, teller: Teller) -> Iterator[Block]:
    """The part, from its heading down; the items themselves stand in an appendix."""
    yield teller.heading(PASSED)
    if not passed_on.items:
        yield teller.body(teller.own(NOTHING))
        return
    numbers = {"meetings": passed_on.meetings, "items": len(passed_on.items), "times": passed_on.times}
    yield teller.body(teller.own(CONVEYED, **numbers))
    head = [teller.own(each) for each in (ISSUER, ITEMS, TIMES)]
    rows = (
        (teller.of_record(each.name) or teller.own(NO_ISSUER), each.items, each.times) for each in passed_on.issuers
    )
    yield from teller.table(BY_ISSUER, head, rows)
