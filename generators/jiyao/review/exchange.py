"""The formats in which segments go out, and finding out what came back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from jiyao.problems import Problem
from jiyao.review import faults
from jiyao.review.handout import Handout
from jiyao.review.returned import Returned
from jiyao.review.word_reading import read_word_sheet
from jiyao.review.word_sheet import word_sheet
from jiyao.review.xliff import read_xliff, xliff_1, xliff_2

Files = Mapping[str, bytes]
"""What an export is made of, by the end of each name."""


def _one(ending: str, write: Callable[[Handout], bytes]) -> Callable[[Handout], Files]:
    return lambda handout: {ending: write(handout)}


WRITERS: Mapping[str, Callable[[Handout], Files]] = {
    "docx": _one(".review.docx", word_sheet),
    "xlf": _one(".xlf", xliff_1),
    "xlf2": _one(".v2.xlf", xliff_2),
}
"""What `--to` may name."""


def read_returned(data: bytes, file: str) -> Returned | tuple[Problem, ...]:
    """What a file says that came back, by what it holds and not by its name."""
    if data.startswith(b"PK"):
        return read_word_sheet(data, file)
    found = read_xliff(data)
    if found is None:
        return (faults.no_review_file(PurePath(file).as_posix()),)
    return found
