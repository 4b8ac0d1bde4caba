"""The facts of a text as values that no language changes: numbers, money, days, times, documents, sessions.

`facts_of` reads them, `same` and `compare` say where two languages tell something else. Nothing here knows a record,
and nothing is decided about what is right.
"""

from __future__ import annotations

from jiyao.languages.facts.comparing import Differences, compare, same
from jiyao.languages.facts.reading import facts_of
from jiyao.languages.facts.values import Fact, Value

__all__ = ["Differences", "Fact", "Value", "compare", "facts_of", "same"]
