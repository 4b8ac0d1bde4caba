"""What commands that read records share: the lines for reports, the exit codes, the office that was used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click

from jiyao.cli.exits import Exit
from jiyao.cli.ui import Ui
from jiyao.problems import message
from jiyao.records.encoding import decode
from jiyao.work.workspace import Found, shown

UNREADABLE_CODES = ("R001", "R002", "R004", "R005", "R006", "R011", "R012", "R020")
UNREADABLE: Mapping[str, Exit] = dict.fromkeys(UNREADABLE_CODES, Exit.UNREADABLE)
"""The codes that say that a file could not be read at all."""


class Lines:
    """The lines of the files that a report shows, each file read once."""

    def __init__(self) -> None:
        self._lines: dict[str, Sequence[str] | None] = {}

    def __call__(self, file: str) -> Sequence[str] | None:
        if file not in self._lines:
            self._lines[file] = _lines(file)
        return self._lines[file]


def _lines(file: str) -> Sequence[str] | None:
    try:
        text = decode(Path(file).read_bytes(), file, 1).text
    except OSError:
        return None
    return text.split("\n") if text is not None else None


def name_offices(found: Iterable[Found], ui: Ui) -> None:
    """Say which offices the records were read with: a wrong one would make every document wrong."""
    files = dict.fromkeys(each.office_file for each in found if each.office_file is not None)
    for file in files:
        office = next(each.record.office for each in found if each.office_file == file)
        said = message("office: {name} ({file})", name=office.name.zh or office.name.en, file=shown(file))
        click.echo(ui.say(said), err=True)
