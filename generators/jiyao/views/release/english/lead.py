"""The lead: that the meeting was held, by whom, where and when; then why, on whose word and in which form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.languages.english.articles import a_or_an, is_determined
from jiyao.languages.english.dates import english_date, english_days, on_day, part_of
from jiyao.languages.english.numbers import ORDINALS, ordinal
from jiyao.records.choices import HostPart, Mode, VenueType
from jiyao.views.release.english.sentences import (
    FUNCTION_WORDS,
    LONGEST,
    Runs,
    in_a_row,
    joined,
    lowered,
    printed,
    sentence,
    spaced,
    text_of,
    uncapitalised,
    words_in,
)

if TYPE_CHECKING:
    from jiyao.records.meeting import Meeting, Series, Venue
    from jiyao.views.release.english.mentions import Mentions
    from jiyao.views.release.story import Story

ORDINAL = re.compile(rf"(?:{'|'.join(ORDINALS[1:])}|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th))", re.IGNORECASE)
PLAIN_MEETING = re.compile(
    r"(?:Annual|Conference|Enlarged|General|Hearing|Joint|Launch|Meeting|Mobilization|Office|Plenary|Public|Regular"
    r"|Routine|School|Seminar|Session|Special|Study|Symposium|Teleconference|Thematic|Training|Video|Work|Workshop)"
    r"(?= [a-z]|$)"
)
"""A plain word for a meeting, in a title that has no capitals of its own behind it."""

PREPOSITION = re.compile(r"(?:in|at|on|aboard|inside|outside|near)\b", re.IGNORECASE)
WIDE_PLACE = re.compile(
    r"(?:Cent(?:er|re)|Hotel|School|University|College|Campus|Headquarters|Site|Base|Station|Museum|Library|Stadium"
    r"|Hospital|Company|Bureau|Procuratorate|Court|Park|Plant|Factory)\b",
)
"""At a building or an institution, in a room or a city."""

ROOM = re.compile(r"\b(?:\w*room|hall|chamber|office|theat(?:er|re))\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SHAPES = {Mode.VIDEO: "by video link", Mode.MIXED: "both in person and by video link"}


def lead(story: Story, mentions: Mentions) -> Runs:
    """One paragraph; what is unknown is left out, and a day that is unknown is recent."""
    first = _held(story, mentions)
    return (*_dateline(story), *spaced(first, why(story.meeting, mentions), *how(story.meeting, mentions)))


def _dateline(story: Story) -> Runs:
    """`BEIJING, Jan. 8 (Xinhua) -- `, where the record has 电头 and the house style knows one."""
    publication, style = story.meeting.publication, story.office.house.english.style
    dateline = publication.dateline if publication else None
    if not dateline or not style.dateline or not dateline.place.en or not dateline.agency.en:
        return ()
    day = (
        f", {english_date(publication.date, style, publication.date.year)}" if publication and publication.date else ""
    )
    return joined(f"{dateline.place.en.strip().upper()}{day} (", printed(dateline.agency), ") -- ")


def _held(story: Story, mentions: Mentions) -> Runs:
    """Who held what, where and when."""
    meeting = story.meeting
    hosts = [each for each in story.hosts if each.name.en and each.name.en not in meeting.title.en]
    first, others = mentions.bodies(hosts[:1]), mentions.bodies(hosts[1:])
    subject = f"{first}, together with {others}," if first and others else first or others
    when = _when(story)
    recently = "" if when else "recently "
    what, where = meeting_named(meeting, "its" if len(hosts) == 1 and first else "the"), _where(meeting)
    mentions.remember(meeting.title.en)
    when = joined(" ", when) if when else ()
    if subject:
        return sentence(f"{subject} {recently}held ", what, where, when)
    return sentence(what, f" was {recently}held", where, when)


def meeting_named(meeting: Meeting, whose: str) -> Runs:
    """The meeting with its place in its series: the 61st meeting of its first term, an Enlarged Meeting of …,.

    `whose` term it is: "its" where the sentence has one host as its subject, else "the".
    """
    title, series = in_sentence(printed(meeting.title)) or joined(_kind_name(meeting)), meeting.series
    words = text_of(title)
    if series is None or ORDINAL.search(words):
        return _with_article(title)
    apart = ", an enlarged meeting," if series.enlarged and "enlarged" not in words.lower() else ""
    if series.number is None:
        return joined(_with_article(title, _year(series, words)), _term(series, "of", whose), apart)
    year = _year(series, words)
    after = joined(f" of {year}") if year else _term(series, "in" if " of " in words else "of", whose)
    if words.lower().startswith("enlarged "):
        after = joined(f" of {year}") if year else _term(series, "of", whose)
        return joined(f"the {ordinal(series.number)} meeting", after, ", ", _with_article(title), ",")
    return joined(f"the {ordinal(series.number)} ", title, after, apart)


def in_sentence(title: Runs) -> Runs:
    """A title within a sentence: a Joint meeting is a joint meeting, an Annual Meeting keeps its capitals."""
    return lowered(title) if PLAIN_MEETING.match(text_of(title)) else uncapitalised(title)


def _kind_name(meeting: Meeting) -> str:
    name = meeting.kind.name.en if meeting.kind else ""
    return name[:1].lower() + name[1:] if name else "meeting"


def _year(series: Series, title: str) -> str:
    """The year of a series that goes by years, unless the title says one."""
    return str(series.year) if series.year and not series.term and not YEAR.search(title) else ""


def _term(series: Series, link: str, whose: str) -> Runs:
    """Of its first term; the number of a term is a small word within a sentence."""
    text = printed(series.term)
    words = text_of(text).strip()
    if not text:
        return ()
    if ORDINAL.fullmatch(words):
        return joined(f" {link} {whose} ", lowered(text), " term")
    return joined(f" {link} " if is_determined(words) else f" {link} the ", uncapitalised(text))


def _with_article(title: Runs, year: str = "") -> Runs:
    """a, an or the: a year or a number of its own makes a meeting the only one."""
    text = text_of(title)
    if year:
        return joined(f"the {year} ", title)
    if is_determined(text):
        return title
    only_one = YEAR.search(text) or ORDINAL.match(text) or text[:1] in "“\"'‘"
    return joined("the " if only_one else f"{a_or_an(text)} ", title)


def _when(story: Story) -> Runs:
    """On March 6; on the morning of March 6; what the record shows in its place; nothing where the day is unknown."""
    held, style = story.meeting.held, story.office.house.english.style
    if held is None or held.first is None or held.shown:
        return printed(held.shown) if held else ()
    several = held.last is not None and held.last != held.first
    part = held.part or (part_of(held.begins) if held.begins else "")
    return joined(on_day(english_days(held.first, held.last, style, story.year), part, several=several))


def _where(meeting: Meeting) -> Runs:
    rooms = [room for room in meeting.rooms if room.type is VenueType.MAIN and room.name.en]
    named = [joined("" if PREPOSITION.match(room.name.en) else f"{_preposition(room)} ", _room(room)) for room in rooms]
    return joined(" ", in_a_row(named, serial_comma=False)) if named else ()


def _preposition(room: Venue) -> str:
    name = room.name.en
    return "at" if WIDE_PLACE.search(name) and not ROOM.search(name) else "in"


def _room(room: Venue) -> Runs:
    """A room's name; a plain description (meeting room on the third floor) takes an article."""
    text = uncapitalised(printed(room.name))
    name = text_of(text)
    plain = name[:1].islower() and not is_determined(name) and not PREPOSITION.match(name)
    return joined("the ", text) if plain else text


def why(meeting: Meeting, mentions: Mentions) -> Runs:
    """Why it was held, and on whose word: in one sentence, or in two where it would be long."""
    purpose, basis = printed(meeting.purpose), mentions.bodies(meeting.basis)
    if not purpose:
        return _as_required(basis)
    if text_of(purpose)[:1].isupper() and not FUNCTION_WORDS.match(text_of(purpose)):
        return spaced(sentence(purpose), _as_required(basis))
    purpose = uncapitalised(purpose)
    aim = joined("aimed ", purpose) if re.match(r"to\b", text_of(purpose)) else joined("aimed to ", purpose)
    if re.match(r"(?:in|for|with|so|as|on|under|through)\b", text_of(purpose)):
        aim = joined("was held ", purpose)
    if not basis:
        return sentence("it ", aim)
    whole = sentence(f"as required by {basis}, the meeting ", aim)
    return whole if words_in(whole) <= LONGEST else spaced(sentence("it ", aim), _as_required(basis))


def _as_required(basis: str) -> Runs:
    return sentence(f"it was held as required by {basis}") if basis else ()


def how(meeting: Meeting, mentions: Mentions) -> tuple[Runs, ...]:
    """Who organized it, with which other meeting it was held, in which form and with which branch venues."""
    return _organised(meeting, mentions), _together(meeting), _mode(meeting)


def _organised(meeting: Meeting, mentions: Mentions) -> Runs:
    parts = ((HostPart.ORGANISER, "organized by"), (HostPart.CO_ORGANISER, "co-organized by"))
    said = [
        f"{words} {bodies}"
        for part, words in parts
        if (bodies := mentions.bodies([host.organisation for host in meeting.hosts if host.part is part]))
    ]
    return sentence(f"It was {' and '.join(said)}") if said else ()


def _together(meeting: Meeting) -> Runs:
    other = printed(meeting.series.together_with) if meeting.series else ()
    if not other:
        return ()
    article = "" if is_determined(text_of(other)) else "the "
    return sentence(f"It was held together with {article}", in_sentence(other))


def _mode(meeting: Meeting) -> Runs:
    shape = SHAPES.get(meeting.mode, "") if meeting.mode else ""
    branches = [_room(room) for room in meeting.rooms if room.type is VenueType.BRANCH and room.name.en]
    as_what = " as a branch venue" if len(branches) == 1 else " as branch venues"
    rooms = joined(in_a_row(branches, serial_comma=False), as_what) if branches else ()
    if shape:
        return sentence(f"It was held {shape}", *((", with ", rooms) if rooms else ()))
    return sentence(in_a_row(branches, serial_comma=False), f" served{as_what}") if branches else ()
