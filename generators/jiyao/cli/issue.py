"""`jiyao issue`: numbers, freezes and enters into the register what was signed."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import click

from jiyao.cli.days import Day
from jiyao.cli.exits import Exit
from jiyao.cli.options import report_options
from jiyao.cli.reading import UNREADABLE, Lines
from jiyao.cli.report import Wanted, report
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.cli.what import what_options
from jiyao.problems import Problem, message
from jiyao.work.codecs import chosen_codec
from jiyao.work.faults import kept_beside, not_written
from jiyao.work.issuing import Wish, missing_numbers
from jiyao.work.issuing import issue as issue_record
from jiyao.work.issuing import thaw as thaw_record
from jiyao.work.products import Order
from jiyao.work.reasons import reason
from jiyao.work.workspace import Piece, Workspaces, shown

EXITS = {**UNREADABLE, "R323": Exit.UNREADABLE}


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="RECORD...")
@click.option("--by", default="", metavar="NAME", help="Who issues it, for the register.")
@click.option("--on", "day", type=Day(), metavar="DAY", help="The day of issue; else today.")
@click.option(
    "--series", default="", metavar="ID", help="The series of office.yaml that numbers it; else its only one."
)
@click.option("--number", default="", help="The number as it is printed, where no series hands it out.")
@click.option("--thaw", is_flag=True, help="Let what is issued be changed again; needs --by and --reason.")
@click.option("--reason", "why", default="", help="Why it has to be changed, for the register.")
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="The folder for them; else beside records."
)
@click.option("--force", is_flag=True, help="Overwrite documents that somebody has edited.")
@what_options
@report_options
@click.pass_obj
def issue(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui,
    paths: tuple[str, ...],
    wanted: Wanted,
    what: Order,
    *,
    by: str,
    day: dt.date | None,
    series: str,
    number: str,
    thaw: bool,
    why: str,
    output: Path | None,
    force: bool,
) -> Exit:
    """Number, freeze and register records that were signed.

    Their documents are made for the last time; afterwards nobody writes over them. Number, day and stage go into the
    record, and nothing else of it changes. `register.csv` of the workspace says what was issued, by whom, and with
    which content.
    """
    if thaw and not (by and why):
        raise click.UsageError(ui.say(message("--thaw needs --by and --reason: the register says who did it and why")))
    codec = chosen_codec(os.environ)
    if isinstance(codec, Problem):
        return report([codec], wanted, ui, exits={codec.code: Exit.MISSING})
    order = what._replace(folder=output, force=force, codec=codec)
    wish = Wish(by, day or dt.datetime.now().astimezone().date(), series, number, why)
    workspaces, problems = Workspaces(), list[Problem]()
    folders: dict[Path, None] = {}
    for piece in list(workspaces.pieces(paths)):
        if piece.office_file:
            folders[piece.office_file.parent] = None
        problems += _acted(piece, wish, order, ui, thaws=thaw)
    for folder in folders if not thaw else ():
        problems += _gaps(folder, wish.on.year)
    code = report([*workspaces.problems, *problems], wanted, ui, Lines(), EXITS)
    return max(code, Exit.CONFLICT if any(each.code == kept_beside.rule.code for each in problems) else Exit.FINE)


def _acted(piece: Piece, wish: Wish, order: Order, ui: Ui, *, thaws: bool) -> tuple[Problem, ...]:
    try:
        done = thaw_record(piece, wish) if thaws else issue_record(piece, wish, order)
    except OSError as error:
        return (not_written(shown(piece.file.path), reason(error)),)
    if done.is_done:
        said = message("thawed") if thaws else message("issued")
        named = message("{said}: {file} {number}", said=said, file=shown(piece.file.path), number=done.number)
        echo(ui.say(named).rstrip(), err=True)
        for made in done.made:
            if made.path:
                echo(shown(made.path))
    return done.problems


def _gaps(folder: Path, year: int) -> tuple[Problem, ...]:
    try:
        return tuple(missing_numbers(folder, year))
    except (OSError, ValueError):
        return ()  # it was said when a number was wanted
