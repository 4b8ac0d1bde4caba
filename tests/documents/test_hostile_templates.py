from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from jiyao.documents.attachments import Additions
from jiyao.documents.filling import compile_template, fill
from jiyao.documents.filling.sandbox import MOST_CHARACTERS, MOST_STEPS, MOST_TURNS
from jiyao.documents.filling.template import render, rendering_of
from jiyao.problems import Problem
from payloads import BOMBS, EXHAUSTING
from shell import GENERATORS, jiyao, write
from tiny_docx import docx, paragraph, read_parts, row, table, with_parts


@dataclass(frozen=True, slots=True)
class Canary:
    """Sings when a template gets at more than its fields."""

    name: str = "金丝雀"
    _hidden: str = "秘密"
    songs: list[str] = field(default_factory=list[str])

    def sing(self) -> str:
        self.songs.append("被调用")
        return "被调用"


def problems_with(body: str, values: dict[str, object] | None = None, **parts: str) -> tuple[Problem, ...]:
    """The problems of a template, found when it is made ready or when it is filled."""
    template = compile_template(docx(body, header=parts.get("header", "")), "template.docx")
    if isinstance(template, tuple):
        return template
    document = fill(template, values or {})
    assert isinstance(document, tuple), read_parts(document)["word/document.xml"].decode()
    return document


ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ''['__cl' ~ 'ass__'] }}",
    "{{ ''['__cl' + 'ass__'] }}",
    "{{ x.__init__.__globals__ }}",
    "{{ x._hidden }}",
    "{{ x['_hidden'] }}",
    "{{ x['_hid' ~ 'den'] }}",
    "{{ x.sing() }}",
    "{{ x.sing }}",
    "{{ x['sing']() }}",
    "{{ x.songs.append(1) }}",
    "{{ x.songs.append }}",
    "{{ m.update({'a': 1}) }}",
    "{{ m.get('a') }}",
    "{{ m.get }}",
    "{{ m.a.real }}",
    "{{ text.upper() }}",
    "{{ text.format(x) }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ '{a.__class__}'.format_map(m) }}",
    "{{ '%s' % x }}",
    "{{ '%s' | format(x) }}",
    "{{ x | attr('__class__') }}",
    "{{ xs | map(attribute='__class__') | join }}",
    "{{ xs | map('attr', '__class__') | join }}",
    "{{ xs | groupby('__class__') }}",
    "{{ xs | selectattr('__class__') | first }}",
    "{{ text | safe }}",
    "{{ m | xmlattr }}",
    "{{ x | pprint }}",
    "{{ m | tojson }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ cycler('a') }}",
    "{{ joiner() }}",
    "{{ lipsum() }}",
    "{{ lipsum.__globals__ }}",
    "{{ namespace(a=1) }}",
    "{{ dict(a=1) }}",
    "{{ range(3) }}",
    "{{ range }}",
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ self['_TemplateReference__context'] }}",
    "{{ super() }}",
    "{{ caller() }}",
    "{{ varargs }}",
    "{{ config }}",
    "{{ x }}",
    "{{ xs }}",
    "{{ m }}",
    "{{ true }}",
    "{{ none }}",
    "{{ function }}",
    "{{ function() }}",
    "{% for a in xs %}{{ loop }}{% endfor %}",
    "{% for a in xs %}{{ loop._iterator }}{% endfor %}",
    "{% for a in xs %}{{ loop.cycle('a') }}{% endfor %}",
    "{% for a in xs recursive %}{{ loop(xs) }}{% endfor %}",
    "{% for a in function %}1{% endfor %}",
    "{% for a in text %}{{ a }}{% endfor %}",
    "{% if x.sing() %}1{% endif %}",
    "{% set a = x.sing() %}",
    "{% set a %}1{% endset %}",
    "{% set _a = 1 %}",
    "{% set ns.a = 1 %}",
    "{% include 'x' %}",
    "{% import 'x' as y %}",
    "{% from 'x' import y %}",
    "{% extends 'x' %}",
    "{% block a %}1{% endblock %}",
    "{% macro a() %}1{% endmacro %}",
    "{% call x.sing() %}1{% endcall %}",
    "{% filter upper %}a{% endfilter %}",
    "{% autoescape false %}{{ text }}{% endautoescape %}",
    "{% with a = x.sing() %}{{ a }}{% endwith %}",
    "{% raw %}{{ x }}{% endraw %}",
    "{% do x.sing() %}",
    "{% debug %}",
    "{% print x.sing() %}",
    "{{ text is callable }}",
    "{{ text is filter }}",
    "{{ text is sameas text }}",
]


@pytest.mark.parametrize("tag", ESCAPES)
def test_no_template_gets_at_anything_but_plain_data(tag: str) -> None:
    canary = Canary()
    values: dict[str, object] = {"x": canary, "xs": [canary], "m": {"a": 1}, "text": "文", "function": canary.sing}
    [problem] = problems_with(paragraph(tag), values)
    assert problem.code.startswith("T1")
    assert problem.place.where == "word/document.xml, paragraph 1"
    assert canary.songs == []
    assert values["m"] == {"a": 1}
    assert "秘密" not in str(problem)


@pytest.mark.parametrize("tag", ["{{ x.sing() }}", "{{ ''.__class__ }}"])
def test_headers_are_held_to_the_same_rules(tag: str) -> None:
    [problem] = problems_with(paragraph("一"), header=paragraph(tag))
    assert problem.place.where == "word/header1.xml, paragraph 1"


@pytest.mark.parametrize("tag", BOMBS, ids=range(len(BOMBS)))
def test_a_template_made_to_exhaust_the_machine_is_stopped(tag: str) -> None:
    [problem] = problems_with(paragraph(tag), EXHAUSTING)
    assert problem.code.startswith("T1")


CHILD = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
from jiyao.documents.filling import compile_template, fill
from payloads import BOMBS, EXHAUSTING
from tiny_docx import docx, paragraph
good = compile_template(docx(paragraph("{{ long }}")), "good.docx")
expected = fill(good, EXHAUSTING)
for tag in BOMBS:
    template = compile_template(docx(paragraph(tag)), "template.docx")
    result = template if isinstance(template, tuple) else fill(template, EXHAUSTING)
    assert fill(good, EXHAUSTING) == expected
    print(result[0].code if isinstance(result, tuple) else len(result))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit of memory")
def test_no_template_made_to_exhaust_the_machine_keeps_the_next_document_from_being_made() -> None:
    """All of them in one process that may have 1 GB, with a good document behind each."""
    paths = os.pathsep.join(map(str, (GENERATORS, GENERATORS.parent / "tests")))
    run = subprocess.run(
        [sys.executable, "-c", CHILD],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    answers = run.stdout.split()
    assert len(answers) == len(BOMBS)
    assert all(answer.startswith("T1") for answer in answers)


@pytest.mark.parametrize("tag", [tag for tag in BOMBS if len(tag) < 1_000])
def test_what_a_template_has_used_up_is_counted_before_it_is_used(tag: str) -> None:
    """Characters, turns and steps of a rendering that was stopped: one more than there may be at most, and no work."""
    template = compile_template(docx(paragraph(tag)), "template.docx")
    if isinstance(template, tuple):
        return
    rendering = rendering_of(template, Additions(template.package, 0), lambda _value, _printer: "")
    assert isinstance(render(template, EXHAUSTING, rendering), tuple)
    assert sum(map(len, rendering.pieces)) <= 4 * MOST_CHARACTERS
    assert rendering.turns <= MOST_TURNS * 101
    assert rendering.steps <= MOST_STEPS * 101


def test_a_batch_goes_on_behind_a_record_that_the_template_makes_too_much_of(tmp_path: Path) -> None:
    loops = "{% for a in body %}" * 4 + "{% endfor %}" * 4
    (tmp_path / "own.docx").write_bytes(docx(paragraph("{{ number }}" + loops)))
    many = "".join(f"  - 第{number}项。\n" for number in range(40))
    write(tmp_path, {"a.yaml": "title: 甲\n", "b.yaml": f"title: 乙\nrequirements:\n{many}", "c.yaml": "title: 丙\n"})
    run = jiyao(tmp_path, "make", "a.yaml", "b.yaml", "c.yaml", "--template", "own.docx")
    assert (run.returncode, run.stdout.split()) == (1, ["a-纪要.docx", "c-纪要.docx"])
    assert "T110" in run.stderr


def test_thousands_of_unclosed_tags_are_reported_without_delay() -> None:
    problems = problems_with(paragraph("{{ a") * 2_000)
    assert {problem.code for problem in problems} == {"T102"}
    assert len(problems) == 2_000


@pytest.mark.parametrize(
    "body",
    [
        table(row("{% if x %}", "乙")) + paragraph("{% endif %}"),
        paragraph("{% if x %}") + table(row("{% endif %}", "乙")),
        paragraph("{%p if x %}") + table(row("{%tr endif %}", ""), row("甲", "乙")),
        paragraph("甲{% if x %}") + "<w:sdt><w:sdtContent>" + paragraph("{% endif %}乙") + "</w:sdtContent></w:sdt>",
        paragraph("{% for a in xs %}") + table(row("{% endfor %}", "乙")),
    ],
)
def test_a_block_that_ends_at_another_level_makes_whole_documents_or_none(body: str) -> None:
    template = compile_template(docx(body), "template.docx")
    assert not isinstance(template, tuple), "\n".join(map(str, template))
    whole = fill(template, {"x": True, "xs": [1]})
    assert isinstance(whole, bytes)
    assert etree.fromstring(read_parts(whole)["word/document.xml"]) is not None
    problems = fill(template, {"x": False, "xs": [1, 2]})
    assert isinstance(problems, tuple)
    [problem] = problems
    assert problem.code == "T111"
    assert problem.place.where.startswith("word/document.xml, ")


@pytest.mark.parametrize(
    "body",
    [
        table(row("{%tr if x %}", ""), row("甲{%tc else %}", "乙"), row("{%tr endif %}", "")),
        paragraph("{% if x %}") + table(row("{% else %}{% endif %}", "乙")).replace("</w:tbl>", "</w:tbl>{{ x }}"),
    ],
)
def test_a_template_that_is_in_pieces_itself_is_refused(body: str) -> None:
    [problem] = problems_with(body, {"x": 1})
    assert problem.code in {"T109", "T111"}


def test_a_block_that_takes_a_field_apart_makes_no_document() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    first, last = "<w:r><w:t>{% if x %}</w:t></w:r>", "<w:r><w:t>{% endif %}</w:t></w:r>"
    page = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    body = f"<w:p>{first}{begin}{page}{separate}{last}<w:r><w:t>1</w:t></w:r>{end}</w:p>"
    template = compile_template(docx(body), "template.docx")
    assert not isinstance(template, tuple), "\n".join(map(str, template))
    assert isinstance(fill(template, {"x": True}), bytes)
    problems = fill(template, {"x": False})
    assert isinstance(problems, tuple)
    assert [problem.code for problem in problems] == ["T111"]


def test_a_field_that_fetches_something_in_some_documents_only_is_refused_there() -> None:
    mark = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    hidden = (
        f"<w:r><w:t>{{% if x %}}</w:t></w:r>{mark['begin']}<w:r><w:instrText>PAGE</w:instrText></w:r>"
        f"{mark['separate']}<w:r><w:t>{{% endif %}}{{% if not x %}}</w:t></w:r>{mark['begin']}"
        f"<w:r><w:instrText>PAGE</w:instrText></w:r>{mark['separate']}<w:r><w:t>{{% endif %}}1</w:t></w:r>{mark['end']}"
    )
    problems = problems_with(f"<w:p>{hidden}{mark['end']}</w:p>", {"x": True})
    assert {problem.code for problem in problems} <= {"T111", "T113"}


@pytest.mark.parametrize("seen", [True, False])
@pytest.mark.parametrize(
    "body",
    [
        paragraph("甲{% if x %}乙") + paragraph("丙{% endif %}丁"),
        paragraph("{%p if x %}") + table(row("甲", "乙")) + paragraph("{%p endif %}"),
        table(row("甲", "乙{% if x %}"), row("丙", "丁{% endif %}")),
        paragraph("{%r if x %}") + paragraph("甲{%r endif %}"),
    ],
)
def test_what_is_accepted_is_well_formed_whichever_way_it_goes(body: str, *, seen: bool) -> None:
    template = compile_template(docx(body), "template.docx")
    assert not isinstance(template, tuple), "\n".join(map(str, template))
    document = fill(template, {"x": seen})
    assert isinstance(document, bytes)
    assert etree.fromstring(read_parts(document)["word/document.xml"]) is not None


blocks = st.tuples(
    st.sampled_from(["", "", "p", "tr", "tc", "r"]),
    st.sampled_from(["if x", "for a in xs"]),
    st.booleans(),
    st.lists(st.integers(0, 8), min_size=3, max_size=3).map(sorted),
)
"""The form of its tags, what it says, whether it has an else, and the texts in which its tags stand."""


def layout(chosen: list[tuple[str, str, bool, list[int]]]) -> str:
    """Three paragraphs, a table of two rows, two paragraphs, with these blocks laid over them."""
    texts = ["甲", "", "{{ y }}", "乙", "", "", "{{ y }}", "", "丙"]
    for form, opening, branches, (first, middle, last) in chosen:
        texts[first] += f"{{%{form} {opening} %}}"
        texts[middle] += f"{{%{form} else %}}" if branches else ""
        texts[last] += f"{{%{form} end{opening.split()[0]} %}}"
    top, grid, rest = texts[:3], texts[3:7], texts[7:]
    return "".join([*map(paragraph, top), table(row(*grid[:2]), row(*grid[2:])), *map(paragraph, rest)])


@settings(max_examples=300)
@given(st.lists(blocks, min_size=1, max_size=2).map(layout))
def test_whatever_a_template_looks_like_no_malformed_document_comes_out(body: str) -> None:
    template = compile_template(docx(body), "template.docx")
    if isinstance(template, tuple):
        assert all(problem.code.startswith("T1") for problem in template)
        return
    for seen in (True, False):
        for count in range(3):
            document = fill(template, {"x": seen, "xs": list(range(count)), "y": "<\n&\t>"})
            if isinstance(document, tuple):
                assert template.parts[0].unproved is not None
                assert [problem.code for problem in document] == ["T111"]
                continue
            assert etree.fromstring(read_parts(document)["word/document.xml"]) is not None


@pytest.mark.parametrize("element", ["w:t", "w:delText"])
def test_a_line_break_in_deleted_text_leaves_the_document_whole(element: str) -> None:
    body = f"<w:p><w:r><{element}>{{{{ x }}}}</{element}></w:r></w:p>"
    template = compile_template(docx(body), "template.docx")
    assert not isinstance(template, tuple)
    document = fill(template, {"x": "一\n二\t三"})
    assert isinstance(document, bytes)
    xml = read_parts(document)["word/document.xml"]
    assert etree.fromstring(xml) is not None
    assert [sign for sign in xml.decode() if sign in "一二三"] == ["一", "二", "三"]


def code(*runs: str) -> str:
    """A field with these runs as its code."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    inner = "".join(f"<w:r><w:instrText>{run}</w:instrText></w:r>" for run in runs)
    return f"{marks[0]}{inner}{marks[1]}<w:r><w:t>1</w:t></w:r>{marks[2]}"


@pytest.mark.parametrize(
    "field_code",
    [
        code("{{ x }}"),
        code('HYPERLINK "{{ x }}"'),
        code("DD{# #}EAUTO c:\\a.exe"),
        code("DD{% if x %}EAUTO{% endif %} a"),
        code("DD", "{% if not x %}", "X", "{% endif %}", "EAUTO a"),
        code("DD", "{#", "X #}", "EAUTO a"),
        '<w:fldSimple w:instr="{{ x }}"><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    ],
)
def test_no_tag_words_the_code_of_a_field(field_code: str) -> None:
    problems = problems_with(f"<w:p>{field_code}</w:p>", {"x": "DDEAUTO a"})
    assert {problem.code for problem in problems} <= {"T113", "T202", "T204"}


def test_a_field_that_arises_when_a_tag_drops_a_paragraph_is_refused() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    kept, dropped, last = (f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in ("DD", "X", "EAUTO a"))
    tag = "<w:r><w:t>{%p set x = 1 %}</w:t></w:r>"
    body = f"<w:p>{begin}{kept}</w:p><w:p>{dropped}{separate}{tag}</w:p><w:p>{last}{end}</w:p>"
    problems = problems_with(body)
    assert {problem.code for problem in problems} <= {"T202", "T113"}


def test_a_template_with_a_hazard_is_never_made_ready() -> None:
    part = "word/_rels/document.xml.rels"
    data = docx(paragraph("{{ x }}"))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    hazard = f'<Relationship Id="r9" Type="{kind}" Target="http://example.org/a.dotm" TargetMode="External"/>'
    relationships = read_parts(data)[part].replace(b"</Relationships>", hazard.encode() + b"</Relationships>")
    problems = compile_template(with_parts(data, {part: relationships}), "template.docx")
    assert isinstance(problems, tuple)
    assert [problem.code for problem in problems] == ["T201"]
