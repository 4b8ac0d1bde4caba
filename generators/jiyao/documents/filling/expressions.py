"""Expressions of a program as Python functions, put together once and called for each document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias, cast

from jiyao.documents.filling.faults import Fault, cannot_compute, not_text
from jiyao.documents.filling.filters import COMPARING, COMPARISONS, FILTERS, OPERATORS, TESTS, Filter, Operator, joined
from jiyao.documents.filling.program import MOST_DEPTH, Json, NotAProgram
from jiyao.documents.filling.sandbox import Rendering, Scope, Unknown, look_up
from jiyao.problems import message

Expression: TypeAlias = Callable[[Scope, Rendering], Any]

_SECOND_OF_PAIR = 2


def expression(data: Json, depth: int) -> Expression:
    """The function that gives the value of an expression; raises `NotAProgram` if the data is none."""
    if depth > MOST_DEPTH:
        raise NotAProgram
    match data:
        case [str(kind), *operands] if kind in _KINDS:
            return _KINDS[kind](operands, depth + 1)
        case _:
            raise NotAProgram


def _all(data: Sequence[Json], depth: int) -> list[Expression]:
    return [expression(each, depth) for each in data]


def _some(data: Sequence[Json], count: int, depth: int) -> list[Expression]:
    """As many expressions as there must be."""
    if len(data) != count:
        raise NotAProgram
    return _all(data, depth)


def _const(data: Sequence[Json], _depth: int) -> Expression:
    match data:
        case [None | bool() | int() | float() | str() as value]:
            return lambda _scope, _rendering: value
        case _:
            raise NotAProgram


def _name(data: Sequence[Json], _depth: int) -> Expression:
    match data:
        case [str(name)]:
            return lambda scope, _rendering: scope[name]
        case _:
            raise NotAProgram


def _field(data: Sequence[Json], depth: int) -> Expression:
    match data:
        case [["name", str(owner)], str(name)]:
            return lambda scope, _rendering: look_up(scope[owner], name)
        case [inner, str(name)]:
            of = expression(inner, depth)
            return lambda scope, rendering: look_up(of(scope, rendering), name)
        case _:
            raise NotAProgram


def _item(data: Sequence[Json], depth: int) -> Expression:
    of, at = _some(data, 2, depth)
    return lambda scope, rendering: look_up(of(scope, rendering), at(scope, rendering))


def _slice(data: Sequence[Json], depth: int) -> Expression:
    if len(data) != len(("of", "from", "to", "step")):
        raise NotAProgram
    of = expression(data[0], depth)
    ends = [None if each is None else expression(each, depth) for each in data[1:]]

    def run(scope: Scope, rendering: Rendering) -> object:
        value: Any = of(scope, rendering)
        bounds = [None if end is None else end(scope, rendering) for end in ends]
        if isinstance(value, str):
            rendering.spend(len(value))
        elif isinstance(value, list | tuple):
            rendering.work(len(cast(Sequence[object], value)))
        return cast(Any, value)[slice(*bounds)]

    return run


def _list(data: Sequence[Json], depth: int) -> Expression:
    items = _all(data, depth)
    return lambda scope, rendering: [item(scope, rendering) for item in items]


def _tuple(data: Sequence[Json], depth: int) -> Expression:
    items = _all(data, depth)
    return lambda scope, rendering: tuple(item(scope, rendering) for item in items)


def _dict(data: Sequence[Json], depth: int) -> Expression:
    parts = _all(data, depth)
    if len(parts) % _SECOND_OF_PAIR:
        raise NotAProgram
    pairs = list(zip(parts[::2], parts[1::2], strict=True))

    def run(scope: Scope, rendering: Rendering) -> dict[object, object]:
        made: dict[object, object] = {}
        for key_of, value_of in pairs:
            key = key_of(scope, rendering)
            if isinstance(key, Unknown):
                raise key.fault
            if not isinstance(key, str | int | float | None):
                # A list has no place here, and a group of groups could take for ever to be looked up.
                raise Fault(lambda spot: cannot_compute(spot, "{…}"))
            made[key] = value_of(scope, rendering)
        return made

    return run


def _join(data: Sequence[Json], depth: int) -> Expression:
    items = _all(data, depth)
    return lambda scope, rendering: joined(rendering, [item(scope, rendering) for item in items])


def _and(data: Sequence[Json], depth: int) -> Expression:
    left, right = _some(data, 2, depth)
    return lambda scope, rendering: left(scope, rendering) and right(scope, rendering)


def _or(data: Sequence[Json], depth: int) -> Expression:
    left, right = _some(data, 2, depth)
    return lambda scope, rendering: left(scope, rendering) or right(scope, rendering)


def _not(data: Sequence[Json], depth: int) -> Expression:
    (of,) = _some(data, 1, depth)
    return lambda scope, rendering: not of(scope, rendering)


def _neg(data: Sequence[Json], depth: int) -> Expression:
    (of,) = _some(data, 1, depth)
    return lambda scope, rendering: -of(scope, rendering)


def _pos(data: Sequence[Json], depth: int) -> Expression:
    (of,) = _some(data, 1, depth)
    return lambda scope, rendering: +of(scope, rendering)


def _choose(data: Sequence[Json], depth: int) -> Expression:
    if not data or data[-1] is not None:
        test, yes, no = _some(data, 3, depth)
    else:
        test, yes = _some(data[:-1], 2, depth)
        no = _nothing
    return lambda scope, rendering: yes(scope, rendering) if test(scope, rendering) else no(scope, rendering)


def _nothing(_scope: Scope, _rendering: Rendering) -> Unknown:
    """What `'a' if x` is where x is not true."""
    return Unknown(Fault(lambda spot: not_text(spot, message("what is unknown"))))


def _compute(data: Sequence[Json], depth: int) -> Expression:
    match data:
        case [str(sign), left_data, right_data] if sign in OPERATORS:
            compute = OPERATORS[sign]
            left, right = expression(left_data, depth), expression(right_data, depth)
            return lambda scope, rendering: compute(left(scope, rendering), right(scope, rendering), rendering)
        case _:
            raise NotAProgram


def _compare(data: Sequence[Json], depth: int) -> Expression:
    if len(data) % _SECOND_OF_PAIR == 0:
        raise NotAProgram
    first = expression(data[0], depth)
    steps = [(_comparison(sign), expression(each, depth)) for sign, each in zip(data[1::2], data[2::2], strict=True)]

    def run(scope: Scope, rendering: Rendering) -> object:
        left = first(scope, rendering)
        result: object = None
        for compare, second in steps:
            right = second(scope, rendering)
            result = compare(left, right, rendering)
            if not result:
                break
            left = right
        return result

    return run


def _comparison(sign: Json) -> Operator:
    match sign:
        case str() if sign in COMPARISONS:
            return COMPARISONS[sign]
        case _:
            raise NotAProgram


def _filter(data: Sequence[Json], depth: int) -> Expression:
    match data:
        case [str(name), value, list(arguments), dict(named)] if name in FILTERS:
            of, positional = expression(value, depth), _all(arguments, depth)
            return _filtered(
                FILTERS[name], of, positional, {key: expression(each, depth) for key, each in named.items()}
            )
        case _:
            raise NotAProgram


def _filtered(
    function: Filter, of: Expression, arguments: Sequence[Expression], named: Mapping[str, Expression]
) -> Expression:
    if not arguments and not named:
        return lambda scope, rendering: function(rendering, of(scope, rendering))

    def run(scope: Scope, rendering: Rendering) -> object:
        given = [each(scope, rendering) for each in arguments]
        return function(
            rendering, of(scope, rendering), *given, **{key: of_(scope, rendering) for key, of_ in named.items()}
        )

    return run


def _test(data: Sequence[Json], depth: int) -> Expression:
    match data:
        case [str(name), value, other] if name in TESTS and (name in COMPARING) == (other is not None):
            test, of = TESTS[name], expression(value, depth)
            with_ = _const([None], depth) if other is None else expression(other, depth)
            return lambda scope, rendering: test(of(scope, rendering), with_(scope, rendering), rendering)
        case _:
            raise NotAProgram


_KINDS: Mapping[str, Callable[[Sequence[Json], int], Expression]] = {
    "const": _const,
    "name": _name,
    "field": _field,
    "item": _item,
    "slice": _slice,
    "list": _list,
    "tuple": _tuple,
    "dict": _dict,
    "join": _join,
    "and": _and,
    "or": _or,
    "not": _not,
    "neg": _neg,
    "pos": _pos,
    "choose": _choose,
    "compute": _compute,
    "compare": _compare,
    "filter": _filter,
    "test": _test,
}
