"""What a start brings along; the time itself is no matter of a test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from sampled import SAMPLES
from shell import GENERATORS

LOADED = """
import sys
sys.path.insert(0, sys.argv[1])
from jiyao.cli import main
try:
    main(sys.argv[2:])
except SystemExit:
    print(*sys.modules, file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """The modules in memory when a command has done its work."""
    run = subprocess.run(
        [sys.executable, "-c", LOADED, str(GENERATORS), *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return set(run.stderr.splitlines()[-1].split())


def test_help_brings_nothing_of_records_and_documents() -> None:
    modules = loaded("--help")
    for layer in ("jiyao.work", "jiyao.documents", "jiyao.views", "jiyao.records"):
        assert layer not in modules
    assert not modules & {"dataclasses", "shutil", "yaml", "json", "pathlib"}


def test_one_record_brings_nothing_that_only_batches_and_mistakes_need() -> None:
    one_record = ("make", str(SAMPLES / "ten-lines"), "--dry-run")
    loaded(*one_record)  # from the second time on the template is ready
    modules = loaded(*one_record)
    assert "jiyao.views.minutes" in modules
    assert not modules & {
        "concurrent.futures",
        "multiprocessing",
        "difflib",
        "babel",
        "pypinyin",
        "fractions",
        "pathvalidate",
    }


def test_a_document_is_written_without_what_only_waiting_needs(tmp_path: Path) -> None:
    one_record = ("make", str(SAMPLES / "ten-lines"), "-o", str(tmp_path))
    loaded(*one_record)
    modules = loaded(*one_record)
    assert list(tmp_path.glob("*.docx"))
    assert "jiyao.work.locking" in modules
    # Other systems have no lock that Python itself could take.
    assert os.name == "nt" or not modules & {
        "filelock",
        "logging",
        "platformdirs",
        "tempfile",
        "jiyao.records.json_reader",
    }
