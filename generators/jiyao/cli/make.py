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
from jiyao.languages.text import Language
from jiyao.problems import Message, Place, Problem, message
from jiyao.records.choices import DocumentName
from jiyao.records.office import Preset
from jiyao.records.refusals import holds_no_records
from jiyao.work.codecs import chosen_codec
from jiyao.work.faults import kept_beside, unexpected
from jiyao.work.making import MAKERS, Made, Order, Workshop, working
from jiyao.work.manifest import Outcome
from jiyao.work.workspace import Found, Workspaces, shown

DOCUMENTS = tuple(dict.fromkeys(str(document) for document, _language in MAKERS))
LANGUAGES = tuple(dict.fromkeys(language.value for _document, language in MAKERS))

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
@click.option(
    "-d", "--documents", default=DOCUMENTS[0], metavar="NAMES", help="Which documents, with commas between them."
)
@click.option("-l", "--language", type=click.Choice(LANGUAGES), default=LANGUAGES[0], help="Their language.")
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="The folder for them; else beside records."
)
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Fill this Word template instead of the office's or the program's.",
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
    *,
    documents: str,
    language: str,
    output: Path | None,
    template: Path | None,
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
    order = Order(_documents(documents, ui), (Language(language),), output, template, dry_run, force, codec)
    problems, counts, made = _made(paths, order, wanted, ui)
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
    paths: Sequence[str], order: Order, wanted: Wanted, ui: Ui
) -> tuple[list[Problem], Counter[Outcome | None], dict[Path, Preset | None]]:
    """Make everything, record by record; returned are the problems, how many documents came out how, and the documents.

    Documents that could not be made are counted under None. With each document comes the preset that its pages are
    measured by.
    """
    workspaces = Workspaces()
    problems: list[Problem] = []
    counts: Counter[Outcome | None] = Counter()
    named: set[Path] = set()
    there: dict[Path, Preset | None] = {}
    records = 0
    with working(order) as workshop:
        for records, found in enumerate(workspaces.records(paths), start=1):  # noqa: B007 (the last one is the count)
            name_office(found, named, ui)
            problems += found.record.problems
            counts[None] += 0 if found.is_usable else len(order.wanted)
            for made in _documents_of(found, workshop):
                _tell(made, wanted)
                problems += (*made.problems, *_kept(made))
                counts[made.outcome] += 1
                if made.path is not None:
                    there[made.path] = _measured_by(made, found)
    if not records and not workspaces.problems:
        problems += map(holds_no_records, paths)
    return [*workspaces.problems, *workshop.problems, *problems], counts, there


def _measured_by(made: Made, found: Found) -> Preset | None:
    """The preset of the office, for documents whose layout a standard says."""
    is_chinese_minutes = (made.document, made.language) == (DocumentName.MINUTES, Language.ZH)
    return found.record.office.house.preset if is_chinese_minutes else None


def _documents_of(found: Found, workshop: Workshop) -> Iterator[Made]:
    """The documents of a record; a fault of ours ends the work on this record, and on no other."""
    try:
        yield from workshop.make(found)
    except Exception as fault:  # noqa: BLE001 (what is broken for one record works for the others)
        # Imported late: it brings what only a fault needs.
        from jiyao.cli.fault import advice_on, in_short

        source = found.record.source
        problem = unexpected(Place(source.file, source.line, 1), in_short(fault), advice_on(fault))
        yield Made(*workshop.order.wanted[0], problems=(problem,))


def _documents(names: str, ui: Ui) -> tuple[DocumentName, ...]:
    """The documents of `-d`, in English or Chinese."""
    by_word = {word: each for each in DocumentName for word in (str(each), *each.zh) if str(each) in DOCUMENTS}
    wanted = [name for name in names.replace("，", ",").replace("、", ",").split(",") if name.strip()]
    for name in wanted:
        if name.strip() not in by_word:
            said = message("unknown document {name}; use one of: {names}", name=name, names=DOCUMENTS)
            raise click.BadParameter(ui.say(said), param_hint="-d")
    return tuple(dict.fromkeys(by_word[name.strip()] for name in wanted))


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
