"""The filters, tests and operators that a template may use. Each counts what it looks at before it looks."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias, cast

from jiyao.documents.filling.faults import Fault, cannot_compute, not_a_list, too_much
from jiyao.documents.filling.plain import kind_of, plain
from jiyao.documents.filling.sandbox import LARGEST_NUMBER, Rendering, Unknown, look_up
from jiyao.problems import message

Filter: TypeAlias = Callable[..., object]
"""Called with the rendering, the value, and what the template gives in brackets."""
Operator: TypeAlias = Callable[[Any, Any, Rendering], object]

_SIMPLE = frozenset((str, int, float, bool, type(None)))
_CHARACTERS_A_STEP = 64
_GROUP = 16
"""Steps that a comparison takes for a list, a mapping or a dataclass, whatever is in it."""


def a_list(value: object) -> Sequence[object]:
    """A list, or the template stops; a text is no list of its characters."""
    if isinstance(value, list | tuple):
        return cast(Sequence[object], value)
    if isinstance(value, Unknown):
        raise value.fault
    raise Fault(lambda spot: not_a_list(spot, kind_of(value)))


def joined(rendering: Rendering, values: object, separator: object = "") -> str:
    """The texts of a list in one."""
    items = a_list(values)
    rendering.work(2 * len(items))
    between = plain(separator)
    texts = [plain(item) for item in items]
    rendering.spend(sum(map(len, texts)) + len(between) * len(texts))
    return between.join(texts)


def _default(_rendering: Rendering, value: object, otherwise: object = "", empty: object = False) -> object:  # noqa: FBT002  # Jinja's order
    return otherwise if isinstance(value, Unknown) or (empty and not value) else value


def _length(_rendering: Rendering, value: object) -> int:
    if isinstance(value, str):
        return len(value)
    return len(cast(Mapping[object, object], value) if isinstance(value, Mapping) else a_list(value))


def _first(_rendering: Rendering, value: object) -> object:
    return look_up(a_list(value), 0)


def _last(_rendering: Rendering, value: object) -> object:
    return look_up(a_list(value), -1)


def _items(rendering: Rendering, value: object) -> object:
    if isinstance(value, Mapping):
        rendering.work(len(cast(Mapping[object, object], value)))
        return tuple(cast(Mapping[object, object], value).items())
    return look_up(value, "items")


def _reverse(rendering: Rendering, value: object) -> object:
    items = a_list(value)
    rendering.work(len(items))
    return tuple(reversed(items))


def _changed(change: Callable[[str], str]) -> Filter:
    """A filter that makes one text of another."""

    def run(rendering: Rendering, value: object) -> str:
        text = plain(value)
        rendering.spend(len(text))
        return change(text)

    return run


def _plain(_rendering: Rendering, value: object) -> str:
    return plain(value)


FILTERS: Mapping[str, Filter] = {
    "count": _length,
    "d": _default,
    "default": _default,
    # Everything is escaped once, where it is printed; templates for docxtpl ask for it by habit.
    "e": _plain,
    "escape": _plain,
    "first": _first,
    "items": _items,
    "join": joined,
    "last": _last,
    "length": _length,
    "lower": _changed(str.lower),
    "reverse": _reverse,
    "trim": _changed(str.strip),
    "upper": _changed(str.upper),
}
"""The filters that a template may write."""


def compared(compare: Callable[[Any, Any], object]) -> Operator:
    """A comparison of two values as wholes, which may be long lists of lists."""

    def run(left: object, right: object, rendering: Rendering) -> object:
        if isinstance(left, str) and isinstance(right, str):
            rendering.work(len(left) // _CHARACTERS_A_STEP)
        elif type(left) not in _SIMPLE or type(right) not in _SIMPLE:
            _weigh(rendering, left, right)
        return compare(left, right)

    return run


def contained(left: object, right: object, rendering: Rendering) -> bool:
    """Whether a list, a mapping or a text holds something."""
    if type(left) not in _SIMPLE:
        _weigh(rendering, left, right)
    elif isinstance(right, str):
        rendering.work(len(right) // _CHARACTERS_A_STEP)
    elif isinstance(right, list | tuple):
        rendering.work(len(cast(Sequence[object], right)))
    return left in cast(Any, right)


def _weigh(rendering: Rendering, *values: object) -> None:
    """Count all that is in the values before Python walks through it; lists may hold one list many times."""
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        if isinstance(value, str | bytes):
            rendering.work(1 + len(value) // _CHARACTERS_A_STEP)
        elif isinstance(value, list | tuple | Mapping):
            many = cast(Mapping[object, object] | Sequence[object], value)
            items = list(many.values() if isinstance(many, Mapping) else many)
            rendering.work(_GROUP + len(items))
            waiting += [item for item in items if _is_heavy(item)]
        else:
            rendering.work(_GROUP)


def _is_heavy(value: object) -> bool:
    return type(value) not in _SIMPLE or (type(value) is str and len(value) > _CHARACTERS_A_STEP)


COMPARISONS: Mapping[str, Operator] = {
    "eq": compared(operator.eq),
    "ne": compared(operator.ne),
    "lt": compared(operator.lt),
    "lteq": compared(operator.le),
    "gt": compared(operator.gt),
    "gteq": compared(operator.ge),
    "in": contained,
    "notin": lambda left, right, rendering: not contained(left, right, rendering),
}
"""By the names that Jinja has for them."""

_ARITHMETIC: Mapping[str, Callable[[Any, Any], object]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": lambda left, right: left / right,
    "//": lambda left, right: left // right,
    "%": lambda left, right: left % right,
}


def _computed(sign: str) -> Operator:
    """Arithmetic, with numbers alone; two texts can be added."""
    compute = _ARITHMETIC[sign]

    def run(left: object, right: object, rendering: Rendering) -> object:
        if isinstance(left, int | float) and isinstance(right, int | float):
            result = compute(left, right)
            if not isinstance(result, int | float) or abs(result) > LARGEST_NUMBER:
                raise Fault(lambda spot: too_much(spot, message("a number of more than 15 digits")))
            return result
        if sign == "+" and isinstance(left, str) and isinstance(right, str):
            rendering.spend(len(left) + len(right))
            return left + right
        for each in (left, right):
            if isinstance(each, Unknown):
                raise each.fault
        raise Fault(lambda spot: cannot_compute(spot, f"{type(left).__name__} {sign} {type(right).__name__}"))

    return run


OPERATORS: Mapping[str, Operator] = {sign: _computed(sign) for sign in _ARITHMETIC}


def _divisible(value: object, number: object, rendering: Rendering) -> bool:
    return OPERATORS["%"](value, number, rendering) == 0


_EQUAL, _UNEQUAL = COMPARISONS["eq"], COMPARISONS["ne"]

TESTS: Mapping[str, Operator] = {
    "defined": lambda value, _none, _rendering: not isinstance(value, Unknown),
    "undefined": lambda value, _none, _rendering: isinstance(value, Unknown),
    "none": lambda value, _none, _rendering: value is None,
    "string": lambda value, _none, _rendering: isinstance(value, str),
    "number": lambda value, _none, _rendering: isinstance(value, int | float),
    "sequence": lambda value, _none, _rendering: isinstance(value, str | list | tuple | Mapping),
    "mapping": lambda value, _none, _rendering: isinstance(value, Mapping),
    "true": lambda value, _none, _rendering: value is True,
    "false": lambda value, _none, _rendering: value is False,
    "odd": lambda value, _none, rendering: OPERATORS["%"](value, 2, rendering) == 1,
    "even": lambda value, _none, rendering: OPERATORS["%"](value, 2, rendering) == 0,
    "divisibleby": _divisible,
    "eq": _EQUAL,
    "equalto": _EQUAL,
    "==": _EQUAL,
    "ne": _UNEQUAL,
    "!=": _UNEQUAL,
    "lt": COMPARISONS["lt"],
    "<": COMPARISONS["lt"],
    "le": COMPARISONS["lteq"],
    "<=": COMPARISONS["lteq"],
    "gt": COMPARISONS["gt"],
    ">": COMPARISONS["gt"],
    "ge": COMPARISONS["gteq"],
    ">=": COMPARISONS["gteq"],
    "in": contained,
}
"""The tests that a template may write after `is`."""

COMPARING = frozenset(TESTS) - {
    "defined", "undefined", "none", "string", "number", "sequence", "mapping", "true", "false", "odd", "even",
}  # fmt: skip
"""The tests that need a second value."""
