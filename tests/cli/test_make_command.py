"""`jiyao make`: documents on disk, their names on stdout, everything else on stderr, and the exit code."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from jiyao.cli import main
from jiyao.documents.filling import Template
from jiyao.documents.shipped import Edition
from jiyao.problems import Problem
from jiyao.records.choices import DocumentName
from jiyao.records.meeting import Meeting
from jiyao.records.office import Office
from jiyao.work.makers import MAKERS, make_minutes
from outline import texts
from sampled import SAMPLES
from shell import jiyao, tree, write

RECORD = "title: 例会\nplace: 三楼\n"
BROKEN = "title: 例会\nstatus: nonsense\n"


def test_a_record_becomes_minutes_beside_it(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD})
    run = jiyao(tmp_path, "make", "例会.yaml")
    assert (run.returncode, run.stdout, run.stderr) == (0, "例会-纪要.docx\n", "made: 1\n")
    assert "例会在三楼召开。" in texts((tmp_path / "例会-纪要.docx").read_bytes())


def test_the_office_that_was_used_is_named_on_stderr(tmp_path: Path) -> None:
    write(tmp_path, {"office.yaml": "name: 示例市应急管理局\n", "2023/a.yaml": RECORD, "2023/b.yaml": RECORD})
    run = jiyao(tmp_path, "make", "2023")
    assert run.stdout.splitlines() == ["2023/a-纪要.docx", "2023/b-纪要.docx"]
    assert run.stderr.splitlines() == ["office: 示例市应急管理局 (office.yaml)", "made: 2"]
    assert texts((tmp_path / "2023/a-纪要.docx").read_bytes())[0] == "示例市应急管理局会议纪要"


def test_a_folder_keeps_its_subfolders_in_the_output_folder(tmp_path: Path) -> None:
    write(tmp_path, {"records/a.yaml": RECORD, "records/2023/03/b.yaml": RECORD, "records/.old/c.yaml": RECORD})
    run = jiyao(tmp_path, "make", "records", "-o", "out")
    assert run.returncode == 0
    assert sorted(tree(tmp_path / "out")) == ["2023/03/b-纪要.docx", "a-纪要.docx"]
    assert sorted(tree(tmp_path / "records")) == [".old/c.yaml", "2023/03/b.yaml", "a.yaml"]


def test_a_single_file_goes_straight_into_the_output_folder(tmp_path: Path) -> None:
    write(tmp_path, {"records/2023/a.yaml": RECORD})
    assert jiyao(tmp_path, "make", "records/2023/a.yaml", "-o", "out").stdout == "out/a-纪要.docx\n"


def test_two_records_of_one_name_get_two_files(tmp_path: Path) -> None:
    long = "长" * 80
    write(tmp_path, {"1/a.yaml": "title: 甲\n", "2/a.yaml": "title: 乙\n", "2/A.yml": "title: 丙\n"})
    write(tmp_path, {f"1/{long}.yaml": "title: 丁\n", f"2/{long}.yaml": "title: 戊\n"})
    run = jiyao(tmp_path, "make", "1/a.yaml", "2/A.yml", "2/a.yaml", *tmp_path.glob(f"*/{long}.yaml"), "-o", "out")
    assert run.returncode == 0
    made = tree(tmp_path / "out")
    assert [name for name in made if not name.startswith("长")] == [
        "A（2）-纪要.docx",
        "a-纪要.docx",
        "a（3）-纪要.docx",
    ]
    assert {texts(document)[1] for document in made.values()} == {"甲纪要", "乙纪要", "丙纪要", "丁纪要", "戊纪要"}


def test_one_folder_under_two_names_is_one_folder(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 甲\n", "a.yml": "title: 乙\n", "sub/x.yaml": RECORD})
    assert jiyao(tmp_path, "make", "a.yaml", "sub/../a.yml").returncode == 0
    made = tree(tmp_path)
    assert texts(made["a-纪要.docx"])[1] == "甲纪要"
    assert texts(made["a（2）-纪要.docx"])[1] == "乙纪要"


def test_each_line_of_a_jsonl_file_is_a_record(tmp_path: Path) -> None:
    write(tmp_path, {"年.jsonl": '{"title": "甲", "id": "jia"}\n\n{"title": "乙"}\n{"title": []}\n'})
    run = jiyao(tmp_path, "make", "年.jsonl", "-o", "out")
    assert run.returncode == 1
    assert run.stdout.splitlines() == ["out/jia-纪要.docx", "out/年-3-纪要.docx"]
    assert "年.jsonl:4:" in run.stderr
    assert run.stderr.splitlines()[-1] == "made: 2, not made: 1"


def test_a_broken_record_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": BROKEN, "b.yaml": RECORD, "c.yaml": "title: {en: Meeting}\n", "d.yaml": "title: [\n"})
    run = jiyao(tmp_path, "make", ".", "no.yaml")
    assert run.returncode == 3
    assert run.stdout == "b-纪要.docx\n"
    assert [line.split(": error ")[1][:4] for line in run.stderr.splitlines() if ": error " in line] == [
        "R100",
        "D101",
        "R005",
        "R001",
    ]
    assert sorted(name for name in tree(tmp_path) if name.endswith("docx")) == ["b-纪要.docx"]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"a.yaml": RECORD}, 0),
        ({"a.yaml": "title: 例会\nheld: 2023-03-06\ndecisions: [{text: 甲, due: 2022-03-07}]\n"}, 0),
        ({"a.yaml": BROKEN}, 1),
        ({"a.yaml": RECORD, "b.yaml": "title: {en: Meeting}\n"}, 1),
        ({"a.yaml": RECORD, "office.yaml": "name: 甲局\nnonsense: 1\n"}, 1),
        ({"a.yaml": BROKEN, "b.yaml": '"'}, 3),
        ({"a.yaml": ""}, 3),
        ({"a.yaml": RECORD, "a-纪要.docx": "somebody's"}, 4),
        ({"a.yaml": RECORD, "b.yaml": BROKEN, "a-纪要.docx": "somebody's"}, 4),
    ],
)
def test_the_exit_code_is_the_worst_that_happened(files: dict[str, str], code: int, tmp_path: Path) -> None:
    write(tmp_path, files)
    assert jiyao(tmp_path, "make", ".").returncode == code


@pytest.mark.parametrize(
    "arguments",
    [["make"], ["make", "a.yaml", "-d", "nonsense"], ["make", "a.yaml", "-l", "fr"], ["make", "a.yaml", "--nonsense"]],
)
def test_a_wrong_command_line_is_code_2_and_makes_nothing(arguments: list[str], tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": RECORD})
    run = jiyao(tmp_path, *arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert sorted(tree(tmp_path)) == ["a.yaml"]


@pytest.mark.parametrize("documents", ["minutes", "纪要", "会议纪要", "minutes，纪要"])
def test_documents_are_named_in_english_or_chinese(documents: str, tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": RECORD})
    assert jiyao(tmp_path, "make", "a.yaml", "-d", documents).stdout == "a-纪要.docx\n"


def test_a_second_run_changes_nothing_and_says_so(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": RECORD})
    jiyao(tmp_path, "make", "a.yaml")
    before = tree(tmp_path)
    run = jiyao(tmp_path, "make", "a.yaml")
    assert (run.returncode, run.stdout, run.stderr) == (0, "a-纪要.docx\n", "unchanged: 1\n")
    assert tree(tmp_path) == before


def test_an_edited_document_stays_and_the_new_one_is_beside_it(tmp_path: Path) -> None:
    write(tmp_path, {"（新）规定.yaml": RECORD})
    jiyao(tmp_path, "make", ".")
    (tmp_path / "（新）规定-纪要.docx").write_bytes(b"edited")
    run = jiyao(tmp_path, "make", ".")
    assert (run.returncode, run.stdout) == (4, "（新）规定-纪要（新）.docx\n")
    assert "（新）规定-纪要.docx: warning D202: " in run.stderr
    assert (tmp_path / "（新）规定-纪要.docx").read_bytes() == b"edited"
    assert jiyao(tmp_path, "make", ".", "--force").returncode == 0
    assert texts((tmp_path / "（新）规定-纪要.docx").read_bytes())[0] == "会议纪要"


def test_an_issued_document_is_kept_though_nobody_edited_it(tmp_path: Path) -> None:
    issued = "issue: {stage: issued, issued_on: 2023-03-09}\n"
    write(tmp_path, {"a.yaml": RECORD + issued})
    assert jiyao(tmp_path, "make", "a.yaml").returncode == 0
    first = (tmp_path / "a-纪要.docx").read_bytes()
    write(tmp_path, {"a.yaml": "title: 别的会\n" + issued})
    run = jiyao(tmp_path, "make", "a.yaml")
    assert (run.returncode, run.stdout) == (4, "a-纪要（新）.docx\n")
    assert (tmp_path / "a-纪要.docx").read_bytes() == first


def test_not_even_force_writes_over_an_issued_document(tmp_path: Path) -> None:
    issued = "issue: {stage: issued, issued_on: 2023-03-09}\n"
    write(tmp_path, {"a.yaml": RECORD + issued, "a-纪要.docx": "issued"})
    run = jiyao(tmp_path, "make", "a.yaml", "--force")
    assert (run.returncode, run.stdout) == (4, "a-纪要（新）.docx\n")
    assert (tmp_path / "a-纪要.docx").read_bytes() == b"issued"


def test_a_draft_is_called_one_on_page_one_and_in_its_name_until_it_is_signed(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": RECORD + "issue: {stage: review}\n"})
    assert jiyao(tmp_path, "make", "a.yaml").stdout == "a-纪要（送审稿）.docx\n"
    draft = (tmp_path / "a-纪要（送审稿）.docx").read_bytes()
    assert texts(draft)[0].strip() == "送审稿"
    write(tmp_path, {"a.yaml": RECORD + "issue: {stage: signed}\n"})
    assert jiyao(tmp_path, "make", "a.yaml").stdout == "a-纪要.docx\n"
    assert "送审稿" not in texts((tmp_path / "a-纪要.docx").read_bytes())
    assert (tmp_path / "a-纪要（送审稿）.docx").read_bytes() == draft
    write(tmp_path, {"a.yaml": RECORD + "issue: {stage: review}\n"})
    assert jiyao(tmp_path, "make", "a.yaml").stdout == "a-纪要（送审稿）.docx\n"


def test_with_an_office_that_has_errors_nothing_is_made_and_what_is_there_stays(tmp_path: Path) -> None:
    write(tmp_path, {"office.yaml": "name: 甲局\n", "a.yaml": RECORD})
    assert jiyao(tmp_path, "make", "a.yaml").returncode == 0
    before = tree(tmp_path)
    write(tmp_path, {"office.yaml": "name: 甲局\nlanguges: [zh]\n"})
    run = jiyao(tmp_path, "make", ".")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("office.yaml:2:1: error R100")
    assert run.stderr.splitlines()[-1] == "not made: 1"
    assert tree(tmp_path)["a-纪要.docx"] == before["a-纪要.docx"]


def test_a_document_keeps_the_name_that_it_got_beside_another(tmp_path: Path) -> None:
    write(tmp_path, {"x/r.yaml": "title: 甲\n", "y/r.yaml": "title: 乙\n"})
    assert jiyao(tmp_path, "make", "x/r.yaml", "y/r.yaml", "-o", "p").stdout == "p/r-纪要.docx\np/r（2）-纪要.docx\n"
    run = jiyao(tmp_path, "make", "y/r.yaml", "-o", "p")
    assert (run.returncode, run.stdout, run.stderr) == (0, "p/r（2）-纪要.docx\n", "unchanged: 1\n")
    run = jiyao(tmp_path, "make", "y/r.yaml", "x/r.yaml", "-o", "p")
    assert (run.returncode, run.stdout) == (0, "p/r（2）-纪要.docx\np/r-纪要.docx\n")


def test_a_record_with_an_id_may_move_to_another_line(tmp_path: Path) -> None:
    one, two = '{"title": "甲", "id": "jia"}\n', '{"title": "乙", "id": "yi"}\n'
    write(tmp_path, {"年.jsonl": one + two})
    assert jiyao(tmp_path, "make", "年.jsonl").returncode == 0
    write(tmp_path, {"年.jsonl": '{"title": "丙"}\n' + two.replace("乙", "丁") + one})
    run = jiyao(tmp_path, "make", "年.jsonl")
    assert (run.returncode, run.stdout) == (0, "年-1-纪要.docx\nyi-纪要.docx\njia-纪要.docx\n")
    assert run.stderr == "made: 2, unchanged: 1\n"


@pytest.mark.parametrize("link", ["out/2023", "out/.jiyao"])
def test_nothing_is_written_through_a_link_that_leads_out_of_the_output_folder(link: str, tmp_path: Path) -> None:
    write(tmp_path, {"records/2023/a.yaml": RECORD, "records/b.yaml": RECORD})
    (tmp_path / "outside").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / link).symlink_to(tmp_path / "outside")
    run = jiyao(tmp_path, "make", "records", "-o", "out")
    assert run.returncode == 1
    assert "error D204" in run.stderr
    assert list((tmp_path / "outside").iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="this file system has only names that are text")
def test_a_record_whose_name_is_in_another_encoding_is_made_like_the_others(tmp_path: Path) -> None:
    for name in ("例会.yaml".encode("gbk"), b"z.yaml"):
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_text(RECORD, "utf-8")
    run = jiyao(tmp_path, "make", ".")
    assert (run.returncode, len(run.stdout.splitlines())) == (0, 2)
    assert jiyao(tmp_path, "make", ".").stderr == "unchanged: 2\n"


def test_a_fault_of_the_program_ends_the_work_on_one_record_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaking(meeting: Meeting, office: Office, template: Template) -> bytes | tuple[Problem, ...]:
        if meeting.title.zh == "坏":
            raise ZeroDivisionError("something nobody thought of")
        return make_minutes(meeting, office, template)

    write(tmp_path, {"a.yaml": RECORD, "b.yaml": "title: 坏\n", "c.yaml": RECORD, "d.yaml": BROKEN})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setitem(MAKERS, (DocumentName.MINUTES, Edition.ZH, False), breaking)
    with pytest.raises(SystemExit) as ended:
        main(["--ui", "en", "make", "."])
    said = capsys.readouterr()
    assert (ended.value.code, said.out) == (70, "a-纪要.docx\nc-纪要.docx\n")
    assert "b.yaml:1:1: error D203: an unexpected fault: ZeroDivisionError: something nobody thought of" in said.err
    assert "d.yaml:2:1: error R100" in said.err
    assert said.err.splitlines()[-1] == "made: 2, not made: 2"
    (log,) = (tmp_path / "home").rglob("jiyao-*.log")
    assert "Traceback" in log.read_text("utf-8")


def test_a_dry_run_says_what_would_happen_and_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": RECORD, "b.yaml": RECORD, "out/b-纪要.docx": "somebody's"})
    before = tree(tmp_path)
    run = jiyao(tmp_path, "make", ".", "-o", "out", "--dry-run")
    assert run.returncode == 4
    assert run.stdout.splitlines() == ["out/a-纪要.docx: new", "out/b-纪要（新）.docx: somebody has edited it"]
    assert run.stderr.splitlines()[-1] == "would be: made: 1, written beside an edited file: 1"
    assert tree(tmp_path) == before
    assert not (tmp_path / "out/.jiyao").exists()


def test_problems_can_be_had_as_json_on_stdout(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": BROKEN})
    run = jiyao(tmp_path, "make", "a.yaml", "--format", "json")
    (problem,) = json.loads(run.stdout)
    assert (problem["code"], problem["line"], problem["severity"]) == ("R100", 2, "error")


def template_saying(words: str, target: Path) -> None:
    """The program's template with something else in the place of the number."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(SAMPLES.parent / "templates/minutes.zh.docx") as shipped, ZipFile(target, "w") as own:
        for name in shipped.namelist():
            content = shipped.read(name)
            if name == "word/document.xml":
                content = content.replace(b"{{r mark }}", words.encode())
            own.writestr(name, content)


def test_the_template_of_the_workspace_wins_over_the_programs(tmp_path: Path) -> None:
    write(tmp_path, {"office/office.yaml": "name: 甲局\n", "office/2023/a.yaml": RECORD, "b.yaml": RECORD})
    template_saying("本单位模板", tmp_path / "office/templates/minutes.zh.docx")
    assert jiyao(tmp_path, "make", ".", "-o", "out").returncode == 0
    made = tree(tmp_path / "out")
    assert texts(made["office/2023/a-纪要.docx"])[0] == "本单位模板"
    assert texts(made["b-纪要.docx"])[0] == "会议纪要"


def test_a_template_that_is_named_wins_over_all(tmp_path: Path) -> None:
    write(tmp_path, {"office.yaml": "name: 甲局\n", "a.yaml": RECORD})
    template_saying("本单位模板", tmp_path / "templates/minutes.zh.docx")
    template_saying("另一模板", tmp_path / "other.docx")
    assert jiyao(tmp_path, "make", "a.yaml", "--template", "other.docx").returncode == 0
    assert texts((tmp_path / "a-纪要.docx").read_bytes())[0] == "另一模板"


def test_a_template_that_asks_for_what_no_record_has_is_a_located_error(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": RECORD})
    template_saying("{{ nonsense }}", tmp_path / "other.docx")
    run = jiyao(tmp_path, "make", "a.yaml", "--template", "other.docx")
    assert run.returncode == 1
    assert run.stderr.startswith("other.docx: word/document.xml")
    assert "nonsense" in run.stderr
    assert "a-纪要.docx" not in tree(tmp_path)


def test_a_template_that_is_no_word_file_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": RECORD, "other.docx": "text"})
    run = jiyao(tmp_path, "make", "a.yaml", "--template", "other.docx")
    assert run.returncode in {1, 3}
    assert "other.docx: error T" in run.stderr
    assert "a-纪要.docx" not in tree(tmp_path)


@pytest.mark.parametrize("text", ['"a\\0b"', '"a\\u2028b"', '"a\\ufffeb"', '"{_{ x"', '"a\\vb"'])
def test_a_text_that_a_document_cannot_hold_makes_no_file(text: str, tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": f"title: {text}\n"})
    run = jiyao(tmp_path, "make", "a.yaml")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("a.yaml:1:")
    assert sorted(tree(tmp_path)) == ["a.yaml"]


def test_the_same_record_gives_the_same_bytes_wherever_and_whenever_it_is_made(tmp_path: Path) -> None:
    here = jiyao(tmp_path, "make", SAMPLES, "-o", "1", PYTHONHASHSEED="1", TZ="Asia/Shanghai", LC_ALL="C.UTF-8")
    there = jiyao(tmp_path, "make", SAMPLES, "-o", "2", PYTHONHASHSEED="99", TZ="America/New_York", LC_ALL="POSIX")
    assert (here.returncode, there.returncode) == (0, 0)
    assert tree(tmp_path / "1")
    assert tree(tmp_path / "1") == tree(tmp_path / "2")


def test_the_interface_speaks_chinese_and_the_names_stay_data(tmp_path: Path) -> None:
    write(tmp_path, {"office.yaml": "name: 甲局\n", "a.yaml": RECORD, "b.yaml": BROKEN, "a-纪要.docx": "别人的"})
    run = jiyao(tmp_path, "--ui", "zh", "make", ".")
    assert run.stdout == "a-纪要（新）.docx\n"
    assert "甲局" in run.stderr.splitlines()[0]
    assert "错误 R100" in run.stderr
    assert not [word for word in ("office:", "error", "hint") if word in run.stderr]


def test_where_nothing_can_be_written_the_problem_names_the_document(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": RECORD, "b.yaml": RECORD, "out": "a file, not a folder"})
    run = jiyao(tmp_path, "make", ".", "-o", "out")
    assert run.returncode in {1, 2}
    assert run.stdout == ""
    assert "out" in run.stderr
    write(tmp_path, {"c/a.yaml": RECORD, "c/a-纪要.docx/x": "a folder, not a file", "c/b.yaml": RECORD})
    run = jiyao(tmp_path, "make", "c")
    assert (run.returncode, run.stdout) == (1, "c/b-纪要.docx\n")
    assert "c/a-纪要.docx: error D201" in run.stderr


@pytest.mark.parametrize("codec", ["zlib", "isal"])
def test_the_environment_chooses_how_documents_are_packed(codec: str, tmp_path: Path) -> None:
    if codec == "isal":
        pytest.importorskip("isal")
    write(tmp_path, {"例会.yaml": RECORD})
    assert jiyao(tmp_path, "make", "例会.yaml", "-o", codec, JIYAO_CODEC=codec).returncode == 0
    jiyao(tmp_path, "make", "例会.yaml", "-o", "usual")
    chosen, usual = ((tmp_path / folder / "例会-纪要.docx").read_bytes() for folder in (codec, "usual"))
    assert (chosen == usual) == (codec == "zlib")
    assert texts(chosen) == texts(usual)


def test_a_codec_that_there_is_not_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"例会.yaml": RECORD})
    run = jiyao(tmp_path, "make", "例会.yaml", JIYAO_CODEC="lzma")
    assert run.returncode == 5
    assert run.stderr.splitlines()[0] == "JIYAO_CODEC: error D207: unknown codec lzma; use one of: zlib, isal"
    assert list(tree(tmp_path)) == ["例会.yaml"]


def test_a_web_page_of_both_languages_is_refused_and_not_forgotten(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: {zh: 例会, en: meeting}\n"})
    run = jiyao(tmp_path, "make", "a.yaml", "-d", "release", "-l", "both", "--html")
    assert run.returncode == 2
    assert "-l zh,en" in run.stderr
