"""Agenda papers, sign-in sheets, follow-up sheets and meeting records as Word files."""

from __future__ import annotations

from pathlib import Path

import pytest

import rendering
from auditing import audit
from jiyao.problems import Problem
from jiyao.records.choices import DocumentName
from jiyao.work.making import Drafting
from jiyao.work.products import Order
from jiyao.work.workspace import Workspaces
from sampled import NAMES, SAMPLES

WANTED = (
    DocumentName.AGENDA,
    DocumentName.FULL_RECORD,
    DocumentName.NOTICE,
    DocumentName.SIGN_IN,
    DocumentName.FOLLOW_UP,
)


def made() -> dict[str, bytes]:
    """The forms of every sample."""
    found: dict[str, bytes] = {}
    drafting = Drafting(Order(documents=WANTED))
    for piece in Workspaces().pieces([str(SAMPLES)]):
        for record in drafting.drafted(piece):
            for draft in record.drafts:
                problems: tuple[Problem, ...] = draft.problems
                assert draft.content is not None, problems
                found[f"{piece.file.path.stem}-{draft.product.document}"] = draft.content
    return found


def test_every_sample_has_both_and_they_are_sound() -> None:
    forms = made()
    assert set(forms) == {f"{name}-{document}" for name in NAMES for document in WANTED}
    assert [problem for form in forms.values() for problem in audit(form)] == []


@pytest.mark.rendering
def test_no_name_is_split_on_paper(tmp_path: Path, libreoffice_profile: Path) -> None:
    name = "党组会议"
    forms = {key: form for key, form in made().items() if key.startswith(name)}
    for pdf in rendering.to_pdf(forms, tmp_path, libreoffice_profile).values():
        text = "\n".join(line.text for page in rendering.pages(pdf) for line in page)
        assert "阿依努尔·沙比提" in text.replace(" ", "")
