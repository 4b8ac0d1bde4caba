"""The English readers in their order: names of texts and meetings before days, days before numbers."""

from __future__ import annotations

import re

from jiyao.languages.facts import english_dates, english_names, english_quantities, english_times
from jiyao.languages.facts.english_numerals import CARDINALS
from jiyao.languages.facts.english_words import MONTHS, WEEKDAYS
from jiyao.languages.facts.readers import Reader, phrases

NAME_GOES_ON = re.compile("[ -][A-Z]")
CAPITALS = re.compile("[A-Z]+[a-z]*")
NAMES = {name for names in (*MONTHS, WEEKDAYS) for name in names} | set(
    phrases("sept|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun")
)


def normal(text: str) -> str:
    """The text in small letters, each in its place; months, weekdays and numerals in names keep one capital."""
    return CAPITALS.sub(_small, text)


def _small(found: re.Match[str]) -> str:
    word = found[0].lower()
    if word in NAMES or (word in CARDINALS and NAME_GOES_ON.match(found.string, found.end())):
        return word.capitalize()
    return word


def readers() -> tuple[Reader, ...]:
    """All of them; made once, when the first English text is read."""
    return (
        *english_names.readers(),
        *english_times.readers(),
        *english_dates.readers(),
        *english_quantities.readers(),
    )
