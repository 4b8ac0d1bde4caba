"""Marks of the English text: full-width ones, brackets and quotes that do not close, ends, blanks, words said twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.problems import Binding, Finding, Severity, check, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Text

FULL_WIDTH = re.compile(r"[，。；：？！、（）【】《》〈〉「」『』　～]|[\uff10-\uff5a]")
CLOSES = {")": "(", "]": "[", "”": "“"}
END_ZH = {"。": ".!?;", "？": "?", "！": "!.", "；": ";.,", "：": ":.,"}
TWICE = re.compile(r"\b([A-Za-z]+)[ \t]+\1\b", re.IGNORECASE)
MEANT_TWICE = {"had", "that"}
BLANKS = re.compile(
    r"(?<=\S)[ \t]{2,}(?=\S)|[ \t]+(?=[,;:!?)](?:\s|$))|[ \t]+(?=\.(?:\s|$))|\( +"
    r"|(?<=[a-z]{2}),(?=[A-Za-z]{2})|(?<=[a-z]{3})\.(?=[A-Z][a-z])"
)
DOUBLED = re.compile(r",,|;;|(?<!\.)\.\.(?!\.)|,\.|\.,(?<![A-Za-z]\.,)|;\.|\?\?|!!")


@check("B131", "characters", binding=Binding.STANDARD)
def full_width_marks(text: Text) -> Iterator[Finding]:
    """English is set with English marks: no ，。；：（）《》, no ideographic blank, no full-width digit."""
    if found := FULL_WIDTH.search(text.en):
        said = message("Chinese mark in the English: {mark}", mark=found[0])
        yield Finding(text.en_origin.part(found.start(), found.end()), said)


@check("B132", "typographical", binding=Binding.STANDARD)
def marks_pair_up(text: Text) -> Iterator[Finding]:
    """Each bracket and quotation mark of the English text that opens also closes."""
    opened: list[tuple[str, int]] = []
    numbered = {each.end() - 1 for each in re.finditer(r"(?:^|\s)(?:\d+|[a-z]|[ivx]+)\)", text.en)}
    for at, mark in enumerate(text.en):
        if mark in CLOSES.values():
            opened.append((mark, at))
        elif mark in CLOSES and (opened or at not in numbered):
            if not opened or opened[-1][0] != CLOSES[mark]:
                yield Finding(text.en_origin.part(at, at + 1), message("`{mark}` closes nothing", mark=mark))
                return
            opened.pop()
    if opened:
        mark, at = opened[-1]
        yield Finding(text.en_origin.part(at, at + 1), message("`{mark}` does not close", mark=mark))
    elif text.en.count('"') % 2:
        at = text.en.index('"')
        yield Finding(text.en_origin.part(at, at + 1), message("`{mark}` does not close", mark='"'))


@check("B133", "typographical", severity=Severity.WARNING, binding=Binding.PRACTICE)
def same_end(text: Text) -> Iterator[Finding]:
    """A sentence that ends in Chinese ends in English, and a question stays one."""
    zh, en = text.zh.rstrip("”’）》 \n"), text.en.rstrip('”’")] \n')
    if not zh or not en:
        return
    wanted = END_ZH.get(zh[-1])
    if wanted and en[-1] not in wanted:
        yield Finding(text.en_origin.part(len(en) - 1, len(en)), message("the Chinese ends with {mark}", mark=zh[-1]))


@check("B134", "duplication", severity=Severity.WARNING)
def word_twice(text: Text) -> Iterator[Finding]:
    """A word that stands twice in a row was mostly written twice by mistake."""
    for found in TWICE.finditer(text.en):
        if found[1].lower() not in MEANT_TWICE and found[0].islower() | (found[1] != found[0].split()[-1]):
            said = message("“{words}” says a word twice", words=found[0])
            yield Finding(text.en_origin.part(found.start(), found.end()), said)
            return


@check("B135", "whitespace", severity=Severity.WARNING)
def blanks_around_marks(text: Text) -> Iterator[Finding]:
    """One blank stands between words, none before a mark, one behind a comma or full stop."""
    if found := BLANKS.search(text.en):
        place = text.en_origin.part(found.start(), found.end() + 1)
        yield Finding(place, message("blanks: too many, or missing, near “{near}”", near=_near(text.en, found.start())))


@check("B136", "typographical", severity=Severity.WARNING)
def mark_twice(text: Text) -> Iterator[Finding]:
    """Two marks stand in a row where one is meant: `..`, `,,`, `,.`."""
    if found := DOUBLED.search(text.en):
        yield Finding(
            text.en_origin.part(found.start(), found.end()), message("two marks in a row: `{mark}`", mark=found[0])
        )


def _near(text: str, at: int) -> str:
    return text[max(0, at - 10) : at + 10].strip()
