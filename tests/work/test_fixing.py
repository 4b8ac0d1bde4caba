"""A file is mended as it is written, each problem wholly or not at all, and never made worse."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from jiyao.problems import Edit, Place
from jiyao.records.load import load_records
from jiyao.records.writing import NotWrittenError
from jiyao.work.fixing import fix_file

BOM = codecs.BOM_UTF8


def fix(path: Path) -> int:
    """Make every fix that the problems of a file bring along."""
    problems = [each for record in load_records(path.read_bytes(), path.name) for each in record.problems]
    return fix_file(path, [each.fix for each in problems])


def line(title: str, key: str = "attendees", encoding: str = "utf-8") -> bytes:
    return f'{{"title": "{title}", "{key}": ["张三"]}}\n'.encode(encoding)


@pytest.mark.parametrize("mark", [b"", BOM, BOM + BOM])
def test_byte_order_marks_stay_wherever_they_are(mark: bytes, tmp_path: Path) -> None:
    for name in ("a.json", "a.jsonl"):
        (tmp_path / name).write_bytes(mark + line("甲", "atendees"))
        assert fix(tmp_path / name) == 1
        assert (tmp_path / name).read_bytes() == mark + line("甲")
    (tmp_path / "b.jsonl").write_bytes(line("甲") + mark + line("乙", "atendees"))
    assert fix(tmp_path / "b.jsonl") == 1
    assert (tmp_path / "b.jsonl").read_bytes() == line("甲") + mark + line("乙")


def test_each_line_keeps_its_own_encoding(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(line("甲", "atendees") + b"\n" + line("乙", "atendees", "gb18030") + line("丙"))
    assert fix(file) == 2
    assert file.read_bytes() == line("甲") + b"\n" + line("乙", encoding="gb18030") + line("丙")


def test_what_would_be_worse_afterwards_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("title: 例会\nplace: 三楼\n", "utf-8")
    for text in ("title", "[place", '"'):
        with pytest.raises(NotWrittenError):
            fix_file(file, [[Edit(Place("a.yaml", 2, 1, 2, 6), text)]])
        assert file.read_text("utf-8") == "title: 例会\nplace: 三楼\n"


def test_only_fixes_that_were_made_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("title: 例会\n", "utf-8")
    start = [Edit(Place("a.yaml", 1, 8, 1, 8), '"'), Edit(Place("a.yaml", 1, 10, 1, 10), '"')]
    assert fix_file(file, [start, start, [Edit(Place("a.yaml", 1, 9, 1, 10), "议")], []]) == 1
    assert file.read_text("utf-8") == 'title: "例会"\n'
    assert fix_file(file, []) == 0


def test_a_linked_record_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.yaml").write_text("titel: 例会\n", "utf-8")
    (tmp_path / "a.yaml").symlink_to("real/a.yaml")
    assert fix(tmp_path / "a.yaml") == 1
    assert (tmp_path / "a.yaml").is_symlink()
    assert (tmp_path / "real/a.yaml").read_text("utf-8") == "title: 例会\n"
