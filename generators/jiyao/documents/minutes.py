"""The minutes as a Word file: a `MinutesView` put into a template."""

from __future__ import annotations

from dataclasses import fields

from jiyao.documents.filling import Template, fill
from jiyao.problems import Problem
from jiyao.views.minutes import MinutesView

EMU_PER_TWIP = 635
IMPRINT_LINE = 520
"""Twips of a line of the imprint (版记): 4号 with the spacing of its samples."""
BELOW_IMPRINT = 50
"""Twips of the paragraph that must follow the imprint's table, and of its rules."""


def minutes(view: MinutesView, template: Template) -> bytes | tuple[Problem, ...]:
    """The .docx; instead, what is wrong with the template for this view."""
    values: dict[str, object] = {each.name: getattr(view, each.name) for each in fields(view)}
    return fill(template, values | {"imprint_height": imprint_height(view)})


def imprint_height(view: MinutesView) -> int:
    """The height of the imprint's box in EMU; a text box does not grow with its text in every program."""
    copies = sum(paragraph.text.count("\n") + 1 for paragraph in view.copies)
    lines = copies + bool(view.printed_by or view.printed_on)
    return (lines * IMPRINT_LINE + BELOW_IMPRINT) * EMU_PER_TWIP
