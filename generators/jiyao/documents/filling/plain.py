"""What may be printed: a text or a number, without any character that a Word file cannot hold."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cache
from typing import Any, cast

from jiyao.documents.filling.faults import Fault, misplaced, not_text, unprintable_character
from jiyao.documents.filling.sandbox import Unknown
from jiyao.ooxml.escaping import unprintable
from jiyao.problems import Message, message
from jiyao.views.fragments import Chart, Inline, Paragraph, Picture, Run

_CONTEXT_LENGTH = 12
_KINDS_OF_INLINES = frozenset((Run, Picture))


def plain(value: object) -> str:
    """A text as it is, a number in digits; anything else stops the template, and so does what XML cannot hold."""
    if isinstance(value, str):
        # Not str(): an enumeration's own word for itself is its value.
        text = str.__str__(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        text = str(value)
    else:
        raise _no_text(value)
    bad = unprintable(text)
    if bad:
        raise _bad_character(text, bad)
    return text


def inlines_of(value: object) -> tuple[Inline, ...] | None:
    """What stands in a line, in a value; None if it is no formatted text."""
    if isinstance(value, Paragraph):
        return value.runs
    if type(value) is tuple and _KINDS_OF_INLINES.issuperset(map(type, cast(tuple[Inline, ...], value))):
        return cast(tuple[Inline, ...], value)
    items = cast(Sequence[object], value) if isinstance(value, list | tuple) else (value,)
    inlines = tuple(item for item in items if isinstance(item, Run | Picture | Chart))
    return inlines if len(inlines) == len(items) else None


def is_foreign(value: object) -> bool:
    """Whether it is one of docxtpl's own objects, which bring XML of theirs; asked without importing docxtpl."""
    return _of_docxtpl(cast(Hashable, type(value)))


@cache
def _of_docxtpl(kind: type[Any]) -> bool:
    return any(each.__module__.partition(".")[0] == "docxtpl" for each in kind.__mro__)


def kind_of(value: object) -> Message:
    """What a user would call the value."""
    if value is None:
        return message("what is unknown")
    if isinstance(value, bool):
        return message("a yes or no")
    if isinstance(value, str):
        return message("a text")
    if isinstance(value, int | float):
        return message("a number")
    if isinstance(value, list | tuple):
        return message("a list")
    return message("a group of fields")


def _no_text(value: object) -> Fault:
    if isinstance(value, Unknown):
        return value.fault
    if inlines_of(value):
        hint = message("print formatted text with {{r … }}")
        return Fault(lambda spot: misplaced(spot, message("formatted text stands where plain text belongs"), hint))
    return Fault(lambda spot: not_text(spot, kind_of(value)))


def _bad_character(text: str, bad: str) -> Fault:
    at = text.index(bad)
    around = text[max(at - _CONTEXT_LENGTH, 0) : at + _CONTEXT_LENGTH]
    shown = "".join("�" if unprintable(each) else each for each in around)
    return Fault(lambda spot: unprintable_character(spot, f"U+{ord(bad):04X}", shown))
