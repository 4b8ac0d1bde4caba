"""All checks of one text in both languages, and of the texts of a document together."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from jiyao.problems import Finding, Problem, Severity, message, problem
from jiyao.review.checks.counted import counted, links, weekday_of_the_day
from jiyao.review.checks.house_terms import terms
from jiyao.review.checks.known import NOTHING_KNOWN, Known
from jiyao.review.checks.marks import (
    blanks_around_marks,
    full_width_marks,
    mark_twice,
    marks_pair_up,
    same_end,
    word_twice,
)
from jiyao.review.checks.meaning import (
    left_in_chinese,
    much_longer,
    much_shorter,
    negation_added,
    negation_lost,
    sentence_lost,
)
from jiyao.review.checks.meeting_counts import check_counts
from jiyao.review.checks.named import named
from jiyao.review.checks.wording import calque

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiyao.languages.text import Text

CHECKS = (
    weekday_of_the_day,
    left_in_chinese,
    much_shorter,
    much_longer,
    negation_lost,
    negation_added,
    sentence_lost,
    full_width_marks,
    marks_pair_up,
    same_end,
    word_twice,
    blanks_around_marks,
    mark_twice,
    calque,
)
SHORT = 12
"""Shorter texts may be alike by chance."""


def check_pair(text: Text, known: Known = NOTHING_KNOWN) -> Iterator[Problem]:
    """What is wrong between the two languages of a text; nothing where it has only one."""
    if not (text.zh and text.en):
        return
    if text.zh.strip() == text.en.strip() and re.search(r"[㐀-鿿]", text.zh):
        yield same_as_source(text)
        return
    yield from counted(text, known)
    yield from links(text)
    yield from named(text, known)
    yield from terms(text, known)
    yield from check_counts(text, known.counts)
    for rule in CHECKS:
        yield from rule(text)


def check_pairs(texts: Sequence[Text], known: Known = NOTHING_KNOWN) -> Iterator[Problem]:
    """`check_pair` for each text, and whether the same text was translated in two ways, or two texts in one."""
    for text in texts:
        yield from check_pair(text, known)
    by_source, by_target = defaultdict[str, list["Text"]](list), defaultdict[str, list["Text"]](list)
    for text in texts:
        if text.zh and text.en:
            by_source[_plain(text.zh)].append(text)
            by_target[_plain(text.en)].append(text)
    for same in by_source.values():
        yield from (two_targets(each) for each in same[1:] if _plain(each.en) != _plain(same[0].en))
    for same in by_target.values():
        if len(_plain(same[0].en)) > SHORT:
            yield from (two_sources(each) for each in same[1:] if _plain(each.zh) != _plain(same[0].zh))


def _plain(text: str) -> str:
    """A text without its blanks and marks."""
    return re.sub(r"[\W_]+", "", text).casefold()


@problem("B151", "untranslated")
def same_as_source(text: Text) -> Finding:
    """The English text is no copy of the Chinese one."""
    return Finding(text.en_origin.place, message("the English is the Chinese text"))


@problem("B152", "inconsistency", severity=Severity.WARNING)
def two_targets(text: Text) -> Finding:
    """What reads alike in Chinese reads alike in English, within one document."""
    return Finding(text.en_origin.place, message("the same Chinese stands elsewhere with another English"))


@problem("B153", "inconsistency", severity=Severity.WARNING)
def two_sources(text: Text) -> Finding:
    """Two Chinese texts that differ do not have one English text: one of them was mostly pasted by mistake."""
    return Finding(text.en_origin.place, message("the same English stands elsewhere for another Chinese"))
