"""The first paragraph of the minutes: when, who, where, what, and who had to be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.languages.moments import chinese_days, chinese_time
from jiyao.records.choices import HostPart, Mode, VenueType, Voters
from jiyao.records.derived import expected, headcount, kind_of, present, represented
from jiyao.records.kinds import Pattern
from jiyao.views.fragments import Paragraph, Role, Run
from jiyao.views.sentences import ended, organisations, own, paragraphs, printed, stop, with_posts

if TYPE_CHECKING:
    from collections.abc import Container

    from jiyao.records.meeting import Held, Meeting, Series

OPENING = "minutes.opening"
"""What `wording` calls this sentence."""
SHAPES = {Mode.VIDEO: "视频形式", Mode.MIXED: "现场和视频相结合的形式"}
HOST_WORDS = {HostPart.HOST: "主办", HostPart.ORGANISER: "承办", HostPart.CO_ORGANISER: "协办"}


def opening(meeting: Meeting) -> tuple[Paragraph, ...]:
    """The opening: 时间，主持人在地点主持召开会议。现将会议议定事项纪要如下：.

    What is unknown is left out, and the sentences hold without it.
    """
    if rewritten := printed(meeting.rewritten(OPENING)):
        return paragraphs(Role.BODY, rewritten)
    return own_opening(meeting)


def own_opening(meeting: Meeting) -> tuple[Paragraph, ...]:
    """The opening as the program words it, whatever somebody has made of it."""
    runs = [*purpose(meeting), *_when_and_what(meeting)]
    runs += [own(hosting(meeting)), *together(meeting), *mode(meeting), own(_numbers(meeting))]
    decides = any(item.decisions for item in meeting.items)
    if meeting.items:
        by_speaker = kind_of(meeting).pattern is Pattern.BY_SPEAKER
        about = "会议议定事项" if decides else "发言情况" if by_speaker else "会议主要内容"
        runs.append(own(f"现将{about}纪要如下："))
    return paragraphs(Role.BODY, runs)


def in_sentence(meeting: Meeting) -> tuple[Run, ...]:
    """The meeting as a sentence names it: a title that is the document's (局务会会议纪要) loses the document's word."""
    runs, title = full_title(meeting), meeting.title.zh
    if not title.endswith("纪要"):
        return runs
    shorter = (
        title.removesuffix("会议纪要") if title.removesuffix("会议纪要").endswith("会") else title.removesuffix("纪要")
    )
    return tuple(own(shorter) if run.text == title else run for run in runs)


def full_title(meeting: Meeting) -> tuple[Run, ...]:
    """The meeting's title with its place in its series: 二届第93次党组（扩大）会议."""
    series = meeting.series
    before = _series(series, meeting.title.zh) if series else ""
    enlarged = bool(series and series.enlarged and "扩大" not in meeting.title.zh)
    runs = (*([own(before)] if before else []), *printed(meeting.title))
    return (*runs, own("（扩大）")) if enlarged else runs


def _series(series: Series, title: str) -> str:
    term = series.term.zh if series.term and series.term.zh not in title else ""
    year = f"{series.year}年" if series.year and str(series.year) not in title else ""
    number = f"第{series.number}次" if series.number is not None and f"第{series.number}次" not in title else ""
    return (term or year) + number


def purpose(meeting: Meeting) -> tuple[Run, ...]:
    """根据…要求，为…，: why it was held, as it leads a sentence."""
    runs: list[Run] = []
    if meeting.basis:
        runs.append(own(f"根据{organisations(meeting.basis)}要求，"))
    if meeting.purpose and meeting.purpose.zh:
        runs += printed(meeting.purpose)
        if comma := stop(meeting.purpose.zh, "，"):
            runs.append(own(comma))
    return tuple(runs)


def _when_and_what(meeting: Meeting) -> tuple[Run, ...]:
    where = rooms(meeting, VenueType.MAIN, "在")
    when = (*_moment(meeting.held), *([own("，")] if meeting.held and _moment(meeting.held) else []))
    if meeting.chair is None and _only_hold(meeting) and says_who_held_it(meeting):
        return ended((*when, own(_holders(meeting)), *where, own("召开"), *in_sentence(meeting)))
    if meeting.chair is None:
        return ended((*when, *in_sentence(meeting), *where, own("召开")))
    day = meeting.held.first if meeting.held else None
    chair = with_posts(meeting.chair, day, comrade=kind_of(meeting).comrade)
    return ended((*when, own(chair), *where, own("主持召开"), *in_sentence(meeting)))


def _moment(held: Held | None) -> tuple[Run, ...]:
    if held is None or held.first is None or (held.shown and held.shown.zh):
        return printed(held.shown) if held else ()
    days = chinese_days(held.first, held.last)
    return (own(days + (chinese_time(held.begins) if held.begins else held.part)),)


def hosting(meeting: Meeting, named: Container[HostPart] = ()) -> str:
    """会议由甲主办，乙承办。 — but for those whom another sentence has named, and a body that holds its own meeting.

    Where nobody else had a part in it, hosts do not 主办 but hold it: 会议由甲、乙联合召开。 Without a chair the
    sentence before says that already: 甲召开例会。
    """
    if not says_who_held_it(meeting):
        return ""
    if HostPart.HOST not in named and _only_hold(meeting):
        organised = "" if len(meeting.hosts) > 1 else "组织"
        return "" if meeting.chair is None else f"会议由{_holders(meeting)}{organised}召开。"
    parts = [
        f"{organisations(host.organisation for host in meeting.hosts if host.part is part)}{word}"
        for part, word in HOST_WORDS.items()
        if part not in named and any(host.part is part for host in meeting.hosts)
    ]
    return f"会议由{'，'.join(parts)}。" if parts else ""


def says_who_held_it(meeting: Meeting) -> bool:
    """Whether anything is to be said of who held it: a body of its own kind holds its own meetings."""
    return len(meeting.hosts) != 1 or kind_of(meeting).voters is Voters.NOBODY


def _only_hold(meeting: Meeting) -> bool:
    """Whether all who are named held the meeting, and nobody organised it for them."""
    return bool(meeting.hosts) and all(host.part is HostPart.HOST for host in meeting.hosts)


def _holders(meeting: Meeting) -> str:
    names = organisations(host.organisation for host in meeting.hosts)
    return names + ("联合" if len(meeting.hosts) > 1 else "")


def together(meeting: Meeting) -> tuple[Run, ...]:
    """会议与…合并召开: with which other one it was held."""
    other = printed(meeting.series.together_with) if meeting.series else ()
    return (own("会议与"), *other, own("合并召开。")) if other else ()


def mode(meeting: Meeting) -> tuple[Run, ...]:
    """How it was held, where not in one room, and where its branch venues were."""
    shape = SHAPES.get(meeting.mode) if meeting.mode else None
    sentence = (own(f"会议以{shape}召开"),) if shape else ()
    branches = rooms(meeting, VenueType.BRANCH, "，分会场设在" if shape else "分会场设在")
    return ended((*sentence, *branches)) if sentence or branches else ()


def rooms(meeting: Meeting, part: VenueType, before: str) -> tuple[Run, ...]:
    """The rooms of one sort in a row, with what leads to them; nothing where there are none."""
    rooms = [printed(room.name) for room in meeting.rooms if room.type is part and room.name.zh]
    return tuple(run for index, room in enumerate(rooms) for run in (own("、" if index else before), *room))


def _numbers(meeting: Meeting) -> str:
    """应到, 实到, where they are counted."""
    if (counted := members_counted(meeting)) is None:
        return ""
    due, came = counted
    return f"会议应到{kind_of(meeting).voters.word}{due}人，实到{came}人{others_voted(meeting)}。"


def others_voted(meeting: Meeting) -> str:
    """，委托出席1人: how many directors sent another one to vote for them."""
    sent = len(represented(meeting))
    return f"，委托出席{sent}人" if sent else ""


def members_counted(meeting: Meeting) -> tuple[int, int] | None:
    """How many members were due and how many came, of a meeting that votes; None where that is not known exactly."""
    chair, everybody = meeting.chair, [each.person for each in meeting.everybody if each.person]
    if chair and not any(chair.same_as(each) for each in everybody):
        return None  # the list forgets the chair, so it is no count of the members
    due, came = expected(meeting), headcount(meeting, present(meeting))
    if kind_of(meeting).voters is Voters.NOBODY or not due or not came or due.at_least or came.at_least:
        return None
    return due.number, came.number
