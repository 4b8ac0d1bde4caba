"""Writing files so that nothing is ever half-written, and nothing that somebody edited is lost."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import unicodedata
from collections.abc import Generator
from itertools import count
from pathlib import Path

LONGEST_NAME = 240
"""Bytes of a file name with its ending; most file systems take 255, and `（新）` must still fit."""

INVISIBLE = frozenset(("Cf", "Cc", "Cs", "Co", "Zl", "Zp"))
"""Characters that a file name hides: directions, zero widths, controls, surrogates."""

_PLAIN = frozenset("-0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz（）〔〕《》")
"""What, with Chinese characters, most names are made of."""

_tries = count()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file at once: it is the old one or the new one at any moment, even when the power fails.

    Raises OSError; the old file is then as it was, and nothing is left behind.
    """
    with uninterrupted():
        temporary, handle = _temporary(path)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(handle)
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise


@contextlib.contextmanager
def uninterrupted() -> Generator[None]:
    """Ctrl-C waits until the block has ended, and what it was meant for happens then.

    Python tells its main thread alone of it; in another one nothing needs to be held back.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    usual = signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
        if pressed and callable(usual):
            usual(pressed[0], None)


def _temporary(path: Path) -> tuple[Path, int]:
    """A new file beside the one that is to be written, open: its name and handle.

    It has the rights of the file that it replaces, else those that any new file gets.
    """
    mode = _mode(path)
    while True:
        name = path.with_name(f".~{os.getpid()}-{next(_tries)}.tmp")
        try:
            handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode or 0o666)
        except FileNotFoundError:
            # The usual folder is there.
            path.parent.mkdir(parents=True)
        except FileExistsError:
            continue
        else:
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(handle, mode)
            return name, handle


def _mode(path: Path) -> int | None:
    """The rights of a file; None where there is none."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return None


def _is_plain(stem: str) -> bool:
    """Whether a name is as most are: legal everywhere, since no name that Windows keeps has Chinese or a hyphen.

    Nor is any of them that is made of letters and digits longer than COM1.
    """
    chinese = {char for char in stem if "\u4e00" <= char <= "\u9fff"}
    return (
        stem[:1] != "-"
        and _PLAIN.issuperset({*stem} - chinese)
        and bool(chinese or "-" in stem or len(stem) > len("COM1"))
    )


def safe_name(stem: str, ending: str) -> str:
    """A file name that is legal on Windows too, shows all its characters, and stays inside its folder.

    What had to go is left out; a name of which nothing is left becomes `_`.
    """
    if _is_plain(stem) and len(stem.encode()) + len(ending.encode()) <= LONGEST_NAME:
        return stem + ending
    # Here, since it takes longer to come than most names to be made.
    from pathvalidate import sanitize_filename

    visible = "".join(
        char for char in unicodedata.normalize("NFC", stem) if unicodedata.category(char) not in INVISIBLE
    )
    clean = sanitize_filename(visible, platform="universal").lstrip(".-~ ")
    room = LONGEST_NAME - len(ending.encode())
    short = clean.encode()[:room].decode(errors="ignore").rstrip(". ")
    return sanitize_filename((short or "_") + ending, platform="universal")
