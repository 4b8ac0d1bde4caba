"""A release in both languages, part by part: each part in one language beside, or above, the same in the other."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jiyao.languages.text import Language
from jiyao.views.fragments import Paragraph, Role, Run
from jiyao.views.minutes import Properties
from jiyao.views.release.telling import release_view
from jiyao.views.release.view import BilingualView, Photo, ReleaseView, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiyao.problems import Problem
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office

NAMES = {Language.ZH: "中文", Language.EN: "English"}
GAPS = {
    (Role.BYLINE, Language.ZH): "　　",
    (Role.BYLINE, Language.EN): " | ",
    (Role.CREDITS, Language.ZH): "　",
    (Role.CREDITS, Language.EN): "; ",
}
"""What stands between the pieces of a line, as the templates of one language have it."""


def both_view(
    meeting: Meeting, office: Office, languages: tuple[Language, Language]
) -> BilingualView | tuple[Problem, ...]:
    """The release in both languages, in that order; instead, why there is none in one of them, or in both."""
    first, second = (release_view(meeting, office, language) for language in languages)
    if isinstance(first, tuple) or isinstance(second, tuple):
        problems = (*(first if isinstance(first, tuple) else ()), *(second if isinstance(second, tuple) else ()))
        return tuple(dict.fromkeys(problems))
    return BilingualView(
        languages=languages,
        heads=(NAMES[languages[0]], NAMES[languages[1]]),
        rows=tuple(_rows(first, second)),
        photos=tuple(_photo(*pair) for pair in zip(first.photos, second.photos, strict=True)),
        properties=_properties(first.properties, second.properties),
    )


def _rows(first: ReleaseView, second: ReleaseView) -> Iterator[Row]:
    heads = (
        (Role.KICKER, first.kicker, second.kicker),
        (Role.HEADLINE, first.headline, second.headline),
        (Role.SUBHEADLINE, first.subheadline, second.subheadline),
    )
    for role, one, other in heads:
        yield from _row(role, _alone(role, one), _alone(role, other))
    yield from _row(Role.BYLINE, _line(Role.BYLINE, first), _line(Role.BYLINE, second))
    yield from _body(first.body, second.body)
    yield from _row(Role.CREDITS, _line(Role.CREDITS, first), _line(Role.CREDITS, second))


def _row(role: Role, one: Sequence[Paragraph], other: Sequence[Paragraph]) -> Iterator[Row]:
    if one or other:
        yield Row(role, tuple(one), tuple(other))


def _alone(role: Role, runs: tuple[Run, ...]) -> tuple[Paragraph, ...]:
    return (Paragraph(role, runs),) if runs else ()


def _body(one: Sequence[Paragraph], other: Sequence[Paragraph]) -> Iterator[Row]:
    """Paragraph by paragraph where a part has as many in both languages, else the part as a whole."""
    parts = [{name: tuple(words) for name, words in groupby(body, key=_part)} for body in (one, other)]
    for name in dict.fromkeys((*parts[0], *parts[1])):
        here, there = parts[0].get(name, ()), parts[1].get(name, ())
        if len(here) == len(there):
            for pair in zip(here, there, strict=True):
                yield from _row(Role.BODY, pair[:1], pair[1:])
        else:
            yield from _row(Role.BODY, here, there)


def _part(paragraph: Paragraph) -> str:
    return paragraph.part


def _line(role: Role, view: ReleaseView) -> tuple[Paragraph, ...]:
    """Labels and what stands behind them, in one line."""
    runs: list[Run] = []
    for index, piece in enumerate(view.byline if role is Role.BYLINE else view.credits):
        gap = GAPS[role, view.language] if index else ""
        runs.append(Run(gap + piece.label, language=view.language))
        runs += piece.runs
    return _alone(role, tuple(runs))


def _photo(one: Photo, other: Photo) -> Photo:
    between = (Run(" / "),) if one.caption and other.caption else ()
    alt = " / ".join(dict.fromkeys(filter(None, (one.alt, other.alt))))
    return Photo(one.file, alt, (*one.caption, *between, *other.caption))


def _properties(one: Properties, other: Properties) -> Properties:
    """The title in both languages; the language is that which comes first."""
    title = " / ".join(filter(None, (one.title, other.title)))
    return Properties(title, one.author or other.author, one.language)
