"""Sound JSON into positioned nodes: the quick way, which nearly every record takes.

Python's own parser, written in C, says whether a text is sound; then one look at its tokens is enough, since their
order says the rest. What is not sound, or too large, is left to `json_reader`, which says why. What both can read
they read alike.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NoReturn, cast

from jiyao.problems import Origin, Place
from jiyao.records import characters, origins, refusals
from jiyao.records.nodes import Entry, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from jiyao.problems import Problem

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\]\n]|[^\s{}\[\],:"]++')
"""What a sound text holds besides blanks, colons and commas."""
_ESCAPE = re.compile(r"\\(?:u([dD][89abAB]..)\\u([dD][c-fC-F]..)|u(....)|(.))")
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}

_MADE: Callable[..., Any] = cast(Any, tuple).__new__
"""Makes a named tuple of all of its values; its own constructor is a function of Python's, and here it is called
three times for each value of each record."""


def quick_nodes(text: str, file: str, line: int, *, clean: bool) -> tuple[Node, list[Problem]] | None:
    """The top node, and what is wrong with keys and characters; None where a closer look is needed.

    `line` is the number of the first line; `clean` says that no character needs a closer look.
    """
    if not _is_sound(text):
        return None
    made = _MADE
    line_start = count = 0
    problems: list[Problem] = []
    items: list[Node] = []
    around: list[tuple[list[Node], int, int]] = []
    for count, token in enumerate(_TOKEN.finditer(text), start=1):  # noqa: B007 (the last one is the count)
        start, end = token.span()
        sign = text[start]
        if sign == "\n":
            line, line_start = line + 1, end
        elif sign in "{[":
            around.append((items, line, start - line_start + 1))
            items = []
            if len(around) > refusals.DEEPEST:
                return None
        elif sign in "}]":
            whole, (items, first, column) = items, around.pop()
            place = Place(file, first, column, line, end - line_start + 1)
            items.append(_mapping(whole, place, problems) if sign == "}" else Sequence(tuple(whole), place))
        else:
            column = start - line_start + 1
            place = made(Place, (file, line, column, line, column + end - start, ""))
            if sign == '"' and clean and "\\" not in (inner := text[start + 1 : end - 1]):
                # Most texts; `scalar` says the same.
                items.append(made(Scalar, (inner, made(Origin, (place, ((0, line, column + 1),))), False)))
                continue
            read = scalar(text[start:end], place)
            items.append(read)
            if sign == '"':
                problems += characters.in_scalar(read)
    # A token is followed by one sign at most that is none of these; so the closer look does not refuse either.
    return None if count > refusals.MOST or len(problems) > refusals.ENOUGH else (items[0], problems)


def _is_sound(text: str) -> bool:
    """Whether the text is JSON by RFC 8259, and of a depth that Python follows."""
    try:
        json.loads(text, parse_constant=_refuse, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return False
    return True


def _refuse(constant: str) -> NoReturn:
    """NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(constant)


def _mapping(items: list[Node], place: Place, problems: list[Problem]) -> Mapping:
    """Keys and values taking turns; of equal keys the first counts, and the others are reported."""
    entries: dict[str, Entry] = {}
    for key, value in zip(cast("list[Scalar]", items[::2]), items[1::2], strict=True):
        if key.text in entries:
            problems.append(refusals.duplicate_key(key.place, key.text, entries[key.text].key.place))
        else:
            entries[key.text] = Entry(key, value)
    return Mapping(tuple(entries.values()), place)


def scalar(written: str, place: Place) -> Scalar:
    """A text in its quotes, or a word, which keeps its letters; `null` is unknown."""
    if written[0] != '"':
        return Scalar(written, Origin(place, ((0, place.line, place.column),)), unknown=written == "null")
    text = written[1:-1]
    if "\\" not in text:
        return Scalar(text, Origin(place, ((0, place.line, place.column + 1),)))
    breaks = origins.quoted(text, place.line, place.column + 1, origins.JSON_STRING)
    return Scalar(_ESCAPE.sub(_unescaped, text), Origin(place, breaks))


def _unescaped(found: re.Match[str]) -> str:
    high, low, code, short = found.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    return chr(int(code, 16)) if code else _SHORT.get(short, short)
