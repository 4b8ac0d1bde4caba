"""A batch past one machine: the pieces of a run, drafted by the workers of a dask cluster.

The workers read records, offices, templates and pictures by their paths, so they need the folder of the workspace where
this process has it (a shared disk). What they make comes back as bytes: this process alone names and writes, and keeps
the manifest, so that a run on a cluster leaves the same tree as one on this machine.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import chdir, contextmanager
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock
from typing import Any, ParamSpec, TypeVar, cast

from jiyao.problems import Binding, Finding, Message, Place, message, problem
from jiyao.work.crew import Chunk, drafted_by
from jiyao.work.making import Drafted, Drafting
from jiyao.work.own_state import own_content
from jiyao.work.pool import AHEAD
from jiyao.work.products import Order
from jiyao.work.workspace import Piece

P = ParamSpec("P")
T = TypeVar("T")

WAIT = "10s"
"""How long a scheduler may take to answer."""

DASKS_LOGGERS = ("distributed", "distributed.client", "tornado", "tornado.application")
"""Those to which dask gives a level and a way to stderr of their own when it is imported."""


@problem("D421", "cluster", binding=Binding.SAFETY)
def no_cluster(address: str, reason: Message) -> Finding:
    """The cluster that a batch shall run on cannot be used: nobody answers there, or no worker has this program.

    `dask scheduler` starts a scheduler and says its address; `dask worker ADDRESS` a worker. Each worker needs the same
    version of jiyao, and the folder of the workspace at the same place. What was made before the cluster went away is
    there; the same command makes the rest.
    """
    hint = message("start it with `dask scheduler` and `dask worker ADDRESS`")
    return Finding(Place(address), message("the cluster cannot be used: {reason}", reason=reason), hint)


@problem("D422", "cluster")
def cluster_not_installed() -> Finding:
    """`--cluster` needs a part of jiyao that is not installed: dask.distributed."""
    return Finding(
        Place("--cluster"), message("this needs dask.distributed"), message('`pip install "jiyao[cluster]"`')
    )


class ClusterError(Exception):
    """A cluster cannot be used; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def drafted_by_cluster(pieces: Iterable[Piece], order: Order, address: str) -> Iterator[Drafted]:
    """What becomes of the pieces, in their order. Raises ClusterError where there is no cluster, or none any more."""
    workers = _workers_of(address)
    return drafted_by(partial(hired_there, address), partial(work_there, order, Path.cwd()), pieces, AHEAD * workers)


def _workers_of(address: str) -> int:
    """How many pieces the cluster can work on at a time, once all its workers are known to have this program."""
    with _client(address) as client:
        threads: dict[str, int] = client.nthreads()
        if not threads:
            raise ClusterError(message("it has no workers"))
        try:
            states = set(client.run(own_content).values())
        except Exception as error:
            raise ClusterError(message("a worker has no jiyao, or another one: {error}", error=error)) from error
        if states != {own_content()}:
            raise ClusterError(message("a worker has another version of jiyao"))
        if not all(client.run(Path.cwd().is_dir).values()):
            raise ClusterError(message("a worker does not see the folder {folder}", folder=Path.cwd()))
        return sum(threads.values())


@contextmanager
def _client(address: str) -> Generator[Any]:
    from distributed import Client

    for logger in DASKS_LOGGERS:  # which would print tracebacks over what is told here in words
        logging.getLogger(logger).setLevel(logging.CRITICAL)
    try:
        client: Any = cast(Any, Client)(address, timeout=WAIT, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(message("nobody answers at {address}", address=address)) from error
    try:
        yield client
    finally:
        client.close(timeout=WAIT)


@contextmanager
def hired_there(address: str) -> Generator[Executor]:
    """The workers as an executor, whose tasks are called off when they are dismissed. Raises ClusterError."""
    with _client(address) as client:
        executor = Lent(client.get_executor(pure=False, retries=1))
        try:
            yield executor
        finally:
            executor.shutdown(wait=False, cancel_futures=True)


class Lent(Executor):
    """Workers of a cluster: what they cannot do, since too many of them died over it, is a broken executor to us."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The work, sent out."""
        outer = Future[T]()

        def tell(inner: Future[T]) -> None:
            if inner.cancelled():
                outer.set_exception(BrokenExecutor("called off"))
            elif error := inner.exception():
                broken = type(error).__name__ in {"KilledWorker", "CommClosedError", "FutureCancelledError"}
                outer.set_exception(BrokenExecutor(str(error)) if broken else error)
            else:
                outer.set_result(inner.result())

        self._executor.submit(fn, *args, **kwargs).add_done_callback(tell)
        return outer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 (Python's)
        """Dismiss the workers, who go on working for others; what nobody has begun is called off."""
        del cancel_futures
        self._executor.shutdown(wait=wait)


_ALONE = Lock()


def work_there(order: Order, folder: Path, pieces: Chunk) -> list[Drafted]:
    """What becomes of the pieces, on a worker: one chunk at a time in each process, whatever its threads.

    Paths are meant from the `folder` of the run.
    """
    with _ALONE, chdir(folder):
        return [each for piece in pieces for each in _drafting(order).drafted(piece)]


@lru_cache(maxsize=1)
def _drafting(order: Order) -> Drafting:
    """What a worker keeps from chunk to chunk: its offices and templates."""
    return Drafting(order)
