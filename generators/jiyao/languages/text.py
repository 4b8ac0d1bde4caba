"""What is written in languages: texts and names that know both of theirs."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from jiyao.dataclass import dataclass
from jiyao.languages.language import Language
from jiyao.problems import Origin, Place

__all__ = ["Language", "Name", "State", "Text"]


class State(StrEnum):
    """How far a translation has come; nobody's word but a reviewer's makes it final."""

    DRAFT = "draft"
    NEEDS_REVIEW = "needs-review"
    REVIEWED = "reviewed"
    FINAL = "final"


NOWHERE = Origin(Place(""))
"""The origin of what no file says: a default, a value that a test made."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the languages in which the record has it; "" in a language in which it has none.

    Where it was written is part of it and no part of its meaning: two texts that read alike are equal.
    """

    zh: str = ""
    en: str = ""
    state: State | None = None
    zh_origin: Origin = field(default=NOWHERE, compare=False, repr=False)
    en_origin: Origin = field(default=NOWHERE, compare=False, repr=False)

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    def in_language(self, language: Language) -> str:
        """The text in that language, "" where the record has none; never the other language instead."""
        return self.zh if language is Language.ZH else self.en

    def origin(self, language: Language) -> Origin:
        """Where the text in that language was written."""
        return self.zh_origin if language is Language.ZH else self.en_origin

    @property
    def place(self) -> Place:
        """Where the text was written, in the first language that it has."""
        return (self.zh_origin if self.zh or not self.en else self.en_origin).place


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in both languages. `pinyin` is how it is read, for sorting and for English."""

    zh: str = ""
    en: str = ""
    pinyin: str = ""
    at: Place = field(default=NOWHERE.place, compare=False, repr=False)

    def in_language(self, language: Language) -> str:
        """The name in that language, "" where nobody has said it."""
        return self.zh if language is Language.ZH else self.en

    def __str__(self) -> str:
        return self.zh or self.en
