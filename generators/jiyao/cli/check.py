"""`jiyao check`: every problem of the records, all at once."""

from __future__ import annotations

from pathlib import Path

import click

from jiyao.cli.exits import Exit
from jiyao.cli.options import report_options
from jiyao.cli.reading import UNREADABLE, Lines
from jiyao.cli.report import Format, Wanted, report
from jiyao.cli.ui import Ui
from jiyao.problems import Edit, Problem, message
from jiyao.records.refusals import unreadable
from jiyao.work.fixing import fix_file
from jiyao.work.reasons import reason
from jiyao.work.workspace import Workspaces


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--fix", is_flag=True, help="Mend what can be mended for certain, then report what is left.")
@report_options
@click.pass_obj
def check(ui: Ui, paths: tuple[str, ...], wanted: Wanted, *, fix: bool) -> Exit:
    """Report every problem of records.

    PATH is a record, a folder or a pattern. All problems of all records come in one run, each with its place and
    what to try; `jiyao rule CODE` explains one.
    """
    unmended = _mended(_problems(paths)[0], wanted, ui) if fix else []
    problems, records = _problems(paths)
    if not problems and not unmended and wanted.format is Format.TEXT:
        click.echo(ui.ntranslate("no problems in {n} record", "no problems in {n} records", records), err=True)
    return report([*problems, *unmended], wanted, ui, Lines(), UNREADABLE)


def _problems(paths: tuple[str, ...]) -> tuple[list[Problem], int]:
    """All problems of the records and of their offices, and the number of records."""
    workspaces, found, records = Workspaces(), list[Problem](), 0
    for each in workspaces.records(paths):
        records += 1
        found += each.record.problems
    return [*workspaces.problems, *found], records


def _mended(problems: list[Problem], wanted: Wanted, ui: Ui) -> list[Problem]:
    """Mend the files; returned is what kept files from being mended."""
    edits: dict[str, list[Edit]] = {}
    for problem in problems:
        if wanted.includes(problem.code):
            for edit in problem.fix:
                edits.setdefault(edit.place.file, []).append(edit)
    failed: list[Problem] = []
    for file, wanted_edits in edits.items():
        try:
            if fix_file(Path(file), wanted_edits):
                said = message("mended: {file} ({number})", file=file, number=len(wanted_edits))
                click.echo(ui.say(said), err=True)
        except OSError as error:
            failed.append(unreadable(file, reason(error)))
    return failed
