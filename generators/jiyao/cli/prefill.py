"""`jiyao review prefill`: English that is still missing, from the translation memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from jiyao.cli.exits import Exit
from jiyao.cli.options import report_options
from jiyao.cli.reading import UNREADABLE, Lines
from jiyao.cli.report import Wanted, report
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.languages.text import Text
from jiyao.problems import Problem, Severity, message
from jiyao.review.checks.records import check_texts
from jiyao.review.differences import marked
from jiyao.review.faults import filled_nearly
from jiyao.review.memory import EXACT, Filled, Hit, Memory, filled_in, fillings
from jiyao.review.segments import units_of
from jiyao.work.memory_file import memory_of, read_memory_file
from jiyao.work.reviewing import write_back
from jiyao.work.term_file import terms_of
from jiyao.work.workspace import Found, Workspaces, shown


@click.command("prefill")
@click.argument("paths", nargs=-1, required=True, metavar="RECORD...")
@click.option(
    "--least",
    type=click.IntRange(50, EXACT),
    default=EXACT,
    metavar="N",
    help="Also English of texts that are at least so many per cent like it; else only of the very same.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@report_options
@click.pass_obj
def prefill_command(ui: Ui, paths: tuple[str, ...], wanted: Wanted, *, least: int, dry_run: bool) -> Exit:
    """Fill in English that is missing from the memory of the workspace, to be reviewed.

    English that is there already stays. What was filled in is `needs-review`, and is checked at once.
    """
    workspaces, problems = Workspaces(), list[Problem]()
    memories: dict[Path, Memory | Problem] = {}
    for found in workspaces.records(paths):
        file = memory_of(found)
        if file not in memories:
            memories[file] = read_memory_file(file)
            problems += [each for each in (memories[file],) if isinstance(each, Problem)]
        memory = memories[file]
        problems += [each for each in found.record.problems if each.severity is Severity.ERROR]
        if found.is_usable and isinstance(memory, Memory):
            problems += _filled(found, list(fillings(found.record, memory, least)), ui, dry_run=dry_run)
    return report([*workspaces.problems, *problems], wanted, ui, Lines(), {**UNREADABLE, "B331": Exit.UNREADABLE})


def _filled(found: Found, filled: list[Filled], ui: Ui, *, dry_run: bool) -> Iterator[Problem]:
    for unit, (likeness, remembered) in filled:
        echo(f"{unit.id}: {remembered.en} ({likeness}%, {remembered.origin or '?'})")
    texts = ui.ntranslate("{n} text filled in", "{n} texts filled in", len(filled))
    if dry_run:
        texts = ui.say(message("{texts}, but nothing was written", texts=texts))
    elif filled and (problem := write_back(found, filled_in(filled))):
        yield problem
        return
    echo(ui.say(message("{record}: {texts}", record=shown(found.file.path), texts=texts)), err=True)
    if filled and not dry_run:
        yield from _checked(found, {unit.path: hit for unit, hit in filled})


def _checked(found: Found, hits: dict[str, Hit]) -> Iterator[Problem]:
    """What is to be said of the texts that were filled in, as they stand in the record by now."""
    for again in Workspaces().records([str(found.file.path)]):
        if again.record.source.line != found.record.source.line:
            continue
        texts = {unit.path: unit.text for unit in units_of(again.record) if unit.path in hits}
        for path, text in texts.items():
            likeness, remembered = hits[path]
            if likeness < EXACT:
                yield filled_nearly(text.en_origin.place, likeness, marked(remembered.zh, text.zh))
        terms = terms_of(again.piece.office_file, again.record.office).entries
        yield from (each for each in check_texts(again.record, terms) if _is_about(each, texts.values()))


def _is_about(problem: Problem, texts: Iterable[Text]) -> bool:
    """Whether a problem is one of these texts, by its place."""
    at = problem.place.line, problem.place.column
    places = (origin.place for text in texts for origin in (text.zh_origin, text.en_origin))
    return any((place.line, place.column) <= at <= (place.end_line or place.line, place.end_column) for place in places)
