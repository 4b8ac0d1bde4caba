"""Processes of this machine that work on the pieces of a run, and end whenever they are no longer wanted."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache, partial
from multiprocessing import Pipe, active_children, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from typing import TextIO

from jiyao.work.crew import Chunk, drafted_by
from jiyao.work.making import Drafted, Drafting
from jiyao.work.products import Order
from jiyao.work.workspace import Piece
from jiyao.work.writing import uninterrupted

AHEAD = 2
"""Chunks that are out for each process, so that none waits for its next."""
LONGEST = 60
"""Seconds that a process may work on what it was sent; on a record alone, when it took longer with others."""


def drafted_by_processes(pieces: Iterable[Piece], order: Order, jobs: int) -> Iterator[Drafted]:
    """What becomes of the pieces, in their order, made by so many processes."""
    return drafted_by(partial(hired, jobs), partial(work, order), pieces, AHEAD * jobs)


@contextmanager
def hired(jobs: int) -> Generator[ProcessPoolExecutor]:
    """Processes that end at once when they are dismissed or when this process ends, whatever they are doing."""
    others = set(active_children())
    ear, line = Pipe(duplex=False)
    # A fork knows all that this process has loaded; elsewhere than on Linux it may break what the system has loaded.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    executor = ProcessPoolExecutor(jobs, context, partial(_begin, ear, line))  # pyright: ignore[reportArgumentType]
    try:
        yield executor
    finally:
        with uninterrupted():
            for each in set(active_children()) - others:
                each.kill()
            _let_go_of_results(executor)
            executor.shutdown(cancel_futures=True)
            line.close()
            ear.close()


def _let_go_of_results(executor: ProcessPoolExecutor) -> None:
    """Close this process's own end of the pipe into which the others write.

    A process that ends while it hands something over leaves half of it, and the pool waits for the rest as long as
    anybody could still write it. Python has no public name for that end.
    """
    queue = getattr(executor, "_result_queue", None)
    if queue is not None:
        queue._writer.close()  # noqa: SLF001 (see above)


def work(order: Order, pieces: Chunk) -> list[Drafted]:
    """What becomes of the pieces; where it takes too long, this process ends, be it stuck within Python itself."""
    faulthandler.dump_traceback_later(LONGEST, exit=True, file=_nobody())
    try:
        return [each for piece in pieces for each in _drafting(order).drafted(piece)]
    finally:
        faulthandler.cancel_dump_traceback_later()


@lru_cache(maxsize=1)
def _drafting(order: Order) -> Drafting:
    """What a process keeps from chunk to chunk: its offices and templates."""
    return Drafting(order)


@lru_cache(maxsize=1)
def _nobody() -> TextIO:
    """Who hears the traceback of a process that took too long: what matters is said of its record."""
    return Path(os.devnull).open("w", encoding="utf-8")


def _begin(ear: Connection, line: Connection) -> None:
    """The first thing that a process does: it leaves Ctrl+C to its parent, and listens whether that is still there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The parent's end alone shall hold the line open.
    line.close()
    Thread(target=_end_with, args=(ear,), daemon=True).start()


def _end_with(ear: Connection) -> None:
    """Nothing is ever said on the line; it ends when the parent closes it or is gone."""
    ear.poll(None)
    os._exit(1)
