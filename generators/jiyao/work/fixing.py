"""Mending record files with the edits that problems bring along."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from jiyao.problems import Edit, Severity
from jiyao.records import refusals
from jiyao.records.reading import Source, read
from jiyao.records.suffixes import holds_lines
from jiyao.records.writing import NotWrittenError, apart, spliced
from jiyao.work.opening import content_of
from jiyao.work.writing import write_whole

SYNTAX = refusals.syntax.rule.code


def fix_file(path: Path, fixes: Iterable[Sequence[Edit]]) -> int:
    """Mend a record file, in the encoding that it has; returned is how many of the fixes were made.

    A fix is made with all of its edits or not at all: not where it meets another one. Raises NotWrittenError where
    the file would be worse after it, OSError where it cannot be read or written; it is then as it was.
    """
    data = content_of(path)
    chosen = apart(fixes)
    new = _mended(data, path.name, chosen)
    if new == data:
        return 0
    _prove(data, new, path.name)
    # Through a link to the file itself: the link stays one.
    write_whole(path.resolve(), new)
    return len(chosen)


def _mended(data: bytes, name: str, fixes: Iterable[Sequence[Edit]]) -> bytes:
    """The file with all edits made; in a file of many records each line keeps its own encoding."""
    in_lines = holds_lines(name)
    edits: defaultdict[int, list[Edit]] = defaultdict(list)
    for edit in (edit for fix in fixes for edit in fix):
        edits[edit.place.line if in_lines else 1].append(edit)
    parts = BytesIO(data).readlines() if in_lines else [data]
    for source in read(data, name):
        if source.line in edits:
            parts[source.line - 1] = _with_edits(parts[source.line - 1], source, edits[source.line])
    return b"".join(parts)


def put_back(path: Path, source: Source, text: str) -> None:
    """Write a record into its file with another text, in the encoding that it has; other lines stay as they are.

    Raises NotWrittenError where the file is no longer as it was read, OSError where it cannot be written.
    """
    data = content_of(path)
    parts = BytesIO(data).readlines() if holds_lines(path.name) else [data]
    number = source.line - 1 if holds_lines(path.name) else 0
    encoding = source.encoding.removesuffix("-sig")
    body = source.text.encode(encoding)
    if number >= len(parts) or not parts[number].endswith(body):
        raise NotWrittenError("the file is not as it was read")
    parts[number] = parts[number].removesuffix(body) + text.encode(encoding)
    write_whole(path.resolve(), b"".join(parts))


def _with_edits(part: bytes, source: Source, edits: Sequence[Edit]) -> bytes:
    # What stands before the text are byte order marks, and they stay.
    encoding = source.encoding.removesuffix("-sig")
    body = source.text.encode(encoding)
    if not part.endswith(body):
        raise NotWrittenError("the file cannot be written back as it was read")
    return part.removesuffix(body) + spliced(source.text, edits, first_line=source.line).encode(encoding)


def _prove(before: bytes, after: bytes, name: str) -> None:
    old, new = _errors(before, name), _errors(after, name)
    if new.total() > old.total() or new[SYNTAX] > old[SYNTAX]:
        raise NotWrittenError("the file would have more errors than before")


def _errors(data: bytes, name: str) -> Counter[str]:
    """How often each error occurs in how the file is written."""
    problems = (each for source in read(data, name) for each in source.problems)
    return Counter(each.code for each in problems if each.severity is Severity.ERROR)
