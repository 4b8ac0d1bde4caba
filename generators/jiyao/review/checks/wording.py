"""Terms: official words that are rendered otherwise, and what was translated word for word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.problems import Binding, Finding, Severity, check, message
from jiyao.review.terms.lexicon import calques, official_terms, says, terms_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Text


@check("B141", "terminology", severity=Severity.WARNING, binding=Binding.PRACTICE)
def term_missing(text: Text) -> Iterator[Finding]:
    """An official term is rendered as the sources that it comes from render it.

    What stands in quotes is a title with words of its own. The longest term counts: where 基层党组织 stands,
    党组 does not. Plurals, hyphens and capitals are free.
    """
    for term in terms_in(re.sub(r"《[^》]*》|“[^”]*”", "", text.zh), official_terms()):
        if not any(says(text.en, each) for each in term.english):
            said = message("{zh} is rendered otherwise than {en}", zh=term.zh, en=f"“{term.english[0]}”")
            yield Finding(text.en_origin.place, said, message("source: {source}", source=term.source))


@check("B142", "terminology", severity=Severity.WARNING, binding=Binding.PRACTICE)
def calque(text: Text) -> Iterator[Finding]:
    """A Chinese figure of speech (压实责任, 抓手) is rendered by what it means, not word for word."""
    for each in calques():
        found = each.english.search(text.en)
        if found and each.zh.search(text.zh):
            said = message("“{words}” is word for word", words=found[0])
            hint = message("better: {better}", better=each.better)
            yield Finding(text.en_origin.part(found.start(), found.end()), said, hint)
