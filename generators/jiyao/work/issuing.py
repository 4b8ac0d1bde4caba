"""Issuing a record: its number, its documents for the last time, and a line in the register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jiyao.problems import Place, Problem, message
from jiyao.records.choices import Stage
from jiyao.records.issuing import with_issue
from jiyao.records.meeting import Meeting
from jiyao.records.writing import NotWrittenError
from jiyao.work import issue_faults as faults
from jiyao.work.faults import kept_beside
from jiyao.work.fixing import put_back
from jiyao.work.locking import holding
from jiyao.work.making import drafted
from jiyao.work.manifest import Outcome, digest
from jiyao.work.opening import content_of
from jiyao.work.placing import Made, working
from jiyao.work.products import Order
from jiyao.work.progress_file import record_key
from jiyao.work.register import (
    ISSUED,
    REGISTER,
    THAWED,
    Line,
    documents_of,
    gaps,
    next_number,
    number_in,
    printed,
    read_register,
    taken,
    write_register,
)
from jiyao.work.workspace import OFFICE_FILE, Found, Piece, Workspaces, shown
from jiyao.work.writing import write_whole


class Wish(NamedTuple):
    """How somebody wants a record to be issued, or thawed."""

    by: str
    on: dt.date
    series: str = ""
    """Which series numbers it; "": the only one of the office."""
    number: str = ""
    """The number as it is printed; "": the record's own, else the next one."""
    reason: str = ""


class Issued(NamedTuple):
    """What became of a record: the number that it has now, its documents, and what is to be said."""

    number: str = ""
    made: tuple[Made, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_done: bool = False


class _Number(NamedTuple):
    printed: str
    series: str = ""
    bare: str = ""


Act = Callable[[Found, Meeting, Path], Issued]


def issue(piece: Piece, wish: Wish, order: Order) -> Issued:
    """Issue a record: write number, day and stage into it, make its documents, and enter it into the register.

    Nothing of it is done where anything stands against it: a fault of the record, a document that somebody has edited,
    a number that another record has. Raises OSError, TimeoutError where another run holds the register for a minute.
    """
    return _with_register(piece, lambda found, meeting, folder: _issued(found, meeting, folder, wish, order))


def thaw(piece: Piece, wish: Wish) -> Issued:
    """Let an issued record be changed again: its stage is `signed`, and the register says who did it and why.

    Raises as `issue` does.
    """
    return _with_register(piece, lambda found, meeting, folder: _thawed(found, meeting, folder, wish))


def missing_numbers(folder: Path, year: int) -> Iterator[Problem]:
    """A note for each series of the workspace with the numbers, up to the last one of the year, that nobody has."""
    lines = read_register(folder)
    for series in Workspaces().office(folder / OFFICE_FILE).series:
        if left := gaps(series, taken(series, year, lines, folder)):
            numbers = "、".join(printed(series, number, year) for number in left)
            yield faults.gap(shown(folder / REGISTER), series.id, numbers)


def numbers_missing_in(folder: Path) -> Iterator[Problem]:
    """The same for each year in which the register of a workspace has handed out numbers; none where it has none."""
    try:
        years = sorted({int(line.year) for line in read_register(folder) if line.year.isdecimal()})
        # A series that goes on from year to year has the same gaps in each.
        found = {str(each): each for year in years for each in missing_numbers(folder, year)}
    except (OSError, ValueError):
        return  # `issue` says so when a number is wanted
    yield from found.values()


def _with_register(piece: Piece, act: Act) -> Issued:
    """Act upon the record as it is once nobody else can hand out numbers any more."""
    folder = (piece.office_file or piece.file.real).parent
    with holding(folder, "register"):
        (found,) = Workspaces().found(_read_again(piece))
        meeting = found.record.meeting
        if meeting is None or not found.is_usable:
            return Issued(problems=found.record.problems)
        try:
            return act(found, meeting, folder)
        except ValueError:
            return Issued(problems=(faults.no_register(shown(folder / REGISTER)),))
        except NotWrittenError as error:
            why = message("{reason}", reason=str(error))
            return Issued(problems=(faults.not_recorded(_top(found), why),))


def _read_again(piece: Piece) -> Piece:
    """The piece as its file says it now; of a file of many records the same line."""
    if not piece.number:
        return piece
    lines = content_of(piece.file.path).split(b"\n")
    return piece._replace(line=lines[piece.number - 1] + b"\n" if piece.number <= len(lines) else b"")


def _issued(found: Found, meeting: Meeting, folder: Path, wish: Wish, order: Order) -> Issued:
    if meeting.issue.stage is Stage.ISSUED:
        return Issued(problems=(faults.already_issued(_top(found)),))
    lines = read_register(folder)
    number = _number(found, meeting, folder, wish, lines)
    if isinstance(number, Problem):
        return Issued(problems=(number,))
    tried = _made(found.piece, order._replace(dry_run=True))
    against = tuple(problem for made in tried for problem in _against(made, order))
    if against:
        return Issued(problems=against)
    fields = {"number": number.printed, "stage": Stage.ISSUED.value, "issued_on": wish.on.isoformat()}
    path = found.piece.file.path
    before = content_of(path)
    put_back(path, found.record.source, with_issue(found.record.source, fields))
    try:
        made = tuple(_made(_read_again(found.piece), order._replace(issuing=True)))
        problems = tuple(problem for each in made for problem in each.problems)
        if any(each.outcome is None for each in made):
            write_whole(path.resolve(), before)
            return Issued(problems=problems)
        hashes = [(each.path.name, digest(each.path.read_bytes())) for each in made if each.path]
        line = _line(found, meeting, wish, number, ISSUED)._replace(documents=documents_of(hashes))
        write_register(folder, (*lines, line))
    except OSError:
        # Without its line in the register the record would be issued and nobody would know by whom.
        write_whole(path.resolve(), before)
        raise
    return Issued(number.printed, made, problems, is_done=True)


def _thawed(found: Found, meeting: Meeting, folder: Path, wish: Wish) -> Issued:
    if meeting.issue.stage is not Stage.ISSUED:
        return Issued(problems=(faults.not_issued(_top(found)),))
    lines = read_register(folder)
    put_back(found.piece.file.path, found.record.source, with_issue(found.record.source, {"stage": Stage.SIGNED.value}))
    number = meeting.issue.number or ""
    write_register(folder, (*lines, _line(found, meeting, wish, _Number(number), THAWED)))
    return Issued(number, is_done=True)


def _number(found: Found, meeting: Meeting, folder: Path, wish: Wish, lines: Sequence[Line]) -> _Number | Problem:
    """The number of a record: as named, as the record has it, else the next of its series."""
    office, year = found.record.office, wish.on.year
    known = tuple(each.id for each in office.series)
    given = wish.number or meeting.issue.number or ""
    series = next((each for each in office.series if each.id == wish.series), None)
    if series is None and not wish.series and len(office.series) == 1:
        (series,) = office.series
    if series is None:
        return _Number(given) if given and not wish.series else faults.no_series(_top(found), known)
    if not given:
        new = next_number(series, taken(series, year, lines, folder))
        return _Number(printed(series, new, year), series.id, str(new))
    bare = number_in(series, given, year)
    others = (each for each in lines if each.series == series.id and each.number == str(bare))
    same_year = (each for each in others if series.yearly is False or each.year == str(year))
    other = next((each for each in same_year if each.record != record_key(found)), None)
    if other:
        return faults.number_is_taken(_top(found), given, other.record)
    return _Number(given, series.id if bare is not None else "", "" if bare is None else str(bare))


def _made(piece: Piece, order: Order) -> Iterator[Made]:
    with working(order) as workshop:
        for record in drafted((piece,), order, 1):
            yield from workshop.make(record)


def _against(made: Made, order: Order) -> Iterator[Problem]:
    """What keeps a document from being the one that is issued."""
    if made.outcome is None:
        yield from made.problems
    elif made.outcome is Outcome.KEPT and made.kept and made.path and not order.force:
        yield kept_beside(shown(made.kept), shown(made.path))


def _line(found: Found, meeting: Meeting, wish: Wish, number: _Number, action: str) -> Line:
    title = meeting.title.zh or meeting.title.en
    year = str(wish.on.year) if number.series else ""
    of = (number.series, year, number.bare, number.printed, record_key(found), title)
    return Line(wish.on.isoformat(), action, wish.by, *of, documents="", reason=wish.reason)


def _top(found: Found) -> Place:
    return Place(found.record.source.file, found.record.source.line, 1)
