"""Facts out of a text: at each place where one may begin, the readers of the language are asked in turn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from jiyao.dataclass import dataclass
from jiyao.languages.facts.readers import NO_FACT, Reader, any_of
from jiyao.languages.facts.values import Fact, Value
from jiyao.languages.text import Language

PLAIN = str.maketrans("％．：∶／－［］（）～　’\u00a0\u202f", "%.::/-[]()~ '  ")
"""Full-width forms, each by one character, so that places in the text stay."""

FIGURES = "0123456789"
OTHER_FIGURE = re.compile(r"[^\D0-9]")
"""A figure of another script or width."""


@dataclass(frozen=True, slots=True)
class Readers:
    """The readers of one language, and where in a text they are asked."""

    every: tuple[Reader, ...]
    by_start: dict[str, tuple[Reader, ...]]
    """By how a fact may begin: a character, a word, a figure."""
    beginnings: re.Pattern[str]


def read_facts(text: str, language: Language) -> tuple[Fact, ...]:
    """The facts of a text, in its order and without overlap."""
    plain = OTHER_FIGURE.sub(lambda found: str(int(found[0])), text.translate(PLAIN))
    if language is Language.ZH:
        from jiyao.languages.facts.chinese import normal
    else:
        from jiyao.languages.facts.english import normal
    return tuple(_fact(value, text, *span) for value, span in _read(normal(plain), _readers(language)))


def _read(text: str, readers: Readers) -> Iterator[tuple[Value, tuple[int, int]]]:
    possible = {reader for reader in readers.every if reader.may_be_in(text)}
    at = 0
    for begin in readers.beginnings.finditer(text):
        start = begin.start()
        if start < at:
            continue
        for reader in readers.by_start[begin[0]]:
            found = reader.match(text, start) if reader in possible else None
            value = reader.read(found) if found else None
            if found and value is not None:
                at = found.end()
                if value is not NO_FACT:
                    yield value, found.span()
                break


def _fact(value: Value, text: str, start: int, end: int) -> Fact:
    words = text[start:end].rstrip()
    return Fact(value, start, start + len(words), words)


@cache
def _readers(language: Language) -> Readers:
    if language is Language.ZH:
        from jiyao.languages.facts.chinese import readers
    else:
        from jiyao.languages.facts.english import readers
    every = readers()
    table: dict[str, list[Reader]] = {}
    for reader in every:
        for start in reader.starts:
            for written in FIGURES if start == "0" else (start,):
                table.setdefault(written, []).append(reader)
    return Readers(every, {start: tuple(each) for start, each in table.items()}, re.compile(_beginnings(table)))


def _beginnings(starts: Iterable[str]) -> str:
    """A pattern of all beginnings: signs and characters anywhere, a word as a whole, a figure where a number begins."""
    by_letter: dict[str, list[str]] = {}
    for word in starts:
        if word[0].isascii() and word[0].isalpha():
            by_letter.setdefault(word[0], []).append(word[1:])
    words = "|".join(f"{letter}(?:{any_of(rests)})" for letter, rests in by_letter.items())
    signs = "".join(re.escape(start) for start in starts if not start.isascii() or not start.isalnum())
    figure = r"(?<![\d.,A-Za-z])(?<![A-Za-z]-)\d"  # not in A4, COVID-19
    return f"{figure}|[{signs}]" + (rf"|(?<!\w)(?:{words})(?![A-Za-z])" if words else "")
