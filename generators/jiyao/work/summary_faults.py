"""What can go wrong with a summary on this machine: family D, from D510 on."""

from __future__ import annotations

from jiyao.problems import Finding, Message, Place, Severity, message, problem


@problem("D510", "contents", severity=Severity.NOTE)
def pages_unknown(file: str, why: Message) -> Finding:
    """The contents of a summary show no page numbers, since nobody on this machine could look at the pages.

    Only a text processor knows on which page a heading stands. Where LibreOffice is installed, the program asks it.
    Else Word is told to look: it asks when the document is opened; answer yes, or press F9 in the contents.
    """
    said = message("the contents have no page numbers yet: {why}", why=why)
    return Finding(Place(file), said, message("open the document in Word and say yes to updating its fields"))


@problem("D511", "summary")
def nothing_to_count(place: Place) -> Finding:
    """No meeting of the period is among the records, so there is nothing to sum up.

    Look at the years in the records (`held`), and at `--year`, `--from` and `--to`.
    """
    return Finding(place, message("no meeting of this period is among the records"), message("look at --year"))
