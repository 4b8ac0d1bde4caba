"""The small change of Chinese sentences: runs of a text, full stops, lists, people with their posts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jiyao.languages.text import Language, Text
from jiyao.records.derived import posts_on
from jiyao.views.fragments import Emphasis, Paragraph, Role, Run

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from jiyao.records.people import Organisation, Person

ENDS = tuple("。！？…；：，、.!?;:,")
CLOSERS = "”’）》」』"
CHINESE_NUMERALS = "〇一二三四五六七八九"


def printed(text: Text | None, emphasis: Emphasis = Emphasis.NONE, language: Language = Language.ZH) -> tuple[Run, ...]:
    """A text as it stands in the record, bound to its place there; nothing where it is not in that language."""
    words = text.in_language(language) if text else ""
    return (Run(words, emphasis, language, text.origin(language).place.where),) if text and words else ()


def own(words: str, emphasis: Emphasis = Emphasis.NONE) -> Run:
    """Words that the program adds."""
    return Run(words, emphasis)


def stop(text: str, mark: str = "。") -> str:
    """The mark that a text still needs at its end: "" where it has one, be it within closing quotes."""
    return "" if text.rstrip().rstrip(CLOSERS).endswith(ENDS) else mark


def ended(runs: Sequence[Run], mark: str = "。") -> tuple[Run, ...]:
    """The runs as a sentence: with the mark that they still need, in the paragraph of their last word."""
    *others, last = runs
    if last.text.endswith("\n"):
        last = replace(last, text=last.text.rstrip("\n"))
    needed = stop("".join(run.text for run in others) + last.text, mark)
    return (*others, last, own(needed)) if needed else (*others, last)


def paragraphs(role: Role, runs: Iterable[Run], part: str = "") -> tuple[Paragraph, ...]:
    """The runs as paragraphs of a role: where a text of the record has a new line, a new paragraph begins.

    A line with nothing in it makes none; paragraphs stand apart by their indent.
    """
    lines: list[list[Run]] = [[]]
    for run in runs:
        if "\n" not in run.text:
            lines[-1] += [run] if run.text else []
            continue
        first, *rest = run.text.split("\n")
        if first:
            lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=line)] if line else [] for line in rest]
    return tuple(Paragraph(role, tuple(line), part) for line in lines if line)


def numeral(number: int) -> str:
    """1 to 999 as headings count: 一, 十, 十一, 二十, 一百零一."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    said = f"{CHINESE_NUMERALS[hundreds]}百" if hundreds else ""
    if tens:
        said += ("" if tens == 1 and not hundreds else CHINESE_NUMERALS[tens]) + "十"
    elif hundreds and ones:
        said += "零"
    return said + (CHINESE_NUMERALS[ones] if ones else "")


def organisation_name(organisation: Organisation) -> str:
    """A unit as running text names it: by its short name where it has one."""
    return (organisation.short.zh if organisation.short else "") or organisation.name.zh


def organisations(units: Iterable[Organisation]) -> str:
    """Units in a row: 办公室、政治部."""
    return "、".join(map(organisation_name, units))


def in_a_row(names: Sequence[str]) -> str:
    """甲、乙和丙."""
    return "和".join(filter(None, ("、".join(names[:-1]), *names[-1:])))


def person_name(person: Person) -> str:
    """A person's name, in full: Chinese always says all of it."""
    return person.name.zh or person.name.en


def posts(person: Person, day: dt.date | None) -> str:
    """The posts held on that day, in printed order: 党组书记、局长; a body is said once for posts that follow."""
    said: list[str] = []
    last = ""
    for post in posts_on(person, day):
        body = organisation_name(post.organisation) if post.organisation else ""
        said.append((body if body != last else "") + post.title.zh)
        last = body
    return "、".join(filter(None, said))


def affiliation(person: Person, day: dt.date | None) -> str:
    """Where a person comes from: the unit, else the body of the first post held on that day."""
    bodies = (post.organisation for post in posts_on(person, day) if post.organisation)
    unit = person.unit or next(bodies, None)
    return organisation_name(unit) if unit else ""


def with_posts(person: Person, day: dt.date | None, *, comrade: bool) -> str:
    """党组书记、局长张三同志: posts before the name; 同志 where the kind of meeting says so."""
    return posts(person, day) + address(person, comrade=comrade)


def address(person: Person, *, comrade: bool) -> str:
    """张三同志, or 张三."""
    return person_name(person) + ("同志" if comrade else "")
