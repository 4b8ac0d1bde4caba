"""`jiyao follow-up`: what is still to be done, who does it, and what became of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from jiyao.cli.columns import padded
from jiyao.cli.days import Day
from jiyao.cli.exits import Exit
from jiyao.cli.options import report_options
from jiyao.cli.reading import UNREADABLE, Lines
from jiyao.cli.report import Format, Wanted, report
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.languages.text import Language
from jiyao.problems import Message, Place, Problem, message
from jiyao.records.choices import Status
from jiyao.records.following import Matter
from jiyao.records.progress import Progress
from jiyao.records.progress_faults import conflict, no_such_matter
from jiyao.work.faults import not_written
from jiyao.work.follow_up import (
    Change,
    Filter,
    board_of,
    by_unit,
    closing,
    key_of,
    read_back,
    selected,
    write_down,
    writing_down,
)
from jiyao.work.progress_file import FOLLOW_UP
from jiyao.work.reasons import reason
from jiyao.work.summarising import put
from jiyao.work.workspace import shown
from jiyao.work.writing import safe_name

STATUSES: dict[Status | None, Message] = {
    Status.OPEN: message("open"),
    Status.IN_HAND: message("in hand"),
    Status.DONE: message("done"),
    Status.CANCELLED: message("cancelled"),
    None: message("unknown"),
}
EXITS = {**UNREADABLE, "R308": Exit.UNREADABLE}

paths_argument = click.argument("paths", nargs=-1, metavar="[PATH...]")
as_of_option = click.option("--as-of", "today", type=Day(), metavar="DAY", help="Overdue on which day; else today.")
responsible_option = click.option(
    "--responsible", default="", metavar="UNIT", help="Only those of this unit, or of those whose names hold this."
)
overdue_option = click.option("--overdue", is_flag=True, help="Only those whose day is over.")


@click.group("follow-up")
def follow_up() -> None:
    """List, send out, read back and close what meetings have asked for.

    Progress stands in `follow-up.csv` beside `office.yaml`; no record is ever changed. Matters are known by their
    record and their place there: `dangzu-2023-05/2.d1`. Those of secret records are neither listed nor sent out.
    """


@follow_up.command("list")
@paths_argument
@overdue_option
@responsible_option
@click.option("--all", "closed_too", is_flag=True, help="Also what is done or cancelled.")
@as_of_option
@click.option("--data", type=click.Choice(("json",)), help="Print the list as data.")
@report_options
@click.pass_obj
def list_matters(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui,
    paths: tuple[str, ...],
    wanted: Wanted,
    *,
    overdue: bool,
    responsible: str,
    closed_too: bool,
    today: dt.date | None,
    data: str | None,
) -> Exit:
    """List what is still to be done, the earliest day first.

    PATH is a folder of records, a record or a pattern; else the current folder.
    """
    board, day = board_of(paths or (".",)), today or _today()
    matters = selected(board, Filter(day, overdue, responsible, closed_too))
    if data:
        # The one line that is data; json is only for those who ask for it.
        click.echo(json.dumps([_as_data(each, day) for each in matters], ensure_ascii=False, indent=1))
    else:
        _print(matters, day, board.language, ui)
        echo(ui.ntranslate("{n} matter", "{n} matters", len(matters)), err=True)
    return report(board.problems, wanted, ui, Lines(), EXITS)


@follow_up.command("export")
@paths_argument
@overdue_option
@responsible_option
@click.option("--split", type=click.Choice(("responsible",)), help="A workbook for each responsible unit.")
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="The folder.")
@click.option("-l", "--language", type=click.Choice(("zh", "en")), help="In which language; else the office's first.")
@as_of_option
@report_options
@click.pass_obj
def export(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui,
    paths: tuple[str, ...],
    wanted: Wanted,
    *,
    overdue: bool,
    responsible: str,
    split: str | None,
    output: Path,
    language: str | None,
    today: dt.date | None,
) -> Exit:
    """Write sheets that units fill in, with what is still to be done.

    The status is chosen from a list; what is not to be filled in is locked. `import` reads the sheets back.
    """
    from jiyao.documents.follow_up_sheet import follow_up_sheet

    board = board_of(paths or (".",))
    spoken = Language(language) if language else board.language
    matters = selected(board, Filter(today or _today(), overdue, responsible))
    sheets = by_unit(matters, spoken) if split else {"": matters} if matters else {}
    problems = list(board.problems)
    for unit, own in sheets.items():
        name = "follow-up" if spoken is Language.EN else "督办事项"
        file = output / safe_name(f"{name}-{unit}" if unit else name, ".xlsx")
        written, wrong = put(file, follow_up_sheet(own, spoken), "follow-up", force=False)
        problems += wrong
        if written:
            echo(shown(written), err=wanted.format is not Format.TEXT)
    return report(problems, wanted, ui, Lines(), EXITS)


@follow_up.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE..."
)
@click.option("--in", "folder", default=".", metavar="PATH", help="The records; else those of the current folder.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@report_options
@click.pass_obj
def import_sheets(ui: Ui, files: tuple[Path, ...], wanted: Wanted, *, folder: str, dry_run: bool) -> Exit:
    """Read back sheets that units have filled in, and write down what has changed.

    What contradicts something written down since the sheet was sent out is listed and changes nothing.
    """
    board = board_of([folder])
    changes: dict[Path, list[Change]] = {}
    problems: list[Problem] = []
    with ExitStack() as held:
        for workspace in () if dry_run else board.matters:
            held.enter_context(writing_down(workspace))
        board = board_of([folder])
        changes, problems = read_back(board, files, _today())
        for workspace, own in changes.items():
            problems += () if dry_run else _written(workspace, own)
            for change in own:
                echo(_in_words(change, ui), err=wanted.format is not Format.TEXT)
    echo(ui.ntranslate("{n} change", "{n} changes", sum(map(len, changes.values()))), err=True)
    code = report([*board.problems, *problems], wanted, ui, _no_lines, EXITS)
    return max(code, Exit.CONFLICT if any(each.code == conflict.rule.code for each in problems) else Exit.FINE)


@follow_up.command("close")
@click.argument("name", metavar="ID")
@click.option("--by", required=True, metavar="NAME", help="Who says that it is done, and answers for it.")
@click.option("--note", default="", metavar="TEXT", help="What was done.")
@click.option("--on", "day", type=Day(), metavar="DAY", help="On which day it was done; else today.")
@click.option("--in", "folder", default=".", metavar="PATH", help="The records; else those of the current folder.")
@report_options
@click.pass_obj
def close(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui, name: str, wanted: Wanted, *, by: str, note: str, day: dt.date | None, folder: str
) -> Exit:
    """Close a matter: somebody says that it is done.

    ID is its record and its place there, as `jiyao follow-up list` shows it.
    """
    key, today = key_of(name), _today()
    if key is None:
        return report([no_such_matter(Place(name), name, "")], wanted, ui, _no_lines, EXITS)
    board = board_of([folder])
    problems: Sequence[Problem] = ()
    with ExitStack() as held:
        for workspace in board.matters:
            held.enter_context(writing_down(workspace))
        found = closing(board_of([folder]), name, Progress(*key, Status.DONE, day or today, by, note, today))
        if isinstance(found, Problem):
            problems = [found]
        else:
            problems = _written(found[0], [found[1]])
            if not problems:
                echo(_in_words(found[1], ui), err=wanted.format is not Format.TEXT)
    code = report(problems, wanted, ui, _no_lines, EXITS)
    return max(code, Exit.CONFLICT if any(each.code == conflict.rule.code for each in problems) else Exit.FINE)


def _today() -> dt.date:
    # The one clock of these commands; all else is told what day it is.
    return dt.date.today()  # noqa: DTZ011 (the day of whoever asks)


def _no_lines(place: Place) -> None:
    """A workbook, or a word of the command line, has no line to be shown."""
    del place


def _written(workspace: Path, changes: Sequence[Change]) -> Sequence[Problem]:
    try:
        write_down(workspace, changes)
    except OSError as error:
        return [not_written(shown(workspace / FOLLOW_UP), reason(error))]
    return ()


def _print(matters: Sequence[Matter], today: dt.date, language: Language, ui: Ui) -> None:
    width = max((len(each.id) for each in matters), default=0) + 2
    between = "、" if language is Language.ZH else ", "
    for each in matters:
        late = (today - each.due).days if each.due and each.is_overdue(today) else 0
        due = str(each.due) if each.due else _said(each.due_shown.zh, each.due_shown.en, language) or "—"
        status = ui.say(STATUSES[each.status_on(today)])
        days = ui.ntranslate("{n} day late", "{n} days late", late) if late else ""
        units = between.join(_said(unit.zh, unit.en, language) for unit in each.responsible)
        text = " ".join(_said(each.text.zh, each.text.en, language).split())
        echo("  ".join(filter(None, (padded(each.id, width), padded(due, 10), padded(status, 8), days, units, text))))


def _said(zh: str, en: str, language: Language) -> str:
    return (zh or en) if language is Language.ZH else (en or zh)


def _as_data(matter: Matter, today: dt.date) -> dict[str, object]:
    return {
        "id": matter.id,
        "text": {"zh": matter.text.zh, "en": matter.text.en},
        "responsible": [unit.zh or unit.en for unit in matter.responsible],
        "due": str(matter.due) if matter.due else None,
        "type": matter.type.value,
        "status": matter.status_on(today),
        "overdue": matter.is_overdue(today),
        "closed_on": str(matter.closed_on) if matter.closed_on else None,
        "closed_by": matter.closed_by or None,
        "note": matter.note or None,
    }


def _in_words(change: Change, ui: Ui) -> str:
    before, after = STATUSES[change.before.status], STATUSES[change.after.status]
    remarks = [str(change.after.closed_on or ""), change.after.closed_by, change.after.note]
    said = message("{id}: {before} → {after}", id=change.before.id, before=before, after=after)
    detail = ", ".join(filter(None, remarks))
    return ui.say(said) + (f" ({detail})" if detail else "")
