"""What kind of value a template is given under each name, read from the types of the views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from jiyao.dataclass import dataclass
from jiyao.problems import Message, message
from jiyao.views.fragments import Chart, Paragraph, Run


class Sort(Enum):
    """What can be done with a value in a template."""

    TEXT = message("a text")
    NUMBER = message("a number")
    YES_NO = message("a yes or no")
    LIST = message("a list")
    GROUP = message("a group of fields")
    FORMATTED = message("formatted text")
    ANYTHING = message("a value")
    """Nothing is known about it, so nothing is said about it."""

    @property
    def words(self) -> Message:
        """What a user calls it."""
        said: Message = self.value
        return said


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of value. `members` are the fields that can be asked of it, `item` what a loop over it gives.

    `words` is the closed list that a text is taken from, empty where it may be any; `called` is what one of a list
    may be called in a loop.
    """

    sort: Sort
    members: Mapping[str, Shape] = field(default_factory=dict[str, "Shape"])
    item: Shape | None = None
    words: tuple[str, ...] = ()
    called: str = "item"


TEXT, NUMBER, YES_NO, ANYTHING = (Shape(sort) for sort in (Sort.TEXT, Sort.NUMBER, Sort.YES_NO, Sort.ANYTHING))


def list_of(item: Shape) -> Shape:
    """The shape of a list; a list of runs is formatted text."""
    is_text = item.called in {"run", "chart"} and item.sort is Sort.FORMATTED
    return Shape(Sort.FORMATTED if is_text else Sort.LIST, item=item)


def members_of(kind: type[Any]) -> Mapping[str, Shape]:
    """The fields and properties of a dataclass, in the order in which they are written."""
    hints = get_type_hints(kind)
    shapes = {each.name: shape_of(hints[each.name]) for each in fields(kind)}
    for name, each in vars(kind).items():
        if isinstance(each, property) and each.fget is not None and not name.startswith("_"):
            shapes[name] = shape_of(get_type_hints(each.fget)["return"])
    return shapes


def shape_of(hint: Any) -> Shape:  # noqa: ANN401  # a type, or one of the things that typing makes of types
    """The shape of values of this type."""
    if get_origin(hint) is UnionType:
        return shape_of(next(each for each in get_args(hint) if each is not NoneType))
    if get_origin(hint) in {tuple, list}:
        return list_of(shape_of(get_args(hint)[0]))
    if not isinstance(hint, type):
        return ANYTHING
    kind = cast(type[Any], hint)
    if is_dataclass(kind):
        sort = Sort.FORMATTED if issubclass(kind, Run | Paragraph | Chart) else Sort.GROUP
        # Of a chart a template prints the whole.
        members: Mapping[str, Shape] = {} if issubclass(kind, Chart) else members_of(kind)
        return Shape(sort, members, called=kind.__name__.lower())
    return _plain(kind)


def _plain(kind: type[Any]) -> Shape:
    if issubclass(kind, str):
        words = tuple(str(each.value) for each in kind) if issubclass(kind, Enum) else ()
        return Shape(Sort.TEXT, words=words)
    if issubclass(kind, bool):
        return YES_NO
    return NUMBER if issubclass(kind, int | float) else ANYTHING
