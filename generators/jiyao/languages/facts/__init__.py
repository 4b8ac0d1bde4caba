"""The facts of a text as values that no language changes: numbers, money, days, times, documents, sessions.

`facts_of` reads them, `same` and `compare` say where two languages tell something else. Nothing here knows a record,
and nothing is decided about what is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from jiyao.languages.text import Language

if TYPE_CHECKING:
    from jiyao.languages.facts.comparing import Differences
    from jiyao.languages.facts.values import Fact

__all__ = ["compare", "facts_of", "same"]

# Each imports what it needs when it is called: most runs read no facts, and should not pay for the values either.


@lru_cache(maxsize=16)
def facts_of(text: str, language: Language) -> tuple[Fact, ...]:
    """The facts of a text, in its order and without overlap.

    What is only spelt like a number (统一, 三令五申, "one of them") is none, and slogans keep their numerals apart
    (`values.SetTerm`). The last texts are remembered: several checks ask for the same one.
    """
    from jiyao.languages.facts.reading import read_facts

    return read_facts(text, language)


def same(one: Fact, other: Fact) -> bool:
    """Whether two facts, of whichever languages, say the same; what one leaves open (a year) contradicts nothing."""
    from jiyao.languages.facts.agreeing import same_value

    return same_value(one.value, other.value)


def compare(zh: Sequence[Fact], en: Sequence[Fact]) -> Differences:
    """What the English text leaves out of the Chinese, and what it adds, in whatever order and however often."""
    from jiyao.languages.facts.comparing import differences

    return differences(zh, en)
