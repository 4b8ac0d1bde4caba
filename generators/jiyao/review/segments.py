"""Segments, 句段: the texts of a record, one by one, as translators get them and hand them back.

A segment is known by what it says and not by where it stands, so that it is the same one when somebody adds an item
before it (docs/decisions/0023-segments.md).
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, cast

from jiyao.dataclass import dataclass
from jiyao.languages.text import State, Text
from jiyao.records.fields import specs_of
from jiyao.records.items import Due
from jiyao.records.meeting import Meeting, Wording
from jiyao.records.translating import can_be_translated
from jiyao.review.splitting import Part, parts_of

if TYPE_CHECKING:
    from jiyao.records.load import Record

NOT_PRINTED = frozenset(("ignore", "unplaced", "unverified", "approvals", "kind"))
"""Fields of a meeting whose texts no document prints."""

SAYS_IT_ITSELF = frozenset(("text", "shown", "group", "name"))
"""Fields that are called as what they are in: 会议要求2 is the text of the second requirement."""

HASH_LENGTH = 8

_INDEX = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Unit:
    """One text of a record: where it stands, what it says, and how it is cut for a translator.

    `id` is the path of a field that a record has once (`title`), else the path without its numbers and a hash of the
    Chinese (`statements.text.1f0c22ab`). `field` is where the text is to stand in a mapping, as in `Translation`.
    """

    id: str
    path: str
    text: Text
    parts: tuple[Part, ...]
    is_locked: bool
    """Nobody is to change it: it is final, has no Chinese, or stands where no translation can be written."""
    field: str = ""
    label: str = ""
    """What the text is, in the words of the record's Chinese keys: 会议要求2."""


class Segment(NamedTuple):
    """One part of a text. `id` names it in every file that is handed out."""

    id: str
    path: str
    zh: str
    en: str
    gap: str
    """What stands between its English and that of the next part of the same text."""
    state: State | None
    is_locked: bool
    label: str


def units_of(record: Record) -> tuple[Unit, ...]:
    """The texts of a record in the order of its documents; none where it could not be read."""
    if record.meeting is None:
        return ()
    places = can_be_translated(record.source)
    seen: Counter[str] = Counter()
    units: list[Unit] = []
    for path, text, field, label in _texts(record.meeting, "", "", ""):
        if text.place.file != record.source.file:
            continue  # it is the office's
        base = _identity(path, text)
        seen[base] += 1
        name = base if seen[base] == 1 else f"{base}.{seen[base]}"
        place = text.zh_origin.place
        writable = bool(text.zh) and places.get((place.line, place.column)) == text.zh
        is_locked = not writable or text.state is State.FINAL
        units.append(Unit(name, path, text, parts_of(text.zh, text.en), is_locked, field, label))
    return tuple(units)


def texts_of(meeting: Meeting) -> Iterator[Text]:
    """The texts of a meeting that a document may print, and of them no sentence that somebody has rewritten."""
    yield from (text for path, text, *_rest in _texts(meeting, "", "", "") if not path.startswith("wording."))


def drafts_of(meeting: Meeting) -> Iterator[Text]:
    """The texts of a meeting whose English nobody has reviewed."""
    for _path, text, _field, _label in _texts(meeting, "", "", ""):
        if text.state is State.DRAFT and text.en:
            yield text


def segments_of(unit: Unit) -> tuple[Segment, ...]:
    """The parts of a text, each with an id of its own; a text that is not cut has the id of its unit."""
    several = len(unit.parts) > 1
    return tuple(
        Segment(
            f"{unit.id}/{number}" if several else unit.id,
            unit.path,
            part.zh,
            part.en,
            part.en_gap,
            unit.text.state,
            unit.is_locked,
            unit.label,
        )
        for number, part in enumerate(unit.parts, start=1)
    )


def source_hash(text: str) -> str:
    """What a text is known by: blanks at its ends and how its lines end count for nothing."""
    same = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return sha256(same.encode()).hexdigest()[:HASH_LENGTH]


def _identity(path: str, text: Text) -> str:
    if not _INDEX.search(path):
        return path
    return f"{_INDEX.sub('', path)}.{source_hash(text.zh or text.en)}"


def _texts(value: object, path: str, field: str, label: str) -> Iterator[tuple[str, Text, str, str]]:
    """Every text below a value, with its path, the field that it has to stand in, and what it is called."""
    if isinstance(value, Text):
        yield path, value, field, label
    elif isinstance(value, Wording):
        yield f"{path}.{value.sentence}", value.text, "", f"{label} {value.sentence}"
    elif isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        for number, item in enumerate(items):
            is_wording = isinstance(item, Wording)
            inner = path if is_wording else f"{path}[{number}]"
            yield from _texts(item, inner, "", label if is_wording else f"{label}{number + 1}")
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        specs = specs_of(type(value))
        for each in dataclasses.fields(value):
            if each.name.rstrip("_") not in specs or (not path and each.name in NOT_PRINTED):
                continue
            within = f"{path}.{each.name}" if path else each.name
            called = specs[each.name.rstrip("_")].zh[0]
            inner_label = label if label and each.name in SAYS_IT_ITSELF else " ".join(filter(None, (label, called)))
            inner_value: object = getattr(value, each.name)
            yield from _texts(inner_value, within, _field_of(value, each.name), inner_label)


def _field_of(value: object, name: str) -> str:
    """`shown` for a time limit that is written as one word: two languages need the field by its name."""
    if isinstance(value, Due) and name == "shown" and value.shown is not None:
        return "shown" if value.at[:3] == value.shown.zh_origin.place[:3] else ""
    return ""
