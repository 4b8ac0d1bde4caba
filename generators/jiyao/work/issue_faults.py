"""What can keep a record from being issued: R320 and on."""

from __future__ import annotations

from jiyao.problems import Finding, Message, Place, Severity, message, problem


@problem("R320", "issue")
def already_issued(place: Place) -> Finding:
    """The record is issued already: what people hold in their hands does not change.

    A mistake is mended by `jiyao issue --thaw`, which notes who did it and why; then the record can be corrected and
    issued again, under the number that it has.
    """
    hint = message("to change it: `jiyao issue --thaw --by … --reason …`")
    return Finding(place, message("it is issued already"), hint)


@problem("R321", "issue")
def no_series(place: Place, known: tuple[str, ...]) -> Finding:
    """Nobody says which number the record gets.

    `series` of office.yaml names the series in which an office numbers what it issues; where it has several, `--series`
    names the one that is meant. A number that stands in the record (`issue.number`), or after `--number`, is kept.
    """
    if known:
        said = message("the office has several series of numbers: {known}", known=known)
        return Finding(place, said, message("say which with --series"))
    hint = message("write `series: [{{id: minutes}}]` into office.yaml, or a number into the record")
    return Finding(place, message("the office has no such series of numbers"), hint)


@problem("R322", "issue")
def number_is_taken(place: Place, number: str, by: str) -> Finding:
    """Another record has the number already: two documents of one number could not be told apart.

    Take the number out of the record, and the next free one is handed out.
    """
    return Finding(place, message("the number {number} belongs to {by}", number=number, by=by))


@problem("R323", "issue")
def no_register(file: str) -> Finding:
    """The register (register.csv) cannot be read, so no number is handed out: it might be one that somebody has.

    Its first line holds the names of the columns. Restore the file, or move it away: the numbers in the records count
    without it, too.
    """
    return Finding(Place(file), message("this is no register of issues"))


@problem("R324", "issue", severity=Severity.NOTE)
def gap(file: str, series: str, numbers: str) -> Finding:
    """Numbers of the series that nobody has: one was written by hand, or a record is gone.

    Whoever keeps the files should be able to say what became of them.
    """
    return Finding(Place(file), message("series {series}: nobody has {numbers}", series=series, numbers=numbers))


@problem("R325", "issue")
def not_issued(place: Place) -> Finding:
    """There is nothing to thaw: the record is not issued."""
    return Finding(place, message("it is not issued"))


@problem("R326", "issue")
def not_recorded(place: Place, why: Message) -> Finding:
    """The record could not be written, so it is not issued, and no number was handed out."""
    return Finding(place, message("not issued: {why}", why=why))
