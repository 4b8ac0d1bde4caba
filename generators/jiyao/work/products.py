"""What the program can make of a record: documents, in editions and formats, and how their files are called."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from jiyao.documents.shipped import Edition
from jiyao.languages.text import Language
from jiyao.ooxml.archive import ZLIB, Codec
from jiyao.records.choices import DocumentName
from jiyao.records.derived import DRAFT_REMARK, kind_of
from jiyao.records.meeting import Meeting
from jiyao.records.office import Office


class Format(StrEnum):
    """In which form a document is written; its value is the suffix of the file."""

    DOCX = "docx"
    HTML = "html"
    TXT = "txt"
    XLSX = "xlsx"


class Product(NamedTuple):
    """One file that a run makes of a record."""

    document: DocumentName
    edition: Edition
    format: Format = Format.DOCX
    is_public: bool = False
    """Whether it is the public version of an internal document."""
    is_fragment: bool = False
    """Whether it is the article of a web page alone."""

    @property
    def key(self) -> str:
        """What a manifest knows it by."""
        form = "" if self.format is Format.DOCX else self.format
        remarks = ("public" if self.is_public else "", "fragment" if self.is_fragment else "")
        return ".".join(filter(None, (self.document, self.edition, form, *remarks)))

    @classmethod
    def of_key(cls, key: str) -> Product:
        """The product that a manifest knows by that key. Raises ValueError for what is none."""
        document, edition, *rest = key.split(".")
        form = next((each for each in Format if each in rest), Format.DOCX)
        return cls(DocumentName(document), Edition(edition), form, "public" in rest, "fragment" in rest)

    def ending(self, stage: str = "") -> str:
        """How the name of its file ends: -纪要.docx; with the stage of the minutes, -纪要（送审稿）.docx."""
        public = " (public)" if self.edition is Edition.EN else "（公开版）"
        remark = public if self.is_public else "（正文）" if self.is_fragment else ""
        return f"-{NAMES[self.document, self.edition]}{remark}{self._stage(stage)}.{self.format}"

    def _stage(self, stage: str) -> str:
        if not stage or self.document is not DocumentName.MINUTES:
            return ""
        return DRAFT if self.edition is Edition.EN else f"（{stage}）"

    def is_of_stage(self, name: str, stage: str) -> bool:
        """Whether a file of that name is of that stage, so that what was signed is never called a draft."""
        mark = self._stage(DRAFT_REMARK)
        return (bool(mark) and f"{mark}." in name) == bool(self._stage(stage))


DRAFT = " (draft)"
"""Behind the name of English minutes that nobody has signed."""

NAMES = {
    (DocumentName.MINUTES, Edition.ZH): "纪要",
    (DocumentName.MINUTES, Edition.EN): "minutes",
    (DocumentName.MINUTES, Edition.BOTH_TABLE): "纪要（中英对照）",
    (DocumentName.MINUTES, Edition.BOTH_INTERLEAVED): "纪要（中英逐段）",
    (DocumentName.AGENDA, Edition.ZH): "议题单",
    (DocumentName.NOTICE, Edition.ZH): "通知",
    (DocumentName.FULL_RECORD, Edition.ZH): "记录",
    (DocumentName.SIGN_IN, Edition.ZH): "签到表",
    (DocumentName.FOLLOW_UP, Edition.ZH): "督办单",
    (DocumentName.RELEASE, Edition.ZH): "通稿",
    (DocumentName.RELEASE, Edition.EN): "release",
    (DocumentName.RELEASE, Edition.BOTH_TABLE): "通稿（中英对照）",
    (DocumentName.RELEASE, Edition.BOTH_INTERLEAVED): "通稿（中英逐段）",
}
"""The documents that can be made, and what their files are called."""

DOCUMENTS = tuple(dict.fromkeys(document for document, _edition in NAMES))

OTHER_FORMATS: Mapping[tuple[DocumentName, Edition], frozenset[Format]] = {
    **{(DocumentName.RELEASE, each): frozenset((Format.HTML, Format.TXT)) for each in (Edition.ZH, Edition.EN)},
    **{
        (each, Edition.ZH): frozenset((Format.XLSX,))
        for each in (DocumentName.AGENDA, DocumentName.SIGN_IN, DocumentName.FOLLOW_UP)
    },
}
"""What can be had otherwise than as a Word file, and how."""


class Order(NamedTuple):
    """What a run shall make, and where. `folder` None puts each document beside its record."""

    documents: tuple[DocumentName, ...] = (DocumentName.MINUTES,)
    """Empty: what the kind of meeting has."""
    editions: tuple[Edition, ...] = ()
    """Empty: the office's first language, where a document is made in it, else Chinese."""
    formats: tuple[Format, ...] = (Format.DOCX,)
    languages: tuple[Language, Language] = (Language.ZH, Language.EN)
    """The order of the languages where both are in one document."""
    fragment: bool = False
    public: bool = False
    folder: Path | None = None
    template: Path | None = None
    dry_run: bool = False
    force: bool = False
    issuing: bool = False
    """Whether these are the documents that a record is issued with: after them nobody writes over them."""
    allow_draft: bool = False
    """Whether nothing is said of English that nobody has reviewed."""
    codec: Codec = ZLIB

    def products(self, meeting: Meeting, office: Office) -> tuple[Product, ...]:
        """The files that are to be made of a record of that office."""
        documents = self.documents or kind_of(meeting).documents
        editions = self.editions or (Edition(office.first_language),)
        pairs = ((document, edition) for document in documents for edition in self._made_of(document, editions))
        return tuple(product for pair in pairs for product in self._in_formats(*pair))

    @property
    def is_one(self) -> bool:
        """Whether one template serves all that is wanted."""
        return len(self.documents) == 1 and len(self.editions) <= 1

    @property
    def least(self) -> int:
        """How many files are wanted of a record of which nothing is known."""
        return max(1, sum(len(self._made_of(document, self.editions)) or 1 for document in self.documents))

    def _made_of(self, document: DocumentName, editions: tuple[Edition, ...]) -> tuple[Edition, ...]:
        made = tuple(edition for edition in editions if (document, edition) in NAMES)
        usual = (Edition.ZH,) if (document, Edition.ZH) in NAMES and not self.editions else ()
        return made or usual

    def _in_formats(self, document: DocumentName, edition: Edition) -> tuple[Product, ...]:
        others = OTHER_FORMATS.get((document, edition), frozenset[Format]())
        public = self.public and document is DocumentName.MINUTES
        return tuple(
            Product(document, edition, each, public, self.fragment and each is Format.HTML)
            for each in self.formats
            if each in others or each is Format.DOCX
        )
