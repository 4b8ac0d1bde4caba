"""What was made ready once is read again as data, and believed only if nobody else can have written it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from jiyao.documents.filling import Template, fill
from jiyao.work.template_cache import LARGEST_FILE, MOST_BYTES, SWITCH, cache_folder, ready_template
from shell import GENERATORS, write
from tiny_docx import docx, paragraph, text_of

DATA = docx(paragraph("{{ title }}"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's templates are kept."""
    monkeypatch.setenv("JIYAO_CACHE", str(tmp_path / "templates"))
    return tmp_path / "templates"


def filled(data: bytes = DATA) -> str:
    """The text of a document that is filled now, from the cache or not."""
    template = ready_template(data, "template.docx")
    assert isinstance(template, Template)
    document = fill(template, {"title": "例会"})
    assert isinstance(document, bytes)
    return text_of(document)


def kept(folder: Path) -> Path:
    """The one file that is kept."""
    [file] = folder.glob("*")
    return file


def forge(file: Path, program: object) -> None:
    """A file with another program and the digest that its name asks for: what a careful forger writes."""
    from hashlib import sha256

    whole = json.loads(file.read_bytes().partition(b"\n")[2])
    whole[3][0][1] = program
    body = json.dumps(whole).encode()
    file.write_bytes(sha256(file.name.encode() + body).hexdigest().encode() + b"\n" + body)


def test_a_template_is_kept_as_data_in_a_folder_of_the_users_own(folder: Path) -> None:
    assert filled() == "例会"
    assert json.loads(kept(folder).read_bytes().partition(b"\n")[2])
    if hasattr(os, "geteuid"):
        assert folder.stat().st_mode & 0o777 == 0o700
        assert kept(folder).stat().st_mode & 0o077 == 0


def test_what_is_kept_is_what_is_filled(folder: Path) -> None:
    filled()
    forge(kept(folder), ["<w:document/>"])
    template = ready_template(DATA, "template.docx")
    assert isinstance(template, Template)
    assert template.names == frozenset()


def test_another_template_is_kept_beside_it(folder: Path) -> None:
    filled()
    assert filled(docx(paragraph("甲{{ title }}"))) == "甲例会"
    assert len(list(folder.iterdir())) == 2


def test_a_template_with_problems_is_not_kept(folder: Path) -> None:
    assert isinstance(ready_template(docx(paragraph("{{ title")), "template.docx"), tuple)
    assert not folder.exists()


SPOILERS: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "cut off": lambda file: file.write_bytes(file.read_bytes()[:-1]),
    "a changed byte": lambda file: file.write_bytes(file.read_bytes().replace(b"title", b"titel")),
    "no JSON": lambda file: file.write_bytes(b"\x80\x04\x95"),
    "too large": lambda file: file.write_bytes(file.read_bytes() + b" " * LARGEST_FILE),
    "a program that says more": lambda file: forge(file, [["text", 0, ["call", ["name", "title"]]]]),
    "a program without an end": lambda file: file.write_bytes(b"[" * 100_000),
}


@pytest.mark.parametrize("how", SPOILERS)
def test_a_file_that_is_not_what_was_written_is_made_anew(how: str, folder: Path) -> None:
    filled()
    good = kept(folder).read_bytes()
    SPOILERS[how](kept(folder))
    assert filled() == "例会"
    assert kept(folder).read_bytes() == good


posix = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows keeps the rights of files elsewhere")


@posix
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_folder_that_others_can_write_to_is_not_used(mode: int, folder: Path) -> None:
    folder.mkdir()
    folder.chmod(mode)
    assert filled() == "例会"
    assert list(folder.iterdir()) == []


@posix
def test_a_file_that_others_can_write_to_is_not_believed(folder: Path) -> None:
    filled()
    forge(kept(folder), ["<w:document/>"])
    kept(folder).chmod(0o666)
    assert filled() == "例会"


@posix
def test_a_link_to_a_folder_or_a_file_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "elsewhere")
    assert filled() == "例会"
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_that_cannot_be_made_costs_nothing_but_time(folder: Path) -> None:
    folder.write_text("a file")
    assert filled() == "例会"


def test_the_cache_can_be_switched_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIYAO_CACHE", "off")
    assert filled() == "例会"
    assert not folder.exists()


@pytest.mark.parametrize("named", ["/elsewhere", "not/absolute", "~/cache", "", None])
def test_it_lies_where_platformdirs_says_that_caches_lie(named: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SWITCH, raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if named is not None:
        monkeypatch.setenv("XDG_CACHE_HOME", named)
    assert cache_folder() == user_cache_path("jiyao") / "templates"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs says it")
def test_an_account_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (SWITCH, "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", str)
    assert cache_folder() is None


def test_the_oldest_go_when_there_are_too_many(folder: Path) -> None:
    filled()
    first = kept(folder)
    for number in range(3):
        (folder / f"{number}.json").write_bytes(b" " * (MOST_BYTES // 3))
        os.utime(folder / f"{number}.json", (number, number))
    filled(docx(paragraph("甲{{ title }}")))
    names = {file.name for file in folder.iterdir()}
    assert first.name in names
    assert {"0.json", "1.json", "2.json"} & names == {"1.json", "2.json"}


PROCESS = """
import sys
from pathlib import Path
from jiyao.work.template_cache import ready_template

data = Path(sys.argv[1]).read_bytes()
for _ in range(30):
    assert not isinstance(ready_template(data, "a.docx"), tuple)
    for file in Path(sys.argv[2]).glob("*.json"):
        file.unlink(missing_ok=True)
"""


def test_two_processes_do_not_get_in_each_others_way(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(DATA)
    command = [sys.executable, "-c", PROCESS, str(tmp_path / "a.docx"), str(folder)]
    environment = os.environ | {"PYTHONPATH": str(GENERATORS)}
    both = [subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) for _ in range(2)]
    assert [process.communicate()[1] for process in both] == [b"", b""]


IMPORTED = """
import sys
from jiyao.cli import main

try:
    main(["make", "a.yaml", "-o", sys.argv[1]])
finally:
    print(",".join(name for name in ("docxtpl", "jinja2", "docx", "lxml", "isal") if name in sys.modules))
"""


def test_a_known_template_is_filled_without_docxtpl_jinja_and_lxml(folder: Path, tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 例会\nplace: 三楼\n"})
    said: list[str] = []
    for run in ("first", "second"):
        process = subprocess.run(
            [sys.executable, "-c", IMPORTED, run],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(GENERATORS)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert process.returncode == 0, process.stderr
        said.append(process.stdout.splitlines()[-1])
    assert said == ["docxtpl,jinja2,docx,lxml", ""]
    assert (tmp_path / "first/a-纪要.docx").read_bytes() == (tmp_path / "second/a-纪要.docx").read_bytes()
    assert len(list(folder.iterdir())) == 1
