"""What a template can reach while it is rendered: plain data, and only so much of it.

Look-ups go through `look_up`, never through Python's attributes: a mapping gives its keys, a dataclass its fields and
properties, a list its items. There are no calls, no globals and no imports to be had.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

from jinja2 import StrictUndefined, TemplateRuntimeError, UndefinedError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from jiyao.documents.filling.faults import Fault, cannot_compute, forbidden, too_much, unknown_field, unknown_name
from jiyao.documents.fragments import Bookmarks
from jiyao.problems import message

T = TypeVar("T")

MOST_CHARACTERS = 64_000_000
"""Characters that one document may print and compute, all parts together."""
MOST_TURNS = 1_000_000
"""Turns of all loops of one document."""
LARGEST_NUMBER = 10**15

RENDERING = " rendering"
"""The name under which a context carries the state of its document; no template can write a name with a space."""

LOOP_NAMES = frozenset(("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem"))
"""What `loop.` has."""


@dataclass(slots=True)
class Rendering:
    """What one document has used up, and the names it has given away."""

    bookmarks: Bookmarks
    characters: int = 0
    turns: int = 0
    pictures: int = 1000
    """The last number of a picture; docxtpl begins with 1001 too."""

    def spend(self, characters: int) -> None:
        """Count text that was made; stops the template that makes more than any document needs."""
        self.characters += characters
        if self.characters > MOST_CHARACTERS:
            raise Fault(lambda spot: too_much(spot, message("more than 64 million characters")))

    def turn(self, times: int) -> None:
        """Count the turns of a loop before it begins; stops the template that never ends."""
        self.turns += times
        if self.turns > MOST_TURNS:
            raise Fault(lambda spot: too_much(spot, message("more than a million turns of its loops")))


def rendering(context: Context) -> Rendering:
    """The state of the document that is being rendered."""
    return cast(Rendering, context.parent[RENDERING])


class Unknown(StrictUndefined):
    """What a name or a field that is not there stands for until it is used; only `is defined` and `default` bear it."""

    __slots__ = ("fault",)

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,  # noqa: ARG002  # Jinja passes it by position
    ) -> None:
        self.fault = _unknown(obj, str(name))
        # Jinja calls `exc` with its own English sentence and raises what comes back.
        super().__init__(hint, obj, name, cast(Any, self._raised))

    def _raised(self, _sentence: str) -> Fault:
        return self.fault


def _unknown(owner: object, name: str) -> Fault:
    if owner is missing:
        return UnknownName(name)
    return Fault(lambda spot: unknown_field(spot, name, readable_names(owner)))


class UnknownName(Fault):
    """A name that the whole document lacks; who catches it knows the names that there are."""

    def __init__(self, name: str) -> None:
        super().__init__(lambda spot: unknown_name(spot, name, ()))
        self.unknown = name


def look_up(owner: object, name: object) -> object:
    """What `owner.name` or `owner[name]` is: data only, and never what begins with an underscore."""
    if isinstance(owner, Unknown):
        raise owner.fault
    if isinstance(name, int) and isinstance(owner, Sequence):
        items = cast(Sequence[object], owner)
        return items[name] if -len(items) <= name < len(items) else Unknown(obj=items, name=str(name))
    if isinstance(name, str) and name in readable_names(owner):
        return cast(Mapping[str, object], owner)[name] if isinstance(owner, Mapping) else getattr(owner, name)
    return Unknown(obj=owner, name=str(name))


def readable_names(owner: object) -> frozenset[str] | Mapping[str, object]:
    """The names that can be asked of an object."""
    if isinstance(owner, Mapping):
        return cast(Mapping[str, object], owner)
    return LOOP_NAMES if isinstance(owner, LoopContext) else _names_of_type(cast(Hashable, type(owner)))


@cache
def _names_of_type(kind: type[Any]) -> frozenset[str]:
    if not is_dataclass(kind):
        return frozenset()
    properties = {name for each in kind.__mro__ for name, value in vars(each).items() if isinstance(value, property)}
    return frozenset(name for name in {field.name for field in fields(kind)} | properties if not name.startswith("_"))


class SandboxedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja with its ways to Python closed; the grammar has already refused what would need them."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def getattr(self, obj: object, attribute: str) -> object:
        return look_up(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        return look_up(obj, argument)

    def is_safe_callable(self, obj: object) -> bool:
        return obj is None

    def call(self, _context: Context, _obj: object, *_args: object, **_named: object) -> object:
        raise Fault(lambda spot: forbidden(spot, message("a function call")))

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            rendering(context).spend(len(left) + len(right))
            return left + right
        if isinstance(left, int | float) and isinstance(right, int | float) and operator != "**":
            return self._number(operator, left, right)
        for operand in (left, right):
            if isinstance(operand, Unknown):
                raise operand.fault
        raise Fault(lambda spot: cannot_compute(spot, f"{type(left).__name__} {operator} {type(right).__name__}"))

    def _number(self, operator: str, left: float, right: float) -> object:
        result: object = self.binop_table[operator](left, right)
        if not isinstance(result, int | float) or abs(result) > LARGEST_NUMBER:
            raise Fault(lambda spot: too_much(spot, message("a number of more than 15 digits")))
        return result


def make_environment(filters: Mapping[str, Callable[..., object]], tests: frozenset[str]) -> SandboxedEnvironment:
    """An environment with these filters, these of Jinja's own tests, and nothing else."""
    # No autoescape: the grammar puts every printed expression through one of our own printers, which escape.
    environment = SandboxedEnvironment(undefined=Unknown, autoescape=False, keep_trailing_newline=True)
    environment.filters = cast(Any, dict(filters))
    environment.tests = {name: test for name, test in environment.tests.items() if name in tests}
    environment.globals.clear()
    return environment
