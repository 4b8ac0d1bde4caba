"""Matters with what has become of them (督办事项): what a meeting resolved or asked for, and the progress since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from jiyao.languages.text import Text
from jiyao.records.choices import DueType, Status
from jiyao.records.derived import follow_up
from jiyao.records.items import Decision
from jiyao.records.meeting import Meeting
from jiyao.records.progress import Key, Progress


class Timeliness(StrEnum):
    """Whether a matter was done in time, on a certain day."""

    IN_TIME = "in-time"
    LATE = "late"
    """Done after its day, or not done though its day is over."""
    PENDING = "pending"
    """Not done, and there still is time."""
    UNKNOWN = "unknown"
    """Done nobody knows when; or its day is over, and nobody has said how it stands."""
    NO_DAY = "no-day"
    """The record names no day by which to judge."""


class Matter(NamedTuple):
    """One matter to be followed up, as small as can be: a year holds many."""

    record: str
    item: str
    """Which matter of its record: `2.d1` (`FollowUp.id`)."""
    text: Text
    is_decision: bool
    held: dt.date | None
    """The first day of its meeting."""
    responsible: tuple[Text, ...] = ()
    supporting: tuple[Text, ...] = ()
    due: dt.date | None = None
    due_shown: Text = Text()
    type: DueType = DueType.ONCE
    status: Status | None = None
    closed_on: dt.date | None = None
    closed_by: str = ""
    note: str = ""

    @property
    def id(self) -> str:
        """What commands know it by: its record and its item."""
        return f"{self.record}/{self.item}"

    @property
    def key(self) -> Key:
        """What `follow-up.csv` knows it by."""
        return self.record, self.item

    def status_on(self, today: dt.date) -> Status | None:
        """Its status on that day: what was closed later was still in hand."""
        closed_later = self.status is Status.DONE and self.closed_on is not None and self.closed_on > today
        return Status.IN_HAND if closed_later else self.status

    def timeliness(self, today: dt.date) -> Timeliness:
        """Whether it was in time, as one could say on that day; the day that it is due is still in time."""
        status = self.status_on(today)
        if self.due is None:
            return Timeliness.NO_DAY
        if status is Status.DONE:
            if self.closed_on is None:
                return Timeliness.UNKNOWN
            return Timeliness.IN_TIME if self.closed_on <= self.due else Timeliness.LATE
        if self.due >= today:
            return Timeliness.PENDING
        return Timeliness.UNKNOWN if status is None else Timeliness.LATE

    def is_open(self, today: dt.date) -> bool:
        """Whether there is still something to do, as far as anybody knows."""
        return self.status_on(today) not in {Status.DONE, Status.CANCELLED}

    def is_overdue(self, today: dt.date) -> bool:
        """Whether it should have been done and nobody has said that it is; a matter without an end never is."""
        return self.type is DueType.ONCE and self.is_open(today) and self.due is not None and self.due < today


def matters_of(record: str, meeting: Meeting, progress: Mapping[Key, Progress]) -> Iterator[Matter]:
    """The matters of a meeting in the order of its record; a row of progress wins over what the record says."""
    held = meeting.held.first if meeting.held else None
    for each in follow_up(meeting):
        matter, row = each.matter, progress.get((record, each.id))
        closed = matter.closed
        by = closed.by.name if closed and closed.by else ""
        yield Matter(
            record,
            each.id,
            matter.text,
            isinstance(matter, Decision),
            held,
            tuple(unit.name for unit in matter.responsible),
            tuple(unit.name for unit in matter.supporting),
            matter.due.date if matter.due else None,
            (matter.due.shown if matter.due else None) or Text(),
            matter.due.type if matter.due else DueType.ONCE,
            row.status if row and row.status else matter.status,
            row.closed_on if row and row.closed_on else closed.on if closed else None,
            row.closed_by if row and row.closed_by else str(by),
            row.note if row else "",
        )
