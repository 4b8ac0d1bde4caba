"""Making documents: from what a record is read from to its documents, which have no names yet.

What is made depends on the piece alone, so many processes may work on the pieces of one run (`crew`); names, folders
and manifests are the business of the one process that writes (`placing`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from functools import partial
from itertools import chain, groupby, islice
from pathlib import Path
from typing import NamedTuple

from jiyao.dataclass import dataclass
from jiyao.documents.filling import Template
from jiyao.documents.shipped import Edition, page_template_name, template_name, templates_dir
from jiyao.problems import Place, Problem
from jiyao.records.choices import DocumentName, Stage
from jiyao.records.derived import draft_remark
from jiyao.records.meeting import Meeting
from jiyao.records.office import House
from jiyao.records.refusals import unreadable
from jiyao.work.makers import make_workbook, maker_of, minutes_said
from jiyao.work.products import Format, Order, Product
from jiyao.work.provenance import Provenances, reads_other_files
from jiyao.work.reasons import reason
from jiyao.work.template_cache import ready_template
from jiyao.work.workspace import Found, Piece, Workspaces, shown


def template_file(office_file: Path | None, document: DocumentName, edition: Edition) -> Path:
    """The office's own template where its workspace has one, else the program's."""
    return _nearest(office_file, template_name(document, edition))


def page_template_file(office_file: Path | None, document: DocumentName) -> Path:
    """The template of the web page, likewise."""
    return _nearest(office_file, page_template_name(document))


def _nearest(office_file: Path | None, name: str) -> Path:
    if office_file is not None and (office_file.parent / "templates" / name).is_file():
        return office_file.parent / "templates" / name
    return templates_dir() / name


FEW = 100
"""Records that one process makes before others would have started."""


def drafted(pieces: Iterable[Piece], order: Order, jobs: int | None = None, cluster: str = "") -> Iterator[Drafted]:
    """What becomes of the pieces, in their order, made by so many processes; where nobody says, by as many as pay.

    With the address of a `cluster` by its workers; raises ClusterError where it cannot be used.
    """
    if cluster:
        from jiyao.work.cluster import drafted_by_cluster

        return drafted_by_cluster(pieces, order, cluster)
    waiting = iter(pieces)
    first = list(islice(waiting, FEW)) if jobs is None else []
    jobs = jobs or (usable_cores() if len(first) == FEW else 1)
    everything = chain(first, waiting)
    if jobs == 1:
        return chain.from_iterable(map(Drafting(order).drafted, everything))
    # Here, since it takes long to come, and most runs are of one record.
    from jiyao.work.pool import drafted_by_processes

    return drafted_by_processes(everything, order, jobs)


def usable_cores() -> int:
    """How many processes can run at the same time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Fault(NamedTuple):
    """A fault of the program itself: what Python says in one line, and the traceback for whoever mends it."""

    said: str
    traceback: str


class Draft(NamedTuple):
    """One document of one record before it has a name; `content` is None where it could not be made."""

    product: Product
    content: bytes | None = None
    problems: tuple[Problem, ...] = ()
    fault: Fault | None = None


class Drafted(NamedTuple):
    """What became of a piece: its problems, its documents, and what their names follow from.

    The record itself stays with the process that has read it. `line` is where it begins in its file; 0 where nothing
    could be read.
    """

    piece: Piece
    line: int
    problems: tuple[Problem, ...] = ()
    drafts: tuple[Draft, ...] = ()
    identifier: str = ""
    is_issued: bool = False
    stage: str = ""
    """送审稿, while the minutes are a draft: it stands in the names of their files."""
    is_usable: bool = False
    made_of: str = ""
    """Of what all that was made (`provenance`); "" where that does not tell whether it has to be made again."""

    @property
    def is_record(self) -> bool:
        """Whether there was something to read."""
        return self.line > 0

    @property
    def place(self) -> Place:
        """The beginning of the record."""
        return Place(shown(self.piece.file.path), self.line, 1)


@dataclass(slots=True)
class Drafting:
    """Reads, checks, words and fills. Each office is read once, and each template is compiled once."""

    order: Order
    _workspaces: Workspaces = field(default_factory=Workspaces)
    _provenances: Provenances = field(init=False)
    _templates: dict[tuple[Path | None, DocumentName, Edition], Template | tuple[Problem, ...]] = field(
        default_factory=dict[tuple["Path | None", DocumentName, Edition], "Template | tuple[Problem, ...]"]
    )

    def __post_init__(self) -> None:
        self._provenances = Provenances(self.order)

    def drafted(self, piece: Piece) -> Iterator[Drafted]:
        """What becomes of a piece; of a record with errors no document is made."""
        if piece.made:
            yield Drafted(piece, piece.number or 1, is_usable=True)
            return
        try:
            for found in self._workspaces.found(piece):
                yield self._drafted(found)
        except OSError as error:
            yield Drafted(piece, 0, (unreadable(shown(piece.file.path), reason(error)),))
        except Exception as error:  # noqa: BLE001 (what is broken for one record works for the others)
            product = Product(next(iter(self.order.documents), DocumentName.MINUTES), Edition.ZH)
            yield Drafted(piece, piece.number or 1, drafts=(Draft(product, fault=_fault(error)),))

    def _drafted(self, found: Found) -> Drafted:
        record, meeting = found.record, found.record.meeting
        if meeting is None or not found.is_usable:
            return Drafted(found.piece, record.source.line, record.problems)
        products = self.order.products(meeting, record.office)
        meeting, unprinted = _attached(found, meeting, products)
        drafts = tuple(self._drafts(found, meeting, products))
        return Drafted(
            found.piece,
            record.source.line,
            (*record.problems, *unprinted),
            drafts,
            meeting.id or "",
            meeting.issue.stage is Stage.ISSUED,
            draft_remark(meeting.issue),
            is_usable=True,
            made_of=self._made_of(found, meeting, drafts),
        )

    def _made_of(self, found: Found, meeting: Meeting, drafts: tuple[Draft, ...]) -> str:
        """Of what the documents are made, where a later run has nothing to say that would go unsaid if it knew."""
        said = found.record.problems or any(each.problems or each.content is None for each in drafts)
        if said or reads_other_files(meeting):
            return ""
        return str(self._provenances.of(found.piece, found.content) or "")

    def _drafts(self, found: Found, meeting: Meeting, products: Iterable[Product]) -> Iterator[Draft]:
        for (document, edition), alike in groupby(products, key=lambda each: each[:2]):
            wanted = tuple(alike)
            try:
                if document is DocumentName.RELEASE:
                    # Here, since most runs make minutes alone.
                    from jiyao.work.releases import release_drafts

                    template = partial(self.template, found, document, edition)
                    yield from release_drafts(found, meeting, wanted, self.order, template)
                else:
                    yield from (self._draft(found, meeting, each) for each in wanted)
            except Exception as error:  # noqa: BLE001 (what is broken for one document works for the others)
                yield from (Draft(each, fault=_fault(error)) for each in wanted)

    def _draft(self, found: Found, meeting: Meeting, product: Product) -> Draft:
        if product.format is Format.XLSX:
            book = make_workbook(product.document, meeting, found.record.office)
            return Draft(product, problems=book) if isinstance(book, tuple) else Draft(product, book)
        template = self.template(found, product.document, product.edition)
        if isinstance(template, tuple):
            return Draft(product, problems=template)
        maker = maker_of(product, self.order.languages)
        content = maker(meeting, found.record.office, template)
        if isinstance(content, tuple):
            return Draft(product, problems=content)
        is_minutes = product.document is DocumentName.MINUTES
        return Draft(
            product, content, minutes_said(meeting, found.record.office, product.edition) if is_minutes else ()
        )

    def template(self, found: Found, document: DocumentName, edition: Edition) -> Template | tuple[Problem, ...]:
        """The template of a document, ready; instead, what is wrong with it."""
        office_file = found.piece.office_file
        key = office_file, document, edition
        if key not in self._templates:
            path = self.order.template or template_file(office_file, document, edition)
            try:
                self._templates[key] = self._packing(ready_template(self._read(path, document, found), shown(path)))
            except OSError as error:
                self._templates[key] = (unreadable(shown(path), reason(error)),)
        return self._templates[key]

    def _read(self, path: Path, document: DocumentName, found: Found) -> bytes:
        """A template file; the program's own in the layout and faces of the office."""
        data, house = path.read_bytes(), found.record.office.house
        if path.parent != templates_dir() or (house.preset, house.fonts) == (House().preset, House().fonts):
            return data
        # Here, since most offices have nothing of their own.
        from jiyao.documents.dressing import dressed

        return dressed(data, document, house)

    def _packing(self, template: Template | tuple[Problem, ...]) -> Template | tuple[Problem, ...]:
        return template if isinstance(template, tuple) else replace(template, codec=self.order.codec)


def _attached(found: Found, meeting: Meeting, products: Iterable[Product]) -> tuple[Meeting, tuple[Problem, ...]]:
    """The meeting with what its attached files say, where minutes are made, which alone print them."""
    minutes = any(each.document is DocumentName.MINUTES and not each.is_public for each in products)
    if not minutes or not any(each.file for each in meeting.attachments):
        return meeting, ()
    # Here, since few records attach files.
    from jiyao.work.attachments import with_attached_files
    from jiyao.work.photos import Album

    language = found.record.office.first_language
    return with_attached_files(meeting, Album(found.file.path, found.piece.office_file), language)


def _fault(error: Exception) -> Fault:
    # Here, since only what goes wrong needs it.
    import traceback

    said = " ".join(traceback.format_exception_only(error)).strip()
    return Fault(said, "".join(traceback.format_exception(error)))
