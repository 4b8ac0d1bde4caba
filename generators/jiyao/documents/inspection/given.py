"""Which values the template of each document is given, and an example of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial

from jiyao.documents.illustrated import Illustrated, IllustratedInBoth
from jiyao.documents.inspection.examples import (
    bilingual_values,
    english_minutes_values,
    form_values,
    meeting_record_values,
    minutes_values,
    notice_values,
    release_values,
    summary_values,
)
from jiyao.documents.inspection.shapes import Shape, members_of
from jiyao.documents.minutes import Measures
from jiyao.documents.shipped import Edition
from jiyao.languages.text import Language
from jiyao.records.choices import DocumentName
from jiyao.views.english_minutes import EnglishMinutesView
from jiyao.views.forms import FormView, agenda_view, follow_up_view, sign_in_view
from jiyao.views.meeting_record import MeetingRecordView
from jiyao.views.minutes import MinutesView
from jiyao.views.notice import NoticeView
from jiyao.views.release.view import BilingualView, ReleaseView
from jiyao.views.summary.view import SummaryView

GIVEN: Mapping[tuple[DocumentName, Edition], tuple[type[object], ...]] = {
    (DocumentName.MINUTES, Edition.ZH): (MinutesView, Measures),
    (DocumentName.MINUTES, Edition.EN): (EnglishMinutesView,),
    (DocumentName.MINUTES, Edition.BOTH_TABLE): (BilingualView, IllustratedInBoth),
    (DocumentName.MINUTES, Edition.BOTH_INTERLEAVED): (BilingualView, IllustratedInBoth),
    (DocumentName.AGENDA, Edition.ZH): (FormView,),
    (DocumentName.NOTICE, Edition.ZH): (NoticeView,),
    (DocumentName.FULL_RECORD, Edition.ZH): (MeetingRecordView,),
    (DocumentName.SIGN_IN, Edition.ZH): (FormView,),
    (DocumentName.FOLLOW_UP, Edition.ZH): (FormView,),
    (DocumentName.RELEASE, Edition.ZH): (ReleaseView, Illustrated),
    (DocumentName.RELEASE, Edition.EN): (ReleaseView, Illustrated),
    (DocumentName.RELEASE, Edition.BOTH_TABLE): (BilingualView, IllustratedInBoth),
    (DocumentName.RELEASE, Edition.BOTH_INTERLEAVED): (BilingualView, IllustratedInBoth),
    (DocumentName.SUMMARY, Edition.ZH): (SummaryView,),
    (DocumentName.SUMMARY, Edition.EN): (SummaryView,),
}
"""The types whose fields a template may print, for every template that comes with the program."""


def editions_of(document: DocumentName) -> tuple[Edition, ...]:
    """The editions that a document has a template for, the usual one first."""
    return tuple(edition for name, edition in GIVEN if name is document)


def shapes_of(document: DocumentName, edition: Edition) -> Mapping[str, Shape]:
    """The names that such a template may print, with what each is."""
    return {name: shape for kind in GIVEN[document, edition] for name, shape in members_of(kind).items()}


@cache
def example_of(document: DocumentName, edition: Edition) -> Mapping[str, object]:
    """The values of a small meeting by name, to show what each looks like."""
    return _EXAMPLES[document, edition]()


_EXAMPLES: Mapping[tuple[DocumentName, Edition], Callable[[], Mapping[str, object]]] = {
    (DocumentName.MINUTES, Edition.ZH): minutes_values,
    (DocumentName.MINUTES, Edition.EN): english_minutes_values,
    (DocumentName.MINUTES, Edition.BOTH_TABLE): bilingual_values,
    (DocumentName.MINUTES, Edition.BOTH_INTERLEAVED): bilingual_values,
    (DocumentName.AGENDA, Edition.ZH): partial(form_values, agenda_view),
    (DocumentName.NOTICE, Edition.ZH): notice_values,
    (DocumentName.FULL_RECORD, Edition.ZH): meeting_record_values,
    (DocumentName.SIGN_IN, Edition.ZH): partial(form_values, sign_in_view),
    (DocumentName.FOLLOW_UP, Edition.ZH): partial(form_values, follow_up_view),
    (DocumentName.RELEASE, Edition.ZH): partial(release_values, Language.ZH),
    (DocumentName.RELEASE, Edition.EN): partial(release_values, Language.EN),
    (DocumentName.RELEASE, Edition.BOTH_TABLE): bilingual_values,
    (DocumentName.RELEASE, Edition.BOTH_INTERLEAVED): bilingual_values,
    (DocumentName.SUMMARY, Edition.ZH): partial(summary_values, Language.ZH),
    (DocumentName.SUMMARY, Edition.EN): partial(summary_values, Language.EN),
}
