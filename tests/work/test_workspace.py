"""Which office a record belongs to, and which files hold records."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jiyao.work.workspace import Workspaces, find_office, shown

GENERATORS = Path(__file__).parents[2] / "generators"
RECORD = "title: 例会\n"
WITHOUT_A_HOME = """
import os
from pathlib import Path
from jiyao.work.workspace import find_office

os.setuid(54321)
print(find_office(Path("/a.yaml")))
"""
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def write(folder: Path, *names: str, text: str = RECORD) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def names_of(workspaces: Workspaces, *paths: Path | str) -> list[str]:
    return [found.file.path.name for found in workspaces.records([str(path) for path in paths])]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of our own: what lies in the real one must not decide a test."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


def test_the_nearest_office_counts(home: Path) -> None:
    write(home, "office.yaml", "bureau/office.yaml", "bureau/2023/03/a.yaml", "other/b.yaml")
    assert find_office(home / "bureau/2023/03/a.yaml") == home / "bureau/office.yaml"
    assert find_office(home / "other/b.yaml") == home / "office.yaml"


def test_the_way_up_ends_at_home(home: Path) -> None:
    write(home.parent, "office.yaml", "elsewhere/a.yaml")
    write(home, "2023/a.yaml")
    assert find_office(home / "2023/a.yaml") is None
    assert find_office(home.parent / "elsewhere/a.yaml") == home.parent / "office.yaml"


def test_a_linked_home_is_still_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home.parent, "office.yaml")
    write(home, "a.yaml")
    (home.parent / "link").symlink_to(home)
    monkeypatch.setenv("HOME", str(home.parent / "link"))
    assert find_office(home / "a.yaml") is None
    assert find_office(home.parent / "link/a.yaml") is None


def test_a_folder_that_is_called_like_an_office_is_none(home: Path) -> None:
    write(home, "office.yaml", "sub/a.yaml")
    (home / "sub/office.yaml").mkdir()
    assert find_office(home / "sub/a.yaml") == home / "office.yaml"


@pytest.mark.skipif(not (IS_ROOT and sys.platform == "linux"), reason="only root may mount")
def test_the_way_up_ends_at_a_mount_point(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    write(tmp_path, "office.yaml")
    shared.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "none", str(shared)], capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let us mount")
    try:
        write(shared, "2023/a.yaml")
        assert find_office(shared / "2023/a.yaml") is None
        write(shared, "office.yaml")
        assert find_office(shared / "2023/a.yaml") == shared / "office.yaml"
    finally:
        subprocess.run(["umount", str(shared)], check=True)


@pytest.mark.skipif(not IS_ROOT, reason="only root may become an account that does not exist")
def test_an_account_without_a_home_gets_its_office_too() -> None:
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_A_HOME],
        env={name: value for name, value in os.environ.items() if name != "HOME"} | {"PYTHONPATH": str(GENERATORS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout.strip(), run.stderr) == ("None", "")


def test_a_folder_is_its_whole_tree_in_order_without_hidden_files_and_offices(home: Path) -> None:
    write(home, "b.yaml", "a.yml", "sub/c.json", "sub/d.JSONL", text='{"title": "例会"}\n')
    write(home, "office.yaml", ".jiyao/x.yaml", ".hidden.yaml", "~$a.yaml", "notes.txt", "sub/.git/y.yaml")
    assert names_of(Workspaces(), home) == ["a.yml", "b.yaml", "c.json", "d.JSONL"]


def test_a_pattern_means_all_its_matches_and_folders_among_them_their_trees(home: Path) -> None:
    write(home, "2023/a.yaml", "2024/b.yaml", "2024/c.txt", "2025/d/e.yaml")
    assert names_of(Workspaces(), f"{home}/202[34]/*.yaml") == ["a.yaml", "b.yaml"]
    assert names_of(Workspaces(), f"{home}/20*") == ["a.yaml", "b.yaml", "e.yaml"]
    assert names_of(Workspaces(), f"{home}/**/*.yaml") == ["a.yaml", "b.yaml", "e.yaml"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(home: Path) -> None:
    write(home, "[1]号会议.yaml", "1号会议.yaml")
    assert names_of(Workspaces(), home / "[1]号会议.yaml") == ["[1]号会议.yaml"]


def test_a_record_named_twice_is_read_once(home: Path) -> None:
    write(home, "sub/a.yaml", "b.yaml")
    (home / "link.yaml").symlink_to(home / "b.yaml")
    paths: list[Path | str] = [home / "sub/a.yaml", home / "sub", f"{home}/*/a.yaml", home / "sub/../sub/a.yaml", home]
    assert names_of(Workspaces(), *paths) == ["a.yaml", "b.yaml"]


def test_a_hidden_file_that_is_named_is_read(home: Path) -> None:
    write(home, ".draft.yaml")
    assert names_of(Workspaces(), home / ".draft.yaml") == [".draft.yaml"]


def test_what_does_not_exist_is_a_problem_and_the_rest_is_read(home: Path) -> None:
    write(home, "a.yaml")
    workspaces = Workspaces()
    assert names_of(workspaces, home / "no.yaml", home / "a.yaml", f"{home}/*.xml") == ["a.yaml"]
    assert [(each.code, each.place.file) for each in workspaces.problems] == [
        ("R001", f"{home}/no.yaml"),
        ("R028", f"{home}/*.xml"),
    ]


def test_a_folder_without_records_and_a_file_that_is_none_are_problems(home: Path) -> None:
    write(home, "empty/notes.txt", "notes.txt", "office/office.yaml")
    workspaces = Workspaces()
    assert names_of(workspaces, home / "empty", home / "notes.txt") == []
    assert [(each.code, each.place.file) for each in workspaces.problems] == [
        ("R028", str(home / "empty")),
        ("R029", str(home / "notes.txt")),
    ]


def test_an_office_that_is_named_is_read_and_is_no_record(home: Path) -> None:
    write(home, "office.yaml", text="name: 甲局\nnonsense: 1\n")
    workspaces = Workspaces()
    assert names_of(workspaces, home / "office.yaml") == []
    assert [each.code for each in workspaces.problems] == ["R100"]


def test_a_file_that_vanished_is_a_problem_and_the_rest_is_read(home: Path) -> None:
    write(home, "a.yaml", "b.yaml")
    workspaces = Workspaces()
    records = workspaces.records([str(home)])
    assert next(records).file.path.name == "a.yaml"
    (home / "b.yaml").unlink()
    assert list(records) == []
    assert [(each.code, each.place.file) for each in workspaces.problems] == [("R001", str(home / "b.yaml"))]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="this system has no file that cannot be read")
def test_a_file_that_cannot_be_read_is_a_problem_and_the_rest_is_read(home: Path) -> None:
    write(home, "b.yaml")
    (home / "a.yaml").symlink_to("/proc/self/mem")
    workspaces = Workspaces()
    assert names_of(workspaces, home) == ["b.yaml"]
    assert [(each.code, each.place.file) for each in workspaces.problems] == [("R001", str(home / "a.yaml"))]


@pytest.mark.skipif(IS_ROOT or sys.platform == "win32", reason="root may read everything")
def test_a_folder_that_cannot_be_read_is_a_problem(home: Path) -> None:
    write(home, "a.yaml", "closed/b.yaml")
    (home / "closed").chmod(0)
    workspaces = Workspaces()
    try:
        assert names_of(workspaces, home) == ["a.yaml"]
    finally:
        (home / "closed").chmod(0o700)
    assert [(each.code, each.place.file) for each in workspaces.problems] == [("R001", str(home / "closed"))]


def test_each_office_is_read_once_and_its_problems_are_said_once(home: Path) -> None:
    write(home, "office.yaml", text="name: 甲局\nnonsense: 1\n")
    write(home, "a.yaml", "b.yaml")
    workspaces = Workspaces()
    found = list(workspaces.records([str(home)]))
    assert found[0].record.office is found[1].record.office
    assert found[0].record.office.name.zh == "甲局"
    assert [(each.place.file, each.code) for each in workspaces.problems] == [(str(home / "office.yaml"), "R100")]


@pytest.mark.parametrize(
    ("text", "sound"), [("name: 甲局\n", True), ("name: 甲局\nnonsense: 1\n", False), ("[", False)]
)
def test_no_document_can_be_made_with_an_office_that_has_errors(text: str, home: Path, *, sound: bool) -> None:
    write(home, "office.yaml", text=text)
    write(home, "a.yaml", "b.yaml")
    found = list(Workspaces().records([str(home)]))
    assert [(each.record.is_usable, each.is_usable) for each in found] == [(True, sound), (True, sound)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_a_device_is_no_record_and_nobody_waits_for_it(home: Path) -> None:
    write(home, "b.yaml")
    os.mkfifo(home / "a.yaml")
    (home / "c.yaml").symlink_to("/dev/zero")
    workspaces = Workspaces()
    assert names_of(workspaces, home) == ["b.yaml"]
    assert [(each.code, each.place.file) for each in workspaces.problems] == [
        ("R001", str(home / "a.yaml")),
        ("R001", str(home / "c.yaml")),
    ]


def test_of_a_file_that_is_too_large_only_the_beginning_is_read(home: Path) -> None:
    (home / "a.yaml").touch()
    os.truncate(home / "a.yaml", 20_000_000_000)
    (found,) = Workspaces().records([str(home / "a.yaml")])
    assert [each.code for each in found.record.problems] == ["R004"]


def test_an_office_that_cannot_be_used_is_a_problem_and_its_records_are_read_without_it(home: Path) -> None:
    write(home, "office.yaml", text="nothing")
    write(home, "a.yaml")
    workspaces = Workspaces()
    (found,) = workspaces.records([str(home / "a.yaml")])
    assert found.record.office.name.zh == ""
    assert found.record.is_usable
    assert workspaces.problems


def test_a_file_of_many_records_gives_each_with_its_line(home: Path) -> None:
    write(home, "a.jsonl", text='{"title": "甲"}\n\n{"title": "乙"}\n{"title": 3\n')
    found = list(Workspaces().records([str(home / "a.jsonl")]))
    titles = [each.record.meeting.title.zh if each.record.meeting else None for each in found]
    assert titles == ["甲", "乙", None]
    assert [each.record.source.line for each in found] == [1, 3, 4]


def test_paths_are_shown_from_where_the_user_stands(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    assert shown(home / "sub/a.yaml") == str(Path("sub/a.yaml"))
    assert shown(home.parent / "a.yaml") == str(home.parent / "a.yaml")
    assert shown(home.with_name(f"{home.name}2") / "a.yaml") == str(home.with_name(f"{home.name}2") / "a.yaml")
    assert shown(home) == "."
    assert shown(Path("sub/a.yaml")) == str(Path("sub/a.yaml"))
