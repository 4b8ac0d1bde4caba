"""`jiyao follow-up` as an office and its units use it."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from xlsxwriter import Workbook

from jiyao.documents.follow_up_sheet import HEADINGS, Returned, read_sheet
from shell import jiyao, write

RECORD = """\
id: a
title: 例会
held: 2023-03-06
decisions:
  - {text: 同意方案。, responsible: [办公室, 法规科], due: 2023-04-01}
  - {text: =1+1 的事项。, responsible: 办公室, due: 2099-01-01, status: in-hand}
requirements:
  - {text: 长期坚持。, responsible: 法规科, due: 长期}
"""
PROGRESS = "follow-up.csv"
AS_OF = ("--as-of", "2023-05-01")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {"office.yaml": "name: 某局\n", "2023/a.yaml": RECORD})
    write(tmp_path, {"2023/b.yaml": RECORD.replace("id: a", "id: b") + "issue: {secrecy: 秘密}\n"})
    return tmp_path


def progress(folder: Path) -> list[list[str]]:
    return [line.split(",") for line in (folder / PROGRESS).read_text("utf-8-sig").splitlines()[1:]]


def filled_in(file: Path, **cells: str) -> None:
    """The sheet with these cells in each row, as a unit would send it back."""
    rows = read_sheet(file.read_bytes())
    assert rows is not None
    with cast(Any, Workbook(file)) as book:
        sheet = book.add_worksheet()
        names = ["record", "item", "status", "closed_on", "closed_by", "note", "was"]
        for column, name in enumerate(names):
            sheet.write_string(0, column, HEADINGS[name].zh)
        for number, row in enumerate(rows, start=1):
            said = {**row.cells, "was": row.was, **cells}
            for column, name in enumerate(names):
                sheet.write_string(number, column, said.get(name, ""))


def test_what_is_open_is_listed_with_the_overdue_days_and_secret_records_are_not(folder: Path) -> None:
    run = jiyao(folder, "follow-up", "list", *AS_OF)
    assert run.returncode == 0, run.stderr
    assert [line.split()[0] for line in run.stdout.splitlines()] == ["a/d1", "a/d2", "a/r1"]
    assert "30 days late  办公室、法规科  同意方案。" in run.stdout
    assert run.stderr == "3 matters\n"
    assert jiyao(folder, "follow-up", "list", "--overdue", *AS_OF).stdout.startswith("a/d1 ")
    assert jiyao(folder, "follow-up", "list", "--responsible", "法规", *AS_OF).stdout.count("\n") == 2


def test_the_list_is_to_be_had_as_data(folder: Path) -> None:
    said = json.loads(jiyao(folder, "follow-up", "list", "--data", "json", *AS_OF).stdout)
    assert [(each["id"], each["overdue"], each["status"]) for each in said] == [
        ("a/d1", True, None),
        ("a/d2", False, "in-hand"),
        ("a/r1", False, None),
    ]


def test_closing_needs_a_name_and_leaves_the_record_alone(folder: Path) -> None:
    before = (folder / "2023/a.yaml").read_bytes()
    assert jiyao(folder, "follow-up", "close", "a/d1").returncode == 2
    run = jiyao(folder, "follow-up", "close", "a/d1", "--by", "张三", "--note", "已印发", "--on", "2023-04-02")
    assert (run.returncode, run.stdout) == (0, "a/d1: unknown → done (2023-04-02, 张三, 已印发)\n")
    assert progress(folder)[0][:6] == ["a", "d1", "done", "2023-04-02", "张三", "已印发"]
    assert (folder / "2023/a.yaml").read_bytes() == before


def test_somebody_else_s_closing_is_a_conflict(folder: Path) -> None:
    jiyao(folder, "follow-up", "close", "a/d1", "--by", "张三", "--on", "2023-04-02")
    run = jiyao(folder, "follow-up", "close", "a/d1", "--by", "李四")
    assert run.returncode == 4
    assert "R307" in run.stderr
    assert progress(folder)[0][4] == "张三"


@pytest.mark.parametrize("name", ["a/d9", "nothing", "b/d1"])
def test_what_does_not_exist_or_is_secret_cannot_be_closed(folder: Path, name: str) -> None:
    run = jiyao(folder, "follow-up", "close", name, "--by", "张三")
    assert run.returncode == 1
    assert "R305" in run.stderr
    assert not (folder / PROGRESS).exists()


def test_columns_and_rows_of_somebody_s_own_stay(folder: Path) -> None:
    own = "备注二,record,item,status\n我的,a,d2,in-hand\n坏行,,,\n"
    write(folder, {PROGRESS: own})
    assert jiyao(folder, "follow-up", "close", "a/d1", "--by", "张三", "--on", "2023-04-02").returncode == 0
    lines = (folder / PROGRESS).read_text("utf-8-sig").splitlines()
    assert lines[0] == "备注二,record,item,status,closed_on,closed_by,note,updated"
    assert lines[1:3] == ["我的,a,d2,in-hand,,,,", "坏行,,,,,,,"]
    assert lines[3].startswith(",a,d1,done,2023-04-02,张三,,")


def test_each_unit_gets_a_sheet_with_a_list_of_statuses_and_no_formula(folder: Path) -> None:
    run = jiyao(folder, "follow-up", "export", "--split", "responsible", "-o", "out", *AS_OF)
    assert sorted(run.stdout.splitlines()) == ["out/督办事项-办公室.xlsx", "out/督办事项-法规科.xlsx"]
    with zipfile.ZipFile(BytesIO((folder / "out/督办事项-办公室.xlsx").read_bytes())) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert 'type="list"' in sheet
    assert "未办,在办,办结,取消" in sheet
    assert "<f>" not in sheet
    assert "sheetProtection" in sheet
    rows = read_sheet((folder / "out/督办事项-法规科.xlsx").read_bytes())
    assert rows is not None
    assert [row.cells["item"] for row in rows] == ["d1", "r1"]
    assert isinstance(rows[0], Returned)


def test_a_sheet_that_comes_back_unchanged_changes_nothing(folder: Path) -> None:
    jiyao(folder, "follow-up", "export", "-o", "out", *AS_OF)
    run = jiyao(folder, "follow-up", "import", "out/督办事项.xlsx")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "0 changes\n")
    assert not (folder / PROGRESS).exists()


def test_what_a_unit_has_filled_in_is_written_down_once(folder: Path) -> None:
    jiyao(folder, "follow-up", "export", "--overdue", "-o", "out", *AS_OF)
    filled_in(folder / "out/督办事项.xlsx", status="办结", closed_on="2023年4月20日", closed_by="李四", note="已印发")
    foreseen = jiyao(folder, "follow-up", "import", "out/督办事项.xlsx", "--dry-run")
    assert foreseen.stdout == "a/d1: unknown → done (2023-04-20, 李四, 已印发)\n"
    assert not (folder / PROGRESS).exists()
    run = jiyao(folder, "follow-up", "import", "out/督办事项.xlsx")
    assert (run.returncode, run.stdout) == (0, foreseen.stdout)
    assert progress(folder)[0][:6] == ["a", "d1", "done", "2023-04-20", "李四", "已印发"]
    assert jiyao(folder, "follow-up", "import", "out/督办事项.xlsx").stdout == ""


def test_what_contradicts_something_written_down_since_is_listed_and_changes_nothing(folder: Path) -> None:
    jiyao(folder, "follow-up", "export", "--overdue", "-o", "out", *AS_OF)
    jiyao(folder, "follow-up", "close", "a/d1", "--by", "张三", "--on", "2023-04-02")
    filled_in(folder / "out/督办事项.xlsx", status="在办")
    run = jiyao(folder, "follow-up", "import", "out/督办事项.xlsx")
    assert run.returncode == 4
    assert "a/d1: the sheet says 在办, written down since then: 办结 2023-04-02 张三" in run.stderr
    assert progress(folder)[0][2:5] == ["done", "2023-04-02", "张三"]


def test_two_units_that_say_different_things_are_a_conflict(folder: Path) -> None:
    jiyao(folder, "follow-up", "export", "--overdue", "--split", "responsible", "-o", "out", *AS_OF)
    filled_in(folder / "out/督办事项-办公室.xlsx", status="办结", closed_by="甲")
    filled_in(folder / "out/督办事项-法规科.xlsx", status="在办")
    run = jiyao(folder, "follow-up", "import", "out/督办事项-办公室.xlsx", "out/督办事项-法规科.xlsx")
    assert run.returncode == 4
    assert progress(folder)[0][2:5] == ["done", "", "甲"]


@pytest.mark.parametrize(
    ("cells", "code"),
    [({"status": "办结"}, "R306"), ({"status": "差不多"}, "R303"), ({"item": "d7", "note": "x"}, "R305")],
)
def test_a_wrong_row_is_told_with_its_place_and_changes_nothing(folder: Path, cells: dict[str, str], code: str) -> None:
    jiyao(folder, "follow-up", "export", "--overdue", "-o", "out", *AS_OF)
    filled_in(folder / "out/督办事项.xlsx", **cells)
    run = jiyao(folder, "follow-up", "import", "out/督办事项.xlsx")
    assert run.returncode == 1
    assert f"out/督办事项.xlsx:2:1: error {code}" in run.stderr
    assert not (folder / PROGRESS).exists()


def test_what_is_no_workbook_is_told(folder: Path) -> None:
    write(folder, {"x.xlsx": "no workbook"})
    run = jiyao(folder, "follow-up", "import", "x.xlsx")
    assert run.returncode == 3
    assert "R308" in run.stderr
