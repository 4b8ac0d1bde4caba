"""Making documents: from the records that were found to files in a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain, count
from pathlib import Path

from jiyao.documents.filling import Template
from jiyao.documents.minutes import minutes
from jiyao.documents.shipped import Edition, page_template_name, template_name, templates_dir
from jiyao.languages.text import Language
from jiyao.ooxml.archive import ZLIB, Codec
from jiyao.problems import Problem
from jiyao.records.choices import DocumentName, Stage
from jiyao.records.load import Record
from jiyao.records.meeting import Meeting
from jiyao.records.office import Office
from jiyao.records.refusals import unreadable
from jiyao.records.suffixes import holds_lines
from jiyao.views.minutes import minutes_view
from jiyao.views.texts import left_out_texts
from jiyao.work.faults import not_written, outside
from jiyao.work.manifest import MANIFEST, Manifest, Manifests, Outcome, Overwrite, Source
from jiyao.work.reasons import reason
from jiyao.work.template_cache import ready_template
from jiyao.work.workspace import OWN_FOLDER, Found, RecordFile, shown
from jiyao.work.writing import safe_name

Maker = Callable[[Meeting, Office, Template], bytes | tuple[Problem, ...]]


def make_minutes(meeting: Meeting, office: Office, template: Template) -> bytes | tuple[Problem, ...]:
    """The Chinese minutes of a meeting, or why there are none."""
    view = minutes_view(meeting, office)
    return view if isinstance(view, tuple) else minutes(view, template)


MAKERS: dict[tuple[DocumentName, Language], Maker] = {(DocumentName.MINUTES, Language.ZH): make_minutes}
"""The documents that can be made, each from one view and one template."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a run shall make, and where. `folder` None puts each document beside its record."""

    documents: tuple[DocumentName, ...] = (DocumentName.MINUTES,)
    languages: tuple[Language, ...] = (Language.ZH,)
    folder: Path | None = None
    template: Path | None = None
    dry_run: bool = False
    force: bool = False
    codec: Codec = ZLIB

    @property
    def wanted(self) -> tuple[tuple[DocumentName, Language], ...]:
        """The documents and languages asked for that this program can make."""
        return tuple((name, tongue) for name in self.documents for tongue in self.languages if (name, tongue) in MAKERS)


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one document of one record; `path` is None where it could not be made, and `problems` say why.

    `kept` is the file that had to stay, where the document was written beside it.
    """

    document: DocumentName
    language: Language
    path: Path | None = None
    outcome: Outcome | None = None
    problems: tuple[Problem, ...] = ()
    kept: Path | None = None


@dataclass(slots=True)
class Workshop:
    """One run: each template is compiled once, and no two documents of the run get the same name.

    `problems` holds what went wrong with no document in particular.
    """

    order: Order
    problems: list[Problem] = field(default_factory=list[Problem])
    _manifests: Manifests = field(init=False)
    _templates: dict[Path, Template | tuple[Problem, ...]] = field(
        default_factory=dict[Path, Template | tuple[Problem, ...]]
    )
    _taken: set[str] = field(default_factory=set[str])
    """The names that documents of this run were meant to have, in small letters."""
    _written: set[str] = field(default_factory=set[str])
    """The files that this run has written, or found as they should be."""

    def __post_init__(self) -> None:
        self._manifests = Manifests(self.order.dry_run)

    def finish(self) -> None:
        """Write down what was made in the last folder; what keeps it from being so is one of `problems`."""
        folder = self._manifests.folder
        try:
            self._manifests.close()
        except OSError as error:
            self.problems.append(not_written(shown(folder / OWN_FOLDER / MANIFEST), reason(error)))

    def make(self, found: Found) -> Iterator[Made]:
        """Make the documents of a record, one by one; of a record with errors none."""
        if found.record.meeting is not None and found.is_usable:
            for document, language in self.order.wanted:
                yield self._make(found, found.record.meeting, document, language)

    def _make(self, found: Found, meeting: Meeting, document: DocumentName, language: Language) -> Made:
        template = self._template(found, document, language)
        if isinstance(template, tuple):
            return Made(document, language, problems=template)
        content = MAKERS[document, language](meeting, found.record.office, template)
        if isinstance(content, tuple):
            return Made(document, language, problems=content)
        made = self._put(found, document, language, content)
        return replace(made, problems=(*made.problems, *left_out_texts(meeting, language)))

    def _put(self, found: Found, document: DocumentName, language: Language, content: bytes) -> Made:
        folder = self._folder(found.file)
        usual = safe_name(_stem(found.record, found.file.path), _ending(document, language))
        if self._leads_out(folder):
            problem = outside(shown(folder / usual), shown(self.order.folder or folder))
            return Made(document, language, problems=(problem,))
        try:
            manifest = self._manifest(folder)
            source = Source(_identity(found, folder), f"{document}.{language}")
            name = self._name(manifest, source, _stem(found.record, found.file.path), _ending(document, language))
            place = manifest.foresee if self.order.dry_run else manifest.place
            path, outcome = place(name, content, source, self._rule(found.record))
        except OSError as error:
            return Made(document, language, problems=(not_written(shown(folder / usual), reason(error)),))
        self._written.add(_key(path))
        return Made(document, language, path, outcome, kept=folder / name if outcome is Outcome.KEPT else None)

    def _rule(self, record: Record) -> Overwrite:
        if record.meeting is not None and record.meeting.issue.stage is Stage.ISSUED:
            return Overwrite.NOTHING
        return Overwrite.ANY if self.order.force else Overwrite.OWN

    def _manifest(self, folder: Path) -> Manifest:
        if not self._manifests.holds(folder):
            self.finish()
        return self._manifests.of(folder)

    def _leads_out(self, folder: Path) -> bool:
        """Whether a link takes the documents out of the output folder, or what the program keeps out of this one."""
        if (folder / OWN_FOLDER).is_symlink():
            return True
        return self.order.folder is not None and not folder.resolve().is_relative_to(self.order.folder.resolve())

    def _template(self, found: Found, document: DocumentName, language: Language) -> Template | tuple[Problem, ...]:
        path = self.order.template or template_file(found.office_file, document, Edition(language))
        if path not in self._templates:
            try:
                self._templates[path] = self._packing(ready_template(path.read_bytes(), shown(path)))
            except OSError as error:
                self._templates[path] = (unreadable(shown(path), reason(error)),)
        return self._templates[path]

    def _packing(self, template: Template | tuple[Problem, ...]) -> Template | tuple[Problem, ...]:
        return template if isinstance(template, tuple) else replace(template, codec=self.order.codec)

    def _folder(self, file: RecordFile) -> Path:
        """Beside the record; with `-o`, in that folder, in the same subfolder as the record has below its root."""
        if self.order.folder is None:
            return file.path.parent
        return self.order.folder / file.path.parent.resolve().relative_to(file.root.resolve())

    def _name(self, manifest: Manifest, source: Source, stem: str, ending: str) -> str:
        """安全生产例会-纪要.docx: the record's own name, and the document's; a number where another record has it.

        What an earlier run has named keeps its name, whichever other records are made with it.
        """
        folder = manifest.folder
        known = (name for name in manifest.names_of(source) if _key(folder / name) not in self._written)
        numbered = (safe_name(stem, ending if number == 1 else f"（{number}）{ending}") for number in count(1))
        free = (name for name in numbered if _key(folder / name) not in self._taken)
        name = next(chain(known, free))
        self._taken.add(_key(folder / name))
        return name


@contextmanager
def working(order: Order) -> Generator[Workshop]:
    """A workshop that writes down what it has made at the end, and where it is interrupted."""
    workshop = Workshop(order)
    try:
        yield workshop
    finally:
        workshop.finish()


DOCUMENT_ENDINGS = {(DocumentName.MINUTES, Language.ZH): "纪要", (DocumentName.MINUTES, Language.EN): "minutes"}


def template_file(office_file: Path | None, document: DocumentName, edition: Edition) -> Path:
    """The office's own template where its workspace has one, else the program's."""
    return _nearest(office_file, template_name(document, edition))


def page_template_file(office_file: Path | None, document: DocumentName) -> Path:
    """The template of the web page, likewise."""
    return _nearest(office_file, page_template_name(document))


def _nearest(office_file: Path | None, name: str) -> Path:
    if office_file is not None and (office_file.parent / "templates" / name).is_file():
        return office_file.parent / "templates" / name
    return templates_dir() / name


def _key(path: Path) -> str:
    """The one file that a path means, also where case means nothing to the file system."""
    return str(path.parent.resolve() / path.name).casefold()


def _ending(document: DocumentName, language: Language) -> str:
    return f"-{DOCUMENT_ENDINGS[document, language]}.docx"


def _identity(found: Found, folder: Path) -> str:
    """Which record it is, the same from wherever the program was called: its file, and its id or line there."""
    file = os.path.relpath(found.file.path.resolve(), folder.resolve())
    identifier = _identifier(found.record)
    return f"{file}#{identifier}" if identifier and holds_lines(file) else f"{file}:{found.record.source.line}"


def _identifier(record: Record) -> str | None:
    return record.meeting.id if record.meeting else None


def _stem(record: Record, path: Path) -> str:
    """The record's file name; in a file of many records the id, else the number of the line."""
    if not holds_lines(path.name):
        return path.stem
    return _identifier(record) or f"{path.stem}-{record.source.line}"
