"""Nothing is half-written, and every name is one that any system takes."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pathvalidate import is_valid_filename

from jiyao.work.writing import safe_name, write_whole

GENERATORS = Path(__file__).parents[2] / "generators"

ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from jiyao.work.writing import write_whole

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), b"new" * 1000)
except OSError:
    print("not written")
"""


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_whole(tmp_path / "2023/03/a.docx", b"new")
    assert (tmp_path / "2023/03/a.docx").read_bytes() == b"new"
    assert [file.name for file in (tmp_path / "2023/03").iterdir()] == ["a.docx"]


def test_a_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == (0o640 if os.name == "posix" else 0o666)


@pytest.mark.skipif(os.name != "posix", reason="rights are a POSIX matter")
def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_whole(tmp_path / "a.docx", b"new")
    assert (tmp_path / "a.docx").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limit on file sizes")
def test_on_a_full_disk_the_old_file_stays_and_nothing_is_left_behind(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"old")
    run = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, str(file)],
        env=os.environ | {"PYTHONPATH": str(GENERATORS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout.strip(), run.stderr) == ("not written", "")
    assert file.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("step", ["open", "fsync"])
def test_ctrl_c_at_any_moment_leaves_a_whole_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    usual = getattr(os, step)

    def interrupted(*arguments: object) -> object:
        result = usual(*arguments)
        signal.raise_signal(signal.SIGINT)
        return result

    monkeypatch.setattr(os, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.docx", b"new")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.docx": b"new"}
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_files_are_written_in_any_thread(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as executor:
        executor.submit(write_whole, tmp_path / "a.docx", b"new").result()
    assert (tmp_path / "a.docx").read_bytes() == b"new"


def test_a_folder_in_the_way_is_an_error_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(OSError, match=r"a\.docx"):
        write_whole(tmp_path / "a.docx", b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("安全生产例会", "安全生产例会-纪要.docx"),
        ("2023/03:例会?", "202303例会-纪要.docx"),
        ("../../etc/passwd", "etcpasswd-纪要.docx"),
        (".hidden", "hidden-纪要.docx"),
        ("~$会议", "$会议-纪要.docx"),
        ("-rf 会议", "rf 会议-纪要.docx"),
        ("会议. ", "会议-纪要.docx"),
        ("会\u202e议\u200b", "会议-纪要.docx"),
        ("", "_-纪要.docx"),
        ("...", "_-纪要.docx"),
        ("e\u0301", "é-纪要.docx"),
        ("CON", "CON_-纪要.docx"),
        ("会" * 200, "会" * 76 + "-纪要.docx"),
    ],
)
def test_what_a_name_cannot_hold_is_left_out(stem: str, name: str) -> None:
    assert safe_name(stem, "-纪要.docx") == name


@given(stem=st.text(max_size=300), ending=st.sampled_from(["-纪要.docx", "（2）-纪要.docx", ".docx"]))
@example(stem="CON", ending=".docx")
@example(stem=".con", ending=".docx")
@example(stem="nul.txt", ending=".docx")
@example(stem="COM¹", ending=".docx")
@example(stem="~$~$", ending=".docx")
@example(stem="😀" * 100, ending="-纪要.docx")
@example(stem="\ud800", ending="-纪要.docx")
def test_every_name_is_legal_on_windows_shows_all_it_has_and_stays_in_its_folder(stem: str, ending: str) -> None:
    name = safe_name(stem, ending)
    assert is_valid_filename(name, platform="universal")
    assert len(f"{name}（新2）".encode()) <= 255
    assert name.endswith(ending.lstrip("."))
    assert len(name) > len(ending)
    assert not name.startswith((".", "~$", "-", " "))
    assert Path("folder", name).parent == Path("folder")
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in name)
