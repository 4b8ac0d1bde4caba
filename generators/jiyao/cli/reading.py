"""What commands that read records share: the lines for reports, the exit codes, the office that was used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from jiyao.cli.exits import Exit
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.problems import message
from jiyao.records.encoding import decode
from jiyao.work.opening import content_of
from jiyao.work.workspace import Workspaces, shown

UNREADABLE_CODES = ("R001", "R002", "R004", "R005", "R006", "R011", "R012", "R020", "R028", "R029")
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
        text = decode(content_of(Path(file)), file, 1).text
    except OSError:
        return None
    return text.split("\n") if text is not None else None


def name_office(file: Path | None, workspaces: Workspaces, named: set[Path], ui: Ui) -> None:
    """Say, once, which office records are read with: a wrong one would make every document wrong."""
    if file is not None and file not in named and (office := workspaces.sound_office(file)):
        named.add(file)
        said = message("office: {name} ({file})", name=office.name.zh or office.name.en, file=shown(file))
        echo(ui.say(said), err=True)
