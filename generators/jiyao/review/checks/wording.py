"""What was translated word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.problems import Binding, Finding, Severity, check, message
from jiyao.review.terms.lexicon import calques

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Text


@check("B142", "terminology", severity=Severity.WARNING, binding=Binding.PRACTICE)
def calque(text: Text) -> Iterator[Finding]:
    """A Chinese figure of speech (压实责任, 抓手) is rendered by what it means, not word for word."""
    for each in calques():
        found = each.english.search(text.en)
        if found and each.zh.search(text.zh):
            said = message("“{words}” is word for word", words=found[0])
            hint = message("better: {better}", better=each.better)
            yield Finding(text.en_origin.part(found.start(), found.end()), said, hint)
