"""Who makes which document: a view put into its template. Releases are made by `releases`.

What a document needs beyond the Chinese minutes comes with its maker, since most runs make Chinese minutes alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from jiyao.documents.filling import Template, fill
from jiyao.documents.minutes import minutes
from jiyao.documents.shipped import Edition
from jiyao.documents.values import values_of
from jiyao.languages.text import Language
from jiyao.problems import Problem
from jiyao.records.choices import DocumentName
from jiyao.records.meeting import Meeting
from jiyao.records.office import Office
from jiyao.views.minutes import minutes_view
from jiyao.views.minutes_notes import minutes_notes
from jiyao.views.texts import only_named_attachments
from jiyao.work.products import Product

if TYPE_CHECKING:
    from jiyao.views.english_minutes import EnglishMinutesView

Maker = Callable[[Meeting, Office, Template], bytes | tuple[Problem, ...]]
"""The document of a meeting, or why there is none."""


def make_minutes(meeting: Meeting, office: Office, template: Template) -> bytes | tuple[Problem, ...]:
    """The Chinese minutes of a meeting, or why there are none."""
    view = minutes_view(meeting, office)
    return view if isinstance(view, tuple) else minutes(view, template, office.house.preset)


def make_public_minutes(meeting: Meeting, office: Office, template: Template) -> bytes | tuple[Problem, ...]:
    """What of the Chinese minutes may be published, or why nothing."""
    from jiyao.views.public_minutes import public_minutes_view

    view = public_minutes_view(meeting, office)
    return view if isinstance(view, tuple) else minutes(view, template, office.house.preset)


def make_english_minutes(meeting: Meeting, office: Office, template: Template) -> bytes | tuple[Problem, ...]:
    """The English minutes of a meeting, or why there are none."""
    from jiyao.views.english_minutes import english_minutes_view

    view = english_minutes_view(meeting, office)
    return view if isinstance(view, tuple) else _english(view, template)


def make_public_english_minutes(meeting: Meeting, office: Office, template: Template) -> bytes | tuple[Problem, ...]:
    """What of the English minutes may be published, or why nothing."""
    from jiyao.views.public_minutes import public_english_minutes_view

    view = public_english_minutes_view(meeting, office)
    return view if isinstance(view, tuple) else _english(view, template)


def _english(view: EnglishMinutesView, template: Template) -> bytes | tuple[Problem, ...]:
    made = fill(template, values_of(view))
    if isinstance(made, tuple) or not view.appendices:
        return made
    from jiyao.documents import press
    from jiyao.documents.form import fitted

    return fitted(made, template, press.TABLE_TEXT)


def make_minutes_in_both(
    meeting: Meeting, office: Office, template: Template, languages: tuple[Language, Language], *, public: bool
) -> bytes | tuple[Problem, ...]:
    """The minutes in two languages in one file, or why there are none."""
    from jiyao.documents.release import both
    from jiyao.views.both_minutes import both_minutes_view

    view = both_minutes_view(meeting, office, languages, public=public)
    return view if isinstance(view, tuple) else both(view, template, {})


def make_form(
    document: DocumentName, meeting: Meeting, office: Office, template: Template
) -> bytes | tuple[Problem, ...]:
    """A document that is a table, or why there is none."""
    from jiyao.documents.form import form
    from jiyao.views.forms import FORMS

    view = FORMS[document](meeting, office)
    return view if isinstance(view, tuple) else form(view, template)


def make_workbook(document: DocumentName, meeting: Meeting, office: Office) -> bytes | tuple[Problem, ...]:
    """A document that is a table, as a workbook, or why there is none."""
    from jiyao.documents.form_workbook import form_workbook
    from jiyao.views.forms import FORMS

    view = FORMS[document](meeting, office)
    return view if isinstance(view, tuple) else form_workbook(view)


def make_meeting_record(meeting: Meeting, office: Office, template: Template) -> bytes | tuple[Problem, ...]:
    """The record of a meeting, or why there is none."""
    from jiyao.views.meeting_record import meeting_record_view

    view = meeting_record_view(meeting, office)
    return view if isinstance(view, tuple) else fill(template, values_of(view))


def make_notice(meeting: Meeting, office: Office, template: Template) -> bytes | tuple[Problem, ...]:
    """The notice of a meeting, or why there is none."""
    from jiyao.views.notice import notice_view

    view = notice_view(meeting, office)
    return view if isinstance(view, tuple) else fill(template, values_of(view))


MAKERS: dict[tuple[DocumentName, Edition, bool], Maker] = {
    (DocumentName.MINUTES, Edition.ZH, False): make_minutes,
    (DocumentName.MINUTES, Edition.ZH, True): make_public_minutes,
    (DocumentName.MINUTES, Edition.EN, False): make_english_minutes,
    (DocumentName.MINUTES, Edition.EN, True): make_public_english_minutes,
    (DocumentName.FULL_RECORD, Edition.ZH, False): make_meeting_record,
    (DocumentName.NOTICE, Edition.ZH, False): make_notice,
    **{
        (document, Edition.ZH, False): partial(make_form, document)
        for document in (DocumentName.AGENDA, DocumentName.SIGN_IN, DocumentName.FOLLOW_UP)
    },
}
"""The documents in one language that one view and one template make, and their public versions."""


def maker_of(product: Product, languages: tuple[Language, Language]) -> Maker:
    """Who makes a product; one in two languages has them in that order."""
    if product.edition in {Edition.BOTH_TABLE, Edition.BOTH_INTERLEAVED}:
        return partial(make_minutes_in_both, languages=languages, public=product.is_public)
    return MAKERS[product.document, product.edition, product.is_public]


def minutes_said(meeting: Meeting, office: Office, edition: Edition) -> tuple[Problem, ...]:
    """Notes and warnings on minutes that could be made."""
    chinese = () if edition is Edition.EN else minutes_notes(meeting, office)
    if edition is Edition.ZH:
        return chinese
    from jiyao.views.english_minutes import english_minutes_notes

    named = only_named_attachments(meeting) if edition is not Edition.EN else ()
    return (*chinese, *english_minutes_notes(meeting, office), *named)
