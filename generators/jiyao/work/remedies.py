"""What to type where something is missing, on each kind of system."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping

from jiyao.dataclass import dataclass
from jiyao.problems import Message, message


@dataclass(frozen=True, slots=True)
class Remedy:
    """How one thing is installed: by the command of a system's own installer, else as `otherwise` says."""

    commands: Mapping[str, str]
    otherwise: Message


LIBREOFFICE = Remedy(
    {
        "apt-get": "sudo apt-get install libreoffice-writer-nogui",
        "dnf": "sudo dnf install libreoffice-writer",
        "pacman": "sudo pacman -S libreoffice-still",
        "zypper": "sudo zypper install libreoffice-writer",
        "brew": "brew install --cask libreoffice",
        "winget": "winget install TheDocumentFoundation.LibreOffice",
    },
    message("install LibreOffice from https://www.libreoffice.org/"),
)
FREE_FACES = Remedy(
    {
        "apt-get": "sudo apt-get install --no-install-recommends texlive-lang-chinese",
        "dnf": "sudo dnf install texlive-fandol",
        "pacman": "sudo pacman -S texlive-langchinese",
        "zypper": "sudo zypper install texlive-fandol-fonts",
    },
    message("install the face, or name a folder that holds it in JIYAO_FONTS"),
)
"""Fandol, where a system's installer has it. The standard's own faces are bought, or come with Windows or WPS."""


def remedy(wanted: Remedy, path: str | None = None) -> Message:
    """What to type on this machine: by the first installer on PATH that has it."""
    for program, command in wanted.commands.items():
        if shutil.which(program, path=path):
            return message("type `{command}`", command=command)
    return wanted.otherwise


def package_remedy(extra: str) -> Message:
    """What to type to get an extra of this package, into the Python that runs it."""
    return message('type `{python} -m pip install "jiyao[{extra}]"`', python=sys.executable, extra=extra)
