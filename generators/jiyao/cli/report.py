"""The one funnel: whatever the layers below report becomes text and an exit code here, and nowhere else."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, TextIO

import click

from jiyao.cli.columns import terminal_width
from jiyao.cli.exits import Exit
from jiyao.cli.plain import Sources, Terminal, plain
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.problems import Place, Problem, Severity


class Format(StrEnum):
    """How problems are printed: for people on stderr, for programs on stdout."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class Color(StrEnum):
    """When there is color; `auto` looks at the terminal and at NO_COLOR and FORCE_COLOR."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Wanted(NamedTuple):
    """What a user asked to hear; the options of `jiyao.cli.options` fill it.

    `select` and `ignore` hold codes or beginnings of codes; the longer beginning wins, and no `select` means all.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    format: Format = Format.TEXT
    strict: bool = False
    color: Color = Color.AUTO

    def includes(self, code: str) -> bool:
        """Whether problems of that code are to be heard."""
        selected = max((len(start) for start in self.select if code.startswith(start)), default=-1)
        ignored = max((len(start) for start in self.ignore if code.startswith(start)), default=-1)
        return selected > ignored or (ignored < 0 and not self.select)


def no_sources(_place: Place) -> None:
    """For reports that show no lines of files."""


def report(
    problems: Iterable[Problem],
    wanted: Wanted,
    ui: Ui,
    sources: Sources = no_sources,
    exits: Mapping[str, Exit] | None = None,
) -> Exit:
    """Print the problems in the order of files and lines; return what they mean for the exit code.

    FINDINGS when there is an error, or with `strict` a warning. `exits` names the codes whose errors mean something
    else (a file that cannot be read is UNREADABLE); these are always heard, since they stop the rest from being so.
    """
    exits = exits or {}
    heard = in_order(each for each in problems if each.code in exits or wanted.includes(each.code))
    _print(heard, wanted, ui, sources)
    failing = [each for each in heard if each.severity is Severity.ERROR or _fails_strictly(each, wanted)]
    return max((exits.get(each.code, Exit.FINDINGS) for each in failing), default=Exit.FINE)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by place and code, each once: many records report the same fault of their one office."""
    once = {(_in_file(each.place), each.code, str(each.message)): each for each in problems}
    return [once[key] for key in sorted(once)]


def _in_file(place: Place) -> tuple[object, ...]:
    """What sorts places as a reader meets them: paragraph 10 of a Word file comes after paragraph 9."""
    where = tuple(int(each) if each.isdecimal() else each for each in re.split(r"([0-9]+)", place.where))
    return place.file, place.line, place.column, place.end_line, place.end_column, where


def wants_color(choice: Color, environment: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Whether to use color: the option decides, then NO_COLOR and FORCE_COLOR, then the terminal."""
    if choice is not Color.AUTO:
        return choice is Color.ALWAYS
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return is_terminal and environment.get("TERM") != "dumb"


def _fails_strictly(problem: Problem, wanted: Wanted) -> bool:
    return wanted.strict and problem.severity is Severity.WARNING


def _print(problems: list[Problem], wanted: Wanted, ui: Ui, sources: Sources) -> None:
    if wanted.format is Format.TEXT:
        terminal = _terminal(sys.stderr, wanted.color)
        if text := plain(problems, ui, terminal, sources):
            # Its parts are visible already; what is left to obey are our own colors.
            click.echo(text, err=True, color=terminal.color)
        return
    # Imported late: json is only for those who ask for it.
    from jiyao.cli.machine import as_github, as_json

    if wanted.format is Format.JSON:
        click.echo(as_json(problems, ui, sys.stdout.encoding))
    elif problems:
        echo(*as_github(problems, ui).split("\n"))


def _terminal(stream: TextIO, color: Color) -> Terminal:
    return Terminal(
        width=terminal_width(),
        color=wants_color(color, os.environ, is_terminal=stream.isatty()),
        encoding=stream.encoding,
    )
