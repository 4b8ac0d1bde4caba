"""A release in Chinese: 新闻通稿.

What was conveyed, said and resolved is worded as in the minutes; lead and attendance are the release's own.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from jiyao.languages.moments import chinese_date, chinese_days, part_of_day
from jiyao.records.choices import Act, AttendAs, HostPart, VenueType
from jiyao.records.derived import kind_of
from jiyao.views.attendance import headcount
from jiyao.views.conveyed import conveyed
from jiyao.views.fragments import Paragraph, Role
from jiyao.views.matters import MEETING, decisions, report, requirements, said
from jiyao.views.opening import full_title, hosting, in_sentence, mode, purpose, rooms, together
from jiyao.views.release.short_forms import in_full_first
from jiyao.views.release.story import Attendance, Lead, Reported, Required, Resolved, Said, Told
from jiyao.views.release.wording import Wording
from jiyao.views.sentences import (
    address,
    affiliation,
    ended,
    in_a_row,
    organisation_name,
    own,
    paragraphs,
    person_name,
    posts,
    printed,
    with_posts,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from jiyao.records.attendance import Attendee
    from jiyao.records.meeting import Held, Meeting
    from jiyao.records.people import Person
    from jiyao.views.fragments import Run
    from jiyao.views.release.story import Part, Participants, Story

LABELS = {
    "date": "时间：",
    "source": "来源：",
    "author": "作者：",
    "reporters": "记者：",
    "correspondents": "通讯员：",
    "editor": "编辑：",
    "proofreader": "校对：",
    "reviewer": "审核：",
}
ACTS = {
    Act.SPEAK: "讲话",
    Act.REPORT: "作汇报",
    Act.CONVEY: "传达有关精神",
    Act.EXCHANGE: "作交流发言",
    Act.PLEDGE: "作表态发言",
    Act.SUMMARISE: "作总结讲话",
    Act.DEPLOY: "对有关工作作出部署",
    Act.LECTURE: "授课",
}
"""What somebody did, as it stands behind 并 or behind the name."""

CAPACITIES = {
    AttendAs.ATTEND: "出席会议",
    AttendAs.JOIN: "参加会议",
    AttendAs.OBSERVE: "列席会议",
    AttendAs.AUDIT: "旁听会议",
    AttendAs.GUIDE: "到会指导",
    AttendAs.WATCH: "收听收看会议",
}

MATTER_LEVEL = 2
"""Matters of a release are numbered from （一） on: it has no headings above them."""


def _body(story: Story) -> tuple[Paragraph, ...]:
    told = [replace(paragraph, part=part.name) for part in story.parts for paragraph in _worded(part, story)]
    return tuple(in_full_first(told, story.bodies))


def _worded(part: Part, story: Story) -> Iterator[Paragraph]:
    comrade = kind_of(story.meeting).comrade
    match part:
        case Lead():
            yield from paragraphs(Role.BODY, _lead(story))
        case Attendance():
            yield from paragraphs(Role.BODY, _attendance(part, story))
        case Told():
            yield from conveyed(part.items, comrade=comrade, level=MATTER_LEVEL)
        case Reported():
            yield report(part.item.reporter, story.day, comrade=comrade)
        case Said():
            speaker = _speaker(part.statement.by, story) if part.statement.by else MEETING
            yield from said(part.statement, speaker, level=MATTER_LEVEL, again=part.again)
        case Required():
            yield from requirements(part.statements, level=MATTER_LEVEL, again=part.again)
        case Resolved():
            yield from decisions(part.decisions, votes=False, level=MATTER_LEVEL)
        case _:
            raise TypeError(f"a part that has no Chinese: {part}")


# The lead


def _lead(story: Story) -> tuple[Run, ...]:
    """为…，3月6日，甲召开…会议。 and how it was held, where not in one room."""
    meeting = story.meeting
    runs = [*_dateline(story), *purpose(meeting), *_moment(meeting.held, story.year), own("，")]
    hosts = _hosts(story)
    where, held = rooms(meeting, VenueType.MAIN, "在"), own(_held_as(meeting))
    if hosts:
        runs += ended((own(hosts), *where, held, *in_sentence(meeting)))
    else:
        runs += ended((*in_sentence(meeting), *where, held))
    return (*runs, own(hosting(meeting, (HostPart.HOST,))), *together(meeting), *mode(meeting))


def _held_as(meeting: Meeting) -> str:
    """召开 a meeting, 举行 what is no meeting to which one calls people: a lecture, a hearing."""
    return "举行" if meeting.title.zh.endswith(("党课", "听证会")) else "召开"


def _dateline(story: Story) -> tuple[Run, ...]:
    """新华社北京3月6日电, where the record has it and the house style knows one."""
    publication = story.meeting.publication
    dateline = publication.dateline if publication else None
    if not dateline or not story.office.house.english.style.dateline:
        return ()
    day = f"{publication.date.month}月{publication.date.day}日" if publication and publication.date else ""
    return (*printed(dateline.agency), *printed(dateline.place), own(f"{day}电　"))


def _moment(held: Held | None, year: int | None) -> tuple[Run, ...]:
    """3月6日上午, with the year where it is not the publication's; 近日 where no day is known."""
    if held and held.shown and held.shown.zh:
        return printed(held.shown)
    if held is None or held.first is None:
        return (own("近日"),)
    days = chinese_days(held.first, held.last)
    part = held.part or (part_of_day(held.begins) if held.begins and held.last in {None, held.first} else "")
    return (own((days.removeprefix(f"{held.first.year}年") if held.first.year == year else days) + part),)


def _hosts(story: Story) -> str:
    """Who held it: the hosts, else the office; "" where nobody is known, or the meeting's name says it."""
    names = [each.name.zh for each in story.hosts]
    if story.meeting.title.zh.startswith((*names, *map(organisation_name, story.hosts))):
        return ""
    return in_a_row(names) + ("联合" if len(names) > 1 else "")


def _headline(story: Story) -> tuple[Run, ...]:
    """甲召开…会议."""
    office = story.office
    short = (office.short.zh if office.short else "") or office.name.zh
    title = full_title(story.meeting)
    if short and not story.meeting.title.zh.startswith((short, office.name.zh)):
        return (own(f"{short}{_held_as(story.meeting)}"), *title)
    return (*title, own(_held_as(story.meeting)))


# Who was there


def _attendance(part: Attendance, story: Story) -> tuple[Run, ...]:
    """One sentence for the chair, one for each who did something, one for all others."""
    sentences: list[tuple[Run, ...]] = []
    if part.chair:
        name = with_posts(part.chair, story.day, comrade=kind_of(story.meeting).comrade)
        sentences.append((own(f"{name}主持会议{_also(part.chair_acts)}"),))
    sentences += [_doing(each, story) for each in part.participants if each.acts]
    others = [each for each in part.participants if not each.acts]
    if plain := [(*_named(each.who, story), own(CAPACITIES[each.attend_as])) for each in others]:
        mark = "；" if any("，" in run.text for runs in plain for run in runs) else "，"
        sentences.append(_joined(plain, mark))
    return tuple(run for sentence in sentences for run in (*sentence, own("。")))


def _doing(participants: Participants, story: Story) -> tuple[Run, ...]:
    """甲出席会议并讲话; 甲、乙作交流发言."""
    behalf = _behalf(participants.who, story)
    before = (own(f"{behalf}，"),) if behalf else ()
    done = "、".join(ACTS[act] for act in participants.acts)
    if Act.SPEAK in participants.acts:
        done = CAPACITIES[participants.attend_as] + _also(participants.acts)
    return (*before, *_named(participants.who, story), own(done))


def _behalf(attendees: Sequence[Attendee], story: Story) -> str:
    """受副市长甲委托: whom somebody speaks for."""
    names = in_a_row([with_posts(each, story.day, comrade=False) for one in attendees for each in one.on_behalf_of])
    return f"受{names}委托" if names else ""


def _also(acts: Sequence[Act]) -> str:
    return f"并{'、'.join(ACTS[act] for act in acts)}" if acts else ""


def _named(attendees: Sequence[Attendee], story: Story) -> tuple[Run, ...]:
    """党组成员、副局长甲、乙，办公室主任丙: posts are said once for neighbours that share them."""
    alike = [
        (*([own(title)] if title else ()), *_joined([_name(each, story) for each in neighbours], "、"))
        for title, neighbours in groupby(attendees, key=lambda each: _posts(each, story.day))
    ]
    comrade = kind_of(story.meeting).comrade and len(attendees) == 1 and attendees[0].person
    apart = "，" if any("、" in run.text for runs in alike for run in runs if not run.source) else "、"
    return (*_joined(alike, apart), *([own("同志")] if comrade else ()))


def _joined(pieces: Sequence[Sequence[Run]], mark: str) -> tuple[Run, ...]:
    return tuple(run for index, piece in enumerate(pieces) for run in (*([own(mark)] if index else ()), *piece))


def _posts(attendee: Attendee, day: dt.date | None) -> str:
    """The posts of the day, else the unit."""
    person = attendee.person
    return (posts(person, day) or affiliation(person, day)) if person else ""


def _name(attendee: Attendee, story: Story) -> tuple[Run, ...]:
    """A person's name, or a group with its number: 各科室负责人30余人, 班子成员（12人以上）."""
    if attendee.person:
        behalf = _behalf([attendee], story) if not attendee.acts else ""
        return (own(person_name(attendee.person) + (f"（{behalf}）" if behalf else "")),)
    number = headcount(attendee)
    said = f"（{number}）" if number.endswith("以上") else number
    return (*printed(attendee.group), *([own(said)] if said else ()))


def _speaker(person: Person, story: Story) -> str:
    """Who speaks, with the posts where the attendance has not named them."""
    attendance = [part for part in story.parts if isinstance(part, Attendance)]
    named = [each.person for part in attendance for one in part.participants for each in one.who if each.person]
    chairs = [part.chair for part in attendance if part.chair]
    comrade = kind_of(story.meeting).comrade
    if any(person.same_as(each) for each in (*chairs, *named)):
        return address(person, comrade=comrade)
    return with_posts(person, story.day, comrade=comrade)


def _people(people: Sequence[Person]) -> str:
    return "、".join(map(person_name, people))


CHINESE = Wording(
    labels=LABELS,
    printed=printed,
    own=own,
    date=lambda day, _story: chinese_date(day),
    people=_people,
    credit=lambda credit: (own("（摄影："), *credit, own("）")),
    problems=lambda _meeting, _office: (),
    headline=_headline,
    body=_body,
)
