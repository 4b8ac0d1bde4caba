"""Times of day in English: 3:30 p.m., 3 pm, 15:30, 9 o'clock, noon."""

from __future__ import annotations

import re

from jiyao.languages.facts.english_numerals import CARDINALS, english_number
from jiyao.languages.facts.english_words import PARTS_OF_DAY
from jiyao.languages.facts.readers import Reader, any_of, reader
from jiyao.languages.facts.values import Clock, DayPart, Limit, Time, Value
from jiyao.languages.moments import parse_time

LIMITS = {
    **dict.fromkeys(("by", "before", "no later than", "until"), Limit.BY),
    "after": Limit.AFTER,
    **dict.fromkeys(("from", "between"), Limit.AT),
}
HOURS = any_of(list(CARDINALS)[1:13])
DAYTIME = "morning|afternoon|evening"
STARTS = ["0", *HOURS.split("|"), *(words.split()[0] for words in LIMITS)]
HALF = r" ?(?P<half{0}>[ap]\.?m\b\.?)"
IN_THE = {"morning": "am", "afternoon": "pm", "evening": "pm"}
CERTAIN = 12


def _time(name: str) -> str:
    half = HALF.format(name)
    return (
        rf"(?P<hour{name}>[012]?\d|{HOURS})"
        rf"(?:[:.](?P<minute{name}>[0-5]\d)(?::[0-5]\d)?(?!\d|\.\d|%| percent| million| billion))?"
        rf"(?:{half}|(?P<clock{name}> ?o'clock))?(?: in the (?P<part{name}>{DAYTIME}))?"
    )


def readers() -> tuple[Reader, ...]:
    """A time, the time from one to another, and a part of the day alone."""
    limit = rf"(?:(?P<limit>{any_of(LIMITS)}) )?"
    parts = any_of(PARTS_OF_DAY)
    past = (
        r"(?P<shift>half|a quarter|quarter) (?P<side>past|to) "
        rf"(?P<hour>[01]?\d|{HOURS})(?: in the (?P<part>{DAYTIME}))?"
    )
    return (
        reader(["half", "a", "quarter"], past, _past, " past | to "),
        reader(
            STARTS, rf"{limit}{_time('')}(?: to | until | and |[—–-]| [—–-] ){_time('2')}", _range, ":|m|clock|in the"
        ),
        reader(STARTS, rf"{limit}{_time('')}", _single, ":|m|clock|in the"),
        reader(
            ["midnight", "0", *(words.split()[0] for words in LIMITS)],
            rf"{limit}(?:midnight\b|24:00)",
            _midnight,
            "midnight|24:00",
        ),
        reader([words.split()[0] for words in PARTS_OF_DAY], rf"(?:{parts})\b", _part),
    )


def _single(found: re.Match[str]) -> Value | None:
    clock = _clock(found, "", found["half"]) if _is_time(found, "") else None
    return Time(clock, limit=_limit(found)) if clock else None


def _range(found: re.Match[str]) -> Value | None:
    """9 to 11:30 a.m.: one half of the day is said for both."""
    if not (_is_time(found, "") or _is_time(found, "2")):
        return None
    if "." in found[0] and not (found["half"] or found["half2"]):
        return None
    half = found["half"] or found["half2"]
    first, last = _clock(found, "", half), _clock(found, "2", found["half2"])
    if not first or not last:
        return None
    if not found["half"] and first.hour > last.hour and found["half2"]:  # 9 to 1 p.m.
        first = Clock(first.hour - CERTAIN, first.minute)
    return Time(first, last, _limit(found))


def _clock(found: re.Match[str], name: str, half: str | None) -> Clock | None:
    meridiem = (half or "").replace(".", "") or IN_THE.get((found[f"part{name}"] or ""), "")
    hour, minute = found[f"hour{name}"], found[f"minute{name}"] or "00"
    moment = parse_time(f"{english_number(hour)}:{minute} {meridiem}".strip())
    if moment is None:
        return None
    certain = bool(meridiem) or moment.hour > CERTAIN or moment.hour == 0 or hour.startswith("0")
    return Clock(moment.hour, moment.minute, certain)


def _is_time(found: re.Match[str], name: str) -> bool:
    """3:30 is a time, 3.30 only with a.m. or p.m."""
    if found[f"half{name}"] or found[f"clock{name}"] or found[f"part{name}"]:
        return True
    return found[f"minute{name}"] is not None and ":" in found[0]


def _limit(found: re.Match[str]) -> Limit:
    return LIMITS[found["limit"]] if found["limit"] else Limit.AT


def _midnight(found: re.Match[str]) -> Value:
    return Time(Clock(0), limit=_limit(found))


def _past(found: re.Match[str]) -> Value | None:
    """Half past five, a quarter to five."""
    moment = parse_time(f"{english_number(found['hour'])}:00 {IN_THE.get(found['part'] or '', '')}".strip())
    if moment is None:
        return None
    minutes = 30 if found["shift"] == "half" else 15
    at = moment.hour * 60 + (minutes if found["side"] == "past" else -minutes)
    return Time(Clock(at // 60 % 24, at % 60, bool(found["part"])))


def _part(found: re.Match[str]) -> DayPart:
    return PARTS_OF_DAY[found[0]]
