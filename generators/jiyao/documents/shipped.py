"""The templates that come with the program, one per document and language."""

from __future__ import annotations

from pathlib import Path

from jiyao.languages.text import Language
from jiyao.records.choices import DocumentName

PACKAGE = Path(__file__).parents[1]


def templates_dir(package: Path = PACKAGE) -> Path:
    """Where they are: inside an installed package, else at the root of the checkout."""
    return next(folder for folder in (package / "templates", package.parents[1] / "templates") if folder.is_dir())


def template_name(document: DocumentName, language: Language) -> str:
    """The file name of a template; a workspace may hold its own under the same name, in `templates/`."""
    return f"{document}.{language}.docx"


def page_template_name(document: DocumentName) -> str:
    """The file name of the template of a web page, which is one for all languages."""
    return f"{document}.html"
