"""Marks of Chinese texts: full-width ones, quotes that pair up, none twice (GB/T 15834-2011)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.problems import Binding, Edit, Finding, Severity, check, message
from jiyao.review.checks.patterns import hits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Text

WARN, NOTE, STANDARD, PRACTICE = Severity.WARNING, Severity.NOTE, Binding.STANDARD, Binding.PRACTICE

HAN = "\u3400-\u9fff〇"
FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。", "(": "（", ")": "）"}
HALF = re.compile(rf"(?<=[{HAN}）》”])(?:[,;:!?](?=[{HAN}\s“《（0-9]|$)|\.(?=\s|$))", re.MULTILINE)
BRACKETS = re.compile(rf"(?<=[{HAN}])\(([^()\n]*)\)|\(([^()\n]*[{HAN}][^()\n]*)\)")
STRAIGHT = re.compile(rf'"(?=[{HAN}《])|(?<=[{HAN}》。！？])"')
DOTS = re.compile(rf"(?<=[{HAN}，）)》”])\.{{3,}}|。{{3,}}|(?<!…)…(?!…)")
STROKES = re.compile(rf"(?<=[{HAN}”》])-{{2,}}|-{{2,}}(?=[{HAN}“《])")
TWICE = re.compile(r"([，；：、])\1+|(?<!。)。。(?!。)")
CROWDED = re.compile(r"[，；、：][。；，、]|。[，；、：]")
BESIDE = re.compile("(?<=》)、(?=《)|(?<=”)、(?=“)")
BEFORE_ETC = re.compile(r"、(?=等(?![级额待候于同值比效第次份]))")
OPENS, CLOSES = {"“": "”", "‘": "’"}, {"”": "“", "’": "‘"}


@check("Z109", "typographical", severity=WARN, binding=STANDARD)
def half_width_mark(text: Text) -> Iterator[Finding]:
    """Beside Chinese characters stand full-width marks: ，。；：？！（） (GB/T 15834-2011).

    Not asked of foreign words, addresses of the network, figures (3.5, 9:30) and numbers of standards.
    """
    for found in HALF.finditer(text.zh):
        place = text.zh_origin.part(found.start(), found.end())
        said = message("half-width mark in Chinese: {mark}", mark=found[0])
        yield Finding(place, said, None, (Edit(place, FULL[found[0]]),))
    for found in BRACKETS.finditer(text.zh):
        edges = ((found.start(), "（"), (found.end() - 1, "）"))
        edits = tuple(Edit(text.zh_origin.part(at, at + 1), mark) for at, mark in edges)
        said = message("half-width brackets in Chinese: {words}", words=found[0])
        yield Finding(text.zh_origin.part(found.start(), found.end()), said, None, edits)


@check("Z110", "typographical", severity=WARN, binding=STANDARD)
def quotes_pair_up(text: Text) -> Iterator[Finding]:
    """Quotes are “ ”, within them ‘ ’; each that opens also closes, in its paragraph (GB/T 15834-2011, 4.8).

    A quotation of several paragraphs may open anew in each of them.
    """
    if found := STRAIGHT.search(text.zh):
        yield Finding(text.zh_origin.part(found.start(), found.end()), message("straight quotes in Chinese"))
    start = 0
    lines = text.zh.split("\n")
    for number, line in enumerate(lines):
        goes_on = number + 1 < len(lines) and lines[number + 1].lstrip("　 ").startswith("“")
        if (wrong := _unpaired(line)) is not None and not (goes_on and line[wrong] == "“"):
            place = text.zh_origin.part(start + wrong, start + wrong + 1)
            yield Finding(place, message("a quote without its other half: {mark}", mark=line[wrong]))
        start += len(line) + 1


def _unpaired(line: str) -> int | None:
    """Where a quote stands that does not pair up, the first that is wrong; None where all do."""
    opened: list[tuple[str, int]] = []
    for at, mark in enumerate(line):
        if mark in OPENS:
            if opened and opened[-1][0] == mark:
                return at
            opened.append((mark, at))
        elif mark in CLOSES:
            # An apostrophe of a foreign name is no quote.
            if mark == "’" and (not opened or opened[-1][0] != "‘"):
                continue
            if not opened or opened.pop()[0] != CLOSES[mark]:
                return at
    return opened[0][1] if opened else None


@check("Z111", "typographical", severity=WARN, binding=STANDARD)
def short_dots(text: Text) -> Iterator[Finding]:
    """An ellipsis has six dots (……), a dash is as wide as two characters (——) (GB/T 15834-2011, 4.10, 4.11)."""
    for pattern, mark in ((DOTS, "……"), (STROKES, "——")):
        for found in pattern.finditer(text.zh):
            place = text.zh_origin.part(found.start(), found.end())
            said = message("{found} instead of {mark}", found=found[0], mark=mark)
            yield Finding(place, said, None, (Edit(place, mark),))


@check("Z112", "typographical", severity=WARN, binding=STANDARD)
def mark_upon_mark(text: Text) -> Iterator[Finding]:
    """One mark is enough: no 。。, no ；。 (GB/T 15834-2011)."""
    for found in TWICE.finditer(text.zh):
        place = text.zh_origin.part(found.start(), found.end())
        said = message("a mark twice: {marks}", marks=found[0])
        yield Finding(place, said, None, (Edit(place, found[0][0]),))
    for found in CROWDED.finditer(text.zh):
        if found[0][0] != found[0][1]:
            place = text.zh_origin.part(found.start(), found.end())
            yield Finding(place, message("two marks where one is enough: {marks}", marks=found[0]))


@check("Z113", "typographical", severity=NOTE, binding=STANDARD)
def comma_between_titles(text: Text) -> Iterator[Finding]:
    """Between 《》 and 《》, or “” and “”, usually no 、 stands (GB/T 15834-2011, 4.5.3.5).

    It stands where something is between them: 《甲》（试行）、《乙》.
    """
    for _words, place in hits(text, BESIDE):
        yield Finding(place, message("、 between titles or quotations"))


@check("Z114", "typographical", severity=NOTE, binding=PRACTICE)
def comma_before_etc(text: Text) -> Iterator[Finding]:
    """No 、 stands before 等, which ends a list: 甲、乙等."""
    for _words, place in hits(text, BEFORE_ETC):
        yield Finding(place, message("、 before 等"))


CHECKS = (
    half_width_mark,
    quotes_pair_up,
    short_dots,
    mark_upon_mark,
    comma_between_titles,
    comma_before_etc,
)
