"""Two runs never write into one folder at the same time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from jiyao.work import locking
from jiyao.work.locking import locked
from shell import GENERATORS

HOLD = """
import sys
from pathlib import Path
from jiyao.work.locking import locked

with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def holding(path: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock until a line is written to it."""
    command = [sys.executable, "-c", HOLD, str(path)]
    other = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": str(GENERATORS)}
    )
    assert other.stdout
    assert other.stdout.readline() == "held\n"
    return other


def test_who_comes_second_waits_and_is_told_that_it_took_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "WAIT", 0.1)
    path = tmp_path / "lock"
    with holding(path) as other:
        with pytest.raises(TimeoutError) as told, locked(path):
            pass
        assert told.value.filename == str(path)
        other.communicate("\n", timeout=30)


def test_who_comes_second_has_it_when_the_first_has_ended(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with holding(path) as other:
        assert other.stdin
        other.stdin.write("\n")
        other.stdin.flush()
        with locked(path):
            assert other.wait(timeout=30) == 0


def test_the_lock_of_one_that_was_killed_is_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lock"
    with holding(path) as other:
        other.kill()
        other.wait(timeout=30)
        monkeypatch.setattr(locking, "WAIT", 0.0)
        with locked(path), pytest.raises(Timeout):
            FileLock(path, timeout=0).acquire()


def test_it_is_the_lock_that_filelock_takes(tmp_path: Path) -> None:
    """So that a run on a system where only filelock knows how to lock, or an older jiyao, shares it."""
    path = tmp_path / "lock"
    with locked(path), pytest.raises(Timeout):
        FileLock(path, timeout=0).acquire()
    with locked(path):
        pass


def test_a_lock_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"), locked(tmp_path / "none" / "lock"):
        pass
