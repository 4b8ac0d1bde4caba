"""The documents of samples/, made once, and minutes of records that a test writes down."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jiyao.documents.filling import Template, compile_template
from jiyao.documents.shipped import Edition
from jiyao.records.choices import DocumentName
from jiyao.work.makers import MAKERS, make_english_minutes, make_minutes
from jiyao.work.making import template_file
from jiyao.work.workspace import Workspaces
from wording import record_of

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(path.stem for path in SAMPLES.rglob("*.yaml") if path.name != "office.yaml")
"""The sample records."""


@cache
def template(document: DocumentName = DocumentName.MINUTES) -> Template:
    """The Chinese template of a document that comes with the program."""
    path = template_file(None, document, Edition.ZH)
    compiled = compile_template(path.read_bytes(), path.name)
    assert isinstance(compiled, Template), compiled
    return compiled


@cache
def sample_minutes() -> dict[str, bytes]:
    """The minutes of every sample record, by the record's name."""
    made: dict[str, bytes] = {}
    for found in Workspaces().records([str(SAMPLES)]):
        assert found.record.meeting is not None, found.record.problems
        minutes = make_minutes(found.record.meeting, found.record.office, template())
        assert isinstance(minutes, bytes), minutes
        made[found.file.path.stem] = minutes
    return made


@cache
def english_minutes() -> dict[str, bytes]:
    """The English minutes of every sample record that has the English for them, by the record's name."""
    path = template_file(None, DocumentName.MINUTES, Edition.EN)
    compiled = compile_template(path.read_bytes(), path.name)
    assert isinstance(compiled, Template), compiled
    made: dict[str, bytes] = {}
    for found in Workspaces().records([str(SAMPLES)]):
        assert found.record.meeting is not None, found.record.problems
        minutes = make_english_minutes(found.record.meeting, found.record.office, compiled)
        if isinstance(minutes, bytes):
            made[found.file.path.stem] = minutes
    return made


def document_docx(text: str, document: DocumentName, office: str = "") -> bytes:
    """A Chinese document of a record as a Word file."""
    record = record_of(text, office)
    assert record.meeting is not None, record.problems
    made = MAKERS[document, Edition.ZH, False](record.meeting, record.office, template(document))
    assert isinstance(made, bytes), made
    return made


def minutes_docx(text: str, office: str = "", filled: Template | None = None) -> bytes:
    """The minutes of a record as a Word file; in another template where one is given."""
    record = record_of(text, office)
    assert record.meeting is not None, record.problems
    made = make_minutes(record.meeting, record.office, filled or template())
    assert isinstance(made, bytes), made
    return made
