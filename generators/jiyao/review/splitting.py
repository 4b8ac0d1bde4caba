"""Cutting a text into the parts that a translator works on, alike in both languages or not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_CHINESE_END = re.compile(r"[。！？]+[”’』」）]*(?=[^”’』」）])")
"""What ends a Chinese sentence that another one follows."""

_ENGLISH_END = re.compile(r"(?<=[.!?])[”’\"')\]]*(?=\s+[“‘\"'(]?[A-Z0-9])")

_NO_END = re.compile(r"(?:\b(?:No|Nos|Mr|Mrs|Ms|Dr|St|Art|vs|etc|e\.g|i\.e|a\.m|p\.m|cf)|\b[A-Z])\.$")
"""What a full stop ends that is no sentence."""


class Part(NamedTuple):
    """A piece of a text in both languages, and what stands behind it in each."""

    zh: str
    en: str
    zh_gap: str = ""
    en_gap: str = ""


def parts_of(zh: str, en: str) -> tuple[Part, ...]:
    """The parts of a text: its paragraphs, and their sentences, each only where both sides have as many.

    Joined with their gaps they are the text again, character for character. A text without English is cut by its
    paragraphs: what a translator has not written cannot be counted.
    """
    zh_lines, en_lines = zh.split("\n"), en.split("\n")
    if not en:
        en_lines = [""] * len(zh_lines)
    if len(zh_lines) != len(en_lines) or not all(map(str.strip, zh_lines)):
        return (Part(zh, en),)
    if en and not all(map(str.strip, en_lines)):
        return (Part(zh, en),)
    parts: list[Part] = []
    for number, (zh_line, en_line) in enumerate(zip(zh_lines, en_lines, strict=True), start=1):
        parts += _sentences(zh_line, en_line)
        # Behind the blanks that the line ends with.
        ends = "\n" if number < len(zh_lines) else ""
        parts[-1] = parts[-1]._replace(zh_gap=parts[-1].zh_gap + ends, en_gap=parts[-1].en_gap + ends)
    return tuple(parts)


def joined(parts: Sequence[Part], english: Sequence[str]) -> str:
    """The whole English of a text whose parts now say `english`."""
    return "".join(new + part.en_gap for part, new in zip(parts, english, strict=True))


def _sentences(zh: str, en: str) -> list[Part]:
    zh_cuts = [found.end() for found in _CHINESE_END.finditer(zh)]
    en_cuts = [found.end() for found in _ENGLISH_END.finditer(en) if not _NO_END.search(en[: found.end()])]
    if not zh_cuts or len(zh_cuts) != len(en_cuts):
        return [Part(zh, en)]
    zh_pieces, en_pieces = _cut(zh, zh_cuts), _cut(en, en_cuts)
    return [Part(*_without_gap(a, b)) for a, b in zip(zh_pieces, en_pieces, strict=True)]


def _without_gap(zh: str, en: str) -> tuple[str, str, str, str]:
    return zh.rstrip(), en.rstrip(), zh[len(zh.rstrip()) :], en[len(en.rstrip()) :]


def _cut(text: str, cuts: Sequence[int]) -> list[str]:
    """The pieces of a text; the blanks between two belong to the first."""
    starts = [0, *(cut + len(text[cut:]) - len(text[cut:].lstrip()) for cut in cuts), len(text)]
    return [text[start:end] for start, end in pairwise(starts)]
