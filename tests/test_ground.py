"""What the checkout promises to whoever clones it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parents[1]
GROUPS = ("build", "bench", "bench-rust", "bench-ng", "test", "dev")
LOCKS = ("run.txt", *(f"{group}.txt" for group in GROUPS))

NOT_OURS = re.compile(
    rb"""(?x)
    pypi\.org/simple | files\.pythonhosted\.org | deb\.debian\.org | registry\.npmjs\.org   # where things come from
    | --(?:extra-)?index-url | --find-links
    | (?<![\w.<~$}])/(?:root|work|home/\w+|Users/\w+|tmp/\w+)/                              # folders of one machine
    """
)


def committed_files() -> list[Path]:
    """What git has or would take."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=True, timeout=60).stdout.decode()
    files = [CHECKOUT / name for name in listed.split("\0") if name]
    # This module names what it looks for.
    return [file for file in files if file.is_file() and file != Path(__file__).resolve()]


def contents(file: Path) -> Iterator[bytes]:
    """The bytes of a file; of each of its members where it is a zip, as Word's files are."""
    if not zipfile.is_zipfile(file):
        yield file.read_bytes()
        return
    with zipfile.ZipFile(file) as package:
        yield from map(package.read, package.namelist())


def pins(lock: str) -> dict[str, Requirement]:
    """What a lock asks for, by its name: the lines that start one."""
    text = (CHECKOUT / "requirements" / lock).read_text("utf-8")
    asked = [Requirement(line.rstrip(" \\")) for line in text.splitlines() if re.match(r"\w", line)]
    return {canonicalize_name(requirement.name): requirement for requirement in asked}


def asked_for(group: str) -> list[Requirement]:
    """The direct dependencies of pyproject.toml, or of one of its groups."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    texts = project["dependency-groups"][group] if group else project["project"]["dependencies"]
    return [Requirement(text) for text in texts if isinstance(text, str)]


@pytest.mark.skipif(not (CHECKOUT / ".git").exists(), reason="not a clone: git cannot say which files are ours")
def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    found = [
        (file.relative_to(CHECKOUT).as_posix(), match[0].decode())
        for file in committed_files()
        for content in contents(file)
        for match in NOT_OURS.finditer(content)
    ]
    assert found == []


@pytest.mark.parametrize(
    "text", [b"see /root/x", b"--index-url=x", b"(/home/anna/jiyao/)", b"https://pypi.org/simple/x"]
)
def test_what_must_not_be_committed_is_recognised(text: bytes) -> None:
    assert NOT_OURS.search(text)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_only_names_versions_and_hashes(lock: str) -> None:
    text = (CHECKOUT / "requirements" / lock).read_text("utf-8")
    line = re.compile(r"[\w.-]+==[\w.]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|    #.*")
    assert [each for each in text.splitlines() if not line.fullmatch(each)] == []
    assert "://" not in text


@pytest.mark.parametrize(("lock", "group"), [("run.txt", ""), *((f"{group}.txt", group) for group in GROUPS)])
def test_a_lock_holds_a_fitting_version_of_all_that_is_asked_for(lock: str, group: str) -> None:
    pinned = pins(lock)
    for wanted in asked_for(group):
        (pin,) = pinned[canonicalize_name(wanted.name)].specifier
        assert wanted.specifier.contains(pin.version), f"{wanted}: run `make lock`"


def test_no_two_locks_disagree() -> None:
    versions: defaultdict[str, set[str]] = defaultdict(set)
    for lock in LOCKS:
        for name, pin in pins(lock).items():
            versions[name].add(str(pin.specifier))
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


@pytest.mark.parametrize("command", [["cli.py"], ["-m", "jiyao"]])
def test_a_checkout_runs_without_being_installed(command: list[str]) -> None:
    folder = CHECKOUT if command == ["cli.py"] else CHECKOUT / "generators"
    run = subprocess.run(
        [sys.executable, "-s", *command, "--help"], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert "jiyao" in run.stdout


def test_make_help_lists_every_target_that_a_user_may_ask_for() -> None:
    answer = subprocess.run(
        ["make", "help"], cwd=CHECKOUT, capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert {"demo", "test", "check", "lock", "templates", "messages", "clean"} <= set(
        re.findall(r"^  make (\w+)", answer, re.MULTILINE)
    )
