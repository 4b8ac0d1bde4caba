"""The template of a Chinese news release, 新闻通稿, on the page that offices print everything else on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jiyao.documents import gb9704 as page
from jiyao.documents.gb9704 import Face
from jiyao.languages.text import Language
from jiyao.views.lengths import points
from official_styles import ON_GRID, SMALL, official_ground, style
from parts import DASHED_NUMBER, OFFICIAL_PAGE, document, footer, package, section
from release_styles import PICTURES, page_number, picture_styles
from styles import CENTRE, chinese_faces, first_line, level, statement_style, stylesheet
from word import RUNS, each_paragraph, exact_line, if_there, in_brackets, labelled, paragraph, run, tag, type_of

KAITI = type_of(Face.KAITI, page.SIZE_3, tracking=page.TRACKING)


def parts() -> Mapping[str, bytes]:
    """Every part of the template by its name."""
    text = document(*_head(), *_body(), section(OFFICIAL_PAGE))
    return package(text, _styles(), footer("PageNumber", *DASHED_NUMBER))


def _head() -> tuple[str, ...]:
    return (
        *if_there("kicker", paragraph("Kicker", tag("{{r kicker }}"))),
        paragraph("Title", tag("{{r headline }}")),
        *if_there("subheadline", paragraph("Subtitle", tag("{{r subheadline }}"))),
        *if_there("byline", paragraph("Byline", labelled("byline", run("　　")))),
        paragraph("Normal"),
    )


def _body() -> Iterator[str]:
    yield from each_paragraph("story", paragraph("NormalIndent", RUNS), PICTURES)
    yield from if_there("credits", paragraph("Credits", *in_brackets(Language.ZH, labelled("credits", run("　")))))


def _styles() -> str:
    title = type_of(Face.XIAOBIAOSONG, page.SIZE_2)
    headline = "<w:keepNext/><w:keepLines/>" + exact_line(page.TITLE_LINE) + CENTRE + level(0)
    with_next = "<w:keepNext/>"
    return stylesheet(
        official_ground(),
        style("Kicker", "引题", with_next + CENTRE, KAITI, "Title"),
        style("Title", "Title", headline, title, "NormalIndent"),
        style("Subtitle", "Subtitle", with_next + CENTRE, KAITI, "NormalIndent"),
        style("Byline", "日期和来源", with_next + ON_GRID + CENTRE, SMALL, "NormalIndent"),
        style("NormalIndent", "Normal Indent", first_line()),
        *picture_styles(type_of(Face.KAITI, points(12))),
        style("Credits", "采编人员", first_line(), KAITI),
        page_number(type_of(Face.SONGTI, page.SIZE_4)),
        chinese_faces(),
        statement_style(),
    )
