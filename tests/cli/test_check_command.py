"""`jiyao check`: every problem at once, and what can be mended for certain is mended on request."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest
from xlsxwriter import Workbook

from sampled import NAMES, SAMPLES
from shell import jiyao, tree, write
from tiny_docx import docx


def codes_of(text: str) -> list[str]:
    """`file:line:column CODE` of each problem of a report."""
    heads = [line.split(": ") for line in text.splitlines() if ": error " in line or ": warning " in line]
    return [f"{head[0]} {head[1].split()[1]}" for head in heads]


def test_of_records_in_order_only_their_number_is_said(tmp_path: Path) -> None:
    run = jiyao(SAMPLES.parent, "check", "samples")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", f"no problems in {len(NAMES)} records\n")
    write(tmp_path, {"a.yaml": "title: 例会\n"})
    assert jiyao(tmp_path, "check", "a.yaml").stderr == "no problems in 1 record\n"


def test_all_problems_of_all_records_come_in_one_run_by_file_and_line(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "office.yaml": "name: 甲局\nnonsense: 1\n",
            "b.yaml": "title: 例会\nstatus: x\nkind: nonsense\nheld: someday\n",
            "a.yaml": "titel: 例会\n",
            "sub/c.yaml": "title: 例会\n",
        },
    )
    run = jiyao(tmp_path, "check", ".")
    assert (run.returncode, run.stdout) == (1, "")
    assert codes_of(run.stderr) == [
        "a.yaml:1:1 R100",
        "a.yaml:1:1 R107",
        "b.yaml:2:1 R100",
        "b.yaml:3:7 R120",
        "b.yaml:4:7 R105",
        "office.yaml:2:1 R100",
    ]
    assert run.stderr.splitlines()[-1] == "6 errors in 3 files"


@pytest.mark.parametrize(
    ("arguments", "code", "found"),
    [
        ([], 1, ["a.yaml:2:1 R100", "a.yaml:4:28 R202"]),
        (["--select", "R2"], 0, ["a.yaml:4:28 R202"]),
        (["--select", "R2", "--strict"], 1, ["a.yaml:4:28 R202"]),
        (["--ignore", "R100"], 0, ["a.yaml:4:28 R202"]),
        (["--ignore", "R"], 0, []),
    ],
)
def test_what_is_heard_decides_the_exit_code(arguments: list[str], code: int, found: list[str], tmp_path: Path) -> None:
    text = "title: 例会\nstatus: x\nheld: 2023-03-06\ndecisions: [{text: 甲, due: 2022-03-07}]\n"
    write(tmp_path, {"a.yaml": text})
    run = jiyao(tmp_path, "check", "a.yaml", *arguments)
    assert (run.returncode, codes_of(run.stderr)) == (code, found)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("no.yaml", None, 3),
        ("a.yaml", b"", 3),
        ("a.yaml", b"- 1\n", 3),
        ("a.yaml", b"title: [\n", 3),
        ("a.yaml", "title: 例会\n".encode("utf-16"), 3),
        ("a.yaml", "title: 例会\n".encode("gb18030"), 0),
        ("a.yaml", "title: 例会\n".encode("utf-8-sig"), 0),
    ],
)
def test_a_file_that_cannot_be_read_is_code_3(name: str, content: bytes | None, code: int, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert jiyao(tmp_path, "check", name).returncode == code


def test_a_wrong_command_line_is_code_2(tmp_path: Path) -> None:
    assert jiyao(tmp_path, "check").returncode == 2
    assert jiyao(tmp_path, "check", ".", "--select", "nonsense").returncode == 2


def test_an_office_can_be_checked_alone(tmp_path: Path) -> None:
    write(tmp_path, {"office.yaml": "name: 甲局\nnonsense: 1\n"})
    run = jiyao(tmp_path, "check", "office.yaml")
    assert (run.returncode, codes_of(run.stderr)) == (1, ["office.yaml:2:1 R100"])


def test_where_there_is_no_record_nothing_passes_for_fine(tmp_path: Path) -> None:
    write(tmp_path, {"notes.txt": "title: 例会\n"})
    assert jiyao(tmp_path, "check", ".").returncode == 3
    assert jiyao(tmp_path, "check", "notes.txt").returncode == 3


def test_json_is_a_list_of_problems_with_their_fixes(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 例会\natendees: [张三]\n", "b.yaml": "title: 例会\n"})
    run = jiyao(tmp_path, "check", ".", "--format", "json")
    assert (run.returncode, run.stderr) == (1, "")
    (problem,) = json.loads(run.stdout)
    place = {name: problem[name] for name in ("file", "line", "column", "severity", "code", "category")}
    assert place == {
        "file": "a.yaml",
        "line": 2,
        "column": 1,
        "severity": "error",
        "code": "R100",
        "category": "field",
    }
    assert problem["hint"] == "did you mean `attendees`?"
    (fix,) = problem["fix"]
    assert fix["text"] == "attendees"
    assert json.loads(jiyao(tmp_path, "check", "b.yaml", "--format", "json").stdout) == []


def test_github_gets_a_line_for_each_problem(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 例会\nstatus: x\n"})
    run = jiyao(tmp_path, "check", "a.yaml", "--format", "github")
    assert run.stdout.startswith("::error file=a.yaml,line=2,")


def test_fix_mends_the_file_says_so_and_reports_what_is_left(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "# 注\ntitle: 例会\natendees: [张三]  # 人\nplase: 三楼\nheld: someday\n"})
    run = jiyao(tmp_path, "check", "a.yaml", "--fix")
    assert run.returncode == 1
    assert run.stderr.splitlines()[0] == "mended: a.yaml (2)"
    assert codes_of(run.stderr) == ["a.yaml:5:7 R105"]
    mended = "# 注\ntitle: 例会\nattendees: [张三]  # 人\nplace: 三楼\nheld: someday\n"
    assert (tmp_path / "a.yaml").read_text("utf-8") == mended


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_fix_keeps_encoding_and_line_ends(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("title: 例会\r\natendees: [张三]\r\n".encode(encoding))
    assert jiyao(tmp_path, "check", "a.yaml", "--fix").returncode == 0
    assert (tmp_path / "a.yaml").read_bytes() == "title: 例会\r\nattendees: [张三]\r\n".encode(encoding)


def test_fix_mends_the_right_line_of_many_records(tmp_path: Path) -> None:
    lines = ['{"title": "甲"}', '{"title": "乙", "atendees": ["张三"]}', "", '{"titel": "丙"}']
    write(tmp_path, {"a.jsonl": "\n".join(lines) + "\n"})
    assert jiyao(tmp_path, "check", "a.jsonl", "--fix").returncode == 0
    mended = ['{"title": "甲"}', '{"title": "乙", "attendees": ["张三"]}', "", '{"title": "丙"}']
    assert (tmp_path / "a.jsonl").read_text("utf-8") == "\n".join(mended) + "\n"


def test_fix_mends_an_office_once_though_many_records_use_it(tmp_path: Path) -> None:
    write(tmp_path, {"office.yaml": "name: 甲局\nlanguges: [zh]\n", "a.yaml": "title: 甲\n", "b.yaml": "title: 乙\n"})
    run = jiyao(tmp_path, "check", ".", "--fix")
    assert (run.returncode, run.stderr) == (0, "mended: office.yaml (1)\nno problems in 2 records\n")
    assert (tmp_path / "office.yaml").read_text("utf-8") == "name: 甲局\nlanguages: [zh]\n"


def test_fix_leaves_alone_the_office_that_nobody_named(tmp_path: Path) -> None:
    write(tmp_path, {"office.yaml": "name: 甲局\nlanguges: [zh]\n", "a.yaml": "title: 例会\natendees: [张三]\n"})
    run = jiyao(tmp_path, "check", "a.yaml", "--fix")
    assert (run.returncode, codes_of(run.stderr)) == (1, ["office.yaml:2:1 R100"])
    assert (tmp_path / "office.yaml").read_text("utf-8") == "name: 甲局\nlanguges: [zh]\n"
    assert (tmp_path / "a.yaml").read_text("utf-8") == "title: 例会\nattendees: [张三]\n"


def test_a_name_that_a_terminal_would_obey_is_shown_as_escapes(tmp_path: Path) -> None:
    write(tmp_path, {"\x1b[2Ja.yaml": "title: 例会\natendees: [张三]\n"})
    run = jiyao(tmp_path, "check", ".", "--fix")
    assert run.stderr.splitlines()[0] == "mended: \\x1b[2Ja.yaml (1)"
    assert "\x1b" not in jiyao(tmp_path, "rule", "\x1b[2J").stderr
    assert "\x1b" not in jiyao(tmp_path, "check", "--\x1b[2J").stderr


def test_fix_leaves_alone_what_was_not_selected_and_what_somebody_has_to_decide(tmp_path: Path) -> None:
    office = "name: 甲局\npeople: [{id: chen-ling, name: 陈玲}]\n"
    write(tmp_path, {"office.yaml": office, "a.yaml": "title: 例会\natendees: [张三]\nchair: 陈林\n"})
    before = tree(tmp_path)
    assert jiyao(tmp_path, "check", "a.yaml", "--fix", "--select", "R102").returncode == 1
    assert tree(tmp_path) == before


def test_without_fix_no_file_is_touched(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 例会\natendees: [张三]\n"})
    before = tree(tmp_path)
    jiyao(tmp_path, "check", ".")
    assert tree(tmp_path) == before
    assert not (tmp_path / ".jiyao").exists()


def test_the_report_speaks_chinese(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 例会\natendees: [张三]\n"})
    run = jiyao(tmp_path, "check", "a.yaml", JIYAO_UI="zh")
    assert run.stderr.startswith("a.yaml:2:1: 错误 R100: ")
    assert run.stderr.splitlines()[-1] == "1 个文件中有 1 个错误"
    mended = jiyao(tmp_path, "check", "a.yaml", "--fix", JIYAO_UI="zh")
    assert (mended.returncode, "mended" in mended.stderr, "a.yaml" in mended.stderr) == (0, False, True)


SENTENCE = "The grass-roots offices met the grassroots staff on May 4 and made a good plan."


def test_an_english_word_file_is_checked_with_its_changes_accepted(tmp_path: Path) -> None:
    added = f"<w:p><w:ins w:author='a'><w:r><w:t>{SENTENCE}</w:t></w:r></w:ins></w:p>"
    gone = "<w:p><w:del w:author='a'><w:r><w:delText>We we we.</w:delText></w:r></w:del></w:p>"
    (tmp_path / "release.docx").write_bytes(docx(gone + added))
    done = jiyao(tmp_path, "check", "release.docx")
    said = "release.docx: word/document.xml, paragraph 2: warning E204: written in 2 ways: grass-roots, grassroots"
    assert done.stderr.splitlines()[0] == said
    assert "1 warning in 1 file" in done.stderr


def test_an_english_web_page_is_checked_without_its_scripts(tmp_path: Path) -> None:
    page = f"<html><script>grass roots, grassroots</script>\n<p>A <b>title</b></p>\n<p>{SENTENCE}</p></html>"
    write(tmp_path, {"release.html": page})
    done = jiyao(tmp_path, "check", "release.html")
    assert "release.html:3:1: warning E204" in done.stderr


def test_nothing_of_its_own_page_is_taken_for_text(tmp_path: Path) -> None:
    jiyao(SAMPLES.parent, "make", "samples/joint", "-d", "release", "-l", "en", "--html", "-o", str(tmp_path))
    (page,) = tmp_path.glob("*.html")
    done = jiyao(tmp_path, "check", page.name)
    assert done.returncode == 0
    assert "E201" not in done.stderr
    assert "E202" not in done.stderr


def test_a_paragraph_that_is_hidden_hides_nothing_else(tmp_path: Path) -> None:
    page = f"<title>{SENTENCE}</title><p hidden>grass roots, grassroots<p>A line<br>\n<p>{SENTENCE}</p>"
    write(tmp_path, {"release.html": page})
    done = jiyao(tmp_path, "check", "release.html")
    assert "release.html:2:1: warning E204" in done.stderr
    assert done.stderr.count("E204") == 1


def test_a_word_file_that_is_none_is_no_english_text(tmp_path: Path) -> None:
    write(tmp_path, {"release.docx": f"{SENTENCE}\n"})
    done = jiyao(tmp_path, "check", "release.docx")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_an_english_text_is_checked_by_itself(tmp_path: Path) -> None:
    write(
        tmp_path, {"release.txt": "The grass-roots offices met the grassroots staff on May 4 and made a good plan.\n"}
    )
    done = jiyao(tmp_path, "check", "release.txt")
    assert "release.txt:1:33: warning E204" in done.stderr


def test_a_table_of_pairs_is_checked_line_by_line(tmp_path: Path) -> None:
    write(tmp_path, {"pairs.tsv": "zh\ten\n会议结束。\tThe meeting ended.\n共有20人参加。\tTwelve people took part.\n"})
    done = jiyao(tmp_path, "check", "pairs.tsv")
    assert done.returncode == 1
    assert "pairs.tsv:3:10: error B101" in done.stderr


def test_what_making_the_documents_would_say_is_said_on_request(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 例会\nheld: 2023-03-06\nissue: {secrecy: 秘密}\n"})
    assert jiyao(tmp_path, "check", "a.yaml").returncode == 0
    run = jiyao(tmp_path, "check", "a.yaml", "-d", "minutes,release")
    assert run.returncode == 1
    assert "D103" in run.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


def test_a_language_alone_means_the_minutes(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 例会\nheld: 2023-03-06\n"})
    assert jiyao(tmp_path, "check", "a.yaml", "-l", "zh").returncode == 0
    run = jiyao(tmp_path, "check", "a.yaml", "-d", "release", "-l", "en")
    assert run.returncode == 1
    assert "D101" in run.stderr


def test_an_unknown_document_is_a_mistake_of_the_command_line(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 例会\n"})
    assert jiyao(tmp_path, "check", "a.yaml", "-d", "nonsense").returncode == 2


def test_a_chinese_document_is_checked_by_itself(tmp_path: Path) -> None:
    write(tmp_path, {"纪要.txt": "第一季度安全生产例会纪要\n会议指出,全市安全生产形势总体平稳，要继续抓好落实。\n"})
    done = jiyao(tmp_path, "check", "纪要.txt")
    assert "纪要.txt:2:5: warning Z109" in done.stderr


def test_marks_of_chinese_texts_are_mended_and_nothing_else(tmp_path: Path) -> None:
    record = (
        "title: 例会  # 每月,一次\nrequirements: [\"各科室要落实,3月7号前完成(试行)任务。。\", '按示检会[2023]5号办']\n"
    )
    write(tmp_path, {"a.yaml": record})
    done = jiyao(tmp_path, "check", "a.yaml", "--fix")
    assert "warning Z106" in done.stderr
    assert (tmp_path / "a.yaml").read_text("utf-8") == (
        "title: 例会  # 每月,一次\n"
        "requirements: [\"各科室要落实，3月7号前完成（试行）任务。\", '按示检会〔2023〕5号办']\n"
    )


PAIRS = [("会议结束。", "The meeting ended."), ("共有20人参加。", "Twelve people took part.")]
XLIFF = """<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="zh"
 target-language="en" datatype="plaintext"><body>{}</body></file></xliff>"""
XLIFF_2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.1" version="2.1" srcLang="zh" trgLang="en">
<file id="f">{}</file></xliff>"""
TMX = '<tmx version="1.4"><header/><body>{}</body></tmx>'


def in_all(pattern: str, whole: str) -> str:
    return whole.format("".join(pattern.format(n, zh, en) for n, (zh, en) in enumerate(PAIRS, 1)))


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        (
            "a.csv",
            "id,英文,中文\n1,The meeting ended.,会议结束。\n2,Twelve people took part.,共有20人参加。\n",
            "a.csv:3:3",
        ),
        (
            "a.xlf",
            in_all('<trans-unit id="u{}"><source>{}</source><target>{}</target></trans-unit>', XLIFF),
            "a.xlf: u2",
        ),
        (
            "b.xliff",
            in_all('<unit id="u{}"><segment><source>{}</source><target>{}</target></segment></unit>', XLIFF_2),
            "b.xliff: u2",
        ),
        (
            "a.tmx",
            in_all(
                '<tu tuid="u{}"><tuv xml:lang="zh"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>', TMX
            ),
            "a.tmx: u2",
        ),
    ],
)
def test_any_bilingual_file_is_checked_pair_by_pair(tmp_path: Path, name: str, content: str, place: str) -> None:
    write(tmp_path, {name: content})
    done = jiyao(tmp_path, "check", name)
    assert done.returncode == 1
    assert f"{place}: error B101" in done.stderr
    assert done.stderr.count("B101") == 1


def test_a_workbook_of_two_columns_is_checked_cell_by_cell(tmp_path: Path) -> None:
    with cast(Any, Workbook(tmp_path / "a.xlsx")) as book:
        sheet = book.add_worksheet()
        for number, pair in enumerate(PAIRS, start=2):
            sheet.write_row(number, 0, pair)
    done = jiyao(tmp_path, "check", "a.xlsx")
    assert "a.xlsx: B4: error B101" in done.stderr


@pytest.mark.parametrize("form", ["docx", "xlsx", "xlf", "xlf2", "tmx"])
def test_what_was_handed_out_can_be_checked_before_it_comes_back(tmp_path: Path, form: str) -> None:
    record = (
        "title: {zh: 例会, en: Regular meeting}\nrequirements: [{zh: 共有20人参加。, en: Twelve people took part.}]\n"
    )
    write(tmp_path, {"a.yaml": record})
    exported = jiyao(tmp_path, "review", "export", "a.yaml", "--to", form).stdout.splitlines()[0]
    done = jiyao(tmp_path, "check", exported)
    assert done.returncode == 1
    assert f"{exported}: requirements.text" in done.stderr
    # A sheet is no finished text: nothing is said of its style.
    assert " E2" not in done.stderr
    assert " Z1" not in done.stderr


def test_pairs_are_held_against_a_record_and_a_table_of_terms(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "pairs.tsv": "党组书记张三讲话。\tZhang San, Secretary of the Party Group, spoke.\n"
            "李四参加。\tWang Wu took part.\n",
            "office.yaml": "name: 甲局\npeople: [{name: 张三}, {name: 李四}]\n",
            "a.yaml": "title: 例会\nattendees: [张三, 李四]\n",
            "terms.csv": "zh,en,forbidden\n党组,Party Leadership Group,Party Group\n",
        },
    )
    assert jiyao(tmp_path, "check", "pairs.tsv").returncode == 0
    done = jiyao(tmp_path, "check", "pairs.tsv", "--record", "a.yaml")
    assert "pairs.tsv:1:39: error B144" in done.stderr
    assert "pairs.tsv:2:7: error B111" in done.stderr
    only_terms = jiyao(tmp_path, "check", "pairs.tsv", "--terms", "terms.csv").stderr
    assert ("B144" in only_terms, "B111" in only_terms) == (True, False)


def test_a_file_without_pairs_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"a.csv": "x\n", "b.tmx": "<tmx/>", "c.xlsx": "no workbook"})
    done = jiyao(tmp_path, "check", "a.csv", "b.tmx", "c.xlsx")
    assert done.stderr.count("error B333") == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_text_is_mended_in_the_encoding_and_with_the_line_ends_that_it_has(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "纪要.txt"
    file.write_bytes("第一季度安全生产例会纪要\r\n会议指出,全市安全生产形势总体平稳。。\r\n".encode(encoding))
    done = jiyao(tmp_path, "check", "纪要.txt", "--fix")
    assert "mended: 纪要.txt (2)" in done.stderr
    assert file.read_bytes() == (
        "第一季度安全生产例会纪要\r\n会议指出，全市安全生产形势总体平稳。\r\n".encode(encoding)
    )


def test_a_word_file_is_never_mended(tmp_path: Path) -> None:
    jiyao(SAMPLES.parent, "make", "samples/ten-lines", "-o", str(tmp_path))
    (made,) = tmp_path.glob("*.docx")
    before = made.read_bytes()
    jiyao(tmp_path, "check", made.name, "--fix")
    assert made.read_bytes() == before
