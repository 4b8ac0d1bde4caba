"""Numbers in Chinese: bounds, ranges, shares, multiples, money, measures and ordinals.

A numeral in characters is a number only where something says so: a measure word or unit behind it, a bound before it,
or a scale in it (三名, 约三, 三百). So the many words that hold 一, 三 or 千 need no list of their own.
"""

from __future__ import annotations

import re
from fractions import Fraction

from jiyao.languages.facts.chinese_numerals import DIGITS, HAN, SCALE, chinese_number, scale_of
from jiyao.languages.facts.chinese_words import (
    AFTER,
    BEFORE,
    MEASURES,
    NOT_BEHIND_UNIT,
    ONE_OF,
    PLUS,
    SIGNS,
    UNITS,
)
from jiyao.languages.facts.readers import Reader, any_of, firsts, reader
from jiyao.languages.facts.values import Bound, Ordinal, Quantity, Unit, Value, exactly

FIGURES = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
THOUSAND = "千(?![瓦米克伏卡赫])"
"""千 before 瓦 and the like belongs to the unit."""
CHARACTERS = rf"(?:[{HAN.replace('千', '')}]|{THOUSAND})+(?:点[零〇一二三四五六七八九]+[百千万亿]*)?"
SCALES = f"(?:百(?!帕)|[万亿]|{THOUSAND})"
NUMBER = rf"(?:{FIGURES}(?:{SCALES}+(?:\d+(?:\.\d+)?{SCALES}+)*)?|{CHARACTERS})"
UNTIL = r"\s?(?:至|到|——|[—–~-])\s?"
UNIT = "|".join(re.escape(unit) + NOT_BEHIND_UNIT.get(unit, "") for unit in sorted(UNITS, key=len, reverse=True))
MEASURE = "|".join(each + NOT_BEHIND_UNIT.get(each, "") for each in sorted(MEASURES, key=len, reverse=True))
STARTS = ["0", *HAN]
MANY = "百千万亿"
PAST = frozenset(("年", "天", "日", "周", "个月"))
HALVES: dict[str, tuple[Fraction, Unit]] = {
    "年": (Fraction(6), Unit.MONTHS),
    "天": (Fraction(720), Unit.MINUTES),
    "日": (Fraction(720), Unit.MINUTES),
    "月": (Fraction(1, 2), Unit.MONTHS),
}

BEHIND = rf"""
    (?P<plus>个多(?=月|小时|星期)|有余|[余多来](?=[{MANY}]|\D|$)|几(?=[{MANY}个名人家项次天年]))?
    (?P<scale>{SCALES}*)
    (?P<half>个半(?=月|小时|星期))?
    \s?(?P<unit>{UNIT})?
    (?P<later>多(?!次|项|个)|余|半)?
    (?P<measure>{MEASURE})?
    (?P<after>{any_of(AFTER)})?
"""


BOUND, LATER = f"(?:(?<![签合条预契节制违公履特邀相])|(?=大约))(?:{any_of(BEFORE)})", any_of(AFTER)
SIGN = any_of(SIGNS)
QUANTITY = rf"(?x)(?P<before>{BOUND})?\s?(?P<sign>{SIGN})?\s?(?P<number>{NUMBER}){BEHIND}"
SPREAD = (
    rf"(?x)(?=[^，。；、]{{1,20}}?[至到—–~-])(?P<before>{BOUND})?\s?(?P<sign>{SIGN})?"
    rf"(?P<low>{NUMBER})(?P<low_unit>{UNIT})?{UNTIL}(?P<number>{NUMBER}){BEHIND}"
)
FROM_BELOW = rf"(?P<low>{NUMBER})(?P<low_unit>{UNIT})?以上，?(?:不满|不足)?(?P<number>{NUMBER})(?P<unit>{UNIT})?以下"
"""How laws write a range: 1%以上3%以下."""
FRACTION = (
    rf"(?=[^，。；]{{1,20}}?分之)(?:(?P<before>{BOUND})(?:[^\W\d]{{1,8}}的)?)?(?P<below>{NUMBER}|百|千|万)分之"
    rf"(?P<number>{NUMBER}|百)(?:{UNTIL}(?P<high>{NUMBER}))?(?P<after>{LATER})?"
)
HALF = rf"(?P<before>{BOUND}|过|大)?(?:一半|半数|(?<=[过近大])半(?!年|天|日|个))(?P<after>{LATER})?"
SIMPLE = r"(?P<number>\d+|[一二三四五六七八九十])"
NUMBERED = "号(?!召|称|码)|世纪|楼(?!宇|市|盘)|等(?=奖|功)|室|周年|审(?![查批核议判理计定])"
GRADE = rf"(?<![省市县区乡镇村、]){SIMPLE}级(?!人|检察院)"
"""县乡村三级 are three levels, 三级 alone is the third."""


def readers() -> tuple[Reader, ...]:
    """Those of numbers. A range is tried before the number that it begins with."""
    bounded = [*STARTS, *firsts(BEFORE), *firsts(SIGNS)]
    return (
        reader([*STARTS, *firsts(BEFORE)], FRACTION, _fraction, "分之"),
        reader([*"增提上扩"], rf"(?:增长|增加|提高|上升|扩大|提升)了?(?P<number>{NUMBER})倍", _grown, "倍"),
        reader(["翻"], rf"翻(?:(?P<number>{NUMBER})番|番)", _doubled),
        reader(STARTS, rf"(?P<number>[{HAN}])成(?P<rest>[一二三四五六七八九])(?!员)", _tenths, "成"),
        reader(["一", "过", "大", "半", *firsts(BEFORE)], HALF, _half, "半"),
        reader("半", r"半(?P<unit>年|天|日|个月|个?(?:多)?小时)(?P<after>以?内|以上)?", _half_unit),
        reader(["第"], rf"第(?P<number>\d+|[{HAN}]+)(?!\d|[，：。]|、(?!第))(?:{MEASURE})?", _ordinal),
        reader(["前"], rf"前(?P<number>\d+|[{HAN}]+)(?![\d天日年月周个届期次者后%.])(?:[名位列强])?", _top),
        reader(["首"], r"首[次届个批期家例场位]", lambda _: Ordinal(1)),
        reader(STARTS, rf"{SIMPLE}(?:{NUMBERED})", _ordinal, "号|世纪|楼|等|室|周年|审"),
        reader(STARTS, GRADE, _ordinal, "级"),
        reader(STARTS, r"(?P<number>\d+|二?十[一二三四五六七八九]?|[四五六七八九])届", _ordinal, "届"),
        reader("附表图议", r"(?:附件|附表|附图|议题|[表图])(?P<number>\d+|[一二三四五六七八九十]+(?!项))", _ordinal),
        reader("高初大研", r"[高初大研](?P<number>[一二三四])(?=[（(\d年学班新])", _ordinal, "班|学|年级|新生"),
        reader(["(", "0"], r"\(?(?P<number>\d{1,2})\)?班(?!次|组|子|车|岗)", _ordinal, "班"),
        reader("年超逾过", r"(?:年[过逾近]|年?(?:超|逾|过|届))?(?P<number>[六七八九])旬", _decades),
        reader("六七八九", r"(?P<number>[六七八九])旬", _decades),
        reader("几数", rf"[几数](?P<scale>[十{MANY}]+)(?:余|多)?\s?(?P<unit>{UNIT})?(?:{MEASURE})?", _several),
        reader(STARTS, FROM_BELOW, _legal_range, "以上"),
        reader(bounded, SPREAD, _range, "至|到|—|–|~|-"),
        reader(bounded, QUANTITY, _quantity),
    )


def _quantity(found: re.Match[str]) -> Value | None:
    words = found["number"]
    near = _neighbours(words) if _counts(found) or set(words) & set(SCALE) else None
    if near:
        return _made(found, *near)
    number = chinese_number(words)
    if number is None or not _is_number(words, found):
        return None
    return _made(found, number, number)


def _range(found: re.Match[str]) -> Value | None:
    low, high = chinese_number(found["low"]), chinese_number(found["number"])
    if low is None or high is None or not _is_number(found["number"], found):
        return None
    if found["low_unit"] not in {None, found["unit"]}:
        return None
    scale = re.sub(rf"[^{MANY}]", "", found["number"]) if not re.search(f"[{MANY}]", found["low"]) else ""
    distributed = low * scale_of(scale)
    if scale and low < high / scale_of(scale) and distributed < high:
        low = distributed
    return _made(found, low, high) if low < high else None


def _legal_range(found: re.Match[str]) -> Value | None:
    low, high = chinese_number(found["low"]), chinese_number(found["number"])
    if low is None or high is None or low >= high or found["low_unit"] not in {None, found["unit"]}:
        return None
    unit, factor = UNITS.get(found["unit"] or "", (Unit.COUNT, Fraction(1)))
    return Quantity(low * factor, high * factor, unit)


def _made(found: re.Match[str], low: Fraction, high: Fraction) -> Quantity:
    """The quantity with its scale, its unit and the strictest bound that its words state."""
    unit, factor = UNITS.get(found["unit"] or "", (Unit.COUNT, Fraction(1)))
    if found["sign"]:
        unit = SIGNS[found["sign"]]
    factor *= scale_of(found["scale"] or "")
    if found["half"] or found["later"] == "半":
        low, high = low + Fraction(1, 2), high + Fraction(1, 2)
    if factor != 1:
        low, high = low * factor, high * factor
    return Quantity(low, high, unit, _bound(found))


def _bound(found: re.Match[str]) -> Bound:
    later = found["later"] if found["later"] != "半" else None
    plus = (found["plus"] or later or "").removeprefix("个")
    stated = (BEFORE.get(found["before"] or ""), PLUS.get(plus), AFTER.get(found["after"] or ""))
    bound = next((bound for bound in stated if bound), Bound.EXACT)
    return Bound.PAST_OR_NEARLY if found["before"] == "近" and found["unit"] in PAST else bound


def _counts(found: re.Match[str]) -> bool:
    """Whether something round the numeral says that it is a number."""
    return any(found[name] for name in ("before", "sign", "plus", "unit", "measure", "half"))


def _is_number(words: str, found: re.Match[str]) -> bool:
    if any(each.isdigit() and each.isascii() for each in words):
        return True
    if set(words) <= set(MANY):  # 百 and 千 alone stand for many; with a bound or money they are meant
        return bool(found["before"] or found["plus"] or found["sign"] or found["unit"])
    if words == "一" and not (found["unit"] or found["measure"] in ONE_OF):
        return False
    if all(each in DIGITS for each in words) and len(words) > 1:
        return bool({"零", "〇"} & set(words)) and len(words) > 2  # noqa: PLR2004 - 三〇二 is a room, 一三 is nothing
    return _counts(found) or (len(words) > 1 and bool(set(words) & set("十百千万亿廿卅点")))


def _neighbours(words: str) -> tuple[Fraction, Fraction] | None:
    """三四十 is 30 to 40, 七八 is 7 to 8, 十七八 is 17 to 18, 三五 is 3 to 5."""
    found = re.fullmatch(rf"([二三四五六七八九]?十)?([一二两三四五六七八九])([二两三四五六七八九])([十{MANY}]*)", words)
    if not found:
        return None
    low, high = DIGITS[found[2]], DIGITS[found[3]]
    if high - low != 1 and (low, high) != (3, 5):
        return None
    tens = chinese_number(found[1]) or Fraction(0) if found[1] else Fraction(0)
    scale = scale_of(found[4])
    return (tens + low) * scale, (tens + high) * scale


def _fraction(found: re.Match[str]) -> Value | None:
    below, low = chinese_number(found["below"]), chinese_number(found["number"])
    high = chinese_number(found["high"]) if found["high"] else low
    if not below or low is None or high is None:
        return None
    stated = (BEFORE.get(found["before"] or ""), AFTER.get(found["after"] or ""))
    bound = next((bound for bound in stated if bound), Bound.EXACT)
    return Quantity(low / below, high / below, Unit.SHARE, bound)


def _tenths(found: re.Match[str]) -> Value:
    """三成五 is 35 percent."""
    return exactly(Fraction(DIGITS[found["number"]] * 10 + DIGITS[found["rest"]], 100), Unit.SHARE)


def _grown(found: re.Match[str]) -> Value | None:
    """增长两倍 is three times as much as before."""
    number = chinese_number(found["number"])
    return None if number is None else exactly(number + 1, Unit.TIMES)


def _doubled(found: re.Match[str]) -> Value | None:
    number = chinese_number(found["number"]) if found["number"] else Fraction(1)
    return None if number is None else exactly(2 ** int(number), Unit.TIMES)


def _half(found: re.Match[str]) -> Value:
    before = Bound.OVER if found["before"] in {"过", "大"} else BEFORE.get(found["before"] or "")
    return exactly(Fraction(1, 2), Unit.SHARE, before or AFTER.get(found["after"] or "", Bound.EXACT))


def _half_unit(found: re.Match[str]) -> Value:
    factor, unit = HALVES.get(found["unit"][-1], (Fraction(30), Unit.MINUTES))
    after = AFTER.get(found["after"] or "", Bound.EXACT)
    return exactly(factor, unit, Bound.OVER if "多" in found["unit"] else after)


def _ordinal(found: re.Match[str]) -> Value | None:
    number = chinese_number(found["number"])
    return None if number is None else Ordinal(int(number))


def _top(found: re.Match[str]) -> Value | None:
    """前三名: the top three."""
    number = chinese_number(found["number"])
    return None if number is None else exactly(number)


def _decades(found: re.Match[str]) -> Value:
    """年过八旬 is over eighty."""
    bound = Bound.OVER if re.search("[过逾超]", found[0]) else Bound.NEARLY if "近" in found[0] else Bound.EXACT
    return exactly(10 * DIGITS[found["number"]], bound=bound)


def _several(found: re.Match[str]) -> Value:
    unit, factor = UNITS.get(found["unit"] or "", (Unit.COUNT, Fraction(1)))
    return exactly(scale_of(found["scale"]) * factor, unit, Bound.SEVERAL)
