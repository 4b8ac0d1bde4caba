"""What a user hears when the program itself fails: no traceback, but where it is and what to report."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from jiyao.cli.excerpt import visible
from jiyao.cli.program import version
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.problems import Message, message

LONGEST = 200
"""Characters of what Python says that are shown; the file has all of them."""


def tell_fault(fault: Exception, ui: Ui) -> None:
    """Two lines on stderr; the traceback goes to a file, or to stderr as well where JIYAO_DEBUG is set."""
    details = _details("".join(traceback.format_exception(fault)))
    if os.environ.get("JIYAO_DEBUG"):
        echo(*details.split("\n"), err=True)
    said = " ".join(traceback.format_exception_only(fault)).strip()
    echo(ui.say(message("Something went wrong inside jiyao: {fault}", fault=in_short(said))), err=True)
    echo(ui.say(_advice(_kept(details))), err=True)


def advice_on(trace: str) -> Message:
    """What to do about a fault that did not end the run; the file that it names holds the details."""
    return _advice(_kept(_details(trace)))


def in_short(said: str) -> str:
    """What Python says in one line, which may quote a whole record."""
    return visible(said)[:LONGEST]


def _advice(file: Path | None) -> Message:
    if file is None:
        return message("Set JIYAO_DEBUG=1, run it again, and report what it prints to whoever maintains jiyao.")
    return message("Please report it to whoever maintains jiyao, with this file: {file}", file=file)


def _details(trace: str) -> str:
    """What somebody needs who is to mend it."""
    facts = (
        f"jiyao {version()}, Python {platform.python_version()}, {platform.platform()}",
        f"arguments: {sys.argv[1:]}",
    )
    return "\n".join((*facts, "", trace))


def _kept(details: str) -> Path | None:
    """The file that now holds the details: in the user's folder for logs, else for temporary files."""
    from platformdirs import user_log_path

    for folder in (user_log_path("jiyao", appauthor=False), Path(tempfile.gettempdir())):
        file = folder / f"jiyao-{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}.log"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            # Mode "x" and 0600: the folder for temporary files is everybody's.
            with open(file, "x", encoding="utf-8", errors="backslashreplace", opener=_private) as log:
                log.write(details)
        except OSError:
            continue
        return file
    return None


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
