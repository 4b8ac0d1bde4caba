"""What tells one state of the program from another: documents and templates are made anew by a newer one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


@cache
def own_state() -> str:
    """A hash of the program's version; in a checkout of the state of its files, templates among them."""
    installed = sorted(PACKAGE.parent.glob("jiyao-*.dist-info/RECORD"))
    # Installed once more with the same version, the list of its files is a new file.
    files = [(str(each), each.stat().st_mtime_ns) for each in installed] if installed else sorted(_files())
    return sha256(repr(files).encode()).hexdigest()


@cache
def own_content() -> str:
    """A hash of what the files of the program say, which is the same on every machine that has the same program."""
    found = sha256()
    for name, _changed in sorted(_files()):
        if name.endswith((".py", ".tsv", ".yaml", ".docx", ".html", ".mo")):
            data = Path(name).read_bytes()
            found.update(b"%s:%d:" % (os.path.basename(name).encode(), len(data)))  # noqa: PTH119
            found.update(data)
    return found.hexdigest()


def _files() -> Iterator[tuple[str, int]]:
    for folder in (PACKAGE, PACKAGE.parents[1] / "templates"):
        for parent, folders, names in os.walk(folder):
            folders[:] = [name for name in folders if name != "__pycache__"]
            for name in names:
                path = os.path.join(parent, name)  # noqa: PTH118 (some hundred of them)
                yield path, os.stat(path).st_mtime_ns  # noqa: PTH116
