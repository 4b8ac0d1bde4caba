"""Templates written to be filled twice, by docxtpl and by us: one small builder for each thing that templates say.

A builder's name says what its template shows; what it covers is declared, and a test looks whether that is true.
All of them print values of one shape, so that any of them can be filled with any values. Those that show docxtpl's
own objects get these beside, made with docxtpl's document.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Values: TypeAlias = Mapping[str, object]
Given: TypeAlias = Callable[[Any], Values]
"""Values that are made with docxtpl's document."""


@dataclass(frozen=True, slots=True)
class Case:
    """A template, and the tags, parts and objects of docxtpl that it is there for."""

    covers: tuple[str, ...]
    template: Callable[[], bytes]
    given: Given | None

    def values(self, document: object, others: Values) -> Values:
        """All that the template is filled with, in a document of docxtpl."""
        return {**others, **(self.given(document) if self.given else {})}


CASES: dict[str, Case] = {}
"""By the names of their builders."""


def covers(*what: str, given: Given | None = None) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Take a builder into the corpus, for these tags, parts and objects."""

    def take(build: Callable[[], bytes]) -> Callable[[], bytes]:
        CASES[build.__name__.replace("_", " ")] = Case(what, build, given)
        return build

    return take


def values(*, people: int = 3, words: tuple[str, ...] = ("甲", "A&B", "<丙>"), flag: bool = True) -> Values:
    """Values of the shape that all templates of the corpus ask for."""
    names = ("张三", "李 & 四", "王<五>", "Zoë “Z”", "𠮷野")
    return {
        "title": "2023年第一季度 A&B <例会>",
        "text": "第一行\n第二行\t\"引\" '号'",
        "number": 7,
        "flag": flag,
        "empty": "",
        "colour": "FF0000",
        "span": 2,
        "words": list(words),
        "people": [
            {"name": names[each % 5], "unit": f"{each} & 科", "age": 30 + each, "skills": list(words[: each + 1])}
            for each in range(people)
        ],
    }


STANDARD: Mapping[str, Values] = {
    "a full record": values(),
    "one of each": values(people=1, words=("独",)),
    "nothing to list": values(people=0, words=(), flag=False),
    "many": values(people=12, words=tuple("子丑寅卯辰"), flag=False),
}
"""Values that each template is filled with."""
