"""What an annual summary prints, already worded: headings, paragraphs, tables and charts in their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from jiyao.views.fragments import Chart


class BlockRole(StrEnum):
    """What a block is; a template gives each its style."""

    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    BODY = "body"
    CAPTION = "caption"
    """what stands above a table"""
    FIGURE = "figure"
    """what stands below a chart"""
    TABLE = "table"
    CHART = "chart"
    NOTE = "note"
    """what has to be known about a table, below it"""


class CellRole(StrEnum):
    """How a cell of a table is set."""

    TEXT = "text"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    role: CellRole
    """What it holds: text or number."""
    text: str
    """What it says."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    """Its cells, as many as the row of the names of columns has."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a table or a chart."""

    role: BlockRole
    """What the block is."""
    text: str = ""
    """Its text, where it is one."""
    head: tuple[str, ...] = ()
    """The names of the columns of a table."""
    rows: tuple[Row, ...] = ()
    """The rows of a table, below the names of the columns."""
    chart: tuple[Chart, ...] = ()
    """The chart, which `{{r … }}` prints."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    level: int
    """1 or 2."""
    text: str
    """The heading."""
    page: str
    """The page on which it stands; empty until somebody has looked."""


@dataclass(frozen=True, slots=True)
class SummaryProperties:
    """What the file says of itself."""

    title: str
    """The title."""
    author: str
    """The office."""
    language: str
    """The language, as a tag."""


@dataclass(frozen=True, slots=True)
class SummaryView:
    """An annual summary in one language."""

    title: str
    """The title, with the office and the period."""
    subtitle: str
    """The day to which it counts."""
    contents_title: str
    """What stands above the contents."""
    contents: tuple[Entry, ...]
    """The headings with their pages."""
    body: tuple[Block, ...]
    """Everything else, from top to bottom."""
    properties: SummaryProperties
    """Title, author and language of the file."""

    def on_pages(self, pages: Mapping[str, int]) -> SummaryView:
        """The same with the pages of the headings that are known."""
        entries = (replace(each, page=str(pages.get(each.text, ""))) for each in self.contents)
        return replace(self, contents=tuple(entries))


def charts_of(view: SummaryView) -> Mapping[str, Chart]:
    """The charts by name."""
    return {chart.name: chart for block in view.body for chart in block.chart}
