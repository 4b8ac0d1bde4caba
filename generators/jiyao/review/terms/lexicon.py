"""The built-in terms and calques, each with its source, and where a text has them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Term(NamedTuple):
    """A Chinese term, and every English rendering that is accepted; the first is the one that is suggested."""

    zh: str
    english: tuple[str, ...]
    source: str = ""


class Calque(NamedTuple):
    """A rendering word for word: what sets it off in Chinese, how it looks in English, what to write instead."""

    zh: re.Pattern[str]
    english: re.Pattern[str]
    better: str
    source: str = ""


@cache
def official_terms() -> tuple[Term, ...]:
    """The terms that come with the program; status `official`, so that a text without them gets a warning."""
    return tuple(Term(zh, tuple(en.split("|")), source) for zh, en, source in _rows("official.tsv"))


@cache
def known_terms() -> tuple[tuple[str, Term], ...]:
    """More terms, to be looked up and not asked for, each with its status: observed, or from no official source."""
    return tuple((status, Term(zh, tuple(en.split("|")), source)) for zh, en, status, source in _rows("known.tsv"))


@cache
def calques() -> tuple[Calque, ...]:
    """The calques that come with the program."""
    return tuple(
        Calque(re.compile(zh), re.compile(en, re.IGNORECASE), better, source)
        for zh, en, better, source in _rows("calques.tsv")
    )


def terms_in(zh: str, terms: tuple[Term, ...]) -> Iterator[Term]:
    """The terms of a Chinese text, leftmost and longest first: where 基层党组织 stands, 党组 does not."""
    by_name = {each.zh: each for each in terms}
    for name in dict.fromkeys(_names(terms).findall(zh)):
        yield by_name[name]


def says(en: str, rendering: str) -> bool:
    """Whether an English text has a rendering: plural, possessive, -ing, -ed, hyphens and capitals are free."""
    return rendering_in(en, rendering) is not None


def rendering_in(en: str, rendering: str) -> re.Match[str] | None:
    """Where an English text has a rendering first, as `says` has it."""
    return _rendering(rendering).search(en)


@cache
def _names(terms: tuple[Term, ...]) -> re.Pattern[str]:
    longest = sorted((each.zh for each in terms), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)) or r"(?!)")


@cache
def _rendering(rendering: str) -> re.Pattern[str]:
    words = (each.replace("’", "'") for each in re.split(r"[\s-]+", rendering))
    inflected = r"[\s-]?".join(_inflected(each).replace("'", "['’]?") for each in words if each)
    # Not \b: a rendering may end with a bracket.
    return re.compile(rf"(?<!\w){inflected}(?!\w)" if inflected else r"(?!)", re.IGNORECASE)


def _inflected(word: str) -> str:
    """A pattern for a word and its regular forms: party, parties, party's; promote, promoting; plan, planned."""
    stem, last = re.escape(word[:-1]), word[-1]
    if re.search(r"[^aeiou']y$", word, re.IGNORECASE):
        forms = rf"{stem}(?:y|ies|ied|ying)"
    elif last in "eE":
        forms = rf"{stem}(?:e[sd]?|e?ing)"
    elif re.search(r"[^aeiou][aeiou][bdgklmnprt]$", word, re.IGNORECASE):
        forms = rf"{re.escape(word)}(?:e?s|y|ies|{last}?(?:ing|ed))?"
    else:
        forms = rf"{re.escape(word)}(?:e?s|y|ies|ing|ed)?"
    return forms + "(?:'s|')?"


def _rows(name: str) -> Iterator[list[str]]:
    lines = files("jiyao.review.terms").joinpath(name).read_text("utf-8").splitlines()
    yield from (line.split("\t") for line in lines[1:])
