"""`jiyao make`: the documents of the records."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from jiyao.cli.exits import Exit
from jiyao.cli.options import report_options
from jiyao.cli.reading import UNREADABLE, Lines, name_office
from jiyao.cli.report import Format, Wanted, report
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.cli.what import what_options
from jiyao.documents.shipped import Edition
from jiyao.problems import Message, Problem, message
from jiyao.records.choices import DocumentName
from jiyao.records.office import Office, Preset
from jiyao.records.reading import SaidOnce
from jiyao.records.refusals import holds_no_records
from jiyao.work.codecs import chosen_codec
from jiyao.work.faults import kept_beside, unexpected
from jiyao.work.making import Drafted, drafted
from jiyao.work.manifest import Outcome
from jiyao.work.placing import Made, working
from jiyao.work.products import Format as Form
from jiyao.work.products import Order
from jiyao.work.workspace import Workspaces, shown

EXITS = {
    **UNREADABLE,
    # LibreOffice, a Chinese font, what measures pages: imported only where they are asked for.
    **dict.fromkeys(("D220", "D225", "D226"), Exit.MISSING),
    unexpected.rule.code: Exit.INTERNAL,
}

OUTCOMES: Mapping[Outcome | None, Message] = {
    Outcome.MADE: message("made"),
    Outcome.UNCHANGED: message("unchanged"),
    Outcome.KEPT: message("written beside an edited file"),
}


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@what_options
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="The folder for them; else beside records."
)
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Fill this Word template instead of the office's or the program's.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes work at once; else one for few records, one per core for many.",
)
@click.option("--pdf", is_flag=True, help="Print each document as a PDF too, with LibreOffice.")
@click.option("--check-layout", is_flag=True, help="Measure the printed pages of minutes by the standard.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--force", is_flag=True, help="Overwrite documents that somebody has edited.")
@report_options
@click.pass_obj
def make(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui,
    paths: tuple[str, ...],
    wanted: Wanted,
    what: Order,
    *,
    output: Path | None,
    template: Path | None,
    jobs: int | None,
    pdf: bool,
    check_layout: bool,
    dry_run: bool,
    force: bool,
) -> Exit:
    """Make the documents of records.

    PATH is a record, a folder or a pattern. The names of the files that were written go to the standard output. A
    document that somebody has edited since it was made is never overwritten: the new one is written beside it.
    """
    codec = chosen_codec(os.environ)
    if isinstance(codec, Problem):
        return report([codec], wanted, ui, exits={codec.code: Exit.MISSING})
    if template and not what.is_one:
        said = message("one template cannot serve several documents or languages")
        raise click.BadParameter(ui.say(said), param_hint="--template")
    order = what._replace(folder=output, template=template, dry_run=dry_run, force=force, codec=codec)
    problems, counts, made = _made(paths, order, wanted, ui, jobs)
    if (pdf or check_layout) and not dry_run:
        # Imported late: most runs make Word files alone.
        from jiyao.cli.pdf import print_made

        of_pdf, counts_of_pdf = print_made(made, wanted, keep=pdf, measure=check_layout, force=force)
        problems += of_pdf
        counts += counts_of_pdf
    code = report(problems, wanted, ui, Lines(), EXITS)
    _summarise(counts, order, ui)
    kept, failed = counts[Outcome.KEPT], counts[None]
    return max(code, Exit.CONFLICT if kept else Exit.FINE, Exit.FINDINGS if failed else Exit.FINE)


def _made(
    paths: Sequence[str], order: Order, wanted: Wanted, ui: Ui, jobs: int | None
) -> tuple[list[Problem], Counter[Outcome | None], dict[Path, Preset | None]]:
    """Make everything, record by record; returned are the problems, how many documents came out how, and the documents.

    Documents that could not be made are counted under None. With each document comes the preset that its pages are
    measured by.
    """
    workspaces = Workspaces()
    problems: list[Problem] = []
    counts: Counter[Outcome | None] = Counter()
    named: set[Path] = set()
    once = SaidOnce()
    there: dict[Path, Preset | None] = {}
    records = 0
    with working(order) as workshop:
        for record in drafted(workspaces.pieces(paths), order, jobs):
            name_office(record.piece.office_file, workspaces, named, ui)
            problems += once.heard(record.problems)
            records += record.is_record
            counts[None] += 0 if record.is_usable or not record.is_record else order.least
            for made in workshop.make(record):
                _tell(made, wanted)
                problems += (*made.problems, *_kept(made), *_faults(made, record))
                counts[made.outcome] += 1
                if made.path is not None and made.product.format is Form.DOCX:
                    there[made.path] = _measured_by(made, workspaces.office(record.piece.office_file))
    if not records and not workspaces.problems and not problems:
        problems += map(holds_no_records, paths)
    return [*workspaces.problems, *workshop.problems, *problems], counts, there


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


def _tell(made: Made, wanted: Wanted) -> None:
    """Print the name of a document as soon as it is there; where problems are data, these alone are."""
    if made.path is not None and made.outcome is not None:
        echo(shown(made.path), err=wanted.format is not Format.TEXT)


def _kept(made: Made) -> Sequence[Problem]:
    return (kept_beside(shown(made.kept), shown(made.path)),) if made.kept and made.path else ()


def _summarise(counts: Counter[Outcome | None], order: Order, ui: Ui) -> None:
    words: dict[Outcome | None, Message] = {**OUTCOMES, None: message("not made")}
    parts = tuple(
        message("{outcome}: {number}", outcome=word, number=counts[outcome])
        for outcome, word in words.items()
        if counts[outcome]
    )
    if parts:
        said = message("would be: {parts}", parts=parts) if order.dry_run else message("{parts}", parts=parts)
        echo(ui.say(said), err=True)
