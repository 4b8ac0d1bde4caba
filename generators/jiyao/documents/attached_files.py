"""What stands in a file that a record attaches: a table of a workbook or a .csv, or a text."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook

from jiyao.languages.text import Language, Text
from jiyao.ooxml.archive import read_archive
from jiyao.problems import Binding, Finding, Message, Origin, Place, Severity, message, problem
from jiyao.records.encoding import decode
from jiyao.records.tables import TableRow

if TYPE_CHECKING:
    from jiyao.problems import Problem
    from jiyao.records.publication import Attachment

MOST_BYTES = 5_000_000
MOST_ROWS, MOST_COLUMNS = 2000, 20
"""More than anybody prints behind minutes."""
SEPARATORS = {".csv": ",", ".tsv": "\t"}
WORKBOOKS = frozenset((".xlsx", ".xlsm", ".xls", ".ods"))
PRINTED = frozenset((*SEPARATORS, *WORKBOOKS, ".txt"))
"""The files whose contents are printed; the others go along as they are."""


@problem("D411", "attachment", binding=Binding.SAFETY)
def outside_workspace(place: Place, file: str) -> Finding:
    """An attachment lies outside the workspace, or is named by an address of the network.

    Only files of the workspace are printed: those below the folder of `office.yaml`, or of the record where there is
    none. Give the path from the folder of the record, or from the folder of `office.yaml`, without `..`.
    Right: `file: 附件/清单.xlsx`. Wrong: `file: ../清单.xlsx`.
    """
    hint = message("copy the file into the folder of the record, and write its name")
    return Finding(place, message("the attachment {file} lies outside the workspace", file=file), hint)


@problem("D412", "attachment", severity=Severity.WARNING)
def unread(place: Place, file: str, reason: Message) -> Finding:
    """A file that the record attaches is not there, or cannot be read as what its name says it is.

    It is looked for in the folder of the record, then in the folder of `office.yaml`. The minutes are made and name it.
    """
    return Finding(place, message("the attachment {file} cannot be read: {reason}", file=file, reason=reason))


@problem("D413", "attachment", severity=Severity.NOTE)
def goes_along(place: Place, file: str) -> Finding:
    """An attached file is neither a table (`.csv`, `.xlsx`) nor a text (`.txt`): the minutes name it; it goes along.

    Printed and bound behind them it would have to look as it does in its own program.
    """
    return Finding(place, message("{file} is named and goes along; it is not printed with the minutes", file=file))


@problem("D414", "attachment", binding=Binding.SAFETY)
def too_large(place: Place, file: str) -> Finding:
    """A file to be printed with the minutes is larger than anybody reads: over 5 MB, 2,000 rows or 20 columns."""
    hint = message("attach the part that the minutes are about, or leave out `file`")
    return Finding(place, message("the attachment {file} is too large to be printed", file=file), hint)


def is_printed(file: str) -> bool:
    """Whether the contents of a file with that name are printed."""
    return PurePosixPath(file.lower()).suffix in PRINTED


def with_content(attachment: Attachment, content: bytes, language: Language) -> Attachment | Problem:
    """The attachment with what its file says, in that language; instead, why it cannot be read."""
    file, place = attachment.file or "", attachment.file_at
    suffix = PurePosixPath(file.lower()).suffix
    if len(content) > MOST_BYTES:
        return too_large(place, file)
    if suffix in WORKBOOKS:
        rows = sheet_rows(content)
        rows = rows if isinstance(rows, Message) else _without_blank_ends(rows)
    else:
        decoded = decode(content, file)
        if decoded.text is None:
            return unread(place, file, decoded.problems[0].message)
        if suffix == ".txt":
            return replace(attachment, text=_text(decoded.text.strip("\n"), language, file))
        rows = _csv(decoded.text, SEPARATORS[suffix])
    if isinstance(rows, Message):
        return unread(place, file, rows)
    if len(rows) > MOST_ROWS or max(map(len, rows), default=0) > MOST_COLUMNS:
        return too_large(place, file)
    table = tuple(TableRow(tuple(_text(cell, language, file) for cell in row)) for row in rows)
    return replace(attachment, table=table)


def _text(said: str, language: Language, file: str) -> Text:
    origin = Origin(Place(file))
    return Text(zh=said, zh_origin=origin) if language is Language.ZH else Text(en=said, en_origin=origin)


def _csv(text: str, separator: str) -> list[list[str]] | Message:
    try:
        return _without_blank_ends(list(csv.reader(StringIO(text, newline=""), delimiter=separator)))
    except csv.Error:
        return message("it is no table")


def sheet_rows(content: bytes) -> list[list[str]] | Message:
    """The cells of the first sheet of a workbook, from its first row on; instead, why it is none."""
    # What is in a zip file that would fill the memory is never unpacked.
    if content.startswith(b"PK") and isinstance(read_archive(content, ""), tuple):
        return message("it is no workbook")
    try:
        sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError, OSError):
        return message("it is no workbook")
    return [[_cell(cell) for cell in row] for row in rows]


def _cell(cell: object) -> str:
    """A cell as it was meant: days as days, whole numbers without a point."""
    if isinstance(cell, dt.datetime):
        return str(cell.date() if cell.time() == dt.time() else cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _without_blank_ends(rows: list[list[str]]) -> list[list[str]]:
    """The rows without empty ones, and without empty columns on the right."""
    told = [row for row in rows if any(cell.strip() for cell in row)]
    columns = max((index for row in told for index, cell in enumerate(row, 1) if cell.strip()), default=0)
    return [row[:columns] for row in told]
