"""A summary as files: its template, its pages, and where it is put."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from jiyao.documents.filling import Template
from jiyao.documents.pdf import pages_of_headings
from jiyao.documents.shipped import Edition
from jiyao.documents.summary import summary
from jiyao.languages.text import Language
from jiyao.ooxml.archive import ZLIB, Codec
from jiyao.problems import Message, Problem, message
from jiyao.records.choices import DocumentName
from jiyao.records.refusals import unreadable
from jiyao.views.summary.view import SummaryView
from jiyao.work.faults import kept_beside, not_written
from jiyao.work.making import template_file
from jiyao.work.manifest import Outcome, Overwrite, Source, manifest_of
from jiyao.work.pdf import press, print_documents
from jiyao.work.reasons import reason
from jiyao.work.summary_faults import pages_unknown
from jiyao.work.template_cache import ready_template
from jiyao.work.workspace import shown


def summary_template(
    own: Path | None, office_file: Path | None, language: Language, codec: Codec = ZLIB
) -> Template | tuple[Problem, ...]:
    """The template of a summary: the one that is named, else the office's, else the program's; or what is wrong."""
    path = own or template_file(office_file, DocumentName.SUMMARY, Edition(language))
    try:
        template = ready_template(path.read_bytes(), shown(path))
    except OSError as error:
        return (unreadable(shown(path), reason(error)),)
    return template if isinstance(template, tuple) else replace(template, codec=codec)


def summary_document(
    view: SummaryView, template: Template, name: str, environment: Mapping[str, str]
) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The Word file, with the pages in its contents where LibreOffice can tell them; else a note says so.

    It is filled twice: page numbers take no more lines in the contents than blanks did.
    """
    made = summary(view, template)
    if isinstance(made, tuple):
        return None, made
    pages = _pages(made, environment)
    if isinstance(pages, Message):
        return made, (pages_unknown(name, pages),)
    paged = view.on_pages(pages)
    final = summary(paged, template)
    return (None, final) if isinstance(final, tuple) else (final, ())


def _pages(docx: bytes, environment: Mapping[str, str]) -> Mapping[str, int] | Message:
    with press(environment) as ready, TemporaryDirectory(prefix="jiyao-") as folder:
        if isinstance(ready, Problem):
            return ready.message
        file = Path(folder, "summary.docx")
        file.write_bytes(docx)
        (printed,) = print_documents([file], ready)
    pages = pages_of_headings(printed.pdf) if printed.pdf else {}
    return pages or message("LibreOffice did not print the document")


def put(path: Path, content: bytes, period: str, *, force: bool) -> tuple[Path | None, tuple[Problem, ...]]:
    """Write a file of a summary; one that somebody has edited since it was made stays; the new one goes beside it."""
    rule = Overwrite.ANY if force else Overwrite.OWN
    try:
        with manifest_of(path.parent) as manifest:
            source = Source(f"summary:{period}", f"{DocumentName.SUMMARY}{path.suffix}")
            written, outcome = manifest.place(path.name, content, source, rule)
    except OSError as error:
        return None, (not_written(shown(path), reason(error)),)
    return written, (kept_beside(shown(path), shown(written)),) if outcome is Outcome.KEPT else ()
