"""English minutes: what they print, from the title to the close.

The form is that of minutes in English offices: the facts first (date, place, chair, who was present and who sent
apologies), then item by item what was said and resolved with the action that follows, and when the meeting closed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.languages.english.dates import english_days, english_time
from jiyao.languages.romanisation import english_name
from jiyao.languages.text import Language
from jiyao.problems import Severity
from jiyao.records.choices import HostPart, VenueType
from jiyao.records.derived import draft_remark, represented
from jiyao.views.appendices import Appendix, appendices
from jiyao.views.english_attendance import attendance
from jiyao.views.english_issue import issue_line, unsaid
from jiyao.views.english_matters import in_line, matters
from jiyao.views.fragments import Emphasis, Paragraph, Role, Run
from jiyao.views.minutes import Properties
from jiyao.views.opening import OPENING, members_counted, says_who_held_it
from jiyao.views.release.english.faults import english_problems, name_without_english
from jiyao.views.release.english.lead import how, meeting_named, why
from jiyao.views.release.english.mentions import Mentions
from jiyao.views.release.english.sentences import (
    capitalised,
    joined,
    own,
    printed,
    sentence,
    spaced,
    text_of,
)
from jiyao.views.release.story import story
from jiyao.views.release.view import Labelled
from jiyao.views.sentences import paragraphs
from jiyao.views.signatures import SignatureRow, directors_sign
from jiyao.views.texts import left_out_texts, missing_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.problems import Problem
    from jiyao.records.meeting import Held, Meeting
    from jiyao.records.office import Office
    from jiyao.records.people import Person
    from jiyao.views.release.english.sentences import Runs

AGENDA = "minutes.agenda."
"""What the paragraphs of an item are called: minutes.agenda.2.decided."""
CLOSE = "minutes.close"
"""What the last sentence is called."""


@dataclass(frozen=True, slots=True)
class EnglishMinutesView:
    """Every word of the English minutes, in the order of the page; what is unknown is "" or empty."""

    office: tuple[Run, ...]
    """The office, above the title."""
    title: tuple[Run, ...]
    """The title: Minutes of …"""
    stage: str
    """Draft, while the record says that the minutes are not signed yet."""
    issue: tuple[Labelled, ...]
    """Secrecy, urgency, number and day of issue: the line below the title."""
    facts: tuple[Labelled, ...]
    """Date, place, chair, and who was present, in attendance and away: one line each."""
    body: tuple[Paragraph, ...]
    """Every paragraph between the facts and the close."""
    close: tuple[Paragraph, ...]
    """When the meeting closed; what is attached."""
    signatures: tuple[SignatureRow, ...]
    """Where the directors of a board sign who were there; empty for other kinds of meetings."""
    appendices: tuple[Appendix, ...]
    """附件: the attachments whose contents the record has, each on a page of its own."""
    notes: tuple[Labelled, ...]
    """Who took the minutes, who prints them, who gets a copy: one line each."""
    properties: Properties
    """What Word shows under File, Info."""


def english_minutes_view(meeting: Meeting, office: Office) -> EnglishMinutesView | tuple[Problem, ...]:
    """The English minutes; instead, the texts, names and forms of statements that keep them from being made."""
    missing = (*missing_texts(meeting, office, Language.EN), *unsaid(meeting.issue))
    faults = (*missing, *(each for each in _faults(meeting, office) if each.severity is Severity.ERROR))
    if faults:
        return tuple(dict.fromkeys(faults))
    told = story(meeting, office)
    mentions = Mentions(told)
    mentions.remember(meeting.title.en)
    title = _title(meeting)
    facts = tuple(_facts(meeting, office, mentions))
    opening = _opening(meeting, mentions)
    return EnglishMinutesView(
        office=printed(office.name),
        title=title,
        stage="Draft" if draft_remark(meeting.issue) else "",
        issue=issue_line(meeting.issue, office.house.english.style),
        facts=facts,
        body=(
            *(paragraphs(Role.BODY, opening, OPENING) if opening else ()),
            *(replace(each, part=f"{AGENDA}{name}") for name, some in matters(told, mentions) for each in some),
        ),
        close=tuple(_close(meeting)),
        signatures=directors_sign(meeting, Language.EN),
        appendices=appendices(meeting, Language.EN),
        notes=tuple(_notes(meeting, office)),
        properties=Properties(text_of(title), office.name.en, Language.EN.tag),
    )


def english_minutes_notes(meeting: Meeting, office: Office) -> tuple[Problem, ...]:
    """Notes and warnings on English minutes that can be made."""
    said = (each for each in _faults(meeting, office) if each.severity is not Severity.ERROR)
    return (*left_out_texts(meeting, Language.EN), *said, *_rechecked(meeting, office))


def _rechecked(meeting: Meeting, office: Office) -> Iterator[Problem]:
    """What a rewritten opening says against the record."""
    text = meeting.rewritten(OPENING)
    if text is None or not text.en:
        return
    # Here, since most records rewrite nothing, and reading facts takes long to come.
    from jiyao.views.rewritten import Checked, rechecked

    mentions = Mentions(story(meeting, office))
    facts = [text_of(each.runs) for each in _facts(meeting, office, mentions)]
    own_words = " ".join((*facts, text_of(_own_opening(meeting, mentions))))
    yield from rechecked(text, own_words, Checked(meeting, meeting, office), Language.EN)


def _faults(meeting: Meeting, office: Office) -> Iterator[Problem]:
    """What a release would have to say, and those whom minutes alone name and who have no English name."""
    problems = english_problems(meeting, office)
    yield from problems
    seen = {person.name.zh for person in _released(meeting)}
    for person in _only_in_minutes(meeting):
        if not english_name(person.name) and person.name.zh not in seen:
            seen.add(person.name.zh)
            yield name_without_english(person)


def _released(meeting: Meeting) -> Iterator[Person]:
    yield from (each.person for each in meeting.everybody if each.person and each.was_there)


def _only_in_minutes(meeting: Meeting) -> Iterator[Person]:
    yield from (meeting.recorder,) if meeting.recorder else ()
    for attendee in (*meeting.everybody, *(each for item in meeting.items for each in item.observers)):
        yield from (each for each in (attendee.person, attendee.proxy) if each)
    for item in meeting.items:
        yield from item.recused
        for said in item.said:
            yield from said.lead_official
        for each in item.decisions:
            yield from each.lead_official
            yield from each.vote.recused if each.vote else ()


def _title(meeting: Meeting) -> Runs:
    """Minutes of the 61st meeting of …; a title that says "minutes" itself stands as it is."""
    if "minutes" in meeting.title.en.lower().split():
        return capitalised(printed(meeting.title))
    named = meeting_named(meeting, "the")
    first = named[0]
    if not first.source and first.text in {"a ", "an "}:
        named = (own("the "), *named[1:])
    last = named[-1]
    # An apposition is closed by a comma that a sentence would need.
    if not last.source and last.text.endswith(","):
        named = (*named[:-1], own(last.text.rstrip(",")))
    return joined("Minutes of ", tuple(run for run in named if run.text))


def _facts(meeting: Meeting, office: Office, mentions: Mentions) -> Iterator[Labelled]:
    if meeting.held and (when := _when(meeting.held, mentions)):
        yield Labelled("Date: ", when)
    for label, sort in (("Place: ", VenueType.MAIN), ("Branch venues: ", VenueType.BRANCH)):
        if rooms := [printed(room.name) for room in meeting.rooms if room.type is sort and room.name.en]:
            yield Labelled(label, capitalised(in_line(rooms)))
    if held := _held_by(meeting, office, mentions):
        yield Labelled("Held by: ", held)
    if meeting.chair:
        name, posts = mentions.apposition(meeting.chair)
        yield Labelled("Chair: ", (own(f"{name}, {posts}" if posts else name),))
    if counted := members_counted(meeting):
        due, came = counted
        sent = len(represented(meeting))
        yield Labelled("Members: ", (own(f"{came} of {due} present{f', {sent} represented' if sent else ''}"),))
    yield from attendance(meeting, office, mentions)


def _held_by(meeting: Meeting, office: Office, mentions: Mentions) -> Runs:
    """The hosts, unless the office at the head of the page held its own meeting."""
    hosts = [each.organisation for each in meeting.hosts if each.part is HostPart.HOST]
    own_meeting = not says_who_held_it(meeting) or [each.name for each in hosts] == [office.name]
    return () if own_meeting or not hosts else capitalised((own(mentions.bodies(hosts)),))


def _opening(meeting: Meeting, mentions: Mentions) -> Runs:
    """Why and how it was held, or what somebody has made of that."""
    return printed(meeting.rewritten(OPENING)) or _own_opening(meeting, mentions)


def _own_opening(meeting: Meeting, mentions: Mentions) -> Runs:
    """Why and how it was held; nothing stands before it that "it" could mean."""
    runs = spaced(why(meeting, mentions), *how(meeting, mentions))
    if runs and not runs[0].source and runs[0].text.startswith("It "):
        return (own(f"The meeting{runs[0].text.removeprefix('It')}"), *runs[1:])
    return runs


def _when(held: Held, mentions: Mentions) -> Runs:
    """March 6, 2023, 3 p.m. to 4:30 p.m.; what the record shows where nothing finer may be said."""
    if held.first is None or held.shown:
        return printed(held.shown)
    days = english_days(held.first, held.last, mentions.style)
    times = [english_time(each) for each in (held.begins, held.ends) if each]
    return (own(f"{days}, {' to '.join(times)}" if held.begins else days),)


def _close(meeting: Meeting) -> Iterator[Paragraph]:
    held = meeting.held
    if held and held.ends:
        yield Paragraph(Role.BODY, sentence(f"the meeting closed at {english_time(held.ends)}"), CLOSE)
    several = len(meeting.attachments) > 1
    for number, each in enumerate(meeting.attachments, start=1):
        label = "" if number > 1 else "Attachments: " if several else "Attachment: "
        strong = (Run(label, Emphasis.STRONG, Language.EN),) if label else ()
        yield Paragraph(Role.NAMES, (*strong, *joined(f"{number}. " if several else "", printed(each.title))))


def _notes(meeting: Meeting, office: Office) -> Iterator[Labelled]:
    issue, house = meeting.issue, office.house
    if meeting.recorder:
        yield Labelled("Minutes taken by: ", (own(english_name(meeting.recorder.name)),))
    if unit := issue.printed_by or house.printed_by:
        yield Labelled("Issued by: ", printed(unit.name))
    if units := issue.copies_to or house.copies_to:
        yield Labelled("Copies to: ", in_line([printed(unit.name) for unit in units]))
