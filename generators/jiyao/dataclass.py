"""`dataclass` as in the standard library, for a program whose start is a budget (docs/decisions/0014-start.md).

The standard one writes six functions for each type and has Python compile them at each start, and a run that makes one
document uses few of them. Here `__eq__`, `__hash__`, `__repr__` and what freezes a value are written once for all
types, and `__init__` is compiled when a type turns out to be made again and again. It fills slots directly, so each
frozen value is made faster too.

All else is the standard one's: `dataclasses.fields` and `replace` work as ever, and a type checker sees nothing new.
"""

# ruff: noqa: ANN401 (these functions serve values of every type)

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
        """Make a class a dataclass; what its body defines itself, it keeps."""

        def decorate(cls: type[T]) -> type[T]:
            own = set(vars(cls))
            cls.__doc__ = cls.__doc__ or cls.__name__  # else the standard one would work out a signature for it
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
            for name, function in (_FROZEN if frozen else _CHANGEABLE).items():
                if name not in own:
                    setattr(made, name, function)
            return made

        return decorate


__all__ = ["dataclass"]

T = TypeVar("T")


FEW = 2
"""Values of a type after which it is worth while to compile its `__init__`: half of the types of a run have no more."""

_made: dict[Any, int] = {}
"""How many values there are of types whose `__init__` is not compiled."""


def _first_init(self: Any, *args: object, **values: object) -> None:
    """Stands in for `__init__` until there are a few values of a type."""
    cls = self.__class__
    number = _made.get(cls, 0)
    if number < FEW and _is_filled(self, args, values):
        _made[cls] = number + 1
        return
    cls.__init__ = _compiled_init(cls)
    cls.__init__(self, *args, **values)


def _is_filled(self: Any, args: tuple[object, ...], values: dict[str, object]) -> bool:
    """Fill a value field by field; False where the values do not fit, and the compiled function says why."""
    every = fields(self)
    positional = [each.name for each in every if each.init and not each.kw_only]
    given = dict(zip(positional, args, strict=False))
    if len(args) > len(positional) or not given.keys().isdisjoint(values):
        return False
    given |= values
    for each in every:
        if each.init and each.name in given:
            value = given.pop(each.name)
        elif each.default_factory is not MISSING:
            value = each.default_factory()
        elif not each.init:
            continue
        elif each.default is MISSING:
            return False
        else:
            value = each.default
        object.__setattr__(self, each.name, value)
    if given:
        return False
    if hasattr(self, "__post_init__"):
        self.__post_init__()
    return True


def _compiled_init(cls: Any) -> Any:
    """The `__init__` of a type from text, as the standard one makes it: nothing that loops over fields is as fast.

    Into the text come names of fields alone, which Python has read as names; values are handed over.
    """
    wanted = [each for each in fields(cls) if each.init or each.default_factory is not MISSING]
    values: dict[str, object] = {"MISSING": MISSING}
    for each in wanted:
        values[f"default_{each.name}"], values[f"new_{each.name}"] = each.default, each.default_factory
        # A slot knows nothing of `__setattr__`, which may refuse; without slots the values are in `__dict__`.
        values[f"fill_{each.name}"] = getattr(getattr(cls, each.name, None), "__set__", None)
    parameters = [*map(_parameter, (each for each in wanted if each.init and not each.kw_only))]
    named = [*map(_parameter, (each for each in wanted if each.init and each.kw_only))]
    lines = [f"def __init__({', '.join(['self', *parameters, *(['*', *named] if named else [])])}):"]
    lines += (_filling(each, slotted=values[f"fill_{each.name}"] is not None) for each in wanted)
    lines.append("    self.__post_init__()" if hasattr(cls, "__post_init__") else "    return")
    exec("\n".join(lines), values)  # noqa: S102
    return values["__init__"]


def _parameter(each: Field[Any]) -> str:
    if each.default_factory is not MISSING:
        return f"{each.name}=MISSING"
    return each.name if each.default is MISSING else f"{each.name}=default_{each.name}"


def _filling(each: Field[Any], *, slotted: bool) -> str:
    value = each.name
    if each.default_factory is not MISSING:
        value = f"new_{value}() if {value} is MISSING else {value}" if each.init else f"new_{value}()"
    return f"    fill_{each.name}(self, {value})" if slotted else f"    self.__dict__['{each.name}'] = {value}"


@cache
def _compared(cls: Any) -> attrgetter[Any]:
    """What reads of a value all that counts when two are compared."""
    return attrgetter("__class__", *(each.name for each in fields(cls) if each.compare))


def _eq(self: Any, other: object) -> bool:
    compared = _compared(self.__class__)
    return compared(self) == compared(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_compared(self.__class__)(self))


def _repr(self: Any) -> str:
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, *_value: object) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__qualname__} is frozen: {name!r} cannot change")


def _state(self: Any) -> dict[str, object]:
    return {each.name: getattr(self, each.name) for each in fields(self)}


def _restore(self: Any, state: dict[str, object]) -> None:
    for name, value in state.items():
        object.__setattr__(self, name, value)


_CHANGEABLE: dict[str, Any] = {"__init__": _first_init, "__eq__": _eq, "__repr__": _repr, "__hash__": None}
_FROZEN: dict[str, Any] = _CHANGEABLE | {
    "__hash__": _hash,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    # Copies and pickles are filled in ways that `__setattr__` would refuse.
    "__getstate__": _state,
    "__setstate__": _restore,
}
