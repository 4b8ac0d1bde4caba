"""What may be printed: a text or a number, without any character that a Word file cannot hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from jiyao.documents.filling.faults import Fault, misplaced, not_text, unprintable_character
from jiyao.documents.filling.sandbox import Unknown
from jiyao.ooxml.escaping import unprintable
from jiyao.problems import Message, message
from jiyao.views.fragments import Paragraph, Run

_CONTEXT_LENGTH = 12


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


def runs_of(value: object) -> tuple[Run, ...] | None:
    """The runs in a value; None if it is no formatted text."""
    if isinstance(value, Paragraph):
        return value.runs
    items = cast(Sequence[object], value) if isinstance(value, list | tuple) else (value,)
    runs = tuple(item for item in items if isinstance(item, Run))
    return runs if len(runs) == len(items) else None


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
    if runs_of(value):
        hint = message("print formatted text with {{r … }}")
        return Fault(lambda spot: misplaced(spot, message("formatted text stands where plain text belongs"), hint))
    return Fault(lambda spot: not_text(spot, kind_of(value)))


def _bad_character(text: str, bad: str) -> Fault:
    at = text.index(bad)
    around = text[max(at - _CONTEXT_LENGTH, 0) : at + _CONTEXT_LENGTH]
    shown = "".join("�" if unprintable(each) else each for each in around)
    return Fault(lambda spot: unprintable_character(spot, f"U+{ord(bad):04X}", shown))
