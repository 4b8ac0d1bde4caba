"""Why a document is to be written, for whoever asks before it is (`--dry-run`) or afterwards (`--report`)."""

from __future__ import annotations

from enum import StrEnum

from jiyao.work.manifest import Outcome, Written
from jiyao.work.provenance import Provenance, provenance_from


class Why(StrEnum):
    """One reason; the values of the last five are the fields of `Provenance`."""

    NEW = "new"
    """No run has made it yet."""
    ISSUED = "issued"
    EDITED = "edited"
    """Somebody has edited what the last run wrote, or the file is not the program's."""
    GONE = "gone"
    """Nothing it is made of has changed, but the file is not there any more, or was overwritten by `--force`."""
    UNKNOWN = "unknown"
    """No run has noted what it was made of: there was something to say of the record, or it has pictures."""
    RECORD = "record"
    OFFICE = "office"
    TEMPLATES = "templates"
    OPTIONS = "options"
    PROGRAM = "program"


def reasons(known: Written | None, made_of: str, outcome: Outcome, *, is_issued: bool) -> tuple[Why, ...]:
    """Why a document that was `known` so was written, or would be, of what it is made of now; () where it was not."""
    if outcome is Outcome.UNCHANGED:
        return ()
    if outcome is Outcome.KEPT:
        return (Why.ISSUED if is_issued else Why.EDITED,)
    if known is None:
        return (Why.NEW,)
    before, now = provenance_from(known.made_of), provenance_from(made_of)
    if before is None or now is None:
        return (Why.UNKNOWN,)
    changed = tuple(Why(name) for name in Provenance._fields if getattr(before, name) != getattr(now, name))
    return changed or (Why.GONE,)
