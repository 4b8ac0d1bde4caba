"""A batch of thousands, with broken records, a run that is killed again and again, a disk that is full."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from shell import GENERATORS, jiyao, tree, write

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="made of what Linux has: groups of processes, mounts"),
]

GOOD = "title: 例会\n"
BROKEN: Mapping[str, tuple[str, str]] = {
    "R002": ("no-text.yaml", "\udcff\udcfe\x00title"),
    "R004": ("too-large.yaml", "title: " + "长" * 1_700_000),
    "R005": ("torn.json", '{"title": "例会", "place": '),
    "R006": ("deep.yaml", f"{GOOD}place: {'[' * 60}{']' * 60}\n"),
    "R007": ("anchor.yaml", f"{GOOD}place: &a 三楼\n"),
    "R008": ("tag.yaml", f"{GOOD}place: !!python/object:os.system x\n"),
    "R009": ("merge.yaml", f"{GOOD}<<: {{place: 三楼}}\n"),
    "R010": ("key-twice.yaml", f"{GOOD}place: 三楼\nplace: 四楼\n"),
    "R011": ("two-documents.yaml", f"{GOOD}---\n{GOOD}"),
    "R012": ("list.yaml", "- 例会\n"),
    "R013": ("cut.yaml", "title: 例会 #1\n"),
    "R015": ("two-lines.yaml", "title: 例会\n  续\n"),
    "R016": ("folded.yaml", "title: >\n  例会\n"),
    "R017": ("control.yaml", "title: 例\x01会\n"),
    "R020": ("empty.yaml", ""),
    "R100": ("unknown-field.yaml", f"{GOOD}nonsense: 1\n"),
    "R103": ("unknown-id.yaml", f"{GOOD}chair: nobody-we-know\n"),
    "R105": ("no-date.yaml", f"{GOOD}held: 2023-02-30\n"),
    "R107": ("no-title.yaml", "place: 三楼\n"),
    "R120": ("unknown-kind.yaml", f"{GOOD}kind: 茶话会\n"),
}
"""Twenty ways to break a record, by the code of what is said of it."""

MEGABYTE = 1024
"""In kilobytes, in which the system counts."""

MEASURED = """
import resource
import sys
from pathlib import Path
from jiyao.cli import main

try:
    main()
finally:
    # `ru_maxrss` of a process knows what it was forked from, too: here a run of all tests.
    (own,) = [each.split()[1] for each in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in each]
    print(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""


def batch(folder: Path, number: int) -> None:
    """A file of records that differ, with what most records have."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "会议.jsonl").open("w", encoding="utf-8") as file:
        for each in range(number):
            record = {
                "id": f"n{each}",
                "title": f"第{each}次例会",
                "held": f"2023-{each % 12 + 1:02}-{each % 28 + 1:02} 15:00",
                "place": "机关三楼会议室",
                "chair": "张三",
                "attendees": ["张三", "李四", "王小五"],
                "requirements": [f"各科室要在{each % 12 + 1}月底前完成第{each}项自查。"],
            }
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "jiyao", "make", *arguments]


def environment(folder: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(GENERATORS), "HOME": str(folder), "JIYAO_CACHE": "off"}


def test_twenty_broken_records_of_ten_thousand_cost_no_other_document(tmp_path: Path) -> None:
    batch(tmp_path / "records", 9_980)
    for name, text in BROKEN.values():
        (tmp_path / "records" / name).write_bytes(text.encode(errors="surrogateescape"))
    make = ["records", "-o", "out", "--jobs", "2", "--format", "json", "--report", "run.json"]
    run = subprocess.run(
        [sys.executable, "-c", MEASURED, "make", *make],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=280,
    )
    problems = json.loads(run.stdout)
    assert {each["code"]: each["file"] for each in problems} == {
        code: f"records/{name}" for code, (name, _text) in BROKEN.items()
    }
    assert len(problems) == 20
    assert run.returncode == 3
    report = json.loads((tmp_path / "run.json").read_text("utf-8"))
    assert (report["records"], report["made"], report["failed"]) == (10_000, 9_980, 20)
    assert len(list((tmp_path / "out").glob("*.docx"))) == 9_980
    # Of all processes the one that held the most.
    # The process itself, and of those that it started the one that held the most.
    assert max(map(int, run.stderr.splitlines()[-1].split())) < 300 * MEGABYTE


def test_killed_twenty_five_times_and_resumed_it_is_the_same_tree(tmp_path: Path) -> None:
    batch(tmp_path / "records", 3_000)
    whole = jiyao(tmp_path, "make", "records", "-o", "whole", "--jobs", "2")
    assert whole.returncode == 0
    chance = random.Random(20230306)  # noqa: S311 (the same kills every time)
    for _ in range(25):
        run = subprocess.Popen(
            command("records", "-o", "out", "--jobs", "2"),
            cwd=tmp_path,
            env=environment(tmp_path),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(chance.uniform(0.05, 1.2))
        os.killpg(run.pid, signal.SIGKILL)
        run.wait(timeout=60)
        assert all(_is_whole(each) for each in _sample(tmp_path / "out", chance))
    last = jiyao(tmp_path, "make", "records", "-o", "out", "--jobs", "2")
    assert last.returncode == 0
    made = tree(tmp_path / "out")
    left = {name for name in made if name.endswith(".tmp")}
    assert made == tree(tmp_path / "whole") | {name: made[name] for name in left}
    # A kill leaves at most what it was writing just then.
    assert len(left) <= 25


def _sample(folder: Path, chance: random.Random) -> list[Path]:
    made = sorted(folder.glob("*.docx"))
    return chance.sample(made, min(50, len(made)))


def _is_whole(document: Path) -> bool:
    data = document.read_bytes()
    return data.startswith(b"PK\x03\x04") and b"PK\x05\x06" in data[-30:]


def within_mounts(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """A shell script with mounts of its own; the test is skipped where nobody may have these."""
    unshare = shutil.which("unshare")
    probe = ["mount -t tmpfs -o size=100k tmpfs /mnt"]
    if not unshare or subprocess.run([unshare, "-rm", "sh", "-c", *probe], capture_output=True, check=False).returncode:
        pytest.skip("no mounts of one's own here")
    lines = f'set -u\njiyao() {{ "{sys.executable}" -m jiyao "$@"; }}\n{script}'
    return subprocess.run(
        [unshare, "-rm", "sh", "-c", lines],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_full_disk_leaves_whole_documents_and_the_next_run_makes_the_rest(tmp_path: Path, jobs: int) -> None:
    batch(tmp_path / "records", 200)
    write(tmp_path, {"out/.keep": ""})
    run = within_mounts(
        tmp_path,
        f"""
        mount -t tmpfs -o size=1m tmpfs out
        jiyao make records -o out --jobs {jobs} >first.txt 2>first.err; echo "first $?"
        ls out | wc -l
        mount -o remount,size=100m out
        jiyao make records -o out --jobs {jobs} >second.txt 2>second.err; echo "second $?"
        cp -r out all
        """,
    )
    assert run.stderr == ""
    first, there, second = run.stdout.split("\n")[:3]
    assert (first, second) == ("first 1", "second 0")
    assert 0 < int(there) < 200
    told = (tmp_path / "first.err").read_text("utf-8")
    assert "the disk is full" in told
    assert "Traceback" not in told
    assert len((tmp_path / "first.txt").read_text("utf-8").splitlines()) == int(there)
    assert jiyao(tmp_path, "make", "records", "-o", "whole").returncode == 0
    assert tree(tmp_path / "all") == tree(tmp_path / "whole")


def test_a_folder_that_may_only_be_read_is_said_once_for_each_document(tmp_path: Path) -> None:
    batch(tmp_path / "records", 3)
    write(tmp_path, {"out/.keep": ""})
    run = within_mounts(
        tmp_path,
        """
        mount -t tmpfs -o ro tmpfs out
        jiyao make records -o out >told.txt 2>&1; echo $?
        """,
    )
    assert run.stdout == "1\n"
    told = (tmp_path / "told.txt").read_text("utf-8")
    assert told.count("the disk is read-only") == 3
    assert "Traceback" not in told


def test_two_runs_at_once_make_what_one_makes(tmp_path: Path) -> None:
    batch(tmp_path / "records", 600)
    runs = [
        subprocess.Popen(
            command("records", "-o", "out"),
            cwd=tmp_path,
            env=environment(tmp_path),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    told = [run.communicate(timeout=300)[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], told
    assert jiyao(tmp_path, "make", "records", "-o", "whole").returncode == 0
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")
