"""What can go wrong when translators' work comes back: B401 to B449."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.problems import Binding, Finding, Place, Severity, message, problem
from jiyao.review.differences import marked

if TYPE_CHECKING:
    from jiyao.review.finished import Line

_LONGEST = 60


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


@problem("B401", "review", binding=Binding.SAFETY)
def no_review_file(file: str) -> Finding:
    """The file is none that `jiyao review export` has made, nor one that a translator's program saved of it.

    Read back are the review sheet (.docx, .xlsx), XLIFF 1.2 and 2.0, TMX, an OmegaT project, and the decisions of the
    review page (.json).
    """
    return Finding(Place(file), message("it is no review file"), message("import a file that was exported for review"))


@problem("B403", "review", binding=Binding.SAFETY)
def no_baseline(file: str) -> Finding:
    """The file no longer says what was handed out, so nobody can tell what was changed in it.

    Each export carries that, and most programs keep it; the folder that it was exported from keeps a copy in
    `.jiyao/review`. Import the file there, or copy the new texts into a fresh export.
    """
    said = message("it does not say what was handed out")
    return Finding(Place(file), said, message("import it in the folder that it was exported from"))


@problem("B404", "review", binding=Binding.SAFETY)
def no_record(file: str, record: str) -> Finding:
    """The record that the file belongs to is not in the folder from which it is imported.

    Name it with `--record`, or go to the folder in which the records are.
    """
    return Finding(
        Place(file), message("there is no record {record} here", record=record), message("name it: --record")
    )


@problem("B405", "review", binding=Binding.SAFETY)
def another_record(file: str, record: str) -> Finding:
    """The file was exported from another record than the one that it is to be imported into."""
    return Finding(Place(file), message("it belongs to another record than {record}", record=record))


@problem("B406", "review", binding=Binding.SAFETY)
def missing(place: Place) -> Finding:
    """A segment that was handed out did not come back: its row, unit or paragraph is gone.

    Nothing is imported, since nobody can tell whether it was deleted on purpose. `--partial` imports what there is.
    """
    said = message("segment {name} did not come back", name=place.where)
    return Finding(place, said, message("`--partial` imports the others"))


@problem("B407", "review", binding=Binding.SAFETY)
def twice(place: Place) -> Finding:
    """A segment came back more than once: its row was copied. Delete the one that does not count.

    `--partial` imports the other segments.
    """
    return Finding(place, message("segment {name} came back more than once", name=place.where))


@problem("B408", "review", binding=Binding.SAFETY)
def unknown(place: Place) -> Finding:
    """A segment came back that was never handed out: its ID was changed, or it was added.

    Restore the ID as it was. `--partial` imports the other segments.
    """
    return Finding(place, message("segment {name} was never handed out", name=place.where))


@problem("B409", "review", binding=Binding.SAFETY)
def conflict(place: Place, theirs: str, ours: str) -> Finding:
    """A text was changed in the file and, since it was handed out, in the record too, each in another way.

    Nothing is written until somebody decides: `--theirs` takes what the file says, `--ours` keeps what the record says.
    """
    said = message("the file says “{theirs}”, the record by now “{ours}”", theirs=_short(theirs), ours=_short(ours))
    return Finding(place, said, message("decide with `--ours` or `--theirs`"))


@problem("B410", "review", severity=Severity.WARNING, binding=Binding.SAFETY)
def tampered(place: Place, ours: str, theirs: str) -> Finding:
    """Somebody changed the Chinese in the file, which is only there to be read: this segment is not imported.

    Change the Chinese in the record, and export again.
    """
    said = message("its Chinese was changed from “{ours}” to “{theirs}”", ours=_short(ours), theirs=_short(theirs))
    return Finding(place, said, message("change the Chinese in the record"))


@problem("B411", "review", binding=Binding.SAFETY)
def new_source(place: Place, zh: str) -> Finding:
    """The Chinese of this text has changed in the record since it was handed out, so the English is of another text.

    `--theirs` takes the English all the same, where the text still stands in its place; `--ours` leaves it.
    """
    said = message("the record no longer says “{zh}”", zh=_short(zh))
    return Finding(place, said, message("decide with `--ours` or `--theirs`"))


@problem("B412", "review", severity=Severity.WARNING, binding=Binding.SAFETY)
def locked(place: Place) -> Finding:
    """A text was changed that was handed out only to be read: it is final, or stands where no English can be written.

    The record stays as it is. To change a final text, take its state `final` away in the record.
    """
    return Finding(place, message("it is locked and stays as it is"))


@problem("B413", "review", binding=Binding.SAFETY)
def not_written(file: str) -> Finding:
    """The English could not be written into the record without changing something else, so nothing was written."""
    return Finding(Place(file), message("the texts could not be written into it; it is as it was"))


@problem("B414", "review", severity=Severity.NOTE, binding=Binding.PRACTICE)
def remark(place: Place, author: str, text: str) -> Finding:
    """What a reviewer wrote beside a text, as a comment or in the column of notes."""
    if author:
        return Finding(place, message("{author}: {text}", author=author, text=text))
    return Finding(place, message("a reviewer: {text}", text=text))


@problem("B415", "review", severity=Severity.WARNING, binding=Binding.SAFETY)
def emptied(place: Place, base: str) -> Finding:
    """The English came back empty. A text is never deleted that way; the record keeps what it has."""
    return Finding(place, message("“{base}” came back empty and stays", base=_short(base)))


@problem("B416", "review", binding=Binding.CONSISTENCY)
def not_exported(place: Place) -> Finding:
    """A record with errors is not handed out: its texts would come back to a record that has to change first."""
    return Finding(place, message("not exported: it has errors"), message("mend what `jiyao check` reports"))


@problem("B417", "review", severity=Severity.WARNING, binding=Binding.PRACTICE)
def still_draft(place: Place) -> Finding:
    """An English text that a release prints is still a draft: its state is `draft`, and nobody has reviewed it.

    Have it reviewed (`jiyao review export`), then write its state: `reviewed` or `final`. `--allow-draft` makes the
    release without a word.
    """
    return Finding(place, message("this English is still a draft"), message("have it reviewed, or use `--allow-draft`"))


@problem("B331", "review")
def no_memory(place: Place) -> Finding:
    """A translation memory cannot be read: the file is no TMX, or it is damaged. It stays as it is."""
    return Finding(place, message("this is no translation memory (TMX)"))


@problem("B332", "review", severity=Severity.NOTE, binding=Binding.PRACTICE)
def filled_nearly(place: Place, likeness: int, difference: str) -> Finding:
    """An English text was filled in from the memory for a Chinese one that is only like it. What differs is shown.

    Numbers and names are what mostly differs: read it before anybody else does.
    """
    said = message("from a text that is {likeness}% like it: {difference}", likeness=likeness, difference=difference)
    return Finding(place, said)


@problem("B333", "review")
def no_pairs(place: Place) -> Finding:
    """A bilingual file holds no pairs of Chinese and English.

    Of tables (`.tsv`, `.csv`, `.xlsx`) the columns are taken that are called zh and en, 中文 and 英文, or source and
    target, else the first two. XLIFF 1.2 and 2, TMX and review sheets are read as they are.
    """
    return Finding(place, message("there are no pairs of Chinese and English in this file"))


@problem("B418", "review", binding=Binding.SAFETY)
def made_of_another(file: str, record: str) -> Finding:
    """The record, its office or the template has changed since the document was made.

    So nobody can tell what was edited in the document from what has changed in the record.
    """
    said = message("it was made of another state of {record}, of its office or its template", record=record)
    return Finding(Place(file), said, message("`jiyao make` writes the new one beside it; compare the two in Word"))


@problem("B419", "review", severity=Severity.WARNING, binding=Binding.SAFETY)
def astray(line: Line, before: str, after: str) -> Finding:
    """An edit in a document is in no text of its record: in a sentence of the program's own, or a paragraph of its own.

    Nothing of it is written into the record. What the program words itself can be changed by `wording`; names, days and
    votes by their fields.
    """
    said = message("this edit is in no text of the record: {edit}", edit=marked(_short(before), _short(after)))
    return Finding(line.place, said, message("change its field in the record, or its `wording`"))
