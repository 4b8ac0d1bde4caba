"""The attachments behind the text of minutes (GB/T 9704-2012, 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jiyao.views.fragments import Role
from jiyao.views.lengths import Length, mm
from tables import fitted_table
from word import RUNS, each_paragraph, paragraph, statement, tag

ROW = mm(8)


def appendices(width: Length, body: str, blank: str = "", headings: Mapping[Role, str] | None = None) -> Iterator[str]:
    """Each on a page of its own: label, title, text and table; `blank` is the line that parts these.

    `body` is the style of the text.
    """
    yield statement("for appendix in appendices")
    yield paragraph("AppendixLabel", tag("{{ appendix.label }}"))
    yield blank
    yield paragraph("AppendixTitle", tag("{{r appendix.title }}"))
    yield blank
    yield from each_paragraph("appendix.body", paragraph(body, RUNS), headings)
    yield statement("if appendix.head")
    yield fitted_table(width, ROW, head="appendix.head", rows="appendix.rows")
    yield statement("endif")
    yield statement("endfor")
