"""What can be wrong with a table of terms: family B, from B161 on."""

from __future__ import annotations

from jiyao.problems import Binding, Finding, Message, Place, Severity, message, problem


@problem("B161", "terminology")
def not_a_term_table(place: Place) -> Finding:
    """A table of terms lacks the columns `zh` and `en` (中文, 英文), which its first row has to name.

    Others are `status`, `forbidden`, `office`, `note` and `source`; columns of your own stay as they are.
    """
    said = message("no table of terms: the columns {columns} are missing", columns=("zh", "en"))
    return Finding(place, said, message("the first row names the columns: zh,en,status,forbidden,office,note,source"))


@problem("B162", "terminology", severity=Severity.WARNING)
def row_without_term(place: Place) -> Finding:
    """A row of a table of terms has no Chinese term, or neither a rendering nor a forbidden one. It is left out."""
    return Finding(place, message("the row has no term, or no rendering"))


@problem("B163", "terminology", severity=Severity.WARNING)
def not_a_status(place: Place, word: str, known: tuple[str, ...]) -> Finding:
    """The status of a term is none of house, official, observed, unofficial (本单位, 官方, 见于, 非官方).

    The row is left out: nobody knows whether another rendering is a fault.
    """
    return Finding(place, message("`{word}` is no status; use one of: {known}", word=word, known=known))


@problem("B164", "terminology", severity=Severity.WARNING)
def term_twice(place: Place, zh: str) -> Finding:
    """A term stands in the table twice for the same office. The first row counts.

    Several renderings stand in one row, with | between them.
    """
    return Finding(place, message("{zh} stands in the table twice", zh=zh))


@problem("B165", "terminology", severity=Severity.WARNING, binding=Binding.SAFETY)
def rendered_otherwise(place: Place, zh: str, ours: str | Message, theirs: str | Message) -> Finding:
    """A table that is imported renders a term otherwise than the workspace does. The workspace's rendering stays.

    With `--theirs` the imported one takes its place.
    """
    said = message("{zh} is {ours} here and {theirs} there; ours stays", zh=zh, ours=ours, theirs=theirs)
    return Finding(place, said, message("`--theirs` takes the imported rendering"))


@problem("B167", "terminology")
def broken_table(place: Place) -> Finding:
    """A row of a table of terms cannot be read: a quotation mark is not closed, or a cell is larger than 128 KB.

    The rows above it count, it and those below do not, and nothing is written into the table: they would be lost.
    """
    said = message("from this row on the table cannot be read")
    return Finding(place, said, message("a quotation mark within a cell is written twice, and closes where it opened"))


@problem("B166", "terminology")
def no_terms(place: Place) -> Finding:
    """A file that is to be imported holds no terms: it is no `.csv`, no `.tbx` and no glossary of OmegaT.

    Of TBX the form `martif` is read, which the programs of translators write; not that of 2019.
    """
    return Finding(place, message("there are no terms in this file"))
