"""English texts in files of their own, which no record stands behind: read, and checked."""

from __future__ import annotations

import re
from pathlib import Path

from jiyao.problems import Problem
from jiyao.records.refusals import unreadable
from jiyao.work.reasons import reason

FEW_WORDS = 10
"""A text of fewer words is no release."""


def is_english(path: Path) -> bool:
    """Whether the path is a `.txt` file with an English text: many words, and hardly a Chinese character."""
    if path.suffix != ".txt" or not path.is_file():
        return False
    try:
        text = path.read_text("utf-8-sig", errors="replace")
    except OSError:
        return False
    words, han = len(re.findall(r"[A-Za-z]{2,}", text)), len(re.findall(r"[一-鿿]", text))
    return words >= FEW_WORDS and words > han


def english_problems(path: Path) -> list[Problem]:
    """What is wrong in the English text of a file in UTF-8; one problem where it cannot be read."""
    from jiyao.review.checks.english import check_english

    try:
        text = path.read_text("utf-8-sig", errors="replace")
    except OSError as error:
        return [unreadable(str(path), reason(error))]
    return list(check_english(text, str(path)))
