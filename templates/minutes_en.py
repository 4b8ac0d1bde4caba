"""The template of English minutes: the type of a release, the facts in lines of their own, a heading for each item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from appended import appendices
from jiyao.documents import press
from jiyao.languages.text import Language
from jiyao.views.fragments import Role
from jiyao.views.lengths import Length, mm, points
from parts import PAGE_NUMBER, Page, document, footer, package, section
from release_styles import Family, Sizes, family_styles, mixed_faces, page_number
from signing import signatures
from styles import CENTRE, ground, indent, level, statement_style, style, stylesheet
from word import (
    RUNS,
    each_paragraph,
    if_there,
    labelled,
    latin_run,
    latin_type,
    left_tab,
    open_line,
    paragraph,
    statement,
    tag,
)

PAGE = Page(press.INCH, press.INCH, press.INCH, press.INCH, press.NUMBER_BELOW)
SIZES = Sizes(headline=points(16), deck=points(12), body=points(11.5), small=points(10.5))
FAMILY = Family(
    Language.EN,
    SIZES,
    below={Role.KICKER: points(4), Role.HEADLINE: points(6), Role.BYLINE: points(10), Role.BODY: press.PARAGRAPH_GAP},
)
IDS = FAMILY.ids
HANGING = mm(8)
"""By which further lines of a fact, an action or an attachment stand in."""
LABEL = '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t xml:space="preserve">{{ labelled.label }}</w:t></w:r>'


def parts() -> Mapping[str, bytes]:
    """Every part of the template by its name."""
    return package(document(*_body(), section(PAGE)), _styles(), footer("PageNumber", PAGE_NUMBER))


def _body() -> Iterator[str]:
    yield from if_there("stage", paragraph("Stage", tag("{{ stage }}")))
    yield from if_there("office", paragraph(IDS[Role.KICKER], tag("{{r office }}")))
    yield paragraph(IDS[Role.HEADLINE], tag("{{r title }}"))
    yield from if_there("issue", paragraph(IDS[Role.BYLINE], labelled("issue", latin_run(" | "))))
    yield from _lines("facts", "Fact")
    by_role = {Role.HEADING_1: paragraph("Heading1", RUNS), Role.NAMES: paragraph("Action", RUNS)}
    yield from each_paragraph("body", paragraph(IDS[Role.BODY], RUNS), by_role)
    yield from each_paragraph("close", paragraph(IDS[Role.BODY], RUNS), {Role.NAMES: paragraph("Fact", RUNS)})
    yield from signatures("Signature")
    yield from _lines("notes", "Fact")
    yield from appendices(PAGE.text_width, IDS[Role.BODY])


def _lines(field: str, style_id: str) -> Iterator[str]:
    yield statement(f"for labelled in {field}")
    yield paragraph(style_id, LABEL, tag("{{r labelled.runs }}"))
    yield statement("endfor")


def _styles() -> str:
    text = latin_type(SIZES.body)
    hanging = indent(left=HANGING, hanging=HANGING)
    near = open_line(Length(0), factor=press.ENGLISH_LINE, after=points(3))
    cell = open_line(Length(0), before=points(3), after=points(3))
    signing = left_tab(PAGE.text_width * 0.5) + open_line(Length(0), before=points(16), after=points(14))
    heading = open_line(Length(0), factor=press.ENGLISH_LINE, before=points(12), after=points(6))
    action = open_line(Length(0), factor=press.ENGLISH_LINE, after=points(6))
    return stylesheet(
        ground("<w:widowControl/>" + open_line(Length(0)), text),
        *family_styles(FAMILY),
        style(
            "Heading1",
            "heading 1",
            "<w:keepNext/><w:keepLines/>" + heading + level(0),
            latin_type(points(12.5), bold=True),
            IDS[Role.BODY],
        ),
        style("AppendixLabel", "Appendix label", "<w:pageBreakBefore/>" + near, latin_type(SIZES.body, bold=True)),
        style("AppendixTitle", "Appendix title", "<w:keepNext/>" + heading + CENTRE, latin_type(points(13), bold=True)),
        style("TableHead", "Table head", cell + CENTRE, latin_type(SIZES.small, bold=True)),
        style("TableText", "Table text", cell, latin_type(SIZES.small)),
        style("Stage", "Stage", near + '<w:jc w:val="right"/>', latin_type(SIZES.body, bold=True)),
        style("Fact", "Fact", near + hanging, text, "Fact"),
        style("Signature", "Signature", "<w:keepNext/>" + signing, text, "Fact"),
        style("Action", "Action", action + indent(left=HANGING * 2, hanging=HANGING), text, IDS[Role.BODY]),
        page_number(latin_type(points(10))),
        mixed_faces(),
        statement_style(),
    )
