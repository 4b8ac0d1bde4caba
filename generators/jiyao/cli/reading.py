"""What commands that read records share: the lines for reports, the exit codes, the office that was used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from jiyao.cli.exits import Exit
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.problems import Place, message
from jiyao.records.encoding import decode
from jiyao.records.reading import lines_of
from jiyao.records.suffixes import holds_lines
from jiyao.work.opening import content_of, opened
from jiyao.work.workspace import Workspaces, shown

UNREADABLE_CODES = ("R001", "R002", "R004", "R005", "R006", "R011", "R012", "R020", "R028", "R029")
UNREADABLE: Mapping[str, Exit] = dict.fromkeys(UNREADABLE_CODES, Exit.UNREADABLE)
"""The codes that say that a file could not be read at all."""


class Lines:
    """The line that a place is in, for a report, which asks in the order of files and lines.

    Of a file of many records one line at a time is in memory: such a file may be as large as it likes.
    """

    def __init__(self) -> None:
        self._file = ""
        self._number, self._text = 0, ""
        self._ahead: Iterator[tuple[int, str]] = iter(())

    def __call__(self, place: Place) -> str | None:
        """None where the file has no such line, or none that can be read."""
        if place.file != self._file or place.line < self._number:
            self._file, self._number, self._ahead = place.file, 0, _numbered(place.file)
        while self._number < place.line and (ahead := next(self._ahead, None)):
            self._number, self._text = ahead
        return self._text if self._number == place.line else None


def _numbered(file: str) -> Iterator[tuple[int, str]]:
    """The lines of a file with their numbers; of a file of many records those that are not blank."""
    try:
        if not holds_lines(file):
            text = decode(content_of(Path(file)), file).text
            yield from enumerate((text or "").split("\n"), start=1)
            return
        with opened(Path(file)) as lines:
            for number, line in lines_of(lines):
                yield number, decode(line, file, number).text or ""
    except OSError:
        return


def name_office(file: Path | None, workspaces: Workspaces, named: set[Path], ui: Ui) -> None:
    """Say, once, which office records are read with: a wrong one would make every document wrong."""
    if file is not None and file not in named and (office := workspaces.sound_office(file)):
        named.add(file)
        said = message("office: {name} ({file})", name=office.name.zh or office.name.en, file=shown(file))
        echo(ui.say(said), err=True)
