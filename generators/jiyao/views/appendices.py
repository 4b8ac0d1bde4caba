"""The attachments themselves, 附件, each on a page of its own behind the text (GB/T 9704-2012, 7.3.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.languages.text import Language
from jiyao.records.tables import cell_in
from jiyao.views.fragments import Paragraph, Role, Run
from jiyao.views.sentences import paragraphs, printed
from jiyao.views.titles import by_sense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Text
    from jiyao.records.meeting import Meeting
    from jiyao.records.publication import Attachment

LABELS = {Language.ZH: "附件", Language.EN: "Attachment"}


@dataclass(frozen=True, slots=True)
class AppendixRow:
    """A row of the table of an attachment."""

    cells: tuple[str, ...]
    """What stands in it."""


@dataclass(frozen=True, slots=True)
class Appendix:
    """An attachment that is printed with the minutes: its text, its table, or both."""

    label: str
    """附件2, or 附件 where there is only one."""
    title: tuple[Run, ...]
    """Its name."""
    body: tuple[Paragraph, ...]
    """Its text."""
    head: tuple[str, ...]
    """The first row of its table, which is repeated on each page; empty where it has none."""
    rows: tuple[AppendixRow, ...]
    """The other rows."""


def appendices(meeting: Meeting, language: Language) -> tuple[Appendix, ...]:
    """The attachments whose contents the record has in that language; the others are only named."""
    several = len(meeting.attachments) > 1
    return tuple(
        _appendix(each, _label(number if several else None, language), language)
        for number, each in enumerate(meeting.attachments, start=1)
        if (each.text and each.text.in_language(language)) or _rows(each, language)
    )


def _label(number: int | None, language: Language) -> str:
    blank = " " if language is Language.EN else ""
    return LABELS[language] + (f"{blank}{number}" if number else "")


def _appendix(attachment: Attachment, label: str, language: Language) -> Appendix:
    title = printed(attachment.title, language=language)
    head, *rows = _rows(attachment, language) or [()]
    return Appendix(
        label=label,
        title=by_sense(title) if language is Language.ZH else title,
        body=paragraphs(Role.BODY, printed(attachment.text, language=language)),
        head=head,
        rows=tuple(map(AppendixRow, rows)),
    )


def _rows(attachment: Attachment, language: Language) -> list[tuple[str, ...]]:
    """The rows of the table, all of one length; none where a cell has no words in that language."""
    rows = [[cell_in(cell, language) for cell in row.cells] for row in attachment.table]
    if any(cell is None for row in rows for cell in row):
        return []
    columns = max(map(len, rows), default=0)
    return [tuple(cell or "" for cell in [*row, *[""] * (columns - len(row))]) for row in rows] if columns else []


def left_out_of_appendices(meeting: Meeting, language: Language) -> Iterator[Text]:
    """The texts that keep an attachment, or a part of it, from being printed in that language: the first of each."""
    for each in meeting.attachments:
        if each.text and not each.text.in_language(language):
            yield each.text
        yield from [cell for row in each.table for cell in row.cells if cell_in(cell, language) is None][:1]
