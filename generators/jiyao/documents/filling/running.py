"""Statements of a program as Python functions, put together once and called for each document.

This is where documents are made, so it is written for speed: what stands between two statements is printed in one
flat loop, literals are bytes from the start, and a usual text costs one look for signs that need care.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from jiyao.documents.filling.expressions import Expression, expression
from jiyao.documents.filling.faults import CAUSED_BY_TEMPLATES, Stopped
from jiyao.documents.filling.loops import Binder, LoopParts, Statement, names_asked, sets_names, steps_of
from jiyao.documents.filling.printing import PRINTERS, needs_care, print_text
from jiyao.documents.filling.program import MOST_DEPTH, Json, NotAProgram
from jiyao.documents.filling.sandbox import MOST_CHARACTERS, Rendering, Scope, look_up

# Typed so that a checker does not take it for a dictionary of it knows not what.
_DICT: type[Any] = dict

_Step: TypeAlias = tuple[bytes, int, str, str, Callable[[Scope, Rendering], bytes] | None]
"""A literal, a tag, and what it prints: a field of a name, a name alone (the field is ""), or what the function makes.

A bare tuple, because it is taken apart for every value that is printed.
"""


def statement(data: Json, depth: int = 0) -> Statement:
    """The function that prints a body into a rendering; raises `NotAProgram` if the data is none.

    It raises `Stopped`, and nothing else that a template or its values can bring about.
    """
    if depth > MOST_DEPTH or not isinstance(data, list):
        raise NotAProgram
    statements: list[Statement | None] = []
    steps: list[_Step] = []
    literal = ""
    for each in data:
        match each:
            case str():
                literal += each
            case [str(printer), int(tag), value] if printer in PRINTERS:
                steps.append(_step(literal, tag, printer, value, depth + 1))
                literal = ""
            case [str(kind), *parts] if kind in _KINDS:
                statements += (_prints(steps, literal), _KINDS[kind](parts, depth + 1))
                steps, literal = [], ""
            case _:
                raise NotAProgram
    return _one_after_another([*statements, _prints(steps, literal)])


def _one_after_another(statements: Sequence[Statement | None]) -> Statement:
    wanted = [each for each in statements if each]
    if len(wanted) == 1:
        return wanted[0]

    def run(scope: Scope, rendering: Rendering) -> None:
        for each in wanted:
            each(scope, rendering)

    return run


def _step(literal: str, tag: int, printer: str, value: Json, depth: int) -> _Step:
    before = literal.encode()
    match printer, value:
        case "text", ["name", str(name)]:
            return before, tag, name, "", None
        case "text", ["field", ["name", str(name)], str(field)]:
            return before, tag, name, field, None
        case _:
            of, show = expression(value, depth), PRINTERS[printer]
            return before, tag, "", "", lambda scope, rendering: show(of(scope, rendering), rendering)


def _prints(steps: Sequence[_Step], end: str) -> Statement | None:
    """Literals with values between them, up to the next statement."""
    if not steps and not end:
        return None
    last = end.encode()
    length = len(last) + sum(len(before) for before, *_ in steps)
    rows = tuple(steps)

    def run(scope: Scope, rendering: Rendering) -> None:
        append, size, tag = rendering.pieces.append, length, -1
        try:
            for literal, tag, name, field, make in rows:  # noqa: B007  # the tag is for what goes wrong
                append(literal)
                if make is not None:
                    append(make(scope, rendering))
                    continue
                value: Any = scope[name]
                if field:
                    # The usual case without a call; `look_up` says the same.
                    value = value[field] if type(value) is _DICT and field in value else look_up(value, field)
                if type(value) is str and needs_care(value) is None:
                    size += len(value)
                    append(value.encode())
                else:
                    append(print_text(value, rendering))
            append(last)
            rendering.characters += size
            if rendering.characters > MOST_CHARACTERS:
                rendering.spend(0)
        except CAUSED_BY_TEMPLATES as error:
            raise Stopped(error, tag) from error

    return run


def _if(data: Sequence[Json], depth: int) -> Statement:
    match data:
        case [list(branches), otherwise]:
            ways = [_branch(each, depth) for each in branches]
            rest = statement(otherwise, depth)
        case _:
            raise NotAProgram

    def run(scope: Scope, rendering: Rendering) -> None:
        chosen, tag = rest, -1
        try:
            for tag, test, body in ways:  # noqa: B007  # the tag is for what goes wrong
                if test(scope, rendering):
                    chosen = body
                    break
        except CAUSED_BY_TEMPLATES as error:
            raise Stopped(error, tag) from error
        chosen(scope, rendering)

    return run


def _branch(data: Json, depth: int) -> tuple[int, Expression, Statement]:
    match data:
        case [int(tag), test, body]:
            return tag, expression(test, depth), statement(body, depth)
        case _:
            raise NotAProgram


def _set(data: Sequence[Json], depth: int) -> Statement:
    match data:
        case [int(tag), target, value]:
            bind, of = _binder(target, depth), expression(value, depth)
        case _:
            raise NotAProgram

    def run(scope: Scope, rendering: Rendering) -> None:
        try:
            bind(scope, of(scope, rendering))
        except CAUSED_BY_TEMPLATES as error:
            raise Stopped(error, tag) from error

    return run


def _binder(target: Json, depth: int) -> Binder:
    """What gives the names of a target their values."""
    match target:
        case str(name):
            return lambda scope, value: scope.__setitem__(name, value)
        case [_, *_] if depth <= MOST_DEPTH:
            binders = [_binder(each, depth + 1) for each in target]
        case _:
            raise NotAProgram

    def bind(scope: Scope, value: Any) -> None:  # noqa: ANN401  # a list as long as the target, or Python says what it is
        for each, item in zip(binders, tuple(value), strict=True):
            each(scope, item)

    return bind


def _for(data: Sequence[Json], depth: int) -> Statement:
    match data:
        case [int(tag), target, source, test, inner, otherwise]:
            loop = LoopParts(
                target if isinstance(target, str) else "",
                _binder(target, depth),
                expression(source, depth),
                None if test is None else expression(test, depth),
                statement(inner, depth),
                statement(otherwise, depth),
                steps_of(inner) + steps_of(test) + 1,
                fresh=sets_names(inner),
                counted="loop" in names_asked(inner),
            )
        case _:
            raise NotAProgram
    return loop.statement(tag)


_KINDS: Mapping[str, Callable[[Sequence[Json], int], Statement]] = {"if": _if, "for": _for, "set": _set}
