"""`jiyao terms`: looking up, adding, importing and exporting, and what `jiyao check` makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from shell import jiyao, write

OFFICE = {"office.yaml": "name: {zh: 甲局, en: Bureau A}\n"}
RECORD = "title: {zh: 党组会议, en: Meeting of the Party Group}\n"


def test_a_term_that_was_added_is_found_and_asked_for(tmp_path: Path) -> None:
    write(tmp_path, {**OFFICE, "2023/a.yaml": RECORD})
    assert jiyao(tmp_path, "check", "2023").returncode == 0
    done = jiyao(tmp_path, "terms", "add", "党组", "Party Leadership Group", "--forbid", "Party Group", "--in", "2023")
    assert done.stdout == "党组: Party Leadership Group (house; not: Party Group)\n"
    assert jiyao(tmp_path, "terms", "find", "leadership").stdout.startswith(done.stdout)
    checked = jiyao(tmp_path, "check", "2023")
    assert checked.returncode == 1
    assert "2023/a.yaml:1:38: error B144: “Party Group” is not wanted for 党组" in checked.stderr


def test_a_term_without_any_rendering_is_refused(tmp_path: Path) -> None:
    assert jiyao(tmp_path, "terms", "add", "党组").returncode == 2
    assert not list(tmp_path.glob("*.csv"))


def test_an_import_says_what_is_new_and_overwrites_nothing_unless_told(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"terms.csv": "zh,en,own\n党组,Party Leadership Group,x\n", "theirs.txt": "党组\tParty Group\n支部\tbranch\n"},
    )
    done = jiyao(tmp_path, "terms", "import", "theirs.txt")
    assert (done.returncode, done.stdout) == (0, "支部: branch (observed)\n")
    assert "1 new, 0 changed, 1 alike" in done.stderr
    assert "theirs.txt: warning B165: 党组 is Party Leadership Group here and Party Group there" in done.stderr
    assert (tmp_path / "terms.csv").read_text("utf-8-sig").splitlines()[1].startswith("党组,Party Leadership Group,x")
    assert "0 new, 1 changed" in jiyao(tmp_path, "terms", "import", "theirs.txt", "--theirs").stderr
    assert "党组,Party Group,x,observed" in (tmp_path / "terms.csv").read_text("utf-8-sig")


def test_a_glossary_of_another_encoding_is_read_with_a_warning_and_never_as_nonsense(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("支部\tbranch\n".encode("gb18030"))
    (tmp_path / "broken.txt").write_bytes("支部\tbranch\n".encode("utf-16"))
    done = jiyao(tmp_path, "terms", "import", "old.txt", "broken.txt")
    assert (done.returncode, done.stdout) == (3, "支部: branch (observed)\n")
    assert "old.txt:1:2: warning" in done.stderr
    assert "broken.txt:1:1: error" in done.stderr


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"a.csv": "zh,en\n支部,branch\n"})
    assert "1 new" in jiyao(tmp_path, "terms", "import", "a.csv", "--dry-run").stderr
    assert not (tmp_path / "terms.csv").exists()


def test_what_holds_no_terms_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"a.tbx": "<tbx/>", "b.csv": "x,y\n"})
    done = jiyao(tmp_path, "terms", "import", "a.tbx", "b.csv")
    assert done.returncode == 3
    assert "a.tbx: error B166" in done.stderr
    assert "b.csv:1:1: error B161" in done.stderr


def test_a_table_with_wrong_columns_is_never_written_into(tmp_path: Path) -> None:
    write(tmp_path, {"terms.csv": "x,y\n1,2\n"})
    assert jiyao(tmp_path, "terms", "add", "支部", "branch").returncode == 3
    assert (tmp_path / "terms.csv").read_text("utf-8") == "x,y\n1,2\n"


@pytest.mark.parametrize(
    "content", ["zh,en\n支部,branch\n".encode("utf-16"), 'zh,en\n支部,branch\n党组,"Group\n委员会,Committee\n'.encode()]
)
def test_a_table_that_cannot_be_read_whole_keeps_every_byte(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, {"theirs.txt": "甲\ta\n"})
    (tmp_path / "terms.csv").write_bytes(content)
    assert jiyao(tmp_path, "terms", "add", "甲", "a").returncode == 3
    assert jiyao(tmp_path, "terms", "import", "theirs.txt").returncode == 3
    assert (tmp_path / "terms.csv").read_bytes() == content


def test_terms_go_out_and_come_back(tmp_path: Path) -> None:
    write(tmp_path, {"terms.csv": "zh,en,forbidden\n党组,Party Leadership Group|Leadership Group,Party Group\n"})
    for name in ("t.tbx", "t.txt", "t.csv"):
        assert jiyao(tmp_path, "terms", "export", name).stdout == f"{name}\n"
        done = jiyao(tmp_path, "terms", "import", name)
        assert "0 new, 0 changed" in done.stderr
    assert "Party Group\n" not in (tmp_path / "t.txt").read_text("utf-8").replace("Leadership Group\n", "")
    assert jiyao(tmp_path, "terms", "export", "t.docx").returncode == 2
    assert len(jiyao(tmp_path, "terms", "export", "all.txt", "--all").stdout) > 0
    assert (tmp_path / "all.txt").read_text("utf-8").count("\n") > 40
