"""The meeting record, 会议记录: what an office keeps of a meeting, whether or not minutes of it are issued.

Unlike minutes it names who said what, tells every vote, and is signed by whoever chaired and whoever wrote it down.
It is internal and archived, so it has neither mark nor imprint, and there is no public version of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.languages.moments import chinese_date, chinese_days, chinese_time
from jiyao.languages.text import Language
from jiyao.records.choices import VenueType
from jiyao.records.derived import kind_of, posts_on
from jiyao.views.attendance import attendance
from jiyao.views.body import by_section
from jiyao.views.fragments import Emphasis, Paragraph, Role, Run
from jiyao.views.matters import remarks, statements
from jiyao.views.minutes import Properties, secrecy_line
from jiyao.views.numbers import number_run
from jiyao.views.opening import SHAPES, full_title, members_counted, others_voted, rooms
from jiyao.views.sentences import ended, own, paragraphs, person_name, printed, with_posts
from jiyao.views.signatures import SignatureRow, directors, in_pairs
from jiyao.views.texts import missing_texts, text_missing
from jiyao.views.titles import by_sense

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from jiyao.languages.text import Text
    from jiyao.problems import Problem
    from jiyao.records.items import Decision, Item, Statement
    from jiyao.records.kinds import Kind
    from jiyao.records.meeting import Held, Meeting
    from jiyao.records.office import Office

NAME = "记录"


@dataclass(frozen=True, slots=True)
class MeetingRecordView:
    """Every word of the meeting record, in the order of the page; what is unknown is "" or empty."""

    secrecy: str
    """密级和保密期限, above the title."""
    title: tuple[Run, ...]
    """The meeting, with 记录 behind it."""
    facts: tuple[Paragraph, ...]
    """时间, 地点, 主持, who was there and who was not, 记录: a label and what it says, one paragraph each."""
    body: tuple[Paragraph, ...]
    """What was conveyed, said by whom, and resolved with which votes, item by item."""
    close: str
    """When the meeting ended."""
    signatures: tuple[SignatureRow, ...]
    """Who signs: chair and recorder, and the directors of a board."""
    properties: Properties
    """What Word shows under File, Info."""


def meeting_record_view(meeting: Meeting, office: Office) -> MeetingRecordView | tuple[Problem, ...]:
    """The record of a meeting; instead, the texts that it needs and the data has not in Chinese."""
    posts = (text_missing(each, Language.ZH) for each in _speakers_posts(meeting) if not each.zh)
    if missing := (*missing_texts(meeting, office, Language.ZH), *posts):
        return tuple(dict.fromkeys(missing))
    title = by_sense(_title(meeting), (office.name.zh,))
    plain = "".join(run.text for run in title).replace("\n", "")
    return MeetingRecordView(
        secrecy=secrecy_line(meeting.issue),
        title=title,
        facts=tuple(_facts(meeting, office)),
        body=tuple(each for _name, some in by_section(_with_votes(meeting), spoken) for each in some),
        close=f"会议于{_end(meeting.held)}结束。" if meeting.held and meeting.held.ends else "",
        signatures=_signatures(meeting),
        properties=Properties(plain, office.name.zh, Language.ZH.tag),
    )


def _speakers_posts(meeting: Meeting) -> Iterator[Text]:
    """The posts before the names of those who spoke, which minutes do without."""
    day = meeting.held.first if meeting.held else None
    for person in (each.by for item in meeting.items for each in item.said if each.by):
        for post in posts_on(person, day):
            yield post.title
            yield from (post.organisation.name,) if post.organisation else ()


def _title(meeting: Meeting) -> tuple[Run, ...]:
    """…会议记录; a title that names the minutes (局务会会议纪要) names the record instead."""
    runs = full_title(meeting)
    if not meeting.title.zh.endswith("纪要"):
        names_a_meeting = re.search("会议?(?:（扩大）)?$", "".join(run.text for run in runs))
        return (*runs, own(NAME if names_a_meeting else f"会议{NAME}"))
    shorter = meeting.title.zh.removesuffix("纪要")
    return (*(own(shorter) if run.text == meeting.title.zh else run for run in runs), own(NAME))


def _facts(meeting: Meeting, office: Office) -> Iterator[Paragraph]:
    day = meeting.held.first if meeting.held else None
    if meeting.held:
        yield from _fact("时间", (own(_when(meeting.held)),) if meeting.held.first else printed(meeting.held.shown))
    yield from _fact("地点", rooms(meeting, VenueType.MAIN, ""))
    yield from _fact("分会场", rooms(meeting, VenueType.BRANCH, ""))
    if meeting.mode and meeting.mode in SHAPES:
        yield from _fact("形式", (own(SHAPES[meeting.mode]),))
    if meeting.chair:
        chair = with_posts(meeting.chair, day, comrade=kind_of(meeting).comrade)
        yield from _fact("主持", (own(chair),))
    if counted := members_counted(meeting):
        due, came = counted
        yield from _fact("人数", (own(f"应到{due}人，实到{came}人{others_voted(meeting)}"),))
    yield from attendance(meeting, office)
    if meeting.recorder:
        yield from _fact(NAME, (own(person_name(meeting.recorder)),))


def _fact(label: str, runs: tuple[Run, ...]) -> Iterator[Paragraph]:
    if runs:
        yield Paragraph(Role.NAMES, (own(f"{label}：", Emphasis.HEADING), *runs))


def _when(held: Held) -> str:
    """2023年3月6日15时至16时30分: a record is exact even where the minutes may say 近日."""
    first = held.first
    if first is None:
        return ""
    begins = chinese_time(held.begins) if held.begins else held.part
    same_day = held.ends and (held.last is None or held.last == first)
    if begins and held.ends:
        return f"{chinese_date(first)}{begins}至{_end(held)}"
    return chinese_days(first, None if same_day else held.last) + begins


def _end(held: Held) -> str:
    """The time, with its day where that is another one."""
    day = chinese_date(held.last) if held.last and held.last != held.first else ""
    return day + (chinese_time(held.ends) if held.ends else "")


def spoken(said: Sequence[Statement], day: dt.date | None, kind: Kind, level: int) -> Iterator[Paragraph]:
    """Statements as a record has them: 局长张三：…, and what the meeting as a whole said as in minutes."""
    for each in said:
        if each.by is None:
            yield from statements((each,), comrade=kind.comrade, level=level)
            continue
        speaker = with_posts(each.by, day, comrade=kind.comrade)
        runs = (own(f"{speaker}：", Emphasis.LABEL), *printed(each.text))
        yield from paragraphs(Role.BODY, (*ended(runs), *remarks(each)))
        for index, item in enumerate(each.items, start=1):
            number = (number_run(max(level, 2), index),) if len(each.items) > 1 else ()
            yield from paragraphs(Role.BODY, ended((*number, *printed(item))))


def _with_votes(meeting: Meeting) -> Meeting:
    """The meeting with every vote told, whatever the minutes shall say of it."""
    agenda = tuple(replace(each, decisions=_told(each)) for each in meeting.agenda)
    return replace(meeting, decisions=_told(meeting), agenda=agenda)


def _told(of: Meeting | Item) -> tuple[Decision, ...]:
    return tuple(replace(each, vote=replace(each.vote, print=True)) if each.vote else each for each in of.decisions)


def _signatures(meeting: Meeting) -> tuple[SignatureRow, ...]:
    chair = person_name(meeting.chair) if meeting.chair else ""
    recorder = person_name(meeting.recorder) if meeting.recorder else ""
    others = directors(meeting, but_the_chair=True)
    return (SignatureRow(f"主持人：{chair}", f"记录人：{recorder}"), *in_pairs(others))
