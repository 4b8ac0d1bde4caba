"""Reading what users name: whole files, never a pipe or a device, and never more than a record can be."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

from jiyao.records.refusals import LARGEST
from jiyao.records.suffixes import holds_lines


def content_of(path: Path) -> bytes:
    """The bytes of a record file, or as many as show that it is too large; files of many records are read whole.

    Raises as `opened` does.
    """
    return beginning_of(path, -1 if holds_lines(path.name) else LARGEST + 1)


def beginning_of(path: Path, most: int) -> bytes:
    """The first bytes of a file, `most` at most; all of them where that is negative. Raises as `opened` does."""
    with opened(path) as file:
        return file.read(most)


def opened(path: Path) -> BufferedReader:
    """The file, to be read.

    Raises OSError where there is no file that can be read; ENODEV where it is none, but a pipe or a device.
    """
    # Looked at before it is opened: a pipe would wait for its writer.
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(path))
    return path.open("rb")
