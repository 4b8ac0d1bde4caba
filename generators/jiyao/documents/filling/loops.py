"""Loops of a program: what they run over, how often, and which names are gone when a turn is over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias, cast

from jiyao.dataclass import dataclass
from jiyao.documents.filling.expressions import Expression
from jiyao.documents.filling.faults import CAUSED_BY_TEMPLATES, Fault, Stopped, not_a_list
from jiyao.documents.filling.plain import kind_of
from jiyao.documents.filling.program import Json
from jiyao.documents.filling.sandbox import Loop, Rendering, Scope, Unknown

Statement: TypeAlias = Callable[[Scope, Rendering], None]
Binder: TypeAlias = Callable[[Scope, Any], None]
"""Gives the names of a target their values."""

_NAMES_A_STEP = 16
"""How many names go over into the next turn of a loop in one step."""


@dataclass(frozen=True, slots=True)
class LoopParts:
    """A loop; `name` is that of its items, "" where each is taken apart.

    `fresh`: its body sets names, which must be gone in the next turn. `counted`: it asks for `loop`.
    """

    name: str
    bind: Binder
    source: Expression
    test: Expression | None
    body: Statement
    otherwise: Statement
    steps: int
    fresh: bool
    counted: bool

    def statement(self, tag: int) -> Statement:
        turn = self._turns if self.fresh or self.counted else self._plain_turns

        def run(scope: Scope, rendering: Rendering) -> None:
            try:
                items = self._items(scope, rendering)
                if items:
                    turn(items, scope, rendering)
            except CAUSED_BY_TEMPLATES as error:
                raise Stopped(error, tag) from error
            if not items:
                self.otherwise(Scope(scope), rendering)

        return run

    def _items(self, scope: Scope, rendering: Rendering) -> Sequence[object]:
        """What the loop runs over, once its turns have been counted."""
        value = self.source(scope, rendering)
        if not isinstance(value, list | tuple | Mapping):
            if isinstance(value, Unknown):
                raise value.fault
            raise Fault(lambda spot: not_a_list(spot, kind_of(value)))
        many = cast(Sequence[object] | Mapping[object, object], value)
        rendering.turn(len(many), self.steps)
        items = tuple(many) if isinstance(many, Mapping) else many
        if self.test is None:
            return items
        inner = Scope(scope)
        return [item for item in items if self._passes(item, inner, rendering)]

    def _passes(self, item: object, scope: Scope, rendering: Rendering) -> bool:
        self.bind(scope, item)
        return bool(self.test and self.test(scope, rendering))

    def _plain_turns(self, items: Sequence[object], scope: Scope, rendering: Rendering) -> None:
        bind, body, inner, name = self.bind, self.body, Scope(scope), self.name
        for item in items:
            if name:
                inner[name] = item
            else:
                bind(inner, item)
            body(inner, rendering)

    def _turns(self, items: Sequence[object], scope: Scope, rendering: Rendering) -> None:
        loop, inner = Loop(items), Scope(scope)
        rendering.work(len(items) * len(scope) // _NAMES_A_STEP if self.fresh else 0)
        for index, item in enumerate(items):
            if self.fresh:
                inner = Scope(scope)
            if self.counted:
                loop.index0 = index
                inner["loop"] = loop
            self.bind(inner, item)
            self.body(inner, rendering)


def steps_of(data: Json) -> int:
    """How many steps a body or an expression takes; loops within it count their own turns."""
    match data:
        case ["for", _, _, source, *_]:
            return 1 + steps_of(source)
        case list(parts):
            return 1 + sum(map(steps_of, parts))
        case dict(named):
            return sum(map(steps_of, named.values()))
        case _:
            return 0


def sets_names(body: Json) -> bool:
    """Whether a body sets names of its own, loops within it aside."""
    match body:
        case ["set", int(), *_]:
            return True
        case ["for", int(), *_]:
            return False
        case list(parts):
            return any(map(sets_names, parts))
        case _:
            return False


def names_asked(data: Json) -> frozenset[str]:
    """All names that are asked for."""
    match data:
        case ["name", str(name)]:
            return frozenset((name,))
        case list(parts):
            return frozenset[str]().union(*map(names_asked, parts))
        case dict(named):
            return frozenset[str]().union(*map(names_asked, named.values()))
        case _:
            return frozenset()
