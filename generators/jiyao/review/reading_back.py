"""A document that the program made and somebody has edited: which texts of the record the edits are in.

Nothing in the document marks where a text of the record begins: bookmarks are lost where people paste, and other
programs drop them. Instead the document is made once more and both are laid side by side (docs/decisions/0043-back.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from jiyao.languages.text import Language, State
from jiyao.review.merging import Fate, Outcome
from jiyao.review.returned import Row

if TYPE_CHECKING:
    from jiyao.review.finished import Line
    from jiyao.review.segments import Unit

SHORTEST = 2
"""Texts of fewer characters are everywhere."""
ALIKE = 0.4
"""So much of a paragraph has to be as it was, to be the same one where several in a row have changed."""
END = "。；;.!！?？"


class Edited(NamedTuple):
    """A text of the record in one language, as the document has it now."""

    unit: Unit
    language: Language
    text: str

    @property
    def before(self) -> str:
        """What the record says."""
        return self.unit.text.in_language(self.language)


class Astray(NamedTuple):
    """An edit in no text of the record: in what the program words itself, or where nobody can tell in which."""

    line: Line
    before: str
    after: str


class Back(NamedTuple):
    """What a document brings back."""

    edited: tuple[Edited, ...]
    astray: tuple[Astray, ...]


class Span(NamedTuple):
    """A line of a text of the record within a line of the document."""

    start: int
    end: int
    unit: Unit
    language: Language
    part: int
    """Which line of the text it is."""
    dropped: str
    """What the document leaves away at its end."""


def outcomes_of(back: Back) -> Iterator[Outcome]:
    """What a document brings back, as a report tells what comes back from translators; edits astray are not taken."""
    for unit, language, text in back.edited:
        before = unit.text.in_language(language)
        row = Row(unit.id, unit.text.zh, text)
        yield Outcome(
            unit.id, f"{unit.label} ({language})", unit.text.zh, before, text, before, Fate.CHANGED, row, unit, -1
        )
    for line, before, after in back.astray:
        yield Outcome(
            "",
            line.place.where or str(line.place.line),
            "",
            before,
            after,
            before,
            Fate.REFUSED,
            Row("", None, after),
            None,
            -1,
        )


def read_back(units: Sequence[Unit], languages: Sequence[Language], made: Sequence[Line], now: Sequence[Line]) -> Back:
    """What became of the texts of a record in a document.

    `made` are its lines as the program makes them, `now` as they are.
    """
    changed: defaultdict[tuple[str, Language], dict[int, str]] = defaultdict(dict)
    by_id = {unit.id: unit for unit in units}
    astray: list[Astray] = []
    for old, new in _pairs(made, now):
        if old is None or new is None:
            line = new or old
            if line and line.text.strip():
                astray.append(Astray(line, old.text if old else "", new.text if new else ""))
            continue
        spans = _spans(old.text, units, languages)
        texts, lost = _texts(old.text, new.text, spans)
        for span, text in texts:
            changed[span.unit.id, span.language].setdefault(span.part, text + span.dropped * (text[-1:] not in END))
        astray += [Astray(new, before, after) for before, after in lost]
    edited: list[Edited] = []
    for (name, language), parts in changed.items():
        unit = by_id[name]
        lines = unit.text.in_language(language).split("\n")
        said = "\n".join(parts.get(number, line) for number, line in enumerate(lines))
        edited.append(Edited(unit, language, said))
    return Back(tuple(edited), tuple(astray))


def _pairs(made: Sequence[Line], now: Sequence[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """The lines that differ, each with what it was; None where it is new, or gone."""
    matcher = SequenceMatcher(None, [each.text for each in made], [each.text for each in now], autojunk=False)
    for act, first, last, start, end in matcher.get_opcodes():
        if act == "equal":
            continue
        old, new = list(made[first:last]), list(now[start:end])
        for line in old:
            # In their order: a line is what it was most alike, and what is skipped is new.
            likeness = [SequenceMatcher(None, line.text, each.text, autojunk=False).ratio() for each in new]
            best = max(range(len(new)), key=likeness.__getitem__, default=-1)
            if len(old) == len(new) == 1 or (best >= 0 and likeness[best] >= ALIKE):
                yield from ((None, each) for each in new[:best])
                yield line, new[best]
                new = new[best + 1 :]
            else:
                yield line, None
        yield from ((None, each) for each in new)


def _spans(line: str, units: Sequence[Unit], languages: Sequence[Language]) -> list[Span]:
    """Where the texts of the record stand in a line; the longest first, and none within another."""
    pieces = [
        (piece, unit, language, part)
        for unit in units
        for language in languages
        if unit.text.state is not State.FINAL
        for part, piece in enumerate(unit.text.in_language(language).split("\n"))
        if len(piece) >= SHORTEST
    ]
    spans: list[Span] = []
    free = line
    for piece, unit, language, part in sorted(pieces, key=lambda each: -len(each[0])):
        for written in dict.fromkeys((piece, piece.rstrip(END))):
            at = free.find(written) if len(written) >= SHORTEST else -1
            if at >= 0:
                end = at + len(written)
                spans.append(Span(at, end, unit, language, part, piece[len(written) :]))
                free = free[:at] + "\0" * len(written) + free[end:]
                break
    return spans


def _texts(old: str, new: str, spans: Sequence[Span]) -> tuple[list[tuple[Span, str]], list[tuple[str, str]]]:
    """The texts that were edited, as they are now, and the edits that are in none."""
    edits: defaultdict[Span, list[tuple[int, int, str]]] = defaultdict(list)
    lost: list[tuple[str, str]] = []
    for act, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if act == "equal":
            continue
        within = [each for each in spans if each.start <= first and last <= each.end]
        inner = [each for each in within if each.start < last or first < each.end]
        if not within:
            lost.append((old[first:last], new[start:end]))
        else:
            edits[(inner or within)[0]].append((first, last, new[start:end]))
    texts: list[tuple[Span, str]] = []
    for span, some in edits.items():
        said, at = "", span.start
        for first, last, text in some:
            said += old[at:first] + text
            at = last
        texts.append((span, said + old[at : span.end]))
    return texts, lost
