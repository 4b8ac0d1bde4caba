"""How many came, how many matters there were, how many documents: what a text says, and what the record counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jiyao.languages.facts.chinese_numerals import chinese_number
from jiyao.languages.facts.english_numerals import CARDINALS, english_number
from jiyao.languages.text import Language
from jiyao.problems import Binding, Finding, Severity, message, problem
from jiyao.records.choices import Voters
from jiyao.records.derived import kind_of, members, people_of, present

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiyao.languages.text import Text
    from jiyao.problems import Problem
    from jiyao.records.attendance import Count
    from jiyao.records.meeting import Meeting

N_ZH = r"(\d+|[一二两三四五六七八九十百]+)"
N_EN = rf"(\d+|{'|'.join(CARDINALS)})"
WHO_ZH = "(?:同志|代表|委员|董事|干部|人员|党员|领导)?"
WHO_EN = "(?:people|persons|members|participants|officials|directors|attendees|representatives)"
THIS_EN = "(?:the|this) (?:meeting|conference|session)"


class Counts(NamedTuple):
    """The numbers that a text of a meeting may give, each in every way in which one may count; none where unknown.

    Of a list of people that need not be all (`is_open`) a text may say a greater number.
    """

    attended: frozenset[int] = frozenset()
    is_open: bool = False
    items: frozenset[int] = frozenset()
    conveyed: frozenset[int] = frozenset()


class Words(NamedTuple):
    """How a text tells a number, in Chinese and in English, and which of `Counts` it is."""

    of: str
    zh: re.Pattern[str]
    en: re.Pattern[str]


TOLD = (
    Words(
        "attended",
        re.compile(
            rf"(?<!委托)(?:出席|参加|到会|参会|与会)(?:本次|此次)?(?:会议)?的?(?:人员|人数|委员|董事|同志)?(?:共计|共有|共|有|为)?{N_ZH}[人名](?!次)"
            rf"|(?<![\d余多]){N_ZH}[人名]{WHO_ZH}(?:出席|参加|到会|参会)了?(?:本次|此次)?会议"
        ),
        re.compile(
            rf"\b{N_EN} {WHO_EN} (?:attended|took part in|participated in) {THIS_EN}"
            rf"|(?:meeting|conference|session) was attended by {N_EN}\b",
            re.IGNORECASE,
        ),
    ),
    Words(
        "items",
        re.compile(rf"会议(?:共|逐项)?(?:审议|研究|讨论|听取)了?(?:以下)?{N_ZH}[项个](?:议题|事项|议案)"),
        re.compile(
            rf"meeting (?:considered|reviewed|discussed|deliberated on|examined) (?:the following )?{N_EN} "
            r"(?:agenda )?(?:items|topics|matters|motions)",
            re.IGNORECASE,
        ),
    ),
    Words(
        "conveyed",
        re.compile(rf"会议(?:集中)?传达(?:学习)?了?{N_ZH}[份个项篇](?:文件|讲话|通知|会议精神)"),
        re.compile(rf"meeting (?:conveyed|relayed|studied) {N_EN} documents", re.IGNORECASE),
    ),
)


def counts_of(meeting: Meeting) -> Counts:
    """What may be said of a meeting."""
    there = [each for each in meeting.everybody if each.was_there]
    heads = [people_of(some) for some in (present(meeting), there, members(meeting), meeting.everybody)]
    known = [each for each in heads if each is not None and each.number]
    complete = kind_of(meeting).voters is not Voters.NOBODY or meeting.expected is not None
    decided = sum(bool(item.decisions) for item in meeting.items)
    decisions = sum(len(item.decisions) for item in meeting.items)
    conveyed = [len(item.conveyed) for item in meeting.items]
    return Counts(
        frozenset(_attended(meeting, known)) if len(known) == len(heads) else frozenset(),
        not complete or any(each.at_least for each in known),
        frozenset((len(meeting.items), decided, decisions)) if meeting.items else frozenset(),
        frozenset((sum(conveyed), sum(map(bool, conveyed)))) if any(conveyed) else frozenset(),
    )


def _attended(meeting: Meeting, heads: Iterable[Count]) -> Iterator[int]:
    """The sizes that a text may give: of all, of those who are named, with and without the chair, of each group."""
    for some in (present(meeting), meeting.everybody):
        named = sum(each.person is not None for each in some)
        yield from (named, named - 1)
        yield from (each.count.number for each in some if each.count)
    for each in heads:
        yield from (each.number, each.number - 1)


def check_counts(text: Text, counts: Counts) -> Iterator[Problem]:
    """Numbers of people, matters and documents in a text that the record does not count."""
    for words in TOLD:
        right: frozenset[int] = getattr(counts, words.of)
        for language, pattern in ((Language.ZH, words.zh), (Language.EN, words.en)):
            for found in pattern.finditer(text.in_language(language)) if right else ():
                written = next(filter(None, found.groups()))
                number = chinese_number(written) if language is Language.ZH else english_number(written)
                greater = number is not None and words.of == "attended" and counts.is_open and number > max(right)
                if number is not None and number not in right and not greater:
                    yield count_differs(text, language, found, max(right))


@problem("B108", "numbers", severity=Severity.WARNING, binding=Binding.CONSISTENCY)
def count_differs(text: Text, language: Language, found: re.Match[str], counted: int) -> Finding:
    """A text says how many took part, how many matters there were, or how many documents, and the record counts others.

    Where the two languages differ, this one is the wrong side. A list of attendees that need not be all of them
    contradicts smaller numbers alone.
    """
    place = text.origin(language).part(found.start(), found.end())
    told = message("the text says {words}, the record counts {number}", words=found[0], number=counted)
    return Finding(place, told, message("one of the two is wrong: the text, or a list of the record"))
