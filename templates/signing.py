"""Where people sign a document: two beside each other, with room for names written by hand."""

from __future__ import annotations

from collections.abc import Iterator

from word import TAB, paragraph, statement, tag


def signatures(style: str) -> Iterator[str]:
    """A line of that style for two who sign, where anybody does; its tab leads to the second."""
    yield statement("for row in signatures")
    yield paragraph(style, tag("{{ row.first }}"), TAB, tag("{{ row.second }}"))
    yield statement("endfor")
