"""A run writes over what the program made, and over nothing that anybody else did."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jiyao.work.manifest import Manifests, Outcome, Overwrite, Source, digest, manifest_of, read_manifest

GENERATORS = Path(__file__).parents[2] / "generators"
MINUTES = Source("a.yaml", "minutes.zh")

MANY_TIMES = """
import sys
from pathlib import Path
from jiyao.work.manifest import Overwrite, Source, manifest_of

folder, me = Path(sys.argv[1]), sys.argv[2]
for number in range(40):
    with manifest_of(folder) as manifest:
        manifest.place(f"{me}-{number}.docx", me.encode(), Source(me, "minutes.zh"), Overwrite.OWN)
"""


def place(
    folder: Path, data: bytes, rule: Overwrite = Overwrite.OWN, name: str = "例会-纪要.docx"
) -> tuple[str, Outcome]:
    """One run that writes one document."""
    with manifest_of(folder) as manifest:
        path, outcome = manifest.place(name, data, MINUTES, rule)
    return path.name, outcome


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*.docx"))}


def test_a_document_is_made_and_found_unchanged_the_next_time(tmp_path: Path) -> None:
    assert place(tmp_path, b"1") == ("例会-纪要.docx", Outcome.MADE)
    before = (tmp_path / "例会-纪要.docx").stat().st_mtime_ns
    assert place(tmp_path, b"1") == ("例会-纪要.docx", Outcome.UNCHANGED)
    assert (tmp_path / "例会-纪要.docx").stat().st_mtime_ns == before


def test_what_nobody_has_touched_is_written_over(tmp_path: Path) -> None:
    place(tmp_path, b"1")
    assert place(tmp_path, b"2") == ("例会-纪要.docx", Outcome.MADE)
    assert contents(tmp_path) == {"例会-纪要.docx": b"2"}


def test_what_somebody_edited_stays_and_the_new_one_is_written_beside_it(tmp_path: Path) -> None:
    place(tmp_path, b"1")
    (tmp_path / "例会-纪要.docx").write_bytes(b"edited")
    assert place(tmp_path, b"2") == ("例会-纪要（新）.docx", Outcome.KEPT)
    assert place(tmp_path, b"3") == ("例会-纪要（新）.docx", Outcome.KEPT)
    assert contents(tmp_path) == {"例会-纪要.docx": b"edited", "例会-纪要（新）.docx": b"3"}


def test_an_edited_new_one_stays_too(tmp_path: Path) -> None:
    place(tmp_path, b"1")
    (tmp_path / "例会-纪要.docx").write_bytes(b"edited")
    place(tmp_path, b"2")
    (tmp_path / "例会-纪要（新）.docx").write_bytes(b"edited too")
    assert place(tmp_path, b"3") == ("例会-纪要（新2）.docx", Outcome.KEPT)
    (tmp_path / "例会-纪要（新2）.docx").write_bytes(b"edited again")
    assert place(tmp_path, b"3") == ("例会-纪要（新3）.docx", Outcome.KEPT)
    assert sorted(contents(tmp_path).values()) == [b"3", b"edited", b"edited again", b"edited too"]


def test_what_was_written_while_somebody_pressed_ctrl_c_is_known_to_be_our_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_handle: int) -> None:
        signal.raise_signal(signal.SIGINT)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            place(tmp_path, b"1")
    assert contents(tmp_path) == {"例会-纪要.docx": b"1"}
    assert place(tmp_path, b"2") == ("例会-纪要.docx", Outcome.MADE)


def test_once_the_edited_file_is_gone_the_name_is_free_again(tmp_path: Path) -> None:
    place(tmp_path, b"1")
    (tmp_path / "例会-纪要.docx").write_bytes(b"edited")
    place(tmp_path, b"2")
    (tmp_path / "例会-纪要.docx").unlink()
    assert place(tmp_path, b"2") == ("例会-纪要.docx", Outcome.MADE)


def test_an_edit_that_says_the_same_as_the_new_one_is_no_conflict(tmp_path: Path) -> None:
    place(tmp_path, b"1")
    (tmp_path / "例会-纪要.docx").write_bytes(b"2")
    assert place(tmp_path, b"2") == ("例会-纪要.docx", Outcome.UNCHANGED)


def test_force_writes_over_everything(tmp_path: Path) -> None:
    (tmp_path / "例会-纪要.docx").write_bytes(b"somebody's")
    assert place(tmp_path, b"1", Overwrite.ANY) == ("例会-纪要.docx", Outcome.MADE)
    assert contents(tmp_path) == {"例会-纪要.docx": b"1"}


def test_an_issued_document_is_never_written_over(tmp_path: Path) -> None:
    assert place(tmp_path, b"1", Overwrite.NOTHING) == ("例会-纪要.docx", Outcome.MADE)
    assert place(tmp_path, b"1", Overwrite.NOTHING) == ("例会-纪要.docx", Outcome.UNCHANGED)
    assert place(tmp_path, b"2", Overwrite.NOTHING) == ("例会-纪要（新）.docx", Outcome.KEPT)
    assert contents(tmp_path)["例会-纪要.docx"] == b"1"


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"version": 1}',
        b'{"version": 1, "files": []}',
        b'{"version": 1, "files": {"\\u4f8b\\u4f1a-\\u7eaa\\u8981.docx": "a1"}}',
        b'{"version": 1, "files": {"\\u4f8b\\u4f1a-\\u7eaa\\u8981.docx": {"sha256": "a1"}}}',
        b'{"version": 1, "files": {"a.docx": {"sha256": "a", "record": "b", "document": "c", "color": "red"}}}',
    ],
)
def test_with_a_manifest_that_is_not_ours_every_file_is_somebodys(manifest: bytes, tmp_path: Path) -> None:
    place(tmp_path, b"1")
    (tmp_path / ".jiyao/manifest.json").write_bytes(manifest)
    assert read_manifest(tmp_path) == {}
    assert place(tmp_path, b"2") == ("例会-纪要（新）.docx", Outcome.KEPT)
    assert contents(tmp_path)["例会-纪要.docx"] == b"1"


def test_the_manifest_can_be_deleted_and_then_every_file_is_somebodys(tmp_path: Path) -> None:
    place(tmp_path, b"1")
    (tmp_path / ".jiyao/manifest.json").unlink()
    assert place(tmp_path, b"1") == ("例会-纪要.docx", Outcome.UNCHANGED)
    assert place(tmp_path, b"2") == ("例会-纪要.docx", Outcome.MADE)


def test_the_manifest_says_what_was_made_of_what(tmp_path: Path) -> None:
    place(tmp_path, b"1")
    content = json.loads((tmp_path / ".jiyao/manifest.json").read_text("utf-8"))
    expected = {"sha256": digest(b"1"), "record": "a.yaml", "document": "minutes.zh"}
    assert content == {"version": 1, "files": {"例会-纪要.docx": expected}}


def test_a_dry_run_foresees_what_would_happen_and_writes_nothing(tmp_path: Path) -> None:
    place(tmp_path, b"1")
    (tmp_path / "例会-纪要.docx").write_bytes(b"edited")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    with manifest_of(tmp_path) as manifest:
        foreseen = manifest.foresee("例会-纪要.docx", b"2", MINUTES, Overwrite.OWN)
    assert foreseen == (tmp_path / "例会-纪要（新）.docx", Outcome.KEPT)
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_a_document_that_could_not_be_written_is_not_in_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "sub").write_bytes(b"a file where a folder should be")
    with pytest.raises(OSError), manifest_of(tmp_path) as manifest:  # noqa: PT011
        manifest.place("sub/a.docx", b"1", MINUTES, Overwrite.OWN)
    assert read_manifest(tmp_path) == {}


def test_a_document_keeps_its_name_and_one_beside_another_is_no_name_of_its_own(tmp_path: Path) -> None:
    place(tmp_path, b"1")
    (tmp_path / "例会-纪要.docx").write_bytes(b"edited")
    place(tmp_path, b"2")
    with manifest_of(tmp_path) as manifest:
        assert manifest.names_of(MINUTES) == ("例会-纪要.docx",)
        assert manifest.names_of(Source("b.yaml", "minutes.zh")) == ()


def test_a_record_whose_name_is_no_text_is_remembered(tmp_path: Path) -> None:
    odd = Source("\udcc4\udce3.yaml", "minutes.zh")
    with manifest_of(tmp_path) as manifest:
        manifest.place("_-纪要.docx", b"1", odd, Overwrite.OWN)
    assert read_manifest(tmp_path)["_-纪要.docx"].record == odd.record


def test_a_run_writes_down_what_it_made_when_it_goes_to_another_folder_and_at_its_end(tmp_path: Path) -> None:
    manifests = Manifests()
    for folder in ("a", "b", "a"):
        name = f"{len(contents(tmp_path / folder))}.docx"
        manifests.of(tmp_path / folder).place(name, b"1", MINUTES, Overwrite.OWN)
    assert set(read_manifest(tmp_path / "b")) == {"0.docx"}
    assert set(read_manifest(tmp_path / "a")) == {"0.docx"}
    manifests.close()
    assert set(read_manifest(tmp_path / "a")) == {"0.docx", "1.docx"}


def test_a_long_run_writes_down_what_it_made_before_its_end(tmp_path: Path) -> None:
    manifests = Manifests()
    for number in range(250):
        manifests.of(tmp_path).place(f"{number}.docx", b"1", MINUTES, Overwrite.OWN)
    assert len(read_manifest(tmp_path)) == 200
    manifests.close()
    assert len(read_manifest(tmp_path)) == 250


def test_a_dry_run_holds_nothing_and_writes_nothing(tmp_path: Path) -> None:
    manifests = Manifests(dry_run=True)
    manifests.of(tmp_path).foresee("a.docx", b"1", MINUTES, Overwrite.OWN)
    manifests.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("link", [".jiyao", ".jiyao/lock"])
def test_what_the_program_keeps_is_never_behind_a_link(link: str, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    (folder / link).parent.mkdir(parents=True)
    elsewhere.mkdir()
    (folder / link).symlink_to(elsewhere)
    with pytest.raises(OSError), manifest_of(folder):  # noqa: PT011
        pass
    assert list(elsewhere.iterdir()) == []


def test_two_runs_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", MANY_TIMES, str(tmp_path), name],
            env=os.environ | {"PYTHONPATH": str(GENERATORS)},
            stderr=subprocess.PIPE,
        )
        for name in ("left", "right")
    ]
    assert [run.communicate()[1] for run in runs] == [b"", b""]
    made = {f"{name}-{number}.docx" for name in ("left", "right") for number in range(40)}
    assert set(read_manifest(tmp_path)) == made == set(contents(tmp_path))


def test_a_manifest_that_somebody_has_changed_leads_to_no_other_folder(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    place(folder, b"1")
    manifest = folder / ".jiyao" / "manifest.json"
    content = json.loads(manifest.read_text("utf-8"))
    content["files"] = {f"../{name}": written for name, written in content["files"].items()}
    manifest.write_text(json.dumps(content), "utf-8")
    assert read_manifest(folder) == {}
    with manifest_of(folder) as held:
        assert held.names_of(MINUTES) == ()
