"""What was handed out: every export carries it, and every import is compared with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, cast

from jiyao.languages.text import State
from jiyao.review.segments import Segment, segments_of, source_hash, units_of

if TYPE_CHECKING:
    from jiyao.records.load import Record

FORMAT = "jiyao-review/1"
NAMESPACE = "urn:jiyao:review:1"
"""The namespace of the baseline where a format keeps foreign XML."""


class Baseline(NamedTuple):
    """The segments of one record as they were handed out.

    `record` is its path from the folder of `office.yaml`, `/` between folders, else its name; `meeting` its id, ""
    where it has none; `line` that of the record in its file.
    """

    record: str
    meeting: str
    title: str
    line: int
    segments: tuple[Segment, ...]

    @property
    def key(self) -> str:
        """A name for this export that no other one has, and every one of the same texts."""
        return sha256(self.as_json().encode()).hexdigest()[:12]

    def as_json(self) -> str:
        """Text for `baseline_of`."""
        rows = [
            {
                "id": each.id,
                "path": each.path,
                "label": each.label,
                "hash": source_hash(each.zh),
                "zh": each.zh,
                "en": each.en,
                "gap": each.gap,
                "state": each.state,
                "locked": each.is_locked,
            }
            for each in self.segments
        ]
        said = {"format": FORMAT, "record": self.record, "meeting": self.meeting, "title": self.title}
        return json.dumps(said | {"line": self.line, "segments": rows}, ensure_ascii=False, separators=(",", ":"))


def baseline(record: Record, name: str) -> Baseline:
    """What is handed out of a record that is called `name`."""
    meeting = record.meeting
    segments = tuple(segment for unit in units_of(record) for segment in segments_of(unit))
    title = meeting.title.zh or meeting.title.en if meeting else ""
    return Baseline(name, (meeting and meeting.id) or "", title, record.source.line, segments)


def baseline_of(text: str) -> Baseline | None:
    """The baseline that an export carries; None where the text is none, or has been changed."""
    try:
        said = json.loads(text)
        if said["format"] != FORMAT:
            return None
        rows = cast("list[Mapping[str, object]]", said["segments"])
        segments = tuple(map(_segment, rows))
        read = Baseline(str(said["record"]), str(said["meeting"]), str(said["title"]), int(said["line"]), segments)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    whole = all(row["hash"] == source_hash(each.zh) for row, each in zip(rows, segments, strict=True))
    return read if whole else None


def _segment(row: Mapping[str, object]) -> Segment:
    state = State(str(row["state"])) if row["state"] else None
    name, path, zh, en, gap, label = (str(row[key]) for key in ("id", "path", "zh", "en", "gap", "label"))
    return Segment(name, path, zh, en, gap, state, is_locked=bool(row["locked"]), label=label)
