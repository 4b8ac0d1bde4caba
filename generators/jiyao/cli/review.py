"""`jiyao review`: the texts of a record out to translators, and their work back into it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from jiyao.cli.exits import Exit
from jiyao.cli.options import report_options
from jiyao.cli.prefill import prefill_command
from jiyao.cli.reading import UNREADABLE, Lines
from jiyao.cli.report import Wanted, report
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.languages.text import State
from jiyao.problems import Place, Problem, Severity, message
from jiyao.review import faults
from jiyao.review.differences import marked
from jiyao.review.exchange import WRITERS
from jiyao.review.merging import Fate, Outcome, translations
from jiyao.review.reading_back import outcomes_of
from jiyao.review.web_report import web_report
from jiyao.review.word_report import word_report
from jiyao.work.faults import not_written
from jiyao.work.reading_back import ReadBack, document_back, is_own_document, write_edited
from jiyao.work.reasons import reason
from jiyao.work.reviewing import Import, brought_back, checked_again, handed_out, handout_of, states, write_back
from jiyao.work.templates import write
from jiyao.work.workspace import Found, Workspaces, shown

EXITS = {
    **UNREADABLE,
    **dict.fromkeys(("B401", "B403", "B418", "T001", "T002", "T003", "T004"), Exit.UNREADABLE),
    **dict.fromkeys(("B409", "B411", "D206"), Exit.CONFLICT),
}
STOPPING = frozenset(("B406", "B407", "B408"))
"""What is wrong with ids: nothing is imported, unless `--partial`."""

record_option = click.option(
    "--record",
    "records",
    multiple=True,
    type=click.Path(exists=True),
    help="The record that the file belongs to, or a folder with it; else it is looked for here.",
)


@click.group()
def review() -> None:
    """Hand texts out to translators, and bring their work back.

    What goes out says what it was, so that only what a translator has changed comes back, and nothing that somebody
    has changed in the record meanwhile is overwritten.
    """


@review.command("export")
@click.argument("paths", nargs=-1, required=True, metavar="RECORD...")
@click.option("--to", type=click.Choice(tuple(WRITERS)), default="docx", help="For which program.")
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="The folder for it; else beside records."
)
@click.option("--force", is_flag=True, help="Overwrite an earlier export, and what was written into it.")
@report_options
@click.pass_obj
def export_command(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui, paths: tuple[str, ...], wanted: Wanted, *, to: str, output: Path | None, force: bool
) -> Exit:
    """Write the texts of records for a translator.

    Beside each stands a preview of the finished English release, where one can be made.
    """
    workspaces, problems = Workspaces(), list[Problem]()
    for found in workspaces.records(paths):
        source = found.record.source
        problems += found.record.problems
        if not found.is_usable:
            problems.append(faults.not_exported(Place(source.file, source.line, 1)))
            continue
        handout = handout_of(found, dict(_checks(found, ui)), with_memory=to == "omegat")._replace(
            headings=tuple(map(ui.say, HEADINGS)),  # type: ignore[arg-type]
            how=ui.say(HOW),
        )
        export = handed_out(found, to, output, handout, force=force)
        problems += export.problems
        echo(*map(shown, export.files))
    return report([*workspaces.problems, *problems], wanted, ui, Lines(), EXITS)


review.add_command(prefill_command)

HEADINGS = (message("ID"), message("Chinese"), message("English"), message("Checks"), message("Note"))
HOW = message("Change only the column English; write what you have to say into Note, or as a comment.")


@review.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@record_option
@click.option("--partial", is_flag=True, help="Import what there is, though segments are missing, unknown or doubled.")
@click.option("--dry-run", is_flag=True, help="Say word by word what would be written, and write nothing.")
@click.option("--ours", "choice", flag_value="ours", help="In a conflict, keep what the record says.")
@click.option("--theirs", "choice", flag_value="theirs", help="In a conflict, take what the file says.")
@click.option("--abort", "choice", flag_value="abort", help="In a conflict, write nothing, and do not ask.")
@click.option(
    "--state",
    type=click.Choice([each.value for each in State]),
    help="The state of the changed texts; else needs-review for those that have one.",
)
@report_options
@click.pass_obj
def import_command(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui,
    files: tuple[Path, ...],
    wanted: Wanted,
    *,
    records: tuple[str, ...],
    partial: bool,
    dry_run: bool,
    choice: str | None,
    state: str | None,
) -> Exit:
    """Bring the work of translators back into records.

    FILE is whatever was exported, as the translator's program has saved it. Only texts that were changed in it are
    written, and only where the record still says what was handed out. Or it is a document that `jiyao make` has made
    and somebody has edited in Word: what was changed in texts of the record, in either language, goes into it.
    """
    problems: list[Problem] = []
    chosen = choice or (None if sys.stdin.isatty() and not dry_run else "abort")
    how = How(chosen, State(state) if state else None, partial, dry_run)
    for file in files:
        if is_own_document(file):
            problems += _document_imported(document_back(file), ui, dry_run=dry_run)
            continue
        back = brought_back(file, records, partial=partial)
        problems += _imported(back, ui, how)
        problems += _remarks(back)
    return report(problems, wanted, ui, Lines(), EXITS)


@review.command("status")
@click.argument("paths", nargs=-1, required=True, metavar="RECORD...")
@report_options
@click.pass_obj
def status_command(ui: Ui, paths: tuple[str, ...], wanted: Wanted) -> Exit:
    """Say how far the English of records has come.

    Texts whose state nobody has written down count as reviewed.
    """
    workspaces, problems = Workspaces(), list[Problem]()
    for found in workspaces.records(paths):
        problems += [each for each in found.record.problems if each.severity is Severity.ERROR]
        counted = states(found)
        named = (
            f"{state.value if state else ui.say(NONE)} {counted[state]}" for state in (None, *State) if state in counted
        )
        echo(f"{shown(found.file.path)}: en: {', '.join(named)}")
    return report([*workspaces.problems, *problems], wanted, ui, Lines(), EXITS)


@review.command("report")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@record_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file for it, .html or .docx; in Word the changes are recorded ones. Else it is printed.",
)
@report_options
@click.pass_obj
def report_command(
    ui: Ui, files: tuple[Path, ...], wanted: Wanted, *, records: tuple[str, ...], output: Path | None
) -> Exit:
    """Say what translators have changed, word by word, by whom, and what is still open.

    FILE is what `import` takes, edited documents too; nothing is written into a record.
    """
    problems: list[Problem] = []
    outcomes: list[Outcome] = []
    for file in files:
        if is_own_document(file):
            document = document_back(file)
            problems += document.problems
            outcomes += outcomes_of(document.back)
            continue
        back = brought_back(file, records, partial=True)
        problems += back.merge.problems
        outcomes += (each for each in back.merge.outcomes if each.fate is not Fate.SAME or each.row.remarks)
    fates = [_fate_in_words(each, ui) for each in outcomes]
    if output is None:
        for each, fate in zip(outcomes, fates, strict=True):
            echo(f"{each.id or each.label} ({fate}): {marked(each.base, each.theirs)}")
            for remark in each.row.remarks:
                echo(f"  {remark.author or '?'}: {remark.text}")
    else:
        columns = (*HEADINGS[:2], message("As it came back"), message("What becomes of it"), HEADINGS[4])
        headings = tuple(map(ui.say, columns))
        make = word_report if output.suffix.lower() == ".docx" else web_report
        written = write(output, make(ui.say(message("What came back")), headings, outcomes, fates))
        problems += [written] if isinstance(written, Problem) else []
        echo(shown(output))
    return report(problems, wanted, ui, Lines(), EXITS)


def _fate_in_words(outcome: Outcome, ui: Ui) -> str:
    said = ui.say(FATES[outcome.fate])
    return ", ".join((said, *outcome.row.authors))


FATES = {
    Fate.SAME: message("unchanged"),
    Fate.CHANGED: message("changed"),
    Fate.ALREADY: message("in the record already"),
    Fate.CONFLICT: message("conflict, open"),
    Fate.REFUSED: message("not taken"),
}

NONE = message("missing")


class How(NamedTuple):
    """What the options say: `choice` in conflicts, None to ask; the `state` of what is written."""

    choice: str | None
    state: State | None
    partial: bool
    dry_run: bool


def _imported(back: Import, ui: Ui, how: How) -> Iterator[Problem]:
    """Write what came back, or say what would be; yields what is wrong."""
    merge, found = back.merge, back.found
    stopped = found is None or (not how.partial and any(each.code in STOPPING for each in merge.problems))
    conflicts = merge.of(Fate.CONFLICT)
    taken = [] if stopped else _decided(conflicts, ui, how.choice)
    settled = taken is not None and (how.choice != "abort" or not conflicts)
    decided = {"B409", "B411"} if settled else set[str]()
    yield from (each for each in merge.problems if each.code not in decided)
    if stopped or found is None:
        return
    changed = (*merge.of(Fate.CHANGED), *(taken or ()))
    for each in changed:
        echo(f"{each.id}: {marked(each.ours, each.theirs)}")
    if how.dry_run or not settled:
        said = message("{file}: nothing was written to {record}", file=back.file, record=shown(found.file.path))
        echo(ui.say(said), err=True)
        return
    if changed and (problem := write_back(found, translations(changed, how.state))):
        yield problem
        return
    if changed:
        yield from checked_again(found)
    if changed and how.state in {State.REVIEWED, State.FINAL}:
        yield from _remembered(found)
    texts = ui.ntranslate("{n} text changed", "{n} texts changed", len(changed))
    echo(ui.say(message("{record}: {texts}", record=shown(found.file.path), texts=texts)), err=True)


def _document_imported(back: ReadBack, ui: Ui, *, dry_run: bool) -> Iterator[Problem]:
    """Write what was edited in a document of the program's own, or say what would be."""
    yield from back.problems
    if back.found is None:
        return
    edited = back.back.edited
    for each in edited:
        echo(f"{each.unit.label} ({each.language}): {marked(each.before, each.text)}")
    record = shown(back.found.file.path)
    if dry_run:
        echo(ui.say(message("{file}: nothing was written to {record}", file=back.file, record=record)), err=True)
        return
    if edited and (problem := write_edited(back.found, edited)):
        yield problem
        return
    yield from checked_again(back.found) if edited else ()
    texts = ui.ntranslate("{n} text changed", "{n} texts changed", len(edited))
    echo(ui.say(message("{record}: {texts}", record=record, texts=texts)), err=True)


def _remembered(found: Found) -> Iterator[Problem]:
    """Put what was approved into the memory of the workspace."""
    from jiyao.work.memory_file import memory_of, remember, remembered_of

    for again in Workspaces().records([str(found.file.path)]):
        try:
            new = remember(memory_of(again), remembered_of(again))
        except OSError as error:
            new = not_written(shown(memory_of(again)), reason(error))
        yield from (new,) if isinstance(new, Problem) else ()


def _decided(conflicts: tuple[Outcome, ...], ui: Ui, choice: str | None) -> list[Outcome] | None:
    """The conflicts in which the file is right; None where somebody wants nothing to be written."""
    usable = [each for each in conflicts if each.unit is not None]
    if choice:
        return {"theirs": usable, "ours": []}.get(choice, [])
    taken: list[Outcome] = []
    for each in conflicts:
        echo(f"{each.id}", f"  {each.zh}", f"  ours:   {each.ours}", f"  theirs: {each.theirs}", err=True)
        answer = str(
            click.prompt(ui.say(message("ours, theirs or abort")), type=click.Choice(("o", "t", "a")), err=True)
        )
        if answer == "a":
            return None
        taken += [each] if answer == "t" and each.unit is not None else []
    return taken


def _remarks(back: Import) -> Iterator[Problem]:
    for each in back.returned.rows if back.returned else ():
        for remark in each.remarks:
            yield faults.remark(Place(back.file, where=each.id), remark.author, remark.text)


def _checks(found: Found, ui: Ui) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the problems of a record say of each of its segments."""
    for each in handout_of(found, {}).baseline.segments:
        said = [ui.say(problem.message) for problem in found.record.problems if _is_about(problem, each.path)]
        if said:
            yield each.id, tuple(said)


def _is_about(problem: Problem, path: str) -> bool:
    return problem.place.where in {path, f"{path}.en", f"{path}.zh"}
