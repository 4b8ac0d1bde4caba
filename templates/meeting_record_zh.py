"""The template of the meeting record, 会议记录: the page and the type of minutes, without mark and imprint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jiyao.views.fragments import Role
from official_styles import styles
from parts import DASHED_NUMBER, OFFICIAL_PAGE, document, footer, package, section
from signing import signatures
from word import RUNS, each_paragraph, if_there, paragraph, tag

BLANK = paragraph("Normal")


def parts() -> Mapping[str, bytes]:
    """Every part of the template by its name."""
    footers = [footer(style, *DASHED_NUMBER) for style in ("OddPage", "EvenPage")]
    return package(document(*_body(), section(OFFICIAL_PAGE, len(footers))), styles(), *footers)


def _body() -> Iterator[str]:
    yield from if_there("secrecy", paragraph("HeadLine", tag("{{ secrecy }}")))
    yield paragraph("Title", tag("{{r title }}"))
    yield BLANK
    yield from each_paragraph("facts", paragraph("Names", RUNS))
    yield BLANK
    headings = {Role.HEADING_1: paragraph("Heading1", RUNS), Role.HEADING_2: paragraph("Heading2", RUNS)}
    yield from each_paragraph("body", paragraph("NormalIndent", RUNS), headings)
    yield from if_there("close", paragraph("NormalIndent", tag("{{ close }}")))
    yield from if_there("signatures", BLANK)
    yield from signatures("Signature")
