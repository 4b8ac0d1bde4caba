"""Times of day in Chinese. What a part of the day does to the hour is known to `languages.moments` alone."""

from __future__ import annotations

import re

from jiyao.languages.facts.chinese_numerals import chinese_number
from jiyao.languages.facts.chinese_words import PARTS_OF_DAY
from jiyao.languages.facts.readers import Reader, any_of, firsts, reader
from jiyao.languages.facts.values import Clock, DayPart, Limit, Time, Value
from jiyao.languages.moments import PARTS, parse_time, same_half

NUMERAL = r"(?:[12]?\d|[一二三四五六七八九十两]{1,3})"
MINUTE = r"(?:[0-5]?\d|[一二三四五六七八九十]{1,3}|零[一二三四五六七八九])"
NOT_HOUR = "(?!期|候|间|代|常|段|效|长|不|任|点|而)"
CALLED = {"清晨": "早上", "晚间": "晚上", "当晚": "晚上"}
"""Parts of the day by the names under which `moments` has them."""

UNTIL = r"\s?(?:至|到|——|[—–~-])\s?"


def _time(name: str) -> str:
    part = any_of([*PARTS_OF_DAY, "晚"])
    return (
        rf"(?P<part{name}>{part})?\s?(?P<hour{name}>{NUMERAL})"
        rf"(?:(?P<colon{name}>:)(?P<figure{name}>[0-5]\d)(?::[0-5]\d)?(?!\d|\.\d)"
        rf"|(?P<mark{name}>[时点])(?:(?P<half{name}>半)|(?P<minute{name}>{MINUTE})分?|(?P<sharp{name}>整|钟))?{NOT_HOUR})"
    )


def readers() -> tuple[Reader, ...]:
    """A time, the time from one to another, and a part of the day alone."""
    starts = [*firsts(PARTS_OF_DAY), *"0一二两三四五六七八九十晚"]
    after = r"(?P<after>(?:之|以)?前(?!往|来|后)|(?:之|以)?后(?!来))?"
    return (
        reader(starts, rf"(?=[^，。；]{{1,18}}?[至到—–~-]){_time('')}{UNTIL}{_time('2')}{after}", _range, "时|点|:"),
        reader(starts, rf"{_time('')}{after}", _single, "时|点|:"),
        reader("零午2", r"(?:零[点时]|午夜|24[点时])(?!差|间|段)", lambda _: Time(Clock(0))),
        reader("晚", r"(?<=[日号天])晚(?![上间会报宴饭餐点])", lambda _: DayPart.EVENING),
        reader(firsts(PARTS_OF_DAY), any_of(PARTS_OF_DAY), lambda found: PARTS_OF_DAY[found[0]]),
    )


def _single(found: re.Match[str]) -> Value | None:
    if not _is_time(found, ""):
        return None
    clock = _clock(found, "")
    return Time(clock, limit=_limit(found)) if clock else None


def _range(found: re.Match[str]) -> Value | None:
    first, last = _clock(found, ""), _clock(found, "2")
    if not first or not last or not (_is_time(found, "") or _is_time(found, "2")):
        return None
    if not last.certain and first.certain:
        last = Clock(_with_half(first, last), last.minute)
    return Time(first, last, _limit(found))


def _with_half(first: Clock, last: Clock) -> int:
    from datetime import time

    return same_half(time(first.hour, first.minute), time(last.hour, last.minute), str(last.hour)).hour


def _clock(found: re.Match[str], name: str) -> Clock | None:
    part = found[f"part{name}"] or ""
    hour, minute = chinese_number(found[f"hour{name}"]), _minute(found, name)
    if hour is None or minute is None:
        return None
    part = CALLED.get(part, part)
    moment = parse_time(f"{part if part in PARTS else ''}{int(hour)}:{minute:02}")
    if moment is None:
        return None
    certain = bool(part) or moment.hour > 12 or moment.hour == 0 or found[f"hour{name}"].startswith("0")  # noqa: PLR2004
    return Clock(moment.hour, moment.minute, certain)


def _minute(found: re.Match[str], name: str) -> int | None:
    if found[f"half{name}"]:
        return 30
    words = found[f"figure{name}"] or found[f"minute{name}"]
    number = chinese_number(words) if words else chinese_number("零")
    return None if number is None else int(number)


def _is_time(found: re.Match[str], name: str) -> bool:
    """三点 may be three points: 点 needs a part of the day, minutes, or a day or deadline beside it."""
    if found[f"mark{name}"] != "点":
        return found[f"colon{name}"] is not None or found[f"hour{name}"].isdigit() or bool(found[f"part{name}"])
    if found[f"part{name}"] or found[f"half{name}"] or found[f"sharp{name}"]:
        return True
    if found[f"minute{name}"]:  # 十二点五 is a decimal
        return found[0].endswith("分") or len(found[f"minute{name}"]) > 1
    return bool(found["after"]) or found.string[: found.start()].endswith(("日", "号", ")", "于", "天"))


def _limit(found: re.Match[str]) -> Limit:
    return {"前": Limit.BY, "后": Limit.AFTER}.get((found["after"] or "")[-1:], Limit.AT)
