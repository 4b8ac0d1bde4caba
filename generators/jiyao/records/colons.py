"""R018, R021 and R025: colons that make no key, and a colon that makes one by mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.problems import Edit, Finding, Place, Problem, message, problem
from jiyao.records.characters import MANY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.records.draft import Draft, Mark
    from jiyao.records.nodes import Scalar

# A key is short and has no punctuation. Digits alone are a time (9:30), and `//` belongs to a web address.
# Not compiled before it is needed: most records have no text that it is asked of.
_MISREAD = (
    r"(?P<indent> *(?:- +)*)"
    r"(?P<key>(?!\d+[:：])[^\s：:\"'#,\[\]{}&*!|>%@`，。；、—-][^：:\"'#,\[\]{}，。；、\n]{0,29})"
    r"(?P<colon>：[\u00a0\u3000]?|:[\u00a0\u3000]|:(?=[^\s/]))"
    r"(?P<blank>(?=[ \t\r]|$))?"
)


@problem("R018", "yaml")
def full_width(place: Place, key: str, edit: Edit) -> Finding:
    """A full-width colon (：) makes no key: YAML takes the whole line for a text.

    Chinese input methods type it by default. Between a key and its value stands a half-width colon with a space:
    `标题: 会议`, not `标题：会议`. Inside a text the full-width colon is right; a text over several lines stands
    after `|-`.
    """
    return Finding(
        place,
        message("a full-width colon does not end a key: expected `{key}: `", key=key),
        message("write a half-width colon and a space after the key"),
        (edit,),
    )


@problem("R021", "yaml")
def without_space(place: Place, key: str, edit: Edit) -> Finding:
    """A colon without an ordinary space behind it makes no key: YAML takes the whole line for a text.

    Write `标题: 会议`, not `标题:会议`. The no-break space of web pages and the wide space of Chinese input methods
    are other characters and do not count.
    """
    return Finding(
        place,
        message("the colon after `{key}` needs an ordinary space behind it", key=key),
        message("write `key: value`"),
        (edit,),
    )


@problem("R025", "yaml")
def in_text(place: Place, text: Place, quote: str) -> Finding:
    """A text holds a colon and a space, and YAML takes what stands before them for another key.

    `title: 通知: 开会` cannot be read. Put the text in quotes, `title: "通知: 开会"`, or write the full-width
    colon of Chinese texts.
    """
    end = Place(text.file, text.end_line, text.end_column, text.end_line, text.end_column)
    start = Place(text.file, text.line, text.column, text.line, text.column)
    return Finding(
        place,
        message("a second colon with a space in one line makes no key"),
        message("put the text in quotes, or write the full-width colon ："),
        (Edit(start, quote), Edit(end, quote)) if quote else (),
    )


def in_line(draft: Draft, number: int, line: str) -> Problem | None:
    """The colon of a line that was meant to end a key and does not; `number` counts the lines of the draft from 0."""
    found = re.match(_MISREAD, line)
    return found and _misread(found, draft.spot(number, found.start("colon"), number, found.end("colon")))


def in_key(key: Scalar) -> Problem | None:
    """The same for a key between braces, which has no value since its colon is inside it."""
    found = re.match(_MISREAD, key.text) if key.place.line == key.place.end_line else None
    return found and _misread(found, key.origin.part(*found.span("colon")))


def in_lines_of(start: Mark, end: Mark, draft: Draft) -> Iterator[Problem]:
    """The misread keys of a plain text over several lines, if it begins with one.

    A text that begins behind its key is prose that goes on below, whatever colons it has.
    """
    line_start = start.index - start.column
    lines = draft.text[line_start : end.index].split("\n")
    if lines[0][: start.column].strip(" -") or not in_line(draft, start.line, lines[0]):
        return
    for number, line in enumerate(lines[:MANY], start.line):
        if misread := in_line(draft, number, line):
            yield misread


def _misread(found: re.Match[str], place: Place) -> Problem:
    # At the end of its line, or before a space that is there, the colon alone is enough.
    enough = found["blank"] is not None and found["colon"] == "："
    edit = Edit(place, ":" if enough else ": ")
    report = full_width if found["colon"].startswith("：") else without_space
    return report(place, found["key"].strip(), edit)
