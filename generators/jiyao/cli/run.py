"""One run of `jiyao make`: what is told while it goes on, and what is known when it has ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from jiyao.cli.progress import clear_line, watched
from jiyao.cli.reading import name_office
from jiyao.cli.report import Format, Wanted
from jiyao.cli.saying import echo
from jiyao.cli.tally import Tally
from jiyao.cli.ui import Ui
from jiyao.dataclass import dataclass
from jiyao.documents.shipped import Edition
from jiyao.problems import Message, Problem, message
from jiyao.records.choices import DocumentName
from jiyao.records.office import Office, Preset
from jiyao.records.reading import SaidOnce
from jiyao.records.refusals import holds_no_records
from jiyao.work.faults import kept_beside, unexpected
from jiyao.work.making import Drafted, drafted
from jiyao.work.placing import Made, working
from jiyao.work.products import Format as Form
from jiyao.work.products import Order
from jiyao.work.why import Why
from jiyao.work.workspace import Workspaces, shown

if TYPE_CHECKING:
    from jiyao.cli.run_report import RunReport

REASONS: Mapping[Why, Message] = {
    Why.NEW: message("new"),
    Why.ISSUED: message("issued, so it stays as it is"),
    Why.EDITED: message("somebody has edited it"),
    Why.GONE: message("the file is gone"),
    Why.UNKNOWN: message("not known what it was made of"),
    Why.RECORD: message("the record has changed"),
    Why.OFFICE: message("the office has changed"),
    Why.TEMPLATES: message("a template has changed"),
    Why.OPTIONS: message("other options"),
    Why.PROGRAM: message("the program has changed"),
}


@dataclass(slots=True)
class Run:
    """Makes everything, record by record.

    `there` gets the Word files, each with the preset that its pages are measured by, where `keeps` says that somebody
    will print them: so a run takes the same memory however long it is.
    """

    order: Order
    wanted: Wanted
    ui: Ui
    keeps: bool = False
    report: RunReport | None = None
    problems: list[Problem] = field(default_factory=list[Problem])
    tally: Tally = field(default_factory=Tally)
    there: dict[Path, Preset | None] = field(default_factory=dict[Path, "Preset | None"])
    _workspaces: Workspaces = field(default_factory=Workspaces)
    _named: set[Path] = field(default_factory=set[Path])
    _once: SaidOnce = field(default_factory=SaidOnce)
    _began: float = field(default_factory=monotonic)

    @property
    def seconds(self) -> float:
        """How long the run has taken so far."""
        return monotonic() - self._began

    def make(self, paths: Sequence[str], jobs: int | None, cluster: str = "") -> None:
        """Make the documents of all records that the paths name, by so many processes, or by a cluster."""
        with working(self.order) as workshop:
            records = drafted(workshop.noted(self._workspaces.pieces(paths)), self.order, jobs, cluster)
            for record in watched(records, lambda: Workspaces().count(paths), self.ui):
                self._count(record)
                for made in workshop.make(record):
                    self._keep(record, made)
        self.problems[:0] = (*self._workspaces.problems, *workshop.problems)
        if not self.tally.records and not self.problems:
            self.problems += map(holds_no_records, paths)

    def _count(self, record: Drafted) -> None:
        name_office(record.piece.office_file, self._workspaces, self._named, self.ui)
        self.problems += self._once.heard(record.problems)
        self.tally.records += record.is_record
        if record.is_record and not record.is_usable:
            self.tally.count(None, None, self.order.least)

    def _keep(self, record: Drafted, made: Made) -> None:
        self._tell(made)
        self.problems += (*made.problems, *_kept(made), *_faults(made, record))
        self.tally.count(made.product.document, made.outcome)
        if self.report:
            self.report.add(record, made)
        if self.keeps and made.path is not None and made.product.format is Form.DOCX:
            self.there[made.path] = _measured_by(made, self._workspaces.office(record.piece.office_file))

    def _tell(self, made: Made) -> None:
        """Print the name of a document as soon as it is there; where problems are data, these alone are.

        In a dry run there stands behind it for what reason it would be written.
        """
        if made.path is None or made.outcome is None:
            return
        clear_line()
        name = shown(made.path)
        if self.order.dry_run and made.why:
            why = tuple(REASONS[each] for each in made.why)
            name = self.ui.say(message("{file}: {reasons}", file=name, reasons=why))
        echo(name, err=self.wanted.format is not Format.TEXT)


def _measured_by(made: Made, office: Office) -> Preset | None:
    """The preset of the office, for documents whose layout a standard says."""
    is_chinese_minutes = (made.product.document, made.product.edition) == (DocumentName.MINUTES, Edition.ZH)
    return office.house.preset if is_chinese_minutes else None


def _faults(made: Made, record: Drafted) -> Iterator[Problem]:
    """A fault of ours that ended the work on one document, and on no other."""
    if made.fault:
        # Imported late: it brings what only a fault needs.
        from jiyao.cli.fault import advice_on, in_short

        yield unexpected(record.place, in_short(made.fault.said), advice_on(made.fault.traceback))


def _kept(made: Made) -> Sequence[Problem]:
    return (kept_beside(shown(made.kept), shown(made.path)),) if made.kept and made.path else ()
