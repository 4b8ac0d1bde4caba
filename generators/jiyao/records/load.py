"""From bytes to a `Meeting`: the whole way in, with everything that is wrong on it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.problems import Place, Problem, Severity
from jiyao.records.checks import check_meeting
from jiyao.records.fields import Reading, Shape
from jiyao.records.meeting import Meeting
from jiyao.records.office import NO_OFFICE, Office, read_office
from jiyao.records.reading import Source, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiyao.records.publication import Ignored

MEETING = Shape(Meeting)

HASH_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Record:
    """One record as far as it could be read: `meeting` is None where a field that it must have is missing."""

    source: Source
    meeting: Meeting | None
    office: Office
    problems: tuple[Problem, ...]

    @property
    def is_usable(self) -> bool:
        """Whether documents can be made of it: it was read, and nothing in it is an error."""
        return self.meeting is not None and not any(each.severity is Severity.ERROR for each in self.problems)

    def heard(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Those of problems that stop no document which nobody let stand (`ignore`): here errors may be let too."""
        dismissed = (*(self.meeting.ignore if self.meeting else ()), *self.office.ignore)
        yield from _heard(problems, dismissed, self.source, errors_stay=False)


def load_records(data: bytes, file: str, office: Office = NO_OFFICE) -> Iterator[Record]:
    """The records of a file, one by one; each comes with all problems found in it, in the order of the file."""
    for source in read(data, file):
        yield load_record(source, office)


def load_record(source: Source, office: Office) -> Record:
    """The meeting that a source describes, against the people and units of an office."""
    reading = Reading(office.first_language, office.directory, [])
    meeting = MEETING.read(source.node, "", reading) if source.node is not None else None
    if meeting is not None and (meeting.at.line, meeting.at.column) != (source.line, 1):
        meeting = replace(meeting, at=Place(source.file, source.line, 1))
    for problem in check_meeting(meeting) if meeting and not reading.is_full else ():
        reading.report(problem)
    dismissed = (*(meeting.ignore if meeting else ()), *office.ignore)
    heard = _heard((*source.problems, *reading.problems), dismissed, source)
    return Record(source, meeting, office, tuple(sorted(heard, key=lambda each: each.place)))


def _heard(
    problems: Iterable[Problem], dismissed: Iterable[Ignored], source: Source, *, errors_stay: bool = True
) -> Iterator[Problem]:
    """The problems that nobody let stand (`ignore`); an error that stops the documents cannot be dismissed."""
    hashes: dict[str, set[str | None]] = {}
    for each in dismissed:
        hashes.setdefault(each.code, set()).add(each.hash and each.hash.lower())
    lines = source.text.split("\n") if hashes else ()
    for problem in problems:
        line = problem.place.line - source.line
        written = lines[line] if 0 <= line < len(lines) else ""
        held = hashes.get(problem.code, set()) & {None, line_hash(written)}
        if (errors_stay and problem.severity is Severity.ERROR) or not held:
            yield problem


def line_hash(line: str) -> str:
    """What `ignore` knows a line of a record by, whatever blanks are around it."""
    return sha256(line.strip().encode()).hexdigest()[:HASH_LENGTH]


def load_office(data: bytes, file: str) -> tuple[Office | None, Source, tuple[Problem, ...]]:
    """The office that `office.yaml` describes, its source, and all problems of the file."""
    source = next(iter(read(data, file)))
    if source.node is None:
        return None, source, source.problems
    office, problems = read_office(source.node)
    return office, source, tuple(sorted((*source.problems, *problems), key=lambda each: each.place))
