"""Days of the calendar in Chinese: full or in part, ranges, quarters, halves of the year, and deadlines."""

from __future__ import annotations

import re
from dataclasses import replace

from jiyao.languages.facts.chinese_numerals import HAN, chinese_number
from jiyao.languages.facts.chinese_words import RECENTLY, RELATIVE
from jiyao.languages.facts.readers import Reader, any_of, firsts, phrases, reader
from jiyao.languages.facts.values import Day, Limit, Part, Relative, Unknown, Value, Weekday, When
from jiyao.languages.moments import parse_date

PARTS = {
    **dict.fromkeys(phrases("上旬|初"), Part.EARLY),
    **dict.fromkeys(phrases("中旬|中"), Part.MIDDLE),
    "下旬": Part.LATE,
    **dict.fromkeys(phrases("底|末"), Part.END),
    "内": Part.WITHIN,
    "上半年": Part.FIRST_HALF,
    "下半年": Part.SECOND_HALF,
}
OF_MONTH = {Part.EARLY: Part.MONTH_EARLY, Part.MIDDLE: Part.MONTH_MIDDLE, Part.END: Part.MONTH_END}
QUARTERS = (Part.QUARTER_1, Part.QUARTER_2, Part.QUARTER_3, Part.QUARTER_4)
LIMITS = {
    **dict.fromkeys(phrases("截至|截止到|截止"), Limit.AS_OF),
    **dict.fromkeys(phrases("自|从"), Limit.SINCE),
    **dict.fromkeys(phrases("前|之前|以前|止|下班前|截止"), Limit.BY),
    **dict.fromkeys(phrases("起|以来"), Limit.SINCE),
    **dict.fromkeys(phrases("后|之后|以后"), Limit.AFTER),
}
BY = r"(?:之|以|下班)?前(?![往来后夕期沿进景台不]|[一二两三]个?季度)"
BY_AND_AFTER = rf"{BY}|(?:之|以)?后(?![来续勤备果期天面半])|以来|起(?![草来步到])|止(?!损)"
UNTIL = r"\s?(?:至|到|——|[—–~-])\s?"
WEEKDAYS = {each: number for number, each in enumerate("一二三四五六日", start=1)} | {"天": 7}
WEEKDAY = r"(?:\s?[（(]?(?:星期|周|礼拜)[一二三四五六日天][)）]?)?"

LONGEST_MONTH = 31
NUMERALS = "一二三四五六七八九十廿卅"
Y = r"(?:(?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2})"
M = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十元])"
D = rf"(?:3[01]|[12]\d|0?[1-9]|[{NUMERALS}]{{1,3}})"
NOT_DAY = "(?![均常益程报用子]|以?内|之内)"


def _point(name: str, *, shared: str = "") -> str:
    """A day, month or year; with `shared`, its last unit may be missing where that pattern follows (3月6至8日)."""

    def unit(marks: str, behind: str = "") -> str:
        return f"(?:[{marks}]{behind}" + (f"|(?=\\s?{shared}[{marks}]))" if shared else ")")

    year = rf"(?P<year{name}>{Y})\s?{unit('年', '(?!代|级|轻)(?:度(?!假))?')}"
    month = rf"(?P<month{name}>{M})\s?{unit('月', '(?!均|饼|嫂|度)份?')}"
    day = rf"(?P<day{name}>{D})\s?{unit('日号', NOT_DAY)}"
    lone = rf"(?P<lone{name}>{D})\s?{unit('日', NOT_DAY)}"
    part = rf"(?P<part{name}>[上中下]旬|[初中底末](?![期心央级旬]))"
    term = rf"第?(?P<quarter{name}>[一二三四1-4])季度|(?P<half{name}>[上下]半年)"
    of_year = rf"(?P<of{name}>[初中底末内](?![期心央容]))"
    return rf"(?:{year}\s?)?(?:{month}(?:\s?{day}|{part})?|的?(?:{term})|{of_year}|{lone})?"


def readers() -> tuple[Reader, ...]:
    """Those of days, the longest forms first."""
    figures = ["0", *NUMERALS, *"元第上下"]
    number = rf"(?:{UNTIL})(?:{Y}|{D})\s?"
    limited = r"(?P<before>截至|截止到?|自|从)?在?"
    return (
        reader("0", r"\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\.?\d)", _numeric, "-|/|."),
        reader("0", rf"(20\d\d)年?{UNTIL}(20\d\d|\d\d)(?=学年|财年|赛季|供暖季|采暖季)", _years),
        reader("0", r"(1[0-2]|[1-9])·([12]\d|3[01]|[1-9])(?!\d)", _dotted, "·"),
        reader("0", r"((?:19|20)\d\d)(?:届|级)(?!\d)", lambda found: When(Day(int(found[1]))), "届|级"),
        reader("0", r"(?:20世纪|上世纪)?([2-9]0|(?:19|20)\d0)年代", _decade, "年代"),
        reader("上", r"上世纪([2-9]0)年代", _decade, "上世纪"),
        reader(
            [*figures, *"截自从"],
            rf"(?=[^，。；、]{{1,22}}?(?:[至到—–~-]))(?=[^，。；、]{{1,30}}?[年月日号季])"
            rf"{limited}{_point('', shared=number)}{WEEKDAY}{UNTIL}{_point('2')}{WEEKDAY}(?P<after>{BY_AND_AFTER})?",
            _range,
            "至|到|—|–|~|-",
        ),
        reader(
            [*figures, *"截自从"],
            rf"(?=[^，。；、]{{1,10}}?[年月日号季]){limited}{_point('')}(?P<after>{BY_AND_AFTER})?",
            _single,
        ),
        reader(
            "今去明本年当全",
            rf"(?:[今去明本当]年?)?年(?P<of>[初中底末内](?![期心央容]))(?P<after>{BY_AND_AFTER})?",
            _part_of_year,
        ),
        reader("本月当", rf"[本当]?月(?P<of>[初中底末内](?![期心央容]))(?P<after>{BY_AND_AFTER})?", _part_of_year),
        reader(
            "本上下这每",
            rf"[本上下这每](?:星期|周)([一二三四五六日天])(?:{UNTIL}(?:星期|周)?([一二三四五六日天]))?(?![期年边])",
            _weekday,
        ),
        reader("前", r"前(?P<last>[二两三])个?季度", _first_quarters),
        reader(firsts(RELATIVE), any_of(RELATIVE), lambda found: Relative(*RELATIVE[found[0]])),
        reader(firsts(RECENTLY), any_of(RECENTLY), lambda _: Unknown.RECENTLY),
        reader(
            "星周礼",
            rf"(?:星期|周|礼拜)([一二三四五六日天])(?:{UNTIL}(?:星期|周|礼拜)?([一二三四五六日天]))?(?![{HAN}\w]?[期年边])",
            _weekday,
        ),
    )


def _numeric(found: re.Match[str]) -> Value | None:
    day = parse_date(found[0])
    return When(Day(day.year, day.month, day.day)) if day else None


def _years(found: re.Match[str]) -> Value:
    """2024—2025学年."""
    first, last = int(found[1]), int(found[2])
    return When(Day(first), Day(last if last > 99 else first // 100 * 100 + last))  # noqa: PLR2004 - two figures


def _dotted(found: re.Match[str]) -> Value:
    """“3·15”: a day that gave its name to something."""
    return When(Day(month=int(found[1]), day=int(found[2])))


def _decade(found: re.Match[str]) -> Value:
    year = int(found[1])
    return When(Day(year if year > 99 else 1900 + year, part=Part.DECADE))  # noqa: PLR2004 - two figures


def _single(found: re.Match[str]) -> Value | None:
    day = _day(found, "")
    return When(day, limit=_limit(found)) if day else None


def _range(found: re.Match[str]) -> Value | None:
    first, last = _day(found, ""), _day(found, "2")
    if not first or not last:
        return None
    if last.year is None:
        last = replace(last, year=first.year)
    if last.month is None and last.day is not None:
        last = replace(last, month=first.month)
    return When(first, last, _limit(found) if found["after"] else Limit.AT)


def _day(found: re.Match[str], name: str) -> Day | None:
    year, month = _year(found[f"year{name}"]), _small(found[f"month{name}"])
    written = found[f"day{name}"] or found[f"lone{name}"]
    day = _small(written)
    if written and (day is None or not 1 <= day <= LONGEST_MONTH):
        return None
    if (found[f"of{name}"] and not year) or (found[f"lone{name}"] and year):
        return None
    read = Day(year, month, day, _part(found, name))
    return None if read == Day() else read


def _part(found: re.Match[str], name: str) -> Part | None:
    if quarter := found[f"quarter{name}"]:
        return QUARTERS[(_small(quarter) or 1) - 1]
    words = found[f"part{name}"] or found[f"half{name}"] or found[f"of{name}"]
    return PARTS[words] if words else None


def _year(words: str | None) -> int | None:
    number = chinese_number(words) if words else None
    return None if number is None else int(number)


def _small(words: str | None) -> int | None:
    """A month or day; 元月 is January."""
    number = chinese_number("1" if words == "元" else words) if words else None
    return None if number is None else int(number)


def _limit(found: re.Match[str]) -> Limit:
    after = (found["after"] or "")[-1:]
    if after:
        return {"前": Limit.BY, "止": Limit.BY, "后": Limit.AFTER}.get(after, Limit.SINCE)
    return LIMITS.get(found["before"] or "", Limit.AT)


def _first_quarters(found: re.Match[str]) -> Value:
    """前三季度: from the first quarter to the third."""
    return When(Day(part=Part.QUARTER_1), Day(part=QUARTERS[(_small(found["last"]) or 1) - 1]))


def _part_of_year(found: re.Match[str]) -> Value:
    part = PARTS[found["of"]]
    part = OF_MONTH.get(part, part) if "月" in found[0] else part
    return When(Day(part=part), limit=Limit.BY if (found["after"] or "").endswith("前") else Limit.AT)


def _weekday(found: re.Match[str]) -> Value:
    return Weekday(WEEKDAYS[found[1]], WEEKDAYS[found[2]] if found[2] else None)
