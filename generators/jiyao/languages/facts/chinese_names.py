"""Numerals in names, Chinese: documents, congresses, sessions, plans, slogans, and words that are no numbers."""

from __future__ import annotations

import re
from importlib.resources import files

from jiyao.languages.facts.chinese_numerals import DIGITS, HAN, chinese_number
from jiyao.languages.facts.readers import NO_FACT, NoFact, Reader, any_of, firsts, reader
from jiyao.languages.facts.values import Congress, DocumentNumber, Ordinal, Session, SetTerm, Value

NUMERAL = rf"(?:\d+|[{HAN}]+)"
DIGIT = "一二两三四五六七八九十"


def readers() -> tuple[Reader, ...]:
    """Those of names; they come first, for many names hold what else would be a number or a year."""
    idioms, slogans = _lines("idioms.zh.txt"), _lines("set_terms.zh.txt")
    return (
        reader("〔[(【", r"[〔\[(【](?:第)?((?:19|20)\d\d)年?[〕\])】]\s?第?(\d+)号", _document, "号"),
        reader("0", r"((?:19|20)\d\d)年第(\d+)[期号]", _document, "年第"),
        reader(
            ["第", "0", *HAN],
            rf"第?({NUMERAL})届[^，。；、\d]{{0,14}}?第?({NUMERAL})(?:次|中)(?:全会|全体会议|全体\(扩大\)会议|会议)",
            _session,
            "届",
        ),
        # 三届二次职工代表大会: the second session of the third congress.
        reader([*HAN, "0"], rf"({NUMERAL})届({NUMERAL})次(?!会议)", _session, "届"),
        reader("党十二", r"(?:党的)?(十[一二三四五六七八九]|二十[一二三]?)大(?![型量家力幅])", _congress, "大"),
        reader(["第"], rf"第({NUMERAL})次全国代表大会", _congress, "全国代表大会"),
        reader('“"十', r"[“\"]?(十[一二三四五六])五[”\"]?(?![十百千万亿\d个名人家项次天])", _plan, "五"),
        reader(firsts(slogans), any_of(slogans), _slogan),
        reader(firsts(idioms), f"(?:{any_of(idioms)})(?!钟)", lambda _: NO_FACT),
        reader(DIGIT, rf"([{DIGIT}])([^{HAN}\W\d])\1([^{HAN}\W\d])", _repeating),
        reader('“‘"', rf"[“‘\"](?=[{DIGIT}])[^\W\d]{{2,12}}[”’\"]", _quoted),
        reader("0", r"1\d{10}(?!\d)|0\d{2,3}-\d{7,8}(?!\d)", lambda _: NO_FACT),
    )


def _lines(name: str) -> list[str]:
    """The words of a list of this package; # begins a comment."""
    text = files("jiyao.languages.facts").joinpath(name).read_text("utf-8")
    return [word for line in text.splitlines() for word in line.partition("#")[0].split()]


def _number(words: str) -> int | None:
    number = chinese_number(words)
    return None if number is None or number.denominator != 1 else int(number)


def _document(found: re.Match[str]) -> Value:
    return DocumentNumber(int(found[1]), int(found[2]))


def _session(found: re.Match[str]) -> Value | None:
    term, number = _number(found[1]), _number(found[2])
    return Session(term, number) if term and number else None


def _congress(found: re.Match[str]) -> Value | None:
    number = _number(found[1])
    return Congress(number) if number else None


def _plan(found: re.Match[str]) -> Value | None:
    number = _number(found[1])
    return Ordinal(number) if number else None


def _slogan(found: re.Match[str]) -> Value:
    return SetTerm(tuple(DIGITS.get(each, 10) for each in found[0] if each in DIGIT))


def _repeating(found: re.Match[str]) -> Value | None:
    """六抓六促: one numeral before two verbs. 三人三天 counts."""
    return None if set(found[2] + found[3]) & set("个名人项次天年月日家件条场") else _slogan(found)


def _quoted(found: re.Match[str]) -> Value | NoFact | None:
    """“三个年”, “一号文件”: what stands in quotation marks and begins with a numeral is a name."""
    return None if set(found[0]) & set("百千万亿") or found[0][2] in "年月日" else _slogan(found)
