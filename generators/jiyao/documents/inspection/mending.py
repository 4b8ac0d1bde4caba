"""A mended copy of a template, where what was meant is certain."""

from __future__ import annotations

from jiyao.documents.inspection.alone import ENDS, LATER
from jiyao.documents.inspection.expressions import parsed
from jiyao.documents.inspection.reading import Part, Tag, find_tags, read_parts
from jiyao.ooxml.escaping import DECLARATION
from jiyao.ooxml.markup import serialise
from jiyao.ooxml.package import open_package


def mended(data: bytes) -> tuple[bytes, int]:
    """The template with the signs of its tags as they were meant, and the number of tags that were mended.

    Certain are half-width signs for full-width ones, straight quotes for typographic ones, and no space before p, tr,
    tc and r; a misspelt name is not. What cannot be opened comes back as it is.
    """
    package = open_package(data, "")
    if isinstance(package, tuple):
        return data, 0
    counts = {part: _mend(part) for part in read_parts(package)}
    changed = {part.name: (DECLARATION + serialise(part.root)).encode() for part, count in counts.items() if count}
    return package.replaced(changed) if changed else data, sum(counts.values())


def _mend(part: Part) -> int:
    """Mend the tags of a part in its tree, from the last to the first so that places stay."""
    # In the copies for older programs too, which nobody is told of.
    tags = [tag for stretch in part.stretches if stretch.pieces for tag in find_tags(stretch)]
    certain = [tag for tag in tags if tag.closed and tag.text != tag.written and _can_be_read(tag)]
    for tag in reversed(certain):
        _write(tag)
    return len(certain)


def _can_be_read(tag: Tag) -> bool:
    if tag.kind == "{":
        return parsed(f"{{{{ {tag.inside} }}}}") is not None
    if tag.keyword in LATER:
        return True
    end = ENDS.get(tag.keyword, "")
    return parsed(f"{{% {tag.inside} %}}" + (f"{{% {end} %}}" if end else "")) is not None


def _write(tag: Tag) -> None:
    """Put the mended tag where it began, and take its pieces from the other elements."""
    text = tag.text
    for piece in tag.pieces:
        written = piece.element.text or ""
        start = max(tag.start - piece.start, 0)
        piece.element.text = written[:start] + text + written[max(tag.end - piece.start, 0) :]
        text = ""
