"""What a release that can be made has to say besides: texts it leaves out, rewritten sentences it has no place for."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jiyao.languages.text import Language
from jiyao.problems import Binding, Finding, Problem, Severity, message, problem
from jiyao.records.faults import closest, meant, one_of
from jiyao.views.public import RELEASE, public
from jiyao.views.release.story import story
from jiyao.views.release.telling import WORDINGS
from jiyao.views.release.texts import left_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiyao.records.meeting import Meeting, Wording
    from jiyao.records.office import Office

PREFIX = "release."
"""What the names of a release's sentences begin with."""


@problem("D105", "wording", severity=Severity.WARNING, binding=Binding.CONSISTENCY)
def no_such_sentence(wording: Wording, names: Sequence[str]) -> Finding:
    """`wording` rewrites a sentence that the release of this record does not have, so nothing is rewritten.

    The sentences are named after what they tell: `release.lead`, `release.attendance`, then `release.conveyed.1`,
    `release.statements.1`, `release.requirements`, `release.decisions`; of an agenda `release.agenda.2.statements.1`.
    """
    hint = meant(closest(wording.sentence, names)) or one_of(names)
    return Finding(wording.text.place, message("the release has no sentence `{name}`", name=wording.sentence), hint)


def notes(meeting: Meeting, office: Office, language: Language) -> tuple[Problem, ...]:
    """Notes and warnings on the release of a meeting in a language."""
    told = public(meeting, RELEASE)
    lesser = (each for each in WORDINGS[language].problems(told, office) if each.severity is not Severity.ERROR)
    if not told.wording:
        return (*left_out(told, language), *lesser)
    again = _rechecked(meeting, told, office, language)
    return (*left_out(told, language), *lesser, *_unknown_sentences(told, office), *again)


def _rechecked(meeting: Meeting, told: Meeting, office: Office, language: Language) -> Iterator[Problem]:
    """What the rewritten sentences say against the record."""
    # Here, since most records rewrite nothing, and reading facts takes long to come.
    from jiyao.views.rewritten import Checked, rechecked

    separate = "" if language is Language.ZH else " "
    for name, words in groupby(WORDINGS[language].body(story(told, office)), key=lambda each: each.part):
        own = separate.join(each.text for each in words)
        text = told.rewritten(name)
        if text and text.in_language(language):
            yield from rechecked(text, own, Checked(told, meeting, office), language)


def _unknown_sentences(meeting: Meeting, office: Office) -> Iterator[Problem]:
    names = tuple(part.name for part in story(meeting, office).parts)
    for each in meeting.wording or ():
        if each.sentence.startswith(PREFIX) and each.sentence not in names:
            yield no_such_sentence(each, names)
