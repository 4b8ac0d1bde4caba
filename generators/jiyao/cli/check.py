"""`jiyao check`: every problem of the records, all at once."""

from __future__ import annotations

from pathlib import Path

import click

from jiyao.cli.exits import Exit
from jiyao.cli.options import report_options
from jiyao.cli.reading import UNREADABLE, Lines
from jiyao.cli.report import Wanted, report
from jiyao.cli.ui import Ui
from jiyao.problems import Edit, Problem, message
from jiyao.records.refusals import unreadable
from jiyao.work.fixing import fix_file
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
    unmended = _mended(_problems(paths), wanted, ui) if fix else []
    return report([*_problems(paths), *unmended], wanted, ui, Lines(), UNREADABLE)


def _problems(paths: tuple[str, ...]) -> list[Problem]:
    workspaces = Workspaces()
    found = [problem for each in workspaces.records(paths) for problem in each.record.problems]
    return [*workspaces.problems, *found]


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
            failed.append(unreadable(file, error.strerror or str(error)))
    return failed
