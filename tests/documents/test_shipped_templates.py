"""Where the templates are that come with the program, in a checkout and in an installed copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from jiyao.documents.inspection.given import GIVEN
from jiyao.documents.shipped import Edition, template_name, templates_dir
from jiyao.records.choices import DocumentName
from jiyao.work.making import template_file


def test_in_a_checkout_they_lie_beside_the_import_root(tmp_path: Path) -> None:
    (tmp_path / "generators/jiyao").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    assert templates_dir(tmp_path / "generators/jiyao") == tmp_path / "templates"


def test_in_an_installed_copy_they_lie_in_the_package(tmp_path: Path) -> None:
    (tmp_path / "site/jiyao/templates").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    assert templates_dir(tmp_path / "site/jiyao") == tmp_path / "site/jiyao/templates"


@pytest.mark.parametrize(("document", "edition"), list(GIVEN))
def test_there_is_one_for_every_document_and_edition(document: DocumentName, edition: Edition) -> None:
    assert (templates_dir() / template_name(document, edition)).is_file()
    assert template_name(document, edition) == f"{document.value}.{edition.value}.docx"


def test_none_is_there_that_nothing_explains() -> None:
    assert {file.name for file in templates_dir().glob("*.docx")} == {template_name(*key) for key in GIVEN}


def test_a_workspace_without_templates_of_its_own_uses_the_programs(tmp_path: Path) -> None:
    office = tmp_path / "office.yaml"
    shipped = template_file(None, DocumentName.MINUTES, Edition.ZH)
    assert template_file(office, DocumentName.MINUTES, Edition.ZH) == shipped
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/minutes.en.docx").write_bytes(b"")
    assert template_file(office, DocumentName.MINUTES, Edition.ZH) == shipped
    (tmp_path / "templates/minutes.zh.docx").write_bytes(b"")
    assert template_file(office, DocumentName.MINUTES, Edition.ZH) == tmp_path / "templates/minutes.zh.docx"
