"""A reader of one form of facts, and how alternatives of words are put into patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import Enum

from jiyao.languages.facts.values import Value


class NoFact(Enum):
    """What looks like a fact and is none: a word with a numeral in it."""

    IDIOM = "idiom"


NO_FACT = NoFact.IDIOM

Read = Callable[[re.Match[str]], Value | NoFact | None]
"""What the words of a match say; None where they are no fact of this form."""


class Reader:
    """One form of facts. Its pattern is compiled when a text first may hold the form, for that takes milliseconds."""

    def __init__(self, starts: Iterable[str], source: str, read: Read, needs: str = "") -> None:
        self.starts = frozenset(starts)
        self.read = read
        self._needs = tuple(needs.split("|")) if needs else ()
        self._source = source
        self._pattern: re.Pattern[str] | None = None

    def may_be_in(self, text: str) -> bool:
        """Whether one of the words stands in the text without which the form is nowhere."""
        for word in self._needs:
            if word in text:
                return True
        return not self._needs

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """The form at that place of the text."""
        if self._pattern is None:
            self._pattern = re.compile(self._source)
        return self._pattern.match(text, at)


def reader(starts: Iterable[str], source: str, read: Read, needs: str = "") -> Reader:
    """A reader that is asked where a text goes on with one of `starts`: characters, or words; 0 stands for any figure.

    `needs` names words, set apart by |, without one of which the form cannot be in a text.
    """
    return Reader(starts, source, read, needs)


def phrases(words: str) -> list[str]:
    """Words and phrases that stand in one text, set apart by |."""
    return words.split("|")


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(set(words), key=len, reverse=True))


def firsts(words: Iterable[str]) -> frozenset[str]:
    """The first characters of words."""
    return frozenset(word[0] for word in words if word)
