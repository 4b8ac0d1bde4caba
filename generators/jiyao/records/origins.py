"""Where each character of a text stands in its file, for the ways in which YAML and JSON write texts."""

from __future__ import annotations

import re

Breaks = tuple[tuple[int, int, int], ...]
"""As in `Origin`: (offset in the text, line, column), lines and columns from 1."""

SINGLE_QUOTED = re.compile("''")
DOUBLE_QUOTED = re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|.)")
JSON_STRING = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u.{4}|.)")


def quoted(inner: str, line: int, column: int, escape: re.Pattern[str]) -> Breaks:
    """For a text on one line whose quotes are taken off; each match of `escape` stands for one character."""
    breaks = [(0, line, column)]
    saved = 0
    for found in escape.finditer(inner):
        saved += found.end() - found.start() - 1
        breaks.append((found.end() - saved, line, column + found.end()))
    return tuple(breaks)


def block(text: str, written: list[str], line: int) -> Breaks:
    """For a literal block: each line of the text is the end of a written one; `line` is the number of the first."""
    breaks: list[tuple[int, int, int]] = []
    offset = 0
    for number, (read, whole) in enumerate(zip(text.split("\n"), written, strict=False), line):
        breaks.append((offset, number, len(whole) - len(read) + 1))
        offset += len(read) + 1
    return tuple(breaks)
