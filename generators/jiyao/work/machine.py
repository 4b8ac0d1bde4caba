"""What this machine has for the program, and what it lacks, each with what to type: the facts of `jiyao doctor`."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Mapping
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from jiyao.dataclass import dataclass
from jiyao.documents.gb9704 import Face
from jiyao.problems import Message, message
from jiyao.work.fonts import extra_folders, has_fontconfig, lacks_chinese, standings, with_fontconfig
from jiyao.work.libreoffice import LibreOffice, find_soffice, version_of
from jiyao.work.remedies import FREE_FACES, LIBREOFFICE, package_remedy, remedy
from jiyao.work.template_cache import SWITCH, cache_folder


class State(StrEnum):
    """How one thing stands."""

    GOOD = "good"
    STAND_IN = "stand-in"
    """Something else does its work, and a reader sees the difference."""
    MISSING = "missing"
    FAULTY = "faulty"
    """It is here and does not work."""


class Need(StrEnum):
    """What a user may want to do, and what it takes."""

    MAKE = "make"
    FAST = "fast"
    PDF = "pdf"
    LAYOUT = "layout"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was looked at: what it is, how it stands, what is there, and what to type."""

    name: Message
    state: State
    found: Message | None = None
    remedy: Message | None = None
    needs: tuple[Need, ...] = ()
    """What cannot be done without it."""

    @property
    def is_lacking(self) -> bool:
        return self.state in {State.MISSING, State.FAULTY}


PACKAGES = ("click", "babel", "docxtpl", "jinja2", "lxml", "pypdf", "python-docx", "PyYAML")
"""The libraries whose versions a report of a fault should name."""


def looked_over(environment: Mapping[str, str], console: str | None) -> list[Item]:
    """Everything that was looked at, in the order of what most people need first; `console` is the encoding of stdout.

    Nothing is fetched, and nothing is left changed.
    """
    return [
        *_own(),
        _cache(),
        _console(console),
        _extra("isal", "fast", Need.FAST),
        *_printing(environment),
        _extra("pypdfium2", "layout", Need.LAYOUT),
    ]


def lacks(items: list[Item], needs: tuple[Need, ...]) -> bool:
    """Whether something is missing that one of the needs cannot do without."""
    return any(item.is_lacking and set(item.needs) & set(needs) for item in items)


def _own() -> list[Item]:
    """Python and the libraries; a library that is missing would have been met before, but not in a broken install."""
    python = message("{version} on {system}", version=platform.python_version(), system=platform.platform(terse=True))
    items = [Item(message("Python"), State.GOOD, python), _package("jiyao")]
    return [*items, *map(_package, PACKAGES)]


def _package(name: str) -> Item:
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        if name == "jiyao":
            return Item(message("jiyao"), State.GOOD, message("a checkout that is not installed"))
        return Item(_said(name), State.MISSING, None, message("install jiyao again"), (Need.MAKE, Need.PDF))
    return Item(_said(name), State.GOOD, _said(version))


def _extra(package: str, extra: str, need: Need) -> Item:
    item = _package(package)
    return Item(item.name, item.state, item.found, package_remedy(extra) if item.is_lacking else None, (need,))


def _cache() -> Item:
    """The folder in which templates are kept ready; without one every run makes them ready again."""
    name = message("cache of templates")
    folder = cache_folder()
    if folder is None:
        return Item(name, State.GOOD, message("off ({variable}=off)", variable=SWITCH))
    remedy = message("make the folder your own, or name another one in {variable}", variable=SWITCH)
    if not _can_hold(folder):
        return Item(name, State.FAULTY, message("cannot be written: {folder}", folder=folder), remedy)
    files = [file.stat().st_size for file in folder.glob("*.json")] if folder.is_dir() else []
    size = round(sum(files) / 1000)
    said = message("{folder} ({number} templates, {size} KB)", folder=folder, number=len(files), size=size)
    return Item(name, State.GOOD, said)


def _can_hold(folder: Path) -> bool:
    """Whether files can be written in a folder, or where it would be made."""
    there = next(each for each in (folder, *folder.parents) if each.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            return True
    except OSError:
        return False


def _console(encoding: str | None) -> Item:
    name = message("encoding of the console")
    if not encoding or "纪要".encode(encoding, errors="ignore").decode(encoding) != "纪要":
        hint = message("set PYTHONIOENCODING=utf-8, or use `--format json`")
        return Item(name, State.FAULTY, _said(encoding or "?"), hint)
    return Item(name, State.GOOD, _said(encoding))


def _printing(environment: Mapping[str, str]) -> list[Item]:
    """LibreOffice, and the standard's faces as it will see them."""
    with tempfile.TemporaryDirectory(prefix="jiyao-", ignore_cleanup_errors=True) as name:
        inside = with_fontconfig(environment, Path(name))
        return [_libreoffice(inside, Path(name)), *_fonts(inside)]


def _libreoffice(environment: Mapping[str, str], folder: Path) -> Item:
    name = message("LibreOffice")
    program = find_soffice(environment)
    if program is None:
        return Item(name, State.MISSING, None, remedy(LIBREOFFICE), (Need.PDF, Need.LAYOUT))
    version = version_of(LibreOffice(program, environment, start=60.0), folder / "profile")
    if not version:
        said = message("it does not answer: {program}", program=program)
        return Item(name, State.FAULTY, said, remedy(LIBREOFFICE), (Need.PDF, Need.LAYOUT))
    return Item(name, State.GOOD, message("{version} ({program})", version=version, program=program))


def _fonts(environment: Mapping[str, str]) -> list[Item]:
    items = [_face(each.face, each.used, is_own=each.is_own) for each in standings(environment)]
    folders = tuple(map(str, extra_folders(environment)))
    if folders:
        items.append(Item(message("folders with fonts"), State.GOOD, message("{folders}", folders=folders)))
    if has_fontconfig() and lacks_chinese(environment):
        none = message("no font with Chinese characters")
        items.append(Item(message("fonts"), State.MISSING, none, remedy(FREE_FACES), (Need.PDF, Need.LAYOUT)))
    return items


def _face(face: Face, used: str, *, is_own: bool) -> Item:
    name = message("face {face}", face=face)
    if is_own:
        return Item(name, State.GOOD, _said(used))
    if used:
        return Item(name, State.STAND_IN, message("{used} stands in for it", used=used), _SOURCES)
    return Item(name, State.MISSING, message("nothing like it is here"), remedy(FREE_FACES))


_SOURCES = message("the face itself comes with Windows, WPS or its maker; JIYAO_FONTS names a folder that holds it")


def _said(text: str) -> Message:
    """A name or a number, which is the same in every language."""
    return message("{text}", text=text)
