"""Who took part: the chair, those who did something, then the others; posts behind the names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from jiyao.languages.english.articles import is_determined
from jiyao.languages.english.numbers import at_least, count, in_a_row
from jiyao.languages.romanisation import english_name
from jiyao.records.choices import Act, AttendAs
from jiyao.views.release.english import sentences
from jiyao.views.release.english.mentions import shared_posts
from jiyao.views.release.english.sentences import LONGEST, Runs, in_sentences, joined, printed, sentence, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiyao.records.attendance import Attendee
    from jiyao.views.release.english.mentions import Mentions
    from jiyao.views.release.story import Attendance, Participants

ROOM = LONGEST - 8
"""Words of names that a sentence has room for beside its own."""

DID = {
    Act.SPEAK: ("delivered a speech", "delivered speeches"),
    Act.REPORT: ("delivered a report", "delivered reports"),
    Act.CONVEY: ("briefed the meeting", "briefed the meeting"),
    Act.EXCHANGE: ("shared views with the participants", "exchanged views"),
    Act.PLEDGE: ("made a statement of commitment", "made statements of commitment"),
    Act.SUMMARISE: ("summed up the discussions", "summed up the discussions"),
    Act.DEPLOY: ("outlined the work ahead", "outlined the work ahead"),
    Act.LECTURE: ("gave a lecture", "gave lectures"),
}
"""What one person did, and what each of several did."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """How a capacity is said: before what somebody did, and before a list of those who did no more."""

    one: str
    several: str
    listed: str


CAPACITIES = {
    AttendAs.ATTEND: Capacity("attended the meeting", "attended the meeting", "attending the meeting"),
    AttendAs.JOIN: Capacity("took part in the meeting", "took part in the meeting", "taking part in the meeting"),
    AttendAs.OBSERVE: Capacity("attended as an observer", "attended as observers", "attending as observers"),
    AttendAs.AUDIT: Capacity("sat in on the meeting", "sat in on the meeting", "sitting in on the meeting"),
    AttendAs.GUIDE: Capacity("attended to give guidance", "attended to give guidance", "attending to give guidance"),
    AttendAs.WATCH: Capacity("followed the meeting remotely", "followed the meeting remotely", "following it remotely"),
}
ONE_LISTED = {AttendAs.OBSERVE: "attending as an observer"}
OTHERS = "others "
"""What leads further sentences of one list."""


def attendance(part: Attendance, mentions: Mentions) -> Iterator[Runs]:
    """A paragraph of those who chaired and did something, and one of the others."""
    active = [each for each in part.participants if each.acts]
    told = [*_chaired(part, mentions), *chain.from_iterable(_acted(role, mentions) for role in active)]
    plain: list[Runs] = []
    capacities = {each.attend_as for each in active}
    if told:
        capacities.add(AttendAs.ATTEND)
    for role in (each for each in part.participants if not each.acts):
        plain += _listed(role, mentions, also=role.attend_as in capacities)
    yield from (sentences.spaced(*some) for some in (told, plain) if some)


def _chaired(part: Attendance, mentions: Mentions) -> Iterator[Runs]:
    if part.chair and english_name(part.chair.name):
        did = in_a_row(["chaired the meeting", *(DID[act][0] for act in part.chair_acts)])
        yield sentence(f"{mentions.person(part.chair)} {did}")


def _acted(role: Participants, mentions: Mentions) -> Iterator[Runs]:
    """Those who did the same, in as many sentences as their names need."""
    capacity = CAPACITIES[role.attend_as]
    for some in in_sentences(_named(role.who, mentions), ROOM):
        several = len(some) > 1 or _are_several(some[0])
        did = [capacity.several if several else capacity.one, *(DID[act][several] for act in role.acts)]
        names = sentences.in_a_row(some, serial_comma=mentions.style.serial_comma)
        closing = "," if "," in text_of(some[-1]) else ""
        yield sentence(names, f"{closing} {in_a_row(did)}")


def _are_several(names: Runs) -> bool:
    """Whether one entry of a list is more than one person: a group, or people who share their posts."""
    text = text_of(names)
    if any(run.source for run in names):
        return not re.match(r"(?:a|an|one)\b", text)
    # Before the posts, and before the body of whoever has none.
    return " and " in re.split(", | of ", text)[0]


def _listed(role: Participants, mentions: Mentions, *, also: bool) -> Iterator[Runs]:
    """Those of whom no more is told: "The meeting was attended by …", or "Attending as observers were …"."""
    listed, lead = CAPACITIES[role.attend_as].listed, "also " if also else ""
    for some in in_sentences(_named(role.who, mentions), ROOM):
        names = sentences.in_a_row(some, serial_comma=mentions.style.serial_comma)
        one = len(some) == 1 and not _are_several(some[0])
        if role.attend_as is AttendAs.ATTEND and not also:
            yield sentence("the meeting was attended by ", names)
        else:
            words = ONE_LISTED.get(role.attend_as, listed) if one else listed
            lead = "also " if one and lead == OTHERS else lead
            yield sentence(f"{lead}{words} {'was' if one else 'were'} ", names)
        also, lead = True, OTHERS


def _named(attendees: Iterable[Attendee], mentions: Mentions) -> tuple[Runs, ...]:
    """People with their posts, those with the same posts together; groups with their counts; in their order."""
    named: list[Runs] = []
    people: list[tuple[str, str]] = []
    for each in attendees:
        if each.person and english_name(each.person.name):
            name, posts = mentions.apposition(each.person)
            people.append((name, ", ".join(filter(None, (posts, _on_behalf(each, mentions))))))
        elif each.group and each.group.en:
            named += _together(people)
            people = []
            named.append(_group(each))
    return (*named, *_together(people))


def _together(people: list[tuple[str, str]]) -> list[Runs]:
    return [joined(", ".join(filter(None, (in_a_row(names), posts)))) for names, posts in shared_posts(people)]


def _on_behalf(attendee: Attendee, mentions: Mentions) -> str:
    names = mentions.people([each for each in attendee.on_behalf_of if english_name(each.name)]).rstrip(",")
    return f"on behalf of {names}" if names else ""


def _group(attendee: Attendee) -> Runs:
    """12 Party branch secretaries; all Party branch secretaries (more than 30 people)."""
    group = sentences.uncapitalised(printed(attendee.group))
    if attendee.count is None:
        return group
    number = attendee.count.number
    said = at_least(number) if attendee.count.at_least else count(number)
    if number == 1 and not attendee.count.at_least:
        return group
    text = text_of(group)
    if is_determined(text) or text[:1].isdigit() or str(number) in text or said.split()[-1] in text.split():
        counted = str(number) in text or said.split()[-1] in text.split()
        return group if counted else joined(group, f" ({said} people)")
    return joined(f"{said} ", group)
