"""`jiyao issue`: a number that nobody else gets, documents that nobody writes over, a line in the register."""

from __future__ import annotations

import csv
import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from outline import texts
from shell import GENERATORS, jiyao, write

OFFICE = 'name: 示例市应急管理局\nseries:\n- {id: minutes, form: "第{number}期"}\n'
RECORD = "title: 例会\nplace: 三楼\nheld: 2023-03-06\n"
DAY = ("--on", "2023-03-07", "--by", "周文")


def register(folder: Path) -> list[dict[str, str]]:
    with (folder / "register.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write(tmp_path, {"office.yaml": OFFICE, "a.yaml": RECORD, "b.yaml": RECORD, "c.yaml": RECORD})
    return tmp_path


def test_a_record_gets_the_next_number_its_documents_and_a_line_in_the_register(home: Path) -> None:
    run = jiyao(home, "issue", "a.yaml", *DAY)
    assert (run.returncode, run.stdout) == (0, "a-纪要.docx\n")
    assert run.stderr == "issued: a.yaml 第1期\n"
    record = (home / "a.yaml").read_text("utf-8")
    assert record == f"{RECORD}issue:\n  number: 第1期\n  stage: issued\n  issued_on: 2023-03-07\n"
    document = (home / "a-纪要.docx").read_bytes()
    assert "（第1期）" in texts(document)
    assert "示例市应急管理局\t2023年3月7日" in texts(document)
    (line,) = register(home)
    assert (line["日期"], line["事项"], line["经办人"]) == ("2023-03-07", "印发", "周文")
    assert (line["编号系列"], line["年度"], line["序号"], line["编号"]) == ("minutes", "2023", "1", "第1期")
    assert (line["会议数据"], line["标题"]) == ("a.yaml", "例会")
    assert line["文件及校验值"] == f"a-纪要.docx {hashlib.sha256(document).hexdigest()}"


def test_numbers_follow_each_other_and_begin_anew_with_the_year(home: Path) -> None:
    jiyao(home, "issue", "a.yaml", "b.yaml", *DAY)
    jiyao(home, "issue", "c.yaml", "--on", "2024-01-05", "--by", "周文")
    assert [(line["年度"], line["序号"]) for line in register(home)] == [("2023", "1"), ("2023", "2"), ("2024", "1")]


def test_a_number_that_somebody_wrote_by_hand_is_nobody_elses(home: Path) -> None:
    (home / "c.yaml").write_text(f"{RECORD}issue: {{number: 第4期, issued_on: 2023-02-01}}\n", "utf-8")
    run = jiyao(home, "issue", "a.yaml", *DAY)
    assert register(home)[0]["编号"] == "第5期"
    assert "R324: series minutes: nobody has 第1期、第2期、第3期" in run.stderr


def test_a_number_of_the_record_is_kept_and_registered(home: Path) -> None:
    (home / "a.yaml").write_text(f"{RECORD}issue:\n  number: 7\n", "utf-8")
    assert jiyao(home, "issue", "a.yaml", *DAY).returncode == 0
    assert [line["序号"] for line in register(home)] == ["7"]
    (home / "b.yaml").write_text(f"{RECORD}issue:\n  number: 7\n", "utf-8")
    run = jiyao(home, "issue", "b.yaml", *DAY)
    assert run.returncode == 1
    assert "R322: the number 7 belongs to a.yaml" in run.stderr
    assert len(register(home)) == 1


def test_what_is_issued_is_not_written_over_until_somebody_thaws_it_by_name(home: Path) -> None:
    jiyao(home, "issue", "a.yaml", *DAY)
    before = (home / "a-纪要.docx").read_bytes()
    text = (home / "a.yaml").read_text("utf-8")
    (home / "a.yaml").write_text(text.replace("三楼", "四楼"), "utf-8")
    assert jiyao(home, "make", "a.yaml", "--force").returncode == 4
    assert (home / "a-纪要.docx").read_bytes() == before
    assert jiyao(home, "issue", "a.yaml", *DAY).returncode == 1
    assert jiyao(home, "issue", "a.yaml", "--thaw").returncode == 2
    (home / "a-纪要（新）.docx").unlink()
    thawed = jiyao(home, "issue", "a.yaml", "--thaw", *DAY, "--reason", "地点有误")
    assert (thawed.returncode, thawed.stderr) == (0, "thawed: a.yaml 第1期\n")
    assert jiyao(home, "issue", "a.yaml", *DAY).returncode == 0
    assert (home / "a-纪要.docx").read_bytes() != before
    assert [(line["事项"], line["编号"], line["原因"]) for line in register(home)] == [
        ("印发", "第1期", ""),
        ("解冻", "第1期", "地点有误"),
        ("印发", "第1期", ""),
    ]


def test_a_document_that_somebody_has_edited_is_not_issued_over(home: Path) -> None:
    jiyao(home, "make", "a.yaml")
    (home / "a-纪要.docx").write_bytes(b"edited")
    run = jiyao(home, "issue", "a.yaml", *DAY)
    assert run.returncode == 4
    assert (home / "a.yaml").read_text("utf-8") == RECORD
    assert not (home / "register.csv").exists()
    assert (home / "a-纪要.docx").read_bytes() == b"edited"


def test_an_office_without_a_series_says_the_number_itself(home: Path) -> None:
    (home / "office.yaml").write_text("name: 示例市应急管理局\n", "utf-8")
    run = jiyao(home, "issue", "a.yaml", *DAY)
    assert run.returncode == 1
    assert "R321" in run.stderr
    assert (home / "a.yaml").read_text("utf-8") == RECORD
    assert jiyao(home, "issue", "a.yaml", "--number", "〔2023〕5号", *DAY).returncode == 0
    assert register(home)[0]["编号"] == "〔2023〕5号"


def test_a_record_with_errors_is_not_issued(home: Path) -> None:
    (home / "a.yaml").write_text(f"{RECORD}nonsense: 1\n", "utf-8")
    assert jiyao(home, "issue", "a.yaml", *DAY).returncode == 1
    assert not (home / "register.csv").exists()


def test_a_file_that_is_no_register_gives_no_numbers(home: Path) -> None:
    (home / "register.csv").write_text("my list\n", "utf-8")
    run = jiyao(home, "issue", "a.yaml", *DAY)
    assert run.returncode == 3
    assert (home / "a.yaml").read_text("utf-8") == RECORD
    assert (home / "register.csv").read_text("utf-8") == "my list\n"


def test_what_cannot_be_registered_is_not_issued(home: Path) -> None:
    (home / "register.csv").mkdir()
    run = jiyao(home, "issue", "a.yaml", *DAY)
    assert run.returncode == 1
    assert "D201" in run.stderr
    assert "Traceback" not in run.stderr
    assert (home / "a.yaml").read_text("utf-8") == RECORD


def test_a_line_of_a_file_of_many_is_issued_alone(home: Path) -> None:
    (home / "d.jsonl").write_text('{"title": "甲", "id": "x"}\n{"title": "乙", "id": "y"}\n', "utf-8")
    assert jiyao(home, "issue", "d.jsonl", *DAY).returncode == 0
    lines = (home / "d.jsonl").read_text("utf-8").splitlines()
    assert [line.count('"number"') for line in lines] == [1, 1]
    assert [line["编号"] for line in register(home)] == ["第1期", "第2期"]


def test_four_processes_at_once_never_give_one_number_twice(tmp_path: Path) -> None:
    write(tmp_path, {"office.yaml": OFFICE} | {f"{number:02}.yaml": RECORD for number in range(24)})
    env = {"PYTHONPATH": str(GENERATORS), "HOME": str(tmp_path), "JIYAO_CACHE": "off"}
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "jiyao", "issue", *(f"{each:02}.yaml" for each in range(first, 24, 4)), *DAY],
            cwd=tmp_path,
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for first in range(4)
    ]
    told = [run.communicate(timeout=120)[1] for run in runs]
    assert [run.returncode for run in runs] == [0] * 4, told
    lines = register(tmp_path)
    assert sorted(int(line["序号"]) for line in lines) == list(range(1, 25))
    assert {line["会议数据"] for line in lines} == {f"{number:02}.yaml" for number in range(24)}
    for line in lines:
        assert f"number: {line['编号']}\n" in (tmp_path / line["会议数据"]).read_text("utf-8")


def test_check_tells_the_numbers_that_nobody_has(home: Path) -> None:
    jiyao(home, "issue", "a.yaml", "--number", "第3期", *DAY)
    run = jiyao(home, "check", ".")
    assert run.returncode == 0
    assert "R324: series minutes: nobody has 第1期、第2期" in run.stderr
