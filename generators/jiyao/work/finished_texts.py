"""Finished texts in files of their own, which no record stands behind: in which language, and checked in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from jiyao.languages.text import Language
from jiyao.problems import Place, Problem
from jiyao.records.refusals import unreadable
from jiyao.work.reasons import reason

if TYPE_CHECKING:
    from jiyao.review.finished import Line

FEW_WORDS = 10
"""A text of fewer words is no English release."""
FEW_CHARACTERS = 20
"""A text of fewer characters is no Chinese document."""

PAGES = frozenset((".html", ".htm"))
SUFFIXES = PAGES | {".txt", ".docx"}


def language_of(path: Path) -> Language | None:
    """The language of a text, a Word file or a web page, which is that of most of its words; None for anything else.

    A Word file or a page that cannot be read is none, nor is what holds hardly a word.
    """
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return None
    try:
        text = "\n".join(text for text, _place in _lines(path))
    except (OSError, _RefusedError):
        return None
    words, han = len(re.findall(r"[A-Za-z]{2,}", text)), len(re.findall(r"[一-鿿]", text))
    if words > han:
        return Language.EN if words >= FEW_WORDS else None
    return Language.ZH if han >= FEW_CHARACTERS else None


def text_problems(path: Path, language: Language) -> list[Problem]:
    """What is wrong in the text of a file, each with its line or paragraph; or why it cannot be read."""
    from jiyao.review.checks.chinese import check_chinese
    from jiyao.review.checks.english import check_english

    look = check_english if language is Language.EN else check_chinese
    try:
        if path.suffix.lower() == ".txt":
            return list(look(path.read_text("utf-8-sig", errors="replace"), str(path)))
        lines = _lines(path)
    except OSError as error:
        return [unreadable(str(path), reason(error))]
    except _RefusedError as refused:
        return list(refused.problems)
    found = look("\n".join(line.text for line in lines), str(path))
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
