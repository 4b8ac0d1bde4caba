"""Names and posts in a text, against the people whom a record knows: near misses, and posts that nobody holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.languages.romanisation import english_name
from jiyao.languages.text import Language
from jiyao.records.faults import closest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from jiyao.records.people import Person

ENGLISH_NAME = re.compile(r"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+")
BETWEEN_POSTS = re.compile(r"、$")


def name_in(person: Person, language: Language) -> str:
    """The name of a person as texts of that language have it; "" where it is not known."""
    return person.name.zh if language is Language.ZH else english_name(person.name)


def slip_of(name: str, written: str, known: Collection[str], language: Language) -> str:
    """What stands in a text where the name was meant; "" where nothing does. Names that are `known` are no slips."""
    if language is Language.EN:
        return closest(name, [each for each in ENGLISH_NAME.findall(written) if each not in known])
    windows = (written[start : start + len(name)] for start in range(len(written) - len(name) + 1))
    # The same surname and all but one character: 陈林 for 陈玲.
    near = (each for each in windows if each[0] == name[0] and sum(map(str.__ne__, each, name)) == 1)
    return next((each for each in near if each not in known and each.isalpha()), "")


def others_posts(
    written: str, titles: Mapping[Person, AbstractSet[str]], language: Language
) -> Iterator[tuple[str, str]]:
    """Each name with a post beside it that is known, and that its bearer does not hold."""
    known = sorted({title for some in titles.values() for title in some}, key=len, reverse=True)
    find = _before if language is Language.ZH else _behind
    for person, held in titles.items():
        name = name_in(person, language)
        if name and name in written:
            for title in find(written, name, known):
                if title.casefold() not in {each.casefold() for each in held}:
                    yield name, title


def _before(written: str, name: str, known: Sequence[str]) -> Iterator[str]:
    """The posts in front of a Chinese name: 党组书记、局长张三."""
    rest = written[: written.index(name)]
    while title := next((each for each in known if rest.endswith(each)), ""):
        yield title
        rest = BETWEEN_POSTS.sub("", rest.removesuffix(title))


def _behind(written: str, name: str, known: Sequence[str]) -> Iterator[str]:
    """The posts behind an English name, up to the end of the sentence: Zhang San, Secretary of … and Director, …."""
    rest = written[written.index(name) + len(name) :]
    while lead := re.match(r", (?:and )?|,? and ", rest):
        rest = rest[lead.end() :]
        title = next((each for each in known if rest.casefold().startswith(each.casefold())), "")
        if not title:
            return
        yield title
        rest = rest[len(title) :]
