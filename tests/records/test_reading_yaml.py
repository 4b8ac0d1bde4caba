"""YAML: what is read, what is refused, and what would be cut."""

from __future__ import annotations

import pytest

from jiyao.problems import Severity
from plainly import Plain, after, found, plain, source

pytestmark = pytest.mark.timeout(60)

TEN_LINES = """\
title: 2023年第一季度安全生产例会
held: 2023-03-06 15:00
place: 机关三楼会议室
chair: 张三
attendees: [张三, 李四, 王小五, 各科室负责人]
conveyed:
  - 全省安全生产工作会议精神
requirements:
  - 各科室要在3月17日前完成自查。
"""


def test_the_ten_line_record_is_read_as_texts_lists_and_mappings() -> None:
    record = source(TEN_LINES)
    assert record.problems == ()
    assert plain(record.node) == {
        "title": "2023年第一季度安全生产例会",
        "held": "2023-03-06 15:00",
        "place": "机关三楼会议室",
        "chair": "张三",
        "attendees": ["张三", "李四", "王小五", "各科室负责人"],
        "conveyed": ["全省安全生产工作会议精神"],
        "requirements": ["各科室要在3月17日前完成自查。"],
    }


@pytest.mark.parametrize(
    "written", ["no", "off", "true", "14:30", "9:30", "007", "0x1F", "1e3", "2026-11-22", "1_000", ".inf", "NO", "y"]
)
def test_a_value_means_what_it_looks_like(written: str) -> None:
    record = source(f"value: {written}\n{written}: value\n")
    assert record.problems == ()
    assert plain(record.node) == {"value": written, written: "value"}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "  # not known yet"])
def test_what_is_empty_is_unknown(written: str) -> None:
    assert plain(source(f"chair: {written}\n").node) == {"chair": None}


@pytest.mark.parametrize("written", ["''", '""', "'~'", '"null"'])
def test_what_is_in_quotes_is_a_text(written: str) -> None:
    assert plain(source(f"chair: {written}\n").node) == {"chair": written[1:-1]}


@pytest.mark.parametrize(
    ("header", "text"),
    [("|-", "一\n\n 二  # 三"), ("|", "一\n\n 二  # 三"), ("|+", "一\n\n 二  # 三\n"), ("|2-", "一\n\n 二  # 三")],
)
def test_a_literal_block_is_exactly_its_lines(header: str, text: str) -> None:
    record = source(f"text: {header}\n  一\n\n   二  # 三\n\nend: .\n")
    assert record.problems == ()
    assert plain(record.node) == {"text": text, "end": "."}


def test_windows_line_ends_are_not_part_of_texts() -> None:
    record = source("a: 一\r\ntext: |-\r\n  二\r\n  三\r\n")
    assert (record.problems, plain(record.node)) == ((), {"a": "一", "text": "二\n三"})


BOMB = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(9))
MERGE_BOMB = "a: &a {k: v}\n" + "".join(f"b{n}: &b{n}\n  <<: [*a, *a]\n" for n in range(11))


@pytest.mark.parametrize(
    ("text", "problems", "node"),
    [
        pytest.param("a: &a [*a]\n", ["1:4 R007", "1:8 R007"], {"a": [None]}, id="self alias"),
        pytest.param("a: &x 1\nb: *x\n", ["1:4 R007", "2:4 R007"], {"a": "1", "b": None}, id="alias"),
        pytest.param("title: *重要*\n", ["1:8 R007"], None, id="emphasis"),
        pytest.param("<<: {a: b}\n", ["1:1 R009"], {}, id="merge key"),
        pytest.param("'<<': b\n", [], {"<<": "b"}, id="quoted merge key"),
        pytest.param("a: !!python/object/apply:os.system [x]\n", ["1:4 R008"], {"a": ["x"]}, id="python tag"),
        pytest.param("a: !foo x\n", ["1:4 R008"], {"a": "x"}, id="custom tag"),
        pytest.param("a: &x !!int 3\n", ["1:4 R007", "1:7 R008"], {"a": "3"}, id="anchor and tag"),
        pytest.param("a: !foo!x y\n", ["1:4 R008"], None, id="unknown tag handle"),
        pytest.param("%YAML 1.1\n---\na: b\n", ["1:1 R022"], {"a": "b"}, id="directive"),
        pytest.param("%FOO\n---\na: b\n", ["1:1 R022"], None, id="unknown directive"),
        pytest.param("a: b\n---\nc: d\n", ["2:1 R011"], {"a": "b"}, id="two documents"),
        pytest.param("---\na: b\n...\n", [], {"a": "b"}, id="one marked document"),
        pytest.param("a: 1\nb: 2\na: 3\n", ["3:1 R010"], {"a": "1", "b": "2"}, id="duplicate key"),
        pytest.param("a: {{ x }}\n", ["1:5 R023", "1:7 R026"], {"a": {}}, id="mapping as key"),
        pytest.param("? [a]\n: b\n", ["1:3 R023"], {}, id="list as key"),
        pytest.param("~: b\n", ["1:1 R023"], {}, id="no key"),
        pytest.param("- a\n", ["1:1 R012"], None, id="list"),
        pytest.param("会议\n", ["1:1 R012"], None, id="text"),
        pytest.param("", ["0:0 R020"], None, id="empty"),
        pytest.param("# nothing yet\n", ["0:0 R020"], None, id="comment only"),
        pytest.param("---\n", ["0:0 R020"], None, id="empty document"),
    ],
)
def test_what_records_do_without_is_refused_at_its_place(text: str, problems: list[str], node: Plain) -> None:
    record = source(text)
    assert (found(record), plain(record.node)) == (problems, node)


@pytest.mark.parametrize(("bomb", "references", "merges"), [(BOMB, 10 + 18, 0), (MERGE_BOMB, 12 + 22, 11)])
def test_a_bomb_is_refused_reference_by_reference(bomb: str, references: int, merges: int) -> None:
    codes = [each.code for each in source(bomb).problems]
    assert (codes.count("R007"), codes.count("R009"), len(codes)) == (references, merges, references + merges)


@pytest.mark.parametrize("depth", [51, 500, 1_000, 5_000, 100_000])
@pytest.mark.parametrize(
    ("level", "place"),
    [("[", "1:51"), ("{", "1:51"), ("[\n", "51:1"), ("- ", "1:101"), ("? ", "1:101"), ("{a: ", "1:201")],
)
def test_deep_nesting_is_refused_at_level_51(level: str, place: str, depth: int) -> None:
    record = source(level * depth)
    assert (found(record)[-1], record.node) == (f"{place} R006", None)


def test_deep_block_nesting_is_refused_at_level_51() -> None:
    record = source("".join(f"{' ' * level}a:\n" for level in range(2_000)))
    assert (found(record), record.node) == (["51:51 R006"], None)


def test_fifty_levels_are_read() -> None:
    assert source("a: " + "[" * 49 + "]" * 49).problems == ()


def test_three_million_characters_are_one_text() -> None:
    record = source("a: " + "x" * 3_000_000)
    assert (record.problems, plain(record.node)) == ((), {"a": "x" * 3_000_000})


def test_a_file_over_five_megabytes_is_not_read() -> None:
    record = source(b"a: " + b"x" * 5_000_000)
    assert (found(record), record.node) == (["1:1 R004"], None)


def test_more_values_than_any_record_has_are_not_read() -> None:
    record = source("[" + "a," * 300_000 + "]")
    assert ([each.code for each in record.problems], record.node) == (["R004"], None)


@pytest.mark.parametrize("line", ["- &a x\n", "- a: 1 #2\n", "- {a: 1, a: 2}\n"])
def test_after_a_thousand_problems_nobody_reads_on(line: str) -> None:
    codes = [each.code for each in source(line * 10_000).problems]
    assert (codes.count("R027"), len(codes)) == (1, 1002)


def test_a_duplicate_key_is_reported_at_both_places() -> None:
    (problem,) = source("title: 甲\nheld: 2023-03-06\ntitle: 乙\n", "m.yaml").problems
    assert str(problem.place) == "m.yaml:3:1"
    assert str(problem.message) == "`title` occurs twice: first at m.yaml:1:1"


@pytest.mark.parametrize(
    ("text", "problems", "node", "mended"),
    [
        ("标题：会议\n", ["1:3 R018"], {"标题": "会议"}, "标题: 会议\n"),
        (
            "标题：会议\n时间：9:30\n参会人员：\n  - 张三\n",
            ["1:3 R018", "2:3 R018", "3:5 R018"],
            {"标题": "会议", "时间": "9:30", "参会人员": ["张三"]},
            "标题: 会议\n时间: 9:30\n参会人员:\n  - 张三\n",
        ),
        (
            "title: x\n地点：三楼\nb: 1\n",
            ["2:3 R018"],
            {"title": "x", "地点": "三楼", "b": "1"},
            "title: x\n地点: 三楼\nb: 1\n",
        ),
        ("标题：会议\ntime: x\n", ["1:3 R018"], {"标题": "会议", "time": "x"}, "标题: 会议\ntime: x\n"),
        ("- title：x\n  place：y\n", ["1:1 R012", "1:8 R018", "2:8 R018"], None, "- title: x\n  place: y\n"),
        ("a: {zh：甲, en: A}\n", ["1:7 R018"], {"a": {"zh": "甲", "en": "A"}}, "a: {zh: 甲, en: A}\n"),
        ("标题:会议\n", ["1:3 R021"], {"标题": "会议"}, "标题: 会议\n"),
        ("a:\u00a0b\nc: d\n", ["1:2 R021"], {"a": "b", "c": "d"}, "a: b\nc: d\n"),
        ("a:\u3000b\nc: d\n", ["1:2 R021"], {"a": "b", "c": "d"}, "a: b\nc: d\n"),
        ("a: {zh:甲, en:A}\n", ["1:7 R021", "1:13 R021"], {"a": {"zh": "甲", "en": "A"}}, "a: {zh: 甲, en: A}\n"),
        ("标题: 甲: 乙\nb: c\n", ["1:6 R025"], {"标题": "甲: 乙", "b": "c"}, '标题: "甲: 乙"\nb: c\n'),
        ('标题: 甲"丙": 乙  # 丁\n', ["1:9 R025"], {"标题": '甲"丙": 乙'}, "标题: '甲\"丙\": 乙'  # 丁\n"),
    ],
)
def test_a_wrong_colon_is_explained_mended_and_read_on(
    text: str, problems: list[str], node: Plain, mended: str
) -> None:
    record = source(text)
    assert (found(record), plain(record.node)) == (problems, node)
    assert after(text, tuple(edit for problem in record.problems for edit in problem.fix)) == mended


def test_places_behind_a_mended_colon_are_those_of_the_file() -> None:
    record = source("a: b\n标题：会议 #2 号\nc: 1: 2\nc: 3\n")
    assert found(record) == ["2:3 R018", "2:7 R013", "3:5 R025", "4:1 R010"]


@pytest.mark.parametrize(
    "text",
    [
        "kind: party-group                 # a key of kinds.yaml\n",
        "source:                         # unknown\n",
        "a: b # for now\n",
        "a: b  #注\n",
        "a: b ## 注\n",
        "a: b \t#注\n",
        "a: b\t# 注\n",
        "a: 三楼会议室  # 2号\n",
        "a: 三楼会议室 # for now\n",
        "会议形式: mixed # 现场和视频\n",
        "a: '三楼会议室' # 2号\n",
        "a: 三楼会议室 # for now\nb: 二\n",
        "a: 'b' #注\n",
        "a: [b, c] #注\n",
        "#注\na: b\n #注\n",
        "a:  #注\n  - b\n",
        "a: C#2\n",
        "a: |-  # 注\n  b #2\n",
    ],
)
def test_an_honest_comment_and_an_inner_hash_are_fine(text: str) -> None:
    assert source(text).problems == ()


@pytest.mark.parametrize(
    ("text", "problems", "mended"),
    [
        ("a: {zh: 甲,乙, en: A}\n", ["1:10 R014"], 'a: {zh: "甲,乙", en: A}\n'),
        ("a: {zh: 甲, 乙 , 丙 , en: A}\n", ["1:10 R014"], 'a: {zh: "甲, 乙 , 丙" , en: A}\n'),
    ],
)
def test_a_cut_text_is_put_in_quotes(text: str, problems: list[str], mended: str) -> None:
    record = source(text)
    assert found(record) == problems
    assert after(text, record.problems[0].fix) == mended
    assert source(mended).problems == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 第一 #2 号\n", "1:7"),
        ("a: #2 会议室\n", "1:4"),
        ("a:\n  - #2 会议室\n", "2:5"),
        ('a: 说"是" #2\n', "1:9"),
        ("a: 张三 #TODO\n", "1:7"),
    ],
)
def test_what_may_be_a_comment_is_left_to_a_person(text: str, place: str) -> None:
    record = source(text)
    assert found(record) == [f"{place} R013"]
    assert record.problems[0].fix == ()


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: 会议室\t#2\n", ["1:8 R013"]),
        ("a: {甲, 乙}\n", ["1:5 R026"]),
        ("a: {b: '甲', 乙}\n", ["1:13 R026"]),
        ("a: {b: 一 #2, c: d}\n", ["1:4 R005", "1:10 R013"]),
        ("a: 一\n  二\nb: c\n", ["1:4 R015"]),
        ("a: 一\n  会议要求：二\nb: c\n", ["1:4 R015"]),
        ("a: '一\n  二'\n", ["1:4 R015"]),
        ('a: "一\\\n  二"\n', ["1:4 R015"]),
        ("a: >\n  一\n  二\n\nb: c\n", ["1:4 R016"]),
    ],
)
def test_what_would_shorten_or_join_a_text_is_an_error(text: str, problems: list[str]) -> None:
    assert found(source(text)) == problems


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a:\n\t- b\n", "2:1", "a tab cannot indent a line"),
        ("a: |-\n\tb\n", "2:1", "a tab cannot indent a line"),
        ("a: b\n c: d\n", "2:3", "a key cannot stand here"),
        ("a: b\nc\nd: e\n", "2:1", "this line has no key that ends with a colon and a space"),
        ("a:\n  - b\n c: d\n", "3:2", "the indentation of this line fits none of the lines above"),
        (" a: b\nc: d\n", "2:1", "this line belongs to nothing above it"),
        ("a:\n- b\nc: d\n-e\n", "4:1", "this line has no key that ends with a colon and a space"),
        ("- a\nb: c\n", "2:1", "expected an item that begins with a dash and a space"),
        ("a: '一\nb: c\n", "1:4", "this quote is not closed"),
        ('a: "一\n---\n', "2:1", "a line of dashes or dots stands inside a quoted text"),
        ('a: "会" 纪要\n', "1:8", "text follows the closing quote"),
        ("a: [1, 2\nb: c\n", "1:4", "this bracket is not closed"),
        ("a: {b: c\n", "1:4", "this bracket is not closed"),
        ("a: [", "1:4", "this bracket is not closed"),
        ('a: [x, "b" c]\n', "1:12", "expected a comma or the closing bracket"),
        ("a: [b,, c]\n", "1:7", "a value is missing"),
        ("a: [b]]\n", "1:7", "this closing bracket has no opening one"),
        ("a: }\n", "1:4", "this closing bracket has no opening one"),
        ("a: @b\n", "1:4", "a text cannot start with this character"),
        ("a: - b\n", "1:4", "a list cannot start here"),
        ("a: ? b\n", "1:4", "a text cannot start with a question mark"),
        ('a: "\\q"\n', "1:5", "a backslash in double quotes starts an escape, and there is none such"),
        ('a: "\\x4"\n', "1:7", "expected hexadecimal digits after the backslash"),
        ("a: |-b\n", "1:6", "nothing but a comment may follow here"),
    ],
)
def test_what_breaks_off_says_where_and_what_was_expected(text: str, place: str, words: str) -> None:
    record = source(text)
    (problem,) = record.problems
    assert (f"{problem.place.line}:{problem.place.column}", problem.code, record.node) == (place, "R005", None)
    assert str(problem.message) == f"{words}; nothing after this place was read"
    assert problem.hint is not None


def test_all_problems_before_a_break_are_reported_with_it() -> None:
    text = "a: &x 1\na: 第一 #2\nb: >\n  c\nd: {e: 一,二, f: g}\nh: 'x\n"
    assert found(source(text)) == ["1:4 R007", "2:1 R010", "2:7 R013", "3:4 R016", "5:9 R014", "6:4 R005"]


def test_places_count_characters_from_one_and_end_behind_the_last() -> None:
    node = source("标题: 会😀议\n列表: [甲, {乙: 丙}]\n文: |-\n  一\n  二二\n\n末: 'x'\n").node
    assert node is not None
    places = [(each.key.place, each.value.place) for each in getattr(node, "entries", ())]
    spans = [[(p.line, p.column, p.end_line, p.end_column) for p in pair] for pair in places]
    assert spans == [
        [(1, 1, 1, 3), (1, 5, 1, 8)],
        [(2, 1, 2, 3), (2, 5, 2, 16)],
        [(3, 1, 3, 2), (3, 4, 5, 5)],
        [(7, 1, 7, 2), (7, 4, 7, 7)],
    ]
    assert (node.place.line, node.place.column, node.place.end_line, node.place.end_column) == (1, 1, 7, 7)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 三楼会议室 # 2号\n", "1:10"),
        ("a: 请到机关大院 # 3号楼领取材料\n", "1:11"),
        ("a: 三楼会议室\t# 2号\n", "1:10"),
        ("a:\n  - Room三 # see 二楼\nb: c\n", "2:11"),
    ],
)
def test_a_comment_between_chinese_words_is_asked_about(text: str, place: str) -> None:
    (asked,) = source(text).problems
    assert (f"{asked.place.line}:{asked.place.column}", asked.code, asked.fix) == (place, "R030", ())
    assert asked.severity is Severity.WARNING
