"""What LibreOffice prints of workbooks: every cell can be read to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from python_calamine import CalamineWorkbook

from rendering import missing_tools, to_pdf
from sampled import SAMPLES
from shell import jiyao

pytestmark = [
    pytest.mark.rendering,
    pytest.mark.skipif(bool(missing_tools()), reason=f"missing: {', '.join(missing_tools())}"),
]


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("workbooks")
    record = SAMPLES / "office" / "局长办公会.yaml"
    orders = (
        ("make", record, "-d", "agenda,sign-in,follow-up", "--xlsx", "-o", folder),
        ("review", "export", record, "--to", "xlsx", "-o", folder),
        ("follow-up", "export", SAMPLES / "office", "-o", folder),
    )
    for order in orders:
        done = jiyao(folder, *order)
        assert done.returncode == 0, done.stderr
    return {each.stem: each for each in folder.glob("*.xlsx")}


def cells(workbook: Path) -> set[str]:
    """The texts of the first sheet, without blanks, where a line may end; not those of the column that is hidden."""
    rows = CalamineWorkbook.from_filelike(BytesIO(workbook.read_bytes())).get_sheet_by_index(0).to_python()
    shown = len(rows[0]) - (workbook.stem == "督办事项")
    return {plain for row in rows for each in row[:shown] if (plain := re.sub(r"\s", "", str(each)))}


def printed(pdf: Path) -> Iterator[str]:
    """The text of each cell of the tables, and that of each page."""
    with pdfplumber.open(pdf) as document:
        for page in document.pages:
            texts = [page.extract_text(), *(each for table in page.extract_tables() for row in table for each in row)]
            yield from (re.sub(r"\s", "", each) for each in texts if each)


def test_every_cell_of_a_table_is_printed_whole(workbooks: dict[str, Path], tmp_path: Path) -> None:
    assert len(workbooks) == 5
    made = to_pdf(
        {name: file.read_bytes() for name, file in workbooks.items()}, tmp_path / "pdf", tmp_path / "profile", ".xlsx"
    )
    for name, pdf in made.items():
        seen = list(printed(pdf))
        lost = [text for text in cells(workbooks[name]) if not any(text in each for each in seen)]
        assert not lost, name
