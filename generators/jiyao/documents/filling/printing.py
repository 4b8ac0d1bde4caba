"""How a value becomes part of the XML: escaped, character for character, or not at all; and the filters there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import cast

from jinja2 import pass_context
from jinja2.runtime import Context

from jiyao.documents.filling.faults import Fault, misplaced, not_a_list, not_text, unprintable_character
from jiyao.documents.filling.sandbox import SandboxedEnvironment, Unknown, look_up, make_environment, rendering
from jiyao.documents.fragments import runs_xml
from jiyao.ooxml.markup import escape, unprintable, word_text
from jiyao.problems import Message, message
from jiyao.views.fragments import Paragraph, Run

# Names with a space: a template cannot write them, the grammar puts them there.
TEXT, VALUE, RUNS, TURNS, JOINED = " text", " value", " runs", " turns", " joined"

TESTS = frozenset((
    "defined", "undefined", "none", "string", "number", "sequence", "mapping", "true", "false", "odd", "even",
    "divisibleby", "eq", "equalto", "==", "ne", "!=", "lt", "<", "le", "<=", "gt", ">", "ge", ">=", "in",
))  # fmt: skip

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


def _no_text(value: object) -> Fault:
    if isinstance(value, Unknown):
        return value.fault
    if _runs_of(value):
        hint = message("print formatted text with {{r … }}")
        return Fault(lambda spot: misplaced(spot, message("formatted text stands where plain text belongs"), hint))
    return Fault(lambda spot: not_text(spot, _kind(value)))


def _kind(value: object) -> Message:
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


def _bad_character(text: str, bad: str) -> Fault:
    at = text.index(bad)
    around = text[max(at - _CONTEXT_LENGTH, 0) : at + _CONTEXT_LENGTH]
    shown = "".join("�" if unprintable(each) else each for each in around)
    return Fault(lambda spot: unprintable_character(spot, f"U+{ord(bad):04X}", shown))


def _runs_of(value: object) -> tuple[Run, ...] | None:
    """The runs in a value; None if it is no formatted text."""
    if isinstance(value, Paragraph):
        return value.runs
    items = cast(Sequence[object], value) if isinstance(value, list | tuple) else (value,)
    runs = tuple(item for item in items if isinstance(item, Run))
    return runs if len(runs) == len(items) else None


@pass_context
def _formatted(context: Context, value: object) -> str:
    runs = _runs_of(value)
    if runs is None:
        plain(value)
        hint = message("print plain text with {{ … }}, without the r")
        raise Fault(lambda spot: misplaced(spot, message("plain text stands where formatted text belongs"), hint))
    for run in runs:
        plain(run.text)
    return runs_xml(runs, rendering(context).bookmarks)


@pass_context
def _turns(context: Context, value: object) -> object:
    """What a loop runs over, once its turns have been counted."""
    if not isinstance(value, list | tuple | Mapping):
        if isinstance(value, Unknown):
            raise value.fault
        raise Fault(lambda spot: not_a_list(spot, _kind(value)))
    items = cast(Sequence[object] | Mapping[object, object], value)
    rendering(context).turn(len(items))
    return items


@pass_context
def _joined(context: Context, values: Sequence[object], separator: object = "") -> str:
    joined = plain(separator).join(map(plain, _list(values)))
    rendering(context).spend(len(joined))
    return joined


def _list(value: object) -> Sequence[object]:
    """A list, or the template stops; a text is no list of its characters."""
    if isinstance(value, list | tuple):
        return cast(Sequence[object], value)
    if isinstance(value, Unknown):
        raise value.fault
    raise Fault(lambda spot: not_a_list(spot, _kind(value)))


def _default(value: object, otherwise: object = "", empty: object = False) -> object:  # noqa: FBT002  # Jinja's order
    return otherwise if isinstance(value, Unknown) or (empty and not value) else value


def _length(value: object) -> int:
    if isinstance(value, str):
        return len(value)
    return len(cast(Mapping[object, object], value) if isinstance(value, Mapping) else _list(value))


def _first(value: object) -> object:
    return look_up(_list(value), 0)


def _last(value: object) -> object:
    return look_up(_list(value), -1)


def _items(value: object) -> object:
    if isinstance(value, Mapping):
        return tuple(cast(Mapping[object, object], value).items())
    return look_up(value, "items")


def _reverse(value: object) -> object:
    return tuple(reversed(_list(value)))


def _lower(value: object) -> str:
    return plain(value).lower()


def _upper(value: object) -> str:
    return plain(value).upper()


def _trim(value: object) -> str:
    return plain(value).strip()


def _text(value: object) -> str:
    return word_text(plain(value))


def _value(value: object) -> str:
    return escape(plain(value))


FILTERS: Mapping[str, Callable[..., object]] = {
    "count": _length,
    "d": _default,
    "default": _default,
    # Everything is escaped once, where it is printed; templates for docxtpl ask for it by habit.
    "e": plain,
    "escape": plain,
    "first": _first,
    "items": _items,
    "join": _joined,
    "last": _last,
    "length": _length,
    "lower": _lower,
    "reverse": _reverse,
    "trim": _trim,
    "upper": _upper,
}
"""The filters that a template may write."""

_OWN: Mapping[str, Callable[..., object]] = {
    TEXT: _text,
    VALUE: _value,
    RUNS: _formatted,
    TURNS: _turns,
    JOINED: _joined,
}


@cache
def environment() -> SandboxedEnvironment:
    """The one environment of all templates; it holds no state of any of them."""
    return make_environment({**FILTERS, **_OWN}, TESTS)
