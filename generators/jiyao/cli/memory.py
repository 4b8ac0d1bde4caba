"""`jiyao memory`: what was translated before (`memory.tmx` beside `office.yaml`)."""

from __future__ import annotations

from pathlib import Path

import click

from jiyao.cli.exits import Exit
from jiyao.cli.options import in_option, report_options
from jiyao.cli.reading import UNREADABLE, Lines
from jiyao.cli.report import Wanted, report
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.problems import Problem, Severity, message
from jiyao.review.differences import marked
from jiyao.review.memory import EXACT, Memory, may_leave, memory_file
from jiyao.work.faults import not_written
from jiyao.work.memory_file import MEMORY, memory_of, read_memory_file, remember, remembered_of
from jiyao.work.reasons import reason
from jiyao.work.templates import office_of_folder, write
from jiyao.work.workspace import Workspaces, shown

EXITS = {**UNREADABLE, "B331": Exit.UNREADABLE}


@click.group()
def memory() -> None:
    """Keep, search and hand on what was translated before.

    The memory is `memory.tmx` beside `office.yaml`, which every program of translators reads. English that is a draft,
    or still to be reviewed, never enters it, nor does anything of a record that is secret or restricted.
    """


@memory.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="RECORD...")
@report_options
@click.pass_obj
def add_command(ui: Ui, paths: tuple[str, ...], wanted: Wanted) -> Exit:
    """Remember the English of records that somebody has approved."""
    workspaces, problems = Workspaces(), list[Problem]()
    for found in workspaces.records(paths):
        problems += [each for each in found.record.problems if each.severity is Severity.ERROR]
        file = memory_of(found)
        try:
            new = remember(file, remembered_of(found)) if found.is_usable else 0
        except OSError as error:
            new = not_written(shown(file), reason(error))
        if isinstance(new, Problem):
            problems.append(new)
        else:
            echo(_remembered(found.file.path, new, ui), err=True)
    return report([*workspaces.problems, *problems], wanted, ui, Lines(), EXITS)


@memory.command("find")
@click.argument("text")
@click.option("-n", "most", type=click.IntRange(min=1), default=5, metavar="N", help="How many to show; else 5.")
@click.option(
    "--least",
    type=click.IntRange(1, EXACT),
    default=70,
    metavar="N",
    help="How like it a text has to be, in per cent; else 70.",
)
@in_option
@report_options
@click.pass_obj
def find_command(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui, text: str, wanted: Wanted, *, most: int, least: int, folder: Path
) -> Exit:
    """Search for a Chinese text, or one like it; what differs is shown: [-gone-] and {+new+}."""
    found = read_memory_file(_memory(folder))
    if isinstance(found, Problem):
        return report([found], wanted, ui, Lines(), EXITS)
    for likeness, each in found.find(text, least, most):
        echo(f"{likeness}% {marked(each.zh, text)}", f"  {each.en}  ({each.origin or '?'})")
    return Exit.FINE


@memory.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(exists=True, path_type=Path))
@in_option
@report_options
@click.pass_obj
def import_command(ui: Ui, files: tuple[Path, ...], wanted: Wanted, *, folder: Path) -> Exit:
    """Take over what other memories have (.tmx)."""
    problems: list[Problem] = []
    for file in files:
        theirs = read_memory_file(file, file.name)
        ours = _memory(folder)
        try:
            new = theirs if isinstance(theirs, Problem) else remember(ours, theirs.entries)
        except OSError as error:
            new = not_written(shown(ours), reason(error))
        if isinstance(new, Problem):
            problems.append(new)
        else:
            echo(_remembered(file, new, ui), err=True)
    return report(problems, wanted, ui, Lines(), EXITS)


@memory.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@in_option
@report_options
@click.pass_obj
def export_command(ui: Ui, file: Path, wanted: Wanted, *, folder: Path) -> Exit:
    """Write a memory that may leave the house: only what is from records that everybody may read (`access: public`)."""
    found = read_memory_file(_memory(folder))
    problems: list[Problem] = []
    if isinstance(found, Memory):
        entries = may_leave(found.entries)
        written = write(file, memory_file(entries))
        problems += [written] if isinstance(written, Problem) else []
        left = len(found.entries) - len(entries)
        said = message("{file}: {n} texts; {left} stay in the house", file=shown(file), n=len(entries), left=left)
        echo(ui.say(said), err=True)
    else:
        problems.append(found)
    return report(problems, wanted, ui, Lines(), EXITS)


def _memory(folder: Path) -> Path:
    office = office_of_folder(folder.resolve())
    return (office.parent if office else folder.resolve()) / MEMORY


def _remembered(file: Path, new: int, ui: Ui) -> str:
    texts = ui.ntranslate("{n} new text remembered", "{n} new texts remembered", new)
    return ui.say(message("{record}: {texts}", record=shown(file), texts=texts))
