"""The standard's faces on this machine: which are here, what stands in for the others, and how LibreOffice is told."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from xml.sax.saxutils import escape

from jiyao.dataclass import dataclass
from jiyao.documents.gb9704 import Face
from jiyao.documents.likenesses import LIKENESSES, is_one_of, own_names, stand_ins
from jiyao.work.font_files import families_in

VARIABLE = "JIYAO_FONTS"
"""The variable that names folders with fonts that are not installed, as PATH names folders with programs."""

TEX = "fonts/opentype/public/fandol"
TEX_FOLDERS = tuple(
    Path(tree, TEX) for tree in ("/usr/share/texlive/texmf-dist", "/usr/share/texmf-dist", "/usr/share/texmf")
)
"""Where TeX has Fandol, the free faces nearest to the standard's; programs other than TeX do not look there."""

SYSTEM_CONFIGURATION = Path("/etc/fonts/fonts.conf")
SECONDS = 30.0
"""For one question to fontconfig: the first one after fonts came may have to read them all."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What one face of the standard is printed with on this machine; `used` is "" where nothing like it is here."""

    face: Face
    used: str
    is_own: bool


def extra_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """The folders with fonts that only this program looks into: those of JIYAO_FONTS, and TeX's."""
    named = (Path(each) for each in environment.get(VARIABLE, "").split(os.pathsep) if each)
    return tuple(folder for folder in (*named, *TEX_FOLDERS) if folder.is_dir())


def has_fontconfig(system: str = sys.platform) -> bool:
    """Whether programs of this system ask fontconfig for their fonts."""
    return system not in {"win32", "darwin"}


def fontconfig(environment: Mapping[str, str]) -> str:
    """A configuration for one run: the system's, the extra folders, and what stands in for which face.

    A face that is installed wins over what stands in for it, under any of its names.
    """
    base = environment.get("FONTCONFIG_FILE") or str(SYSTEM_CONFIGURATION)
    folders = "".join(f"<dir>{escape(str(folder.resolve()))}</dir>\n" for folder in extra_folders(environment))
    aliases = "".join(_alias(name) for likeness in LIKENESSES.values() for name in likeness.names)
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n'
        f'<include ignore_missing="yes">{escape(base)}</include>\n{folders}{aliases}</fontconfig>\n'
    )


def with_fontconfig(environment: Mapping[str, str], folder: Path) -> Mapping[str, str]:
    """The environment in which programs see the extra fonts; `folder` is where the configuration is put."""
    if not has_fontconfig():
        return environment
    file = folder / "fonts.conf"
    file.write_text(fontconfig(environment), "utf-8")
    return {**environment, "FONTCONFIG_FILE": str(file)}


def matched(face: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    """What fontconfig takes for a face in that environment: names of its family, then its PostScript name.

    Nothing where fontconfig cannot be asked.
    """
    said = _asked(environment, "fc-match", "--format=%{family}\n%{postscriptname}", face)
    return tuple(name for name in re.split(r"[,\n]", said or "") if name)


def lacks_chinese(environment: Mapping[str, str]) -> bool:
    """Whether fontconfig knows no font with Chinese characters: each of them would be printed as an empty box."""
    return _asked(environment, "fc-list", "--format=%{family}", ":lang=zh-cn") == ""


def standing(face: Face, environment: Mapping[str, str], families: frozenset[str] | None = None) -> Standing:
    """What a face is printed with: by the families that are here, else by what fontconfig says."""
    names, likes = own_names(face), stand_ins(face)
    if families is None:
        found = next(iter(matched(face, environment)), "")
        return Standing(face, found if is_one_of(found, (*names, *likes)) else "", is_one_of(found, names))
    here = next((name for name in (*names, *likes) if name in families), "")
    return Standing(face, here, here in names)


def standings(environment: Mapping[str, str], system: str = sys.platform, root: Path = Path("/")) -> list[Standing]:
    """What each face of the standard is printed with; `environment` is that of `with_fontconfig`."""
    asks = has_fontconfig(system) and shutil.which("fc-match", path=environment.get("PATH"))
    families = None if asks else families_in(_system_folders(environment, system, root))
    return [standing(face, environment, families) for face in LIKENESSES]


def _system_folders(environment: Mapping[str, str], system: str, root: Path) -> Iterator[Path]:
    """Where a system keeps the fonts of all and of this user."""
    home = Path(environment.get("HOME", root))
    if system == "win32":
        yield Path(environment.get("WINDIR", root / "Windows")) / "Fonts"
        if own := environment.get("LOCALAPPDATA"):
            yield Path(own) / "Microsoft/Windows/Fonts"
    elif system == "darwin":
        yield from (root / "System/Library/Fonts", root / "Library/Fonts", home / "Library/Fonts")
    else:
        yield from (root / "usr/share/fonts", root / "usr/local/share/fonts", home / ".local/share/fonts")
    yield from extra_folders(environment)


def _alias(name: str) -> str:
    others = (*(each for each in own_names(name) if each != name), *stand_ins(name))
    families = "".join(f"<family>{each}</family>" for each in others)
    return f'<alias binding="strong"><family>{name}</family><accept>{families}</accept></alias>\n'


def _asked(environment: Mapping[str, str], name: str, *question: str) -> str | None:
    """What a program of fontconfig answers in that environment; None where there is none, or no answer."""
    program = shutil.which(name, path=environment.get("PATH"))
    if program is None:
        return None
    with suppress(OSError, subprocess.SubprocessError):
        said = subprocess.run(  # noqa: S603 (fontconfig's own program, with a name of a face)
            [program, *question],
            env={**environment},
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=SECONDS,
        )
        return said.stdout
    return None
