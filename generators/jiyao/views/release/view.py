"""What a release prints in one language, and in both side by side."""

from __future__ import annotations

from dataclasses import dataclass

# At run time too: the inspection of templates reads the types of the fields.
from jiyao.languages.text import Language
from jiyao.views.fragments import Paragraph, Role, Run
from jiyao.views.minutes import Properties


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and what it says: 来源, Source. There is none for what is unknown."""

    label: str
    """The label with its colon, as the language writes it."""
    runs: tuple[Run, ...]
    """What stands behind it."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of the release."""

    file: str
    """Its path inside the workspace, as the record has it."""
    alt: str
    """What it shows, for whoever cannot see it; the caption where the record says no more."""
    caption: tuple[Run, ...]
    """What stands below it, with who took it; empty where the record has neither."""


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """Every word of a release in one language, in the order of the page; what is unknown is "" or empty."""

    language: Language
    """The language of every text here."""
    breadcrumb: tuple[str, ...]
    """栏目: the columns from the home page down. It belongs to the web page alone."""
    kicker: tuple[Run, ...]
    """引题, above the headline."""
    headline: tuple[Run, ...]
    """标题."""
    subheadline: tuple[Run, ...]
    """副题, below the headline."""
    byline: tuple[Labelled, ...]
    """Date, source and author: the line below the headline."""
    body: tuple[Paragraph, ...]
    """正文, from the lead on; `part` names what each paragraph tells, the same in both languages."""
    photos: tuple[Photo, ...]
    """The pictures, in the order of the record."""
    credits: tuple[Labelled, ...]
    """Reporters, correspondents, editor, proofreader, reviewer: the line at the end."""
    properties: Properties
    """What the file says of itself."""


@dataclass(frozen=True, slots=True)
class Row:
    """One part of a release in two languages, the first named language first."""

    role: Role
    """What the paragraphs of the row are."""
    first: tuple[Paragraph, ...]
    """The part in the language that comes first."""
    second: tuple[Paragraph, ...]
    """The same part in the other language; empty where it exists in the first alone."""


@dataclass(frozen=True, slots=True)
class BilingualView:
    """A release in two languages, part by part."""

    languages: tuple[Language, Language]
    """The languages in their order."""
    heads: tuple[str, str]
    """What each language calls itself: 中文, English."""
    rows: tuple[Row, ...]
    """Headline, byline, body and credits, row by row."""
    photos: tuple[Photo, ...]
    """The pictures, each once; caption and alt text are in both languages."""
    properties: Properties
    """What the file says of itself."""
