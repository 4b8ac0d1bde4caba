"""Good pairs stay silent; faults planted in them are found."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from good_pairs import FREE_PAIRS, KNOWN, PAIRS, PLANTS, good_pairs
from jiyao.languages.text import Text
from jiyao.review.checks.known import NOTHING_KNOWN, Known
from jiyao.review.checks.pairs import check_pair, check_pairs

SILENT = 0.98
FOUND, EACH_FOUND = 0.95, 0.85
SEED = 20230306


def spoilt_by(kind: str, dice: random.Random, file: Path = PAIRS) -> list[tuple[Text, Text]]:
    """Each good pair that the kind of fault can be planted in, and the same with the fault."""
    pairs = [(pair, PLANTS[kind](pair.en, dice)) for pair in good_pairs(file)]
    return [(pair, Text(pair.zh, en)) for pair, en in pairs if en is not None and en != pair.en]


def codes(pair: Text, known: Known) -> Counter[str]:
    return Counter(each.code for each in check_pair(pair, known))


def found(kind: str, file: Path = PAIRS, known: Known = KNOWN) -> tuple[int, int]:
    """How many planted faults bring a problem that the good pair has not, and how many there are."""
    planted = spoilt_by(kind, random.Random(f"{SEED}{kind}"), file)  # noqa: S311 (a seed, no secret)
    return sum(bool(codes(bad, known) - codes(good, known)) for good, bad in planted), len(planted)


def inconsistent() -> tuple[int, int]:
    """The same for a Chinese text that stands twice, the second time with another English."""
    pairs = good_pairs()
    twice = [Text(each.zh, pairs[index - 1].en) for index, each in enumerate(pairs)]
    hits = [any(p.category == "inconsistency" for p in check_pairs(both)) for both in zip(pairs, twice, strict=True)]
    return sum(hits), len(hits)


def test_there_are_at_least_300_good_pairs_and_none_stands_twice() -> None:
    pairs = good_pairs()
    assert len({each.zh for each in pairs}) == len(pairs) >= 300


def test_fewer_than_2_in_100_good_pairs_are_reported() -> None:
    pairs = good_pairs()
    silent = sum(not any(check_pair(each, KNOWN)) for each in pairs)
    assert silent / len(pairs) > SILENT


def test_fewer_than_2_in_100_free_translations_are_reported() -> None:
    pairs = good_pairs(FREE_PAIRS)
    assert len({each.zh for each in pairs}) == len(pairs) >= 300
    silent = sum(not any(check_pair(each)) for each in pairs)
    assert silent / len(pairs) > SILENT


def test_faults_planted_in_free_translations_are_found() -> None:
    results = [found(kind, FREE_PAIRS, NOTHING_KNOWN) for kind in PLANTS]
    assert sum(hits for hits, _ in results) / sum(planted for _, planted in results) >= FOUND


def test_good_pairs_are_consistent_with_each_other() -> None:
    assert not [each for each in check_pairs(good_pairs(), KNOWN) if each.category == "inconsistency"]


@pytest.mark.parametrize("kind", list(PLANTS))
def test_planted_faults_of_each_kind_are_found(kind: str) -> None:
    hits, planted = found(kind)
    assert planted >= 6
    assert hits / planted >= EACH_FOUND


def test_a_second_translation_of_the_same_text_is_found() -> None:
    hits, planted = inconsistent()
    assert hits / planted >= EACH_FOUND


def test_planted_faults_are_found_on_the_whole() -> None:
    results = [*map(found, PLANTS), inconsistent()]
    assert sum(hits for hits, _ in results) / sum(planted for _, planted in results) >= FOUND
