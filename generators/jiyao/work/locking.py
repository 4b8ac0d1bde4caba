"""A lock that one process at a time holds, however it ends: the system lets go of it with the process.

The lock of the platform, and no more: packages for this bring logging, random numbers and decimals, which take as long
to load as a record to read (docs/decisions/0014-start.md).
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        """Raises OSError where another process holds it."""
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        """Raises OSError where another process holds it."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


BETWEEN_TRIES = 0.05
"""Seconds."""


@contextmanager
def locked(path: Path, patience: float) -> Generator[None]:
    """Hold the lock that the file stands for; the file stays, empty.

    Raises TimeoutError where another process still holds it after `patience` seconds, OSError where there can be no
    such file, or no lock on it.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        _wait(handle, path, time.monotonic() + patience)
        yield
    finally:
        os.close(handle)  # which lets go of it


def _wait(handle: int, path: Path, until: float) -> None:
    while True:
        try:
            return _take(handle)
        except (BlockingIOError, PermissionError):  # as Linux and macOS say it, and as Windows does
            if time.monotonic() > until:
                raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), str(path)) from None
            time.sleep(BETWEEN_TRIES)
