"""Problems as a person reads them: one line to jump to, the line of the file, what to try."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import click

from jiyao.cli.columns import labelled
from jiyao.cli.excerpt import excerpt, visible
from jiyao.cli.ui import Ui
from jiyao.problems import Message, Place, Problem, Severity, message

Sources = Callable[[Place], str | None]
"""From a place to the line that it is in; None where there is none to show. Asked in the order of the problems."""

SEVERITIES = {
    Severity.ERROR: message("error"),
    Severity.WARNING: message("warning"),
    Severity.NOTE: message("note"),
}
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_NARROWEST = 20


class Terminal(NamedTuple):
    """What the text is for: its width in columns, whether it shows color, what it can encode."""

    width: int = 80
    color: bool = False
    encoding: str = "utf-8"

    def styled(self, text: str, color: str | None = None, *, bold: bool = False) -> str:
        """The text in that color, where there is any."""
        return click.style(text, fg=color, bold=bold) if self.color else text


def plain(problems: Sequence[Problem], ui: Ui, terminal: Terminal, sources: Sources) -> str:
    """All problems, and a line that counts them; "" where there are none."""
    if not problems:
        return ""
    blocks = [_block(problem, ui, terminal, sources) for problem in problems]
    return "\n".join([*(line for block in blocks for line in block), "", summary(problems, ui)])


def summary(problems: Sequence[Problem], ui: Ui) -> str:
    """How many errors, warnings and notes there are, and in how many files."""
    number = Counter(problem.severity for problem in problems)
    counts = [
        ui.ntranslate("{n} error", "{n} errors", number[Severity.ERROR]),
        ui.ntranslate("{n} warning", "{n} warnings", number[Severity.WARNING]),
        ui.ntranslate("{n} note", "{n} notes", number[Severity.NOTE]),
    ]
    said = [text for text, severity in zip(counts, Severity, strict=True) if number[severity]]
    files = len({problem.place.file for problem in problems})
    return ui.say(message("{counts} in {files}", counts=said, files=ui.ntranslate("{n} file", "{n} files", files)))


def _block(problem: Problem, ui: Ui, terminal: Terminal, sources: Sources) -> Iterator[str]:
    color = _COLORS[problem.severity]

    def said(text: Message) -> str:
        return visible(ui.say(text), terminal.encoding)

    place = terminal.styled(visible(_place(problem.place), terminal.encoding), bold=True)
    kind = terminal.styled(f"{said(SEVERITIES[problem.severity])} {problem.code}", color, bold=True)
    yield f"{place}: {kind}: {said(problem.message)}"
    yield from _excerpt_lines(problem.place, terminal, sources, color)
    if problem.hint:
        label = said(message("hint:"))
        text = labelled(label, said(problem.hint))
        yield "    " + terminal.styled(label, "green") + text.removeprefix(label)


def _place(place: Place) -> str:
    """The file with line and column; with the field or cell instead, where lines do not count."""
    return f"{place}: {place.where}" if place.where and not place.line else str(place)


def _excerpt_lines(place: Place, terminal: Terminal, sources: Sources, color: str) -> Iterator[str]:
    line = sources(place) if place.line else None
    if line is None:
        return
    number = f"{place.line:>6} | "
    room = max(terminal.width - len(number), _NARROWEST)
    shown = excerpt(line, place, room, terminal.encoding)
    yield terminal.styled(number, "blue") + shown.text
    margin = terminal.styled(f"{'|':>{len(number) - 1}} ", "blue")
    yield margin + " " * shown.offset + terminal.styled("^" * shown.length, color, bold=True)
