"""A mark in every field of a record: what a public document does not allow is in no part of any file made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest

from jiyao.documents.filling import Template, compile_template
from jiyao.documents.minutes import minutes
from jiyao.documents.plain_text import plain_text
from jiyao.documents.shipped import Edition, template_name, templates_dir
from jiyao.documents.web import WebTemplate, page_template, web_page
from jiyao.languages.text import Language
from jiyao.records.choices import DocumentName
from jiyao.records.meeting import Meeting
from jiyao.records.office import NO_OFFICE
from jiyao.views.minutes import MinutesView
from jiyao.views.public import MINUTES, RELEASE, AllowList
from jiyao.views.public_minutes import public_minutes_view
from jiyao.views.release.both import both_view
from jiyao.views.release.telling import release_view
from jiyao.views.release.view import BilingualView, ReleaseView
from marked import Marks, is_allowed, record_with_marks
from published import picture
from releases import EN, ZH, released, released_in_both


def every_part(docx: bytes) -> str:
    """The names and the texts of all parts of a Word file: properties, relations and alternative texts with them."""
    with ZipFile(BytesIO(docx)) as package:
        parts = [f"{name}\n{package.read(name).decode('utf-8', 'ignore')}" for name in package.namelist()]
    return unescape("\n".join(parts))


def _releases(meeting: Meeting) -> Iterator[tuple[str, str]]:
    page = page_template((templates_dir() / "release.html").read_bytes(), "release.html")
    assert isinstance(page, WebTemplate)
    for language in Language:
        view = release_view(meeting, NO_OFFICE, language)
        assert isinstance(view, ReleaseView), view
        album = {each.file: picture() for each in view.photos}
        assert album
        yield f"{language}.docx", every_part(released(view, album))
        yield f"{language}.txt", plain_text(view).decode()
        for fragment in (False, True):
            made = web_page(view, album, page, fragment=fragment)
            assert isinstance(made, bytes), made
            yield f"{language}{'-fragment' if fragment else ''}.html", unescape(made.decode())
    both = both_view(meeting, NO_OFFICE, (ZH, EN))
    assert isinstance(both, BilingualView), both
    album = {each.file: picture() for each in both.photos}
    for edition in (Edition.BOTH_TABLE, Edition.BOTH_INTERLEAVED):
        yield f"{edition}.docx", every_part(released_in_both(both, edition, album))


def _public_minutes(meeting: Meeting) -> str:
    view = public_minutes_view(meeting, NO_OFFICE)
    assert isinstance(view, MinutesView), view
    path = templates_dir() / template_name(DocumentName.MINUTES, Edition.ZH)
    template = compile_template(path.read_bytes(), path.name)
    assert isinstance(template, Template)
    made = minutes(view, template)
    assert isinstance(made, bytes), made
    return every_part(made)


@cache
def outputs() -> tuple[Mapping[str, str], Marks]:
    """Every file that is public, as one text each, and the marks of the record."""
    meeting, marks = record_with_marks()
    assert meeting.publication is not None
    # A file name, as it would have to be; it stays in the workspace and is printed nowhere.
    files = {**dict(_releases(meeting)), "minutes.docx": _public_minutes(replace(meeting, publication=None))}
    return files, marks


NAMES = (
    *(f"{language}{end}" for language in Language for end in (".docx", ".txt", ".html", "-fragment.html")),
    "both-table.docx",
    "both-interleaved.docx",
    "minutes.docx",
)


def test_every_form_of_every_public_document_is_looked_through() -> None:
    assert set(outputs()[0]) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_no_part_of_a_public_file_holds_what_is_not_allowed(name: str) -> None:
    files, marks = outputs()
    allowed: AllowList = MINUTES if name.startswith("minutes") else RELEASE
    said = files[name].casefold()
    printed = {chain for mark, chain in marks.chains.items() if mark.casefold() in said}
    assert (Meeting, "title") in {chain[-1] for chain in printed}
    assert not [chain for chain in printed if not is_allowed(chain, allowed) or chain[-1][1] in {"id", "file"}]
