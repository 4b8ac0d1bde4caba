"""Finished texts in files of their own, which no record stands behind: in which language, and checked in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jiyao.languages.text import Language
from jiyao.problems import Edit, Place, Problem
from jiyao.records.encoding import decode
from jiyao.records.refusals import unreadable
from jiyao.records.writing import apart, spliced
from jiyao.work.reasons import reason
from jiyao.work.writing import write_whole

if TYPE_CHECKING:
    from jiyao.records.load import Record
    from jiyao.review.finished import Line

FEW_WORDS = 10
"""A text of fewer words is no English release."""
FEW_CHARACTERS = 20
"""A text of fewer characters is no Chinese document."""

PAGES = frozenset((".html", ".htm"))
TEXT = ".txt"
"""What is mended: in the others a text is not what stands in the file."""
SUFFIXES = PAGES | {TEXT, ".docx"}


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


def text_problems(path: Path, language: Language, records: Sequence[Record] = ()) -> list[Problem]:
    """What is wrong in the text of a file, each with its line or paragraph; or why it cannot be read.

    `records` are those that it tells of: what none of them says is a problem too.
    """
    from jiyao.review.checks.chinese import check_chinese
    from jiyao.review.checks.english import check_english
    from jiyao.review.checks.finished_record import check_against

    def look(text: str, file: str) -> Iterator[Problem]:
        yield from check_english(text, file) if language is Language.EN else check_chinese(text, file)
        against = [
            {str(found): found for found in check_against(text, file, language, each.meeting, each.office)}
            for each in records
            if each.meeting
        ]
        # Of several meetings a text may tell of any.
        first = against[0] if against else {}
        yield from (found for said, found in first.items() if all(said in each for each in against))

    try:
        if path.suffix.lower() == TEXT:
            return list(look(_decoded(path)[0].replace("\r\n", "\n"), str(path)))
        lines = _lines(path)
    except OSError as error:
        return [unreadable(str(path), reason(error))]
    except _RefusedError as refused:
        return list(refused.problems)
    found = look("\n".join(line.text for line in lines), str(path))
    # No fix: its places are those of the text, which is not what stands in the file.
    return [each._replace(place=lines[max(each.place.line, 1) - 1].place, fix=()) for each in found]


def fix_text(path: Path, fixes: Iterable[Sequence[Edit]]) -> int:
    """Mend a text file, in the encoding that it has; returned is how many of the fixes were made.

    A fix is made with all of its edits or not at all: not where it meets another one. Raises OSError where the file
    cannot be read or written; it is then as it was.
    """
    text, encoding = _decoded(path)
    chosen = apart(fixes)
    mended = spliced(text, [edit for fix in chosen for edit in fix])
    if mended == text or not encoding:
        return 0
    write_whole(path.resolve(), mended.encode(encoding))
    return len(chosen)


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
    text = _decoded(path)[0].replace("\r\n", "\n")
    if path.suffix.lower() in PAGES:
        return page_lines(text, str(path))
    return tuple(Line(line, Place(str(path), number, 1)) for number, line in enumerate(text.split("\n"), start=1))


def _decoded(path: Path) -> tuple[str, str]:
    """The text of a file, and its encoding; "" where some bytes are no text, and stand there as signs for that."""
    data = path.read_bytes()
    decoded = decode(data, str(path))
    if decoded.text is None:
        return data.decode("utf-8-sig", errors="replace"), ""
    return decoded.text, decoded.encoding
