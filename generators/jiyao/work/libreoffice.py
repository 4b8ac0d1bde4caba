"""LibreOffice without a window: where it is, and calls that cannot hang, fetch, run or leave anything behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from jiyao.dataclass import dataclass

VARIABLE = "JIYAO_SOFFICE"
"""The variable that names the program, where it stands in no usual place."""

NAMES = ("soffice", "libreoffice", "loffice")
"""What it is called on PATH."""

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
<prop oor:name="Field" oor:op="fuse"><value>false</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments">
<prop oor:name="AutoCheckEnabled" oor:op="fuse" oor:type="xs:boolean"><value>false</value></prop>
</item>
</oor:items>
"""
"""Nothing is fetched and nothing is run, whatever a document asks for (measured with 7.4)."""


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """One installed LibreOffice, and how long it is waited for: `start` seconds, and `each` for every document more."""

    program: Path
    environment: Mapping[str, str]
    start: float = 120.0
    each: float = 10.0

    def patience(self, documents: int) -> float:
        """The seconds for one call. A page takes two, a busy machine ten times that; 275 pages took 34."""
        return self.start + self.each * documents


@dataclass(frozen=True, slots=True)
class Said:
    """What a call of LibreOffice came to. Its exit status says nothing: it is 0 where nothing was made."""

    text: str
    was_ended: bool = False
    """It gave no answer in time."""


def find_soffice(environment: Mapping[str, str], system: str = sys.platform, root: Path = Path("/")) -> Path | None:
    """The program that JIYAO_SOFFICE names, else the first on PATH, else in the usual places; None if there is none.

    A name in JIYAO_SOFFICE that leads to no program is not passed over: then there is none.
    """
    if named := environment.get(VARIABLE):
        found = shutil.which(named, path=environment.get("PATH"))
        return Path(found) if found else None
    on_path = (shutil.which(name, path=environment.get("PATH", "")) for name in NAMES)
    everywhere = (*map(Path, filter(None, on_path)), *_usual_places(environment, system, root))
    return next((path for path in everywhere if path.is_file() and os.access(path, os.X_OK)), None)


def _usual_places(environment: Mapping[str, str], system: str, root: Path) -> Iterator[Path]:
    """Where installers put it, the newest first. Not in a sandbox (flatpak): it would not see our files."""
    if system == "win32":
        folders = [Path(environment[name]) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)") if name in environment]
        # The one for consoles waits until it is done; the other one returns at once.
        yield from (folder / "LibreOffice/program/soffice.com" for folder in folders)
    elif system == "darwin":
        homes = (root, Path(environment["HOME"])) if "HOME" in environment else (root,)
        yield from (home / "Applications/LibreOffice.app/Contents/MacOS/soffice" for home in homes)
    else:
        yield from sorted(root.glob("opt/libreoffice*/program/soffice"), reverse=True)
        yield from (root / f"usr/{lib}/libreoffice/program/soffice" for lib in ("lib", "lib64"))
        yield root / "snap/bin/libreoffice"


def convert(sources: Sequence[Path], folder: Path, profile: Path, office: LibreOffice) -> Said:
    """Have Word files converted into PDF files of the same stems in `folder`, by one call; what came of it.

    `profile` belongs to one caller at a time: a second LibreOffice on the same profile ends without a word.
    Raises OSError where the program cannot be started.
    """
    _set_up(profile)
    options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    files = ["--convert-to", "pdf", "--outdir", str(folder), *map(str, sources)]
    command = [str(office.program), f"-env:UserInstallation={profile.resolve().as_uri()}", *options, *files]
    return _run(command, office, office.patience(len(sources)), profile)


def version_of(office: LibreOffice, profile: Path) -> str:
    """What LibreOffice calls itself, such as `LibreOffice 7.4.7.2`; "" if it does not answer."""
    _set_up(profile)
    command = [str(office.program), f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--version"]
    try:
        said = _run(command, office, office.patience(0), profile)
    except OSError:
        return ""
    line = next((line for line in said.text.splitlines() if line.startswith("LibreOffice")), "")
    return " ".join(line.split()[:2])


def _set_up(profile: Path) -> None:
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(PROFILE, "utf-8")


def _run(command: Sequence[str], office: LibreOffice, seconds: float, profile: Path) -> Said:
    # Not a pipe: a child that lives on would hold it open, and reading would never end.
    heard = profile / "said.txt"
    with (
        heard.open("wb") as out,
        subprocess.Popen(  # noqa: S603 (the program that the user has, with files of ours)
            command,
            # Else a file about the settings of the desktop is left in the cache folder of the user.
            env={**office.environment, "XDG_RUNTIME_DIR": str(profile)},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            # Its own group on each kind of system, which is then ended as one.
            start_new_session=sys.platform != "win32",
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        ) as process,
    ):
        try:
            process.wait(seconds)
            late = False
        except subprocess.TimeoutExpired:
            late = True
        finally:
            # In every case: the program starts others, which would outlive it.
            _end_group(process)
    return Said(heard.read_text("utf-8", errors="replace").strip(), late)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started; nothing where they have ended by themselves."""
    if sys.platform == "win32":
        tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(tree, check=False, capture_output=True)  # noqa: S603 (Windows' own program)
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
