"""From a record to a release: everything that it prints in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from jiyao.languages.text import Language
from jiyao.problems import Severity
from jiyao.records.publication import Publication
from jiyao.views.fragments import Role
from jiyao.views.minutes import Properties
from jiyao.views.public import RELEASE, public
from jiyao.views.refusals import refusals
from jiyao.views.release.chinese import CHINESE
from jiyao.views.release.english import ENGLISH
from jiyao.views.release.story import story
from jiyao.views.release.texts import missing
from jiyao.views.release.view import Labelled, Photo, ReleaseView
from jiyao.views.sentences import paragraphs

if TYPE_CHECKING:
    from jiyao.problems import Problem
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office
    from jiyao.records.people import Person
    from jiyao.views.fragments import Paragraph, Run
    from jiyao.views.release.story import Story
    from jiyao.views.release.wording import Wording

WORDINGS: Mapping[Language, Wording] = {Language.ZH: CHINESE, Language.EN: ENGLISH}


def release_view(meeting: Meeting, office: Office, language: Language) -> ReleaseView | tuple[Problem, ...]:
    """The release of a meeting in one language; instead, why there is none.

    There is none of a secret or restricted record, and none without a text that it needs in that language.
    """
    told = story(public(meeting, RELEASE), office)
    wording = WORDINGS[language]
    unfit = (each for each in wording.problems(told.meeting, office) if each.severity is Severity.ERROR)
    if problems := (*refusals(meeting), *missing(told.meeting, office, language), *unfit):
        return problems
    publication = told.meeting.publication or Publication()
    headline = wording.printed(publication.headline) or wording.headline(told)
    return ReleaseView(
        language=language,
        breadcrumb=tuple(filter(None, (each.in_language(language) for each in publication.column))),
        kicker=wording.printed(publication.kicker),
        headline=headline,
        subheadline=wording.printed(publication.subheadline),
        byline=tuple(_byline(publication, told, wording)),
        body=tuple(_rewritten(wording.body(told), told, wording)),
        photos=tuple(_photos(publication, language, wording)),
        credits=tuple(_credits(publication, wording)),
        properties=Properties(_plain(headline), office.name.in_language(language), language.tag),
    )


def _rewritten(body: tuple[Paragraph, ...], told: Story, wording: Wording) -> Iterator[Paragraph]:
    """The body, with the sentences that somebody has rewritten in the place of the program's own."""
    for part, words in groupby(body, key=lambda paragraph: paragraph.part):
        own_words = tuple(words)
        if rewritten := wording.printed(told.meeting.rewritten(part)):
            yield from paragraphs(Role.BODY, rewritten, part)
        else:
            yield from own_words


def _byline(publication: Publication, told: Story, wording: Wording) -> Iterator[Labelled]:
    if publication.date:
        yield Labelled(wording.labels["date"], (wording.own(wording.date(publication.date, told)),))
    for name, text in (("source", publication.source), ("author", publication.author)):
        if runs := wording.printed(text):
            yield Labelled(wording.labels[name], runs)


def _credits(publication: Publication, wording: Wording) -> Iterator[Labelled]:
    people: dict[str, tuple[Person | None, ...]] = {
        "reporters": publication.reporters,
        "correspondents": publication.correspondents,
        "editor": (publication.editor,),
        "proofreader": (publication.proofreader,),
        "reviewer": (publication.reviewer,),
    }
    for name, listed in people.items():
        if known := [person for person in listed if person]:
            yield Labelled(wording.labels[name], (wording.own(wording.people(known)),))


def _photos(publication: Publication, language: Language, wording: Wording) -> Iterator[Photo]:
    for each in publication.photos:
        caption, credit = wording.printed(each.caption), wording.printed(each.credit)
        alt = (each.alt.in_language(language) if each.alt else "") or _plain(caption)
        yield Photo(each.file, alt, (*caption, *wording.credit(credit)) if credit else caption)


def _plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs).replace("\n", "")
