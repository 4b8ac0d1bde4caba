"""English texts in files of their own, which no record stands behind: read, and checked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from jiyao.problems import Place, Problem
from jiyao.records.refusals import unreadable
from jiyao.work.reasons import reason

if TYPE_CHECKING:
    from jiyao.review.finished import Line

FEW_WORDS = 10
"""A text of fewer words is no release."""

PAGES = frozenset((".html", ".htm"))
SUFFIXES = PAGES | {".txt", ".docx"}


def is_english(path: Path) -> bool:
    """Whether the path is a text, a Word file or a web page in English: many words, and hardly a Chinese character.

    A Word file or a page that cannot be read is none.
    """
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return False
    try:
        text = "\n".join(text for text, _place in _lines(path))
    except (OSError, _RefusedError):
        return False
    words, han = len(re.findall(r"[A-Za-z]{2,}", text)), len(re.findall(r"[一-鿿]", text))
    return words >= FEW_WORDS and words > han


def english_problems(path: Path) -> list[Problem]:
    """What is wrong in the English text of a file, each with its line or paragraph; or why it cannot be read."""
    from jiyao.review.checks.english import check_english

    try:
        if path.suffix.lower() == ".txt":
            return list(check_english(path.read_text("utf-8-sig", errors="replace"), str(path)))
        lines = _lines(path)
    except OSError as error:
        return [unreadable(str(path), reason(error))]
    except _RefusedError as refused:
        return list(refused.problems)
    found = check_english("\n".join(line.text for line in lines), str(path))
    # No fix: its places are those of the text, which is not what stands in the file.
    return [each._replace(place=lines[max(each.place.line, 1) - 1].place, fix=()) for each in found]


class _RefusedError(Exception):
    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems


def _lines(path: Path) -> tuple[Line, ...]:
    # Here, since most checks are of records alone.
    from jiyao.review.finished import Line, page_lines, word_lines

    if path.suffix.lower() == ".docx":
        lines = word_lines(path.read_bytes(), str(path))
        if refused := tuple(each for each in lines if isinstance(each, Problem)):
            raise _RefusedError(refused)
        return tuple(each for each in lines if isinstance(each, Line))
    text = path.read_text("utf-8-sig", errors="replace")
    if path.suffix.lower() in PAGES:
        return page_lines(text, str(path))
    return tuple(Line(line, Place(str(path), number, 1)) for number, line in enumerate(text.split("\n"), start=1))
