"""Ctrl-C ends a run of several processes whenever it comes, and leaves none of them behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from shell import GENERATORS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process does not know what a test changed")

AT_STEPS = """
import multiprocessing, os, signal, sys
from jiyao.work.pool import drafted_by_processes
from jiyao.work.products import Order
from jiyao.work.workspace import Workspaces

PARTS = ("concurrent/futures", "threading.py", "queue", "crew.py")

def interrupted_at(step):
    # What is left to do when it comes: None where the run had ended before.
    passed, here = 0, os.getpid()

    def look(frame, event, _value):
        nonlocal passed
        if os.getpid() == here and any(each in frame.f_code.co_filename for each in PARTS):
            passed += 1
            if passed == step:
                sys.setprofile(None)
                signal.raise_signal(signal.SIGINT)

    results = drafted_by_processes(Workspaces().pieces(["a.jsonl"]), Order(), 2)
    done = 0
    sys.setprofile(look)
    try:
        for _each in results:
            done += 1
    except KeyboardInterrupt:
        return 60 - done
    finally:
        sys.setprofile(None)
        results.close()

step = 1
while (left := interrupted_at(step)) is not None:
    print(step, left, children := multiprocessing.active_children())
    for each in children:
        each.kill()
    step += 31
"""

WHILE_IT_FORKS = """
import os, signal
from jiyao.work.pool import drafted_by_processes
from jiyao.work.products import Order
from jiyao.work.workspace import Workspaces

# What a terminal does to all processes of a run, just when one of them comes into being.
os.register_at_fork(after_in_child=lambda: os.kill(os.getpid(), signal.SIGINT))
print(len(list(drafted_by_processes(Workspaces().pieces(["a.jsonl"]), Order(), 2))))
"""


def python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    lines = (f'{{"title": "例会", "place": "三楼", "id": "n{number}"}}\n' for number in range(60))
    (folder / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(GENERATORS), "JIYAO_CACHE": "off"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_ctrl_c_at_any_step_ends_the_run_and_its_processes(tmp_path: Path) -> None:
    result = python(AT_STEPS, tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    ends = [line.split(maxsplit=2) for line in result.stdout.splitlines()]
    assert len(ends) > 5
    assert {children for _step, left, children in ends if int(left)} == {"[]"}


def test_a_process_that_hears_ctrl_c_as_it_begins_leaves_it_to_its_parent(tmp_path: Path) -> None:
    result = python(WHILE_IT_FORKS, tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (0, "60\n", "")
