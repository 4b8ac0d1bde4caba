"""`jiyao summary` as an office types it."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from shell import jiyao, tree, write
from years import write_year

AS_OF = ("--as-of", "2024-01-15")


@pytest.fixture
def year(tmp_path: Path) -> Path:
    return write_year(tmp_path)


def test_a_year_becomes_one_document_in_each_language(year: Path) -> None:
    run = jiyao(year, "summary", ".", "--year", "2023", "-l", "both", *AS_OF)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines() == ["2023年度会议工作总结.docx", "2023 summary of meetings.docx"]
    assert all((year / name).read_bytes()[:2] == b"PK" for name in run.stdout.splitlines())


def test_a_summary_that_somebody_has_edited_stays(year: Path) -> None:
    order = ("summary", ".", "--from", "2023-01-01", "--to", "2023-06-30", "-o", "half.docx", *AS_OF)
    assert jiyao(year, *order).returncode == 0
    (year / "half.docx").write_bytes(b"edited")
    run = jiyao(year, *order)
    assert (run.returncode, run.stdout) == (4, "half（新）.docx\n")
    assert (year / "half.docx").read_bytes() == b"edited"
    assert jiyao(year, *order, "--force").stdout == "half.docx\n"


def test_the_figures_are_to_be_had_as_json_which_is_no_record(year: Path) -> None:
    order = ("summary", ".", "--year", "2023", "-o", "all.docx", "--json", *AS_OF)
    assert jiyao(year, *order).stdout.splitlines() == ["all.docx", "all.summary.json"]
    said = json.loads((year / "all.summary.json").read_text("utf-8"))
    assert said["now"]["followed"]["completion"] == {"part": 59, "whole": 72, "unknown": 10, "share": 59 / 72}
    assert said["before"]["period"] == {"first": "2022-01-01", "last": "2022-12-31"}
    assert "people" not in said["now"]["attended"]
    assert "seats" not in said["now"]["meetings"][0]
    assert jiyao(year, *order).returncode == 0


def test_the_ending_of_the_file_says_in_which_form_it_is_wanted(year: Path) -> None:
    for name, begin in (("a.xlsx", b"PK"), ("b.html", b"<!DOCTYPE html>")):
        done = jiyao(year, "summary", ".", "--year", "2023", "-o", name)
        assert (done.returncode, done.stdout) == (0, f"{name}\n")
        assert (year / name).read_bytes()[: len(begin)].upper() == begin.upper()
    assert "xl/workbook.xml" in ZipFile(year / "a.xlsx").namelist()
    refused = jiyao(year, "summary", ".", "--year", "2023", "-o", "c.pdf")
    assert refused.returncode == 2
    assert "-o ends in .docx, .xlsx or .html" in refused.stderr
    assert not (year / "c.pdf").exists()


def test_secret_records_and_those_with_errors_are_told_and_not_counted(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.yaml": "title: 例会\nheld: 2023-03-06\n",
            "b.yaml": "title: 密件会议\nheld: 2023-03-07\nissue: {secrecy: 秘密}\n",
            "c.yaml": "title: 坏会议\nheld: 2023-02-30\n",
        },
    )
    run = jiyao(tmp_path, "summary", ".", "--year", "2023", "--json", "-o", "s.docx", *AS_OF)
    assert run.returncode == 1
    assert "c.yaml:2:7: error" in run.stderr
    text = (tmp_path / "s.summary.json").read_text("utf-8")
    said = json.loads(text)
    assert (said["secret"], said["unusable"], len(said["now"]["meetings"])) == (1, 1, 1)
    assert "密件会议" not in text


def test_what_is_missing_in_the_language_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 例会\nheld: 2023-03-06\n"})
    run = jiyao(tmp_path, "summary", ".", "--year", "2023", "-l", "en", *AS_OF)
    assert run.returncode == 1
    assert "a.yaml:1:8: error D101" in run.stderr
    assert list(tree(tmp_path)) == ["a.yaml"]


def test_a_year_without_meetings_is_said(year: Path) -> None:
    run = jiyao(year, "summary", ".", "--year", "2031")
    assert (run.returncode, run.stdout) == (1, "")
    assert "D511" in run.stderr


@pytest.mark.parametrize(
    "options", [(), ("--year", "2023", "--from", "2023-01-01"), ("--from", "2023-05-01", "--to", "2023-01-01")]
)
def test_a_period_has_to_be_named_clearly(tmp_path: Path, options: tuple[str, ...]) -> None:
    run = jiyao(tmp_path, "summary", ".", *options)
    assert run.returncode == 2
    assert "--year" in run.stderr


def test_offices_are_listed_one_by_one(year: Path) -> None:
    write(
        year,
        {
            "other/office.yaml": "name: {zh: 示例县水利局, en: Shili County Water Bureau}\n",
            "other/a.yaml": "title: {zh: 例会, en: Meeting}\nheld: 2023-03-06\n",
        },
    )
    run = jiyao(year, "summary", ".", "--year", "2023", "--by", "organisation", "--json", "-o", "s.docx", *AS_OF)
    assert run.returncode == 0, run.stderr
    said = json.loads((year / "s.summary.json").read_text("utf-8"))
    numbers = {office["name"]["zh"]: len(office["figures"]["meetings"]) for office in said["offices"]}
    assert numbers == {"示例县住房和城乡建设局": 59, "示例县水利局": 1}


def test_the_progress_of_each_workspace_is_its_own(tmp_path: Path) -> None:
    record = (
        "id: a\ntitle: 例会\nheld: 2023-03-06\ndecisions:\n  - {text: 同意。, responsible: 办公室, due: 2023-04-01}\n"
    )
    done = "record,item,status,closed_on\na,d1,done,2023-03-20\n"
    write(
        tmp_path, {"x/office.yaml": "name: 甲\n", "y/office.yaml": "name: 乙\n", "x/a.yaml": record, "y/a.yaml": record}
    )
    write(tmp_path, {"x/follow-up.csv": done})
    jiyao(tmp_path, "summary", ".", "--year", "2023", "--json", "-o", "s.docx", *AS_OF)
    said = json.loads((tmp_path / "s.summary.json").read_text("utf-8"))
    completion = said["now"]["followed"]["completion"]
    assert (completion["part"], completion["whole"], completion["unknown"]) == (1, 1, 1)
