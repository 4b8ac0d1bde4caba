"""Terms of the office's own table: renderings that it has decided, and those that it does not want."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jiyao.problems import Binding, Finding, Message, Problem, Severity, message, problem
from jiyao.review.terms.lexicon import Term, official_terms, rendering_in, says, terms_in
from jiyao.review.terms.table import Entry, TermStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Text
    from jiyao.review.checks.known import Known

BODIES = frozenset(("committee", "commission", "congress", "conference", "group", "bureau", "court"))
QUOTED = re.compile(r"《[^》]*》|“[^”]*”")


def terms(text: Text, known: Known) -> Iterator[Problem]:
    """Terms that are rendered otherwise than the office, or an official source, renders them.

    What stands in quotes is a title with words of its own. The longest term counts: where 基层党组织 stands, 党组 does
    not. What the table says of a term counts instead of what comes with the program.
    """
    own, every = _lexicon(known.terms)
    for term in terms_in(QUOTED.sub("", text.zh), every):
        if entry := own.get(term.zh):
            yield from _of_table(text, entry)
        elif not any(says(text.en, each) or _in_short(each, text.en) for each in term.english):
            yield official_term(text, term)


@lru_cache(maxsize=64)
def _lexicon(table: tuple[Entry, ...]) -> tuple[dict[str, Entry], tuple[Term, ...]]:
    """The terms of a table by their Chinese, and all terms, those of the program among them."""
    own = {each.zh: each for each in table}
    built_in = tuple(each for each in official_terms() if each.zh not in own)
    return own, (*built_in, *(Term(each.zh, each.english) for each in table))


def _in_short(rendering: str, en: str) -> bool:
    """Whether a body is called by what it is ("the committee"), as English does once it has been named."""
    head = rendering.rsplit(maxsplit=1)[-1]
    said = rf"\b(?:the|its|committee) {head}\b|\b{head} members?\b"
    return head in BODIES and re.search(said, en, re.IGNORECASE) is not None


def _of_table(text: Text, entry: Entry) -> Iterator[Problem]:
    for each in entry.forbidden:
        # A wanted rendering may hold the words of one that is not.
        rest = text.en
        for wanted in entry.english:
            if found := rendering_in(rest, wanted):
                rest = rest[: found.start()] + " " * len(found[0]) + rest[found.end() :]
        if found := rendering_in(rest, each):
            yield _UNWANTED[entry.status](text, (found.start(), found.end()), found[0], entry)
            return
    if entry.english and not any(says(text.en, each) for each in entry.english):
        yield _OTHERWISE[entry.status](text, entry)


@problem("B141", "terminology", severity=Severity.WARNING, binding=Binding.PRACTICE)
def official_term(text: Text, term: Term) -> Finding:
    """An official term is rendered as the sources that it comes from render it.

    What stands in quotes is a title with words of its own. The longest term counts: where 基层党组织 stands,
    党组 does not. Plurals, hyphens and capitals are free. A row of the workspace's `terms.csv` counts instead.
    """
    said = message("{zh} is rendered otherwise than {en}", zh=term.zh, en=f"“{term.english[0]}”")
    return Finding(text.en_origin.place, said, message("source: {source}", source=term.source))


@problem("B143", "terminology", binding=Binding.PRACTICE)
def house_term(text: Text, entry: Entry) -> Finding:
    """A term that the office has decided (status `house` in `terms.csv`) is rendered as it stands there.

    党组 has three renderings that compete; an office uses one of them.
    """
    said = message("{zh} is “{en}” here; the English says otherwise", zh=entry.zh, en=entry.english[0])
    return Finding(text.en_origin.place, said, _source(entry))


@problem("B144", "terminology", binding=Binding.PRACTICE)
def forbidden_rendering(text: Text, at: tuple[int, int], words: str, entry: Entry) -> Finding:
    """A rendering that the office does not want (`forbidden` of a house term in `terms.csv`) stands in the English."""
    return _unwanted(text, at, words, entry)


def _unwanted(text: Text, at: tuple[int, int], words: str, entry: Entry) -> Finding:
    said = message("“{words}” is not wanted for {zh}", words=words, zh=entry.zh)
    better = message("better: {better}", better=entry.english[0]) if entry.english else None
    return Finding(text.en_origin.part(*at), said, better)


@problem("B168", "terminology", severity=Severity.WARNING, binding=Binding.PRACTICE)
def forbidden_officially(text: Text, at: tuple[int, int], words: str, entry: Entry) -> Finding:
    """A rendering that the table has as `forbidden` stands in the English; the term is an official one."""
    return _unwanted(text, at, words, entry)


@problem("B169", "terminology", severity=Severity.NOTE, binding=Binding.SUGGESTION)
def forbidden_elsewhere(text: Text, at: tuple[int, int], words: str, entry: Entry) -> Finding:
    """A `forbidden` rendering stands in the English; the term was only observed, or is from no official source."""
    return _unwanted(text, at, words, entry)


@problem("B145", "terminology", severity=Severity.WARNING, binding=Binding.PRACTICE)
def listed_term(text: Text, entry: Entry) -> Finding:
    """A term that the table has as official is rendered otherwise."""
    said = message("{zh} is rendered otherwise than {en}", zh=entry.zh, en=f"“{entry.english[0]}”")
    return Finding(text.en_origin.place, said, _source(entry))


@problem("B146", "terminology", severity=Severity.NOTE, binding=Binding.SUGGESTION)
def observed_term(text: Text, entry: Entry) -> Finding:
    """A term of the table that was only observed, or comes from no official source, is rendered otherwise."""
    said = message("{zh} is rendered otherwise than {en}", zh=entry.zh, en=f"“{entry.english[0]}”")
    return Finding(text.en_origin.place, said, _source(entry))


def _source(entry: Entry) -> Message | None:
    return message("source: {source}", source=entry.source) if entry.source else None


_OTHERWISE = {
    TermStatus.HOUSE: house_term,
    TermStatus.OFFICIAL: listed_term,
    TermStatus.OBSERVED: observed_term,
    TermStatus.UNOFFICIAL: observed_term,
}

_UNWANTED = {
    TermStatus.HOUSE: forbidden_rendering,
    TermStatus.OFFICIAL: forbidden_officially,
    TermStatus.OBSERVED: forbidden_elsewhere,
    TermStatus.UNOFFICIAL: forbidden_elsewhere,
}
