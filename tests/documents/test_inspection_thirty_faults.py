"""A template with thirty planted faults of many kinds: all are located in one run, in both languages."""

from __future__ import annotations

import re
from functools import cache

import pytest

from jiyao.cli.ui import speaking
from jiyao.documents.inspection import inspect_template
from jiyao.languages.text import Language
from jiyao.problems import Message, Problem
from jiyao.records.choices import DocumentName
from tiny_docx import docx, paragraph, row, table

DELETED_TAG = '<w:del w:id="1" w:author="甲"><w:r><w:delText>{{ title }}</w:delText></w:r></w:del>'
DELETED_TEXT = '<w:del w:id="2" w:author="甲"><w:r><w:delText>草稿</w:delText></w:r></w:del>'
HALF_LINKED = '<w:hyperlink w:anchor="a"><w:r><w:t>{{ num</w:t></w:r></w:hyperlink><w:r><w:t>ber }}</w:t></w:r>'
FETCHES = '<w:fldSimple w:instr="INCLUDETEXT &quot;a.docx&quot;"><w:r><w:t>文</w:t></w:r></w:fldSimple>'
SPLIT = "<w:r><w:t>{{ num</w:t></w:r><w:r><w:t>ber }}</w:t></w:r>"

BODY = (
    # Each paragraph with the fault that is planted in it, "" where it is right.
    (paragraph("{{ numbre }}"), "T103 paragraph 1"),
    (paragraph("编号：{{ number }"), "T102 paragraph 2"),
    (paragraph("{{ properties.titel }}"), "T104 paragraph 3"),
    (paragraph("{%p for p in body %}"), ""),
    (paragraph("{{ p.tetx }}"), "T104 paragraph 5"),
    (paragraph("{{ p.runs }}"), "T109 paragraph 6"),
    (paragraph('{% if p.role == "headnig-1" %}一{% endif %}'), "T136 paragraph 7"),
    (paragraph("{%p endfor %}"), ""),
    (paragraph("{{ p.text }}"), "T130 paragraph 9"),
    (paragraph("{{ number | uper }}"), "T106 paragraph 10"),
    (paragraph("{{ number.strip() }}"), "T105 paragraph 11"),
    (paragraph("｛｛ number ｝｝"), "T122 paragraph 12"),
    (paragraph("{{ head|join(“、”) }}"), "T121 paragraph 13"),
    (paragraph("{% p if number %}"), "T127 paragraph 14"),
    (paragraph("编号"), ""),
    (paragraph("{% endif %}"), "T126 paragraph 16"),
    (paragraph("{%tr if number %}"), "T120 paragraph 17"),
    (paragraph("{%tr endif %}"), "T120 paragraph 18"),
    (paragraph("{%p if issued_on %}于"), "T129 paragraph 19"),
    (paragraph("{%p endif %}"), "T131 paragraph 19"),
    (paragraph("{{ body }}"), "T107 paragraph 21"),
    (paragraph("{% for letter in number %}{{ letter }}{% endfor %}"), "T116 paragraph 22"),
    (paragraph("{% iff number %}"), "T101 paragraph 23"),
    (paragraph("{% if number %}号"), "T101 paragraph 24"),
    (paragraph("{% endfor %}"), "T101 paragraph 25"),
    (paragraph("{{ number number }}"), "T101 paragraph 26"),
    (f"<w:p>{DELETED_TAG}<w:r><w:t>纪要</w:t></w:r></w:p>", "T124 paragraph 27"),
    (f"<w:p>{DELETED_TEXT}<w:r><w:t>纪要</w:t></w:r></w:p>", "T125 paragraph 28"),
    (f"<w:p>{HALF_LINKED}</w:p>", "T123 paragraph 29"),
    (f"<w:p>{FETCHES}</w:p>", "T202 paragraph 30"),
    ('<w:p><w:pPr><w:pStyle w:val="Lost"/></w:pPr></w:p>', "T133 paragraph 31"),
    (f"<w:p>{SPLIT}</w:p>", ""),
    (paragraph("号 }}"), "T132 paragraph 33"),
    (table(row("{%tr for p in copies %}{%tr endfor %}", "")), "T112 table 1, row 1, cell 1"),
)
HEADER = ((paragraph("{{r number }}"), "T109 paragraph 1"),)

EXPECTED = sorted(
    f"{fault[:4]} {part}, {fault[5:]}"
    for part, faults in (("word/document.xml", BODY), ("word/header1.xml", HEADER))
    for _, fault in faults
    if fault
)


@cache
def found() -> tuple[Problem, ...]:
    data = docx("".join(xml for xml, _ in BODY), header="".join(xml for xml, _ in HEADER))
    return inspect_template(data, "template.docx", DocumentName.MINUTES)


def test_thirty_faults_are_located_in_one_run() -> None:
    assert sorted(f"{each.code} {each.place.where}" for each in found()) == EXPECTED
    assert len(EXPECTED) >= 30


def test_all_but_the_harmless_say_what_to_try() -> None:
    assert [each.code for each in found() if each.hint is None] == []


@pytest.mark.parametrize("language", Language)
def test_every_fault_is_said_in_the_language_of_the_interface(language: Language) -> None:
    ui = speaking(language)
    for each in found():
        for said in messages(each):
            words = re.sub(r"\{\w+\}", "", ui.translate(said.text))
            chinese = any("\u4e00" <= letter <= "\u9fff" for letter in words)
            assert chinese == (language is Language.ZH) or not any(map(str.isalpha, words)), words


def messages(problem: Problem) -> list[Message]:
    """What a problem says, and the messages among its values."""
    said = [each for each in (problem.message, problem.hint) if each]
    return [*said, *(value for each in said for _, value in each.values if isinstance(value, Message))]
