"""Whatever docxtpl-lint finds in a template, the inspection finds too: both run on the same files."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from jiyao.documents.inspection import inspect_template
from jiyao.documents.inspection.given import example_of
from jiyao.documents.shipped import Edition
from jiyao.records.choices import DocumentName
from tiny_docx import docx, paragraph, row, table

pytestmark = pytest.mark.skipif(find_spec("docxtpl_lint") is None, reason="docxtpl-lint is not installed")

DELETED = '<w:p><w:del w:id="1" w:author="甲"><w:r><w:delText>{{ number }}</w:delText></w:r></w:del></w:p>'
FAULTS = [
    # Its rule, our code, and a template that breaks them.
    ("DTL001", "T102", paragraph("{{ number")),
    ("DTL001", "T102", paragraph("{{ number }")),
    ("DTL001", "T102", paragraph("{% if number")),
    ("DTL001", "T102", paragraph("{# 附注")),
    ("DTL002", "T102", paragraph("{{ num") + paragraph("ber }}")),
    ("DTL003", "T124", DELETED),
    ("DTL101", "T101", paragraph("{% if number %}")),
    ("DTL101", "T101", paragraph("{% if number %}{% for x in head %}{% endif %}")),
    ("DTL101", "T101", table(row("{%tr for x in head %}", ""))),
    ("DTL102", "T101", paragraph("{% endif %}")),
    ("DTL102", "T101", paragraph("{%p else %}")),
    ("DTL102", "T101", paragraph("{% for x in head %}{{ x }}{% elif number %}{% endfor %}")),
    ("DTL103", "T101", paragraph("{{ number number }}")),
    ("DTL103", "T101", paragraph("{% iff number %}")),
    ("DTL103", "T101", paragraph("{{ }}")),
    ("DTL104", "T106", paragraph("{{ number|money }}")),
    ("DTL105", "T106", paragraph("{% if number is vat %}号{% endif %}")),
    ("DTL106", "T130", paragraph("{% for x in head %}{{ x }}{% endfor %}{{ x }}")),
    ("DTL106", "T130", paragraph("{% for x in head %}{% set y = x %}号{% endfor %}") + paragraph("{{ y }}")),
    ("DTL106", "T130", paragraph("{% for x in head %}{{ x }}{% endfor %}{{ loop.index }}")),
    ("DTL201", "T128", paragraph("{%p if mark_room % 2 %}") + paragraph("号") + paragraph("{%p endif %}")),
    ("DTL201", "T128", paragraph("{{r {'a': mark}['a'] }}")),
    ("DTL202", "T127", table(row("{% tr if number %}", ""), row("号", ""), row("{%tr endif %}", ""))),
    ("DTL203", "T120", paragraph("{%tr if number %}") + paragraph("{%tr endif %}")),
    ("DTL204", "T126", paragraph("{%p if number %}") + paragraph("号{% endif %}")),
    ("DTL204", "T126", table(row("{%tr for x in head %}", ""), row("{{ x }}", ""), row("{%p endfor %}", ""))),
    ("DTL205", "T138", table(row("{%tr if number %}", ""), row("号", "")) + table(row("{%tr endif %}", ""))),
    ("DTL206", "T112", table(row("{%tr for x in head %}", "{%tr endfor %}"))),
    ("DTL207", "T138", table(row("{%tc for x in head %}", "{{ x }}"), row("{%tc endfor %}", ""))),
    ("DTL208", "T120", paragraph("{% colspan 2 %}")),
    ("DTL208", "T120", paragraph("{% vm %}")),
    ("DTL209", "T129", paragraph("于{%p if number %}") + paragraph("号") + paragraph("{%p endif %}")),
    ("DTL209", "T129", table(row("{%tr if number %}", "文"), row("号", ""), row("{%tr endif %}", ""))),
    ("DTL210", "T112", paragraph("{%p if number %}{%p endif %}")),
    ("DTL301", "T103", paragraph("{{ numbre }}")),
    ("DTL301", "T104", paragraph("{{ properties.titel }}")),
    ("DTL301", "T104", paragraph("{% for p in body %}{{ p.tetx }}{% endfor %}")),
    ("DTL301", "T103", paragraph("{{ number if numbre else number ~ number }}")),
    ("DTL303", "T116", paragraph("{% for x in mark_room %}{{ x }}{% endfor %}")),
    ("DTL306", "T116", paragraph("{{ number|join('、') }}")),
    ("DTL307", "T109", paragraph("{{r number }}")),
]
ELSEWHERE = frozenset(("DTL205", "DTL206", "DTL207", "DTL209"))
"""What it says at the end of a block, or at a tag, and we at the beginning, or at the text that would be lost."""


def test_each_of_its_rules_is_tried() -> None:
    listed = subprocess.run([*LINT, "--list-rules"], capture_output=True, encoding="utf-8", check=True).stdout
    tried = {rule for rule, _, _ in FAULTS}
    assert {line.split()[0] for line in listed.splitlines()} - tried == set(NOT_OF_TEMPLATES)


LINT = (sys.executable, "-m", "docxtpl_lint")
NOT_OF_TEMPLATES = {
    "DTL005": "a comment to itself that it does not need",
    "DTL302": "data that a template does not print, which every template may leave out",
    "DTL304": "a name that a JSON Schema lacks: DTL301 with other data",
    "DTL305": "a loop over what a JSON Schema calls no list: DTL303 with other data",
    "DTL308": "printing without escaping, which filling never does",
    "DTL401": "what only shows when docxtpl fills the template, which is not how it is filled here",
    "DTL402": "the same",
}
"""The rules that there is nothing to compare with, and why."""


@pytest.mark.parametrize(("rule", "code", "body"), FAULTS)
def test_what_it_finds_is_found(rule: str, code: str, body: str, tmp_path: Path) -> None:
    theirs = linted(docx(body), tmp_path)
    assert rule in {found for found, _ in theirs}, "the template does not show its rule"
    ours = inspect_template(docx(body), "template.docx", DocumentName.MINUTES)
    assert code in {each.code for each in ours}
    places = {each.place.where for each in ours}
    assert {where for found, where in theirs if found not in ELSEWHERE} <= places


def linted(template: bytes, folder: Path) -> set[tuple[str, str]]:
    """(rule, place as we say it) of all that docxtpl-lint finds, with data such as ours."""
    file, data = folder / "template.docx", folder / "data.json"
    file.write_bytes(template)
    values = example_of(DocumentName.MINUTES, Edition.ZH)
    data.write_text(json.dumps(dict(values), default=asdict), "utf-8")
    run = subprocess.run(
        [*LINT, file, "--no-config", "--format", "json", "--autoescape", "--data", data],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    issues = json.loads(run.stdout)["files"][0]["issues"]
    return {(issue["rule"], where(issue["location"])) for issue in issues}


def where(location: dict[str, Any]) -> str:
    spot = ", ".join("table {table}, row {row}, cell {col}".format(**cell) for cell in location["cells"])
    return f"word/document.xml, {spot or 'paragraph {paragraph}'.format(**location)}"
