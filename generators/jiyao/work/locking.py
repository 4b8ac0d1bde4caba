"""One run at a time in a folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from jiyao.work.workspace import OWN_FOLDER

WAIT = 60.0
"""Seconds that a run waits for another one that writes into the same folder."""


@contextmanager
def locked(path: Path) -> Generator[None]:
    """Hold the lock of that file, which stays there.

    Raises TimeoutError where another run still holds it after `WAIT`, OSError where the file cannot be written.
    """
    handle = _taken_at_once(path)
    if handle is None:
        with _waited_for(path):
            yield
        return
    try:
        yield
    finally:
        _let_go(handle)


@contextmanager
def holding(folder: Path, what: str) -> Generator[None]:
    """Nobody else changes this file of a workspace meanwhile. Raises as `locked` does."""
    own = folder / OWN_FOLDER
    own.mkdir(parents=True, exist_ok=True)
    with locked(own / f"{what}.lock"):
        yield


def _taken_at_once(path: Path) -> int | None:
    """The handle of the lock where nobody else holds it; None where one has to wait, or this system has no `flock`.

    filelock takes the same lock of the same file. It is asked only where it has something to do: it costs as much of
    the start as reading YAML.
    """
    try:
        import fcntl
    except ImportError:
        return None
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def _let_go(handle: int) -> None:
    import fcntl

    try:
        # Closing is not enough: a process that was forked meanwhile has the file open too.
        fcntl.flock(handle, fcntl.LOCK_UN)
    finally:
        os.close(handle)


@contextmanager
def _waited_for(path: Path) -> Generator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(path, timeout=WAIT)
    try:
        lock.acquire()
    except Timeout:
        raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), str(path)) from None
    try:
        yield
    finally:
        lock.release()
