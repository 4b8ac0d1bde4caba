"""The template of an English news release: a serif, text in blocks without an indent, an inch of white around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jiyao.documents import press
from jiyao.languages.text import Language
from jiyao.views.fragments import Role
from jiyao.views.lengths import Length, points
from parts import PAGE_NUMBER, Page, document, footer, package, section
from release_styles import PICTURES, Family, Sizes, family_styles, mixed_faces, page_number, picture_styles
from styles import ground, statement_style, stylesheet
from word import RUNS, each_paragraph, if_there, in_brackets, labelled, latin_run, latin_type, open_line, paragraph, tag

PAGE = Page(press.INCH, press.INCH, press.INCH, press.INCH, press.NUMBER_BELOW)
SIZES = Sizes(headline=points(18), deck=points(13), body=points(12), small=points(11))
FAMILY = Family(
    Language.EN,
    SIZES,
    below={
        Role.KICKER: points(3),
        Role.HEADLINE: points(8),
        Role.SUBHEADLINE: points(8),
        Role.BYLINE: points(14),
        Role.BODY: press.PARAGRAPH_GAP,
    },
)
IDS = FAMILY.ids


def parts() -> Mapping[str, bytes]:
    """Every part of the template by its name."""
    return package(document(*_head(), *_body(), section(PAGE)), _styles(), footer("PageNumber", PAGE_NUMBER))


def _head() -> tuple[str, ...]:
    return (
        *if_there("kicker", paragraph(IDS[Role.KICKER], tag("{{r kicker }}"))),
        paragraph(IDS[Role.HEADLINE], tag("{{r headline }}")),
        *if_there("subheadline", paragraph(IDS[Role.SUBHEADLINE], tag("{{r subheadline }}"))),
        *if_there("byline", paragraph(IDS[Role.BYLINE], labelled("byline", latin_run(" | ")))),
    )


def _body() -> Iterator[str]:
    yield from each_paragraph("story", paragraph(IDS[Role.BODY], RUNS), PICTURES)
    listed = in_brackets(Language.EN, labelled("credits", latin_run("; ")))
    yield from if_there("credits", paragraph(IDS[Role.CREDITS], *listed))


def _styles() -> str:
    text = latin_type(SIZES.body)
    return stylesheet(
        ground("<w:widowControl/>" + open_line(Length(0)), text),
        *family_styles(FAMILY),
        *picture_styles(latin_type(SIZES.small, italic=True)),
        page_number(latin_type(points(10))),
        mixed_faces(),
        statement_style(),
    )
