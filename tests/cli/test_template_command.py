"""`jiyao template`: lists, copies, explains and checks templates; and what `jiyao make` says of a wrong one."""

from __future__ import annotations

import json
from pathlib import Path

from shell import jiyao, tree, write
from tiny_docx import docx, paragraph, row, table, text_of

RECORD = "title: 例会\nplace: 三楼\n"


def test_a_copy_becomes_the_template_of_the_workspace(tmp_path: Path) -> None:
    write(tmp_path, {"office.yaml": "name: 甲局\n", "2023/a.yaml": RECORD})
    listed = [line.split()[:4] for line in jiyao(tmp_path, "template", "list").stdout.splitlines()]
    assert listed == [
        ["minutes", "zh", "built", "in"],
        ["minutes", "en", "built", "in"],
        ["minutes", "both-table", "built", "in"],
        ["minutes", "both-interleaved", "built", "in"],
        ["agenda", "zh", "built", "in"],
        ["notice", "zh", "built", "in"],
        ["meeting-record", "zh", "built", "in"],
        ["sign-in", "zh", "built", "in"],
        ["follow-up", "zh", "built", "in"],
        ["release", "zh", "built", "in"],
        ["release", "en", "built", "in"],
        ["release", "both-table", "built", "in"],
        ["release", "both-interleaved", "built", "in"],
        ["summary", "zh", "built", "in"],
        ["summary", "en", "built", "in"],
    ]
    run = jiyao(tmp_path / "2023", "template", "copy", "minutes", HOME=str(tmp_path))
    assert (run.returncode, run.stdout.strip()) == (0, str(tmp_path / "templates/minutes.zh.docx"))
    own, *others = jiyao(tmp_path, "template", "list", "2023").stdout.splitlines()
    assert own.split() == ["minutes", "zh", "own", str(Path("templates/minutes.zh.docx"))]
    assert all("built in" in other for other in others)
    check = jiyao(tmp_path, "template", "check", "templates/minutes.zh.docx")
    assert (check.returncode, check.stderr) == (0, "no problems in 1 template\n")


def test_a_copy_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"own/minutes.zh.docx": "edited"})
    run = jiyao(tmp_path, "template", "copy", "minutes", "-l", "zh", "-o", "own")
    assert run.returncode == 4
    assert "own/minutes.zh.docx: error D206" in run.stderr
    assert tree(tmp_path) == {"own/minutes.zh.docx": b"edited"}


def test_without_a_workspace_a_copy_needs_a_folder(tmp_path: Path) -> None:
    run = jiyao(tmp_path, "template", "copy", "minutes")
    assert run.returncode == 2
    assert "office.yaml" in run.stderr
    assert jiyao(tmp_path, "template", "copy", "minutes", "-o", ".").stdout == "minutes.zh.docx\n"


def test_each_edition_of_a_release_is_copied_and_checked_by_its_name(tmp_path: Path) -> None:
    for edition in ("zh", "en", "both-table", "both-interleaved"):
        name = f"release.{edition}.docx"
        assert jiyao(tmp_path, "template", "copy", "release", "-l", edition, "-o", ".").stdout == f"{name}\n"
        assert jiyao(tmp_path, "template", "check", name).returncode == 0
    (tmp_path / "release.both-table.docx").rename(tmp_path / "own.docx")
    assert jiyao(tmp_path, "template", "check", "own.docx", "--document", "release").returncode == 1
    assert jiyao(tmp_path, "template", "check", "own.docx", "--document", "release", "-l", "both-table").returncode == 0


def test_an_edition_that_a_document_does_not_have_is_answered_with_those_it_has(tmp_path: Path) -> None:
    run = jiyao(tmp_path, "template", "copy", "sign-in", "-l", "both-table", "-o", ".")
    assert run.returncode == 2
    assert "sign-in; use one of: zh" in run.stderr


def test_the_fields_of_a_release_follow_its_edition(tmp_path: Path) -> None:
    one = json.loads(jiyao(tmp_path, "template", "fields", "release", "--format", "json").stdout)
    both = json.loads(jiyao(tmp_path, "template", "fields", "release", "-l", "both-table", "--format", "json").stdout)
    assert "byline[].label" in {each["path"] for each in one}
    assert "rows[].first[].runs" in {each["path"] for each in both}


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, {"own": "a file"})
    run = jiyao(tmp_path, "template", "copy", "minutes", "-o", "own/folder")
    assert run.returncode == 1
    assert "error D201" in run.stderr


def test_fields_are_listed_for_people_and_for_programs(tmp_path: Path) -> None:
    text = jiyao(tmp_path, "template", "fields", "minutes").stdout
    assert "number (a text)\n    The number of the issue" in text
    assert "{{r paragraph.runs }}" in text
    fields = json.loads(jiyao(tmp_path, "template", "fields", "minutes", "--format", "json").stdout)
    assert fields[0]["path"] == "head"
    [role] = [each for each in fields if each["path"] == "body[].role"]
    assert (role["type"], role["tags"]) == ("text", ["{{ paragraph.role }}"])
    assert "heading-1" in role["values"]


def test_fields_speak_chinese_too(tmp_path: Path) -> None:
    assert "number（文字）\n    期号" in jiyao(tmp_path, "--ui", "zh", "template", "fields", "minutes").stdout


def test_fields_become_a_word_file(tmp_path: Path) -> None:
    run = jiyao(tmp_path, "template", "fields", "minutes", "--format", "docx", "-o", "fields.docx")
    assert (run.returncode, run.stdout) == (0, "fields.docx\n")
    assert "{{ number }}" in text_of((tmp_path / "fields.docx").read_bytes())
    assert jiyao(tmp_path, "template", "fields", "minutes", "--format", "docx").returncode == 2


def test_a_check_names_the_place_in_the_order_of_the_page(tmp_path: Path) -> None:
    body = "".join(paragraph(f"{{{{ x{number} }}}}") for number in range(1, 12)) + table(row("{{ y }}", ""))
    (tmp_path / "own.docx").write_bytes(docx(body))
    run = jiyao(tmp_path, "template", "check", "own.docx", "--document", "minutes")
    assert run.returncode == 1
    places = [line.split(": ")[1] for line in run.stderr.splitlines() if ": error T103" in line]
    assert places[0] == "word/document.xml, paragraph 1"
    assert places[9:] == [
        "word/document.xml, paragraph 10",
        "word/document.xml, paragraph 11",
        "word/document.xml, table 1, row 1, cell 1",
    ]


def test_a_check_gives_data_and_obeys_the_options(tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_bytes(docx(paragraph("{{ numbre }}") + paragraph("号 }}")))
    run = jiyao(tmp_path, "template", "check", "own.docx", "--format", "json", "--ignore", "T103", "--strict")
    [problem] = json.loads(run.stdout)
    assert (run.returncode, problem["code"], problem["where"]) == (1, "T132", "word/document.xml, paragraph 2")


def test_what_is_no_word_file_is_unreadable(tmp_path: Path) -> None:
    write(tmp_path, {"notes.docx": "notes"})
    run = jiyao(tmp_path, "template", "check", "notes.docx", "none.docx")
    assert run.returncode == 3
    assert "notes.docx: error T001" in run.stderr
    assert "none.docx: error R001" in run.stderr


def test_what_is_certain_is_mended_in_a_copy(tmp_path: Path) -> None:
    original = docx(paragraph("｛｛ number ｝｝") + paragraph("{{ numbre }}"))
    (tmp_path / "own.docx").write_bytes(original)
    (tmp_path / "own（改）.docx").write_bytes(b"older")
    run = jiyao(tmp_path, "template", "check", "--fix", "own.docx")
    assert run.returncode == 1
    assert run.stderr.startswith("mended copy: own（改2）.docx (1)\nown（改2）.docx: word/document.xml, paragraph 2")
    made = tree(tmp_path)
    assert made["own.docx"] == original
    assert made["own（改）.docx"] == b"older"
    assert text_of(made["own（改2）.docx"]) == "{{ number }}\n{{ numbre }}"


def test_without_anything_to_mend_there_is_no_copy(tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_bytes(docx(paragraph("{{ number }}")))
    assert jiyao(tmp_path, "template", "check", "--fix", "own.docx").returncode == 0
    assert list(tree(tmp_path)) == ["own.docx"]


def test_making_with_a_template_that_asks_for_what_is_not_there_names_the_spot(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": RECORD})
    rows = (row("{%tr for p in body %}", ""), row("{{ p.txet }}", "号"), row("{%tr endfor %}", ""))
    (tmp_path / "own.docx").write_bytes(docx(paragraph("纪要") + table(*rows), header=paragraph("{{ numbre }}")))
    run = jiyao(tmp_path, "make", "a.yaml", "--template", "own.docx")
    assert (run.returncode, run.stdout) == (1, "")
    said = run.stderr.splitlines()
    assert said[0].startswith("own.docx: word/document.xml, table 1, row 2, cell 1: error T104: there is no `txet`")
    assert said[1].strip() == "hint: did you mean `text`?"
    assert said[2].startswith("own.docx: word/header1.xml, paragraph 1: error T103: `numbre` is not known")
    assert said[3].strip() == "hint: did you mean `number`?"
    assert not (tmp_path / "a-纪要.docx").exists()
