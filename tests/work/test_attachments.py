"""Attached files are looked for as pictures are, and minutes are made whatever is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from outline import outline
from shell import jiyao, write

RECORD = "title: 例会\nattachments: [{{title: 清单, file: {file}}}]\n"


def texts(folder: Path) -> list[str]:
    (made,) = folder.glob("*-纪要.docx")
    return [block.text for block in outline(made.read_bytes())]


@pytest.mark.parametrize("file", ["附件/清单.csv", "附件\\清单.csv"])
def test_a_table_beside_the_record_or_the_office_is_printed_behind_the_text(tmp_path: Path, file: str) -> None:
    write(
        tmp_path,
        {"office.yaml": "name: 甲局\n", "2023/a.yaml": RECORD.format(file=file), "附件/清单.csv": "点位\n南门口\n"},
    )
    done = jiyao(tmp_path, "make", "2023/a.yaml")
    assert done.returncode == 0, done.stderr
    assert texts(tmp_path / "2023")[-4:] == ["附件", "清单", "点位", "南门口"]


@pytest.mark.parametrize(
    ("file", "code", "exits"),
    [("无.csv", "warning D412", 0), ("../清单.csv", "error D411", 1), ("a.yaml", "note D413", 0)],
)
def test_minutes_are_made_and_name_what_could_not_be_printed(tmp_path: Path, file: str, code: str, exits: int) -> None:
    write(tmp_path, {"a.yaml": RECORD.format(file=file)})
    done = jiyao(tmp_path, "make", "a.yaml")
    assert (done.returncode, done.stdout) == (exits, "a-纪要.docx\n")
    assert f"a.yaml:2:33: {code}" in done.stderr
    assert "附件：清单" in texts(tmp_path)


def test_what_the_record_says_itself_goes_before_the_file(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 例会\nattachments: [{title: 清单, text: 见表。, file: 无.csv}]\n"})
    done = jiyao(tmp_path, "make", "a.yaml")
    assert "D412" not in done.stderr
    assert texts(tmp_path)[-1] == "见表。"


def test_a_changed_table_is_printed_anew(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": RECORD.format(file="清单.csv"), "清单.csv": "点位\n南门口\n"})
    jiyao(tmp_path, "make", "a.yaml")
    write(tmp_path, {"清单.csv": "点位\n北门口\n"})
    jiyao(tmp_path, "make", "a.yaml")
    assert texts(tmp_path)[-1] == "北门口"
