"""The translators' round trip on disk: handing out what a record says, and writing back what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import NamedTuple

from jiyao.documents.shipped import Edition
from jiyao.languages.text import State
from jiyao.problems import Message, Problem, Severity
from jiyao.records.choices import DocumentName
from jiyao.records.load import load_record
from jiyao.records.reading import Source, read
from jiyao.records.refusals import unreadable
from jiyao.records.suffixes import holds_lines
from jiyao.records.translating import Translation, translated
from jiyao.records.writing import NotWrittenError
from jiyao.review import faults
from jiyao.review.baseline import Baseline, baseline, baseline_of
from jiyao.review.exchange import WRITERS, read_returned
from jiyao.review.handout import Handout
from jiyao.review.merging import Merge, merged
from jiyao.review.omegat import SAVED, SOURCE, read_omegat
from jiyao.review.returned import Returned
from jiyao.review.xliff import original_of
from jiyao.work.faults import already_there, not_written
from jiyao.work.fixing import put_back
from jiyao.work.making import Drafting
from jiyao.work.opening import opened
from jiyao.work.products import Order
from jiyao.work.reasons import reason
from jiyao.work.term_file import terms_of
from jiyao.work.workspace import OWN_FOLDER, Found, Workspaces, find_office, shown
from jiyao.work.writing import safe_name, write_whole

KEPT = "review"
"""The folder in `.jiyao` with what was handed out, for programs that drop it from their files."""


class Export(NamedTuple):
    """What a record was handed out as."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


class Import(NamedTuple):
    """A returned file and what it means for its record; no record where it could not be found."""

    file: str
    returned: Returned | None
    found: Found | None
    merge: Merge


def handed_out(found: Found, form: str, folder: Path | None, handout: Handout, *, force: bool = False) -> Export:
    """Write a record for a translator, and a preview of its English release where one can be made.

    A file that is there already stays, unless `force`: somebody may be working on it.
    """
    target = folder or found.file.path.parent
    stem = _stem(found)
    contents = {f"{stem}{ending}": data for ending, data in WRITERS[form](handout).items()}
    contents |= {f"{stem}.preview.docx": data for data in _preview(found)}
    written: list[Path] = []
    problems: list[Problem] = []
    for name, data in contents.items():
        path = target / name
        is_preview = name.endswith(".preview.docx")
        try:
            if path.exists() and not force and not is_preview and path.read_bytes() != data:
                problems.append(already_there(shown(path)))
                continue
            write_whole(path, data)
            written.append(path)
        except OSError as error:
            problems.append(not_written(shown(path), reason(error)))
    problems += _keep(found, handout.baseline)
    return Export(tuple(written), tuple(problems))


def handout_of(found: Found, checks: dict[str, tuple[str, ...]], *, with_memory: bool = False) -> Handout:
    """A record as it is handed out; `checks` is what is said of its segments, in words.

    Of the memory of its workspace goes along what is public, for programs that look into one.
    """
    office = found.piece.office_file
    root = office.parent if office else found.file.real.parent
    name = (
        found.file.real.relative_to(root).as_posix() if found.file.real.is_relative_to(root) else found.file.path.name
    )
    # Forbidden renderings are for nobody's glossary: a program would offer them like the others.
    table = terms_of(office, found.record.office)
    terms = tuple((each.zh, en) for each in table.entries for en in each.english)
    return Handout(baseline(found.record, name), checks, terms=terms, memory=_memory(found) if with_memory else ())


def _memory(found: Found) -> tuple[tuple[str, str], ...]:
    # Here, since it brings what searches memories.
    from jiyao.review.memory import PUBLIC, Memory
    from jiyao.work.memory_file import memory_of, read_memory_file

    memory = read_memory_file(memory_of(found))
    # One that cannot be read is told by the commands that are about it.
    entries = memory.entries if isinstance(memory, Memory) else ()
    return tuple((each.zh, each.en) for each in entries if each.access == PUBLIC)


def brought_back(path: Path, records: Sequence[str], *, partial: bool) -> Import:
    """What a returned file means for the record that it belongs to, as that is now.

    `records` are paths to look for it in, those that the user named, else the current folder.
    """
    name = shown(path)
    try:
        data, returned = _read(path, name)
    except OSError as error:
        return Import(name, None, None, Merge((), (unreadable(name, reason(error)),)))
    if not isinstance(returned, Returned):
        return Import(name, None, None, Merge((), returned))
    if returned.baseline is None and (kept := _kept(original_of(data))):
        returned = returned._replace(baseline=kept)
    base = returned.baseline
    if base is None:
        fault = faults.no_baseline(name) if returned.rows else faults.no_review_file(name)
        return Import(name, returned, None, Merge((), (fault,)))
    found = _record_of(base, records)
    if found is None:
        return Import(name, returned, None, Merge((), (faults.no_record(name, base.record),)))
    if not _is_same(found, base):
        return Import(name, returned, None, Merge((), (faults.another_record(name, shown(found.file.path)),)))
    return Import(name, returned, found, merged(returned, found.record, name, partial=partial))


def _read(path: Path, name: str) -> tuple[bytes, Returned | tuple[Problem, ...]]:
    """A returned file, or the folder of an OmegaT project. Raises OSError where it cannot be read."""
    if not path.is_dir():
        with opened(path) as file:
            data = file.read()
        return data, read_returned(data, name)
    source = next(iter(sorted((path / SOURCE).glob("*.xlf"))), None)
    if source is None or not (path / SAVED).is_file():
        return b"", (faults.no_review_file(name),)
    data = source.read_bytes()
    return data, read_omegat(data, (path / SAVED).read_bytes()) or (faults.no_review_file(name),)


def write_back(found: Found, wanted: Sequence[Translation]) -> Problem | None:
    """Write translations into a record; where that fails the file is as it was, and the problem says why."""
    path, source = found.file.path, found.record.source
    try:
        text = translated(source, wanted)
        (again,) = read(text.encode(), "again.json" if holds_lines(path.name) else source.file)
        _prove(found, replace(again, file=source.file))
        put_back(path, source, text)
    except OSError as error:
        return not_written(shown(path), reason(error))
    except NotWrittenError:
        return faults.not_written(shown(path))
    return None


def _prove(found: Found, again: Source) -> None:
    errors = [
        [each.code for each in record.problems if each.severity is Severity.ERROR]
        for record in (found.record, load_record(again, found.record.office))
    ]
    if len(errors[1]) > len(errors[0]):
        raise NotWrittenError("the record would have more errors than before")


def checked_again(before: Found) -> Iterator[Problem]:
    """What the checks say of the texts of a record now, and did not say before something was written into it."""
    from jiyao.review.checks.records import check_texts

    path = before.file.path
    terms = terms_of(before.piece.office_file, before.record.office).entries
    said = Counter((each.code, str(each.message)) for each in check_texts(before.record, terms))
    for again in Workspaces().records([str(path)]):
        if again.record.source.line != before.record.source.line:
            continue
        for each in check_texts(again.record, terms):
            said[each.code, str(each.message)] -= 1
            if said[each.code, str(each.message)] < 0:
                yield each


def states(found: Found) -> dict[State | None, int]:
    """How many texts of a record are in which state; None for those with no English at all."""
    counted: dict[State | None, int] = {}
    for each in baseline(found.record, "").segments:
        if each.zh:
            state = (each.state or State.REVIEWED) if each.en else None
            counted[state] = counted.get(state, 0) + 1
    return counted


def _preview(found: Found) -> Iterator[bytes]:
    """The English release as it would be, where it can be made; why not is what `jiyao make` says."""
    order = Order(documents=(DocumentName.RELEASE,), editions=(Edition.EN,))
    for drafted in Drafting(order).drafted(found.piece):
        yield from (each.content for each in drafted.drafts if each.content is not None)


def _stem(found: Found) -> str:
    name = found.file.path.stem
    meeting = found.record.meeting
    if holds_lines(found.file.path.name):
        name = f"{name}-{(meeting and meeting.id) or found.record.source.line}"
    return safe_name(name, "")


def _keep(found: Found, base: Baseline) -> Iterator[Problem]:
    office = found.piece.office_file
    folder = (office or found.file.real).parent / OWN_FOLDER / KEPT
    try:
        write_whole(folder / f"{base.key}.json", base.as_json().encode())
    except OSError as error:
        yield not_written(shown(folder), _why(error))


def _why(error: OSError) -> Message:
    return reason(error)


def _kept(key: str) -> Baseline | None:
    """What was handed out under that key, from the folder that one is in, or above it."""
    if not key.isalnum():
        return None
    for folder in (Path.cwd(), *Path.cwd().parents):
        file = folder / OWN_FOLDER / KEPT / f"{key}.json"
        if file.is_file():
            return baseline_of(file.read_text("utf-8", errors="replace"))
    return None


def _record_of(base: Baseline, records: Sequence[str]) -> Found | None:
    """The record that was handed out: where its path says, else the one of that name and id."""
    office = find_office(Path.cwd() / "x")
    roots = [Path.cwd(), *([office.parent] if office else [])]
    direct = [str(root / base.record) for root in roots if (root / base.record).is_file()]
    paths = records or direct[:1] or [str(path) for path in _named(PurePath(base.record).name)]
    candidates = [each for each in Workspaces().records([shown(Path(path)) for path in paths]) if each.record.meeting]
    if base.meeting:
        own = [each for each in candidates if each.record.meeting and each.record.meeting.id == base.meeting]
        return next(iter(own or candidates[:1]), None)
    return next((each for each in candidates if each.record.source.line == base.line), None)


def _named(name: str) -> list[Path]:
    """The files of that name below the current folder, but for hidden ones."""
    return [file.path for file in Workspaces().files(["."]) if file.path.name == name]


def _is_same(found: Found, base: Baseline) -> bool:
    """Whether a record is the one that was handed out: by its id, else by what it says."""
    meeting = found.record.meeting
    if base.meeting and meeting and meeting.id:
        return meeting.id == base.meeting
    ids = {each.id for each in baseline(found.record, "").segments if "." in each.id or each.id == "title"}
    return any(each.id in ids for each in base.segments)
