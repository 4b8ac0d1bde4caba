"""Where tags and the codes of fields are, and how much has to be looked at to know it."""

from __future__ import annotations

import sys

import pytest

from jiyao.documents.filling.tags import find_tags
from tagged_docx import paragraph

MARKS = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
CODE = "<w:r><w:instrText>PAGE</w:instrText></w:r>"


class Counted(str):
    """A text that counts the characters which are looked at to find something in it."""

    __slots__ = ("looked_at",)
    looked_at: int

    def find(self, sub: str, start: int | None = 0, end: int | None = None, /) -> int:  # type: ignore[override]
        stop = len(self) if end is None else end
        found = super().find(sub, start or 0, stop)
        self.looked_at = getattr(self, "looked_at", 0) + (found if found >= 0 else stop) - (start or 0)
        return found


STARTS = {
    "literal starts of fields": paragraph('w:fldCharType="begin"'),
    "starts of fields": f"<w:p>{MARKS['begin']}</w:p>",
    "ends of fields": f"<w:p>{MARKS['end']}</w:p>",
    "whole fields": f"<w:p>{MARKS['begin']}{CODE}{MARKS['separate']}{MARKS['end']}</w:p>",
    "simple fields": '<w:p><w:fldSimple w:instr="PAGE"/></w:p>',
    "literal codes": paragraph('w:instr="w:instrText'),
}


@pytest.mark.parametrize("start", STARTS)
def test_the_work_of_finding_fields_grows_with_the_text_alone(start: str) -> None:
    per_character: list[float] = []
    for times in (100, 1_000, 10_000):
        source = Counted(STARTS[start] * times)
        assert list(find_tags(source)) == []
        assert source.looked_at > 0
        per_character.append(source.looked_at / len(source))
    assert max(per_character) < 10
    assert per_character[-1] < 1.1 * per_character[0]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("ending", ["", " }}"])
def test_a_tag_before_very_many_empty_runs_is_read_like_any_other(ending: str) -> None:
    """Each start of the search would go over all of them: 10,000,000,000 steps, which no time limit allows."""
    runs = "<w:r><w:t/></w:r>" * 50_000
    source = f"<w:p><w:r><w:t>{{{{ a</w:t></w:r>{runs}<w:r><w:t>{ending}末</w:t></w:r></w:p>"
    [tag] = find_tags(source)
    assert (tag.closing > 0) is bool(ending)


@pytest.mark.parametrize(
    ("tag", "closing"),
    [
        ("{{ x }}", " }}"),
        ("{{ x -}}", "-}}"),
        ("{% x -%}", "-%}"),
        ("{% x +%}", "+%}"),
        ("{# x -#}", "-#}"),
        ("{{ x -</w:t></w:r><w:r><w:t>}}", "-</w:t></w:r><w:r><w:t>}}"),
        ("{% x </w:t></w:r><w:r><w:t>%</w:t></w:r><w:r><w:t>}", "</w:t></w:r><w:r><w:t>%</w:t></w:r><w:r><w:t>}"),
    ],
)
def test_the_closing_signs_begin_where_they_are_one(tag: str, closing: str) -> None:
    source = paragraph(tag)
    [found] = find_tags(source)
    assert source[found.closing :].startswith(closing.strip())


@pytest.mark.parametrize("times", [100, 1_000])
def test_the_work_for_each_tag_does_not_grow_with_the_number_of_fields(times: int) -> None:
    """Counted in calls of Python, since a look through all fields for each tag would be made in Python."""
    source = (STARTS["whole fields"] + paragraph("{{ x }}")) * times
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        tags = list(find_tags(source))
    finally:
        sys.setprofile(None)
    assert len(tags) == times
    assert not any(tag.in_field for tag in tags)
    assert calls < 60 * times


@pytest.mark.parametrize(
    ("source", "in_field"),
    [
        (f"<w:p>{MARKS['begin']}<w:r><w:t>{{{{ x }}}}</w:t></w:r>{MARKS['separate']}{MARKS['end']}</w:p>", True),
        (f"<w:p>{MARKS['begin']}{CODE}{MARKS['separate']}<w:r><w:t>{{{{ x }}}}</w:t></w:r>{MARKS['end']}</w:p>", False),
        (f"<w:p>{MARKS['begin']}{CODE}{MARKS['separate']}{MARKS['end']}</w:p>{paragraph('{{ x }}')}", False),
        ("<w:p><w:r><w:instrText>{{ x }}</w:instrText></w:r></w:p>", True),
        ('<w:p><w:r><w:instrText xml:space="preserve">{{ x }}</w:instrText></w:r></w:p>', True),
        ("<w:p><w:r><w:delInstrText>{{ x }}</w:delInstrText></w:r></w:p>", True),
        ('<w:p><w:fldSimple w:dirty="1" w:instr="{{ x }}"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>', True),
        ('<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>{{ x }}</w:t></w:r></w:fldSimple></w:p>', False),
        (paragraph('w:fldCharType="begin" {{ x }} &lt;w:fldChar '), False),
        (f"<w:p>{CODE}{paragraph('{{ x }}')}{CODE}</w:p>", False),
    ],
)
def test_a_tag_in_the_code_of_a_field_is_known(source: str, *, in_field: bool) -> None:
    [tag] = find_tags(source)
    assert tag.in_field is in_field
