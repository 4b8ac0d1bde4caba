"""Making documents: from the records that were found to files in a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from jiyao.documents.filling import Template, compile_template
from jiyao.documents.minutes import minutes
from jiyao.documents.shipped import template_name, templates_dir
from jiyao.languages.text import Language
from jiyao.problems import Problem
from jiyao.records.choices import DocumentName, Stage
from jiyao.records.load import Record
from jiyao.records.meeting import Meeting
from jiyao.records.office import Office
from jiyao.records.refusals import unreadable
from jiyao.views.minutes import minutes_view
from jiyao.views.texts import left_out_texts
from jiyao.work.faults import not_written
from jiyao.work.manifest import Manifest, Outcome, Overwrite, Source, manifest_of, read_manifest
from jiyao.work.reasons import reason
from jiyao.work.workspace import Found, RecordFile, shown
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

    @property
    def wanted(self) -> tuple[tuple[DocumentName, Language], ...]:
        """The documents and languages asked for that this program can make."""
        return tuple((name, tongue) for name in self.documents for tongue in self.languages if (name, tongue) in MAKERS)


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one document of one record; `path` is None where it could not be made, and `problems` say why."""

    document: DocumentName
    language: Language
    path: Path | None = None
    outcome: Outcome | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Workshop:
    """One run: each template is compiled once, and no two documents of the run get the same name."""

    order: Order
    _templates: dict[Path, Template | tuple[Problem, ...]] = field(
        default_factory=dict[Path, Template | tuple[Problem, ...]]
    )
    _taken: set[str] = field(default_factory=set[str])

    def make(self, found: Found) -> Iterator[Made]:
        """Make the documents of a record, one by one; of a record with errors none."""
        if found.record.meeting is not None and found.record.is_usable:
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
        name = self._name(folder, found, document, language)
        rule = self._rule(found.record)
        try:
            # Relative to the folder: the same record from wherever the program was called.
            record = os.path.relpath(found.file.path.resolve(), folder.resolve())
            source = Source(f"{record}:{found.record.source.line}", f"{document}.{language}")
            if self.order.dry_run:
                path, outcome = Manifest(folder, read_manifest(folder)).foresee(name, content, source, rule)
            else:
                with manifest_of(folder) as manifest:
                    path, outcome = manifest.place(name, content, source, rule)
        except OSError as error:
            problem = not_written(shown(folder / name), reason(error))
            return Made(document, language, problems=(problem,))
        return Made(document, language, path, outcome)

    def _rule(self, record: Record) -> Overwrite:
        if self.order.force:
            return Overwrite.ANY
        issued = record.meeting is not None and record.meeting.issue.stage is Stage.ISSUED
        return Overwrite.NOTHING if issued else Overwrite.OWN

    def _template(self, found: Found, document: DocumentName, language: Language) -> Template | tuple[Problem, ...]:
        path = self.order.template or template_file(found.office_file, document, language)
        if path not in self._templates:
            try:
                self._templates[path] = compile_template(path.read_bytes(), shown(path))
            except OSError as error:
                self._templates[path] = (unreadable(shown(path), reason(error)),)
        return self._templates[path]

    def _folder(self, file: RecordFile) -> Path:
        """Beside the record; with `-o`, in that folder, in the same subfolder as the record has below its root."""
        if self.order.folder is None:
            return file.path.parent
        return self.order.folder / file.path.parent.resolve().relative_to(file.root.resolve())

    def _name(self, folder: Path, found: Found, document: DocumentName, language: Language) -> str:
        """安全生产例会-纪要.docx: the record's own name, and the document's; a number where another record has it."""
        stem, end = _stem(found.record, found.file.path), f"-{DOCUMENT_ENDINGS[document, language]}.docx"
        number = 1
        while True:
            name = safe_name(stem, end if number == 1 else f"（{number}）{end}")
            key = str(folder.resolve() / name).casefold()
            if key not in self._taken:
                self._taken.add(key)
                return name
            number += 1


DOCUMENT_ENDINGS = {(DocumentName.MINUTES, Language.ZH): "纪要", (DocumentName.MINUTES, Language.EN): "minutes"}


def template_file(office_file: Path | None, document: DocumentName, language: Language) -> Path:
    """The office's own template where its workspace has one, else the program's."""
    name = template_name(document, language)
    if office_file is not None and (office_file.parent / "templates" / name).is_file():
        return office_file.parent / "templates" / name
    return templates_dir() / name


def _stem(record: Record, path: Path) -> str:
    """The record's file name; in a file of many records the id, else the number of the line."""
    if path.suffix.lower() not in {".jsonl", ".ndjson"}:
        return path.stem
    identifier = record.meeting.id if record.meeting else None
    return identifier or f"{path.stem}-{record.source.line}"
