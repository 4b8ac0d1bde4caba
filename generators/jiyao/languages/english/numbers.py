"""Numbers in English running text: five, 12, 1,200, more than 30, 61st; and names in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
SUFFIXES = {"one": "st", "two": "nd", "few": "rd"}
"""What CLDR's classes of English ordinals end in; th for all others."""


def count(number: int) -> str:
    """A count of people: words below ten, digits from 10, with a comma for thousands (AP Stylebook)."""
    from babel.numbers import format_decimal

    return WORDS[number] if number < len(WORDS) else format_decimal(number, locale="en_US")


def at_least(number: int) -> str:
    """30余人 is more than 30; a number that is not round (12人以上) is the least."""
    return f"more than {count(number)}" if number % 10 == 0 else f"at least {count(number)}"


def ordinal(number: int) -> str:
    """First to ninth, then 10th, 61st, 112th."""
    from babel import Locale

    if 0 < number < len(ORDINALS):
        return ORDINALS[number]
    return f"{number}{SUFFIXES.get(Locale('en', 'US').ordinal_form(number), 'th')}"


def separators(items: int, *, serial_comma: bool, heavy: bool = False) -> tuple[str, ...]:
    """What stands before each of several things in a row: nothing, then commas, then "and".

    Things with commas of their own are heavy and take semicolons, also before "and". CLDR's patterns know neither
    those nor things that are more than a text, so the marks are our own.
    """
    mark = ";" if heavy else ","
    before_last = f"{mark} and " if heavy or (serial_comma and items > len("ab")) else " and "
    return tuple(("", *[f"{mark} "] * (items - 2), before_last)[:items])


def in_a_row(names: Sequence[str], *, serial_comma: bool = False) -> str:
    """a, b and c; a, b, and c; where one has a comma of its own: a, x; b, y; and c."""
    heavy = any("," in name for name in names)
    marks = separators(len(names), serial_comma=serial_comma, heavy=heavy)
    return "".join(mark + name for mark, name in zip(marks, names, strict=True))
