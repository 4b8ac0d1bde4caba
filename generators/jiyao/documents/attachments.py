"""What pictures, charts and links add to a document beside its text: media, relationships, content types, numbers."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import count
from typing import Protocol

from jiyao.dataclass import dataclass
from jiyao.ooxml.archive import STORED, ZLIB, Codec, Entry, pack
from jiyao.ooxml.names import CONTENT_TYPES, OFFICE_RELATIONSHIPS
from jiyao.ooxml.parts import Package
from jiyao.views.fragments import Chart

IMAGE, HYPERLINK = f"{OFFICE_RELATIONSHIPS}/image", f"{OFFICE_RELATIONSHIPS}/hyperlink"
CHART, EMBEDDED = f"{OFFICE_RELATIONSHIPS}/chart", f"{OFFICE_RELATIONSHIPS}/package"

ENDINGS: Mapping[str, str] = {
    "image/bmp": "bmp",
    "image/gif": "gif",
    "image/jpeg": "jpeg",
    "image/png": "png",
    "image/tiff": "tiff",
}
"""The media types of pictures that every Word can show, and the endings of their parts."""


class Attachments(Protocol):
    """The package of one document in the making."""

    drawings: int
    """The number of the last drawing. No two of a document have the same."""

    def begin(self, part: str) -> None:
        """Go over to this part; ids are its own from now on."""
        ...

    def picture(self, content: bytes, media_type: str) -> str:
        """The id of the relationship to a picture, which is kept once."""
        ...

    def chart(self, chart: Chart) -> str:
        """The id of the relationship to a new chart with its workbook."""
        ...

    def link(self, address: str) -> str:
        """The id of the relationship to an address."""
        ...


@dataclass(slots=True)
class Additions:
    """What a document gets beside the parts of its template. Names and ids follow from the order of printing alone."""

    package: Package
    drawings: int
    part: str = ""
    _media: dict[tuple[bytes, str], str] = field(default_factory=dict[tuple[bytes, str], str], init=False, repr=False)
    _charts: dict[str, tuple[bytes, str]] = field(default_factory=dict[str, tuple[bytes, str]], init=False, repr=False)
    """The parts of charts by name: their bytes and their types."""
    _ids: dict[str, dict[tuple[str, str], str]] = field(
        default_factory=dict[str, dict[tuple[str, str], str]], init=False, repr=False
    )

    def begin(self, part: str) -> None:
        self.part = part

    def picture(self, content: bytes, media_type: str) -> str:
        if (content, media_type) not in self._media:
            self._media[content, media_type] = self._new_name(ENDINGS[media_type])
        name = self._media[content, media_type]
        return self._id(IMAGE, posixpath.relpath(name, posixpath.dirname(self.part)))

    def chart(self, chart: Chart) -> str:
        # Here, since few documents have charts, and python-pptx takes its time to come.
        from jiyao.documents.charts.drawing import CHART_TYPE, WORKBOOK_TYPE, chart_xml
        from jiyao.documents.charts.workbook import workbook

        drawn = self._new_part("word/charts/chart{}.xml")
        self._charts[drawn] = b"", CHART_TYPE
        figures = self._new_part("word/embeddings/Microsoft_Excel_Sheet{}.xlsx")
        self._charts[figures] = workbook(chart), WORKBOOK_TYPE
        number = self._id(EMBEDDED, posixpath.relpath(figures, posixpath.dirname(drawn)), drawn)
        self._charts[drawn] = chart_xml(chart, number), CHART_TYPE
        return self._id(CHART, posixpath.relpath(drawn, posixpath.dirname(self.part)))

    def link(self, address: str) -> str:
        return self._id(HYPERLINK, address)

    def entries(self, codec: Codec = ZLIB) -> Iterator[Entry]:
        """The parts that are new or changed; none if nothing was added."""
        if not self._ids:
            return
        # Here, since most documents have neither pictures nor links, and lxml takes its time to come.
        from jiyao.ooxml.package import Relationship
        from jiyao.ooxml.relations import relationships_of, with_media_types, with_relationships

        for part, ids in self._ids.items():
            name = relationships_of(part)
            new = {number: Relationship(kind, target, kind == HYPERLINK) for (kind, target), number in ids.items()}
            yield pack(name, with_relationships(self._read(name), new), codec)
        for (content, _), name in self._media.items():
            # Pictures are packed already.
            yield Entry(name, STORED, codec.crc32(content), len(content), content)
        yield from (pack(name, content, codec) for name, (content, _) in self._charts.items())
        types = [(name, kind) for (_, kind), name in self._media.items()]
        types += [(name, kind) for name, (_, kind) in self._charts.items()]
        if types:
            yield pack(CONTENT_TYPES, with_media_types(self._read(CONTENT_TYPES), types), codec)

    def _read(self, part: str) -> bytes:
        return self.package.read(part) if part in self.package else b""

    def _new_part(self, form: str) -> str:
        taken = {name.lower() for name in (*self.package, *self._charts)}
        return next(name for name in map(form.format, count(1)) if name.lower() not in taken)

    def _new_name(self, ending: str) -> str:
        """A name that no part has; part names do not differ in case alone."""
        taken = {name.lower() for name in self.package}
        names = (f"word/media/picture{number}.{ending}" for number in count(len(self._media) + 1))
        return next(name for name in names if name not in taken and name not in self._media.values())

    def _id(self, kind: str, target: str, part: str = "") -> str:
        """The id of a relationship of a part, by default the one that is printed now."""
        from jiyao.ooxml.relations import relationships_of, taken_ids

        ids = self._ids.setdefault(part or self.part, {})
        if (kind, target) not in ids:
            taken = taken_ids(self._read(relationships_of(part or self.part)))
            numbers = (f"rId{number}" for number in count(len(taken) + len(ids) + 1))
            ids[kind, target] = next(each for each in numbers if each not in taken and each not in ids.values())
        return ids[kind, target]
