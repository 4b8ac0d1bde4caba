"""What the meeting resolved; who does it, until when and with which votes is no part of a release."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.languages.english.articles import is_determined, names_paper
from jiyao.records.choices import Result
from jiyao.views.release.english.frames import ING, STOP, first_sentence, says_itself
from jiyao.views.release.english.sentences import (
    ENDS,
    Runs,
    joined,
    lowered,
    own,
    piece,
    printed,
    sentence,
    spaced,
    text_of,
    trimmed,
    uncapitalised,
)
from jiyao.views.release.english.statements import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.records.items import Decision
    from jiyao.views.release.story import Resolved

APPROVED = {
    Result.ADOPTED: "approved",
    Result.APPROVED_IN_PRINCIPLE: "approved in principle",
    Result.NOTED: "took note of",
    Result.DEFERRED: "decided to defer",
    Result.REJECTED: "did not approve",
    Result.SUBMITTED: "decided to submit for further review",
}
"""What the meeting did with a matter that the text only names."""

WAS_APPROVED = {
    Result.ADOPTED: "approved",
    Result.APPROVED_IN_PRINCIPLE: "approved in principle",
    Result.NOTED: "noted",
    Result.DEFERRED: "deferred",
    Result.REJECTED: "not approved",
    Result.SUBMITTED: "submitted for further review",
}
PLURAL_PAPER = re.compile(
    r"^\W*(?:\w+ )*?(?:Opinions|Measures|Regulations|Rules|Provisions|Guidelines|Procedures|Priorities)\b"
)
VERB = re.compile(r"\b(?:is|are|was|were|be|been|will|shall|should|must|may|can|has|have|had|do|does)\b")
RESOLVED = re.compile(
    r"\b(?:approved|adopted|decided|agreed|endorsed|passed|resolved|rejected|deferred|postponed|put off|noted|elected"
    r"|appointed|submitted|referred|set aside|accepted|confirmed|ratified|authori[sz]ed)\b"
)
"""Words by which a sentence itself says that something was resolved."""

DECIDED = ", the meeting decided"


def resolved(part: Resolved) -> Iterator[Runs]:
    """One decision as a paragraph; several numbered, under a line of their own."""
    decisions = [each for each in part.decisions if each.text.en]
    if len(decisions) == 1:
        yield decision(decisions[0])
    elif decisions:
        yield sentence("the meeting made the following decisions:")
        for number, each in enumerate(decisions, start=1):
            yield numbered(number, _with_conditions(_listed(each), each))


def decision(each: Decision) -> Runs:
    """One decision with the meeting as its subject, or as what was decided."""
    text = trimmed(printed(each.text))
    words = text_of(text)
    if is_matter(words):
        verb = APPROVED[each.result or Result.ADOPTED]
        return _with_conditions(joined(f"the meeting {verb} ", _the(text)), each)
    if says_itself(words) or (STOP.search(words) and RESOLVED.search(words)):
        return _with_conditions(text, each)
    if words[:1].islower():
        return _with_conditions(joined("the meeting decided ", _clause(text)), each)
    return _with_conditions(_decided(text), each)


def is_matter(text: str) -> bool:
    """Whether a text only names what was dealt with: “…”, a plan by its title."""
    if STOP.search(text) or VERB.search(text):
        return False
    return text[:1] in '“"' or (text[:1].isupper() and names_paper(text))


def _listed(each: Decision) -> Runs:
    """A decision as a sentence of a list."""
    text = trimmed(printed(each.text))
    words = text_of(text)
    if words[:1].islower() and not says_itself(words):
        return joined("it was decided ", _clause(text))
    if not is_matter(words):
        return text
    was = "were" if PLURAL_PAPER.match(words) else "was"
    return joined(_the(text), f" {was} {WAS_APPROVED[each.result or Result.ADOPTED]}")


def _the(title: Runs) -> Runs:
    return title if is_determined(text_of(title)) else joined("the ", title)


def _clause(text: Runs) -> Runs:
    """To set up a team; that the owners bear no costs; on setting up a team."""
    words = text_of(text)
    if re.match(r"(?:to|that|on|against)\b", words):
        return text
    if ING.match(words):
        return joined("on ", text)
    return joined("that ", uncapitalised(text)) if is_determined(words) else joined("to ", lowered(text))


def _decided(text: Runs) -> Runs:
    """A whole sentence that does not say itself that it was decided: the first of several does."""
    (run,) = text
    found = first_sentence(run.text)
    if found is None and not STOP.search(run.text):
        return joined(text, DECIDED)
    if found is None or run.text[found[0]] != "." or found[2] > found[0] + 1:
        return joined("the meeting decided the following: ", text)
    mark, _, end = found
    rest = piece(run, end)
    return (piece(run, 0, mark), own(f"{DECIDED}."), *((rest,) if rest.text else ()))


def _with_conditions(runs: Runs, each: Decision) -> Runs:
    """…, subject to consultation: behind a comma where they go on, else as a sentence of their own."""
    conditions = trimmed(printed(each.conditions))
    words = text_of(conditions)
    if not conditions or words.rstrip(".") in each.text.en:
        return sentence(runs)
    open_ended = words[:1].islower() and not text_of(runs).rstrip(".").endswith(ENDS)
    if not open_ended:
        return spaced(sentence(runs), sentence(conditions))
    last = runs[-1]
    open_end = (*runs[:-1], piece(last, 0, -1)) if last.text.endswith(".") else runs
    return sentence(tuple(run for run in open_end if run.text), ", ", conditions)
