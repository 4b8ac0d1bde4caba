"""Formatted text as WordprocessingML runs, each text of the record in a bookmark that says where it is from.

The bookmarks are how a signed-off file is read back into the record. A template needs the run styles `Heading`,
`Label` and `Strong` for the emphases that it prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from jiyao.languages.text import Language
from jiyao.ooxml.escaping import NEW_TEXT, word_text
from jiyao.views.fragments import Emphasis, Run

RUN_STYLES: Mapping[Emphasis, str] = {
    Emphasis.HEADING: "Heading",
    Emphasis.LABEL: "Label",
    Emphasis.STRONG: "Strong",
}
"""The id of the run style for each emphasis."""

LONGEST_NAME = 40
"""Characters of a bookmark's name (ECMA-376, part 1, 17.13.6.2)."""
HANGING_MARKS = frozenset("。，、；：！？")
"""The marks that may hang over the right margin."""

_HASH_LENGTH = 8
_NO_NAME = re.compile(r"[^A-Za-z0-9]+")


@dataclass(slots=True)
class Bookmarks:
    """The bookmarks of one document: ids and names are given out once each, and the same way on every run.

    `taken` holds the names of the template's own bookmarks in small letters, since Word does not tell case apart;
    `last` is its largest id.
    """

    last: int = 0
    taken: set[str] = field(default_factory=set[str])
    _numbers: dict[str, int] = field(default_factory=dict[str, int], init=False, repr=False)
    """The last number given out for each name: a text of many paragraphs must not count from 1 for each of them."""

    def new(self, source: str) -> tuple[int, str]:
        """An id and a name for one more text from `source`, a path in the record."""
        self.last += 1
        name = first = bookmark_name(source)
        number = self._numbers.get(first.lower(), 1)
        while name.lower() in self.taken:
            number += 1
            name = bookmark_name(source, f"_{number}")
        self._numbers[first.lower()] = number
        self.taken.add(name.lower())
        return self.last, name


def bookmark_name(source: str, suffix: str = "") -> str:
    """A name that Word accepts and a person can read: `agenda[0].decisions[1]` is `agenda_0_decisions_1`.

    A letter first, then letters, digits and underscores; a long one is cut and ends in a hash of the whole path.
    """
    name = _NO_NAME.sub("_", source).strip("_")
    if not name[:1].isalpha():
        name = f"text_{name}".rstrip("_")
    if len(name) + len(suffix) > LONGEST_NAME:
        digest = sha256(source.encode()).hexdigest()[:_HASH_LENGTH]
        name = f"{name[: LONGEST_NAME - _HASH_LENGTH - 1 - len(suffix)]}_{digest}"
    return f"{name}{suffix}"


def runs_xml(runs: Iterable[Run], bookmarks: Bookmarks) -> str:
    """The runs as they stand in a paragraph; a run without text is left out."""
    return "".join(_run(run, bookmarks) for run in runs if run.text)


def _run(run: Run, bookmarks: Bookmarks) -> str:
    if not run.source:
        return _word_run(run, run.text)
    number, name = bookmarks.new(run.source)
    text, mark = _before_mark(run.text)
    start, end = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
    return start + _word_run(run, text) + end + (_word_run(run, mark) if mark else "")


def _word_run(run: Run, text: str) -> str:
    return f"<w:r>{_properties(run)}{NEW_TEXT}{word_text(text)}</w:t></w:r>"


def _before_mark(text: str) -> tuple[str, str]:
    """A text without its last mark, and the mark, which stands behind the bookmark.

    LibreOffice adds an empty line where a bookmark ends a paragraph behind a mark that hangs over the margin; and
    what somebody adds to the end of a sentence in Word is written before its mark, so it stays inside.
    """
    return (text[:-1], text[-1]) if len(text) > 1 and text[-1] in HANGING_MARKS else (text, "")


def _properties(run: Run) -> str:
    """In the order of the schema (CT_RPr): style, fonts, language."""
    style = RUN_STYLES.get(run.emphasis, "")
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    # Without the hint Word sets “” and … of Chinese text in the Western font.
    hint = '<w:rFonts w:hint="eastAsia"/>' if run.language is Language.ZH else ""
    return f'<w:rPr>{named}{hint}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
