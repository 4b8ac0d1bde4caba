"""Where the pictures of a release stand between its paragraphs, the same wherever it flows from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jiyao.views.fragments import Paragraph
    from jiyao.views.release.view import Photo, ReleaseView


def in_reading_order(view: ReleaseView) -> tuple[Paragraph | Photo, ...]:
    """The body with its pictures: the first below the lead, as releases have it; the others at the end."""
    return (*view.body[:1], *view.photos[:1], *view.body[1:], *view.photos[1:])
