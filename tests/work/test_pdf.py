"""PDF files: whole ones or none, under the document's own name, and what they are really printed with."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from pypdf import PdfReader

from jiyao.documents.pdf import facts_of
from jiyao.problems import Problem, Severity
from jiyao.work.pdf import Press, Printed, press, print_documents
from jiyao.work.pdf_faults import no_answer, no_libreoffice, no_pdf, substituted
from rendering import ENVIRONMENT
from sampled import minutes_docx
from soffices import CUT_SHORT, HANGING, SILENT, soffice

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")

BROKEN = b"PK\x03\x04 cut short"


def minutes(name: str) -> bytes:
    return minutes_docx(f"title: {name}\nplace: 三楼\n")


def printed(
    documents: Mapping[str, bytes], folder: Path, environment: Mapping[str, str] = ENVIRONMENT
) -> list[Printed]:
    """The documents, written into a folder under their names, as they come from the press."""
    paths = [folder / name for name in documents]
    for path, content in zip(paths, documents.values(), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with press(environment) as ready:
        assert isinstance(ready, Press), ready
        return list(print_documents(paths, ready))


def text_of(result: Printed) -> str:
    assert result.pdf is not None, result.problems
    return "".join(page.extract_text() for page in PdfReader(BytesIO(result.pdf)).pages)


def with_picture(target: str) -> bytes:
    """A document that wants a picture from outside."""
    document = docx.Document()
    relation = document.part.rels.get_or_add_ext_rel(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", target
    )
    drawing = (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:pict>'
        f'<v:shape style="width:90pt;height:90pt"><v:imagedata r:id="{relation}"/></v:shape></w:pict></w:r>'
    )
    document.add_paragraph("纪要").runs[0].element.addnext(parse_xml(drawing))
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


class Asked(BaseHTTPRequestHandler):
    """Writes down what is asked for."""

    paths: list[str]

    def _answer(self) -> None:
        self.paths.append(self.path)
        self.send_error(404)

    do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = _answer  # noqa: N815 (the names that the server looks for)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and what is asked for there."""
    Asked.paths = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Asked) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}", Asked.paths
        serving.shutdown()
        thread.join()


@pytest.mark.rendering
def test_ten_documents_come_from_one_call_each_as_its_own_pdf(tmp_path: Path) -> None:
    names = [f"{each}会" for each in "甲乙丙丁戊己庚辛壬癸"]
    results = printed({f"{name}.docx": minutes(name) for name in names}, tmp_path)
    assert [result.document.stem for result in results] == names
    assert [name for name, result in zip(names, results, strict=True) if name not in text_of(result)] == []


@pytest.mark.rendering
def test_any_name_that_a_file_may_have_is_printed(tmp_path: Path) -> None:
    names = ["会议 纪要 100%.docx", "〔2023〕5号（新）.docx", "a%20b#c?.docx", "-纪要.docx", "子 夹/纪要.docx"]
    results = printed({name: minutes("例会") for name in names}, tmp_path)
    assert [result.document.relative_to(tmp_path).as_posix() for result in results if result.pdf] == names


@pytest.mark.rendering
def test_a_broken_document_stops_no_other(tmp_path: Path) -> None:
    documents = {"a.docx": minutes("甲会"), "b.docx": BROKEN, "c.docx": minutes("丙会")}
    first, broken, last = printed(documents, tmp_path)
    assert "甲会" in text_of(first)
    assert "丙会" in text_of(last)
    assert broken.pdf is None
    assert [problem.code for problem in broken.problems] == [no_pdf.rule.code]


@pytest.mark.rendering
def test_a_document_that_is_not_there_is_said(tmp_path: Path) -> None:
    with press(ENVIRONMENT) as ready:
        assert isinstance(ready, Press)
        (result,) = print_documents([tmp_path / "none.docx"], ready)
    assert result.pdf is None
    assert "no such file" in str(result.problems[0])


@pytest.mark.rendering
def test_two_runs_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    results: dict[str, list[Printed]] = {}

    def run(name: str) -> None:
        results[name] = printed({f"{name}.docx": minutes(name)}, tmp_path / name)

    threads = [threading.Thread(target=run, args=(name,)) for name in ("甲会", "乙会")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(name in text_of(results[name][0]) for name in ("甲会", "乙会"))


@pytest.mark.rendering
def test_nothing_is_left_behind(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    path = tmp_path / "made" / "a.docx"
    path.parent.mkdir()
    path.write_bytes(minutes("例会"))
    with press({**ENVIRONMENT, "HOME": str(home)}) as ready:
        assert isinstance(ready, Press)
        (result,) = print_documents([path], ready)
    assert result.pdf is not None
    assert not ready.folder.exists()
    # An empty `.config` may be there, as every home has one.
    assert [each.name for folder in (home, path.parent) for each in folder.rglob("*") if each.is_file()] == ["a.docx"]


@pytest.mark.rendering
def test_nothing_is_fetched_for_a_document(tmp_path: Path, server: tuple[str, list[str]]) -> None:
    address, asked = server
    (result,) = printed({"a.docx": with_picture(f"{address}/a.png")}, tmp_path)
    assert "纪要" in text_of(result)
    assert asked == []


@pytest.mark.rendering
def test_the_face_that_is_missing_is_named_with_the_one_in_its_place(tmp_path: Path) -> None:
    (result,) = printed({"a.docx": minutes("例会")}, tmp_path)
    found = {problem.code: problem for problem in result.problems}
    assert set(found) == {substituted.rule.code}
    assert found[substituted.rule.code].severity is Severity.WARNING
    said = "\n".join(map(str, result.problems))
    assert "仿宋_GB2312 is not on this machine; printed with FandolFang" in said
    assert "方正小标宋简体 is not on this machine; printed with FandolSong" in said


@pytest.mark.rendering
def test_a_face_that_is_here_is_not_named(tmp_path: Path) -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("plain text 1")
    run.font.name = "FandolFang"
    saved = BytesIO()
    document.save(saved)
    (result,) = printed({"a.docx": saved.getvalue()}, tmp_path)
    assert result.pdf is not None
    assert result.problems == ()


@pytest.mark.rendering
def test_what_the_press_makes_is_a_whole_pdf_with_its_fonts_inside(tmp_path: Path) -> None:
    (result,) = printed({"a.docx": minutes("例会")}, tmp_path)
    assert result.pdf is not None
    facts = facts_of(result.pdf)
    assert facts is not None
    assert facts.pages == 1
    assert {font.name for font in facts.fonts} >= {"FandolFang-Regular", "FandolSong-Regular"}
    assert all(font.is_embedded for font in facts.fonts)
    assert facts_of(result.pdf[: len(result.pdf) // 2]) is None
    assert facts_of(result.pdf[:-2000] + b"%%EOF") is None


@posix
@pytest.mark.parametrize("script", [SILENT, CUT_SHORT])
def test_a_libreoffice_that_ends_well_and_makes_nothing_whole_is_not_believed(script: str, tmp_path: Path) -> None:
    environment = {**ENVIRONMENT, "JIYAO_SOFFICE": str(soffice(tmp_path / "bin", script))}
    (result,) = printed({"a.docx": minutes("例会")}, tmp_path, environment)
    assert result.pdf is None
    assert [problem.code for problem in result.problems] == [no_pdf.rule.code]


@posix
def test_what_libreoffice_complained_about_is_told(tmp_path: Path) -> None:
    environment = {**ENVIRONMENT, "JIYAO_SOFFICE": str(soffice(tmp_path / "bin", SILENT))}
    (result,) = printed({"a.docx": minutes("例会")}, tmp_path, environment)
    assert "source file could not be loaded" in str(result.problems[0].hint)


@posix
def test_a_libreoffice_that_hangs_is_said_of_every_document_and_tried_no_longer(tmp_path: Path) -> None:
    counted = f'echo call >> "{tmp_path}/calls"\n{HANGING}'
    program = soffice(tmp_path / "bin", counted)
    paths = [tmp_path / f"{name}.docx" for name in "abcdef"]
    for path in paths:
        path.write_bytes(BROKEN)
    with press({**ENVIRONMENT, "JIYAO_SOFFICE": str(program)}) as ready:
        assert isinstance(ready, Press)
        results = list(print_documents(paths, impatient(ready)))
    assert [problem.code for result in results for problem in result.problems] == [no_answer.rule.code] * 6
    assert (tmp_path / "calls").read_text("utf-8").count("call") == 3


def impatient(ready: Press) -> Press:
    """The same press, which waits for half a second."""
    return replace(ready, office=replace(ready.office, start=0.5, each=0))


def test_without_libreoffice_it_is_said_what_to_type(tmp_path: Path) -> None:
    with press({**os.environ, "JIYAO_SOFFICE": str(tmp_path / "soffice")}) as ready:
        assert isinstance(ready, Problem)
    assert ready.code == no_libreoffice.rule.code
    assert f"there is no program {tmp_path / 'soffice'}" in str(ready)
    assert "install" in str(ready.hint)
