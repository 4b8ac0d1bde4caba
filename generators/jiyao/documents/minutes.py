"""The minutes as a Word file: a `MinutesView` put into a template."""

from __future__ import annotations

from jiyao.dataclass import dataclass
from jiyao.documents import gb9704
from jiyao.documents.filling import Template, fill
from jiyao.documents.presets import LAYOUTS
from jiyao.documents.values import values_of
from jiyao.problems import Problem
from jiyao.records.office import Preset
from jiyao.views.cells import width
from jiyao.views.minutes import MinutesView


@dataclass(frozen=True, slots=True)
class Measures:
    """What the template is given beside the view: sizes that follow from the length of texts."""

    mark_room: int
    """The number of characters for which the mark is set: 12, 14, 17, 20, 25, 30, 36 or 45, the first that will do."""
    imprint_height: int
    """The height of the imprint (版记) in EMU; the text box named `height:imprint_height` takes it."""


def minutes(view: MinutesView, template: Template, preset: Preset = Preset.GB9704) -> bytes | tuple[Problem, ...]:
    """The .docx; instead, what is wrong with the template for this view."""
    made = fill(template, values_of(*given(view, preset)))
    if isinstance(made, tuple) or not view.appendices:
        return made
    # Here, since few minutes have attachments, and what fits their tables takes long to come.
    from jiyao.documents.form import fitted

    return fitted(made, template, gb9704.TABLE_TEXT)


def given(view: MinutesView, preset: Preset = Preset.GB9704) -> tuple[MinutesView, Measures]:
    """All that a template of minutes may print: the fields of both."""
    return view, Measures(
        gb9704.mark_room(width("".join(run.text for run in view.mark))),
        # A text box does not grow with its text in every program.
        (gb9704.imprint_height(imprint_lines(view)) + LAYOUTS[preset].below_imprint).emu,
    )


def imprint_lines(view: MinutesView) -> int:
    """The lines of 抄送 and the line of 印发; 0 where there is no imprint."""
    copies = sum(paragraph.text.count("\n") + 1 for paragraph in view.copies)
    return copies + bool(view.printed_by or view.printed_on)
