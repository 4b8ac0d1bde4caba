"""Where the templates are that come with the program, in a checkout and in an installed copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from jiyao.documents.shipped import template_name, templates_dir
from jiyao.languages.text import Language
from jiyao.records.choices import DocumentName
from jiyao.work.making import MAKERS, template_file


def test_in_a_checkout_they_lie_beside_the_import_root(tmp_path: Path) -> None:
    (tmp_path / "generators/jiyao").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    assert templates_dir(tmp_path / "generators/jiyao") == tmp_path / "templates"


def test_in_an_installed_copy_they_lie_in_the_package(tmp_path: Path) -> None:
    (tmp_path / "site/jiyao/templates").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    assert templates_dir(tmp_path / "site/jiyao") == tmp_path / "site/jiyao/templates"


@pytest.mark.parametrize(("document", "language"), sorted(MAKERS))
def test_there_is_one_for_every_document_that_can_be_made(document: DocumentName, language: Language) -> None:
    assert (templates_dir() / template_name(document, language)).is_file()
    assert template_name(document, language) == f"{document.value}.{language.value}.docx"


def test_a_workspace_without_templates_of_its_own_uses_the_programs(tmp_path: Path) -> None:
    office = tmp_path / "office.yaml"
    shipped = template_file(None, DocumentName.MINUTES, Language.ZH)
    assert template_file(office, DocumentName.MINUTES, Language.ZH) == shipped
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/minutes.en.docx").write_bytes(b"")
    assert template_file(office, DocumentName.MINUTES, Language.ZH) == shipped
    (tmp_path / "templates/minutes.zh.docx").write_bytes(b"")
    assert template_file(office, DocumentName.MINUTES, Language.ZH) == tmp_path / "templates/minutes.zh.docx"
