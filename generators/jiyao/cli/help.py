"""Help pages that know the width of Chinese: Click's own formatter counts characters, not columns."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from gettext import gettext as _
from inspect import cleandoc

import click

from jiyao.cli.columns import USUAL_WIDTH, columns, labelled, laid_out, padded, terminal_width, wrapped
from jiyao.cli.ui import Ui


class Formatter(click.HelpFormatter):
    """Click's formatter, with every width in display columns."""

    def __init__(self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None) -> None:
        room = min(terminal_width(), max_width or USUAL_WIDTH) - 2
        super().__init__(indent_increment, width or max(room, 50), max_width)

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line; its arguments continue under their start."""
        start = labelled(_("Usage:") if prefix is None else prefix.rstrip(), f"{prog} ")
        lines = wrapped(args, max(self.width - columns(start), 10))
        self._write_beside(start, lines)

    def write_heading(self, heading: str) -> None:
        """A heading with the colon of its language."""
        colon = _(":")
        self.write(f"{'':{self.current_indent}}{heading}{colon}\n")

    def write_text(self, text: str) -> None:
        """Paragraphs, wrapped; examples stay as they are."""
        indent = " " * self.current_indent
        for line in laid_out(text, self.width - self.current_indent):
            self.write(f"{indent}{line}".rstrip() + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Terms with their explanations beside them; a long term stands on a line of its own."""
        rows = list(rows)
        room = min(max((columns(term) for term, _text in rows), default=0), col_max)
        start = self.current_indent + room + col_spacing
        for term, text in rows:
            head = f"{'':{self.current_indent}}{term}"
            lines = laid_out(text, max(self.width - start, 10))
            if columns(term) > room and lines:
                self.write(f"{head}\n")
                head = ""
            self._write_beside(padded(head, start), lines)

    def _write_beside(self, head: str, lines: list[str]) -> None:
        """The lines, the first behind `head`, the others under it."""
        indent = " " * columns(head)
        for number, line in enumerate(lines or [""]):
            self.write(f"{indent if number else head}{line}".rstrip() + "\n")


class Context(click.Context):
    """Click's context, with our formatter."""

    formatter_class = Formatter


def in_language(command: click.Command, ui: Ui) -> click.Command:
    """A copy of a command whose help is in the language of the interface; commands are declared in English."""
    command = copy(command)
    command.context_class = Context
    command.help = _translated(command.help, ui)
    command.short_help = _translated(command.short_help, ui)
    command.epilog = _translated(command.epilog, ui)
    command.params = [_parameter_in_language(parameter, ui) for parameter in command.params]
    # The program's own commands are stand-ins here, and come in their language when they are called.
    if isinstance(command, click.Group):
        command.commands = {name: in_language(each, ui) for name, each in command.commands.items()}
    return command


def _parameter_in_language(parameter: click.Parameter, ui: Ui) -> click.Parameter:
    parameter = copy(parameter)
    parameter.help = _translated(parameter.help, ui)
    return parameter


def _translated(text: str | None, ui: Ui) -> str | None:
    return ui.translate(cleandoc(text)) if text else text
