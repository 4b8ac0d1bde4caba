"""A part of a template as data: literals, what is printed between them, loops, conditions, in JSON's own types.

It needs neither Jinja nor the Word file to be run, and reading it runs nothing: what it says is done by our own
functions (`running`, `expressions`), and anything that these do not know makes it no program.

A body is a list of statements:

    "<w:t>"                                          literal text
    ["text" | "value" | "runs" | "blocks", TAG, EXPRESSION]     prints, as fits the place (`printing`)
    ["set", TAG, TARGET, EXPRESSION]
    ["if", [[TAG, EXPRESSION, BODY], …], BODY]       branches, and what is done if none is taken
    ["for", TAG, TARGET, EXPRESSION, TEST or null, BODY, BODY]     the second body for an empty list

TAG is the number of the tag among those of the part, from 0, for problems; -1 if there is none. TARGET is a name or a
list of targets. An expression is a list of its kind and its operands:

    ["const", VALUE]  ["name", NAME]  ["field", EXPRESSION, NAME]  ["item", EXPRESSION, EXPRESSION]
    ["slice", EXPRESSION, FROM, TO, STEP]            each of them null if left out
    ["list", …]  ["tuple", …]  ["dict", KEY, VALUE, …]  ["join", …]
    ["and", …, …]  ["or", …, …]  ["not", …]  ["neg", …]  ["pos", …]  ["choose", TEST, YES, NO or null]
    ["compute", SIGN, LEFT, RIGHT]  ["compare", FIRST, SIGN, SECOND, …]
    ["filter", NAME, VALUE, [ARGUMENT, …], {NAME: ARGUMENT, …}]  ["test", NAME, VALUE, OTHER or null]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

FORMAT = 2
"""Of this data and of what `keeping` puts around it; a new number whenever either changes in shape or meaning."""
MOST_DEPTH = 100
"""How deeply statements and expressions may be nested in each other, all told."""


class NotAProgram(ValueError):  # noqa: N818  # it says what the data is
    """The data is none that a template can have been turned into."""


def free_names(body: Json) -> Iterator[tuple[str, int]]:
    """The names that a program asks for and does not set itself, each with the number of the tag that asks."""
    yield from _free_in_body(body, set())


def _free_in_body(body: Json, bound: set[str]) -> Iterator[tuple[str, int]]:
    """Names free in the statements; what these set for the ones behind them is added to `bound`."""
    for statement in body if isinstance(body, list) else ():
        match statement:
            case ["for", int(tag), target, source, test, inner, otherwise]:
                yield from _free(source, bound, tag)
                within = bound | set(names_in(target))
                yield from _free(test, within, tag)
                yield from _free_in_body(inner, within | {"loop"})
                yield from _free_in_body(otherwise, set(bound))
            case ["if", list(branches), otherwise]:
                yield from _free_in_branches([*branches, [-1, None, otherwise]], bound)
            case ["set", int(tag), target, value]:
                yield from _free(value, bound, tag)
                bound.update(names_in(target))
            case [str(), int(tag), value]:
                yield from _free(value, bound, tag)
            case _:
                pass


def _free_in_branches(branches: list[Json], bound: set[str]) -> Iterator[tuple[str, int]]:
    """A name is set behind a condition only if every branch sets it."""
    ends: list[set[str]] = []
    for branch in branches:
        match branch:
            case [int(tag), test, body]:
                yield from _free(test, bound, tag)
                end = set(bound)
                yield from _free_in_body(body, end)
                ends.append(end)
            case _:
                pass
    bound |= set[str].intersection(*ends)


def _free(expression: Json, bound: set[str], tag: int) -> Iterator[tuple[str, int]]:
    match expression:
        case ["const", *_]:
            return
        case ["name", str(name)]:
            if name not in bound:
                yield name, tag
        case list(parts):
            for part in parts:
                yield from _free(part, bound, tag)
        case dict(named):
            for part in named.values():
                yield from _free(part, bound, tag)
        case _:
            pass


def names_in(target: Json) -> Iterator[str]:
    """The names that a target sets."""
    if isinstance(target, str):
        yield target
    for each in target if isinstance(target, list) else ():
        yield from names_in(each)
