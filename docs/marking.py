"""How our texts stand on a page in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

PAGE = 110
"""Columns of the text of a page."""


def in_markdown(text: str) -> str:
    """The text with its signs kept from meaning something in Markdown; what stands in backticks is safe already."""
    pieces = re.split(r"(`[^`]*`)", text)
    return "".join(piece if index % 2 else re.sub(r"([*_<>])", r"\\\1", piece) for index, piece in enumerate(pieces))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table. A bar within a cell is escaped, in backticks too, as GitHub asks."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)
