"""Forms as workbooks: what the Word file says, cell by cell, and nothing in it is a formula."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from jiyao.records.choices import DocumentName
from jiyao.views.forms import FORMS, FormView
from jiyao.work.makers import make_workbook
from shell import jiyao, write
from wording import record_of

MEETING = """title: 局务会议
held: 2023-03-06 15:00
place: 三楼会议室
attendees: [{name: 张三, posts: [局长]}, {group: 各科室负责人, count: 3}]
agenda:
  - title: =HYPERLINK("x")
    decisions: [{text: +1同意采购。, responsible: 办公室, due: 2023-03-17}]
"""


def made(document: DocumentName) -> tuple[FormView, list[list[str]], bytes]:
    record = record_of(MEETING)
    assert record.meeting is not None, record.problems
    view = FORMS[document](record.meeting, record.office)
    book = make_workbook(document, record.meeting, record.office)
    assert isinstance(view, FormView)
    assert isinstance(book, bytes)
    rows = CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    return view, [[str(cell) for cell in row] for row in rows], book


@pytest.mark.parametrize("document", list(FORMS))
def test_a_workbook_says_what_the_word_file_says(document: DocumentName) -> None:
    view, rows, _book = made(document)
    facts = len(view.facts)
    assert rows[0][0] == view.title
    assert [row[0] for row in rows[1 : facts + 1]] == [each.label + each.text for each in view.facts]
    assert rows[facts + 1] == list(view.head)
    assert rows[facts + 2 :] == [list(row.cells) for row in view.rows]


@pytest.mark.parametrize("document", list(FORMS))
def test_nothing_of_a_record_becomes_a_formula_or_a_link(document: DocumentName) -> None:
    with ZipFile(BytesIO(made(document)[2])) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


@pytest.mark.parametrize("document", list(FORMS))
def test_the_same_record_makes_the_same_bytes(document: DocumentName) -> None:
    assert made(document)[2] == made(document)[2]


def test_forms_are_workbooks_too_where_that_is_asked_for_and_minutes_are_not(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 例会\nattendees: [张三]\n"})
    done = jiyao(tmp_path, "make", "a.yaml", "-d", "minutes,sign-in", "--xlsx")
    assert done.stdout.split() == ["a-纪要.docx", "a-签到表.docx", "a-签到表.xlsx"]
    assert "unchanged: 3" in jiyao(tmp_path, "make", "a.yaml", "-d", "minutes,sign-in", "--xlsx").stderr
    assert jiyao(tmp_path, "make", "a.yaml", "--xlsx").returncode == 2
