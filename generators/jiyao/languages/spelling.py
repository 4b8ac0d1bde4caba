"""Names that look misspelt: for two names, and for one among thousands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from jiyao.languages.names import is_chinese_name

CONFUSED_SOUNDS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"), ("f", "h"))
"""Sounds that a typist's ear or dialect takes for one another."""

NEARLY = 0.8
"""How alike two longer names must be, from 0 to 1, to be taken for one another."""

SHORTEST_LONG = 4
"""Shorter names that are not Chinese differ too easily to be guessed at."""

ANSWERS_KEPT = 4096
"""Answers of `KnownNames` that are kept; a batch asks for thousands of names, and mostly for the same ones."""

NUMERALS = frozenset("一二三四五六七八九十0123456789")


def is_misspelt(name: str, known: str) -> bool:
    """Whether `name` looks like a misspelling of `known`, another name.

    Chinese names: of the same length, mostly the same characters, and the rest sounds alike (陈林, 陈玲).
    Names of units and Latin names: nearly the same letters, and no other numeral (第一检察部 is not 第二检察部).
    """
    if not name or not known or name in known or known in name:
        return False  # 办公室 of an office is another unit, not a slip of the pen
    if is_chinese_name(name) and is_chinese_name(known):
        return len(name) == len(known) and _shared(name, known) * 2 >= len(name) and _sound(name) == _sound(known)
    shorter, longer = sorted((len(name), len(known)))
    if shorter < SHORTEST_LONG or 2 * shorter < NEARLY * (shorter + longer):
        return False  # so different in length cannot be alike; a whole page in the place of a name costs nothing
    if NUMERALS & set(name) != NUMERALS & set(known):
        return False
    # Here, since only names that are nearly alike need it.
    from difflib import SequenceMatcher

    return SequenceMatcher(None, name.casefold(), known.casefold()).ratio() >= NEARLY


def _shared(name: str, known: str) -> int:
    return sum(a == b for a, b in zip(name, known, strict=True))


@lru_cache(maxsize=4096)
def _sound(name: str) -> str:
    from pypinyin import lazy_pinyin

    sound = " ".join(lazy_pinyin(name))
    for heard, written in CONFUSED_SOUNDS:
        sound = sound.replace(heard, written)
    return sound


class KnownNames:
    """Names among which the one is found that another looks like a misspelling of.

    The answer is that of `is_misspelt` for each of them in turn. Asking so is names times names, so the names are
    kept by what two names that look alike must share, and only those that share it are compared.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(name for name in dict.fromkeys(names) if name)
        self._longest = max(map(len, self._names), default=0)
        self._chinese: dict[Hashable, list[int]] = {}
        self._letters: dict[Hashable, list[int]] = {}
        self._sizes = [len(name.casefold()) for name in self._names]
        for number, name in enumerate(self._names):
            _add(self._chinese, _heard(name), number)
            _add(self._letters, _letters(name), number)
        # Names come again and again, but those that nobody knows have no end.
        self._answer = lru_cache(ANSWERS_KEPT)(self._first_alike)

    def misspelt(self, name: str) -> str:
        """The first of the names that `name` looks like a misspelling of; "" where it looks like none."""
        if 2 * self._longest < NEARLY * (self._longest + len(name)):
            return ""
        return self._answer(name)

    def _first_alike(self, name: str) -> str:
        plausible = sorted({*self._sounding_like(name), *self._spelt_like(name)})
        return next((self._names[number] for number in plausible if is_misspelt(name, self._names[number])), "")

    def _sounding_like(self, name: str) -> Iterator[int]:
        for key in _heard(name):
            # All but the name itself look alike, so the first two are enough.
            yield from self._chinese.get(key, [])[:2]

    def _spelt_like(self, name: str) -> Iterator[int]:
        """Those with so many letters in common, in whatever order, that they may be alike."""
        common: Counter[int] = Counter()
        for letter in _letters(name):
            common.update(self._letters.get(letter, ()))
        size = len(name.casefold())
        return (number for number, count in common.items() if 2 * count >= NEARLY * (size + self._sizes[number]))


def _add(index: dict[Hashable, list[int]], keys: Iterable[Hashable], number: int) -> None:
    for key in keys:
        index.setdefault(key, []).append(number)


def _heard(name: str) -> Iterator[Hashable]:
    """What a Chinese name and its misspelling have in common: their sound, and half of their characters in place."""
    if is_chinese_name(name):
        for kept in combinations(enumerate(name), (len(name) + 1) // 2):
            yield len(name), _sound(name), kept


def _letters(name: str) -> Iterator[Hashable]:
    """The letters of a longer name, a second `a` told from the first; a short name is never spelt like another."""
    seen: Counter[str] = Counter()
    for letter in name.casefold() if len(name) >= SHORTEST_LONG else "":
        seen[letter] += 1
        yield letter, seen[letter]
