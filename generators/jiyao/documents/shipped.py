"""The templates that come with the program, one per document and edition."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from jiyao.records.choices import DocumentName

PACKAGE = Path(__file__).parents[1]


class Edition(StrEnum):
    """In which language or languages a document is made, and where it is in both, how they stand on the page."""

    ZH = "zh"
    EN = "en"
    BOTH_TABLE = "both-table"
    """Side by side, part by part."""
    BOTH_INTERLEAVED = "both-interleaved"
    """Each part in one language, then below it in the other."""


def templates_dir(package: Path = PACKAGE) -> Path:
    """Where they are: inside an installed package, else at the root of the checkout."""
    return next(folder for folder in (package / "templates", package.parents[1] / "templates") if folder.is_dir())


def template_name(document: DocumentName, edition: Edition) -> str:
    """The file name of a template; a workspace may hold its own under the same name, in `templates/`."""
    return f"{document}.{edition}.docx"


def page_template_name(document: DocumentName) -> str:
    """The file name of the template of a web page, which is one for all languages."""
    return f"{document}.html"
