"""`jiyao make --pdf` and `--check-layout`: PDF files beside the documents, and what is wrong with their pages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from jiyao.documents.shipped import templates_dir
from jiyao.ooxml.package import write_package
from rendering import FONTS
from shell import GENERATORS, jiyao, tree, write

RECORD = "title: 例会\nplace: 三楼\n"
NONE = {"JIYAO_SOFFICE": "/nowhere/soffice"}
FREE = {"JIYAO_FONTS": str(FONTS)}


def lower_mark(folder: Path) -> Path:
    """A template whose mark stands too low."""
    with ZipFile(templates_dir() / "minutes.zh.docx") as shipped:
        parts = {name: shipped.read(name) for name in shipped.namelist()}
    before, name, after = parts["word/styles.xml"].decode().partition('<w:name w:val="标志上方"/>')
    parts["word/styles.xml"] = (before + name + re.sub(r'w:line="\d+"', 'w:line="2050"', after, count=1)).encode()
    file = folder / "low.docx"
    file.write_bytes(write_package(parts))
    return file


@pytest.mark.rendering
def test_a_pdf_stands_beside_each_document_and_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD, "周会.yaml": "title: 周会\n"})
    run = jiyao(tmp_path, "make", ".", "--pdf", **FREE)
    assert run.returncode == 0
    assert run.stdout.splitlines() == ["例会-纪要.docx", "周会-纪要.docx", "例会-纪要.pdf", "周会-纪要.pdf"]
    assert all(content.startswith(b"%PDF") for name, content in tree(tmp_path).items() if name.endswith(".pdf"))
    assert run.stderr.splitlines()[-1] == "made: 4"


@pytest.mark.rendering
def test_a_face_that_is_missing_is_told_once_for_a_run(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD, "周会.yaml": "title: 周会\n"})
    run = jiyao(tmp_path, "make", ".", "--pdf", "--format", "json", **FREE)
    faces = [each["message"] for each in json.loads(run.stdout) if each["code"] == "D223"]
    assert "仿宋_GB2312 is not on this machine; printed with FandolFang" in faces
    assert len(faces) == len(set(faces))
    assert "例会-纪要.pdf" in run.stderr


@pytest.mark.rendering
def test_a_pdf_that_is_up_to_date_is_not_printed_again(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD})
    jiyao(tmp_path, "make", "例会.yaml", "--pdf", **FREE)
    before = (tmp_path / "例会-纪要.pdf").read_bytes()
    again = jiyao(tmp_path, "make", "例会.yaml", "--pdf", **FREE, **NONE)
    assert (again.returncode, again.stderr) == (0, "unchanged: 2\n")
    assert (tmp_path / "例会-纪要.pdf").read_bytes() == before


@pytest.mark.rendering
def test_a_changed_record_is_printed_again_over_the_programs_own_pdf(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD})
    jiyao(tmp_path, "make", "例会.yaml", "--pdf", **FREE)
    before = (tmp_path / "例会-纪要.pdf").read_bytes()
    write(tmp_path, {"例会.yaml": "title: 例会\nplace: 五楼\n"})
    assert jiyao(tmp_path, "make", "例会.yaml", "--pdf", **FREE).returncode == 0
    assert (tmp_path / "例会-纪要.pdf").read_bytes() != before
    assert sorted(tree(tmp_path)) == ["例会-纪要.docx", "例会-纪要.pdf", "例会.yaml"]


@pytest.mark.rendering
def test_a_pdf_that_somebody_signed_stays_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD})
    jiyao(tmp_path, "make", "例会.yaml", "--pdf", **FREE)
    signed = (tmp_path / "例会-纪要.pdf").read_bytes() + b"% signed\n"
    (tmp_path / "例会-纪要.pdf").write_bytes(signed)
    run = jiyao(tmp_path, "make", "例会.yaml", "--pdf", **FREE)
    assert run.returncode == 4
    assert "例会-纪要（新）.pdf" in run.stdout
    assert (tmp_path / "例会-纪要.pdf").read_bytes() == signed


@pytest.mark.rendering
def test_layout_is_measured_without_leaving_a_pdf(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD})
    template = lower_mark(tmp_path)
    run = jiyao(tmp_path, "make", "例会.yaml", "--template", template, "--check-layout", "--select", "D3", **FREE)
    assert run.returncode == 0
    assert "例会-纪要.pdf: page 1: warning D305: the mark begins at" in run.stderr
    assert sorted(tree(tmp_path)) == ["low.docx", "例会-纪要.docx", "例会.yaml"]
    strict = jiyao(tmp_path, "make", "例会.yaml", "--template", template, "--check-layout", "--strict", **FREE)
    assert strict.returncode == 1


@pytest.mark.rendering
def test_the_programs_own_layout_is_silent(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD})
    run = jiyao(tmp_path, "make", "例会.yaml", "--check-layout", "--ignore", "D223", **FREE)
    assert (run.returncode, run.stderr) == (0, "made: 1\n")


@pytest.mark.rendering
def test_without_what_measures_pages_it_is_said_what_to_type(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD, "without/pypdfium2.py": "raise ImportError\n"})
    path = os.pathsep.join((str(tmp_path / "without"), str(GENERATORS)))
    run = jiyao(tmp_path, "make", "例会.yaml", "--check-layout", PYTHONPATH=path, **FREE)
    assert run.returncode == 5
    assert 'type `pip install "jiyao[layout]"`' in run.stderr


def test_without_libreoffice_the_word_files_are_made_and_the_rest_is_exit_code_5(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD, "周会.yaml": "title: 周会\n"})
    run = jiyao(tmp_path, "make", ".", "--pdf", **NONE)
    assert run.returncode == 5
    assert sorted(tree(tmp_path)) == ["例会-纪要.docx", "例会.yaml", "周会-纪要.docx", "周会.yaml"]
    assert run.stderr.count("error D220: there is no program /nowhere/soffice") == 1
    assert run.stderr.splitlines()[-1] == "made: 2, not made: 2"


@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig says which fonts there are")
@pytest.mark.rendering
def test_without_any_chinese_font_there_is_no_pdf_of_empty_boxes(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD, "fonts.conf": "<fontconfig/>\n"})
    run = jiyao(tmp_path, "make", "例会.yaml", "--pdf", FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))
    assert run.returncode == 5
    assert "no font with Chinese characters is on this machine" in run.stderr
    assert not (tmp_path / "例会-纪要.pdf").exists()


def test_a_dry_run_prints_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD})
    run = jiyao(tmp_path, "make", "例会.yaml", "--pdf", "--dry-run", **NONE)
    assert (run.returncode, run.stderr) == (0, "would be: made: 1\n")
    assert sorted(tree(tmp_path)) == ["例会.yaml"]


def test_who_makes_word_files_alone_does_not_wait_for_what_makes_pdf_files(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD})
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "jiyao", "make", "例会.yaml"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(GENERATORS), "JIYAO_CACHE": "off"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    imported = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "jiyao.work.making" in imported
    assert {
        "pypdf",
        "pypdfium2",
        "subprocess",
        "jiyao.work.pdf",
        "jiyao.documents.layout.measuring",
    } & imported == set()
