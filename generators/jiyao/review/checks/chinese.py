"""Chinese alone: the style of official texts, whether they stand in a record or in a finished document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.languages.text import Language
from jiyao.review.checks import chinese_figures, chinese_marks, chinese_words
from jiyao.review.checks.chinese_words import mark_in_a_title, relative_day
from jiyao.review.checks.whole import whole_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Text
    from jiyao.problems import Problem

CHECKS = (*chinese_marks.CHECKS, *chinese_figures.CHECKS, *chinese_words.CHECKS)
TITLES = re.compile(r"title|agenda\[\d+\]\.title")
"""The texts of a record that are titles."""
RELEASED = re.compile(r"publication|held|wording|photo")
"""The texts of a record of which a release is made, or which say no more of a day than may be said."""
MINUTES_WITHIN = 200
"""Characters from the beginning of a document within which minutes say that they are."""


def check_text(text: Text) -> Iterator[Problem]:
    """What is wrong in the Chinese of a text of a record."""
    where = text.zh_origin.place.where
    for rule in CHECKS:
        yield from rule(text)
    if TITLES.fullmatch(where):
        yield from mark_in_a_title(text)
    if not RELEASED.match(where):
        yield from relative_day(text)


def check_chinese(zh: str, file: str) -> Iterator[Problem]:
    """What is wrong in a Chinese text that a file holds from its first character on."""
    text = whole_text(zh, file, Language.ZH)
    for rule in CHECKS:
        yield from rule(text)
    if "纪要" in zh[:MINUTES_WITHIN]:
        yield from relative_day(text)
