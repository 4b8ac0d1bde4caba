"""`follow-up.csv`: read whatever Excel made of it, written so that Excel reads it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.records.choices import Status
from jiyao.records.progress import Progress, progress_csv, read_progress

HEAD = "record,item,status,closed_on,closed_by,note,updated\n"
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12).map(str.strip)
ROWS = st.builds(
    Progress,
    record=WORDS.filter(bool),
    item=st.sampled_from(["d1", "2.r3"]),
    status=st.none() | st.sampled_from(Status),
    closed_on=st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2099, 1, 1)),
    closed_by=WORDS,
    note=WORDS,
)


def problems(text: str) -> list[str]:
    return [f"{each.place} {each.code}" for each in read_progress(text.encode(), "follow-up.csv")[1]]


@given(st.lists(ROWS, unique_by=lambda each: each.key))
def test_what_is_written_is_read_again(rows: list[Progress]) -> None:
    assert read_progress(progress_csv(rows), "follow-up.csv") == ({each.key: each for each in rows}, ())


def test_chinese_headings_and_words_mean_the_same_in_any_order_of_columns() -> None:
    text = "状态,会议标识,事项编号,我们自己的列,办结日期\n已办结,a,d1,随便,2023年3月6日\n"
    row = Progress("a", "d1", Status.DONE, dt.date(2023, 3, 6))
    assert read_progress(text.encode("gb18030"), "follow-up.csv")[0] == {row.key: row}


def test_excel_finds_out_by_itself_that_it_is_utf_8() -> None:
    assert progress_csv([]).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n", ["follow-up.csv:1:1 R301"]),
        (f"{HEAD},d1,done\n", ["follow-up.csv:2:1 R302"]),
        (f"{HEAD}a,d1,差不多了\n\nb,d1,done,2023-02-30\n", ["follow-up.csv:2:1 R303", "follow-up.csv:4:1 R304"]),
        (f'{HEAD}a,d1,done,,,"两行\n备注"\nb,d2,坏,,,"两行\n备注"\n', ["follow-up.csv:4:1 R303"]),
        ("", []),
        (f"{HEAD}a,d1,,,,{'长' * 200_000}\n", ["follow-up.csv:2:1 R301"]),
    ],
)
def test_each_fault_has_its_line_and_the_other_rows_count(text: str, expected: list[str]) -> None:
    assert problems(text) == expected
