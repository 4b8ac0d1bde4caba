"""`jiyao template`: which templates there are, a copy to begin with, what one may say, what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from jiyao.cli.columns import labelled, padded, wrapped
from jiyao.cli.exits import Exit
from jiyao.cli.options import report_options
from jiyao.cli.reading import UNREADABLE
from jiyao.cli.report import Format, Wanted, report
from jiyao.cli.ui import Ui
from jiyao.documents.inspection import Field, editions_of, field_sheet, fields_of, inspect_template, mended
from jiyao.documents.inspection.given import GIVEN
from jiyao.documents.shipped import Edition
from jiyao.problems import Problem, message
from jiyao.records.choices import DocumentName
from jiyao.records.refusals import unreadable
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

DOCUMENTS = tuple(dict.fromkeys(document.value for document, _edition in GIVEN))
EDITIONS = tuple(edition.value for edition in Edition)
EXITS: Mapping[str, Exit] = {
    **UNREADABLE,
    **dict.fromkeys((f"T00{number}" for number in range(1, 10)), Exit.UNREADABLE),
    "D206": Exit.CONFLICT,
}
"""What could not be opened as a Word file at all, and what would have been written over."""

_WIDEST = 100

edition_option = click.option(
    "-l", "--language", "edition", type=click.Choice(EDITIONS), help="Its language, or both and how they stand."
)


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
        columns = (padded(each.document, 16), padded(each.edition, 18), padded(words[each.is_own], 10))
        click.echo("".join((*columns, shown(each.path))))
    return Exit.FINE


@template.command("copy")
@click.argument("document", type=click.Choice(DOCUMENTS))
@edition_option
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for it; else `templates` beside `office.yaml`.",
)
@click.pass_obj
def copy_command(ui: Ui, document: str, edition: str | None, output: Path | None) -> Exit:
    """Copy a built-in template, to be edited in Word.

    In `templates` beside `office.yaml` it is the one that all records of that office use.
    """
    office = office_of_folder(Path.cwd())
    if output is None and office is None:
        said = message("there is no `office.yaml` in this folder or above it; name a folder with -o")
        raise click.UsageError(ui.say(said), click.get_current_context())
    folder = output or (office or Path()).parent / FOLDER
    return _told(copy_template(*_wanted(document, edition, ui), folder), ui)


@template.command("fields")
@click.argument("document", type=click.Choice(DOCUMENTS))
@edition_option
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
def fields_command(ui: Ui, document: str, *, edition: str | None, form: str, output: Path | None) -> Exit:
    """Say what a template may print.

    Each name comes with its tag, its meaning and an example.
    """
    fields = fields_of(*_wanted(document, edition, ui))
    if form == "docx":
        if output is None:
            said = message("name the Word file with -o")
            raise click.UsageError(ui.say(said), click.get_current_context())
        styles = built_in(DocumentName.MINUTES, Edition.ZH)
        content = field_sheet(fields, DocumentName(document), styles, ui.translate)
    else:
        text = _as_json(fields, ui) if form == "json" else "\n".join(_as_text(fields, ui))
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
@edition_option
@click.option("--fix", is_flag=True, help="Write a copy with what can be mended for certain, and check that one.")
@report_options
@click.pass_obj
def check_command(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui, files: tuple[str, ...], wanted: Wanted, *, document: str | None, edition: str | None, fix: bool
) -> Exit:
    """Report every problem of Word templates.

    All problems come in one run, each with its part, its paragraph or table cell, and what to try; `jiyao rule CODE`
    explains one.
    """
    problems: list[Problem] = []
    for name in files:
        problems += _checked(Path(name), _template_of(Path(name), document, edition, ui), ui, fix=fix)
    if not problems and wanted.format is Format.TEXT:
        click.echo(ui.ntranslate("no problems in {n} template", "no problems in {n} templates", len(files)), err=True)
    return report(problems, wanted, ui, exits=EXITS)


def _checked(path: Path, template_of: tuple[DocumentName, Edition], ui: Ui, *, fix: bool) -> Iterator[Problem]:
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
    yield from inspect_template(data, shown(path), *template_of)


def _wanted(document: str, edition: str | None, ui: Ui) -> tuple[DocumentName, Edition]:
    """The template that was asked for: the usual edition where none was named."""
    name = DocumentName(document)
    known = editions_of(name)
    if edition is not None and edition not in known:
        said = message("there is no such template of {document}; use one of: {names}", document=name, names=known)
        raise click.BadParameter(ui.say(said), click.get_current_context(), param_hint="-l")
    return name, Edition(edition) if edition else known[0]


def _template_of(path: Path, document: str | None, edition: str | None, ui: Ui) -> tuple[DocumentName, Edition]:
    """What a file is a template of: what the user says, else what its name says, `release.en.docx`; else minutes."""
    named, _, rest = path.name.partition(".")
    name = document or (named if named in DOCUMENTS else DOCUMENTS[0])
    in_name = rest.partition(".")[0]
    return _wanted(name, edition or (in_name if in_name in editions_of(DocumentName(name)) else None), ui)


def _told(result: Path | Problem, ui: Ui) -> Exit:
    """Print the name of the file that was written, or why it was not."""
    if isinstance(result, Problem):
        return report([result], Wanted(), ui, exits=EXITS)
    click.echo(shown(result))
    return Exit.FINE


def _as_text(fields: Sequence[Field], ui: Ui) -> Iterator[str]:
    for each in fields:
        yield ui.say(message("{path} ({kind})", path=each.path, kind=each.kind))
        yield from (f"    {line}" for line in wrapped(ui.translate(each.meaning), _WIDEST - 4))
        yield f"    {' … '.join(each.tags)}"
        if example := each.example.replace("\n", ""):
            yield "    " + labelled(ui.say(message("for example:")), example)


def _as_json(fields: Sequence[Field], ui: Ui) -> str:
    # Imported late: json is only for those who ask for it.
    import json

    return json.dumps([_object(each, ui) for each in fields], ensure_ascii=False, indent=1)


def _object(field: Field, ui: Ui) -> dict[str, object]:
    return {
        "path": field.path,
        "type": field.shape.sort.name.lower().replace("_", "-"),
        "values": field.shape.words,
        "tags": field.tags,
        "meaning": ui.translate(field.meaning),
        "example": field.example,
    }
