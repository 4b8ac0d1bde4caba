"""The order of names: by pinyin, and by the strokes of the surname (姓氏笔画)."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from jiyao.languages.names import STROKES

if TYPE_CHECKING:
    from jiyao.languages.text import Name

SURNAME_READINGS = {
    "曾": "zeng",
    "单": "shan",
    "解": "xie",
    "仇": "qiu",
    "查": "zha",
    "区": "ou",
    "盖": "ge",
    "朴": "piao",
    "缪": "miao",
    "乐": "yue",
    "员": "yun",
    "翟": "zhai",
    "薄": "bo",
    "折": "she",
    "覃": "qin",
    "尉迟": "yu chi",
    "长孙": "zhang sun",
}
"""Surnames that are read otherwise than the same characters elsewhere."""


def pinyin_key(name: Name) -> tuple[str, ...]:
    """Sorts by the reading of each character, tones last; a reading that the record states wins."""
    from pypinyin import Style, lazy_pinyin

    read = _letters(name.pinyin) or _reading(name.zh) or _letters(name.en)
    return (*read, "", *lazy_pinyin(name.zh, style=Style.TONE3))


def stroke_key(name: Name) -> tuple[int, int]:
    """Sorts by the strokes of the surname; names whose surname is not in our table come last, as they stand."""
    strokes = STROKES.get(name.zh[:1])
    return (strokes is None, strokes or 0)


def _reading(zh: str) -> list[str]:
    from pypinyin import lazy_pinyin

    surname = next((each for each in (zh[:2], zh[:1]) if each in SURNAME_READINGS), "")
    return [*SURNAME_READINGS.get(surname, "").split(), *lazy_pinyin(zh[len(surname) :])]


def _letters(words: str) -> list[str]:
    """Words without capitals and marks of tones; ü is v, as pypinyin writes it."""
    marked = unicodedata.normalize("NFD", words.casefold()).replace("u\u0308", "v")
    return "".join(each for each in marked if not unicodedata.combining(each)).split()
