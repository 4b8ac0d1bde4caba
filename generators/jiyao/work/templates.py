"""Template files: where they come from, copies of the program's own, and copies with what was mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jiyao.dataclass import dataclass
from jiyao.documents.inspection.given import GIVEN
from jiyao.documents.shipped import Edition, template_name, templates_dir
from jiyao.problems import Problem
from jiyao.records.choices import DocumentName
from jiyao.work.faults import already_there, not_written
from jiyao.work.making import template_file
from jiyao.work.reasons import reason
from jiyao.work.workspace import find_office, shown
from jiyao.work.writing import write_whole

FOLDER = "templates"
"""Where a workspace keeps its own templates, beside `office.yaml`."""


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """The template that a workspace uses for one document in one edition."""

    document: DocumentName
    edition: Edition
    path: Path
    is_own: bool


def office_of_folder(folder: Path) -> Path | None:
    """The `office.yaml` of the workspace that a folder belongs to."""
    return find_office(folder / FOLDER)


def template_files(office_file: Path | None) -> Iterator[TemplateFile]:
    """The templates of all documents, as the workspace of that office uses them."""
    for document, edition in GIVEN:
        path = template_file(office_file, document, edition)
        yield TemplateFile(document, edition, path, path.parent != templates_dir())


def built_in(document: DocumentName, edition: Edition) -> bytes:
    """The template that comes with the program."""
    return (templates_dir() / template_name(document, edition)).read_bytes()


def copy_template(document: DocumentName, edition: Edition, folder: Path) -> Path | Problem:
    """A copy of the built-in template in a folder; a file that is there already stays."""
    target = folder / template_name(document, edition)
    if target.exists():
        return already_there(shown(target))
    return write(target, built_in(document, edition))


def write(target: Path, data: bytes) -> Path | Problem:
    """The file that was written, or why it was not."""
    try:
        write_whole(target, data)
    except OSError as error:
        return not_written(shown(target), reason(error))
    return target


def beside(path: Path) -> Path:
    """The name of a mended copy: `NAME（改）.docx`, or the next one that is free."""
    number = 1
    while True:
        target = path.with_name(f"{path.stem}（改{number if number > 1 else ''}）{path.suffix}")
        if not target.exists():
            return target
        number += 1
