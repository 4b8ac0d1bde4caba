"""How wide a text is on a terminal, and where it may be broken: hanzi take two columns and need no spaces."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import groupby
from unicodedata import category, east_asian_width

OPENING = frozenset("（《〈「『【〔［｛“‘([{<")
"""What never ends a line (GB/T 15834-2011, 5.1)."""
CLOSING = frozenset("，。、；：？！）》〉」』】〕］｝”’…—％·,.;:?!)]}>%")
"""What never begins a line (the same clause)."""

USUAL_WIDTH = 80
"""The columns of a terminal that does not say how wide it is, and of output that goes into a file."""

_ZERO_WIDTH = frozenset(("Mn", "Me", "Cf"))


def terminal_width() -> int:
    """The columns of the terminal: COLUMNS says them, else the terminal itself; 80 where there is none.

    As `shutil.get_terminal_size`, which would bring all that packs archives to every `jiyao --help`.
    """
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns or USUAL_WIDTH
    except (OSError, ValueError):
        return USUAL_WIDTH


def columns(text: str) -> int:
    """The number of terminal columns that a text without control characters takes."""
    return len(text) if text.isascii() else sum(map(_character_columns, text))


def _character_columns(character: str) -> int:
    if category(character) in _ZERO_WIDTH:
        return 0
    return 2 if is_wide(character) else 1


def is_wide(character: str) -> bool:
    """Whether a character takes two columns: hanzi, full-width punctuation, most emoji."""
    return east_asian_width(character) in "WF"


def padded(text: str, width: int) -> str:
    """The text with spaces behind it, so that it takes at least `width` columns."""
    return text + " " * (width - columns(text))


def labelled(label: str, text: str) -> str:
    """The label and the text behind it; a full-width colon brings its own space."""
    return label + ("" if is_wide(label[-1]) else " ") + text


def wrapped(text: str, width: int) -> list[str]:
    """The lines of one paragraph, none wider than `width` columns; what fits no line is cut where the line ends."""
    lines = [""]
    for piece in _pieces(text, width):
        if columns(lines[-1]) + columns(piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def paragraphs(text: str) -> Iterator[tuple[bool, str]]:
    """(whether it stays as it is, paragraph) for each paragraph; examples are indented, or marked as in Click."""
    for blank, group in groupby(text.splitlines(), key=lambda line: not line.strip()):
        lines = list(group)
        if blank:
            continue
        if lines[0] == "\b":
            yield True, "\n".join(lines[1:])
        elif all(line.startswith(" ") for line in lines):
            yield True, "\n".join(lines)
        else:
            yield False, _joined(lines)


def laid_out(text: str, width: int) -> list[str]:
    """The lines of a text of several paragraphs, with an empty line between them."""
    lines: list[str] = []
    for as_it_is, paragraph in paragraphs(text):
        lines += ["", *(paragraph.splitlines() if as_it_is else wrapped(paragraph, width))]
    return lines[1:]


def _joined(lines: list[str]) -> str:
    """One line; where two hanzi meet there is no space between them."""
    text = ""
    for line in map(str.strip, lines):
        text += line if not text or (is_wide(text[-1]) and is_wide(line[0])) else f" {line}"
    return text


def _pieces(text: str, width: int) -> Iterator[str]:
    """The text cut wherever a line may end; spaces stay at the end of their piece."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or _may_break(text[end - 1], text[end]):
            yield from _cut(text[start:end], width)
            start = end


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or before.isspace():
        return before.isspace() and not after.isspace()
    if before in OPENING or after in CLOSING:
        return False
    return (is_wide(before) or is_wide(after)) and bool(columns(after))


def _cut(piece: str, width: int) -> Iterator[str]:
    """The piece, in parts that fit a line."""
    part = ""
    for character in piece:
        if part and columns(part + character) > width and not character.isspace():
            yield part
            part = ""
        part += character
    yield part
