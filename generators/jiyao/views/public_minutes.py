"""The public version of the minutes: what may be published of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jiyao.views.minutes import MinutesView, minutes_view
from jiyao.views.public import MINUTES, public
from jiyao.views.refusals import refusals

if TYPE_CHECKING:
    from jiyao.problems import Problem
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office
    from jiyao.views.english_minutes import EnglishMinutesView


def public_minutes_view(meeting: Meeting, office: Office) -> MinutesView | tuple[Problem, ...]:
    """The minutes as they may be published: what `views.public` allows them, and nothing of a secret record.

    Nobody signs them: what is signed is the internal version.
    """
    view = refusals(meeting) or minutes_view(*published(meeting, office))
    return view if isinstance(view, tuple) else replace(view, signatures=())


def public_english_minutes_view(meeting: Meeting, office: Office) -> EnglishMinutesView | tuple[Problem, ...]:
    """The English minutes, likewise."""
    # Here: most minutes are Chinese.
    from jiyao.views.english_minutes import english_minutes_view

    view = refusals(meeting) or english_minutes_view(*published(meeting, office))
    return view if isinstance(view, tuple) else replace(view, signatures=())


def published(meeting: Meeting, office: Office) -> tuple[Meeting, Office]:
    """What of a meeting and its office the public version knows."""
    return public(meeting, MINUTES), replace(office, house=replace(office.house, copies_to=()))
