"""`jiyao terms`: look up, add, import and export the terms of an office (`terms.csv` beside `office.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from jiyao.cli.exits import Exit
from jiyao.cli.options import in_option, report_options
from jiyao.cli.reading import UNREADABLE, Lines
from jiyao.cli.report import Wanted, report
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.problems import Problem, message
from jiyao.review.terms.lexicon import known_terms, official_terms
from jiyao.review.terms.table import Entry, TermStatus
from jiyao.review.terms.taking_over import taken_over
from jiyao.work.faults import not_written
from jiyao.work.reasons import reason
from jiyao.work.templates import office_of_folder, write
from jiyao.work.term_file import TERMS, exported_terms, imported_terms, read_term_file, write_term_file
from jiyao.work.workspace import shown

EXITS = {**UNREADABLE, **dict.fromkeys(("B161", "B166", "B167"), Exit.UNREADABLE)}
SEPARATOR = " | "


@click.group()
def terms() -> None:
    """Look up, add, import and export the terms of an office.

    They stand in `terms.csv` beside `office.yaml`: columns zh, en, status (house, official, observed, unofficial),
    forbidden, office, note and source. `jiyao check` tells an error where a text renders a house term otherwise.
    """


@terms.command("find")
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@in_option
@report_options
@click.pass_obj
def find_command(ui: Ui, words: tuple[str, ...], wanted: Wanted, *, folder: Path) -> Exit:
    """Look terms up by a part of the Chinese or the English: the office's, then those that come with jiyao."""
    table = read_term_file(_table(folder))
    own = [each for each in table.entries if _has(each, words)]
    known = {each.zh for each in own}
    echo(
        *(
            _in_words(each, ui)
            for each in (*own, *(each for each in _built_in() if each.zh not in known))
            if _has(each, words)
        )
    )
    return report(table.problems, wanted, ui, Lines(), EXITS)


@terms.command("add")
@click.argument("zh")
@click.argument("english", nargs=-1, metavar="EN...")
@click.option(
    "--status",
    type=click.Choice([each.value for each in TermStatus]),
    default=TermStatus.HOUSE.value,
    help="Who stands behind it; else house: another rendering is an error.",
)
@click.option("--forbid", "forbidden", multiple=True, metavar="EN", help="A rendering that is not wanted.")
@click.option("--office", default="", metavar="NAME", help="For this office alone.")
@click.option("--note", default="", help="What is to be known of it.")
@click.option("--source", default="", help="Where it is from.")
@in_option
@report_options
@click.pass_obj
def add_command(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui,
    zh: str,
    english: tuple[str, ...],
    wanted: Wanted,
    *,
    status: str,
    forbidden: tuple[str, ...],
    office: str,
    note: str,
    source: str,
    folder: Path,
) -> Exit:
    """Add a term, or say anew how it is rendered: the first EN is the one that is suggested."""
    if not english and not forbidden:
        raise click.UsageError(ui.say(message("say how it is rendered, or with --forbid how it is not")))
    entry = Entry(zh.strip(), english, TermStatus(status), forbidden, office, note, source)
    path = _table(folder)
    table = read_term_file(path)
    problems = list(table.problems)
    if table.is_writable:
        problems += _written(path, [entry], ui)
    return report(problems, wanted, ui, Lines(), EXITS)


@terms.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(exists=True, path_type=Path))
@click.option("--theirs", is_flag=True, help="Where a term is rendered otherwise here, take what the file says.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@in_option
@report_options
@click.pass_obj
def import_command(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui, files: tuple[Path, ...], wanted: Wanted, *, theirs: bool, dry_run: bool, folder: Path
) -> Exit:
    """Take terms over from a table (.csv, .tsv), a glossary of OmegaT (.txt) or TBX (.tbx).

    What stands here stays, and is completed by what only the file says. Terms of a glossary and of TBX come in as
    observed: they are told as notes until somebody makes them the office's.
    """
    path = _table(folder)
    table = read_term_file(path)
    ours = {each.key: each for each in table.entries}
    read = [(shown(file), imported_terms(file)) for file in files]
    taken = taken_over(ours, ((name, each) for name, found in read for each in found.entries), they_win=theirs)
    problems = [*table.problems, *(each for _name, found in read for each in found.problems), *taken.problems]
    new, changed, alike = (len(each) for each in (taken.new, taken.changed, taken.alike))
    echo(
        ui.say(message("{new} new, {changed} changed, {alike} alike", new=new, changed=changed, alike=alike)), err=True
    )
    if taken.entries and not dry_run and table.is_writable:
        problems += _written(path, list(taken.entries), ui)
    return report(problems, wanted, ui, Lines(), EXITS)


@terms.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--all", "everything", is_flag=True, help="Also the terms that come with jiyao.")
@in_option
@report_options
@click.pass_obj
def export_command(ui: Ui, file: Path, wanted: Wanted, *, everything: bool, folder: Path) -> Exit:
    """Write the terms into a file: .csv, .tbx (martif), or .txt (a glossary of OmegaT).

    Forbidden renderings stand in the .csv alone: programs would offer them like the others.
    """
    table = read_term_file(_table(folder))
    own = {each.zh for each in table.entries}
    built_in = [each for each in _built_in() if each.zh not in own] if everything else []
    content = exported_terms(file.suffix.lower(), (*table.entries, *built_in), file.stem)
    if content is None:
        raise click.UsageError(ui.say(message("terms are written as .csv, .tbx or .txt")))
    written = write(file, content)
    echo(*([] if isinstance(written, Problem) else [shown(file)]))
    return report([*table.problems, *([written] if isinstance(written, Problem) else [])], wanted, ui, Lines(), EXITS)


def _table(folder: Path) -> Path:
    office = office_of_folder(folder.resolve())
    return (office.parent if office else folder.resolve()) / TERMS


def _written(path: Path, entries: list[Entry], ui: Ui) -> Iterator[Problem]:
    try:
        write_term_file(path, entries)
    except (OSError, ValueError) as error:
        # Somebody has changed the table meanwhile so that it cannot be read whole.
        yield not_written(shown(path), reason(error) if isinstance(error, OSError) else message("it was changed"))
        return
    echo(*(_in_words(each, ui) for each in entries))


def _built_in() -> Iterator[Entry]:
    terms = (*((TermStatus.OFFICIAL.value, each) for each in official_terms()), *known_terms())
    return (Entry(each.zh, each.english, TermStatus(status), source=each.source) for status, each in terms)


def _has(entry: Entry, words: Iterable[str]) -> bool:
    said = " ".join((entry.zh, *entry.english, *entry.forbidden, entry.note)).casefold()
    return all(each.casefold() in said for each in words)


def _in_words(entry: Entry, ui: Ui) -> str:
    """党组: Party Leadership Group (house; not: Party Group; Huaibei)."""
    unwanted = ui.say(message("not: {words}", words=SEPARATOR.join(entry.forbidden))) if entry.forbidden else ""
    remarks = "; ".join(filter(None, (entry.status.value, unwanted, entry.office, entry.note, entry.source)))
    return f"{entry.zh}: {SEPARATOR.join(entry.english)} ({remarks})".replace(":  (", ": (")
