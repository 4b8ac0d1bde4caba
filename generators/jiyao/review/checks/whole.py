"""A text that fills a file, as the checks take it: each of its lines begins a line of the file."""

from __future__ import annotations

import re

from jiyao.languages.text import Language, Text
from jiyao.problems import Origin, Place


def whole_text(written: str, file: str, language: Language) -> Text:
    """The text of a file that it holds from its first character on."""
    starts = [0, *(each.end() for each in re.finditer("\n", written))]
    origin = Origin(Place(file, 1, 1), tuple((start, line, 1) for line, start in enumerate(starts, 1)))
    if language is Language.ZH:
        return Text(zh=written, zh_origin=origin)
    return Text(en=written, en_origin=origin)
