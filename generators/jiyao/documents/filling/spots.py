"""Where in the Word file a tag is, said so that a user finds it. Worked out only when something is wrong there."""

from __future__ import annotations

from functools import lru_cache

from jiyao.dataclass import dataclass
from jiyao.documents.filling.faults import Spot
from jiyao.documents.filling.tags import Tag, find_tags
from jiyao.documents.heights import with_heights
from jiyao.ooxml.markup import Element, paragraph_text, parse, serialise, where_is
from jiyao.ooxml.names import w
from jiyao.ooxml.package import Package
from jiyao.problems import Place

_LONGEST_AROUND = 80


@dataclass(frozen=True, slots=True)
class TaggedPart:
    """A part of a template with its tags. `lines[n]` is the number of the tag on line n + 1 of what Jinja compiles."""

    package: Package
    name: str
    tags: tuple[Tag, ...]
    lines: tuple[int, ...] = ()

    def spot_of_line(self, line: int) -> Spot:
        """Where the tag is that Jinja saw on this line; the part as a whole for a line that is none."""
        return self.spot_of_tag(self.lines[line - 1]) if 0 < line <= len(self.lines) else self.spot(None)

    def spot_of_tag(self, number: int) -> Spot:
        """Where the tag of this number is, counted from 0; the part as a whole for a number that is none."""
        return self.spot(self.tags[number]) if 0 <= number < len(self.tags) else self.spot(None)

    def spot(self, tag: Tag | None) -> Spot:
        """The paragraph or table cell of a tag, with the text there; without a tag the part as a whole."""
        if tag is None or not tag.paragraph:
            return Spot(Place(self.package.file, where=self.name), tag.short if tag else self.name)
        paragraph = _paragraphs(self.package.read(self.name))[tag.paragraph - 1]
        text, where = paragraph_text(paragraph), where_is(paragraph)
        around = text if tag.text in text and len(text) <= _LONGEST_AROUND else tag.short
        return Spot(Place(self.package.file, where=f"{self.name}, {where}"), around)


def source_of(root: Element) -> str:
    """The source of a part in which tags are looked for and counted."""
    return with_heights(serialise(root))


def spot_in(package: Package, part: str, tag: int) -> Spot:
    """Where the tag of this number is, for a template of which only the program is at hand."""
    return TaggedPart(package, part, _tags(package.read(part))).spot_of_tag(tag)


@lru_cache(maxsize=4)
def _tags(part: bytes) -> tuple[Tag, ...]:
    """The tags of a part; remembered because a template that fails for one record fails for the next."""
    root = parse(part)
    return () if root is None else tuple(find_tags(source_of(root)))


@lru_cache(maxsize=1)
def _paragraphs(part: bytes) -> list[Element]:
    """The paragraphs of a part; remembered because a bad template seldom has only one fault."""
    root = parse(part)
    return list(root.iter(w("p"))) if root is not None else []
