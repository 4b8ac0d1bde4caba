"""Days of the calendar in English: full or in part, ranges, quarters, halves of the year, and deadlines."""

from __future__ import annotations

import re
from dataclasses import replace

from jiyao.languages.facts.english_words import MONTHS, PARTS, RELATIVE, WEEKDAYS
from jiyao.languages.facts.readers import Reader, any_of, phrases, reader
from jiyao.languages.facts.values import Day, Limit, Part, Relative, Unknown, Value, Weekday, When
from jiyao.languages.moments import parse_date

MONTH_NUMBERS = {name: number for names in MONTHS for number, name in enumerate(names, start=1)} | {"sept": 9}
LONG = "|".join(name.capitalize() for name in MONTHS[0])
SHORT = "|".join(name.capitalize() for name in (*MONTHS[1], "sept"))
MONTH = rf"(?:{LONG}|(?:{SHORT})\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d,]\d|%|:\d| percent| million| billion| people)"
YEAR = r"(?:19|20)\d\d(?!\d|,\d|\.\d|%)"
LIMITS = {
    **dict.fromkeys(
        ("by", "before", "no later than", "not later than", "prior to", "until", "on or before", "till"), Limit.BY
    ),
    **dict.fromkeys(("as of", "up to"), Limit.AS_OF),
    **dict.fromkeys(("since", "from", "starting", "starting from", "effective", "effective from"), Limit.SINCE),
    "after": Limit.AFTER,
}
LIMIT = rf"(?:(?P<limit>{any_of(LIMITS)}) )?"
PART = any_of(PARTS)
SHORTEST_NAME = 3
TO = r"(?: to | until | through | and |[—–-]| [—–-] )"
WEEKDAY_NAMES = rf"(?:{'|'.join(map(str.capitalize, WEEKDAYS))}|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b"
LIMIT_STARTS = [words.split()[0] for words in LIMITS]
STARTS = [
    *(name.capitalize() for name in MONTH_NUMBERS),
    *LIMIT_STARTS,
    *(re.split(r"[ -]", words)[0] for words in PARTS),
    *"0",
    "between", "the", "year",
]  # fmt: skip
BEFORE_BARE_MONTH = frozenset(
    phrases("in|of|by|since|until|from|early|mid|late|before|after|during|last|this|next|and|end|to")
)


def _point(name: str) -> str:
    """March 6, 2023; 6 March 2023; March 2023; March; 2023; with the part of them that is meant."""
    return (
        rf"(?:(?P<part{name}>{PART})[ -]?)?"
        rf"(?:(?P<month{name}>{MONTH})(?: (?P<day{name}>{DAY}))?(?:,? (?:of )?(?P<year{name}>{YEAR}))?"
        rf"|(?:the )?(?P<early{name}>{DAY})(?: of)? (?P<later{name}>{MONTH})(?:,? (?P<then{name}>{YEAR}))?"
        rf"|(?P<only{name}>{YEAR})(?!-\d)"
        rf"|(?P<the{name}>the (?:year|month)\b|(?<=year-)end|year\b))"
    )


DASHED_YEARS = r"(?:from |between )?(?:the )?(?P<first>(?:19|20)\d\d)"
YEARS = rf"{DASHED_YEARS}{TO}(?P<last>(?:(?:19|20)\d\d|\d\d)\b)(?![,.]?\d|-\d|:)"
DAYS_OF_MONTH = (
    rf"{LIMIT}(?:between )?(?P<month>{MONTH}) (?P<first>{DAY}){TO}(?P<last>{DAY})"
    rf"(?! (?:{LONG}))(?:,? (?P<year>{YEAR}))?"
)
DAYS_BEFORE_MONTH = (
    rf"{LIMIT}(?:between )?(?P<first>{DAY}){TO}(?P<last>{DAY}) (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?"
)
RANGE = rf"(?=.{{1,40}}?(?: to | until | through | and |[—–-]))(?:from |between )?{_point('')}{TO}{_point('2')}"
ENDS = phrases("end|middle|beginning|start")
PART_OF_YEAR = (
    rf"{LIMIT}(?:within )?(?P<part>(?:the )?year-end|month-end|mid-year"
    rf"|the (?:{any_of(ENDS)}) of (?:the|this) (?:year|month))\b"
)
PART_OF_THE_YEAR = rf"{LIMIT}(?:the )?(?P<part>{PART})(?: of)? (?:the|this|last|next) year\b"
PART_ALONE = (
    rf"{LIMIT}(?:the )?(?P<part>(?:first|second)[ -]half|(?:first|second|third|fourth)[ -]quarter)(?= |[.,;]|$)(?! of)"
)
DAY_OF_EACH_MONTH = (
    rf"{LIMIT}(?:on )?the (?P<day>\d{{1,2}})(?:st|nd|rd|th)(?: day)? of (?:each|every|the|this|that|next) month"
)
RECENTLY = r"(?:recently|in recent days|lately|recent(?! (?:years|months|weeks|decades|times)))\b"
WEEKDAYS_FROM_TO = rf"(?P<first>{WEEKDAY_NAMES})(?:(?: to | through |-)(?P<last>{WEEKDAY_NAMES}))?"
WEEKDAY_STARTS = [*map(str.capitalize, WEEKDAYS), *phrases("Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun")]
DASHES = " to | until | through | and |-|–|—"


def readers() -> tuple[Reader, ...]:
    """Those of days, the longest forms first."""
    return (
        reader("0", r"\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\.?\d)", _numeric, "-|/|."),
        reader("0", r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d\d)", _american, "/"),
        reader(["0", "the"], r"(?:the )?((?:19|20)\d0)s\b", _decade, "0s"),
        reader(STARTS, DAYS_OF_MONTH, _days, DASHES),
        reader(["and"], rf"and (?P<day>{DAY})\b(?! ?[ap]\.?m\b|[:.]\d| o'clock)", _another_day),
        reader(["0", "from", "between"], DAYS_BEFORE_MONTH, _days, DASHES),
        reader(["0", "from", "between"], YEARS, _years, DASHES),
        reader(STARTS, RANGE, _range, DASHES),
        reader(["first", "the"], r"(?:the )?first (?P<last>[Tt]wo|[Tt]hree) quarters\b", _first_quarters, " quarters"),
        reader([*STARTS, "within", "month"], PART_OF_YEAR, _part_of_year, "year|month"),
        reader(["within", "during"], r"(?:within|during) the (?:year|month)\b", _within, "the year|the month"),
        reader(STARTS, PART_OF_THE_YEAR, _part_only, " year"),
        reader(STARTS, rf"{LIMIT}(?:the year )?{_point('')}", _single),
        reader([*LIMIT_STARTS, "on", "the"], DAY_OF_EACH_MONTH, _monthly, " month"),
        reader(STARTS, PART_ALONE, _part_only, "half|quarter"),
        reader([words.split()[0] for words in RELATIVE], rf"(?:{any_of(RELATIVE)})\b", _relative),
        reader(["recently", "in", "recent", "lately"], RECENTLY, _recently),
        reader(WEEKDAY_STARTS, WEEKDAYS_FROM_TO, _weekday),
    )


def _decade(found: re.Match[str]) -> Value:
    return When(Day(int(found[1]), part=Part.DECADE))


def _within(_: re.Match[str]) -> Value:
    return When(Day(part=Part.WITHIN))


def _relative(found: re.Match[str]) -> Value:
    return Relative(*RELATIVE[found[0]])


def _recently(_: re.Match[str]) -> Value:
    return Unknown.RECENTLY


def _numeric(found: re.Match[str]) -> Value | None:
    day = parse_date(found[0])
    return When(Day(day.year, day.month, day.day)) if day else None


def _american(found: re.Match[str]) -> Value:
    """3/17/2023 is March 17, as en-US writes it."""
    return When(Day(int(found["year"]), int(found["month"]), int(found["day"])))


def _days(found: re.Match[str]) -> Value | None:
    """March 6-8, 2023; 6-8 March."""
    month, year = _month(found["month"]), int(found["year"]) if found["year"] else None
    first, last = Day(year, month, _number(found["first"])), Day(year, month, _number(found["last"]))
    if " and " in found[0] and "between" not in found[0] and last.day != (first.day or 0) + 1:
        return None
    return When(first, last, _limit(found) if _limit(found) is Limit.BY else Limit.AT)


def _another_day(found: re.Match[str]) -> Value | None:
    """March 6 and 8: the second day of a month that was named."""
    named = re.search(rf"{MONTH} \d{{1,2}} $", found.string[: found.start()])
    return When(Day(month=_month(re.split(" ", named[0])[0]), day=_number(found["day"]))) if named else None


def _years(found: re.Match[str]) -> Value | None:
    """2021 to 2023, 2026-30."""
    first, last = int(found["first"]), int(found["last"])
    last = last if last > 99 else first // 100 * 100 + last  # noqa: PLR2004 - two figures
    if " and " in found[0] and "between" not in found[0]:
        return None
    return When(Day(first), Day(last)) if first < last else None


def _range(found: re.Match[str]) -> Value | None:
    first, last = _day(found, ""), _day(found, "2")
    if not first or not last or (" and " in found[0] and "between" not in found[0]):
        return None
    if (first.day is None) != (last.day is None):
        return None
    if first.year is None and (first.month or 0) <= (last.month or 0):
        first = replace(first, year=last.year)
    return When(first, last)


def _single(found: re.Match[str]) -> Value | None:
    day = _day(found, "")
    if day is None or day == Day():
        return None
    if found["month"] and not (found["day"] or found["year"] or found["part"]) and not _is_month(found):
        return None
    return When(day, limit=_limit(found))


def _is_month(found: re.Match[str]) -> bool:
    """May and March alone are months only behind a word that dates."""
    if found["month"].lower() not in {"may", "march", "mar"}:
        return True
    if re.match(r" (?:this|last|next) year", found.string[found.end() :]):
        return True
    words = re.findall(r"\w+", found.string[: found.start("month")].lower())
    return bool(words) and words[-1] in BEFORE_BARE_MONTH


def _day(found: re.Match[str], name: str) -> Day | None:
    month = found[f"month{name}"] or found[f"later{name}"]
    day = found[f"day{name}"] or found[f"early{name}"]
    year = found[f"year{name}"] or found[f"then{name}"] or found[f"only{name}"]
    words = found[f"part{name}"]
    if not (month or year):
        return None
    part = PARTS[words] if words else None
    return Day(int(year) if year else None, _month(month) if month else None, _number(day) if day else None, part)


def _month(words: str) -> int:
    return MONTH_NUMBERS[words.lower().rstrip(".")]


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _limit(found: re.Match[str]) -> Limit:
    return LIMITS[found["limit"]] if found["limit"] else Limit.AT


def _first_quarters(found: re.Match[str]) -> Value:
    return When(
        Day(part=Part.QUARTER_1), Day(part=Part.QUARTER_2 if found["last"].lower() == "two" else Part.QUARTER_3)
    )


def _part_of_year(found: re.Match[str]) -> Value:
    words = found["part"]
    part = Part.END if "end" in words else Part.MIDDLE if "mid" in words else Part.EARLY
    part = Part.MONTH_END if "month" in words else part
    if part is Part.EARLY and _limit(found) is Limit.SINCE:  # 今年以来
        return Relative("year", 0)
    return When(Day(part=part), limit=_limit(found))


def _part_only(found: re.Match[str]) -> Value:
    return When(Day(part=PARTS[found["part"]]), limit=_limit(found))


def _monthly(found: re.Match[str]) -> Value:
    return When(Day(day=int(found["day"])), limit=_limit(found))


def _weekday(found: re.Match[str]) -> Value | None:
    first = _weekday_number(found["first"])
    return Weekday(first, _weekday_number(found["last"]) if found["last"] else None) if first else None


def _weekday_number(words: str) -> int | None:
    return next(
        (
            at
            for at, name in enumerate(WEEKDAYS, start=1)
            if len(words) >= SHORTEST_NAME and name.startswith(words.lower())
        ),
        None,
    )
