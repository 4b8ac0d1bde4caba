"""What a template can reach while it is rendered: plain data, and only so much of it.

Look-ups go through `look_up`, never through Python's attributes: a mapping gives its keys, a dataclass its fields and
properties, a list its items. There are no calls, no globals and no imports to be had.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import field, fields, is_dataclass
from functools import cache
from typing import Any, NoReturn, TypeAlias, cast

from jiyao.dataclass import dataclass
from jiyao.documents.attachments import Attachments
from jiyao.documents.filling.faults import Fault, too_much, unknown_field, unknown_name
from jiyao.documents.fragments import Bookmarks
from jiyao.problems import message

MOST_CHARACTERS = 64_000_000
"""Characters that one document may print and compute, all parts together."""
MOST_TURNS = 1_000_000
"""Turns of all loops of one document."""
MOST_STEPS = 10_000_000
"""Steps of one document: what its loops hold, times their turns, and what its comparisons and filters look at."""
MOST_BYTES_SHOWN = 64_000_000
"""Bytes of the pictures of one document; each counts once, however often it is printed."""
LARGEST_NUMBER = 10**15

Foreign: TypeAlias = Callable[[object, str], str]
"""What docxtpl's own objects print, by the printer of the place where they stand."""


def allow_turns(taken: int) -> None:
    """Stop the template whose loops take more turns than any document needs."""
    if taken > MOST_TURNS:
        raise Fault(lambda spot: too_much(spot, message("more than a million turns of its loops")))


@dataclass(slots=True)
class Rendering:
    """One document in the making: what it has printed of a part, what it has used up, and what it has given out."""

    bookmarks: Bookmarks
    attachments: Attachments
    foreign: Foreign
    pieces: list[bytes] = field(default_factory=list[bytes])
    characters: int = 0
    turns: int = 0
    steps: int = 0
    shown: set[bytes] = field(default_factory=set[bytes])

    def spend(self, characters: int) -> None:
        """Count text that was made; stops the template that makes more than any document needs."""
        self.characters += characters
        if self.characters > MOST_CHARACTERS:
            raise Fault(lambda spot: too_much(spot, message("more than 64 million characters")))

    def show(self, picture: bytes) -> None:
        """Count a picture; stops the template that shows more than any document needs."""
        self.shown.add(picture)
        if sum(map(len, self.shown)) > MOST_BYTES_SHOWN:
            raise Fault(lambda spot: too_much(spot, message("pictures of more than 64 MB")))

    def turn(self, times: int, steps: int) -> None:
        """Count the turns of a loop, of so many steps each, before it begins; stops the template that never ends."""
        self.turns += times
        allow_turns(self.turns)
        self.work(times * steps)

    def work(self, steps: int) -> None:
        """Count steps before they are taken."""
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise Fault(lambda spot: too_much(spot, message("more than ten million steps")))


class Unknown:
    """What a name or a field that is not there stands for until it is used; only `is defined` and `default` bear it."""

    __slots__ = ("fault",)

    def __init__(self, fault: Fault) -> None:
        self.fault = fault

    def _use(self, *_others: object) -> NoReturn:
        raise self.fault

    __bool__ = __len__ = __iter__ = __contains__ = __getitem__ = __hash__ = __neg__ = __pos__ = _use
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _use


class UnknownName(Fault):
    """A name that the whole document lacks; who catches it knows the names that there are."""

    def __init__(self, name: str) -> None:
        super().__init__(lambda spot: unknown_name(spot, name, ()))
        self.unknown = name


class Scope(dict[str, object]):
    """The names that can be asked for at a point of a template."""

    __slots__ = ()

    def __missing__(self, name: str) -> Unknown:
        return Unknown(UnknownName(name))


@dataclass(slots=True)
class Loop:
    """What `loop` is in a loop: the items, and the number of this turn, counted from 0."""

    items: Sequence[object]
    index0: int = 0

    def look_up(self, name: str) -> object:
        read = LOOP_NAMES.get(name)
        return _unknown_field(self, name) if read is None else read(self)

    def neighbour(self, name: str, index: int) -> object:
        """The item at an index, unknown before the first and after the last."""
        return self.items[index] if 0 <= index < len(self.items) else _unknown_field(self, name)


LOOP_NAMES: Mapping[str, Callable[[Loop], object]] = {
    "index": lambda loop: loop.index0 + 1,
    "index0": lambda loop: loop.index0,
    "revindex": lambda loop: len(loop.items) - loop.index0,
    "revindex0": lambda loop: len(loop.items) - loop.index0 - 1,
    "first": lambda loop: loop.index0 == 0,
    "last": lambda loop: loop.index0 == len(loop.items) - 1,
    "length": lambda loop: len(loop.items),
    "previtem": lambda loop: loop.neighbour("previtem", loop.index0 - 1),
    "nextitem": lambda loop: loop.neighbour("nextitem", loop.index0 + 1),
}
"""What `loop.` has."""


def look_up(owner: object, name: object) -> object:
    """What `owner.name` or `owner[name]` is: data only, and never what begins with an underscore."""
    if isinstance(name, str):
        return _field(owner, name)
    if isinstance(owner, Unknown):
        raise owner.fault
    if isinstance(name, Unknown):
        raise name.fault
    if isinstance(name, int) and isinstance(owner, Sequence):
        items = cast(Sequence[object], owner)
        return items[name] if -len(items) <= name < len(items) else _unknown_field(items, str(name))
    return _unknown_field(owner, str(name) if isinstance(name, int | float) else type(name).__name__)


def _field(owner: object, name: str) -> object:
    if name in _names_of_type(cast(Hashable, type(owner))):
        return getattr(owner, name)
    if isinstance(owner, dict | Mapping):
        mapping = cast(Mapping[str, object], owner)
        return mapping[name] if name in mapping else _unknown_field(mapping, name)
    if isinstance(owner, Loop):
        return owner.look_up(name)
    if isinstance(owner, Unknown):
        raise owner.fault
    return _unknown_field(owner, name)


def _unknown_field(owner: object, name: str) -> Unknown:
    return Unknown(Fault(lambda spot: unknown_field(spot, name, _names(owner))))


def _names(owner: object) -> tuple[str, ...]:
    """The names that can be asked of an object."""
    if isinstance(owner, Mapping):
        return tuple(name for name in cast(Mapping[object, object], owner) if isinstance(name, str))
    return tuple(LOOP_NAMES if isinstance(owner, Loop) else _names_of_type(cast(Hashable, type(owner))))


@cache
def _names_of_type(kind: type[Any]) -> frozenset[str]:
    if not is_dataclass(kind) or kind is Loop:
        return frozenset()
    properties = {name for each in kind.__mro__ for name, value in vars(each).items() if isinstance(value, property)}
    return frozenset(name for name in {each.name for each in fields(kind)} | properties if not name.startswith("_"))
