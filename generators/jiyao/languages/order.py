"""The order of names: by pinyin, and by the strokes of the surname (姓氏笔画)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.languages.names import STROKES

if TYPE_CHECKING:
    from jiyao.languages.text import Name


def pinyin_key(name: Name) -> tuple[str, ...]:
    """Sorts by the reading of each character, tones last; a reading that the record states wins."""
    from pypinyin import Style, lazy_pinyin

    read = tuple(name.pinyin.split()) or tuple(lazy_pinyin(name.zh or name.en))
    return (*read, "", *lazy_pinyin(name.zh, style=Style.TONE3))


def stroke_key(name: Name) -> tuple[int, int]:
    """Sorts by the strokes of the surname; names whose surname is not in our table come last, as they stand."""
    strokes = STROKES.get(name.zh[:1])
    return (strokes is None, strokes or 0)
