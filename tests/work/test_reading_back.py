"""A document that somebody has edited comes back into its record: what is in its texts, and nothing else."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from jiyao.work.reading_back import document_back, is_own_document
from shell import jiyao, tree

OFFICE = Path(__file__).parents[2] / "samples" / "office"
MINUTES, RECORD = "局长办公会-纪要.docx", "局长办公会.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(OFFICE, tmp_path / "office")
    run = jiyao(tmp_path / "office", "make", RECORD)
    assert run.returncode == 0, run.stderr
    return tmp_path / "office"


def edit(file: Path, **changes: str) -> None:
    """Write other words in place of some, in runs that keep their looks."""
    document = docx.Document(str(file))
    for old, new in changes.items():
        run = next(run for each in document.paragraphs for run in each.runs if old in run.text)
        run.text = run.text.replace(old, new)
    document.save(str(file))


def record(file: Path, old: str, new: str) -> None:
    """The same as a recorded change: what was is deleted, what is now is inserted."""
    document = docx.Document(str(file))
    run = next(run for each in document.paragraphs for run in each.runs if old in run.text)
    before, after = run.text.split(old)
    tail: Any = copy.deepcopy(run.element)
    parts = {"w:del": (old, "w:delText"), "w:ins": (new, "w:t")}
    run.text = before
    at: Any = run.element
    for tag, (text, holder) in parts.items():
        change, inner = OxmlElement(tag), copy.deepcopy(run.element)
        change.set(qn("w:id"), "9")
        change.set(qn("w:author"), "局长")
        for each in inner.findall(qn("w:t")):
            inner.remove(each)
        words = OxmlElement(holder)
        words.text = text
        inner.append(words)
        change.append(inner)
        at.addnext(change)
        at = change
    tail.find(qn("w:t")).text = after
    at.addnext(tail)
    document.save(str(file))


def test_edits_in_texts_go_into_the_record_and_nothing_else_changes(folder: Path) -> None:
    before = (folder / RECORD).read_text("utf-8")
    edit(folder / MINUTES, 整改偏慢="整改明显偏慢", 每周抽查一次="每周抽查两次")
    signed = (folder / MINUTES).read_bytes()
    run = jiyao(folder, "review", "import", MINUTES)
    assert run.returncode == 0, run.stderr
    assert "整改{+明显+}偏慢" in run.stdout
    wanted = before.replace("整改偏慢", "整改明显偏慢").replace("每周抽查一次", "每周抽查两次")
    assert (folder / RECORD).read_text("utf-8") == wanted
    assert (folder / MINUTES).read_bytes() == signed


def test_recorded_changes_count_as_made(folder: Path) -> None:
    before = (folder / RECORD).read_text("utf-8")
    record(folder / MINUTES, "每周抽查一次", "每周抽查两次")
    assert jiyao(folder, "review", "import", MINUTES).returncode == 0
    assert (folder / RECORD).read_text("utf-8") == before.replace("每周抽查一次", "每周抽查两次")


def test_the_english_of_a_release_comes_back_into_the_english(tmp_path: Path) -> None:
    shutil.copytree(OFFICE.parent / "procuratorate", tmp_path / "office")
    folder = tmp_path / "office"
    assert jiyao(folder, "make", "动员部署会.yaml", "-d", "release", "-l", "en").returncode == 0
    file = folder / "动员部署会-release.docx"
    paragraph = next(each for each in docx.Document(str(file)).paragraphs if "supervision" in each.text)
    before = (folder / "动员部署会.yaml").read_text("utf-8")
    edit(file, supervision="oversight")
    run = jiyao(folder, "review", "import", file.name)
    after = (folder / "动员部署会.yaml").read_text("utf-8")
    assert run.returncode == 0, run.stderr
    assert paragraph.text
    assert after != before
    assert after.count("oversight") > before.count("oversight")


def test_however_the_document_was_packed(folder: Path) -> None:
    (folder / MINUTES).unlink()
    assert jiyao(folder, "make", RECORD, "--force", JIYAO_CODEC="isal").returncode == 0
    edit(folder / MINUTES, 每周抽查一次="每周抽查两次")
    run = jiyao(folder, "review", "import", MINUTES, JIYAO_CODEC="isal")
    assert run.returncode == 0, run.stderr


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    edit(folder / MINUTES, 每周抽查一次="每周抽查两次")
    before = tree(folder)
    run = jiyao(folder, "review", "import", MINUTES, "--dry-run")
    assert "每周抽查[-一-]{+两+}次" in run.stdout
    assert tree(folder) == before


def test_edits_elsewhere_are_told_with_their_paragraph_and_written_nowhere(folder: Path) -> None:
    before = (folder / RECORD).read_bytes()
    edit(folder / MINUTES, **{"2023年6月9日前": "2023年6月10日前"})
    document = docx.Document(str(folder / MINUTES))
    next(each for each in document.paragraphs if each.text.startswith("陆志远按规定")).insert_paragraph_before(
        "另行通报。"
    )
    document.save(str(folder / MINUTES))
    run = jiyao(folder, "review", "import", MINUTES)
    assert [line.split(": ")[-1] for line in run.stderr.splitlines() if "B419" in line] == [
        "[-9-]{+10+}",
        "{+另行通报。+}",
    ]
    assert (folder / RECORD).read_bytes() == before


def test_a_record_that_has_changed_since_is_left_alone(folder: Path) -> None:
    edit(folder / MINUTES, 每周抽查一次="每周抽查两次")
    text = (folder / RECORD).read_text("utf-8").replace("整改偏慢", "整改太慢")
    (folder / RECORD).write_text(text, "utf-8")
    run = jiyao(folder, "review", "import", MINUTES)
    assert run.returncode == 3
    assert "B418" in run.stderr
    assert (folder / RECORD).read_text("utf-8") == text


def test_the_same_document_imported_again_changes_nothing(folder: Path) -> None:
    edit(folder / MINUTES, 每周抽查一次="每周抽查两次")
    jiyao(folder, "review", "import", MINUTES)
    before = (folder / RECORD).read_bytes()
    run = jiyao(folder, "review", "import", MINUTES)
    assert run.returncode == 0, run.stderr
    assert (folder / RECORD).read_bytes() == before


def test_a_document_that_nobody_has_edited_brings_nothing(folder: Path) -> None:
    assert is_own_document(folder / MINUTES)
    back = document_back(folder / MINUTES)
    assert (back.back.edited, back.problems) == ((), ())


def test_a_word_file_of_somebody_else_is_none_of_ours(folder: Path) -> None:
    docx.Document().save(str(folder / "别的.docx"))
    assert not is_own_document(folder / "别的.docx")
    assert jiyao(folder, "review", "import", "别的.docx").returncode == 3


def test_a_report_says_what_was_edited_and_what_is_in_no_text_and_writes_nothing(folder: Path) -> None:
    edit(folder / MINUTES, 整改偏慢="整改明显偏慢", 会议听取="会议认真听取")
    before = tree(folder)
    run = jiyao(folder, "review", "report", MINUTES, "-o", "改动.docx", "--ui", "zh")
    assert "B419" in run.stderr
    printed = jiyao(folder, "review", "report", MINUTES, "--ui", "zh").stdout
    assert "整改{+明显+}偏慢" in printed
    assert "(不采用)" in printed
    report = docx.Document(str(folder / "改动.docx"))
    assert [each.text for each in report.element.iter(qn("w:ins")) for each in each.iter(qn("w:t"))] == ["明显", "认真"]
    (folder / "改动.docx").unlink()
    assert tree(folder) == before
