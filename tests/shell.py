"""The program as a user's shell runs it, in a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

GENERATORS = Path(__file__).parents[1] / "generators"


def jiyao(folder: Path, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """One command line, typed in `folder`, which is also home; the interface is English unless it says otherwise."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "JIYAO"))}
    own = {"PYTHONPATH": str(GENERATORS), "PYTHONIOENCODING": "utf-8", "HOME": str(folder), "COLUMNS": "120"}
    # Home is where the records are, and a test says what files it expects there.
    own["JIYAO_CACHE"] = "off"
    return subprocess.run(
        [sys.executable, "-m", "jiyao", *map(str, arguments)],
        cwd=folder,
        env=clean | own | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def write(folder: Path, files: dict[str, str]) -> None:
    """Files by their path below a folder."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """The files below a folder, without what the program keeps for itself."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file() and ".jiyao" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
