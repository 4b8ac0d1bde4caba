"""The minutes as a Word file: a `MinutesView` put into a template."""

from __future__ import annotations

from dataclasses import fields

from jiyao.documents import gb9704
from jiyao.documents.filling import Template, fill
from jiyao.problems import Problem
from jiyao.views.cells import width
from jiyao.views.minutes import MinutesView


def minutes(view: MinutesView, template: Template) -> bytes | tuple[Problem, ...]:
    """The .docx; instead, what is wrong with the template for this view.

    Beside the view's own fields the template is given `mark_room`, the number of characters for which the mark is
    set, and `imprint_height`, in EMU: a text box does not grow with its text in every program.
    """
    values: dict[str, object] = {each.name: getattr(view, each.name) for each in fields(view)}
    mark = "".join(run.text for run in view.mark)
    return fill(
        template,
        values
        | {
            "mark_room": gb9704.mark_room(width(mark)),
            "imprint_height": gb9704.imprint_height(imprint_lines(view)).emu,
        },
    )


def imprint_lines(view: MinutesView) -> int:
    """The lines of 抄送 and the line of 印发; 0 where there is no imprint."""
    copies = sum(paragraph.text.count("\n") + 1 for paragraph in view.copies)
    return copies + bool(view.printed_by or view.printed_on)
