"""Three versions of every text - as it was handed out, as it came back, as the record has it now - into one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from jiyao.languages.text import State
from jiyao.problems import Place, Problem
from jiyao.records.translating import Translation
from jiyao.review import faults
from jiyao.review.returned import Returned, Row, clean
from jiyao.review.segments import Segment, Unit, source_hash, units_of

if TYPE_CHECKING:
    from jiyao.records.load import Record


class Fate(StrEnum):
    """What becomes of one returned segment."""

    SAME = "same"
    """Nobody changed it in the file."""
    CHANGED = "changed"
    """The file has a new text, and the record is as it was."""
    ALREADY = "already"
    """The record already says what the file says."""
    CONFLICT = "conflict"
    """File and record were changed, and differ; or the Chinese is a new one."""
    REFUSED = "refused"
    """It is not written at all: emptied, locked, or its Chinese was changed in the file."""


class Outcome(NamedTuple):
    """One returned segment beside the record: `base` was handed out, `theirs` came back, `ours` is there now."""

    id: str
    label: str
    zh: str
    base: str
    theirs: str
    ours: str
    fate: Fate
    row: Row
    unit: Unit | None
    part: int
    """Its place among the parts of its text; -1 where the text is cut another way now, and stands for all of it."""
    is_new_source: bool = False
    """Whether the Chinese is not the one that was handed out."""


class Merge(NamedTuple):
    """All outcomes of one returned file, and what is wrong with it."""

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]

    def of(self, fate: Fate) -> tuple[Outcome, ...]:
        return tuple(each for each in self.outcomes if each.fate is fate)


def merged(returned: Returned, record: Record, file: str, *, partial: bool = False) -> Merge:
    """What a returned file means for the record as it is now. `file` is what problems call the file."""
    base = returned.baseline
    if base is None:
        return Merge((), (faults.no_baseline(file),))
    rows, problems = _by_id(returned.rows, {each.id for each in base.segments}, file, partial=partial)
    units = {unit.id: unit for unit in units_of(record)}
    names = {each.id.partition("/")[0] for each in base.segments}
    # A text whose Chinese is new is looked for where it stood; what was handed out under another id is not it.
    by_path = {unit.path: unit for unit in units.values() if unit.id not in names}
    outcomes: list[Outcome] = []
    for name, group in groupby(base.segments, key=lambda each: each.id.partition("/")[0]):
        segments = list(group)
        unit = units.get(name) or by_path.get(segments[0].path)
        outcomes += _of_text(segments, rows, unit)
    problems += [problem for each in outcomes for problem in _said(each, file)]
    return Merge(tuple(outcomes), tuple(problems))


def _by_id(rows: Sequence[Row], known: set[str], file: str, *, partial: bool) -> tuple[dict[str, Row], list[Problem]]:
    """The rows by id, and what is wrong with the ids: twice, unknown, or gone."""
    counts = Counter(row.id for row in rows)
    problems = [faults.twice(Place(file, where=name)) for name, number in counts.items() if number > 1]
    problems += [faults.unknown(Place(file, where=name)) for name in counts if name not in known]
    if not partial:
        problems += [faults.missing(Place(file, where=name)) for name in sorted(known - counts.keys())]
    return {row.id: row for row in rows if counts[row.id] == 1 and row.id in known}, problems


def _of_text(segments: Sequence[Segment], rows: Mapping[str, Row], unit: Unit | None) -> Iterator[Outcome]:
    """The outcomes of the parts of one text."""
    if unit and [part.zh for part in unit.parts] == [each.zh for each in segments]:
        for number, (segment, part) in enumerate(zip(segments, unit.parts, strict=True)):
            if row := rows.get(segment.id):
                yield _outcome(segment, row, part.en, unit, number)
        return
    there = [rows.get(segment.id) for segment in segments]
    if not any(there):
        return
    # The text is cut another way now: it is compared as a whole.
    base = "".join(each.en + each.gap for each in segments)
    said = (clean(row.en) if row else each.en for row, each in zip(there, segments, strict=True))
    theirs = "".join(en + each.gap for en, each in zip(said, segments, strict=True))
    ours = unit.text.en if unit else ""
    found = [row for row in there if row]
    row = Row(
        segments[0].id,
        None,
        theirs,
        tuple(remark for each in found for remark in each.remarks),
        tuple(name for each in found for name in each.authors),
    )
    whole = segments[0]._replace(zh="".join(each.zh for each in segments), en=base)
    outcome = _outcome(whole, row, ours, unit, -1)
    if unit and _squeezed(unit.text.zh) == _squeezed(whole.zh):
        yield outcome
    else:
        is_lost = outcome.fate in {Fate.CHANGED, Fate.CONFLICT} or (unit is None and outcome.fate is not Fate.SAME)
        yield outcome._replace(fate=Fate.CONFLICT if is_lost else outcome.fate, is_new_source=True)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _outcome(segment: Segment, row: Row, ours: str, unit: Unit | None, number: int) -> Outcome:
    theirs = row.en if number < 0 else clean(row.en)
    fate = _fate(segment, row, theirs, ours, is_locked=unit is not None and unit.is_locked)
    return Outcome(segment.id, segment.label, segment.zh, segment.en, theirs, ours, fate, row, unit, number)


def _fate(segment: Segment, row: Row, theirs: str, ours: str, *, is_locked: bool) -> Fate:
    if theirs == clean(segment.en):
        return Fate.SAME
    if theirs == clean(ours):
        return Fate.ALREADY
    tampered = row.zh is not None and source_hash(clean(row.zh)) != source_hash(clean(segment.zh))
    if segment.is_locked or is_locked or tampered or not theirs:
        return Fate.REFUSED
    return Fate.CHANGED if ours == segment.en else Fate.CONFLICT


def _said(outcome: Outcome, file: str) -> Iterator[Problem]:
    """What has to be said of an outcome; what was merely changed is shown by the command itself."""
    place = Place(file, where=outcome.id)
    zh = outcome.row.zh
    if zh is not None and source_hash(clean(zh)) != source_hash(clean(outcome.zh)):
        yield faults.tampered(place, outcome.zh, clean(zh))
    elif outcome.fate is Fate.REFUSED:
        yield faults.locked(place) if outcome.theirs else faults.emptied(place, outcome.base)
    elif outcome.fate is Fate.CONFLICT:
        if outcome.is_new_source:
            yield faults.new_source(place, outcome.zh)
        else:
            yield faults.conflict(place, outcome.theirs, outcome.ours)


def translations(outcomes: Sequence[Outcome], state: State | None = None) -> tuple[Translation, ...]:
    """What is to be written for these outcomes: the text that came back.

    What somebody outside says about states is not believed: a changed text that had a state, or no English, is to be
    reviewed (`needs-review`), unless whoever imports it names another `state`.
    """
    by_unit: defaultdict[str, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        if each.unit is not None:
            by_unit[each.unit.id].append(each)
    return tuple(filter(None, (_translation(group, state) for group in by_unit.values())))


def _translation(group: Sequence[Outcome], state: State | None) -> Translation | None:
    unit = group[0].unit
    if unit is None:
        return None
    new = {each.part: each.theirs for each in group}
    parts = (new.get(number, part.en) + part.en_gap for number, part in enumerate(unit.parts))
    en = new[-1] if -1 in new else "".join(parts)
    if state is None and (unit.text.state or not unit.text.en):
        state = State.NEEDS_REVIEW
    return Translation(unit.text.zh_origin.place, en, state, unit.field)
