"""The commands, each imported when it is called: `jiyao --help` has to answer at once."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

import click

from jiyao.cli.help import in_language
from jiyao.cli.ui import Ui
from jiyao.languages.language import Language
from jiyao.problems import Message, message


class Entry(NamedTuple):
    """A command in the list: the function `name` in the module `jiyao.cli.name`, and the first line of its help."""

    name: str
    help: Message

    def load(self) -> click.Command:
        """The command itself."""
        python_name = self.name.replace("-", "_")
        command: object = getattr(import_module(f"jiyao.cli.{python_name}"), python_name)
        if not isinstance(command, click.Command):
            raise TypeError(f"jiyao.cli.{python_name}.{python_name} is not a command")
        return command


COMMANDS = (
    Entry("check", message("Report every problem of records.")),
    Entry("doctor", message("Say what is installed and what is missing.")),
    Entry("find", message("Search the records of a workspace.")),
    Entry("follow-up", message("List, send out, read back and close what meetings have asked for.")),
    Entry("issue", message("Number, freeze and register records that were signed.")),
    Entry("make", message("Make the documents of records.")),
    Entry("memory", message("Keep, search and hand on what was translated before.")),
    Entry("review", message("Hand texts out to translators, and bring their work back.")),
    Entry("rule", message("Explain a problem code.")),
    Entry("schema", message("Print the JSON Schema of a file.")),
    Entry("summary", message("Sum up a year of records in one document.")),
    Entry("template", message("List, copy, explain and check Word templates.")),
    Entry("terms", message("Look up, add, import and export the terms of an office.")),
)


class Program(click.Group):
    """The commands. Until one is called, a stand-in with its short help takes its place."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (Click's own signature)
        """The names in our order, the order in which an office needs them."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name, now imported."""
        name, stand_in, rest = super().resolve_command(ctx, args)
        entry = next((entry for entry in COMMANDS if entry.name == name), None)
        return name, in_language(entry.load(), ctx.ensure_object(Ui)) if entry else stand_in, rest


def program(ui: Ui) -> click.Command:
    """All of jiyao, speaking the language of `ui`."""
    language = click.Option(
        ["--ui"],
        type=click.Choice([language.value for language in Language]),
        expose_value=False,
        help="The language in which the program speaks; else that of the environment.",
    )
    group = Program(
        "jiyao",
        commands=[click.Command(entry.name, short_help=ui.say(entry.help)) for entry in COMMANDS],
        help="Official minutes, and what follows from them, out of one record of a meeting.",
        epilog="`jiyao COMMAND --help` explains a command.",
        params=[language],
    )
    return in_language(click.custom_version_option(lambda _context: f"jiyao {version()}")(group), ui)


def version() -> str:
    """The version of the installed package; "?" in a bare checkout."""
    from importlib import metadata

    try:
        return metadata.version("jiyao")
    except metadata.PackageNotFoundError:
        return "?"
