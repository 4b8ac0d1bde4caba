"""The formats in which segments go out, and finding out what came back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jiyao.problems import Problem
from jiyao.review import faults
from jiyao.review.decisions import read_decisions, review_page
from jiyao.review.excel_sheet import excel_sheet, read_excel
from jiyao.review.handout import Handout
from jiyao.review.omegat import omegat_project
from jiyao.review.returned import Returned
from jiyao.review.tmx import read_tmx, tmx
from jiyao.review.word_reading import read_word_sheet
from jiyao.review.word_sheet import word_sheet
from jiyao.review.xliff import read_xliff, xliff_1, xliff_2

Files = Mapping[str, bytes]
"""What an export is made of, by the end of each name."""


def _one(ending: str, write: Callable[[Handout], bytes]) -> Callable[[Handout], Files]:
    return lambda handout: {ending: write(handout)}


WRITERS: Mapping[str, Callable[[Handout], Files]] = {
    "docx": _one(".review.docx", word_sheet),
    "xlsx": _one(".review.xlsx", excel_sheet),
    "xlf": _one(".xlf", xliff_1),
    "xlf2": _one(".v2.xlf", xliff_2),
    "omegat": lambda handout: {f".omegat/{name}": data for name, data in omegat_project(handout).items()},
    "tmx": _one(".tmx", tmx),
    "html": _one(".review.html", review_page),
}
"""What `--to` may name."""


def read_returned(data: bytes, file: str) -> Returned | tuple[Problem, ...]:
    """What a file says that came back, by what it holds and not by its name."""
    if data.startswith(b"PK"):
        return read_excel(data, file) if b"xl/workbook.xml" in data else read_word_sheet(data, file)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        found = read_decisions(data)
    else:
        found = read_xliff(data) or read_tmx(data)
    return found or (faults.no_review_file(file),)
