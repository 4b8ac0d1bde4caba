"""Where the pictures of a release stand between its paragraphs, the same wherever it flows from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.views.fragments import Role

if TYPE_CHECKING:
    from jiyao.views.fragments import Paragraph
    from jiyao.views.release.view import BilingualView, Photo, ReleaseView, Row


def in_reading_order(view: ReleaseView) -> tuple[Paragraph | Photo, ...]:
    """The body with its pictures: the first below the lead, as releases have it; the others at the end."""
    return (*view.body[:1], *view.photos[:1], *view.body[1:], *view.photos[1:])


def rows_in_reading_order(view: BilingualView) -> tuple[Row | Photo, ...]:
    """The parts in both languages, and the pictures between them as they stand in one language: above the credits."""
    lead = next((number for number, row in enumerate(view.rows, start=1) if row.role is Role.BODY), len(view.rows))
    above = [row for row in view.rows[lead:] if row.role is not Role.CREDITS]
    below = [row for row in view.rows[lead:] if row.role is Role.CREDITS]
    return (*view.rows[:lead], *view.photos[:1], *above, *view.photos[1:], *below)
