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


def public_minutes_view(meeting: Meeting, office: Office) -> MinutesView | tuple[Problem, ...]:
    """The minutes as they may be published: what `views.public` allows them, and nothing of a secret record."""
    if refused := refusals(meeting):
        return refused
    house = replace(office.house, copies_to=())
    return minutes_view(public(meeting, MINUTES), replace(office, house=house))
