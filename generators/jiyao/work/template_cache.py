"""Templates that have been made ready, kept between runs in the user's own cache folder.

What is kept is data and is never run as code. It is believed only if it lies in a folder that is the user's own and
that nobody else can write to, and only if it is whole; everything else is made ready again, without a word.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from jiyao.documents.filling import Template, compile_template
from jiyao.documents.filling.keeping import from_data, to_data
from jiyao.documents.filling.program import FORMAT, Json
from jiyao.problems import Problem
from jiyao.work.own_state import own_state

SWITCH = "JIYAO_CACHE"
"""The variable that says `off`, or another folder."""
LARGEST_FILE = 8_000_000
MOST_BYTES = 50_000_000
"""Of all files together; beyond it the oldest go."""

_DIGEST_LENGTH = 64
_MADE_BY = ("docxtpl", "Jinja2")
"""What is kept was made by these, so another version of any of them makes it anew."""


def ready_template(data: bytes, file: str) -> Template | tuple[Problem, ...]:
    """The template in the .docx `data`, from the cache if it was made ready before; or all that is wrong with it."""
    folder = cache_folder()
    name = _name(data) if folder else ""
    kept = _read(folder / name, data, file) if folder else None
    if kept:
        return kept
    template = compile_template(data, file)
    if folder and isinstance(template, Template):
        # A cache that cannot be written costs time, and nothing else.
        with contextlib.suppress(OSError):
            _write(folder, name, template)
    return template


def cache_folder() -> Path | None:
    """The folder of the cache; None where there shall be none."""
    switch = os.environ.get(SWITCH, "")
    if switch == "off":
        return None
    if switch:
        return Path(switch)
    folder = user_cache() / "jiyao" / "templates"
    # Where an account has no home, `~` stays what it is.
    return folder if folder.is_absolute() else None


def user_cache() -> Path:
    """Where the user's programs keep what can be made again."""
    return _xdg_cache() if sys.platform == "linux" else _usual_cache()


def _xdg_cache() -> Path:
    """By the XDG Base Directory Specification alone, as platformdirs has it too.

    That brings random numbers and the packers of archives, and takes longer to come than a template that was kept.
    """
    named = os.environ.get("XDG_CACHE_HOME", "")
    return Path(named if os.path.isabs(named) else os.path.expanduser("~/.cache"))  # noqa: PTH111, PTH117


def _usual_cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path()


def _name(data: bytes) -> str:
    """The name for a template: a hash of its bytes and of all that has a say in what becomes of them."""
    makers = " ".join((str(FORMAT), *map(_version, _MADE_BY), own_state()))
    return sha256(makers.encode() + b"\0" + data).hexdigest() + ".json"


@cache
def _version(package: str) -> str:
    """The version of an installed package. The name of its folder tells; `importlib.metadata` takes 20 ms to come."""
    spec = find_spec(package.lower())
    beside = Path(spec.origin).parents[1] if spec and spec.origin else None
    versions = (name for name in _installed(beside) if name.lower().startswith(f"{package.lower()}-"))
    return min(versions, default=f"{package} {spec.origin if spec else ''}")


@cache
def _installed(folder: Path | None) -> tuple[str, ...]:
    """The names by which installed packages say their versions."""
    return tuple(each.name for each in folder.iterdir() if each.name.endswith(".dist-info")) if folder else ()


def _read(path: Path, data: bytes, file: str) -> Template | None:
    """What was kept; None if there is nothing, or nothing that can be believed."""
    try:
        text = _own_file(path)
    except OSError:
        return None
    digest, _, body = text.partition(b"\n")
    if digest != _digest(path.name, body):
        return None
    try:
        kept: Json = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return from_data(kept, data, file)


def _digest(name: str, body: bytes) -> bytes:
    return sha256(name.encode() + body).hexdigest().encode()


def _own_file(path: Path) -> bytes:
    """The bytes of a file that nobody but the user can have written; raises OSError for any other."""
    _demand_own(path.parent.lstat(), stat.S_IFDIR)
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        state = os.fstat(handle)
        _demand_own(state, stat.S_IFREG)
        if state.st_size > LARGEST_FILE:
            raise OSError("too large")
        return file.read(LARGEST_FILE)


def _demand_own(state: os.stat_result, kind: int) -> None:
    """Raise OSError unless this is of the kind, the user's own, and nobody else can write to it."""
    if stat.S_IFMT(state.st_mode) != kind:
        raise OSError("not what it should be")
    # Windows keeps the rights elsewhere; there the folder lies in the user's own profile.
    if hasattr(os, "geteuid") and (state.st_uid != os.geteuid() or state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)):
        raise OSError("not the user's own")


def _write(folder: Path, name: str, template: Template) -> None:
    """Keep a template; another process may do the same at the same moment, and either is whole."""
    # Here, since it brings random numbers, which only a new template needs.
    import tempfile

    body = json.dumps(to_data(template), ensure_ascii=False, separators=(",", ":")).encode()
    if len(body) + _DIGEST_LENGTH >= LARGEST_FILE:
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _demand_own(folder.lstat(), stat.S_IFDIR)
    handle, temporary = tempfile.mkstemp(prefix=".~", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_digest(name, body) + b"\n" + body)
        Path(temporary).replace(folder / name)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    _remove_oldest(folder)


def _remove_oldest(folder: Path) -> None:
    room = MOST_BYTES
    for _age, size, path in sorted(_files(folder), reverse=True):
        room -= size
        if room < 0:
            with contextlib.suppress(OSError):
                Path(path).unlink()


def _files(folder: Path) -> Iterator[tuple[int, int, str]]:
    """Age, size and path of the files of the cache, leftovers of killed runs among them."""
    for path in cast(Iterator[Path], folder.iterdir()):
        with contextlib.suppress(OSError):
            state = path.lstat()
            if stat.S_ISREG(state.st_mode) and path.suffix in {".json", ".tmp"}:
                yield state.st_mtime_ns, state.st_size, str(path)
