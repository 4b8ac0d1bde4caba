"""Days and times as people write them, read and printed.

GB/T 9704-2012, 7.3.5.4: Arabic digits, the full year, no padding zero.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

DATE = re.compile(r"(\d{4})\s*(?:年|-|/|\.)\s*(\d{1,2})\s*(?:月|-|/|\.)\s*(\d{1,2})\s*日?")
TIME = re.compile(
    r"(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?\s*(\d{1,2})\s*(?::|：|时|点)\s*(?:(半)|(\d{1,2})\s*分?)?(?:[:：]\d{2})?\s*(am|pm)?",
    re.IGNORECASE,
)
AFTERNOON = frozenset(("下午", "傍晚", "晚上", "晚"))
NOON = 12


def parse_date(text: str) -> date | None:
    """The day that the whole text names: 2023-03-06, 2023/3/6, 2023.3.6 or 2023年3月6日; None for anything else."""
    found = DATE.fullmatch(text.strip())
    return _day(*map(int, found.groups())) if found else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_time(text: str) -> time | None:
    """The time of day that the whole text names: 15:00, 15时30分, 下午3时, 下午3点半, 3:00 pm."""
    found = TIME.fullmatch(text.strip())
    if not found:
        return None
    part, hour, half, minute, meridiem = found.groups()
    hours = int(hour)
    later = part in AFTERNOON or (meridiem or "").lower() == "pm" or (part == "中午" and hours < NOON - 1)
    if later and hours < NOON:
        hours += NOON
    try:
        return time(hours, 30 if half else int(minute or 0))
    except ValueError:
        return None


def chinese_date(day: date) -> str:
    """2023年3月6日."""
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_days(first: date, last: date | None) -> str:
    """2023年3月6日至8日; what the last day shares with the first is not said again."""
    if last is None or last == first:
        return chinese_date(first)
    if first.year != last.year:
        return f"{chinese_date(first)}至{chinese_date(last)}"
    if first.month != last.month:
        return f"{chinese_date(first)}至{last.month}月{last.day}日"
    return f"{chinese_date(first)}至{last.day}日"


def chinese_time(moment: time) -> str:
    """上午9时, 下午3时30分: the part of the day and the twelve-hour clock, as minutes print it."""
    hour = moment.hour
    part = "上午" if hour < NOON else "中午" if hour == NOON else "下午" if hour < NOON + 6 else "晚上"
    minutes = f"{moment.minute}分" if moment.minute else ""
    return f"{part}{hour if hour <= NOON else hour - NOON}时{minutes}"


@dataclass(frozen=True, slots=True)
class Span:
    """When something took place: its days, both included, and the times of its beginning and end, where known."""

    first: date
    last: date | None = None
    begins: time | None = None
    ends: time | None = None


def parse_span(text: str) -> Span | None:
    """`2023-03-06`, `2023-03-06 15:00`, `2023-03-06 15:00-17:30`, `2023年3月6日至8日`, `2023-03-06 至 2023-03-08`."""
    first = DATE.match(text.strip())
    if not first or (day := _day(*map(int, first.groups()))) is None:
        return None
    rest = re.sub(r"^(?:[T\s]|星期[一二三四五六日天]|周[一二三四五六日天]|[（）()])+", "", text.strip()[first.end() :])
    start, _, end = (
        part.strip() for part in re.sub(r"\s*(?:至|到|—|–|~|～|-)\s*", "\0", rest, count=1).partition("\0")
    )
    begins = parse_time(start) if start else None
    if start and begins is None:
        return None
    if not end:
        return Span(day, begins=begins) if "\0" not in rest else None
    return _span_to(day, begins, end)


def _span_to(day: date, begins: time | None, end: str) -> Span | None:
    if ends := parse_time(end):
        return Span(day, begins=begins, ends=_same_half(begins, ends, end))
    shorter = re.fullmatch(r"(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*日?", end)
    last = _day(day.year, int(shorter[1] or day.month), int(shorter[2])) if shorter else parse_date(end)
    return Span(day, last, begins) if last else None


def _same_half(begins: time | None, ends: time, written: str) -> time:
    """下午3时至5时: an end without a part of the day is in the half of the day that its start names."""
    bare = not re.match(r"\D", written)
    if begins and bare and ends < begins and ends.hour < NOON and ":" not in written:
        return ends.replace(hour=ends.hour + NOON)
    return ends
