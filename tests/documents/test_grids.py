"""Grids of tables follow their rows; a document whose grids fit is left alone, and needs no other reader for that."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from jiyao.documents.filling.cleaning import with_new_grids
from jiyao.documents.filling.template import grids_fit

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def table(columns: int, rows: list[int], within: str = "") -> str:
    grid = '<w:gridCol w:w="100"/>' * columns
    cell = '<w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/></w:tcPr>{}<w:p/></w:tc>'
    lines = "".join(f"<w:tr><w:trPr/>{cell.format(within) * cells}</w:tr>" for cells in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def document(*tables: str) -> str:
    return f"<w:document {NAMESPACE}><w:body>{''.join(tables)}</w:body></w:document>"


def columns_of(xml: str) -> int:
    return len(re.findall("<w:gridCol ", xml))


@given(st.integers(1, 5), st.lists(st.integers(1, 5), min_size=1, max_size=4))
def test_a_grid_that_fits_is_one_that_docxtpl_would_not_change(columns: int, rows: list[int]) -> None:
    xml = document(table(columns, rows))
    assert grids_fit(xml) == (columns_of(with_new_grids(xml)) == columns)


def test_tables_in_cells_are_looked_at_by_themselves() -> None:
    inner = table(2, [2, 1])
    assert grids_fit(document(table(1, [1], inner), table(3, [3])))
    assert not grids_fit(document(table(1, [1], table(1, [2]))))
    assert not grids_fit(document(table(3, [2], inner)))


def test_where_there_are_no_tables_all_fit() -> None:
    assert grids_fit(document())
