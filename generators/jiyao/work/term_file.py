"""`terms.csv` of a workspace on disk, and files of terms that come from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jiyao.problems import Place
from jiyao.records.encoding import decode
from jiyao.records.office import Office
from jiyao.records.refusals import unreadable
from jiyao.review.terms.faults import no_terms
from jiyao.review.terms.table import Entry, TermTable, read_terms, with_terms
from jiyao.work.locking import holding
from jiyao.work.opening import beginning_of
from jiyao.work.reasons import reason
from jiyao.work.workspace import shown
from jiyao.work.writing import write_whole

TERMS = "terms.csv"
MOST_BYTES = 20_000_000
GLOSSARIES = frozenset((".txt", ".utf8"))
TABLES = frozenset((".csv", ".tsv"))


def read_term_file(path: Path) -> TermTable:
    """The terms of a workspace's table; none, and nothing wrong, where there is no file."""
    try:
        data = beginning_of(path, MOST_BYTES)
    except FileNotFoundError:
        return TermTable()
    except OSError as error:
        return TermTable((), (unreadable(shown(path), reason(error)),))
    return read_terms(data, shown(path))


def terms_of(office_file: Path | None, office: Office) -> TermTable:
    """The terms that count for an office: those of `terms.csv` beside `office.yaml`, and what is wrong there."""
    if office_file is None:
        return TermTable()
    table = read_term_file(office_file.parent / TERMS)
    return TermTable(table.of(office), table.problems)


def write_term_file(path: Path, changes: Sequence[Entry]) -> None:
    """Put terms into a table that is writable. Raises OSError; the old file is then as it was."""
    with holding(path.parent, "terms"):
        # All of it: what is not read here is lost.
        before = beginning_of(path, -1) if path.exists() else b""
        write_whole(path, with_terms(before, changes))


def imported_terms(path: Path) -> TermTable:
    """The terms of a file from elsewhere: a table (`.csv`, `.tsv`), a glossary of OmegaT (`.txt`), TBX (`.tbx`)."""
    if path.suffix.lower() in TABLES:
        return read_term_file(path)
    try:
        data = beginning_of(path, MOST_BYTES)
    except OSError as error:
        return TermTable((), (unreadable(shown(path), reason(error)),))
    # Here, since records are checked without it.
    from jiyao.review.terms.exchange import read_glossary, read_tbx

    decoded = decode(data, shown(path)) if path.suffix.lower() in GLOSSARIES else None
    if decoded and decoded.text is None:
        return TermTable((), decoded.problems)
    found = read_glossary(decoded.text or "") if decoded else read_tbx(data)
    problems = decoded.problems if decoded else ()
    return TermTable(found, problems) if found else TermTable((), (*problems, no_terms(Place(shown(path)))))


def exported_terms(suffix: str, entries: Sequence[Entry], title: str) -> bytes | None:
    """Terms as a file with that suffix; None for one that no terms are written as."""
    if suffix == ".csv":
        return with_terms(b"", entries)
    from jiyao.review.terms.exchange import glossary, tbx

    if suffix in GLOSSARIES:
        return glossary(entries)
    return tbx(entries, title) if suffix == ".tbx" else None
