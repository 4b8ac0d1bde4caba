"""Files that a record attaches: tables and texts are printed, the others go along."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO
from typing import Any, cast

import pytest
from xlsxwriter import Workbook

from jiyao.documents.attached_files import MOST_BYTES, is_printed, with_content
from jiyao.languages.text import Language, Text
from jiyao.problems import Problem
from jiyao.records.publication import Attachment


def read(file: str, content: bytes, language: Language = Language.ZH) -> Attachment | Problem:
    return with_content(Attachment(title=Text("清单"), file=file), content, language)


def rows(file: str, content: bytes) -> list[list[str]]:
    attachment = read(file, content)
    assert isinstance(attachment, Attachment), attachment
    return [[cell.zh for cell in row.cells] for row in attachment.table]


def workbook(*lines: list[object]) -> bytes:
    made = BytesIO()
    with cast(Any, Workbook(made, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
    return made.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_of_commas_is_read_in_the_encodings_of_offices(encoding: str) -> None:
    assert rows("a.csv", "点位,人数\n南门口,3\n".encode(encoding)) == [["点位", "人数"], ["南门口", "3"]]


def test_empty_rows_and_empty_columns_at_the_end_are_no_part_of_a_table() -> None:
    assert rows("a.csv", "点位,人数,\n,,\n南门口,,\n".encode()) == [["点位", "人数"], ["南门口", ""]]


def test_tabs_part_cells_too_and_quotes_hold_them_together() -> None:
    assert rows("A.TSV", b'a\tb\n1\t"x\ty"\n') == [["a", "b"], ["1", "x\ty"]]


def test_cells_of_a_workbook_read_as_they_were_meant() -> None:
    book = workbook(["事项", "时限", "数量"], ["自查", dt.date(2023, 6, 1), 3.0], ["采购", "长期", 1.5])
    assert rows("a.xlsx", book) == [["事项", "时限", "数量"], ["自查", "2023-06-01", "3"], ["采购", "长期", "1.5"]]


def test_a_text_keeps_its_lines() -> None:
    attachment = read("a.txt", "一、白天。\n二、夜间。\n".encode())
    assert isinstance(attachment, Attachment)
    assert attachment.text == Text("一、白天。\n二、夜间。")


def test_its_words_are_in_the_language_of_the_office() -> None:
    attachment = read("a.csv", b"Item\nSandbags\n", Language.EN)
    assert isinstance(attachment, Attachment)
    assert [row.cells[0].en for row in attachment.table] == ["Item", "Sandbags"]


def bomb() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"0" * 50_000_000)
    return made.getvalue()


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("a.xlsx", b"no workbook", "D412"),
        ("a.xlsx", b"", "D412"),
        ("a.xlsx", bomb(), "D412"),
        ("a.csv", b"\xff\xfe\x00", "D412"),
        ("a.csv", ",".join("a" * 21).encode(), "D414"),
        ("a.csv", b"a\n" * 2001, "D414"),
        ("a.txt", b"a" * (MOST_BYTES + 1), "D414"),
    ],
    ids=["no workbook", "empty", "bomb", "no text", "too many columns", "too many rows", "too many bytes"],
)
def test_what_cannot_be_printed_is_said(file: str, content: bytes, code: str) -> None:
    problem = read(file, content)
    assert isinstance(problem, Problem)
    assert problem.code == code


@pytest.mark.parametrize(("file", "printed"), [("a.CSV", True), ("a.xlsx", True), ("a.docx", False), ("a", False)])
def test_only_tables_and_texts_are_printed(file: str, printed: bool) -> None:
    assert is_printed(file) is printed
