"""Object stores: what lies at an address (`s3://…`, `memory://…`) is worked on in a copy on this machine.

A run sees files and folders as ever, so that names, manifests and what somebody has edited mean the same as on a disk.
The copy stays: the next run fetches only what has changed there, and brings back only what has changed here
(docs/decisions/0042-stores.md).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, chdir, contextmanager
from glob import has_magic
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, cast

from jiyao.problems import Binding, Finding, Message, Place, Problem, message, problem
from jiyao.work.locking import locked
from jiyao.work.template_cache import user_cache
from jiyao.work.workspace import OFFICE_FILE, OWN_FOLDER
from jiyao.work.writing import write_whole

SWITCH = "JIYAO_STORES"
"""The variable that names the folder of the copies; else they are in the user's cache folder."""

ON_A_DISK = frozenset(("file", "local"))
"""Schemes whose paths begin at the root of a disk."""

_ADDRESS = re.compile(r"([a-z][a-z0-9+]+)://(?:.*)")


class Known(NamedTuple):
    """A file when it was last the same here and there: what the store called its state, and size and time here."""

    token: str
    size: int
    changed: int


class Root(NamedTuple):
    """A folder of a store, and the folder of its copy."""

    address: str
    store: Any
    """The file system of fsspec, which has no types."""
    there: str
    here: Path
    state: Path


class Stage(NamedTuple):
    """What a run works on instead of the addresses: paths below the current folder."""

    paths: tuple[str, ...]
    output: Path | None
    roots: tuple[Root, ...] = ()

    def brought_back(self) -> tuple[Problem, ...]:
        """Put what the run has written where it belongs; manifests last, so that they never say more than is there.

        What somebody else has changed there meanwhile stays; that is a problem, and the next run looks at it.
        """
        return tuple(each for root in self.roots for each in _brought_back(root))


class StoreError(Exception):
    """A store cannot be used; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem.message))
        self.problem = problem


@problem("D423", "store")
def no_store(address: str, reason: Message) -> Finding:
    """A store of objects cannot be read or written: nobody answers, it holds no such folder, or lets nobody in.

    Who may do what is up to the store: for `s3://` the variables AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and
    AWS_ENDPOINT_URL, or the files of its own programs. What was made is in the copy on this machine; the same command
    brings it back.
    """
    return Finding(Place(address), message("the store cannot be used: {reason}", reason=reason))


@problem("D424", "store")
def store_not_installed(address: str) -> Finding:
    """Addresses of stores need a part of jiyao that is not installed: fsspec, and what it needs for that store."""
    return Finding(
        Place(address),
        message("this needs fsspec, and its part for that store"),
        message('`pip install "jiyao[stores]"`'),
    )


@problem("D425", "store", binding=Binding.SAFETY)
def changed_there(address: str) -> Finding:
    """Somebody has changed a file in the store while the run worked on its copy: theirs stays."""
    return Finding(
        Place(address),
        message("it was changed there meanwhile, and stays as it is"),
        message("run the same command again"),
    )


def is_address(path: str) -> bool:
    """Whether the path is the address of a store: a scheme and `://`."""
    return _ADDRESS.match(path) is not None


@contextmanager
def staged(paths: Sequence[str], output: Path | None) -> Generator[Stage]:
    """Copies of all that lies at addresses, in the current folder of what runs within; all else as it is.

    `output` is what click makes of an address, `s3:/bucket/out`. Raises StoreError. Where an exception leaves it,
    nothing is brought back.
    """
    away = _address_of(output)
    if not away and not any(map(is_address, paths)):
        yield Stage(tuple(paths), output)
        return
    folder = stores_folder()
    targets = {path: _target(path) for path in (*paths, *([away] if away else [])) if is_address(path)}
    roots = _roots([root for root, _rest in targets.values()])
    with ExitStack() as held:
        for root in roots:
            root.state.parent.mkdir(parents=True, exist_ok=True)
            held.enter_context(locked(root.state.with_suffix(".lock")))
            _fetch(root, is_needed=root.address != away)
        here = {path: str((root.here / rest).relative_to(folder)) for path, (root, rest) in targets.items()}
        inside = tuple(here.get(path) or os.path.abspath(path) for path in paths)  # noqa: PTH100 (patterns too)
        target = Path(here[away]) if away else output and output.absolute()
        held.enter_context(chdir(folder))
        yield Stage(inside, target, roots)


def stores_folder() -> Path:
    """The folder of all copies."""
    named = os.environ.get(SWITCH, "")
    return Path(named).absolute() if named else user_cache() / "jiyao" / "stores"


def _address_of(output: Path | None) -> str:
    """The address that a path was: a path has one `/` where an address has two."""
    found = re.fullmatch(r"([a-z][a-z0-9+]+):/+(.*)", output.as_posix()) if output else None
    if not found:
        return ""
    return f"{found[1]}:{'///' if found[1] in ON_A_DISK else '//'}{found[2]}"


def _target(address: str) -> tuple[Root, str]:
    """The folder of an address, and what it names below that: a file, or a pattern."""
    try:
        from fsspec import core
    except ImportError as error:
        raise StoreError(store_not_installed(address)) from error
    with _told(address):
        store, there = cast("tuple[Any, str]", cast(Any, core).url_to_fs(address))
        store.invalidate_cache()
        parts = PurePosixPath(there).parts
        magic = next((at for at, part in enumerate(parts) if has_magic(part)), len(parts))
        if magic == len(parts) and there and store.isfile(there):
            magic -= 1
    folder = str(PurePosixPath(*parts[:magic])) if magic else there
    scheme = address.partition(":")[0]
    below = [part for part in PurePosixPath(folder).parts if part != "/"]
    if ".." in below:
        raise StoreError(no_store(address, message("an address has no `..`")))
    here = stores_folder().joinpath(scheme, *below)
    key = sha256(f"{scheme}:{folder}:{os.environ.get('AWS_ENDPOINT_URL', '')}".encode()).hexdigest()[:16]
    state = stores_folder() / ".state" / f"{key}.json"
    return Root(address, store, folder, here, state), str(PurePosixPath(*parts[magic:])) if magic < len(parts) else ""


def _roots(roots: Sequence[Root]) -> tuple[Root, ...]:
    """Each folder once, and none that another one holds."""
    by_place = {root.here: root for root in roots}
    return tuple(
        root for here, root in sorted(by_place.items()) if not any(other in here.parents for other in by_place)
    )


@contextmanager
def _told(address: str) -> Generator[None]:
    """Whatever a store says that it cannot do, as a StoreError: each store has errors of its own."""
    try:
        yield
    except ImportError as error:
        raise StoreError(store_not_installed(address)) from error
    except StoreError:
        raise
    except Exception as error:
        said = " ".join(str(error).split()) or type(error).__name__
        raise StoreError(no_store(address, message("{error}", error=said))) from error


def _fetch(root: Root, *, is_needed: bool) -> None:
    """Make the copy what the store holds, but for what was made here and not yet brought back."""
    known = _known(root)
    with _told(root.address):
        there = _there(root)
        if is_needed and not there:
            raise StoreError(no_store(root.address, message("there is nothing")))
        for name, token in sorted(there.items()):
            here = root.here / name
            if name in known and known[name].token == token and here.is_file():
                continue
            _download(root.store, f"{root.there.rstrip('/')}/{name}", here)
            known[name] = _as_it_is(here, token)
        for name in known.keys() - there.keys():
            (root.here / name).unlink(missing_ok=True)
            del known[name]
        _fetch_office(root)
    root.here.mkdir(parents=True, exist_ok=True)
    _keep(root, known)


def _fetch_office(root: Root) -> None:
    """The office above the folder, with its templates, as a workspace on a disk would have it."""
    below = [part for part in PurePosixPath(root.there).parts if part != "/"]
    start = "/" if root.there.startswith("/") else ""
    for depth in range(len(below) - 1, 0, -1):
        there = start + "/".join(below[:depth])
        here = root.here.parents[len(below) - depth - 1]
        if root.store.isfile(f"{there}/{OFFICE_FILE}"):
            _download(root.store, f"{there}/{OFFICE_FILE}", here / OFFICE_FILE)
            for path in root.store.find(f"{there}/templates"):
                _download(root.store, path, here / "templates" / PurePosixPath(path).name)
            return


def _brought_back(root: Root) -> Iterator[Problem]:
    known = _known(root)
    sent: dict[str, Known] = {}
    try:
        with _told(root.address):
            there = _there(root)
            for path in sorted(_files(root.here), key=lambda each: (OWN_FOLDER in each.parts, each)):
                name = path.relative_to(root.here).as_posix()
                before, now = known.get(name), _as_it_is(path, there.get(name, ""))
                if before == now or (before and before[1:] == now[1:]):
                    continue
                if now.token != (before.token if before else ""):
                    yield changed_there(f"{root.address.rstrip('/')}/{name}")
                    continue
                _upload(root.store, path, f"{root.there.rstrip('/')}/{name}")
                sent[name] = now
            if sent:
                there = _there(root)
                known |= {name: now._replace(token=there[name]) for name, now in sent.items() if name in there}
    except StoreError as error:
        yield error.problem
    _keep(root, known)


def _there(root: Root) -> dict[str, str]:
    """What the store says of each file of the folder, by its name."""
    root.store.invalidate_cache()
    found: dict[str, dict[str, Any]] = root.store.find(root.there, detail=True)
    return {_name(root, path): _token(info) for path, info in found.items() if info.get("type") == "file"}


def _files(folder: Path) -> Iterator[Path]:
    for parent, _folders, names in os.walk(folder):
        yield from (Path(parent, name) for name in names if not name.endswith("lock"))


def _name(root: Root, path: str) -> str:
    """The name of a file from the folder on; a store may hold names that lead out of a folder, which are refused."""
    name = PurePosixPath("/" + path.lstrip("/")).relative_to("/" + root.there.strip("/"))
    if ".." in name.parts or name.is_absolute():
        raise StoreError(no_store(root.address, message("a file there is called `{name}`", name=path)))
    return name.as_posix()


def _token(info: dict[str, Any]) -> str:
    """What changes whenever the file does: stores tell it in their own ways."""
    said = next((info[key] for key in ("ETag", "etag", "mtime", "created", "LastModified") if info.get(key)), "")
    return f"{info.get('size')}:{said}"


def _download(store: Any, there: str, here: Path) -> None:  # noqa: ANN401 (fsspec has no types)
    here.parent.mkdir(parents=True, exist_ok=True)
    write_whole(here, bytes(store.cat_file(there)))


def _upload(store: Any, here: Path, there: str) -> None:  # noqa: ANN401
    try:
        store.put_file(str(here), there)
    except FileNotFoundError:
        # Where folders are more than a way to write names. In a bucket, none is made.
        store.makedirs(str(PurePosixPath(there).parent), exist_ok=True)
        store.put_file(str(here), there)


def _as_it_is(path: Path, token: str) -> Known:
    found = path.stat()
    return Known(token, found.st_size, found.st_mtime_ns)


def _known(root: Root) -> dict[str, Known]:
    try:
        said: dict[str, tuple[str, int, int]] = json.loads(root.state.read_text("utf-8"))
        return {name: Known(*each) for name, each in said.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _keep(root: Root, known: dict[str, Known]) -> None:
    write_whole(root.state, json.dumps(known, ensure_ascii=False).encode())
