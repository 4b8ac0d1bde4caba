"""`jiyao template`: which templates there are, a copy to begin with, what one may say, what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from jiyao.cli.columns import labelled, padded, wrapped
from jiyao.cli.exits import Exit
from jiyao.cli.options import report_options
from jiyao.cli.reading import UNREADABLE
from jiyao.cli.report import Format, Wanted, report
from jiyao.cli.ui import Ui
from jiyao.documents.inspection import Field, field_sheet, fields_of, inspect_template, mended
from jiyao.languages.text import Language
from jiyao.problems import Problem, message
from jiyao.records.choices import DocumentName
from jiyao.records.refusals import unreadable
from jiyao.work.making import MAKERS
from jiyao.work.reasons import reason
from jiyao.work.templates import (
    FOLDER,
    beside,
    built_in,
    copy_template,
    office_of_folder,
    template_files,
    write,
)
from jiyao.work.workspace import shown

DOCUMENTS = tuple(dict.fromkeys(document.value for document, _language in MAKERS))
LANGUAGES = tuple(dict.fromkeys(language.value for _document, language in MAKERS))
EXITS: Mapping[str, Exit] = {
    **UNREADABLE,
    **dict.fromkeys((f"T00{number}" for number in range(1, 10)), Exit.UNREADABLE),
    "D206": Exit.CONFLICT,
}
"""What could not be opened as a Word file at all, and what would have been written over."""

_WIDEST = 100


@click.group()
def template() -> None:
    """List, copy, explain and check Word templates.

    A template is a Word file with tags such as {{ number }}, which office staff edit in Word. `fields` says what the
    tags may be, `check` what is wrong with them.
    """


@template.command("list")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", metavar="[DIR]")
@click.pass_obj
def list_templates(ui: Ui, folder: Path) -> Exit:
    """List the templates that a workspace uses.

    DIR is a folder of the workspace; else the current one.
    """
    words = {True: ui.say(message("own")), False: ui.say(message("built in"))}
    for each in template_files(office_of_folder(folder)):
        columns = (padded(each.document, 12), padded(each.language, 4), padded(words[each.is_own], 10))
        click.echo("".join((*columns, shown(each.path))))
    return Exit.FINE


@template.command("copy")
@click.argument("document", type=click.Choice(DOCUMENTS))
@click.option("-l", "--language", type=click.Choice(LANGUAGES), default=LANGUAGES[0], help="The language of it.")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for it; else `templates` beside `office.yaml`.",
)
@click.pass_obj
def copy_command(ui: Ui, document: str, language: str, output: Path | None) -> Exit:
    """Copy a built-in template, to be edited in Word.

    In `templates` beside `office.yaml` it is the one that all records of that office use.
    """
    office = office_of_folder(Path.cwd())
    if output is None and office is None:
        said = message("there is no `office.yaml` in this folder or above it; name a folder with -o")
        raise click.UsageError(ui.say(said), click.get_current_context())
    folder = output or (office or Path()).parent / FOLDER
    return _told(copy_template(DocumentName(document), Language(language), folder), ui)


@template.command("fields")
@click.argument("document", type=click.Choice(DOCUMENTS))
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "docx")),
    default="text",
    help="A list, data, or a Word file to copy tags from.",
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file for it; a Word file needs one."
)
@click.pass_obj
def fields_command(ui: Ui, document: str, form: str, output: Path | None) -> Exit:
    """Say what a template may print.

    Each name comes with its tag, its meaning and an example.
    """
    name = DocumentName(document)
    if form == "docx":
        if output is None:
            said = message("name the Word file with -o")
            raise click.UsageError(ui.say(said), click.get_current_context())
        content = field_sheet(name, built_in(name, Language.ZH), ui.translate)
    else:
        text = _as_json(name, ui) if form == "json" else "\n".join(_as_text(name, ui))
        if output is None:
            click.echo(text)
            return Exit.FINE
        content = f"{text}\n".encode()
    return _told(write(output, content), ui)


@template.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--document", type=click.Choice(DOCUMENTS), help="What it is a template of; else its name says so, or minutes."
)
@click.option("--fix", is_flag=True, help="Write a copy with what can be mended for certain, and check that one.")
@report_options
@click.pass_obj
def check_command(ui: Ui, files: tuple[str, ...], wanted: Wanted, *, document: str | None, fix: bool) -> Exit:
    """Report every problem of Word templates.

    All problems come in one run, each with its part, its paragraph or table cell, and what to try; `jiyao rule CODE`
    explains one.
    """
    problems: list[Problem] = []
    for name in files:
        problems += _checked(Path(name), document, ui, fix=fix)
    if not problems and wanted.format is Format.TEXT:
        click.echo(ui.ntranslate("no problems in {n} template", "no problems in {n} templates", len(files)), err=True)
    return report(problems, wanted, ui, exits=EXITS)


def _checked(path: Path, document: str | None, ui: Ui, *, fix: bool) -> Iterator[Problem]:
    """The problems of a template; with `fix`, of its mended copy, where there was something to mend."""
    try:
        data = path.read_bytes()
    except OSError as error:
        yield unreadable(shown(path), reason(error))
        return
    if fix:
        data, count = mended(data)
        if count:
            written = write(beside(path), data)
            if isinstance(written, Problem):
                yield written
                return
            path = written
            click.echo(ui.say(message("mended copy: {file} ({number})", file=shown(path), number=count)), err=True)
    yield from inspect_template(data, shown(path), _document(path, document))


def _document(path: Path, document: str | None) -> DocumentName:
    named = path.name.partition(".")[0]
    return DocumentName(document or (named if named in DOCUMENTS else DOCUMENTS[0]))


def _told(result: Path | Problem, ui: Ui) -> Exit:
    """Print the name of the file that was written, or why it was not."""
    if isinstance(result, Problem):
        return report([result], Wanted(), ui, exits=EXITS)
    click.echo(shown(result))
    return Exit.FINE


def _as_text(document: DocumentName, ui: Ui) -> Iterator[str]:
    for each in fields_of(document):
        yield ui.say(message("{path} ({kind})", path=each.path, kind=each.kind))
        yield from (f"    {line}" for line in wrapped(ui.translate(each.meaning), _WIDEST - 4))
        yield f"    {' … '.join(each.tags)}"
        if example := each.example.replace("\n", ""):
            yield "    " + labelled(ui.say(message("for example:")), example)


def _as_json(document: DocumentName, ui: Ui) -> str:
    # Imported late: json is only for those who ask for it.
    import json

    return json.dumps([_object(each, ui) for each in fields_of(document)], ensure_ascii=False, indent=1)


def _object(field: Field, ui: Ui) -> dict[str, object]:
    return {
        "path": field.path,
        "type": field.shape.sort.name.lower().replace("_", "-"),
        "values": field.shape.words,
        "tags": field.tags,
        "meaning": ui.translate(field.meaning),
        "example": field.example,
    }
