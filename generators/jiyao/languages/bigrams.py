"""Chinese for a full-text index that knows words by blanks: every two neighbouring characters are one word.

SQLite's own tokenizers miss words of two characters, which most Chinese words are: `trigram` needs three, and for
`unicode61` a whole run of Chinese is one word (measured). So 安全生产 is indexed as 安全 全生 生产 产, and a search
for it is one for the phrase 安全 全生 生产.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from jiyao.languages.names import is_hanzi

_WORD = re.compile(r"[^\W_]+")


def bigrams(text: str) -> str:
    """The words of a text for the index, with blanks between them.

    A run of Chinese ends in its last character alone, so that one character is found too, and no phrase goes over the
    end of a run. Full-width letters and digits are those of every keyboard, capitals small letters.
    """
    return " ".join(word for run, is_chinese in _runs(text) for word in (_pairs(run) if is_chinese else (run,)))


def query(words: str) -> str:
    """What FTS5 is asked: all words, divided by blanks, each of them as it stands; "" where nothing is left to ask."""
    return " ".join(filter(None, map(_phrase, words.split())))


def normal(text: str) -> str:
    """A text as it is compared: full-width letters and digits are those of every keyboard, capitals small letters."""
    return unicodedata.normalize("NFKC", text).casefold()


def _phrase(word: str) -> str:
    runs = list(_runs(word))
    tokens: list[str] = []
    for place, (run, is_chinese) in enumerate(runs):
        is_last = place == len(runs) - 1
        # The last character of a run is a word of its own only where the text's run ends too.
        tokens += list(_pairs(run))[: None if not is_last or len(run) == 1 else -1] if is_chinese else [run]
    if not tokens:
        return ""
    open_end = runs[-1][1] and len(runs[-1][0]) == 1
    return f'"{" ".join(tokens)}"' + ("*" if open_end or not runs[-1][1] else "")


def _pairs(run: str) -> Iterator[str]:
    yield from (run[place : place + 2] for place in range(len(run) - 1))
    yield run[-1]


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """The runs of Chinese characters and of letters and digits, in their order."""
    for found in _WORD.finditer(normal(text)):
        run = ""
        for character in found[0]:
            if run and is_hanzi(character) != is_hanzi(run[0]):
                yield run, is_hanzi(run[0])
                run = ""
            run += character
        yield run, is_hanzi(run[0])
