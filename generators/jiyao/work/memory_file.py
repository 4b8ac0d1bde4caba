"""`memory.tmx` of a workspace on disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jiyao.problems import Place, Problem
from jiyao.records.refusals import unreadable
from jiyao.review.faults import no_memory
from jiyao.review.memory import Memory, Remembered, memory_file, memory_with, read_memory, remembered
from jiyao.review.segments import texts_of
from jiyao.views.public import MINUTES, RELEASE, public
from jiyao.work.locking import holding
from jiyao.work.opening import beginning_of
from jiyao.work.progress_file import record_key, workspace_of
from jiyao.work.reasons import reason
from jiyao.work.workspace import Found, shown
from jiyao.work.writing import write_whole

MEMORY = "memory.tmx"
MOST_BYTES = 200_000_000


def read_memory_file(path: Path, origin: str = "") -> Memory | Problem:
    """A memory; an empty one where there is no file, and instead of one that cannot be read why not."""
    try:
        data = beginning_of(path, MOST_BYTES)
    except FileNotFoundError:
        return Memory()
    except OSError as error:
        return unreadable(shown(path), reason(error))
    memory = read_memory(data, origin)
    return no_memory(Place(shown(path))) if memory is None else memory


def remember(path: Path, more: Iterable[Remembered]) -> int | Problem:
    """Put pairs into a memory; returned is how many it did not have. Raises OSError where it cannot be written."""
    with holding(path.parent, "memory"):
        memory = read_memory_file(path)
        if isinstance(memory, Problem):
            return memory
        again = memory.with_more(more)
        known = {(each.zh, each.en) for each in memory.entries}
        new = [each for each in again.entries if (each.zh, each.en) not in known]
        if new:
            # All of it: what is not read here is lost.
            write_whole(path, memory_with(beginning_of(path, -1), new) if path.exists() else memory_file(new))
        return len(new)


def memory_of(found: Found) -> Path:
    """Where the memory of a record's workspace is."""
    return workspace_of(found) / MEMORY


def remembered_of(found: Found) -> tuple[Remembered, ...]:
    """What may be remembered of a record; public is what a public document of it says, and nothing else."""
    meeting = found.record.meeting
    open_texts = (text for each in (RELEASE, MINUTES) if meeting for text in texts_of(public(meeting, each)))
    return tuple(remembered(found.record, record_key(found), frozenset(text.zh_origin.place for text in open_texts)))
