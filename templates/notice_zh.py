"""The template of the notice of a meeting, 会议通知: the page and the type of an official document without its head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jiyao.views.fragments import Role
from official_styles import styles
from parts import DASHED_NUMBER, OFFICIAL_PAGE, document, footer, package, section
from word import RUNS, each_paragraph, if_there, paragraph, tag

BLANK = paragraph("Normal")


def parts() -> Mapping[str, bytes]:
    """Every part of the template by its name."""
    footers = [footer(style, *DASHED_NUMBER) for style in ("OddPage", "EvenPage")]
    return package(document(*_body(), section(OFFICIAL_PAGE, len(footers))), styles(), *footers)


def _body() -> Iterator[str]:
    yield paragraph("Title", tag("{{r title }}"))
    yield BLANK
    yield from if_there("addressees", paragraph("Normal", tag("{{ addressees }}")))
    yield from each_paragraph("body", paragraph("NormalIndent", RUNS), {Role.HEADING_1: paragraph("Heading1", RUNS)})
    yield from if_there("signature", BLANK, paragraph("Signed", tag("{{ signature }}")))
