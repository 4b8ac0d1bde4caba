"""The lines that reports show beneath problems."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

from jiyao.cli.reading import Lines
from jiyao.problems import Place


def test_lines_of_a_file_of_many_records_are_shown_by_their_numbers(tmp_path: Path) -> None:
    file = tmp_path / "年.jsonl"
    file.write_text('{"title": "甲"}\n\n{"title": "乙"}\n', "utf-8")
    shown = Lines()
    assert [shown(Place(str(file), line)) for line in (1, 3, 3, 1)] == [
        '{"title": "甲"}\n',
        '{"title": "乙"}\n',
        '{"title": "乙"}\n',
        '{"title": "甲"}\n',
    ]


def test_what_is_not_there_is_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "年.jsonl"
    file.write_text('{"title": "甲"}\n\n', "utf-8")
    shown = Lines()
    assert [shown(Place(str(file), line)) for line in (2, 3)] == [None, None]
    assert shown(Place(str(tmp_path / "none.jsonl"), 1)) is None
    assert shown(Place(str(tmp_path / "none.yaml"), 1)) is None


def test_a_file_of_many_records_is_never_in_memory_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "年.jsonl"
    with file.open("w", encoding="utf-8") as lines:
        for number in range(5_000):
            lines.write(f'{{"id": {number}, "title": "{"甲" * 1_000}"}}\n')
    shown = Lines()
    tracemalloc.start()
    last = shown(Place(str(file), 5_000))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert last is not None
    assert '"id": 4999' in last
    assert most < file.stat().st_size / 10
