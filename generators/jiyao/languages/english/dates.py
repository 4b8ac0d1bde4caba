"""Days in English: March 6, Jan. 8, March 6-8, March 30 to April 2; no st, nd, rd or th (AP Stylebook)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.languages.moments import PARTS_UNTIL

if TYPE_CHECKING:
    import datetime as dt

    from jiyao.languages.english.style import Style

NEVER_SHORTENED = 5
"""Letters: March, April, May, June and July stand in full everywhere (AP Stylebook, SPP, Xinhua)."""

SEPTEMBER = 9

ON_PARTS = {
    "凌晨": "in the early hours of",
    "早上": "on the morning of",
    "早晨": "on the morning of",
    "上午": "on the morning of",
    "中午": "at noon on",
    "下午": "on the afternoon of",
    "傍晚": "on the evening of",
    "晚上": "on the evening of",
    "晚": "on the evening of",
}
"""The parts of the day that a record may name, each with what English puts before the day."""


def month_name(month: int, style: Style | None = None) -> str:
    """A month in full, as it stands without a day; in the short form of a style beside one: Jan., Sept, March.

    The forms are those of CLDR but for Sept, which every house style here has in place of Sep.
    """
    from babel.dates import get_month_names

    full = str(get_month_names("wide", locale="en_US")[month])
    if style is None or len(full) <= NEVER_SHORTENED:
        return full
    short = "Sept" if month == SEPTEMBER else get_month_names("abbreviated", locale="en_US")[month]
    return f"{short}." if style.month_point else short


def english_date(day: dt.date, style: Style, own_year: int | None = None) -> str:
    """March 6, 2023; without the year where it is `own_year`, the one that goes without saying."""
    written = f"{month_name(day.month, style)} {day.day}"
    return written if day.year == own_year else f"{written}, {day.year}"


def english_days(first: dt.date, last: dt.date | None, style: Style, own_year: int | None = None) -> str:
    """March 6-8; March 30 to April 2; Dec 30, 2022, to Jan 2, 2023; one day where there is one."""
    if last is None or last == first:
        return english_date(first, style, own_year)
    if first.year != last.year:
        return f"{english_date(first, style)}, to {english_date(last, style)}"
    year = "" if last.year == own_year else f", {last.year}"
    month = month_name(first.month, style)
    if first.month == last.month:
        return f"{month} {first.day}-{last.day}{year}"
    return f"{month} {first.day} to {month_name(last.month, style)} {last.day}{year}"


def on_day(days: str, part: str = "", *, several: bool = False) -> str:
    """When, as a sentence says it: on March 6, on the morning of March 6, from March 30 to April 2."""
    if several:
        return f"from {days}" if " to " in days else f"on {days}"
    return f"{ON_PARTS.get(part, 'on')} {days}"


def part_of(moment: dt.time) -> str:
    """The part of the day (上午) in which a time lies."""
    return next(part for until, part in PARTS_UNTIL if moment.hour < until)


NOON = 12


def english_time(moment: dt.time) -> str:
    """A time of the day on twelve hours: 9 a.m., 3:30 p.m., noon, midnight (AP Stylebook)."""
    if not moment.minute and moment.hour in {0, NOON}:
        return "noon" if moment.hour else "midnight"
    hour = moment.hour % NOON or NOON
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minutes} {'a.m.' if moment.hour < NOON else 'p.m.'}"
