"""A template is data: what it says is what Jinja says, and nothing else than data is needed to fill it again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined
from jinja2.exceptions import UndefinedError

from jiyao.documents.filling import Template, compile_template, fill
from jiyao.documents.filling.keeping import from_data, to_data
from jiyao.documents.filling.program import MOST_DEPTH, Json
from jiyao.ooxml.archive import CODECS
from jiyao.problems import Problem
from tiny_docx import docx, paragraph, read_parts, row, table, text_of

NAMES = ("a", "b", "c")
VALUES = {"a": 3, "b": "文", "c": ["甲", "乙"], "m": {"k": 1, "items": "有"}, "none": None, "yes": True}


def compiled(data: bytes) -> Template:
    template = compile_template(data, "template.docx")
    assert isinstance(template, Template), "\n".join(map(str, template))
    return template


def printed(body: str) -> str:
    """The text that a paragraph of these tags becomes."""
    document = fill(compiled(docx(paragraph(body.replace("<", "&lt;")))), VALUES)
    assert isinstance(document, bytes), "\n".join(map(str, document))
    return text_of(document)


def kept(data: bytes) -> Template:
    """The template as it comes back from JSON."""
    template = from_data(json.loads(json.dumps(to_data(compiled(data)))), data, "template.docx")
    assert template is not None
    return template


@pytest.mark.parametrize(
    ("tags", "text"),
    [
        # What is set in a loop is gone in its next turn, and behind it.
        ("{% for x in c %}{{ a }}{% set a = x %}{{ a }};{% endfor %}{{ a }}", "3甲;3乙;3"),
        ("{% for x in c %}{% if loop.first %}{% set b = x %}{% endif %}{{ b }}{% endfor %}{{ b }}", "甲文文"),
        ("{% for a in c %}{{ a }}{% endfor %}{{ a }}", "甲乙3"),
        ("{% for c in c %}{{ c }}{% endfor %}{{ c | join }}", "甲乙甲乙"),
        # What is set under a condition stays.
        ("{% if a %}{% set b = 1 %}{% endif %}{{ b }}", "1"),
        ("{% if not a %}{% set b = 1 %}{% endif %}{{ b }}", "文"),
        ("{% set x, y = c %}{{ y }}{{ x }}", "乙甲"),
        ("{% for k, v in m | items %}{{ k }}={{ v }};{% endfor %}", "k=1;items=有;"),
        ("{% for k in m %}{{ k }};{% endfor %}", "k;items;"),
        ("{% for x in [] %}{{ x }}{% else %}无{% endfor %}", "无"),
        ("{% for x in c if x == '丙' %}{{ x }}{% else %}无{% endfor %}", "无"),
        ("{% for x in c if x != '甲' %}{{ loop.length }}{{ x }}{% endfor %}", "1乙"),
        ("{% for x in [] %}{% else %}{% set a = 4 %}{{ a }}{% endfor %}{{ a }}", "43"),
        ("{% for x in c %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }} {% endfor %}", "102 211 "),
        ("{% for x in c %}{{ loop.revindex0 }}{{ loop.length }}{{ 'A' if loop.first else '' }}{% endfor %}", "12A02"),
        ("{% for x in c %}{{ '末' if loop.last else '；' }}{% endfor %}", "；末"),
        ("{% for x in c %}{{ loop.previtem | default('-') }}{{ loop.nextitem | default('-') }}{% endfor %}", "-乙甲-"),
        ("{% for x in c %}{% for y in c %}{{ loop.index }}{% endfor %}{{ loop.index }};{% endfor %}", "121;122;"),
        ("{% if a > 5 %}大{% elif a > 2 %}中{% else %}小{% endif %}", "中"),
        ("{{ 1 if 1 < a <= 3 else 2 }}{{ 1 if a == 3 != 4 else 2 }}", "11"),
        ("{{ a and b }}{{ none or b }}{{ 1 if not none else 2 }}", "文文1"),
        ("{{ -a }}{{ +a }}{{ 7 // 2 }}{{ 7 / 2 }}{{ 7 % 4 }}{{ a * 2 - 1 }}", "-3333.535"),
        (
            "{{ c[0] }}{{ c[-1] }}{{ c[1:] | join }}{{ m['k'] }}{{ m['items'] }}{{ (1, 2)[1] }}{{ {'x': 5}.x }}",
            "甲乙乙1有25",
        ),
        ("{{ 1 if '甲' in c else 0 }}{{ 1 if 'k' not in m else 0 }}{{ 1 if '文' in b else 0 }}", "101"),
        ("{{ 1 if a is odd }}{{ 1 if a is divisibleby 3 }}{{ 1 if a is eq 3 }}{{ 1 if '甲' is in c }}", "1111"),
        ("{{ 1 if m is mapping and c is sequence and b is string and a is number and none is none }}", "1"),
        ("{{ 1 if yes is true and yes is not false and x is undefined and a is defined }}", "1"),
        ("{{ a ~ b ~ 1.5 }}", "3文1.5"),
    ],
)
def test_a_template_says_what_it_says_in_jinja(tags: str, text: str) -> None:
    assert printed(tags) == text
    assert Environment(undefined=StrictUndefined, autoescape=False).from_string(tags).render(VALUES) == text  # noqa: S701


expressions = st.recursive(
    st.sampled_from(
        [*NAMES, "m.k", "m['k']", "c[0]", "none", "yes", "x", "m.x", "1", "2.5", "'文'", "[]", "loop.index"]
    ),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "*", "//", "%", "==", "!=", "<", "and", "or", "in"]), inner).map(
            lambda each: f"({' '.join(each)})"
        ),
        st.tuples(inner, st.sampled_from(["length", "first", "last", "default('无')", "upper", "join('、')"])).map(
            lambda each: f"({' | '.join(each)})"
        ),
        inner.map("(not {})".format),
        inner.map("({} is defined)".format),
        st.tuples(inner, inner, inner).map(lambda each: f"({each[0]} if {each[1]} else {each[2]})"),
    ),
    max_leaves=5,
)
blocks = st.recursive(
    st.one_of(expressions.map("{{{{ {} }}}}".format), expressions.map("{{% set a = {} %}}".format), st.just("·")),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.tuples(expressions, inner, inner).map(
            lambda each: f"{{% if {each[0]} %}}{each[1]}{{% else %}}{each[2]}{{% endif %}}"
        ),
        st.tuples(st.sampled_from(NAMES), inner, inner).map(
            lambda each: f"{{% for {each[0]} in c %}}{each[1]}{{% else %}}{each[2]}{{% endfor %}}"
        ),
    ),
    max_leaves=6,
)


def as_ours(value: object) -> str:
    """Jinja prints what we refuse to; only what both print is compared."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError
    return str(value)


@settings(max_examples=400)
@given(blocks)
def test_whatever_a_template_says_is_what_jinja_makes_of_it(tags: str) -> None:
    template = compile_template(docx(paragraph(tags.replace("<", "&lt;"))), "template.docx")
    assert isinstance(template, Template), "\n".join(map(str, template))
    ours = fill(template, VALUES)
    peer = Environment(undefined=StrictUndefined, autoescape=False, finalize=as_ours)  # noqa: S701
    try:
        theirs = peer.from_string(tags).render(VALUES)
    except (UndefinedError, TypeError, ZeroDivisionError, AttributeError, KeyError):
        # A few things that Jinja cannot do have a meaning here, such as `default` for the first of no items.
        return
    if isinstance(ours, bytes):
        assert text_of(ours) == theirs
    else:
        # What is refused here and not there: a text as a list, a formula of texts, a name that is set later.
        assert {problem.code for problem in ours} <= {"T103", "T104", "T107", "T114", "T116"}


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    unit: str = "办公室"


BODY = (
    paragraph("{{ title }}{% if people %}{{ people | length }}人{% endif %}")
    + table(row("{%tr for p in people %}", ""), row("{{ p.name }}", "{{ p.unit }}"), row("{%tr endfor %}", ""))
    + paragraph("{% set x = title ~ '！' %}{{ x }}")
)
PEOPLE = {"title": "A&B 例会", "people": (Person("张三"), Person("李\n四", "<二>科"))}


def test_a_template_that_was_kept_makes_the_same_bytes() -> None:
    data = docx(BODY, header=paragraph("{{ title }}"), footnote=paragraph("{{ title }}"), title="{{ title }}")
    assert fill(kept(data), PEOPLE) == fill(compiled(data), PEOPLE)
    assert kept(data).names == {"title", "people"}


def test_a_template_that_was_kept_says_where_it_is_wrong() -> None:
    data = docx(paragraph("一") + paragraph("{{ titel }}") + table(row("{{ p.nmae }}", "")))
    values: dict[str, object] = {"title": "例会", "p": Person("张三")}
    problems = fill(kept(data), values)
    assert problems == fill(compiled(data), values)
    assert isinstance(problems, tuple)
    [problem] = problems
    assert problem.place.where == "word/document.xml, paragraph 2"
    assert str(problem.hint) == "did you mean `title`?"


def located(tags: Sequence[str], **values: object) -> Problem:
    problems = fill(compiled(docx("".join(map(paragraph, tags)))), values)
    assert isinstance(problems, tuple)
    [problem] = problems
    return problem


@pytest.mark.parametrize(
    ("tags", "line"),
    [
        (["{% if x %}1{% elif y.z %}2{% endif %}"], 1),
        (["一", "{% for x in y %}1{% endfor %}"], 2),
        (["一", "{% for x in c %}", "{% for y in x %}", "{% endfor %}", "{% endfor %}"], 3),
        (["{% for x in c %}", "一", "{{ x.name }}", "{% endfor %}"], 3),
        (["{% for x in c if x.y %}", "一", "{% endfor %}"], 1),
        (["一", "{% for x, y in c %}", "{% endfor %}"], 2),
        (["一", "{% set x = y %}{{ x + 1 }}"], 2),
        (["一", "{{ 'a' if x }}"], 2),
        (["一", "{{ c[5] }}"], 2),
        (["一", "{{ c | first(1) }}"], 2),
    ],
)
def test_a_problem_is_placed_at_its_own_tag(tags: list[str], line: int) -> None:
    assert located(tags, x=0, c=["甲", "乙"]).place.where == f"word/document.xml, paragraph {line}"


json_values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-2, 9), st.sampled_from(["text", "for", "if", "name", "a", "eq", "+"])
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2)
    ),
    max_leaves=8,
)


@settings(max_examples=400)
@given(json_values, st.data())
def test_data_that_somebody_changed_is_no_template_or_a_harmless_one(value: Json, data: st.DataObject) -> None:
    document = docx(BODY)
    changed: Any = json.loads(json.dumps(to_data(compiled(document))))
    at: list[Any] = changed
    while at:
        index = data.draw(st.integers(0, len(at) - 1))
        if not isinstance(at[index], list) or data.draw(st.booleans()):
            at[index] = value
            break
        at = at[index]
    template = from_data(changed, document, "template.docx")
    if template is not None:
        assert isinstance(fill(template, PEOPLE), bytes | tuple)


NO_PROGRAMS: list[Json] = [
    "text",
    [["call", 0, ["name", "a"]]],
    [["text", 0, ["call", "a"]]],
    [["text", 0, ["filter", "attr", ["name", "a"], [], {}]]],
    [["text", 0, ["test", "callable", ["name", "a"], None]]],
    [["text", 0, ["compute", "**", ["const", 9], ["const", 9]]]],
    [["text", 0, ["const", [1]]]],
    [["text", 0, ["name"]]],
    [["text", "0", ["name", "a"]]],
    [["for", 0, [], ["name", "a"], None, [], []]],
    [["if", [[0, ["name", "a"]]], []]],
    [["eval", "1"]],
    [7],
]


@pytest.mark.parametrize("program", NO_PROGRAMS)
def test_what_no_template_says_is_no_program(program: Json) -> None:
    data = docx(paragraph("{{ a }}"))
    whole = to_data(compiled(data))
    assert isinstance(whole, list)
    whole[3] = [["word/document.xml", program, False, False]]
    assert from_data(whole, data, "template.docx") is None


def test_a_program_that_is_nested_too_deeply_is_none() -> None:
    data = docx(paragraph("{{ a }}"))
    whole = to_data(compiled(data))
    assert isinstance(whole, list)
    deep: Json = ["name", "a"]
    for _ in range(MOST_DEPTH + 1):
        deep = ["not", deep]
    whole[3] = [["word/document.xml", [["text", 0, deep]], False, False]]
    assert from_data(whole, data, "template.docx") is None


def test_both_codecs_make_the_same_parts_and_each_the_same_bytes() -> None:
    pytest.importorskip("isal")
    template = compiled(docx(BODY))
    packed = {name: [fill(template, PEOPLE, codec()) for _ in range(2)] for name, codec in CODECS.items()}
    (zlib, zlib_again), (isal, isal_again) = packed["zlib"], packed["isal"]
    assert isinstance(zlib, bytes)
    assert isinstance(isal, bytes)
    assert zlib == zlib_again
    assert isal == isal_again
    assert zlib != isal
    assert read_parts(zlib) == read_parts(isal)
