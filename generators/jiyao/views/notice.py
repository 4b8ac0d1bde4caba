"""The notice of a meeting, 会议通知: when, where, who, about what, as it is sent out before.

Nothing of what was said or resolved is in it, and nobody's leave: those who are expected are asked to come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.languages.moments import chinese_days, chinese_time
from jiyao.languages.text import Language
from jiyao.records.choices import AttendAs, VenueType
from jiyao.records.derived import in_order
from jiyao.views.cells import LINE, filled
from jiyao.views.forms import EXPECTED
from jiyao.views.fragments import Emphasis, Paragraph, Role, Run
from jiyao.views.minutes import Properties
from jiyao.views.numbers import number_run
from jiyao.views.opening import SHAPES, full_title, rooms
from jiyao.views.sentences import affiliation, numeral, organisation_name, own, person_name, printed
from jiyao.views.texts import text_missing
from jiyao.views.titles import by_sense

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from jiyao.languages.text import Text
    from jiyao.problems import Problem
    from jiyao.records.attendance import Attendee
    from jiyao.records.items import Item
    from jiyao.records.meeting import Held, Meeting
    from jiyao.records.office import Office

WEEKDAYS = "一二三四五六日"
BEFORE_NAMES = 9
"""字 before the first name: two of indent, the number, the label and its colon."""
ROOM = LINE - 1
"""字 that a line of names takes at most: gaps beside figures and letters need the rest."""


@dataclass(frozen=True, slots=True)
class NoticeView:
    """Every word of the notice, in the order of the page; what is unknown is "" or empty."""

    title: tuple[Run, ...]
    """关于召开…的通知."""
    addressees: str
    """主送: the units and groups that are asked to come, with a colon."""
    body: tuple[Paragraph, ...]
    """What it is about, then time, place, who, and the items, one matter each."""
    signature: str
    """署名: the office."""
    properties: Properties
    """What Word shows under File, Info."""


def notice_view(meeting: Meeting, office: Office) -> NoticeView | tuple[Problem, ...]:
    """The notice of a meeting; instead, the texts that it needs and the record has not in Chinese."""
    if missing := [each for each in _needed(meeting) if not each.zh]:
        return tuple(text_missing(text, Language.ZH) for text in missing)
    named = _named(meeting)
    title = by_sense((own("关于召开"), *named, own("的通知")), (office.name.zh,))
    return NoticeView(
        title=title,
        addressees=_addressees(meeting),
        body=(*_opening(meeting, named), *_matters(meeting, office)),
        signature=office.name.zh,
        properties=Properties("".join(run.text for run in title).replace("\n", ""), office.name.zh, Language.ZH.tag),
    )


def _needed(meeting: Meeting) -> Iterator[Text]:
    yield meeting.title
    yield from (each.title for item in meeting.items for each in item.conveyed if not item.title)
    for item in meeting.agenda:
        yield from (item.title,) if item.title else ()
        yield from (each.group for each in item.observers if each.group)
    asked = (each for each in meeting.everybody if each.attend_as in {*EXPECTED, AttendAs.OBSERVE})
    yield from (each.group for each in asked if each.group)


def _named(meeting: Meeting) -> tuple[Run, ...]:
    """The meeting, which a notice of a title without the word still calls a meeting."""
    runs, title = full_title(meeting), meeting.title.zh
    if title.endswith("纪要"):
        return tuple(own(title.removesuffix("纪要")) if run.text == title else run for run in runs)
    return runs if title.endswith(("会", "会议", "会议（扩大）", "党课")) else (*runs, own("会议"))


def _addressees(meeting: Meeting) -> str:
    """The units of those who are expected and the groups, each once, in the order of the record."""
    expected = [each for each in meeting.everybody if each.attend_as in EXPECTED]
    names = [
        organisation_name(each.person.unit) if each.person and each.person.unit else each.group.zh if each.group else ""
        for each in expected
    ]
    return f"{'、'.join(dict.fromkeys(filter(None, names)))}：" if any(names) else ""


def _opening(meeting: Meeting, named: tuple[Run, ...]) -> tuple[Paragraph, ...]:
    held = meeting.held
    day = f"{chinese_days(held.first, held.last)}" if held and held.first else "近期"
    return (Paragraph(Role.BODY, (own(f"定于{day}召开"), *named, own("。现将有关事项通知如下："))),)


def _matters(meeting: Meeting, office: Office) -> Iterator[Paragraph]:
    """一、会议时间：…, each with its number; what is unknown is left out, and nothing is left of its number."""
    day = meeting.held.first if meeting.held else None
    people = in_order(meeting.everybody, office.house.people_order)
    expected = [_who(each, day) for each in people if each.attend_as in EXPECTED]
    observing = [_who(each, day) for each in people if each.attend_as is AttendAs.OBSERVE]
    shape = SHAPES.get(meeting.mode, "") if meeting.mode else ""
    branches = rooms(meeting, VenueType.BRANCH, "；分会场：")
    matters: list[tuple[str, tuple[Run, ...]]] = [
        ("会议时间", (own(_when(meeting.held)),) if meeting.held and meeting.held.first else ()),
        ("会议地点", (*rooms(meeting, VenueType.MAIN, ""), *branches)),
        ("会议形式", (own(shape),) if shape else ()),
        ("主持人", (own(person_name(meeting.chair)),) if meeting.chair else ()),
        ("参会人员", (own(_in_lines(expected)),) if expected else ()),
        ("列席人员", (own(_in_lines(observing)),) if observing else ()),
    ]
    known = [each for each in matters if each[1]]
    for number, (label, runs) in enumerate(known, start=1):
        yield Paragraph(Role.BODY, (own(f"{numeral(number)}、{label}：", Emphasis.HEADING), *runs))
    items = list(_items(meeting, day))
    if items:
        yield Paragraph(Role.HEADING_1, (own(f"{numeral(len(known) + 1)}、会议议题"),))
        several = len(items) > 1
        for number, runs in enumerate(items, start=1):
            yield Paragraph(Role.BODY, (*((number_run(2, number),) if several else ()), *runs))


def _in_lines(names: list[str]) -> str:
    """The names in lines of which none parts a name; the first one has its indent and its label before it."""
    return filled([*(f"{each}、" for each in names[:-1]), names[-1]], ROOM - BEFORE_NAMES, ROOM)


def _when(held: Held) -> str:
    """2023年3月6日（星期一）下午3时."""
    first = held.first
    if first is None:
        return ""
    moment = chinese_time(held.begins) if held.begins else held.part
    if held.last and held.last != first:
        return chinese_days(first, held.last) + moment
    return f"{chinese_days(first, None)}（星期{WEEKDAYS[first.weekday()]}）{moment}"


def _items(meeting: Meeting, day: dt.date | None) -> Iterator[tuple[Run, ...]]:
    """What is dealt with: what is to be conveyed outside the agenda, then the items with who reports and who joins."""
    for item in meeting.items[: len(meeting.items) - len(meeting.agenda)]:
        yield from ((*printed(each.title), own("。")) for each in item.conveyed)
    for item in meeting.agenda:
        if item.title:
            remarks = _remarks(item, day)
            yield (*printed(item.title), own(f"（{remarks}）。" if remarks else "。"))


def _remarks(item: Item, day: dt.date | None) -> str:
    reporters = "、".join(map(person_name, item.reporter))
    joining = "、".join(_who(each, day) for each in item.observers)
    said = (f"汇报人：{reporters}" if reporters else "", f"列席：{joining}" if joining else "")
    return "；".join(filter(None, said))


def _who(attendee: Attendee, day: dt.date | None) -> str:
    if attendee.person is None:
        return attendee.group.zh if attendee.group else ""
    return affiliation(attendee.person, day) + person_name(attendee.person)
