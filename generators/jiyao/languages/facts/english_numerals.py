"""English numbers in words and figures: twenty-three, a hundred, three hundred and five, 1.2 million, 93rd."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from jiyao.languages.facts.readers import phrases

ONES = phrases(
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|"
    "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
TENS = phrases("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety")
CARDINALS = {word: number for number, word in enumerate(ONES)} | {
    word: 10 * number for number, word in enumerate(TENS, start=2)
}
IRREGULAR = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}
ORDINALS = (
    {f"{word}th": number for word, number in CARDINALS.items() if number not in IRREGULAR.values()}
    | {f"{word[:-1]}ieth": number for word, number in CARDINALS.items() if word.endswith("ty")}
    | IRREGULAR
)
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}


@lru_cache(maxsize=4096)
def english_number(words: str) -> Fraction | None:
    """The number that the words name, in words, in figures or in both; None where they name none."""
    total, part = Fraction(0), Fraction(0)
    for word in re.split(r"[\s-]+", words.lower().replace(",", "")):
        if word in {"and", "a", "an"}:
            continue
        if word == "half":
            part += Fraction(1, 2)
        elif word in SCALES:
            part = (part or Fraction(1)) * SCALES[word]
            if SCALES[word] >= SCALES["thousand"]:
                total, part = total + part, Fraction(0)
        elif (number := _simple(word)) is not None:
            part += number
        else:
            return None
    return total + part


def english_ordinal(words: str) -> int | None:
    """The place that the words name: 93rd, ninety-third, one hundred and first; None where they name none."""
    *before, last = re.split(r"[\s-]+", words.lower())
    if found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", last):
        return int(found[1])
    if last == "hundredth":
        number = english_number(" ".join([*before, "hundred"]))
        return None if number is None else int(number)
    if last not in ORDINALS:
        return None
    number = english_number(" ".join(before)) if before else Fraction(0)
    return None if number is None else int(number) + ORDINALS[last]


def _simple(word: str) -> Fraction | None:
    if re.fullmatch(r"\d+(?:\.\d+)?", word):
        return Fraction(word)
    return Fraction(CARDINALS[word]) if word in CARDINALS else None
