"""`jiyao find`: search the records of a workspace."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import click

from jiyao.cli.exits import Exit
from jiyao.cli.options import in_option
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.problems import Message, message
from jiyao.work.archive.indexing import Updated, update
from jiyao.work.archive.searching import Hit, Wanted, search
from jiyao.work.reasons import reason
from jiyao.work.templates import office_of_folder
from jiyao.work.workspace import shown

WHAT: dict[str, Message] = {
    "title": message("title"),
    "place": message("place"),
    "purpose": message("purpose"),
    "agenda": message("agenda"),
    "conveyed": message("conveyed"),
    "statement": message("statement"),
    "decision": message("decision"),
    "attachment": message("attachment"),
    "unplaced": message("not placed"),
}


@click.command()
@click.argument("words", nargs=-1, metavar="[WORD...]")
@click.option("--year", type=click.IntRange(1949, 2999), help="Only meetings of this year.")
@click.option("--kind", default="", metavar="KIND", help="Only meetings of this kind, by its key or name.")
@click.option("--person", default="", metavar="NAME", help="Only meetings that name this person.")
@in_option
@click.option("--most", type=click.IntRange(min=1), default=50, metavar="N", help="How many to show; else 50.")
@click.option("--rebuild", is_flag=True, help="Make the archive anew from the records.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="A list, or data.")
@click.pass_obj
def find(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui,
    words: tuple[str, ...],
    *,
    year: int | None,
    kind: str,
    person: str,
    folder: Path,
    most: int,
    rebuild: bool,
    form: str,
) -> Exit:
    """Search the records of a workspace.

    All words have to be in a record, in either language; the latest meetings come first. Before each search the
    archive (`.jiyao/archive.db`) is brought up to date with the records; those with a secrecy level are never in it.
    """
    wanted = Wanted(" ".join(words), year, kind, person, most)
    if not any((words, year, kind, person, rebuild)):
        raise click.UsageError(ui.say(message("say a word, a year, a kind or a person")))
    office = office_of_folder(folder.resolve())
    workspace = office.parent if office else folder.resolve()
    try:
        updated = update(workspace, rebuild=rebuild)
        hits = search(workspace, wanted)
    except OSError as error:
        echo(ui.say(message("the archive cannot be written: {reason}", reason=reason(error))), err=True)
        return Exit.UNREADABLE
    except sqlite3.Error as error:
        echo(ui.say(message("the archive cannot be used: {reason}", reason=str(error))), err=True)
        return Exit.MISSING
    if form == "json":
        # The one line that is data; json is only for those who ask for it.
        click.echo(json.dumps([hit._asdict() for hit in hits], ensure_ascii=False, indent=1))
    else:
        for hit in hits:
            echo(*_lines(hit, workspace, ui))
    _tell(updated, len(hits), ui)
    return Exit.FINE if hits else Exit.FINDINGS


def _lines(hit: Hit, workspace: Path, ui: Ui) -> list[str]:
    file = shown(workspace / hit.file)
    place = f"{file}:{hit.line}" if hit.line > 1 else file
    head = "  ".join(filter(None, (hit.day, hit.title, place)))
    return [
        head,
        *(f"    {ui.say(WHAT[what])}{'：' if ui.language == 'zh' else ': '}{text}" for what, text in hit.snippets),
    ]


def _tell(updated: Updated, found: int, ui: Ui) -> None:
    """How many were found among how many, and what was not searched: it would else look as if it did not exist."""
    echo(ui.say(message("found: {found} of {all} records", found=found, all=updated.meetings)), err=True)
    if updated.left_out:
        echo(ui.say(message("not searched, since they have errors: {number}", number=updated.left_out)), err=True)
    if updated.secret:
        echo(ui.say(message("not searched, since they are secret: {number}", number=updated.secret)), err=True)
