"""Minutes in both languages, part by part: what opens them, each item, who was there, in one and the other language."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from jiyao.languages.text import Language
from jiyao.views.body import by_section
from jiyao.views.english_attendance import ORDER
from jiyao.views.english_minutes import AGENDA, EnglishMinutesView, english_minutes_view
from jiyao.views.fragments import Emphasis, Paragraph, Role, Run
from jiyao.views.minutes import MinutesView, Properties, minutes_view
from jiyao.views.opening import opening
from jiyao.views.public_minutes import published
from jiyao.views.refusals import refusals
from jiyao.views.release.both import NAMES
from jiyao.views.release.view import BilingualView, Labelled, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiyao.problems import Problem
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office
    from jiyao.views.signatures import SignatureRow

Some = tuple[Paragraph, ...]
Pair = tuple[Role, Some, Some]
"""A part in Chinese and in English."""

LEADS = ("：", ":")
GAP = "　　"
"""Between what stands in one line below the title, in Chinese."""


def both_minutes_view(
    meeting: Meeting, office: Office, languages: tuple[Language, Language], *, public: bool = False
) -> BilingualView | tuple[Problem, ...]:
    """The minutes in both languages, in that order; instead, why there are none in one of them, or in both.

    Of `public` ones only what may be published stands there.
    """
    if public:
        if refused := refusals(meeting):
            return refused
        meeting, office = published(meeting, office)
    chinese, english = minutes_view(meeting, office), english_minutes_view(meeting, office)
    if isinstance(chinese, tuple) or isinstance(english, tuple):
        problems = (*(chinese if isinstance(chinese, tuple) else ()), *(english if isinstance(english, tuple) else ()))
        return tuple(dict.fromkeys(problems))
    chinese_first = languages[0] is Language.ZH
    if public:
        chinese, english = replace(chinese, signatures=()), replace(english, signatures=())
    pairs = [pair for pair in _pairs(meeting, chinese, english) if pair[1] or pair[2]]
    first = chinese if chinese_first else english
    titles = (chinese.properties.title, english.properties.title)
    return BilingualView(
        languages=languages,
        heads=(NAMES[languages[0]], NAMES[languages[1]]),
        rows=tuple(Row(role, zh, en) if chinese_first else Row(role, en, zh) for role, zh, en in pairs),
        photos=(),
        properties=Properties(
            " / ".join(titles if chinese_first else titles[::-1]), office.name.zh, first.properties.language
        ),
    )


def _pairs(meeting: Meeting, chinese: MinutesView, english: EnglishMinutesView) -> Iterator[Pair]:
    """The parts in the order of the Chinese page: when and where, the items, who was there, what is attached."""
    people = [each for each in english.facts if each.label.rstrip(": ") in ORDER]
    about = [each for each in english.facts if each not in people]
    yield Role.KICKER, _text(chinese.stage, Language.ZH), _text(english.stage, Language.EN)
    yield (
        Role.KICKER,
        _line(Role.KICKER, chinese.mark if chinese.title else chinese.issuer),
        _line(Role.KICKER, english.office),
    )
    # A line of the page for which the title was broken is longer than one of a column.
    title = tuple(replace(run, text=run.text.replace("\n", "")) for run in chinese.title or chinese.mark)
    yield Role.HEADLINE, _line(Role.HEADLINE, title), _line(Role.HEADLINE, english.title)
    said = [each for each in (*chinese.head, chinese.number, chinese.issued_on) if each]
    yield Role.BYLINE, _text(GAP.join(said), Language.ZH, Role.BYLINE), _joined(english.issue)
    told = tuple(each for each in english.body if not each.part.startswith(AGENDA))
    yield Role.BODY, opening(meeting), (*_labelled(about), *told)
    for name, written in by_section(meeting):
        yield from _section(tuple(written), tuple(each for each in english.body if each.part == AGENDA + name))
    for zh, en in zip_longest(chinese.attendance, _labelled(people)):
        yield Role.BODY, _unbroken(zh), (en,) if en else ()
    attached = [replace(each, role=Role.BODY) for each in english.close if each.role is Role.NAMES]
    for zh, en in zip_longest(chinese.attachments, attached):
        yield Role.BODY, _unbroken(zh), (en,) if en else ()
    for zh, en in zip(_signed(chinese.signatures), _signed(english.signatures), strict=True):
        yield Role.BODY, _text(zh, Language.ZH, Role.BODY), _text(en, Language.EN, Role.BODY)
    printed = (*chinese.printed_by, *((Run(GAP + chinese.printed_on),) if chinese.printed_on else ()))
    foot = (*(each for copies in chinese.copies for each in _unbroken(copies)), *_line(Role.BODY, printed))
    yield Role.BODY, foot, _labelled(english.notes)


def _signed(rows: Iterable[SignatureRow]) -> list[str]:
    """Who signs, one below the other."""
    return [each for row in rows for each in (row.first, row.second) if each]


def _section(zh: Some, en: Some) -> Iterator[Pair]:
    """A section, matter by matter where both languages have as many, else as a whole."""
    pairs = list(zip_longest(_matters(zh), _matters(en), fillvalue=()))
    if all(one and other for one, other in pairs):
        for one, other in pairs:
            yield Role.BODY, _plain(one), _plain(other)
    else:
        yield Role.BODY, _plain(zh), _plain(en)


def _matters(paragraphs: Some) -> Iterator[Some]:
    """Paragraphs that belong together: a line that leads to the next one, and actions below what was resolved."""
    matter: list[Paragraph] = []
    for each in paragraphs:
        if matter and each.role is not Role.NAMES and not matter[-1].text.endswith(LEADS):
            yield tuple(matter)
            matter = []
        matter.append(each)
    if matter:
        yield tuple(matter)


def _plain(paragraphs: Some) -> Some:
    """The paragraphs as text of a column: headings are known by their face."""
    return tuple(
        replace(
            each,
            role=Role.BODY,
            runs=tuple(replace(run, emphasis=Emphasis.HEADING) for run in each.runs)
            if _is_heading(each)
            else each.runs,
        )
        for each in paragraphs
    )


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.role in {Role.HEADING_1, Role.HEADING_2}


def _unbroken(paragraph: Paragraph | None) -> Some:
    """A list of names without the line breaks of the page for which it was broken."""
    if paragraph is None:
        return ()
    runs = tuple(replace(run, text=run.text.replace("\n", "")) for run in paragraph.runs)
    return (replace(paragraph, role=Role.BODY, runs=runs),)


def _labelled(facts: Iterable[Labelled]) -> Some:
    return tuple(Paragraph(Role.BODY, (Run(each.label, Emphasis.STRONG, Language.EN), *each.runs)) for each in facts)


def _joined(facts: Iterable[Labelled]) -> Some:
    runs: list[Run] = []
    for index, each in enumerate(facts):
        runs += [Run((" | " if index else "") + each.label, language=Language.EN), *each.runs]
    return _line(Role.BYLINE, tuple(runs))


def _text(text: str, language: Language, role: Role = Role.KICKER) -> Some:
    return _line(role, (Run(text, language=language),) if text else ())


def _line(role: Role, runs: tuple[Run, ...]) -> Some:
    return (Paragraph(role, runs),) if runs else ()
