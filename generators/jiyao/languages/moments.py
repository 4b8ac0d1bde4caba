"""Days and times as people write them, read and printed.

GB/T 9704-2012, 7.3.5.4: Arabic digits, the full year, no padding zero.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import NamedTuple

DATE = re.compile(r"(\d{4})\s*(?:年|-|/|\.)\s*(\d{1,2})\s*(?:月|-|/|\.)\s*(\d{1,2})\s*日?")
NUMERIC = re.compile(r"(?=.*\d)[\d年月日/.-]+")
"""Digits and what stands between those of a day, and nothing else."""
TIME = re.compile(
    r"(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?\s*(\d{1,2})\s*(?::|：|时|点)\s*(?:(半)|(\d{1,2})\s*分?)?(?:[:：]\d{2})?\s*(am|pm)?",
    re.IGNORECASE,
)
END_DAY = re.compile(r"(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*日")
WEEKDAY = re.compile(r"^(?:[T\s]|星期[一二三四五六日天]|周[一二三四五六日天]|[（()）])+")
UNTIL = re.compile(r"\s*(?:至|到|[—–]+|~|～|-)\s*")
AFTERNOON = frozenset(("下午", "傍晚", "晚上", "晚"))
PARTS = frozenset(("凌晨", "早上", "早晨", "上午", "中午", "下午", "傍晚", "晚上", "晚"))
EVENING = frozenset(("晚上", "晚"))
NOON = 12
PARTS_UNTIL = ((5, "凌晨"), (NOON, "上午"), (NOON + 1, "中午"), (NOON + 6, "下午"), (24, "晚上"))
"""The parts of the day as they are printed, each with the hour at which it is over."""


def parse_date(text: str) -> date | None:
    """The day that the whole text names: 2023-03-06, 2023/3/6, 2023.3.6 or 2023年3月6日; None for anything else."""
    found = DATE.fullmatch(text.strip())
    return _day(*map(int, found.groups())) if found else None


def is_no_day(text: str) -> bool:
    """Whether a text has the form of a day and names none: 2023-02-30, 3月17日 without its year.

    A year or a month (2023年6月) has another form, and so has a text that goes on behind its day (2023-03-17 下班前).
    """
    text = text.strip()
    found = DATE.match(text)
    if found and _day(*map(int, found.groups())) is None:
        return True
    return bool(NUMERIC.fullmatch(text)) and parse_date(text) is None and not text.endswith(("年", "月"))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_time(text: str) -> time | None:
    """The time of day that the whole text names: 15:00, 15时30分, 下午3时, 下午3点半, 3:00 pm.

    晚上12时 is none: it does not say of which day it is the midnight.
    """
    found = TIME.fullmatch(text.strip())
    if not found:
        return None
    part, hour, half, minute, meridiem = found.groups()
    hours = _hour(part or (meridiem or "").lower(), int(hour))
    try:
        return time(hours, 30 if half else int(minute or 0))
    except ValueError:
        return None


def _hour(part: str, hour: int) -> int:
    """The hour from 0 to 23 that a part of the day has; 24 where the day does not have it."""
    if hour == NOON and part in EVENING:
        return 24
    if hour == NOON and part in {"凌晨", "am"}:
        return 0
    later = part in AFTERNOON or part == "pm" or (part == "中午" and hour < NOON - 1)
    return hour + NOON if later and hour < NOON else hour


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
    """凌晨0时30分, 上午9时, 下午3时30分: the part of the day and the twelve-hour clock, as minutes print it."""
    hour = moment.hour
    minutes = f"{moment.minute}分" if moment.minute else ""
    return f"{part_of_day(moment)}{hour if hour <= NOON else hour - NOON}时{minutes}"


def part_of_day(moment: time) -> str:
    """凌晨, 上午, 中午, 下午, 晚上."""
    return next(part for until, part in PARTS_UNTIL if moment.hour < until)


class Span(NamedTuple):
    """When something took place: its days, both included, and the times of its beginning and end, where known."""

    first: date
    last: date | None = None
    begins: time | None = None
    ends: time | None = None
    part: str = ""
    """The part of the day (上午) where no more is known."""


def parse_span(text: str) -> Span | None:
    """When something was, in one text.

    `2023-03-06`, `2023-03-06 15:00`, `2023-03-06 15:00-17:30`, `2023年3月6日至8日`, `2023-03-06 至 2023-03-08`,
    `2023年3月6日9时至7日17时`, `2023年3月6日上午`.
    """
    first = DATE.match(text.strip())
    day = _day(*map(int, first.groups())) if first else None
    if not first or not day:
        return None
    rest = WEEKDAY.sub("", text.strip()[first.end() :])
    if rest in PARTS:
        return Span(day, part=rest)
    start, *end = UNTIL.split(rest, maxsplit=1)
    begins = parse_time(start) if start else None
    if start and begins is None:
        return None
    return _span_to(day, begins, end[0]) if end else Span(day, begins=begins)


def _span_to(day: date, begins: time | None, end: str) -> Span | None:
    if ends := parse_time(end):
        return Span(day, begins=begins, ends=same_half(begins, ends, end))
    if begins is None and re.fullmatch(r"\d{1,2}", end):  # 2023-03-06至08; behind a time it may be an hour
        end += "日"
    if full := DATE.match(end):
        last, rest = _day(*map(int, full.groups())), end[full.end() :]
    elif shorter := END_DAY.match(end):
        last, rest = _day(day.year, int(shorter[1] or day.month), int(shorter[2])), end[shorter.end() :]
    else:
        return None
    rest = WEEKDAY.sub("", rest)
    ends = parse_time(rest) if rest else None
    return Span(day, last, begins, ends) if last and (ends or not rest) else None


def same_half(begins: time | None, ends: time, written: str) -> time:
    """下午3时至5时: an end without a part of the day is in the half of the day that its start names."""
    bare = not re.match(r"\D", written)
    if begins and bare and ends < begins and ends.hour < NOON and ":" not in written:
        return ends.replace(hour=ends.hour + NOON)
    return ends
