"""Many workers at the pieces of one run, as one would do it: the same documents, in the same order.

The workers read, check, word and fill (`making`); this process names and writes. Any executor of `concurrent.futures`
will do: what it is sent and what comes back is plain data. Work goes out a few pieces at a time, and no further ahead
than keeps everybody busy, so a run takes the same memory however long it is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import AbstractContextManager, ExitStack
from dataclasses import field
from itertools import islice
from queue import Empty, SimpleQueue
from typing import TypeAlias, TypeVar

from jiyao.dataclass import dataclass
from jiyao.problems import Place
from jiyao.work.faults import given_up
from jiyao.work.making import Drafted
from jiyao.work.workspace import Piece, shown
from jiyao.work.writing import uninterrupted

T = TypeVar("T")

AT_ONCE = 20
"""Pieces that go out together: some 40 ms of work, beside which sending them is nothing."""

PATIENCE = 180
"""Seconds after which what is next in line is taken for lost. No worker works so long on it (`pool.LONGEST`), but one
that is killed while it hands over what it has made keeps the others from handing over theirs."""

Chunk: TypeAlias = Sequence[Piece]
Hired: TypeAlias = AbstractContextManager[Executor]
Work: TypeAlias = Callable[[Chunk], list[Drafted]]


def drafted_by(hire: Callable[[], Hired], work: Work, pieces: Iterable[Piece], ahead: int) -> Iterator[Drafted]:
    """What becomes of the pieces, in their order; `ahead` chunks of them are out at once.

    `work` is done by the executors that `hire` gives, and goes to other processes by its name. When a worker dies,
    nobody can say over which piece. Then other workers are hired: what is next in line is done piece by piece, a piece
    over which a worker dies again is given up and reported, and what else was out is sent again.
    """
    iterator = iter(pieces)
    with ExitStack() as contract:
        crew = Crew(hire, work, contract)
        while chunk := tuple(islice(iterator, AT_ONCE)):
            crew.send(chunk)
            if len(crew.out) > ahead:
                yield from crew.next_back()
        while crew.out:
            yield from crew.next_back()


@dataclass(slots=True)
class Crew:
    """The workers, and what they have been sent and nobody has asked back, in order."""

    hire: Callable[[], Hired]
    work: Work
    contract: ExitStack
    """What keeps the workers; closing it dismisses them."""
    out: deque[tuple[Chunk, Future[list[Drafted]]]] = field(
        default_factory=deque[tuple[Chunk, "Future[list[Drafted]]"]]
    )
    _executor: Executor = field(init=False)

    def __post_init__(self) -> None:
        self._executor = self.contract.enter_context(self.hire())

    def send(self, chunk: Chunk) -> None:
        """Send a chunk out."""
        self.out.append((chunk, self._submitted(chunk)))

    def next_back(self) -> list[Drafted]:
        """What has become of the chunk that is next in line."""
        chunk, future = self.out.popleft()
        try:
            return _result(future)
        except (BrokenExecutor, TimeoutError):
            return self._one_by_one(chunk)

    def _submitted(self, chunk: Chunk) -> Future[list[Drafted]]:
        try:
            with uninterrupted():
                return self._executor.submit(self.work, chunk)
        except BrokenExecutor as error:  # it is found when this chunk's turn comes
            broken = Future[list[Drafted]]()
            broken.set_exception(error)
            return broken

    def _one_by_one(self, chunk: Chunk) -> list[Drafted]:
        results: list[Drafted] = []
        self._hire_others()
        for piece in chunk:
            try:
                again = _result(self._submitted((piece,)))
            except (BrokenExecutor, TimeoutError):
                place = Place(shown(piece.file.path), piece.number or 1, 1)
                again = [Drafted(piece, place.line, (given_up(place),))]
                self._hire_others()
            results += again
        for sent, future in tuple(self.out):
            self.out.popleft()
            with uninterrupted():
                is_back = future.done() and not future.exception()
            self.out.append((sent, future if is_back else self._submitted(sent)))
        return results

    def _hire_others(self) -> None:
        self.contract.close()
        self._executor = self.contract.enter_context(self.hire())


def _result(future: Future[T]) -> T:
    """What has come of it. Raises what it raised, and TimeoutError after `PATIENCE`.

    Ctrl-C is heard while this waits, and not while anything of the executor runs: Python raises it between any two
    steps, and where that is just behind the taking of a lock, nobody ever lets go of that lock.
    """
    is_done: SimpleQueue[object] = SimpleQueue()
    with uninterrupted():
        future.add_done_callback(is_done.put)
    try:
        is_done.get(timeout=PATIENCE)
    except Empty:
        raise TimeoutError from None
    with uninterrupted():
        return future.result()
