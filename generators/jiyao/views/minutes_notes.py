"""What minutes that can be made have to say besides: texts left out, and a rewritten opening checked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.languages.text import Language
from jiyao.views.opening import OPENING, own_opening
from jiyao.views.texts import left_out_texts

if TYPE_CHECKING:
    from jiyao.problems import Problem
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office


def minutes_notes(meeting: Meeting, office: Office) -> tuple[Problem, ...]:
    """Notes and warnings on the Chinese minutes of a meeting."""
    left_out = left_out_texts(meeting, Language.ZH)
    text = meeting.rewritten(OPENING)
    if text is None or not text.zh:
        return left_out
    # Here, since most records rewrite nothing, and reading facts takes long to come.
    from jiyao.views.rewritten import Checked, rechecked

    own = "".join(each.text for each in own_opening(meeting))
    return (*left_out, *rechecked(text, own, Checked(meeting, meeting, office), Language.ZH))
