"""What a table of terms takes over from another one, and where the two disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiyao.problems import Place, message
from jiyao.review.terms.faults import rendered_otherwise
from jiyao.review.terms.table import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jiyao.problems import Message, Problem
    from jiyao.review.terms.table import Entry

    Key = tuple[str, str]


class TakenOver(NamedTuple):
    """The entries that are to be written; the keys of those that were not there, that differ, and that are alike."""

    entries: tuple[Entry, ...]
    new: frozenset[Key]
    changed: frozenset[Key]
    alike: frozenset[Key]
    problems: tuple[Problem, ...]


def taken_over(ours: Mapping[Key, Entry], theirs: Iterable[tuple[str, Entry]], *, they_win: bool = False) -> TakenOver:
    """What comes of our terms by those of other files, each with the name of its file.

    What we say of a term stays and is completed: by a rendering where we have none, by unwanted ones, by a note and a
    source. Another rendering is a problem, or takes the place of ours where `they_win`. Of two files the first counts.
    """
    now = dict(ours)
    problems: list[Problem] = []
    met: set[Key] = set()
    for file, entry in theirs:
        before = now.get(entry.key)
        met.add(entry.key)
        if before is None:
            now[entry.key] = entry
            continue
        # What came from a file before this one is nobody's yet: no option has been asked about it.
        wins = they_win and now[entry.key] == ours.get(entry.key)
        now[entry.key] = _completed(entry, before) if wins else _completed(before, entry)
        problems += [] if wins else _disagreements(before, entry, file)
    new = frozenset(now.keys() - ours.keys())
    changed = frozenset(key for key in met - new if now[key] != ours[key])
    entries = tuple(each for key, each in now.items() if key in new | changed)
    return TakenOver(entries, new, changed, frozenset(met - new - changed), tuple(problems))


def _completed(first: Entry, second: Entry) -> Entry:
    """The first entry, with what only the second one says; nothing is both wanted and unwanted."""
    english = first.english or tuple(each for each in second.english if each not in first.forbidden)
    unwanted = dict.fromkeys((*first.forbidden, *(each for each in second.forbidden if each not in english)))
    return first._replace(
        english=english,
        forbidden=tuple(unwanted),
        note=first.note or second.note,
        source=first.source or second.source,
    )


def _disagreements(ours: Entry, theirs: Entry, file: str) -> list[Problem]:
    problems: list[Problem] = []
    here = SEPARATOR.join(ours.english) or _not(ours.forbidden)
    if ours.english and theirs.english and ours.english != theirs.english:
        problems.append(rendered_otherwise(Place(file), ours.zh, here, SEPARATOR.join(theirs.english)))
    if unwanted := tuple(each for each in theirs.forbidden if each in ours.english):
        problems.append(rendered_otherwise(Place(file), ours.zh, here, _not(unwanted)))
    if not ours.english and (wanted := tuple(each for each in theirs.english if each in ours.forbidden)):
        problems.append(rendered_otherwise(Place(file), ours.zh, here, SEPARATOR.join(wanted)))
    return problems


def _not(words: Iterable[str]) -> Message:
    return message("not: {words}", words=SEPARATOR.join(words))
