"""How the English of a statement is joined to its verb, and whether its text has the form for that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.languages.english.articles import is_determined
from jiyao.records.choices import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.records.items import Statement
    from jiyao.records.office import Office

MODAL = re.compile(r"\b(?:should|shall|must)\b")
AFTER_TO = re.compile(r"(?:to +)?(?:\w+ly +|also +|all +)?(should|shall|must)\b")
WHO = (
    "agency agencies authority authorities body bodies branch branches bureau bureaus city cities committee "
    "committees company companies county counties court courts department departments director directors "
    "district districts employee employees enterprise enterprises government governments group groups leader "
    "leaders level levels management member members office offices official officials organization "
    "organizations participant participants party parties people personnel procuratorate procuratorates "
    "region regions school schools secretary secretaries section sections side sides staff team teams unit "
    "units"
)
"""Who is asked to do something, by the last word before "to"."""

WHOM_TO = re.compile(
    r"(?:all|each|every|both|the|relevant|various|these|those)(?: [\w'’-]+){0,2}?"
    rf" (?:{WHO.replace(' ', '|')}) to [a-z]"
)
"""all departments to integrate …: who, and right behind it "to", where a clause would have its verb."""

THAT = re.compile(r"that\b", re.IGNORECASE)
TO = re.compile(r"\bto\b")
ING = re.compile(
    r"(?:not +|further +|\w+ly +)?(?!(?:bring|spring|string|king|ring|thing|during|nothing|something)\b)\w+ing\b",
    re.IGNORECASE,
)
STOP = re.compile(r"[.!?…:][”\"’')\]]*$")
SENTENCE_END = re.compile(r"([.!?])([”\"’')\]]*)(?=\s|$)")
ABBREVIATION = re.compile(
    r"(?:\b(?:No|Dr|Mr|Mrs|Ms|Prof|St|Co|Ltd|Inc|Corp|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|vs|etc|approx|Art)"
    r"|\b[A-Z]|\b[ap]\.m|\be\.g|\bi\.e|\bU\.S)$"
)
"""What a full stop may stand behind without ending a sentence."""

SPOKE = (
    "pointed out|noted|stressed|emphasi[sz]ed|urged|required|requested|called (?:for|on)|held|said|decided|agreed"
    "|heard|reviewed|approved|adopted|concluded|highlighted|underlined|underscored|proposed|suggested|hoped|specified"
    "|mentioned|made (?:it )?clear|believed|resolved|announced|learned|deferred|endorsed|rejected|added"
)
SAYS_ITSELF = re.compile(
    rf"(?:The (?:meeting|board|participants)|Participants|It was (?:also )?(?:{SPOKE})|According to the meeting)\b"
    rf"|[^.!?]*, (?:the meeting (?:also )?(?:{SPOKE})|according to the meeting)\b",
    re.IGNORECASE,
)
"""A text that says itself that the meeting speaks; the first sentence decides."""


def frame_of(statement: Statement) -> Frame:
    """How the text is joined: as the record says, else as the text's own form has it."""
    text = statement.text.en.strip()
    if statement.frame:
        return statement.frame
    if text[:1].isupper() and STOP.search(text):
        return Frame.VERBATIM
    if re.match(r"to\b", text) or WHOM_TO.match(text):
        return Frame.TO
    return Frame.GERUND if ING.match(text) else Frame.THAT


def says_itself(text: str, speaker: str = "") -> bool:
    """Whether a text itself lets the meeting, or that speaker, speak: it is printed as it stands."""
    if speaker:
        return re.match(rf"{re.escape(speaker)} (?:also )?(?:{SPOKE})\b", text.strip()) is not None
    return SAYS_ITSELF.match(text.strip()) is not None


def names_whom(text: str, office: Office) -> bool:
    """Whether a text of the frame `to` begins with whom it asks: a determiner, or a name that the office knows."""
    text = text.lstrip()
    return is_determined(text) or any(text.startswith(name) for name in _names(office))


def _names(office: Office) -> Iterator[str]:
    for body in office.organisations:
        yield from filter(None, (body.name.en, body.short.en if body.short else ""))
    yield from filter(None, (office.name.en, office.short.en if office.short else ""))
    yield from filter(None, (person.name.en for person in office.people))


def first_sentence(text: str) -> tuple[int, int, int] | None:
    """Where the first sentence of a text has its mark, where its closing quotes begin and end; None without a mark.

    A full stop within an abbreviation (No. 9, 3 p.m.) ends none.
    """
    for found in SENTENCE_END.finditer(text):
        rest = text[found.end() :].lstrip()
        goes_on = rest[:1].islower() or (ABBREVIATION.search(text[: found.start()]) and rest)
        if not goes_on:
            return found.start(1), found.start(2), found.end(2)
    return None
