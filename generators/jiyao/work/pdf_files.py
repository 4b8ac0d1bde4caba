"""PDF files beside the Word files that they are of: written, kept or measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path

from jiyao.dataclass import dataclass
from jiyao.documents.layout.measuring import layout_problems
from jiyao.problems import Problem
from jiyao.records.office import Preset
from jiyao.work.faults import not_written
from jiyao.work.manifest import Manifests, Outcome, Overwrite, Source, Written, digest, read_manifest
from jiyao.work.pdf import Printed, press, print_documents
from jiyao.work.pdf_faults import no_layout_reader
from jiyao.work.reasons import reason
from jiyao.work.workspace import shown


@dataclass(frozen=True, slots=True)
class PdfOrder:
    """What a run shall do with its documents once they are printed."""

    keep: bool = True
    """Write the PDF files (`--pdf`)."""
    measure: bool = False
    """Measure the pages of minutes (`--check-layout`)."""
    force: bool = False
    """Print what is printed already, and write over what somebody has edited (`--force`)."""


@dataclass(frozen=True, slots=True)
class PdfMade:
    """What became of one document; `path` is None where no PDF was written, and `kept` is the one that had to stay."""

    document: Path
    path: Path | None = None
    outcome: Outcome | None = None
    problems: tuple[Problem, ...] = ()
    kept: Path | None = None


def pdf_files(
    documents: Mapping[Path, Preset | None], order: PdfOrder, environment: Mapping[str, str]
) -> Iterator[PdfMade]:
    """Print Word files, each with the preset that its pages are measured by; None measures nothing.

    A PDF that is newer than its document, and as it was written, is not made again. One that somebody has edited or
    signed stays, and the new one stands beside it.
    """
    manifests = cache(read_manifest)
    there = {} if order.force else {each: pdf for each in documents if (pdf := _current(each, manifests(each.parent)))}
    for document, pdf in there.items():
        problems = _measured(document, pdf, order, documents[document])
        yield PdfMade(document, document.with_suffix(".pdf"), Outcome.UNCHANGED, problems)
    left = [document for document in documents if document not in there]
    if left:
        with press(environment) as ready, closing(Manifests()) as held:
            if isinstance(ready, Problem):
                yield from (PdfMade(document, problems=(ready,)) for document in left)
                return
            for printed in print_documents(left, ready):
                made = _placed(printed, order, held)
                measured = _measured(printed.document, printed.pdf, order, documents[printed.document])
                yield replace(made, problems=(*made.problems, *measured))


def _current(document: Path, files: Mapping[str, Written]) -> bytes | None:
    """The PDF of a document where it is as the program wrote it, and not older."""
    pdf = document.with_suffix(".pdf")
    known = files.get(pdf.name)
    try:
        if known is None or pdf.stat().st_mtime_ns < document.stat().st_mtime_ns:
            return None
        content = pdf.read_bytes()
    except OSError:
        return None
    return content if digest(content) == known.sha256 else None


def _placed(printed: Printed, order: PdfOrder, manifests: Manifests) -> PdfMade:
    document, name = printed.document, printed.document.with_suffix(".pdf").name
    if printed.pdf is None or not order.keep:
        return PdfMade(document, problems=printed.problems)
    try:
        manifest = manifests.of(document.parent)
        of = manifest.files.get(document.name)
        source = Source(of.record if of else document.name, f"{of.document if of else document.name}.pdf")
        path, outcome = manifest.place(name, printed.pdf, source, Overwrite.ANY if order.force else Overwrite.OWN)
    except OSError as error:
        problem = not_written(shown(document.with_suffix(".pdf")), reason(error))
        return PdfMade(document, problems=(*printed.problems, problem))
    kept = document.with_suffix(".pdf") if outcome is Outcome.KEPT else None
    return PdfMade(document, path, outcome, printed.problems, kept)


def _measured(document: Path, pdf: bytes | None, order: PdfOrder, preset: Preset | None) -> tuple[Problem, ...]:
    if pdf is None or preset is None or not order.measure:
        return ()
    from jiyao.documents.layout.reading import sheets_of

    try:
        sheets = sheets_of(pdf)
    except ImportError:
        return (no_layout_reader(),)
    return layout_problems(sheets, shown(document.with_suffix(".pdf")), preset)
