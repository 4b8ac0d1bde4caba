"""Several processes make what one makes, in the same order, whatever happens to one of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from jiyao.documents.filling import Template
from jiyao.documents.shipped import Edition
from jiyao.problems import Problem
from jiyao.records.choices import DocumentName
from jiyao.records.meeting import Meeting
from jiyao.records.office import Office
from jiyao.work import pool
from jiyao.work.crew import drafted_by
from jiyao.work.makers import MAKERS, make_minutes
from jiyao.work.making import FEW, Drafted, Drafting, drafted
from jiyao.work.products import Order
from jiyao.work.workspace import Piece, Workspaces
from shell import GENERATORS, jiyao, tree, write

RECORD = '{"title": "例会", "place": "三楼", "id": "n%d"}\n'
FATAL = '{"title": "致命", "id": "fatal"}\n'
BROKEN = '{"title": "例会", "status": "nonsense"}\n'

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process does not know what a test changed")


def lines(count: int) -> str:
    return "".join(RECORD % number for number in range(count))


def pieces(folder: Path, text: str) -> Iterator[Piece]:
    write(folder, {"会议.jsonl": text})
    return Workspaces().pieces([str(folder / "会议.jsonl")])


def what_became(results: Iterator[Drafted]) -> list[tuple[int, list[str], list[bytes | None]]]:
    return [(each.line, [p.code for p in each.problems], [d.content for d in each.drafts]) for each in results]


def die(meeting: Meeting, office: Office, template: Template) -> bytes | tuple[Problem, ...]:
    if meeting.title.zh == "致命":
        os.kill(os.getpid(), signal.SIGKILL)
    return make_minutes(meeting, office, template)


def hang(meeting: Meeting, office: Office, template: Template) -> bytes | tuple[Problem, ...]:
    while meeting.title.zh == "致命":
        pass
    return make_minutes(meeting, office, template)


def test_two_processes_make_the_same_tree_and_say_the_same_as_one(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"office.yaml": "name: 示例局\n", "a.jsonl": lines(30) + BROKEN + lines(30), "z/b.yaml": "title: 例会\n"},
    )
    one = jiyao(tmp_path, "make", ".", "-o", "one", "--jobs", "1")
    two = jiyao(tmp_path, "make", ".", "-o", "two", "--jobs", "2")
    assert (two.returncode, two.stderr) == (one.returncode, one.stderr) == (1, one.stderr)
    assert two.stdout == one.stdout.replace("one/", "two/")
    assert tree(tmp_path / "two") == tree(tmp_path / "one")
    manifests = [(tmp_path / name / ".jiyao/manifest.json").read_text("utf-8") for name in ("one", "two")]
    assert manifests[0] == manifests[1]
    assert len(tree(tmp_path / "one")) == 61


def test_a_file_in_gb18030_is_named_once_however_many_processes_read_it(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(50).encode("gb18030"))
    run = jiyao(tmp_path, "make", ".", "-o", "out", "--jobs", "2")
    assert run.stderr.count("R003") == 1


def test_a_few_records_are_made_by_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "hired", None)
    assert len(list(drafted(pieces(tmp_path, lines(FEW - 1)), Order()))) == FEW - 1


def test_any_executor_will_do(tmp_path: Path) -> None:
    drafting = Drafting(Order())

    def work(chunk: Sequence[Piece]) -> list[Drafted]:
        return [each for piece in chunk for each in drafting.drafted(piece)]

    text = lines(50) + BROKEN
    threads = drafted_by(partial(ThreadPoolExecutor, 2), work, pieces(tmp_path, text), ahead=2)
    assert what_became(threads) == what_became(drafted(pieces(tmp_path, text), Order(), jobs=1))


def test_no_more_is_read_ahead_than_keeps_everybody_busy(tmp_path: Path) -> None:
    read = 0

    def counted() -> Iterator[Piece]:
        nonlocal read
        for piece in pieces(tmp_path, lines(400)):
            read += 1
            yield piece

    results = drafted(counted(), Order(), jobs=2)
    next(results)
    assert read < 200
    assert len(list(results)) == 399


@pytest.mark.parametrize("how", [die, hang])
def test_a_record_over_which_a_process_dies_or_hangs_is_given_up_and_the_rest_is_made(
    how: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MAKERS, (DocumentName.MINUTES, Edition.ZH, False), how)
    monkeypatch.setattr(pool, "LONGEST", 2)
    results = list(drafted(pieces(tmp_path, lines(30) + FATAL + lines(30)), Order(), jobs=2))
    assert [each.line for each in results] == list(range(1, 62))
    (lost,) = [each for each in results if not each.drafts]
    (problem,) = lost.problems
    assert (problem.code, problem.place.line, problem.place.file.rpartition(os.sep)[2]) == ("D208", 31, "会议.jsonl")


def test_a_process_that_somebody_kills_costs_no_document(tmp_path: Path) -> None:
    write(tmp_path, {"a.jsonl": lines(600)})
    with running(tmp_path, "make", "a.jsonl", "-o", "out", "--jobs", "2") as run:
        os.kill(workers_of(run)[0], signal.SIGKILL)
        _out, said = run.communicate(timeout=120)
    assert (run.returncode, said) == (0, "made: 600\n")
    assert len(tree(tmp_path / "out")) == 600


def die_halfway() -> bytes:
    """Hands over half of what it has made, and is gone."""

    def half(to: Connection, message: bytes) -> None:
        os.write(to.fileno(), len(message).to_bytes(4, "big") + message[: len(message) // 2])
        os._exit(1)

    Connection.send_bytes = half  # type: ignore[method-assign,assignment]  # pyright: ignore[reportAttributeAccessIssue]
    return bytes(100)


def test_a_process_that_dies_while_it_hands_something_over_holds_nobody_up() -> None:
    others = set(children())
    with pool.hired(1) as executor:
        future = executor.submit(die_halfway)
        until(lambda: not any(map(lives, set(children()) - others)))
    assert isinstance(future.exception(), BrokenExecutor)


def children() -> list[int]:
    return [int(each) for each in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]


def test_ctrl_c_stops_at_once_says_so_and_leaves_nobody_behind(tmp_path: Path) -> None:
    write(tmp_path, {"a.jsonl": lines(4_000)})
    with running(tmp_path, "make", "a.jsonl", "-o", "out", "--jobs", "2") as run:
        workers = workers_of(run)
        os.killpg(run.pid, signal.SIGINT)
        _out, said = run.communicate(timeout=60)
    assert (run.returncode, said) == (130, "\nInterrupted.\n")
    assert not any(map(lives, workers))
    made = tree(tmp_path / "out")
    assert 0 < len(made) < 4_000
    assert all(name.endswith(".docx") for name in made)
    # What was made until then is known to be the program's own.
    again = jiyao(tmp_path, "make", "a.jsonl", "-o", "out", "--dry-run")
    assert f"unchanged: {len(made)}" in again.stderr


def test_processes_end_with_the_one_that_called_them(tmp_path: Path) -> None:
    write(tmp_path, {"a.jsonl": lines(4_000)})
    with running(tmp_path, "make", "a.jsonl", "-o", "out", "--jobs", "2") as run:
        workers = workers_of(run)
        run.kill()
        run.wait()
    until(lambda: not any(map(lives, workers)))


def running(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """`jiyao` in a group of its own, as a terminal starts it."""
    own = {"PYTHONPATH": str(GENERATORS), "HOME": str(folder), "JIYAO_CACHE": "off", "JIYAO_UI": "en"}
    command = [sys.executable, "-m", "jiyao", *arguments]
    return subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | own,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def workers_of(run: subprocess.Popen[str]) -> list[int]:
    """The processes that work for a run, once it has made something."""
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    folder = Path(f"/proc/{run.pid}/cwd").resolve() / "out"
    until(lambda: len(children.read_text().split()) == 2 and folder.is_dir() and len(list(folder.iterdir())) > 20)
    return [int(each) for each in children.read_text().split()]


def lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):  # gone before it was opened, or before it was read
        return False


def until(true: object) -> None:
    """Wait for something that other processes bring about; a minute is for ever."""
    end = time.monotonic() + 60
    while not (callable(true) and true()):
        assert time.monotonic() < end
        time.sleep(0.01)
