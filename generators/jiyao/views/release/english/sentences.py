"""The small change of English sentences: runs of a text, capitals, full stops, things in a row.

Each piece of a record's text is a run of its own, with the text's path as its `source`, and the pieces of one text
stand in its order. So whoever reads a signed-off file back joins the runs of a path and has the text again, but for
what a sentence asks for: a first letter whose case the program changes is a run of its own, and where the attribution
follows the first sentence of a text (", the meeting noted.") the full stop of that sentence is the program's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jiyao.languages.english.numbers import separators
from jiyao.languages.text import Language, Text
from jiyao.views import sentences
from jiyao.views.fragments import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Runs = tuple[Run, ...]

ENDS = tuple(".!?:;,…")
CLOSERS = "”’\"')]"
LONGEST = 40
"""Words; a longer sentence is not begun where the program decides."""

FUNCTION_WORDS = re.compile(
    r"(?:The|A|An|All|Each|Every|Both|Some|Any|No|This|These|That|Those|It|Its|They|Their|There|We|Our|In|On|At|By"
    r"|From|With|To|For|As|When|Where|While|If|After|Before|During|Since|Until|Only|More|Most|Not)\b(?!\.)"
)
"""Words that have a capital only at the start of a sentence."""


def own(words: str) -> Run:
    """Words that the program adds."""
    return Run(words, language=Language.EN)


def printed(text: Text | None) -> Runs:
    """The English of a text as it stands in the record, bound to its place there; nothing where there is none."""
    return sentences.printed(text, language=Language.EN)


def joined(*pieces: str | Runs) -> Runs:
    """Words of our own and texts of the record, one behind the other."""
    runs: list[Run] = []
    for piece in pieces:
        if not isinstance(piece, str):
            runs += piece
        elif piece:
            runs.append(own(piece))
    return tuple(runs)


def text_of(runs: Sequence[Run]) -> str:
    """The words of runs."""
    return "".join(run.text for run in runs)


def words_in(runs: Sequence[Run]) -> int:
    """How many words a reader counts."""
    return len(text_of(runs).split())


def piece(run: Run, start: int, end: int | None = None) -> Run:
    """A stretch of a run; of a record's text it keeps the source."""
    return replace(run, text=run.text[start:end])


def capitalised(runs: Runs) -> Runs:
    """The runs with a capital at their start; a letter of the record that changes stands in a run of its own."""
    return _with_first_letter(runs, str.upper)


def lowered(runs: Runs) -> Runs:
    """The runs with a small letter at their start."""
    return _with_first_letter(runs, str.lower)


def uncapitalised(runs: Runs) -> Runs:
    """The runs as they stand within a sentence: The draft becomes the draft, a name keeps its capital."""
    return lowered(runs) if FUNCTION_WORDS.match(text_of(runs)) else runs


def _with_first_letter(runs: Runs, case: Callable[[str], str]) -> Runs:
    if not runs:
        return runs
    first, *others = runs
    letter = first.text[:1]
    changed = case(letter)
    if changed == letter or len(changed) > 1:  # ß has no capital of one letter
        return runs
    if not first.source:
        return (replace(first, text=changed + first.text[1:]), *others)
    return tuple(run for run in (replace(first, text=changed), piece(first, 1), *others) if run.text)


def trimmed(runs: Runs) -> Runs:
    """The runs without the white space around them, which a record's block may hold."""
    if not runs:
        return runs
    runs = (replace(runs[0], text=runs[0].text.lstrip()), *runs[1:])
    return tuple(run for run in (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())) if run.text)


def sentence(*pieces: str | Runs) -> Runs:
    """A sentence: with a capital at its start, and the full stop that it still needs."""
    runs = _closed(capitalised(trimmed(_tucked(joined(*pieces)))))
    if not runs or text_of(runs).rstrip(CLOSERS).endswith(ENDS):
        return runs
    return _tucked((*runs, own(".")))


def _closed(runs: Runs) -> Runs:
    """The runs without a comma of ours that would close an apposition, where the sentence ends with it."""
    if not runs or runs[-1].source or not runs[-1].text.endswith(","):
        return runs
    return tuple(run for run in (*runs[:-1], piece(runs[-1], 0, -1)) if run.text)


def spaced(*parts: Runs) -> Runs:
    """Sentences one behind the other, with a space between them."""
    runs: Runs = ()
    for part in parts:
        if part:
            runs = (*runs, own(" "), *part) if runs else part
    return runs


def _tucked(runs: Runs) -> Runs:
    """A comma or a full stop of ours behind a closing quotation mark of ours stands before it (US usage)."""
    tucked: list[Run] = []
    for run in runs:
        before = tucked[-1] if tucked else None
        mark = run.text[:1]
        if before and before.text == "”" and not before.source and not run.source and mark in {",", "."}:
            tucked[-1] = own(f"{mark}”")
            run = piece(run, 1)  # noqa: PLW2901
        if run.text:
            tucked.append(run)
    return tuple(tucked)


def in_a_row(things: Sequence[Runs], *, serial_comma: bool) -> Runs:
    """a, b and c, as runs; things with commas of their own are told apart by semicolons."""
    heavy = len(things) > 1 and any("," in text_of(thing) for thing in things)
    marks = separators(len(things), serial_comma=serial_comma, heavy=heavy)
    return joined(*(each for mark, thing in zip(marks, things, strict=True) for each in (mark, thing)))


def in_sentences(things: Sequence[Runs], room: int) -> Iterator[Sequence[Runs]]:
    """Things divided among sentences, one at least in each, so that none has more words than there is `room` for."""
    groups: list[list[Runs]] = []
    for thing in things:
        if groups and sum(map(words_in, groups[-1])) + words_in(thing) <= room:
            groups[-1].append(thing)
        else:
            groups.append([thing])
    yield from groups
