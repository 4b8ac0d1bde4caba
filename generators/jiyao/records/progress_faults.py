"""What can be wrong with a table of progress: family R, from R301 on."""

from __future__ import annotations

from jiyao.problems import Binding, Finding, Place, Severity, message, problem
from jiyao.records.choices import Status


@problem("R301", "follow-up")
def not_a_table(place: Place) -> Finding:
    """The table of progress (`follow-up.csv`, or a sheet that came back) lacks the columns `record` and `item`.

    Without them nobody knows which matter a row is about. The first row holds the names of the columns: `record` or
    会议标识, `item` or 事项编号. `jiyao follow-up export` writes such a table.
    """
    said = message("no table of progress: the columns {columns} are missing", columns=("record", "item"))
    return Finding(place, said, message("keep the first row as `jiyao follow-up export` writes it"))


@problem("R302", "follow-up")
def row_without_key(place: Place) -> Finding:
    """A row of a table of progress does not say which matter it is about: its record or its item is empty.

    The row is left out. Write both as `jiyao follow-up list` shows them.
    """
    return Finding(place, message("the row names no record and item"))


@problem("R303", "follow-up")
def not_a_status(place: Place, word: str) -> Finding:
    """A status is none of those that the program knows: open, in-hand, done, cancelled, or their Chinese words.

    The row is left out, and the matter stays as it was.
    """
    known = tuple(each.word for each in Status)
    return Finding(place, message("`{word}` is no status; use one of: {known}", word=word, known=known))


@problem("R304", "follow-up")
def not_a_day(place: Place, word: str) -> Finding:
    """A day in a table of progress is none. The row is left out; write days as 2023-03-06 or 2023年3月6日."""
    return Finding(
        place, message("`{text}` is not a date", text=word), message("write it as 2023-03-06 or 2023年3月6日")
    )


@problem("R305", "follow-up")
def no_such_matter(place: Place, name: str, close: str) -> Finding:
    """No record of the workspace has the matter that is named.

    A matter is named by its record and its place there, as `jiyao follow-up list` shows it: `dangzu-2023-05/2.d1`. The
    record may have been changed since, or belong to another workspace (`--in`).
    """
    hint = message("did you mean {name}?", name=close) if close else message("`jiyao follow-up list` shows them")
    return Finding(place, message("there is no matter {name}", name=name), hint)


@problem("R306", "follow-up")
def closed_by_nobody(place: Place, name: str) -> Finding:
    """A matter is said to be done, and nobody is named who says so.

    Whoever closes a matter answers for it: write a name under `closed_by` (办结人).
    """
    return Finding(place, message("{name} is closed by nobody", name=name), message("write who closed it: closed_by"))


@problem("R307", "follow-up", severity=Severity.WARNING, binding=Binding.CONSISTENCY)
def conflict(place: Place, name: str, theirs: str, ours: str) -> Finding:
    """A sheet that came back says something else than has been written down since it was sent out.

    The matter stays as it is written down. Ask who is right, and write it with `jiyao follow-up close`, or export the
    sheet again.
    """
    said = message(
        "{name}: the sheet says {theirs}, written down since then: {ours}", name=name, theirs=theirs, ours=ours
    )
    return Finding(place, said, message("ask who is right; what is written down stays"))


@problem("R308", "follow-up")
def no_sheet(place: Place) -> Finding:
    """The file is no Excel workbook (.xlsx) that can be read.

    Save it in Excel as "Excel Workbook (*.xlsx)", without a password.
    """
    return Finding(
        place, message("no Excel workbook that can be read"), message("save it as an Excel workbook (.xlsx)")
    )
