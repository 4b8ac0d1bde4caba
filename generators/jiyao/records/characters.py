"""R017, R019 and R024: characters that Word, XML or a reader's eye would lose or change.

Nothing is cleaned silently: such a character is reported at its place, and a person decides.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from jiyao.problems import Binding, Finding, Place, Problem, Severity, message, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.records.nodes import Scalar

MANY = 100
"""At most so many problems of one kind are reported of one text: a binary file would give a million."""

_FORBIDDEN_IN_BMP = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_FORBIDDEN = _FORBIDDEN_IN_BMP + "".join(
    f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"

# Not compiled before they are needed: nearly every record is clean.
_IN_FILE = f"[{_FORBIDDEN}]|\r(?!\n)"
_IN_TEXT = f"[{_FORBIDDEN}\r]"
_UNSEEN = f"[{_INVISIBLE}]+"
_LOST = "\ufffd+"
_MARKER = r"\{_[{%]|[%}]_\}"
# Planes 2 to 16 as one range: looking closer at a rare Han character is cheaper than 32 reserved code points.
_ANY = re.compile(f"[{_FORBIDDEN_IN_BMP}{_INVISIBLE}\ufffd\U0001fffe-\U0010ffff]")

_STAND_IN = "\u25a1"
"""What a parser sees in the place of a forbidden character, so that it reads on with the same columns."""


@problem("R017", "characters")
def forbidden(place: Place, what: str) -> Finding:
    """A character or mark that a Word document cannot hold, or that the filling of templates would change.

    These are control characters (except tab and line end), U+2028 and U+2029, halves of surrogate pairs,
    code points that Unicode reserves, and the marks `{_{`, `}_}`, `{_%` and `%_}`, which the template engine
    turns into others. Most come from copying out of a PDF or a web page. Delete the character; it is never
    dropped silently.
    """
    return Finding(
        place,
        message("{what} cannot stand in a document", what=what),
        message("delete it, or write what was meant; it often comes with text copied from a PDF or web page"),
    )


@problem("R019", "characters", severity=Severity.WARNING, binding=Binding.SUGGESTION)
def invisible(place: Place, what: str) -> Finding:
    """A character that nobody sees: zero width, soft hyphen, or a change of writing direction.

    It makes two equal names differ, spoils searching, and a change of direction can show a text in another order
    than it is stored. It is kept as it is. Delete it unless the text mixes Chinese with Arabic or Hebrew.
    """
    return Finding(place, message("invisible character {what}", what=what), message("delete it unless it is meant"))


@problem("R024", "characters", severity=Severity.WARNING, binding=Binding.SUGGESTION)
def lost(place: Place) -> Finding:
    """The sign U+FFFD stands for a character that some program could not read.

    What stood here was lost before this file was written, usually when its encoding was changed. Look the text up
    in its source and type it again.
    """
    return Finding(
        place,
        message("U+FFFD: a character was lost here before the file was written"),
        message("look the text up in its source and type it again"),
    )


def in_file(text: str, file: str, line: int) -> Iterator[Problem]:
    """What may not stand anywhere in a record file, comments included; `line` is the number of its first line."""
    for found in islice(re.finditer(_IN_FILE, text), MANY):
        yield forbidden(_place(text, file, line, found.start()), code_point(found[0]))


def readable(text: str) -> str:
    """The text for a parser: what `in_file` reports replaced, one character by one, so that the rest can be read."""
    return re.sub(_IN_FILE, _STAND_IN, text)


def in_scalar(scalar: Scalar) -> Iterator[Problem]:
    """What may not, or should not, stand in one text; escapes have been read."""
    text, part = scalar.text, scalar.origin.part
    for found in islice(re.finditer(_IN_TEXT, text), MANY):
        yield forbidden(part(*found.span()), code_point(found[0]))
    for found in islice(re.finditer(_MARKER, text), MANY):
        yield forbidden(part(*found.span()), f"`{found[0]}`")
    for found in islice(re.finditer(_UNSEEN, text), MANY):
        yield invisible(part(*found.span()), code_point(found[0]))
    for found in islice(re.finditer(_LOST, text), MANY):
        yield lost(part(*found.span()))


def is_clean(text: str) -> bool:
    """Whether a text gives no cause for `in_file` or `in_scalar` to look closer; made to be fast."""
    return _ANY.search(text) is None and "\r" not in text and "{_" not in text and "_}" not in text


def code_point(character: str) -> str:
    """`U+000B`, as the Unicode standard names the first character of a text."""
    return f"U+{ord(character[0]):04X}"


def _place(text: str, file: str, line: int, offset: int) -> Place:
    line += text.count("\n", 0, offset)
    column = offset - text.rfind("\n", 0, offset)
    return Place(file, line, column, line, column + 1)
