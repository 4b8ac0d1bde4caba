"""`jiyao review`: what translators get, what comes back of it, and that nothing is lost on the way."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from sampled import SAMPLES
from shell import jiyao, tree, write

RECORD = "动员部署会.yaml"
OLD, NEW = "Party branch secretaries", "secretaries of the Party branches"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with the sample of a procuratorate."""
    shutil.copytree(SAMPLES / "procuratorate", tmp_path / "office", ignore=shutil.ignore_patterns(".jiyao"))
    return tmp_path / "office"


def export(office: Path, form: str) -> Path:
    """What was exported for a translator; a preview of the release is beside it."""
    run = jiyao(office, "review", "export", RECORD, "--to", form)
    assert (run.returncode, run.stderr) == (0, "")
    name, *_others, preview = run.stdout.splitlines()
    assert preview == "动员部署会.preview.docx"
    return office / name.partition("/")[0]


def edit_xml(old: str, new: str) -> Callable[[Path], None]:
    """Changes the targets of an XLIFF file as an editor does."""

    def edit(file: Path) -> None:
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"(<target.*>)(.*)</target>", lambda m: m[0].replace(old, new), text), "utf-8")

    return edit


def edit_word(old: str, new: str, author: str = "") -> Callable[[Path], None]:
    """Changes a text of a Word file, recorded as the change of `author` where one is named."""

    def run(text: str, tag: str = "t") -> str:
        return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'

    def edit(file: Path) -> None:
        with ZipFile(file) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        changed = run(new)
        if author:
            by = f'w:author="{author}" w:date="2023-03-08T09:00:00Z"'
            changed = f'<w:del w:id="901" {by}>{run(old, "delText")}</w:del><w:ins w:id="902" {by}>{run(new)}</w:ins>'
        document = parts["word/document.xml"].decode()
        assert document.count(run(old)) == 1
        parts["word/document.xml"] = document.replace(run(old), changed).encode()
        with ZipFile(file, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, data)

    return edit


def edit_excel(file: Path) -> None:
    """Changes a text of a workbook, where it is shown and not where what was handed out is kept."""
    with ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(OLD.encode(), NEW.encode())
    with ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def edit_memory(file: Path) -> None:
    memory = file / "omegat/project_save.tmx" if file.is_dir() else file
    memory.write_text(memory.read_text("utf-8").replace(f"<seg>{OLD}<", f"<seg>{NEW}<"), "utf-8")


@pytest.mark.parametrize(
    ("form", "edit"),
    [
        ("xlsx", edit_excel),
        ("tmx", edit_memory),
        ("omegat", edit_memory),
        ("docx", edit_word(OLD, NEW)),
        ("docx", edit_word(OLD, NEW, "Reviewer")),
        ("xlf", edit_xml(OLD, NEW)),
        ("xlf2", edit_xml(OLD, NEW)),
    ],
)
def test_the_record_differs_in_exactly_the_edited_text(form: str, edit: Callable[[Path], None], office: Path) -> None:
    before = (office / RECORD).read_bytes()
    file = export(office, form)
    edit(file)
    run = jiyao(office, "review", "import", file.name, "--dry-run")
    assert "{+secretaries of the +}Party [-branch secretaries-]{+branches+}" in run.stdout
    assert (office / RECORD).read_bytes() == before
    assert jiyao(office, "review", "import", file.name).returncode == 0
    assert (office / RECORD).read_bytes() == before.replace(OLD.encode(), NEW.encode())


def test_of_two_reviewers_of_one_text_the_second_is_told_and_nothing_is_lost(office: Path) -> None:
    file = export(office, "docx")
    second = shutil.copy(file, office / "second.docx")
    edit_word(OLD, NEW)(file)
    edit_word(OLD, "heads of the Party branches")(Path(second))
    assert jiyao(office, "review", "import", file.name).returncode == 0
    once = (office / RECORD).read_bytes()
    run = jiyao(office, "review", "import", "second.docx")
    assert (run.returncode, "B409" in run.stderr) == (4, True)
    assert (office / RECORD).read_bytes() == once
    assert jiyao(office, "review", "import", "second.docx", "--ours").returncode == 0
    assert (office / RECORD).read_bytes() == once
    assert jiyao(office, "review", "import", "second.docx", "--theirs").returncode == 0
    assert b"heads of the Party branches" in (office / RECORD).read_bytes()


def test_a_segment_that_is_gone_stops_everything_unless_a_part_will_do(office: Path) -> None:
    file = export(office, "xlf")
    edit_xml(OLD, NEW)(file)
    text = file.read_text("utf-8")
    file.write_text(re.sub(r'(?s)<trans-unit id="title".*?</trans-unit>', "", text), "utf-8")
    before = (office / RECORD).read_bytes()
    run = jiyao(office, "review", "import", file.name)
    assert (run.returncode, "B406" in run.stderr) == (1, True)
    assert (office / RECORD).read_bytes() == before
    assert jiyao(office, "review", "import", file.name, "--partial").returncode == 0
    assert (office / RECORD).read_bytes() == before.replace(OLD.encode(), NEW.encode())


def test_replacing_all_over_a_file_does_not_change_what_was_handed_out(office: Path) -> None:
    file = export(office, "xlf")
    file.write_text(file.read_text("utf-8").replace(OLD, NEW), "utf-8")
    before = (office / RECORD).read_bytes()
    assert jiyao(office, "review", "import", file.name).returncode == 0
    assert (office / RECORD).read_bytes() == before.replace(OLD.encode(), NEW.encode())
    shutil.rmtree(office / ".jiyao")
    run = jiyao(office, "review", "import", file.name)
    assert (run.returncode, "B403" in run.stderr) == (3, True)


def test_an_export_that_somebody_works_on_is_not_overwritten(office: Path) -> None:
    file = export(office, "docx")
    edit_word(OLD, NEW)(file)
    edited = file.read_bytes()
    run = jiyao(office, "review", "export", RECORD)
    assert (run.returncode, "D206" in run.stderr) == (4, True)
    assert file.read_bytes() == edited
    assert jiyao(office, "review", "export", RECORD, "--force").returncode == 0
    assert file.read_bytes() != edited


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("a.xlf", "no xml", "B401"), ("a.docx", "PK no zip", "T001"), ("a.xml", "<a/>", "B401"), ("no.xlf", None, "R001")],
)
def test_what_is_no_review_file_is_refused_with_its_name(
    name: str, content: str | None, code: str, tmp_path: Path
) -> None:
    if content is not None:
        write(tmp_path, {name: content})
    run = jiyao(tmp_path, "review", "import", name)
    assert run.returncode == 3
    assert f"{name}: error {code}" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_record_elsewhere_has_to_be_named(office: Path, tmp_path: Path) -> None:
    file = export(office, "xlf")
    edit_xml(OLD, NEW)(file)
    (tmp_path / "mail").mkdir()
    shutil.move(file, tmp_path / "mail")
    run = jiyao(tmp_path / "mail", "review", "import", file.name)
    assert (run.returncode, "B404" in run.stderr) == (1, True)
    assert jiyao(tmp_path / "mail", "review", "import", file.name, "--record", office / RECORD).returncode == 0
    assert NEW.encode() in (office / RECORD).read_bytes()
    other = SAMPLES / "company" / "board-meeting.yaml"
    run = jiyao(tmp_path / "mail", "review", "import", file.name, "--record", other)
    assert (run.returncode, "B405" in run.stderr) == (1, True)


def test_status_counts_texts_by_state(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: {zh: 例会, en: Meeting, state: draft}\nrequirements: [甲, {zh: 乙, en: B}]\n"})
    run = jiyao(tmp_path, "review", "status", "a.yaml")
    assert run.stdout == "a.yaml: en: missing 1, draft 1, reviewed 1\n"


def test_a_new_text_gets_its_english_and_is_to_be_reviewed(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "会议名称: 例会 # 注\n"})
    assert jiyao(tmp_path, "review", "export", "a.yaml", "--to", "xlf").returncode == 0
    file = tmp_path / "a.xlf"
    file.write_text(file.read_text("utf-8").replace("</source>", "</source><target>Meeting</target>"), "utf-8")
    assert jiyao(tmp_path, "review", "import", "a.xlf").returncode == 0
    text = "会议名称:\n  zh: 例会 # 注\n  en: Meeting\n  state: needs-review\n"
    assert tree(tmp_path)["a.yaml"].decode() == text


def test_a_release_with_english_that_is_a_draft_says_so_unless_it_may(office: Path) -> None:
    text = (office / RECORD).read_text("utf-8").replace(f"en: {OLD}}}", f"en: {OLD}, state: draft}}")
    (office / RECORD).write_text(text, "utf-8")
    run = jiyao(office, "make", RECORD, "-d", "release", "-l", "en,both")
    assert (run.returncode, run.stderr.count("B417")) == (0, 1)
    assert f"{RECORD}:21:29: warning B417" in run.stderr
    assert "B417" not in jiyao(office, "make", RECORD, "-d", "release", "-l", "en", "--allow-draft").stderr
    assert "B417" in jiyao(office, "make", RECORD, "-d", "release", "-l", "en").stderr
    assert "B417" not in jiyao(office, "make", RECORD, "-d", "release", "-l", "zh").stderr


def test_the_report_says_what_changed_and_by_whom(office: Path) -> None:
    file = export(office, "docx")
    edit_word(OLD, NEW, "Reviewer")(file)
    before = (office / RECORD).read_bytes()
    run = jiyao(office, "review", "report", file.name)
    said = "{+secretaries of the +}Party [-branch secretaries-]{+branches+}"
    assert run.stdout == f"attendees.group.0a01f7d7 (changed, Reviewer): {said}\n"
    assert jiyao(office, "review", "report", file.name, "-o", "r.html").returncode == 0
    assert "<ins>secretaries of the </ins>" in (office / "r.html").read_text("utf-8")
    assert jiyao(office, "review", "report", file.name, "-o", "r.docx").returncode == 0
    with ZipFile(office / "r.docx") as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    new = [each for each in document.iter("{*}ins") if each.values()[1] == "Reviewer"]
    assert [each.findtext(".//{*}t") for each in new] == ["secretaries of the ", "branches"]
    assert [each.text for each in document.iter("{*}delText")] == ["branch secretaries"]
    assert (office / RECORD).read_bytes() == before


def test_the_terms_of_the_office_are_the_glossary_of_the_project(office: Path) -> None:
    write(office, {"terms.csv": "zh,en,status\n党组,Leading Party Members Group,house\n机关,,\n"})
    project = export(office, "omegat")
    assert (project / "glossary" / "glossary.txt").read_text("utf-8") == "党组\tLeading Party Members Group\n"


UNIT = (
    "<tu><prop type='x-jiyao-access'>{}</prop><tuv xml:lang='zh-CN'><seg>{}</seg></tuv>"
    "<tuv xml:lang='en-US'><seg>{}</seg></tuv></tu>"
)
MEMORY = (
    "<?xml version='1.0'?><tmx version='1.4'><header creationtool='x' creationtoolversion='1' segtype='block' "
    "o-tmf='x' adminlang='en' srclang='zh-CN' datatype='plaintext'/><body>{}</body></tmx>"
)


def test_of_the_memory_what_is_public_goes_into_the_project_and_nothing_else(office: Path) -> None:
    units = UNIT.format("public", "压实责任", "hold to account") + UNIT.format("internal", "内部事项", "a secret")
    write(office, {"memory.tmx": MEMORY.format(units)})
    memory = (export(office, "omegat") / "tm" / "memory.tmx").read_text("utf-8")
    assert "压实责任" in memory
    assert "内部事项" not in memory


def test_what_came_back_is_checked_again(office: Path) -> None:
    file = export(office, "xlf")
    text = file.read_text("utf-8")
    assert "Party branch secretaries" in text
    file.write_text(text.replace("Party branch secretaries", "Party branch secretaries of 17 bureaus"), "utf-8")
    run = jiyao(office, "review", "import", file.name)
    assert "B103: 17 is not in the Chinese" in run.stderr
