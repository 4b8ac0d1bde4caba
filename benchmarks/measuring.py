"""Running a program and saying what it took; figures from rounds in which everybody takes a turn."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import TypeAlias

Rounds: TypeAlias = Mapping[str, Sequence["Took"]]
"""What each one took, round by round; the same place in each list is the same round."""


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of the clock, seconds of the processor, and the most memory in MB where it was asked for."""

    seconds: float
    cpu: float
    peak_mb: float = 0.0


class FailedError(Exception):
    """A program that was to be measured did not do its work; the text is what it said."""


def on_one_core() -> None:
    """Keeps this process and all that it starts on the last core, where the system allows that."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


@contextmanager
def on_all_cores() -> Generator[int]:
    """Lets what is started within run on every core of the machine; gives their number."""
    if not hasattr(os, "sched_setaffinity"):
        yield os.cpu_count() or 1
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    try:
        yield len(os.sched_getaffinity(0))
    finally:
        os.sched_setaffinity(0, before)


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> tuple[str, Took]:
    """What a program printed, and what the whole process took, start to end."""
    environment = {**os.environ, **(environment or {})}
    # An installed program has its byte code beside it, and so has every other one here from its second run on.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(  # noqa: S603  # the commands are our own
        command, capture_output=True, text=True, check=False, env=environment
    )
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise FailedError(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout, Took(seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def in_rounds(contestants: Mapping[str, Callable[[], Took]], rounds: int) -> Rounds:
    """Everybody once in each round, another one first each time: a busy minute then falls on all of them."""
    took: dict[str, list[Took]] = {name: [] for name in contestants}
    names = list(contestants)
    for number in range(rounds):
        at = number % len(names)
        for name in (*names[at:], *names[:at]):
            took[name].append(contestants[name]())
    return took


def middle(took: Iterable[Took]) -> Took:
    """The median of each figure by itself."""
    runs = list(took)
    return Took(*(statistics.median(getattr(each, field.name) for each in runs) for field in fields(Took)))


def ratio(took: Rounds, faster: str, slower: str, figure: str = "seconds") -> float:
    """How many times as long `slower` takes: the median of the ratios within each round."""
    pairs = zip(took[faster], took[slower], strict=True)
    return float(statistics.median(getattr(second, figure) / getattr(first, figure) for first, second in pairs))
