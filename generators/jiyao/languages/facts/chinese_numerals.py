"""Chinese numerals as numbers: 二十, 二〇二三, 3.5万, 两亿三千万, 十二点五, 廿, 贰佰."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

DIGITS = {each: value for value, each in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"廿": 20, "卅": 30}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
"""The forms of cheques. Some are words of their own elsewhere (队伍, 陆地)."""

HAN = "零〇一二两三四五六七八九十百千万亿廿卅"
SCALE = {**SMALL, **LARGE}
FIGURE = frozenset("0123456789.")


@lru_cache(maxsize=4096)
def chinese_number(words: str) -> Fraction | None:
    """The number that the words name, in Chinese characters, in figures, or in both; None where they name none."""
    words = words.translate(FORMAL).replace(",", "")
    if not words:
        return None
    whole, point, decimals = words.partition("点")
    if point:
        return _decimal(whole, decimals)
    if all(each in DIGITS for each in words):
        return Fraction(int("".join(str(DIGITS[each]) for each in words)))
    return _structured(words)


def scale_of(words: str) -> int:
    """The factor of characters like 百万 that stand behind a number; 1 of none."""
    factor = 1
    for each in words:
        factor *= SCALE[each]
    return factor


def _decimal(whole: str, decimals: str) -> Fraction | None:
    """十二点五, 三点五万: the decimals may carry a scale."""
    digits = decimals.rstrip("百千万亿")
    before = chinese_number(whole)
    if before is None or not digits or not all(each in DIGITS for each in digits):
        return None
    behind = Fraction(int("".join(str(DIGITS[each]) for each in digits)), 10 ** len(digits))
    return (before + behind) * scale_of(decimals[len(digits) :])


def _structured(words: str) -> Fraction | None:
    """By the largest scale first: what stands before it counts it, what stands behind it is added."""
    for large in ("亿", "万"):
        before, found, behind = words.rpartition(large)
        if found:
            return _joined(_structured(before) if before else Fraction(1), LARGE[large], behind)
    return _below_ten_thousand(words)


def _joined(count: Fraction | None, scale: int, behind: str) -> Fraction | None:
    rest = _rest(behind, scale)
    return None if count is None or rest is None else count * scale + rest


def _rest(words: str, scale: int) -> Fraction | None:
    """What stands behind a scale; a single digit counts its tenths (一万五 is 15,000)."""
    if len(words) == 1 and words in DIGITS and words not in "零〇":
        return Fraction(DIGITS[words] * scale, 10)
    return _structured(words) if words else Fraction(0)


def _below_ten_thousand(words: str) -> Fraction | None:
    if FIGURE.issuperset(words):
        return _figures(words)
    words = words.lstrip("零〇") or "零"
    for scale in ("千", "百"):
        before, found, behind = words.rpartition(scale)
        if found:
            return _joined(_below_ten_thousand(before) if before else Fraction(1), SCALE[scale], behind)
    return _below_hundred(words)


def _figures(words: str) -> Fraction | None:
    if words.isdigit():
        return Fraction(int(words))
    return Fraction(words) if words.count(".") == 1 and words != "." else None


def _below_hundred(words: str) -> Fraction | None:
    before: int | None
    if words[0] in TENS:
        before, behind = TENS[words[0]], words[1:]
    elif "十" in words:
        tens, _, behind = words.partition("十")
        before = _digit(tens or "一", 10)
    else:
        before, behind = 0, words
    ones = _digit(behind or "零")
    return None if before is None or ones is None else Fraction(before + ones)


def _digit(word: str, scale: int = 1) -> int | None:
    digit = int(word) if word.isascii() and word.isdigit() else DIGITS.get(word)
    return None if digit is None else digit * scale
