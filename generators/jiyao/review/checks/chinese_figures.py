"""Numbers, dates and headings of Chinese texts (GB/T 15835-2011; GB/T 9704-2012, 7.2.5, 7.3.3, 7.3.5.4)."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from jiyao.problems import Binding, Edit, Finding, Severity, check, message
from jiyao.review.checks.patterns import hits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Text

WARN, NOTE, STANDARD, PRACTICE = Severity.WARNING, Severity.NOTE, Binding.STANDARD, Binding.PRACTICE

NUMERAL = "一二三四五六七八九十"
FILE_NUMBER = re.compile(r"[\[［【]((?:19|20)\d\d)[\]］】](?=\s*\d+号)")
ROUND_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff])[（(](?:19|20)\d\d[)）]\s*\d+号")
ODD_NUMBER = re.compile(r"〔\d{2}〕\s*\d+号|〔\d{4}〕\s*(?:0\d*|第\d+)号")
LEVELS = (
    re.compile(rf"([{NUMERAL}]+)、"),
    re.compile(rf"（([{NUMERAL}]+)）"),
    re.compile(r"(\d{1,2})[.．](?!\d)"),
    re.compile(r"（(\d{1,2})）"),
)
"""How headings and items are numbered, from the first level down (7.3.3)."""
WRONG_LEVEL = re.compile(
    rf"^[　 ]*(?:[{NUMERAL}]{{1,3}}[.．](?!\d)|（[{NUMERAL}]{{1,3}}）、|\d{{1,2}}、(?!\d)"
    r"|[（(]\d{1,2}[）)]、|\(\d{1,2}\))",
    re.MULTILINE,
)
ALONE = re.compile(rf"^[　 ]*(?:[{NUMERAL}]+、|（[{NUMERAL}]+）)关于[^，。；：\n]{{2,30}}。$", re.MULTILINE)
PADDED = re.compile(r"(?<=\d{4}年)0\d月|(?<=月)0\d日")
SHORT_YEAR = re.compile(r"(?<![\d.第])\d\d年(?=\d{1,2}月\d{1,2}日)")
HANZI_YEAR = re.compile("二[〇○零][〇○零一二三四五六七八九]{2}年")
DOTTED = re.compile(
    r"(?<![\d.A-Za-z/-])(?:19|20)\d\d[./-](?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|[12]\d|3[01])(?![\d.A-Za-z/-])"
)
DAY_AS_SAID = re.compile(r"(?<=\d月)(\d{1,2})号(?![楼院线台机井库桥文])")
WEEKDAY_FIGURE = re.compile("(?:星期|周)[1-7](?![0-9号])")
WEEKDAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日[（(]?(?:星期|周)([一二三四五六日天])")
WEEKDAYS = "一二三四五六日"
YEARS = re.compile(r"((?:19|20)\d\d)[-~～](?=(?:19|20)\d\d年)")
PER_CENT = re.compile(r"(?<![\d.])\d+(?:\.\d+)?[～~](?=\d+(?:\.\d+)?[%％])")
MAGNITUDE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?[～~-](?=\d+(?:\.\d+)?[万亿])")
WIDE_FIGURES = re.compile("[０-９]+")
BARE_POINT = re.compile(r"(?<![A-Za-z0-9_.])\.\d")
MEASURED = re.compile(
    "(?<![第几数十百千万亿半一二两三四五六七八九])[一二两三四五六七八九][十百千万亿一二三四五六七八九]{0,6}(?:余|多)?"
    "(?:吨|公里|千米|平方米|立方米|公斤|千克|公顷|万元|亿元|摄氏度|千瓦)"
)
IDIOM = re.compile("最后一公里|[一二三四五六七八九][二三四五六七八九](?:[十百千万]|[^十百千万亿])")
APPROXIMATE = re.compile(
    rf"(?<![第、\n{NUMERAL}])([{NUMERAL[:8]}])、([{NUMERAL[1:9]}])(?=[个天名人次倍家条项十百千万])"
)
ORDINALS = re.compile("(?<![第、十百千])一二(?:三|三四)?(?=等奖|季度|年级)")
FIXED = re.compile(
    "(?<![0-9.])1(?=律|致认为|直以来|切从|如既往|定要)|(?<![0-9.])[2-9](?=个意识|个自信|个维护|个全面|农问题|位一体总)"
)


@check("Z101", "format", severity=WARN, binding=STANDARD)
def number_of_a_document(text: Text) -> Iterator[Finding]:
    """A document's number: its full year in 〔〕, no 第, no zero in front: 示检会〔2023〕5号 (GB/T 9704, 7.2.5)."""
    for found in FILE_NUMBER.finditer(text.zh):
        place = text.zh_origin.part(found.start(), found.end())
        said = message("the year of a document's number stands in 〔〕: {found}", found=found[0])
        yield Finding(place, said, None, (Edit(place, f"〔{found[1]}〕"),))
    for found in ROUND_NUMBER.finditer(text.zh):
        place = text.zh_origin.part(found.start(), found.end())
        yield Finding(place, message("the year of a document's number stands in 〔〕: {found}", found=found[0]))
    for words, place in hits(text, ODD_NUMBER):
        said = message("no document has such a number: {found}", found=words)
        yield Finding(place, said, message("right: 〔2023〕5号"))


@check("Z102", "format", severity=WARN, binding=STANDARD)
def form_of_numbers(text: Text) -> Iterator[Finding]:
    """Headings and items are numbered 一、 （一） 1. （1）, with these marks and no others (GB/T 9704-2012, 7.3.3)."""
    for words, place in hits(text, WRONG_LEVEL):
        said = message("a heading is not numbered so: {found}", found=words.strip("　 "))
        yield Finding(place, said, message("right: 一、 （一） 1. （1）"))


@check("Z103", "format", severity=NOTE, binding=PRACTICE)
def numbers_in_order(text: Text) -> Iterator[Finding]:
    """Numbers of headings and items leave none out and come once; below a new heading they begin anew."""
    last: dict[int, int] = {}
    start = 0
    for line in text.zh.split("\n"):
        bare = line.lstrip("　 ")
        for level, pattern in enumerate(LEVELS):
            if found := pattern.match(bare):
                number = _number(found[1])
                before = last.get(level)
                if before is not None and number not in {1, before + 1}:
                    at = start + len(line) - len(bare)
                    said = message("{found} comes after number {before}", found=found[0], before=before)
                    yield Finding(text.zh_origin.part(at, at + found.end()), said)
                last = {each: value for each, value in last.items() if each < level} | {level: number}
                break
        start += len(line) + 1


def _number(written: str) -> int:
    """1 to 99, in Arabic or Chinese numerals; the order alone counts."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    value = NUMERAL.index(ones) + 1 if ones and ones in NUMERAL else 0
    if not ten:
        return value
    return (NUMERAL.index(tens) + 1 if tens and tens in NUMERAL else 1) * 10 + value


@check("Z104", "format", severity=NOTE, binding=PRACTICE)
def heading_with_a_stop(text: Text) -> Iterator[Finding]:
    """A heading on a line of its own ends without a mark; an item that is a sentence ends with one."""
    for found in ALONE.finditer(text.zh):
        yield Finding(text.zh_origin.part(found.end() - 1, found.end()), message("a heading ends without a mark"))


@check("Z106", "format", severity=WARN, binding=STANDARD)
def form_of_a_date(text: Text) -> Iterator[Finding]:
    """A date has Arabic numerals, its full year and no zero in front: 2023年3月7日 (GB/T 9704-2012, 7.3.5.4)."""
    for pattern in (PADDED, SHORT_YEAR, HANZI_YEAR, DOTTED, DAY_AS_SAID):
        for words, place in hits(text, pattern):
            said = message("a date is not written so: {found}", found=words)
            yield Finding(place, said, message("right: 2023年3月7日"))


@check("Z107", "format", severity=WARN, binding=STANDARD)
def weekday(text: Text) -> Iterator[Finding]:
    """A day of the week is a word (星期五), and the one of its date (GB/T 15835-2011)."""
    for words, place in hits(text, WEEKDAY_FIGURE):
        yield Finding(place, message("a day of the week is a word: {found}", found=words))
    for found in WEEKDAY.finditer(text.zh):
        try:
            day = dt.date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            continue
        if (right := WEEKDAYS[day.weekday()]) != found[4].replace("天", "日"):
            said = message("that day was a 星期{right}: {found}", right=right, found=found[0])
            yield Finding(text.zh_origin.part(found.start(), found.end()), said)


@check("Z115", "format", severity=WARN, binding=STANDARD)
def about_so_many(text: Text) -> Iterator[Finding]:
    """Two numbers that mean about so many stand side by side: 三四个月 (GB/T 15834-2011, 4.5)."""
    for found in APPROXIMATE.finditer(text.zh):
        if NUMERAL.index(found[2]) == NUMERAL.index(found[1]) + 1:
            said = message("about so many goes without 、: {found}", found=found[0])
            yield Finding(text.zh_origin.part(found.start(), found.end()), said)


@check("Z116", "format", severity=WARN, binding=STANDARD)
def ordinals_listed(text: Text) -> Iterator[Finding]:
    """Ordinals that are listed keep their 、: 一、二等奖 (GB/T 15834-2011, 4.5)."""
    for words, place in hits(text, ORDINALS):
        yield Finding(place, message("ordinals that are listed keep their 、: {found}", found=words))


@check("Z117", "format", severity=WARN, binding=STANDARD)
def ranges(text: Text) -> Iterator[Finding]:
    """From year to year stands —; each number of a range has its % or 万: 2026—2030年, 10%～15% (GB/T 15835-2011)."""
    for pattern, right in ((YEARS, "2026—2030年"), (PER_CENT, "10%～15%"), (MAGNITUDE, "3万～5万元")):
        for words, place in hits(text, pattern):
            said = message("a range is not written so: {found}…", found=words)
            yield Finding(place, said, message("right: {right}", right=right))


@check("Z118", "format", severity=WARN, binding=STANDARD)
def figures(text: Text) -> Iterator[Finding]:
    """What is measured stands in half-width Arabic numerals: 5吨, 12.5% (GB/T 15835-2011, 4.1.1)."""
    for found in WIDE_FIGURES.finditer(text.zh):
        place = text.zh_origin.part(found.start(), found.end())
        narrow = "".join(chr(ord(each) - ord("０") + ord("0")) for each in found[0])
        yield Finding(place, message("full-width numerals: {found}", found=found[0]), None, (Edit(place, narrow),))
    for words, place in hits(text, BARE_POINT):
        yield Finding(place, message("a number begins with its point: {found}", found=words))
    for found in MEASURED.finditer(text.zh):
        if not IDIOM.search(text.zh[max(0, found.start() - 2) : found.end()]):
            said = message("what is measured stands in Arabic numerals: {found}", found=found[0])
            yield Finding(text.zh_origin.part(found.start(), found.end()), said)


@check("Z119", "format", severity=WARN, binding=STANDARD)
def words_with_numbers(text: Text) -> Iterator[Finding]:
    """Words that hold a number keep it in characters: 一律, “四个意识” (GB/T 15835-2011)."""
    for found in FIXED.finditer(text.zh):
        said = message("a word keeps its number in characters: {found}", found=text.zh[found.start() : found.end() + 2])
        yield Finding(text.zh_origin.part(found.start(), found.end()), said)


CHECKS = (
    number_of_a_document,
    form_of_numbers,
    numbers_in_order,
    heading_with_a_stop,
    form_of_a_date,
    weekday,
    about_so_many,
    ordinals_listed,
    ranges,
    figures,
    words_with_numbers,
)
