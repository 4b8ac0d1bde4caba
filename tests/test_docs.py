"""What README and docs/ show is what happens."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from documented import Block, Reader, WrongPageError, alike, blocks, dialogues, follow

CHECKOUT = Path(__file__).resolve().parents[1]
PAGES = sorted([*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?://|mailto:|#)(?P<target>[^)#\s]+)")


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """Stands in a copy of samples/ and has `jiyao`, from this checkout, and what the machine has."""
    folder = tmp_path / "samples"
    shutil.copytree(CHECKOUT / "samples", folder)
    programs = tmp_path / "bin"
    programs.mkdir()
    jiyao = programs / "jiyao"
    jiyao.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{CHECKOUT / "cli.py"}" "$@"\n', "utf-8")
    jiyao.chmod(0o755)
    return Reader(folder, f"{programs}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(CHECKOUT).as_posix())
def test_a_page_shows_what_happens(page: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reader.folder)
    for block in blocks(page):
        follow(block, reader)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(CHECKOUT).as_posix())
def test_a_page_links_only_to_what_exists(page: Path) -> None:
    targets = [found["target"] for found in LINK.finditer(page.read_text("utf-8"))]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def written(text: str, folder: Path) -> list[Block]:
    page = folder / "page.md"
    page.write_text(text, "utf-8")
    return list(blocks(page))


def test_a_wrong_answer_is_found_at_its_line(reader: Reader, tmp_path: Path) -> None:
    (block,) = written("# Page\n\n```console\n$ echo 纪要\n纪要\n$ echo one\ntwo\n```\n", tmp_path)
    with pytest.raises(WrongPageError, match=r"page\.md:6: \$ echo one"):
        follow(block, reader)


def test_a_wrong_python_answer_is_found(reader: Reader, tmp_path: Path) -> None:
    first, second = written("```python\nx = 2\n```\n\n```python\n>>> x + 1\n4\n```\n", tmp_path)
    follow(first, reader)
    with pytest.raises(WrongPageError, match=r"(?s)Expected:.*4.*Got:.*3"):
        follow(second, reader)


def test_a_block_with_a_file_name_is_there_for_the_next(reader: Reader, tmp_path: Path) -> None:
    for block in written(
        "```yaml file=a/one.yaml\ntitle: 例会\n```\n\n```console\n$ cat a/one.yaml\ntitle: 例会\n```\n", tmp_path
    ):
        follow(block, reader)
    assert (reader.folder / "a" / "one.yaml").is_file()


def test_a_block_must_say_whether_it_runs(reader: Reader, tmp_path: Path) -> None:
    (block,) = written("```bash\nls\n```\n", tmp_path)
    with pytest.raises(WrongPageError, match="`bash`"):
        follow(block, reader)


def test_a_command_may_go_on_in_the_next_line(tmp_path: Path) -> None:
    (block,) = written("- a list\n\n  ```console\n  $ echo a \\\n      b\n  a b\n  $ true\n  ```\n", tmp_path)
    assert list(dialogues(block)) == [(4, "echo a \\\n    b", "a b\n"), (7, "true", "")]


@pytest.mark.parametrize(
    ("expected", "given", "same"),
    [
        ("one\ntwo\n", "one\ntwo\n", True),
        ("one\n", "one\ntwo\n", False),
        ("one\n", "", False),
        ("", "", True),
        ("", "one\n", False),
        ("one\n...\nfour\n", "one\ntwo\nthree\nfour\n", True),
        ("one\n...\nfour\n", "one\nfour\n", True),
        ("one\n...\nfour\n", "one\ntwo\n", False),
        ("one\n...\n", "one\ntwo\nthree\n", True),
        ("...\nthree\n", "one\ntwo\nthree\n", True),
        ("made in ... s\n", "made in 0.4 s\n", True),
        ("made in ... s\n", "made in 0.4\n1 s\n", False),
    ],
)
def test_three_dots_stand_for_anything(expected: str, given: str, same: bool) -> None:
    assert alike(expected, given) is same
