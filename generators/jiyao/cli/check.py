"""`jiyao check`: every problem of the records, all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jiyao.cli.exits import Exit
from jiyao.cli.options import report_options
from jiyao.cli.reading import UNREADABLE, Lines
from jiyao.cli.report import Format, Wanted, in_order, report
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.cli.what import documents_named, editions_named
from jiyao.documents.shipped import Edition
from jiyao.languages.text import Language
from jiyao.problems import Edit, Problem, Severity, message
from jiyao.records.choices import DocumentName
from jiyao.records.refusals import unreadable
from jiyao.records.writing import NotWrittenError
from jiyao.work.bilingual_files import bilingual_problems, is_bilingual
from jiyao.work.faults import not_mended
from jiyao.work.finished_texts import fix_text, language_of, text_problems
from jiyao.work.fixing import fix_file
from jiyao.work.products import Order
from jiyao.work.reasons import reason
from jiyao.work.workspace import Workspaces

if TYPE_CHECKING:
    from jiyao.records.load import Record
    from jiyao.review.checks.known import Known
    from jiyao.review.terms.table import TermTable


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-d",
    "--documents",
    metavar="NAMES",
    help="Also what would be said when these documents are made; `all`: of its kind.",
)
@click.option("-l", "--language", default="", metavar="LANGUAGES", help="In which languages: zh, en, both.")
@click.option(
    "--record",
    type=click.Path(exists=True),
    help="Hold bilingual files and finished texts against this record: its people, bodies, posts and numbers.",
)
@click.option(
    "--terms",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Hold bilingual files against this table of terms; else that of the record's workspace.",
)
@click.option("--fix", is_flag=True, help="Mend what can be mended for certain, then report what is left.")
@report_options
@click.pass_obj
def check(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui,
    paths: tuple[str, ...],
    wanted: Wanted,
    *,
    documents: str | None,
    language: str,
    record: str | None,
    terms: Path | None,
    fix: bool,
) -> Exit:
    """Report every problem of records.

    PATH is a record, a folder or a pattern. All problems of all records come in one run, each with its place and
    what to try; `jiyao rule CODE` explains one. A text, a Word file or a web page (`.txt`, `.docx`, `.html`) that is
    named is checked by itself, in its language; so are both languages of XLIFF, TMX, a review sheet, and a table of two
    columns (`.csv`, `.tsv`, `.xlsx`). With `-d` also what
    `jiyao make` would say of the documents: texts that they lack, what may not be public, pictures that are missing.
    """
    pairs = tuple(each for each in paths if is_bilingual(Path(each)))
    texts = {each: said for each in paths if each not in pairs and (said := language_of(Path(each)))}
    rest = tuple(each for each in paths if each not in {*texts, *pairs})
    unmended = _mended(rest, texts, wanted, ui) if fix else []
    problems, records = _problems(rest) if rest else ([], 0)
    if documents or language:
        problems += _of_documents(rest, _order(documents or DocumentName.MINUTES.value, language, ui))
    if pairs or texts:
        known, told_of, of_them = _known(record, terms)
        problems += of_them
        problems += [each for text, said in texts.items() for each in text_problems(Path(text), said, told_of)]
        problems += [each for file in pairs for each in bilingual_problems(Path(file), known)]
    records += len(texts) + len(pairs)
    if not problems and not unmended and wanted.format is Format.TEXT:
        echo(ui.ntranslate("no problems in {n} record", "no problems in {n} records", records), err=True)
    return report([*problems, *unmended], wanted, ui, Lines(), UNREADABLE)


def _problems(paths: tuple[str, ...]) -> tuple[list[Problem], int]:
    """All problems of the records and of their offices, and the number of records."""
    from jiyao.review.checks.records import check_texts
    from jiyao.work.term_file import terms_of

    workspaces, found, records = Workspaces(), list[Problem](), 0
    tables: dict[Path | None, TermTable] = {}
    for each in workspaces.records(paths):
        records += 1
        found += each.record.problems
        office_file = each.piece.office_file
        if office_file not in tables:
            tables[office_file] = terms_of(office_file, each.record.office)
        found += check_texts(each.record, tables[office_file].entries)
    of_tables = [problem for table in tables.values() for problem in table.problems]
    found += _gaps({office_file.parent for office_file in tables if office_file})
    return [*workspaces.problems, *of_tables, *found], records


def _gaps(folders: set[Path]) -> list[Problem]:
    """Numbers that no document has, of the offices that have handed out any."""
    # Imported late: few offices have a register yet.
    registered = [each for each in sorted(folders) if (each / "register.csv").is_file()]
    if not registered:
        return []
    from jiyao.work.issuing import numbers_missing_in

    return [problem for folder in registered for problem in numbers_missing_in(folder)]


def _order(documents: str, language: str, ui: Ui) -> Order:
    editions = editions_named(language, Edition.BOTH_TABLE, ui)
    return Order(documents_named(documents, ui), editions)


def _known(record: str | None, terms: Path | None) -> tuple[Known, list[Record], list[Problem]]:
    """What bilingual files and finished texts are held against, and what is wrong with that."""
    from jiyao.review.checks.known import Known
    from jiyao.review.checks.records import known_of
    from jiyao.work.term_file import read_term_file, terms_of

    workspaces, problems, records = Workspaces(), list[Problem](), list["Record"]()
    table = read_term_file(terms) if terms else None
    known = Known(terms=table.entries if table else ())
    for found in workspaces.records((record,) if record else ()):
        table = table or terms_of(found.piece.office_file, found.record.office)
        problems += [each for each in found.record.problems if each.severity is Severity.ERROR]
        records.append(found.record)
        if found.record.meeting:
            known = known_of(found.record.meeting, found.record.office, table.entries)
    return known, records, [*workspaces.problems, *problems, *(table.problems if table else ())]


def _of_documents(paths: tuple[str, ...], order: Order) -> list[Problem]:
    """What `make` would say of the documents; nothing is written."""
    # Imported late: most checks are of records alone.
    from jiyao.work.making import drafted

    records = drafted(Workspaces().pieces(paths), order)
    return [problem for record in records for draft in record.drafts for problem in draft.problems]


def _mended(paths: tuple[str, ...], texts: Mapping[str, Language], wanted: Wanted, ui: Ui) -> list[Problem]:
    """Mend the records that the paths name, and the texts; returned is what kept files from being mended."""
    problems = _problems(paths)[0] if paths else []
    problems += [each for text, said in texts.items() for each in text_problems(Path(text), said)]
    menders = {file.path.resolve(): fix_file for file in Workspaces().files(paths)} if paths else {}
    menders |= {Path(each).resolve(): fix_text for each in texts}
    fixes: dict[str, list[Sequence[Edit]]] = {}
    for problem in in_order(problems):
        if problem.fix and wanted.includes(problem.code) and Path(problem.place.file).resolve() in menders:
            fixes.setdefault(problem.place.file, []).append(problem.fix)
    failed: list[Problem] = []
    for file, wanted_fixes in fixes.items():
        try:
            if number := menders[Path(file).resolve()](Path(file), wanted_fixes):
                echo(ui.say(message("mended: {file} ({number})", file=file, number=number)), err=True)
        except NotWrittenError:
            failed.append(not_mended(file))
        except OSError as error:
            failed.append(unreadable(file, reason(error)))
    return failed
