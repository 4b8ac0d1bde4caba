from __future__ import annotations

import pytest

from jiyao.documents.filling import Template, compile_template, fill
from jiyao.problems import Problem
from jiyao.views.fragments import Run
from tiny_docx import docx, paragraph, parts_of, row, table, with_parts


def ready(body: str) -> Template:
    template = compile_template(docx(body), "template.docx")
    assert isinstance(template, Template), "\n".join(map(str, template))
    return template


def filling_problem(body: str, **values: object) -> Problem:
    problems = fill(ready(body), values)
    assert isinstance(problems, tuple)
    [problem] = problems
    return problem


def template_problems(body: str, known: set[str] | None = None) -> tuple[Problem, ...]:
    problems = compile_template(docx(body), "template.docx", known)
    assert isinstance(problems, tuple)
    return problems


def template_problem(body: str) -> Problem:
    [problem] = template_problems(body)
    return problem


def test_a_misspelt_name_is_answered_with_the_right_one() -> None:
    problem = filling_problem(paragraph("会议纪要") + paragraph("地点：{{ plcae }}"), place="会议室", title="例会")
    assert problem.code == "T103"
    assert problem.place.file == "template.docx"
    assert problem.place.where == "word/document.xml, paragraph 2"
    assert str(problem.message) == "`plcae` is not known: 地点：{{ plcae }}"
    assert str(problem.hint) == "did you mean `place`?"


def test_a_misspelt_field_in_a_loop_is_found_in_its_table_cell() -> None:
    rows = [row("姓名", "单位"), row("{%tr for p in people %}", ""), row("{{ p.name }}", "{{ p.uint }}")]
    body = paragraph("一") + table(row("甲", "乙")) + table(*rows, row("{%tr endfor %}", ""))
    problem = filling_problem(body, people=[{"name": "张三", "unit": "办公室"}])
    assert problem.code == "T104"
    assert problem.place.where == "word/document.xml, table 2, row 3, cell 2"
    assert str(problem.hint) == "did you mean `unit`?"


def test_a_second_paragraph_of_a_cell_is_counted() -> None:
    cell = f"<w:tc>{paragraph('一')}{paragraph('{{ y }}')}</w:tc>"
    problem = filling_problem(table(f"<w:tr>{cell}</w:tr>", columns=1))
    assert problem.place.where == "word/document.xml, table 1, row 1, cell 1, paragraph 2"


def test_a_table_in_a_cell_is_placed_within_it() -> None:
    inner = table(row("甲", "{{ y }}"))
    problem = filling_problem(table(f"<w:tr><w:tc>{inner}{paragraph('')}</w:tc></w:tr>", columns=1))
    assert problem.place.where == "word/document.xml, table 1, row 1, cell 1, table 1, row 1, cell 2"


def test_a_split_tag_is_shown_as_a_reader_sees_it() -> None:
    runs = "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in ("时间：{", "{ tim", "e }", "}。"))
    problem = filling_problem(f"<w:p>{runs}</w:p>")
    assert str(problem.message) == "`time` is not known: 时间：{{ time }}。"


def test_the_line_of_a_problem_survives_line_breaks_in_the_template() -> None:
    body = "\n".join([paragraph("一\n二"), paragraph("{{ a }}\n"), paragraph("{{ b }}"), paragraph("{{ c }}")])
    assert filling_problem(body, a=1, c=3).place.where == "word/document.xml, paragraph 3"


def test_every_part_reports_its_own_problem() -> None:
    data = docx(paragraph("{{ a }}"), header=paragraph("{{ b }}"), title="{{ c }}")
    template = compile_template(data, "template.docx")
    assert isinstance(template, Template)
    problems = fill(template, {})
    assert isinstance(problems, tuple)
    assert [problem.place.where for problem in problems] == [
        "docProps/core.xml",
        "word/document.xml, paragraph 1",
        "word/header1.xml, paragraph 1",
    ]


def test_names_can_be_checked_before_there_is_a_record() -> None:
    problems = template_problems(
        paragraph("{% for p in poeple %}{{ p.name }}{% endfor %}")
        + paragraph("{{ titel }}")
        + paragraph("{{ titel }}"),
        {"title", "people"},
    )
    assert [(problem.code, problem.place.where) for problem in problems] == [
        ("T103", "word/document.xml, paragraph 1"),
        ("T103", "word/document.xml, paragraph 2"),
    ]
    assert [str(problem.hint) for problem in problems] == ["did you mean `people`?", "did you mean `title`?"]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ title", "T102"),
        ("{{ title }", "T102"),
        ("{% if title }", "T102"),
        ("{# 附注", "T102"),
        ("{{ title title }}", "T101"),
        ("{{ }}", "T101"),
        ("{% iff title %}", "T101"),
        ("{% if title %}", "T101"),
        ("{% endfor %}", "T101"),
        ("{% for x in y %}{% endif %}", "T101"),
        ("{{ title | uper }}", "T106"),
        ("{% if title is definde %}1{% endif %}", "T106"),
        ("{{ title.upper() }}", "T105"),
    ],
)
def test_a_mistake_in_a_tag_is_found_in_its_paragraph(tag: str, code: str) -> None:
    problem = template_problem(paragraph("一") + paragraph(tag))
    assert (problem.code, problem.place.where) == (code, "word/document.xml, paragraph 2")
    assert problem.hint is not None


def test_a_misspelt_filter_is_answered_with_the_right_one() -> None:
    assert str(template_problem(paragraph("{{ title | uper }}")).hint) == "did you mean `upper`?"


def test_all_unclosed_tags_are_reported_at_once() -> None:
    problems = template_problems(paragraph("{{ a") + paragraph("{{ b }}") + paragraph("{% c"))
    assert [problem.place.where for problem in problems] == [
        "word/document.xml, paragraph 1",
        "word/document.xml, paragraph 3",
    ]


def test_tags_that_share_a_paragraph_with_one_that_replaces_it_are_reported() -> None:
    problems = template_problems(paragraph("{%p for x in xs %}{{ x }}{%p endfor %}"))
    assert {problem.code for problem in problems} == {"T112"}


@pytest.mark.parametrize("value", [None, True, False, [1], (), {"a": 1}, object(), b"x", 1j])
def test_what_is_no_text_is_not_printed(value: object) -> None:
    assert filling_problem(paragraph("{{ x }}"), x=value).code == "T107"


@pytest.mark.parametrize("character", ["\0", "\x07", "\x0b", "\x0c", "\r", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_word_cannot_hold_is_named(character: str) -> None:
    problem = filling_problem(paragraph("{{ x }}"), x=f"会{character}议")
    assert problem.code == "T108"
    assert f"U+{ord(character):04X}" in str(problem)
    assert str(problem).encode()


@pytest.mark.parametrize("tag", ["{{tr x }}", "{{tc x }}"])
def test_a_value_cannot_stand_for_a_whole_row_or_cell(tag: str) -> None:
    assert template_problem(table(row(tag, ""), row("甲", "乙"))).code == "T109"


@pytest.mark.parametrize("value", ["文", 1, (Run("文"),)])
@pytest.mark.parametrize("body", [paragraph("{{p x }}"), table(row("{{p x }}", "乙"))])
def test_a_value_cannot_stand_for_whole_paragraphs(body: str, value: object) -> None:
    assert filling_problem(body, x=value).code == "T109"


def test_a_part_that_was_not_written_by_a_word_processor_is_refused() -> None:
    parts = parts_of(paragraph("{{ x }}"))
    name = "word/document.xml"
    renamed = parts[name].replace(b"w:", b"a:").replace(b"xmlns:w", b"xmlns:a")
    problems = compile_template(with_parts(docx(paragraph("一")), {name: renamed}), "template.docx")
    assert isinstance(problems, tuple)
    assert [problem.code for problem in problems] == ["T115"]


def test_a_file_that_is_no_document_is_refused_by_name() -> None:
    problems = compile_template(b"not a document", "template.docx")
    assert isinstance(problems, tuple)
    assert [problem.code for problem in problems] == ["T001"]
