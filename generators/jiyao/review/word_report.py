"""What came back as a Word file in which every change is recorded, to be accepted or rejected one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jiyao.ooxml.escaping import word_text
from jiyao.review.differences import Act, differences
from jiyao.review.merging import Outcome
from jiyao.review.word_sheet import Sheet, cell, row, run, sheet_file

NOBODY = "?"
"""Who has changed what no file says."""


def word_report(title: str, headings: Sequence[str], outcomes: Sequence[Outcome], fates: Sequence[str]) -> bytes:
    """A table of the outcomes: id, Chinese, English with its changes, what becomes of it, remarks."""
    numbers = iter(range(1, 1_000_000))
    rows = [_row(each, fate, numbers) for each, fate in zip(outcomes, fates, strict=True)]
    return sheet_file(Sheet(title, "", headings, rows))


def _row(outcome: Outcome, fate: str, numbers: Iterator[int]) -> str:
    author = next(iter(outcome.row.authors), "") or next((each.author for each in outcome.row.remarks), "") or NOBODY
    pieces = "".join(
        _piece(each.act, each.text, author, next(numbers)) for each in differences(outcome.base, outcome.theirs)
    )
    remarks = "".join(f"<w:p>{run(f'{each.author}: {each.text}')}</w:p>" for each in outcome.row.remarks)
    name = f"<w:p>{run(outcome.label)}</w:p><w:p>{run(outcome.id, small=True)}</w:p>"
    texts = (
        name,
        f"<w:p>{run(outcome.zh)}</w:p>",
        f"<w:p>{pieces}</w:p>",
        f"<w:p>{run(fate)}</w:p>",
        remarks or "<w:p/>",
    )
    return row([cell(number, each) for number, each in enumerate(texts)])


def _piece(act: Act, text: str, author: str, number: int) -> str:
    said = f'<w:r><w:t xml:space="preserve">{word_text(text)}</w:t></w:r>'
    if act is Act.KEPT:
        return said
    by = f'w:id="{number}" w:author="{word_text(author).replace(chr(34), "&quot;")}"'
    if act is Act.NEW:
        return f"<w:ins {by}>{said}</w:ins>"
    return f"<w:del {by}>{said.replace('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>"
