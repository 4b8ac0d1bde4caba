"""A release as a web page: one file that holds all that it shows, and fetches nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

from markupsafe import Markup

from jiyao.dataclass import dataclass
from jiyao.documents.pictures import ReadyPicture
from jiyao.documents.reading_order import in_reading_order
from jiyao.documents.web.markup import html
from jiyao.documents.web.template import POLICY, WebTemplate, printed, read_web_template
from jiyao.languages.text import Language
from jiyao.problems import Problem
from jiyao.views.fragments import Paragraph
from jiyao.views.release import view as release

if TYPE_CHECKING:
    import datetime as dt

LONGEST_DESCRIPTION = {Language.ZH: 100, Language.EN: 200}
"""Characters; what search engines show of a description is about as long."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the page itself says, in its language."""

    breadcrumb: str
    """What the breadcrumb is called: 当前位置."""
    size: str
    """What stands before the switch for the size of the text: 字号."""
    large: str
    medium: str
    small: str


WORDS = {
    Language.ZH: Words("当前位置", "字号", "大", "中", "小"),
    Language.EN: Words("You are here", "Font size", "Large", "Medium", "Small"),
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label with its colon, and what it says."""

    label: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with what stands below it."""

    source: str
    """The picture itself, for `src`."""
    width: int
    height: int
    alt: str
    """What it shows, for whoever cannot see it."""
    caption: Markup
    """What stands below it, or ""."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or a picture."""

    role: str
    """body, heading-1, heading-2 …; photo where it is a picture."""
    text: Markup
    """The text, or "" where it is a picture."""
    photo: Figure | None = None
    """The picture."""


@dataclass(frozen=True, slots=True)
class Page:
    """All that a template of the web page may print; what is unknown is "" or empty."""

    fragment: bool
    """Whether only the article is wanted, to be put into a page of somebody else's."""
    language: str
    """The language of the page, for `lang`: zh-CN or en-US."""
    words: Words
    """What the page itself says, in its language."""
    title: str
    """The title of the file."""
    description: str
    """How the release begins, for search engines."""
    date: str
    """The day of publication, as 2023-03-07."""
    author: str
    """Who publishes it."""
    breadcrumb: tuple[str, ...]
    """栏目: the columns from the home page down."""
    kicker: Markup
    """引题, above the headline."""
    headline: Markup
    """标题."""
    subheadline: Markup
    """副题, below the headline."""
    byline: tuple[Labelled, ...]
    """Date, source and author."""
    body: tuple[Block, ...]
    """正文 with its pictures, in the order of reading."""
    credits: tuple[Labelled, ...]
    """Reporters, editor and the others, at the end."""


NAMES = frozenset((POLICY, *(each.name for each in fields(Page))))
"""The names that a template may print: those of `Page`, and the content policy."""


def page_template(data: bytes, file: str) -> WebTemplate | tuple[Problem, ...]:
    """The template of a release's web page in `data`, or all that is wrong with it."""
    return read_web_template(data, file, NAMES)


def web_page(
    view: release.ReleaseView,
    pictures: Mapping[str, ReadyPicture],
    template: WebTemplate,
    *,
    published: dt.date | None = None,
    fragment: bool = False,
) -> bytes | tuple[Problem, ...]:
    """The page in UTF-8; instead, what is wrong with the template for this release.

    `pictures` holds every picture of the view by its `file`; `published` is the day of publication, for those who index
    the page. A `fragment` is the article alone: no head, breadcrumb, switch or script.
    """
    page = _page(view, pictures, published, fragment=fragment)
    text = printed(template, {each.name: getattr(page, each.name) for each in fields(page)})
    return text.encode() if isinstance(text, str) else text


def _page(
    view: release.ReleaseView, pictures: Mapping[str, ReadyPicture], published: dt.date | None, *, fragment: bool
) -> Page:
    language = view.language
    return Page(
        fragment=fragment,
        language=language.tag,
        words=WORDS[language],
        title=view.properties.title,
        description=_shortened(view.body[0].text, LONGEST_DESCRIPTION[language]) if view.body else "",
        date=published.isoformat() if published else "",
        author=view.properties.author,
        breadcrumb=view.breadcrumb,
        kicker=html(view.kicker, language),
        headline=html(view.headline, language),
        subheadline=html(view.subheadline, language),
        byline=_labelled(view.byline, language),
        body=tuple(_block(each, pictures, language) for each in in_reading_order(view)),
        credits=_labelled(view.credits, language),
    )


def _shortened(text: str, most: int) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _labelled(items: Iterable[release.Labelled], language: Language) -> tuple[Labelled, ...]:
    return tuple(Labelled(each.label, html(each.runs, language)) for each in items)


def _block(block: Paragraph | release.Photo, pictures: Mapping[str, ReadyPicture], language: Language) -> Block:
    if isinstance(block, Paragraph):
        return Block(block.role, html(block.runs, language))
    picture = pictures[block.file]
    source = f"data:{picture.media_type};base64,{b64encode(picture.content).decode()}"
    figure = Figure(source, picture.width, picture.height, block.alt, html(block.caption, language))
    return Block("photo", Markup(), figure)
