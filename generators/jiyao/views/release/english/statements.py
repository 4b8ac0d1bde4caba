"""Statements and requirements: the record's words, joined by their frame to who says them and how."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.languages.romanisation import family_name
from jiyao.records.choices import Frame, Verb
from jiyao.views.release.english.frames import first_sentence, frame_of, names_whom, says_itself
from jiyao.views.release.english.sentences import (
    ENDS,
    Runs,
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
from jiyao.views.release.english.verbs import VERBS, Wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiyao.languages.text import Text
    from jiyao.records.items import Statement
    from jiyao.records.office import Office
    from jiyao.views.release.english.mentions import Mentions
    from jiyao.views.release.story import Required, Said

SEVERAL = 3
"""More requirements than these stand as a list."""

ONE_PARAGRAPH = 90
"""Words of requirements that one paragraph may hold."""


def said(part: Said, office: Office, mentions: Mentions) -> Iterator[Runs]:
    """A statement, and its items below it, numbered."""
    runs = attributed(part.statement, office, mentions, also=part.again)
    if runs:
        yield runs
        yield from items(part.statement.items)


def items(texts: Sequence[Text]) -> Iterator[Runs]:
    """The parts of a statement, one below the other; several are numbered."""
    there = [text for text in texts if text.en]
    for number, text in enumerate(there, start=1):
        yield numbered(number if len(there) > 1 else 0, printed(text))


def numbered(number: int, runs: Runs) -> Runs:
    """A sentence with its number; 0 is none."""
    return (*((own(f"{number}. "),) if number else ()), *sentence(runs))


def required(part: Required, office: Office, mentions: Mentions) -> Iterator[Runs]:
    """Requirements: in one paragraph or one each; many of one form as a list."""
    statements = [each for each in part.statements if each.text.en]
    if len(statements) > SEVERAL and _make_a_list(statements, office):
        yield sentence(f"the meeting {'also ' if part.again else ''}set out the following requirements:")
        yield from (numbered(number, printed(each.text)) for number, each in enumerate(statements, start=1))
        return
    together = all(not each.items for each in statements) and _words(statements) <= ONE_PARAGRAPH
    told: list[Runs] = []
    for index, each in enumerate(statements):
        also = part.again or (index > 0 and not (together and frame_of(each) is Frame.VERBATIM))
        subject = "it" if together and index and statements[index - 1].by is None else "the meeting"
        told.append(attributed(each, office, mentions, also=also, subject=subject))
    if together:
        yield from filter(None, (spaced(*told),))
        return
    for runs, each in zip(told, statements, strict=True):
        if runs:
            yield runs
            yield from items(each.items)


def _make_a_list(statements: Sequence[Statement], office: Office) -> bool:
    """Whether requirements read as one list: what is to be done in each, or a whole sentence in each."""
    plain = all(each.by is None and each.verb is Verb.REQUIRE and not each.items for each in statements)
    frames = {frame_of(each) for each in statements}
    bare = frames == {Frame.TO} and not any(names_whom(each.text.en, office) for each in statements)
    return plain and (bare or frames == {Frame.VERBATIM})


def _words(statements: Sequence[Statement]) -> int:
    return sum(len(each.text.en.split()) for each in statements)


def attributed(
    statement: Statement, office: Office, mentions: Mentions, *, also: bool = False, subject: str = "the meeting"
) -> Runs:
    """A statement with who says it; nothing where its English is missing."""
    text = trimmed(printed(statement.text))
    if not text or says_itself(text_of(text), family_name(statement.by.name) if statement.by else ""):
        return sentence(text)
    who = mentions.person(statement.by) if statement.by else subject
    if not who:
        return ()  # E106: nobody else is said to have said it
    wordings, again = VERBS[mentions.style.register][statement.verb], "also " if also else ""
    frame = frame_of(statement)
    if frame is Frame.VERBATIM:
        return _verbatim(text, who if statement.by else "the meeting", wordings, again)
    if frame is Frame.TO:
        return _to(text, f"{who} {again}", wordings, whom=names_whom(text_of(text), office))
    if frame is Frame.GERUND:
        return sentence(f"{who} {again}{wordings.gerund} ", lowered(text))
    passive = wordings.passive if not statement.by else ""
    opening = f"it was {again}{passive} at the meeting that " if passive else f"{who} {again}{wordings.that} "
    return sentence(opening, uncapitalised(text))


def _to(text: Runs, subject: str, wordings: Wordings, *, whom: bool) -> Runs:
    """Urged all departments to …; called for efforts to …, where the text names nobody."""
    if whom:
        return sentence(f"{subject}{wordings.whom} ", uncapitalised(text))
    verb = wordings.to.removesuffix(" to") if re.match(r"to\b", text_of(text), re.IGNORECASE) else wordings.to
    return sentence(f"{subject}{verb} ", lowered(text))


def _verbatim(text: Runs, who: str, wordings: Wordings, again: str) -> Runs:
    """Whole sentences; who says them follows the first, unless that asks or exclaims."""
    (run,) = text
    source = wordings.source if who == "the meeting" else ""
    attribution = source or f"{who} {again}{wordings.said}"
    found = first_sentence(run.text)
    if found is None and not run.text.endswith(ENDS):
        return sentence(text, f", {attribution}")
    if found is None or run.text[found[0]] != ".":
        return sentence(f"{who} {again}{wordings.said} the following: ", text)
    mark, closers, end = found
    quotes, rest = piece(run, closers, end), piece(run, end)
    seam = (own(","), quotes, own(f" {attribution}.")) if quotes.text else (own(f", {attribution}."),)
    return sentence((piece(run, 0, mark), *seam, *((rest,) if rest.text else ())))
