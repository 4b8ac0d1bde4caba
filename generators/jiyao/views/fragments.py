"""What a document prints, before anybody knows whether it is a Word file or a web page.

A view decides every word, number and mark, and the role of each paragraph; how a role looks is the template's
business. `source` names the record's text that a run prints, so that a signed-off file can be read back.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from jiyao.dataclass import dataclass
from jiyao.languages.text import Language
from jiyao.views.lengths import Length


class Emphasis(StrEnum):
    """A change of face within a paragraph, by role."""

    NONE = ""
    HEADING = "heading"
    """Set in 黑体: the label of a list of names (GB/T 9704-2012, 10.3)."""
    LABEL = "label"
    """Set in 楷体: the number of a second-level item (GB/T 9704-2012, 7.3.3)."""
    STRONG = "strong"


class Role(StrEnum):
    """What a paragraph is; each role is one named style of the template."""

    HEADING_1 = "heading-1"
    """一、 (GB/T 9704-2012, 7.3.3)"""
    HEADING_2 = "heading-2"
    """（一） standing alone"""
    BODY = "body"
    NAMES = "names"
    """出席, 请假, 列席 (GB/T 9704-2012, 10.3)"""
    ATTACHMENT = "attachment"
    """附件说明 (GB/T 9704-2012, 7.3.4)"""
    NEXT_ATTACHMENT = "next-attachment"
    """the second and further lines of 附件说明"""
    COPIES = "copies"
    """抄送 (GB/T 9704-2012, 7.4.2)"""
    KICKER = "kicker"
    """引题, above the headline of a release"""
    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    BYLINE = "byline"
    """date, source and author of a release"""
    PHOTO = "photo"
    """a picture of a release, in a line of its own"""
    CAPTION = "caption"
    """what stands below a picture"""
    CREDITS = "credits"
    """reporters, editor and the rest at the end of a release"""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face and language; `source` is the path of the record's text, "" for our own words.

    With an `address`, of a web page or a mailbox (http, https, mailto), it is a link.
    """

    text: str
    emphasis: Emphasis = Emphasis.NONE
    language: Language = Language.ZH
    source: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands in a line like a letter. The same `content` is kept once, however often it is printed."""

    content: bytes
    media_type: str
    """image/png, image/jpeg, image/gif, image/bmp or image/tiff; that of the content."""
    width: Length
    height: Length
    alt: str = ""
    """What the picture shows, for those who cannot see it."""


class ChartForm(StrEnum):
    """How figures are drawn."""

    COLUMNS = "columns"
    STACKED = "stacked"
    """Columns whose parts are the series"""
    BARS = "bars"
    """Lying, for categories with long names; the first one on top"""
    PIE = "pie"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures of a chart, a figure for each category; None where nothing is known, which is left blank."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that whoever reads the document can edit, with its figures behind it."""

    name: str
    """What templates know it by: a chart with the alternative text `chart:NAME` gets these figures."""
    form: ChartForm
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    """What it shows, for those who cannot see it."""
    width: Length
    height: Length
    is_share: bool = False
    """Whether the figures are shares, from 0 to 1, to be printed in per cent."""


Inline: TypeAlias = Run | Picture | Chart
"""What a line is made of; `{{r … }}` prints one, a list of them, or a paragraph."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its role and its runs. A newline in a run is a line break within the paragraph."""

    role: Role
    """What the paragraph is; a template gives each role its style."""
    runs: tuple[Run, ...]
    """The text with its changes of face, as `{{r … }}` prints it."""
    part: str = ""
    """Which sentence of the document it is (release.lead): a record's `wording` may replace it."""

    @property
    def text(self) -> str:
        """The text alone, in the one face of the template."""
        return "".join(run.text for run in self.runs)
