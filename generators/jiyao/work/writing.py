"""Writing files so that nothing is ever half-written, and nothing that somebody edited is lost."""

from __future__ import annotations

import contextlib
import os
import tempfile
import unicodedata
from pathlib import Path

from pathvalidate import sanitize_filename

LONGEST_NAME = 240
"""Bytes of a file name with its ending; most file systems take 255, and `（新）` must still fit."""

INVISIBLE = frozenset(("Cf", "Cc", "Cs", "Co", "Zl", "Zp"))
"""Characters that a file name hides: directions, zero widths, controls, surrogates."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file at once: it is the old one or the new one at any moment, even when the power fails.

    Raises OSError; the old file is then as it was, and nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".~", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _give_usual_rights(name, path)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _give_usual_rights(name: str, path: Path) -> None:
    """The rights of the file that is replaced, else those that a new file gets; a temporary file has fewer."""
    try:
        mode = path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    Path(name).chmod(mode)


def safe_name(stem: str, ending: str) -> str:
    """A file name that is legal on Windows too, shows all its characters, and stays inside its folder.

    What had to go is left out; a name of which nothing is left becomes `_`.
    """
    visible = "".join(
        char for char in unicodedata.normalize("NFC", stem) if unicodedata.category(char) not in INVISIBLE
    )
    clean = sanitize_filename(visible, platform="universal").lstrip(".-~ ")
    room = LONGEST_NAME - len(ending.encode())
    short = clean.encode()[:room].decode(errors="ignore").rstrip(". ")
    return sanitize_filename((short or "_") + ending, platform="universal")
