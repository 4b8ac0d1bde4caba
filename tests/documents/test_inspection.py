"""What the inspection says to one fault at a time, and what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.documents.filling import Template, compile_template
from jiyao.documents.inspection import inspect_template, mended
from jiyao.documents.shipped import Edition
from jiyao.problems import Problem, Severity
from jiyao.records.choices import DocumentName
from jiyao.work.templates import built_in
from tiny_docx import DECLARATION, NAMESPACES, docx, paragraph, parts_of, row, table, text_of, title_of, with_parts


def problems(body: str, **parts: str) -> tuple[Problem, ...]:
    return inspect_template(docx(body, **parts), "template.docx", DocumentName.MINUTES)  # type: ignore[arg-type]


def problem(body: str) -> Problem:
    [found] = problems(body)
    return found


def codes(body: str) -> list[str]:
    return [each.code for each in problems(body)]


def test_the_built_in_template_is_in_order() -> None:
    data = built_in(DocumentName.MINUTES, Edition.ZH)
    assert inspect_template(data, "minutes.zh.docx", DocumentName.MINUTES) == ()
    assert mended(data) == (data, 0)


@pytest.mark.parametrize(
    "body",
    [
        paragraph("第{{ number }}期，{{ properties.author }}"),
        paragraph("{{r title }}") + paragraph("{{r body[0] }}"),
        paragraph("{%p for p in body %}") + paragraph("{{r p.runs }}") + paragraph("{%p endfor %}"),
        paragraph("{% for p in copies %}{{ loop.index }}{{ p.text|trim }}{% endfor %}"),
        paragraph("{% set n = number %}{{ n|upper }}{{ n or '无' }}{{ head|length }}"),
        paragraph("{% if body[0].role == 'body' and not number %}{{ head|join('、') }}{% else %}无{% endif %}"),
        paragraph("{{ chairman|default('') }}{% if chairman is defined %}有{% endif %}"),
        paragraph("{% for line in head %}{% set last = line %}{{ last }}{% endfor %}"),
        table(row("{%tr for p in copies %}", ""), row("{{ p.text }}", "号"), row("{%tr endfor %}", "")),
        paragraph("{# 附注 #}写在 {_{ 里，50 %_}，f(x)={x}，｛｛甲｝"),
    ],
)
def test_what_is_right_is_left_alone(body: str) -> None:
    assert problems(body) == ()


@pytest.mark.parametrize(
    ("body", "code", "hint"),
    [
        ("{{ numbre }}", "T103", "did you mean `number`?"),
        ("{{ properties.titel }}", "T104", "did you mean `title`?"),
        ("{{ properties['titel'] }}", "T104", "did you mean `title`?"),
        ("{% for p in body %}{{ p.rusn }}{% endfor %}", "T104", "did you mean `runs`?"),
        (
            "{% for p in body %}{% for r in p.runs %}{{ r.txet }}{% endfor %}{% endfor %}",
            "T104",
            "did you mean `text`?",
        ),
        ("{% set p = body|first %}{{ p.rloe }}", "T104", "did you mean `role`?"),
        ("{{ body.role }}", "T104", "it is a list: loop over it with {% for … %} first"),
        ("{% for x in head %}{{ loop.idnex }}{% endfor %}", "T104", "did you mean `index`?"),
        ("{{ 'a' if numbre else 'b' }}", "T103", "did you mean `number`?"),
        ("{{ number | uper }}", "T106", "did you mean `upper`?"),
        ("{{ title }}", "T109", "print formatted text with {{r … }}"),
        ("{% iff number %}", "T101", "did you mean `if`?"),
    ],
)
def test_a_mistake_is_answered_with_what_was_meant(body: str, code: str, hint: str) -> None:
    found = problem(paragraph(body))
    assert (found.code, str(found.hint)) == (code, hint)


def test_several_faults_of_one_tag_are_all_said() -> None:
    assert sorted(codes(paragraph("{{ numbre | uper }}"))) == ["T103", "T106"]


def test_a_word_that_a_field_never_is_comes_with_those_that_it_may_be() -> None:
    found = problem(paragraph("{% for p in body %}{% if p.role != 'title' %}号{% endif %}{% endfor %}"))
    assert (found.code, found.severity) == ("T136", Severity.WARNING)


def test_properties_and_headers_are_read_too() -> None:
    found = problems(paragraph("号"), header=paragraph("{{ numbre }}"), title="{{ mark }}")
    assert [(each.code, each.place.where) for each in found] == [
        ("T107", "docProps/core.xml"),
        ("T103", "word/header1.xml, paragraph 1"),
    ]


def test_a_tag_in_the_code_of_a_field_is_found() -> None:
    code = '<w:p><w:fldSimple w:instr="REF {{ number }}"><w:r><w:t>文</w:t></w:r></w:fldSimple></w:p>'
    assert "T113" in codes(code)


@pytest.mark.parametrize(
    ("inner", "torn"),
    [
        ("<w:r><w:t>{{ num</w:t></w:r><w:r><w:t>ber }}</w:t></w:r>", False),
        ("<w:r><w:t>{</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>{ number }}</w:t></w:r>", False),
        ("<w:r><w:t>{{ num</w:t></w:r><w:hyperlink w:anchor='a'><w:r><w:t>ber }}</w:t></w:r></w:hyperlink>", True),
        ("<w:r><w:t>{{ num</w:t><w:footnoteReference w:id='1'/><w:t>ber }}</w:t></w:r>", True),
    ],
)
def test_a_split_tag_is_a_fault_only_where_something_would_be_lost(inner: str, torn: bool) -> None:
    assert ("T123" in codes(f"<w:p>{inner}</w:p>")) is torn


def test_inserted_text_is_pointed_at() -> None:
    found = problem('<w:p><w:ins w:id="1" w:author="甲"><w:r><w:t>新文</w:t></w:r></w:ins></w:p>')
    assert (found.code, found.severity) == ("T125", Severity.WARNING)
    assert "inserted" in str(found.message)


def test_a_deletion_within_a_tag_is_a_fault_of_the_tag() -> None:
    deletion = '<w:del w:id="1" w:author="甲"><w:r><w:delText>x</w:delText></w:r></w:del>'
    body = f"<w:p><w:r><w:t>{{{{ num</w:t></w:r>{deletion}<w:r><w:t>ber }}}}</w:t></w:r></w:p>"
    assert "T124" in codes(body)


def test_a_template_that_prints_formatted_text_needs_the_styles_for_it() -> None:
    styles = (DECLARATION + f"<w:styles {NAMESPACES}></w:styles>").encode()
    data = with_parts(docx(paragraph("{{r title }}")), {"word/styles.xml": styles})
    found = inspect_template(data, "template.docx", DocumentName.MINUTES)
    assert [each.code for each in found] == ["T134"] * 3
    assert [dict(each.message.values)["style"] for each in found] == ["Heading", "Label", "Strong"]


def test_a_font_outside_of_the_layout_is_noted_once() -> None:
    run = '<w:r><w:rPr><w:rFonts w:ascii="Comic" w:eastAsia="仿宋_GB2312"/></w:rPr><w:t>号</w:t></w:r>'
    found = problem(f"<w:p>{run}{run}</w:p>")
    assert (found.code, found.severity) == ("T135", Severity.NOTE)


def test_a_shape_whose_height_is_no_field_is_found() -> None:
    names = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    shape = f'<w:p><w:r><w:drawing {names}><wp:docPr id="1" name="height:imprint_heigth"/></w:drawing></w:r></w:p>'
    assert str(problem(shape).hint) == "did you mean `imprint_height`?"


def test_what_shows_only_in_the_whole_is_asked_of_filling() -> None:
    body = paragraph("{% if number %}") + table(row("号", "")) + "<w:sdt><w:sdtContent>"
    body += paragraph("{% endif %}") + "</w:sdtContent></w:sdt>"
    found = problem(body)
    assert (found.code, found.severity) == ("T138", Severity.WARNING)
    assert found.place.where == "word/document.xml, paragraph 1"


def test_a_tag_for_whole_paragraphs_says_that_it_needs_docxtpl() -> None:
    found = problems(paragraph("{% set x = {'a': body}.a %}") + paragraph("{{p x }}"))
    assert [(each.code, each.severity) for each in found] == [("T137", Severity.NOTE)]
    assert [each.code for each in problems(paragraph("{{p number }}"))] == ["T137", "T109"]


@pytest.mark.parametrize(
    "expression", ["(" * 3_000 + "number" + ")" * 3_000, "not " * 900 + "number", "number" + ".a" * 3_000]
)
def test_what_nobody_writes_is_a_problem_and_no_fault_of_the_program(expression: str) -> None:
    assert codes(paragraph(f"{{{{ {expression} }}}}")) == ["T101"]


def test_a_file_that_is_no_word_document_is_refused() -> None:
    [found] = inspect_template(b"notes", "notes.docx", DocumentName.MINUTES)
    assert found.code == "T001"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("｛｛ number ｝｝", "{{ number }}"),
        ("｛％ if number ％｝号｛％ endif ％｝", "{% if number %}号{% endif %}"),
        ("{{ number｜upper }}", "{{ number|upper }}"),
        ("{{ head|join（“、”） }}", '{{ head|join("、") }}'),
        ("{{ head|join('“') }}", "{{ head|join('“') }}"),
        ("{% p if number %}", "{%p if number %}"),
        ("{{ r title }}", "{{r title }}"),
        ("“安全”｛与｝", "“安全”｛与｝"),
        ("{{ numbre }}", "{{ numbre }}"),
        ("｛｛ number number ｝｝", "｛｛ number number ｝｝"),
    ],
)
def test_only_what_is_certain_is_mended(written: str, meant: str) -> None:
    data, count = mended(docx(paragraph(written)))
    assert text_of(data) == meant
    assert (count > 0) is (written != meant)


def test_a_tag_in_pieces_is_mended_where_it_begins() -> None:
    runs = "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in ("第｛｛ num", "ber ｝", "｝期 ｛", "｛ number ｝｝"))
    data, count = mended(docx(f"<w:p>{runs}</w:p>", title="｛｛ number ｝｝"))
    assert (text_of(data), title_of(data), count) == ("第{{ number }}期 {{ number }}", "{{ number }}", 3)


def test_what_is_no_document_comes_back_as_it_is() -> None:
    assert mended(b"notes") == (b"notes", 0)


def test_other_parts_stay_as_they_are() -> None:
    before = parts_of(paragraph("｛｛ number ｝｝"), header=paragraph("号"))
    data, _ = mended(with_parts(docx(""), before))
    assert text_of(data, "word/header1.xml") == "号"


WORDS = st.sampled_from([
    "{{ ", " }}", "{% ", " %}", "{%p ", "{%tr ", "{# ", " #}", "if ", "for ", "x in ", "endif", "endfor", "else",
    "set x = ", "number", "body", "paragraph.", "role", "|upper", "|join(", ")", "“", "'", "｛｛", "｝｝", "％", " ",
])  # fmt: skip


@given(st.lists(st.lists(st.lists(WORDS, max_size=4).map("".join), min_size=1, max_size=3), max_size=5))
def test_whatever_is_written_is_answered(paragraphs: list[list[str]]) -> None:
    """No text breaks the inspection, and what it does not refuse can be filled."""
    runs = ["".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts) for texts in paragraphs]
    data = docx("".join(f"<w:p>{each}</w:p>" for each in runs) + table(*(row(*texts) for texts in paragraphs)))
    found = inspect_template(data, "template.docx", DocumentName.MINUTES)
    refused = any(each.severity is Severity.ERROR for each in found)
    assert refused or isinstance(compile_template(data, "template.docx"), Template)
    again, _ = mended(mended(data)[0])
    assert again == mended(data)[0]
