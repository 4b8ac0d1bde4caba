"""A batch on a cluster leaves what one on this machine leaves, also when a worker is killed in the middle of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shell import GENERATORS, jiyao, write

pytestmark = pytest.mark.slow

DASK = Path(sys.executable).with_name("dask")
SECONDS = 120
RECORDS = 400
HERE = ("--host", "127.0.0.1", "--no-dashboard")
RECORD = """title: 第{0}次例会
held: 2023-03-06 15:00
place: 机关三楼会议室
chair: 张三
attendees: [张三, 李四, 王小五]
decisions: [{{text: 同意第{0}项方案。, responsible: 办公室, due: 2023-03-17}}]
"""


@contextmanager
def started(folder: Path, name: str, *command: str | Path) -> Generator[subprocess.Popen[bytes]]:
    """A process of its own group, on loopback alone, which is gone at the end together with all that it started."""
    environment = os.environ | {"HOME": str(folder), "PYTHONPATH": str(GENERATORS), "JIYAO_CACHE": "off"}
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            [*map(str, command)], cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
        )
    try:
        yield process
    finally:
        for each in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, each)
                process.wait(5)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue


def until(what: str, file: Path) -> str:
    """The first line of a log that holds those words. Fails where it does not come."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        for line in file.read_text("utf-8", errors="replace").splitlines():
            if what in line:
                return line
        time.sleep(0.1)
    raise AssertionError(file.read_text("utf-8", errors="replace"))


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler; its two workers, and the scheduler itself."""
    home = tmp_path / "cluster"
    home.mkdir()
    with started(home, "scheduler", DASK, "scheduler", *HERE, "--port", "0") as scheduler:
        address = until("Scheduler at:", home / "scheduler.log").split()[-1]
        worker = (DASK, "worker", address, *HERE, "--nthreads", "1", "--no-nanny")
        with started(home, "one", *worker) as one, started(home, "two", *worker) as two:
            for name in ("one", "two"):
                until("Registered to:", home / f"{name}.log")
            yield address, [one, two, scheduler]


def tree(folder: Path) -> dict[str, bytes]:
    """All files of a folder, the manifest among them."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != "lock"
    }


def begun(folder: Path, address: str) -> tuple[subprocess.Popen[str], list[str]]:
    """A run on the cluster, and what it has made by the time when a quarter is done."""
    environment = os.environ | {"HOME": str(folder), "PYTHONPATH": str(GENERATORS), "JIYAO_CACHE": "off"}
    run = subprocess.Popen(
        [sys.executable, "-m", "jiyao", "make", "records", "-o", "out", "--cluster", address],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert run.stdout is not None
    made = [run.stdout.readline() for _ in range(RECORDS // 4)]
    if not made[-1]:
        raise AssertionError(run.communicate(timeout=SECONDS)[1])
    return run, made


def test_a_cluster_leaves_the_same_tree_and_manifest_though_a_worker_is_killed(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    write(tmp_path, {f"records/{number:03}.yaml": RECORD.format(number) for number in range(RECORDS)})
    write(tmp_path, {"records/office.yaml": "name: 甲局\n", "records/broken.yaml": "title: [\n"})
    alone = jiyao(tmp_path, "make", "records", "-o", "out", "--jobs", "1")
    shutil.move(tmp_path / "out", tmp_path / "alone")
    run, made = begun(tmp_path, address)
    os.killpg(workers[0].pid, signal.SIGKILL)
    rest, said = run.communicate(timeout=SECONDS)
    assert run.returncode == alone.returncode, said
    assert "".join(made) + rest == alone.stdout
    assert f"made: {RECORDS}" in said
    assert "D208" not in said
    assert tree(tmp_path / "out") == tree(tmp_path / "alone")


def test_where_the_cluster_goes_away_the_run_says_so_and_the_next_one_makes_the_rest(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, processes = cluster
    write(tmp_path, {f"records/{number:03}.yaml": RECORD.format(number) for number in range(RECORDS)})
    run, _made = begun(tmp_path, address)
    for each in processes:
        os.killpg(each.pid, signal.SIGKILL)
    _rest, said = run.communicate(timeout=SECONDS)
    assert run.returncode == 5, said
    assert f"{address}: error D421" in said
    assert "Traceback" not in said
    again = jiyao(tmp_path, "make", "records", "-o", "out")
    assert again.returncode == 0, again.stderr
    assert len(list((tmp_path / "out").glob("*.docx"))) == RECORDS
    assert "unchanged: " in again.stderr


def test_nothing_is_made_where_nobody_answers(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 例会\n"})
    done = jiyao(tmp_path, "make", "a.yaml", "--cluster", "tcp://127.0.0.1:9")
    assert done.returncode == 5
    assert "tcp://127.0.0.1:9: error D421: the cluster cannot be used: nobody answers" in done.stderr
    assert not list(tmp_path.glob("*.docx"))


def test_an_address_that_is_none_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 例会\n"})
    done = jiyao(tmp_path, "make", "a.yaml", "--cluster", "nonsense:x")
    assert (done.returncode, "error D421" in done.stderr) == (5, True), done.stderr
