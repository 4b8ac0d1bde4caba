"""The elements of official documents, 公文要素, as data: which document has which, by which clause."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jiyao.dataclass import dataclass
from jiyao.languages.text import Language
from jiyao.records.choices import Choice
from jiyao.records.fields import Reading, Shape, many, optional, required
from jiyao.records.people import Directory
from jiyao.records.reading import read
from jiyao.records.values import PLAIN, ChoiceReader


class Presence(Choice):
    """Whether a document has an element."""

    REQUIRED = "required", "必备"
    OPTIONAL = "optional", "可选"
    """It is printed where the record or the office says it."""
    NEVER = "never", "不用"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element. `style` is that of its paragraphs in the template of the minutes, None where they never have it.

    `kinds` are the kinds of meetings whose minutes alone may have it; none: all.
    """

    name: str = required(PLAIN)
    english: str = required(PLAIN)
    minutes: Presence = required(ChoiceReader(Presence))
    release: Presence = required(ChoiceReader(Presence))
    record: Presence = required(ChoiceReader(Presence))
    clause: str = required(PLAIN)
    style: str | None = optional(PLAIN)
    kinds: tuple[str, ...] = many(PLAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Elements:
    """The whole file, in the order of the page."""

    elements: tuple[Element, ...] = many(Shape(Element))


@cache
def official_elements() -> tuple[Element, ...]:
    """Every element (`elements.yaml` of this package)."""
    file = Path(__file__).with_name("elements.yaml")
    source = next(iter(read(file.read_bytes(), file.name)))
    reading = Reading(Language.ZH, Directory(), [])
    found = Shape(Elements).read(source.node, "", reading) if source.node else None
    if found is None or source.problems or reading.problems:
        raise ValueError("\n".join(map(str, (*source.problems, *reading.problems))))
    return found.elements
