"""Making releases: Word files, web pages and plain text, all formats of an edition from one view.

Imported only by who makes one: it brings views and pictures that minutes do without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jiyao.documents.filling import Template
from jiyao.documents.pictures import ReadyPicture
from jiyao.documents.plain_text import plain_text
from jiyao.documents.release import both, release
from jiyao.documents.shipped import Edition
from jiyao.languages.text import Language
from jiyao.problems import Problem, Severity
from jiyao.records.choices import DocumentName
from jiyao.records.meeting import Meeting
from jiyao.records.publication import Publication
from jiyao.records.refusals import unreadable
from jiyao.review.faults import still_draft
from jiyao.review.segments import drafts_of
from jiyao.views.public import RELEASE, public
from jiyao.views.release.both import both_view
from jiyao.views.release.notes import notes
from jiyao.views.release.telling import release_view
from jiyao.views.release.view import BilingualView, ReleaseView
from jiyao.work.making import Draft, page_template_file
from jiyao.work.photos import Album, ready_photos
from jiyao.work.products import Format, Order, Product
from jiyao.work.reasons import reason
from jiyao.work.workspace import Found, shown

if TYPE_CHECKING:
    from jiyao.documents.web import WebTemplate

ALONE: Mapping[Edition, Language] = {Edition.ZH: Language.ZH, Edition.EN: Language.EN}
"""The editions in one language."""


class Told(NamedTuple):
    """A release before it is printed: its view, its pictures, and whose it is."""

    view: ReleaseView | BilingualView
    pictures: Mapping[str, ReadyPicture]
    meeting: Meeting
    office_file: Path | None


def release_drafts(
    found: Found,
    meeting: Meeting,
    products: tuple[Product, ...],
    order: Order,
    template: Callable[[], Template | tuple[Problem, ...]],
) -> Iterator[Draft]:
    """The formats of one edition; what is to be said of the edition is said with the first of them."""
    view, said = _view(found, meeting, products[0].edition, order)
    photos = (meeting.publication or Publication()).photos if view and view.photos else ()
    pictures, unfit = ready_photos(photos, Album(found.file.path, found.piece.office_file))
    said = (*said, *unfit)
    stops = view is None or any(each.severity is Severity.ERROR for each in said)
    for product in products:
        if view is None or stops:
            yield Draft(product, problems=said)
        else:
            content = _printed(Told(view, pictures, meeting, found.piece.office_file), product, template)
            yield Draft(product, problems=content) if isinstance(content, tuple) else Draft(product, content, said)
        said = ()


def _view(
    found: Found, meeting: Meeting, edition: Edition, order: Order
) -> tuple[ReleaseView | BilingualView | None, tuple[Problem, ...]]:
    """The view, or None, and what is to be said of it: why there is none, or what it leaves out."""
    office = found.record.office
    alone = ALONE.get(edition)
    view = release_view(meeting, office, alone) if alone else both_view(meeting, office, order.languages)
    if isinstance(view, tuple):
        return None, view
    languages = (alone,) if alone else order.languages
    said = [note for language in languages for note in notes(meeting, office, language)]
    if Language.EN in languages and not order.allow_draft:
        said += (still_draft(text.en_origin.place) for text in drafts_of(public(meeting, RELEASE)))
    return view, tuple(dict.fromkeys(said))


def _printed(
    told: Told, product: Product, template: Callable[[], Template | tuple[Problem, ...]]
) -> bytes | tuple[Problem, ...]:
    view = told.view
    if product.format is Format.TXT and isinstance(view, ReleaseView):
        return plain_text(view)
    if product.format is Format.HTML and isinstance(view, ReleaseView):
        return _page(view, told, fragment=product.is_fragment)
    ready = template()
    if isinstance(ready, tuple):
        return ready
    if isinstance(view, ReleaseView):
        return release(view, ready, told.pictures)
    return both(view, ready, told.pictures)


def _page(view: ReleaseView, told: Told, *, fragment: bool) -> bytes | tuple[Problem, ...]:
    # Here, since it brings Jinja.
    from jiyao.documents.web import web_page

    template = _page_template(page_template_file(told.office_file, DocumentName.RELEASE))
    if isinstance(template, tuple):
        return template
    published = told.meeting.publication.date if told.meeting.publication else None
    return web_page(view, told.pictures, template, published=published, fragment=fragment)


@lru_cache(maxsize=16)
def _page_template(path: Path) -> WebTemplate | tuple[Problem, ...]:
    from jiyao.documents.web import page_template

    try:
        return page_template(path.read_bytes(), shown(path))
    except OSError as error:
        return (unreadable(shown(path), reason(error)),)
