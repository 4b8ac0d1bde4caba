"""How far a long run has come, for whoever sits before a terminal; nothing where stderr is no terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic

import click

from jiyao.cli.ui import Ui
from jiyao.problems import Message, message
from jiyao.work.making import Drafted

LONG = 20
"""Records from which on somebody would ask how long it takes."""
CLEARED = "\r\x1b[K"
"""What stood in the line goes."""


def watched(records: Iterable[Drafted], count: Callable[[], int], ui: Ui) -> Iterator[Drafted]:
    """The records, with a bar that says how many are done, how many a second, and what is left of the time.

    `count` says how many there are; it is asked only where there is a terminal.
    """
    number = count() if is_watched() else 0
    if number < LONG:
        yield from records
        return
    began = monotonic()

    def pace(said: Message | int | None) -> str | None:
        return ui.say(said) if isinstance(said, Message) else None

    with click.progressbar(
        length=number, label=ui.say(message("records")), show_pos=True, item_show_func=pace, file=sys.stderr
    ) as bar:
        for done, record in enumerate(records, start=1):
            yield record
            rate = done / max(monotonic() - began, 1e-6)
            bar.update(1, message("{rate} a second", rate=round(rate)))


def is_watched() -> bool:
    """Whether somebody sees what is written over again and again."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def clear_line() -> None:
    """Make room for a line on the terminal that also shows the bar."""
    if sys.stdout.isatty() and is_watched():
        sys.stdout.write(CLEARED)
