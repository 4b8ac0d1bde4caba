"""Chinese names in Latin letters, by GB/T 28039-2011: surname first, the given name joined, tones left out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from jiyao.languages.names import COMPOUND_SURNAMES, STROKES, is_chinese_name
from jiyao.languages.order import SURNAME_READINGS
from jiyao.languages.text import Name

LONGEST_GIVEN = 2
"""Characters of a given name."""


def english_name(name: Name) -> str:
    """A person's name in English: as the record gives it, else the Chinese name in pinyin; "" where it is neither.

    The reading that the record states wins over ours. Names that are not Han (阿依努尔·沙比提) are spelt by their
    bearers' own languages, so nobody but the record can give them.
    """
    return name.en or in_pinyin(name.zh, name.pinyin)


def in_pinyin(zh: str, pinyin: str = "") -> str:
    """Yang Weimin, Ouyang Wenbo, Lü Jian'an for a Han name; "" for any other.

    An apostrophe stands before a syllable that begins with a, o or e; ü keeps its dots (GB/T 28039-2011).
    """
    surname = surname_of(zh, stated=bool(pinyin))
    if not surname:
        return ""
    syllables = _stated(pinyin, len(zh)) or _read(zh, surname)
    return f"{_joined(syllables[: len(surname)])} {_joined(syllables[len(surname) :])}"


def surname_of(zh: str, *, stated: bool = False) -> str:
    """The surname of a Han name; "" where the name is none.

    A rare surname that we do not know makes a name Han only where its reading is `stated`.
    """
    if not is_chinese_name(zh):
        return ""
    surname = zh[:2] if zh[:2] in COMPOUND_SURNAMES or zh[:2] in SURNAME_READINGS else zh[:1]
    known = len(surname) > 1 or surname in STROKES or surname in SURNAME_READINGS or stated
    return surname if known and 0 < len(zh) - len(surname) <= LONGEST_GIVEN else ""


def family_name(name: Name) -> str:
    """What a person is called by at later mentions: Cheng of Cheng Lixin, Smith of John Smith.

    The whole name where it does not show which part that is.
    """
    english = english_name(name)
    if " " not in english:
        return english
    first, *others = english.split()
    if surname_of(name.zh, stated=bool(name.pinyin)):
        return _by_reading(name, first, others[-1]) or english
    if name.zh:
        return others[-1]
    last_is, first_is = _is_surname(others[-1]), _is_surname(first)
    return english if first_is and last_is else first if first_is else others[-1]


def _by_reading(name: Name, first: str, last: str) -> str:
    own = in_pinyin(name.zh, name.pinyin).split()[0].casefold()
    return next((each for each in (first, last) if each.casefold() == own), "")


def _is_surname(word: str) -> bool:
    return word.casefold() in _surnames()


@cache
def _surnames() -> frozenset[str]:
    """The readings of all the surnames that we know."""
    singles = (each for each in (*STROKES, *SURNAME_READINGS, *COMPOUND_SURNAMES))
    return frozenset("".join(_read(each, each)) for each in singles)


def _read(zh: str, surname: str) -> list[str]:
    from pypinyin import lazy_pinyin

    read = SURNAME_READINGS.get(surname, "").split() or lazy_pinyin(surname, v_to_u=True)
    return [*read, *lazy_pinyin(zh[len(surname) :], v_to_u=True)]


def _stated(pinyin: str, syllables: int) -> list[str]:
    """The syllables of a stated reading without their tones; none where they are not one for each character."""
    marked = unicodedata.normalize("NFD", pinyin.casefold()).replace("u\u0308", "ü").replace("v", "ü")
    bare = "".join(each for each in marked if not unicodedata.combining(each))
    read = re.sub(r"[\d’']", "", bare).split()
    return read if len(read) == syllables else []


def _joined(syllables: list[str]) -> str:
    first, *others = syllables
    return (first + "".join(f"'{each}" if each[:1] in "aoe" else each for each in others)).capitalize()
