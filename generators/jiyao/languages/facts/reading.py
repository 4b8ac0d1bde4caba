"""Facts out of a text: at each place where one may begin, the readers of the language are asked in turn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jiyao.languages.facts.readers import NO_FACT, Reader
from jiyao.languages.facts.values import Fact, Value
from jiyao.languages.text import Language

PLAIN = str.maketrans("０１２３４５６７８９％．：／－［］（）～　’\u00a0\u202f", "0123456789%.:/-[]()~ '  ")
"""Full-width forms, each by one character, so that places in the text stay."""


@dataclass(frozen=True, slots=True)
class Readers:
    """The readers of one language, and where in a text they are asked."""

    by_start: dict[str, tuple[Reader, ...]]
    """By how a fact may begin: a character, a lower-case word, 0 for any figure."""
    beginnings: re.Pattern[str]


def read_facts(text: str, language: Language) -> tuple[Fact, ...]:
    """The facts of a text, in its order and without overlap."""
    plain = text.translate(PLAIN)
    if language is Language.ZH:
        from jiyao.languages.facts.chinese import normal
    else:
        from jiyao.languages.facts.english import normal
    return tuple(_fact(value, text, *span) for value, span in _read(normal(plain), _readers(language)))


def _read(text: str, readers: Readers) -> Iterator[tuple[Value, tuple[int, int]]]:
    asked: dict[str, list[Reader]] = {}
    at = 0
    for begin in readers.beginnings.finditer(text):
        if begin.start() < at:
            continue
        start = _start(begin[0])
        if start not in asked:
            asked[start] = [reader for reader in readers.by_start.get(start, ()) if reader.may_be_in(text)]
        for reader in asked[start]:
            found = reader.match(text, begin.start())
            value = reader.read(found) if found else None
            if found and value is not None:
                at = found.end()
                if value is not NO_FACT:
                    yield value, found.span()
                break


def _fact(value: Value, text: str, start: int, end: int) -> Fact:
    words = text[start:end].rstrip()
    return Fact(value, start, start + len(words), words)


def _start(begin: str) -> str:
    return "0" if begin in "0123456789" else begin


@cache
def _readers(language: Language) -> Readers:
    if language is Language.ZH:
        from jiyao.languages.facts.chinese import readers
    else:
        from jiyao.languages.facts.english import readers
    table: dict[str, list[Reader]] = {}
    for reader in readers():
        for start in reader.starts:
            table.setdefault(start, []).append(reader)
    signs = "".join(re.escape(start) for start in table if len(start) == 1)
    words = r"|(?<!\w)[A-Za-z]+" if language is Language.EN else ""
    figure = r"(?<![\w.,])[0-9]" if language is Language.EN else "[0-9]"
    return Readers({start: tuple(each) for start, each in table.items()}, re.compile(f"{figure}{words}|[{signs}]"))
