"""The archive follows the records, and holds nothing that it must not hold."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from jiyao.work.archive.indexing import update
from jiyao.work.archive.schema import archive_file, opened_archive
from jiyao.work.archive.searching import Wanted, search
from shell import write
from years import write_year

OFFICE = "name: 某局\npeople:\n  - {id: zhang, name: {zh: 张三, en: Zhang San}}\n"


def record(title: str, *lines: str, day: str = "2023-03-06") -> str:
    return "\n".join((f"title: {title}", f"held: {day}", *lines, ""))


def found(folder: Path, words: str = "", **wanted: object) -> list[str]:
    update(folder)
    return [hit.title for hit in search(folder, Wanted(words, **wanted))]  # type: ignore[arg-type]


def rows(folder: Path) -> list[tuple[object, ...]]:
    """Everything in the archive but the numbers of its rows."""
    tables = ("meeting", "attendance", "conveyed", "statement", "matter", "progress", "passage")
    with opened_archive(folder) as base:
        return sorted(
            (table, *(str(value) for value in row[2 if table == "meeting" else 1 if table != "progress" else 0 :]))
            for table in tables
            for row in base.execute(f"SELECT * FROM {table}")  # noqa: S608
        )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(
        tmp_path,
        {
            "office.yaml": OFFICE,
            "a.yaml": record("安全例会", "attendees: [张三]", "requirements: [纳入督办。]"),
            "b.yaml": record("学习会", "kind: study", "chair: 张三", day="2022-05-01"),
        },
    )
    return tmp_path


def test_words_years_kinds_and_people_narrow_the_search(folder: Path) -> None:
    assert found(folder, "督办") == ["安全例会"]
    assert found(folder, "督办 安全") == ["安全例会"]
    assert found(folder, "督办 学习") == []
    assert found(folder, year=2022) == ["学习会"]
    assert found(folder, kind="学习会") == found(folder, kind="study") == ["学习会"]
    assert found(folder, person="张三") == ["安全例会", "学习会"]
    assert found(folder, person="Zhang San") == ["安全例会"]


def test_only_what_has_changed_is_read_again(folder: Path) -> None:
    assert update(folder).read == 2
    assert update(folder).read == 0
    write(folder, {"a.yaml": record("消防例会")})
    assert update(folder).read == 1
    assert found(folder, "消防") == ["消防例会"]
    assert found(folder, "督办") == []
    (folder / "b.yaml").unlink()
    assert found(folder, "学习") == []
    write(folder, {"office.yaml": OFFICE + "  - 李四\n"})
    assert update(folder).read == 1


def test_an_archive_that_grew_is_the_archive_made_anew(tmp_path: Path) -> None:
    write_year(tmp_path)
    update(tmp_path)
    for file in sorted(tmp_path.glob("2023/*.yaml"))[::3]:
        file.write_text(file.read_text("utf-8").replace("局机关三楼", "局机关四楼"), "utf-8")
    for file in sorted(tmp_path.glob("2022/*.yaml"))[::5]:
        file.unlink()
    hits = [found(tmp_path, words, most=1000) for words in ("机关四楼", "机关三楼", "燃气")]
    assert all(hits)
    grown = rows(tmp_path)
    update(tmp_path, rebuild=True)
    assert [found(tmp_path, words, most=1000) for words in ("机关四楼", "机关三楼", "燃气")] == hits
    assert rows(tmp_path) == grown


def test_nothing_of_a_secret_record_is_in_the_file_even_if_it_was_there_before(folder: Path) -> None:
    write(folder, {"c.yaml": record("zebracode 会议", "requirements: [quaggaword 事项。]")})
    assert found(folder, "quaggaword") == ["zebracode 会议"]
    assert b"quaggaword" in archive_file(folder).read_bytes()
    write(folder, {"c.yaml": record("zebracode 会议", "requirements: [quaggaword 事项。]", "issue: {secrecy: 秘密}")})
    assert update(folder).secret == 1
    assert found(folder, "quaggaword") == []
    content = archive_file(folder).read_bytes()
    assert b"quaggaword" not in content
    assert b"zebracode" not in content


def test_records_with_errors_are_left_out_and_counted(folder: Path) -> None:
    write(folder, {"c.yaml": record("坏会议", day="2023-02-30")})
    assert update(folder).left_out == 1
    assert found(folder, "坏会议") == []


def test_a_damaged_archive_and_one_of_another_version_are_made_anew(folder: Path) -> None:
    update(folder)
    archive_file(folder).write_bytes(b"this is no database" * 1000)
    assert found(folder, "督办") == ["安全例会"]
    with sqlite3.connect(archive_file(folder)) as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    assert found(folder, "督办") == ["安全例会"]


def test_progress_is_in_the_archive(folder: Path) -> None:
    write(folder, {"follow-up.csv": "record,item,status\na.yaml,r1,done\n"})
    update(folder)
    assert ("progress", "a.yaml", "r1", "done", "None", "", "", "None") in rows(folder)


def test_a_workspace_within_a_workspace_has_an_archive_of_its_own(folder: Path) -> None:
    write(folder, {"other/office.yaml": "name: 乙局\n", "other/c.yaml": record("他局会议")})
    assert found(folder, "他局") == []
    assert found(folder / "other", "他局") == ["他局会议"]


def test_a_snippet_shows_the_words_around_the_first_one(folder: Path) -> None:
    long = "前" * 60 + "督办" + "后" * 60
    write(folder, {"a.yaml": record("例会", f"requirements: ['{long}']")})
    update(folder)
    (hit,) = search(folder, Wanted("督办"))
    assert hit.snippets == (("statement", f"…{'前' * 24}督办{'后' * 24}…"),)


def test_the_own_folder_as_a_link_is_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (folder / ".jiyao").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    with pytest.raises(OSError, match="symbolic"):
        update(folder)
