"""What can be wrong with a table of progress: family R, from R301 on."""

from __future__ import annotations

from jiyao.problems import Finding, Place, message, problem
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
