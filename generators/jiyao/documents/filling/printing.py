"""How a value becomes part of the XML: escaped, character for character, or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from jiyao.documents.filling.faults import Fault, misplaced
from jiyao.documents.filling.filters import FILTERS, TESTS
from jiyao.documents.filling.plain import plain, runs_of
from jiyao.documents.filling.sandbox import Rendering
from jiyao.documents.fragments import runs_xml
from jiyao.ooxml.escaping import escape, word_text
from jiyao.problems import message

__all__ = ["FILTERS", "PRINTERS", "RUNS", "TESTS", "TEXT", "VALUE", "needs_care", "print_text"]

Printer: TypeAlias = Callable[[object, Rendering], bytes]

TEXT, VALUE, RUNS = "text", "value", "runs"

needs_care = re.compile("[\0-\x1f&<>\ud800-\udfff\ufffe\uffff]").search
"""Finds the first character, if any, for which a text cannot go into `w:t` as it is."""


def print_text(value: object, rendering: Rendering) -> bytes:
    """A value in a text of WordprocessingML."""
    if type(value) is int:
        return _counted(str(value), rendering)
    return _counted(word_text(plain(value)), rendering)


def _print_value(value: object, rendering: Rendering) -> bytes:
    return _counted(escape(plain(value)), rendering)


def _print_runs(value: object, rendering: Rendering) -> bytes:
    runs = runs_of(value)
    if runs is None:
        plain(value)
        hint = message("print plain text with {{ … }}, without the r")
        raise Fault(lambda spot: misplaced(spot, message("plain text stands where formatted text belongs"), hint))
    for run in runs:
        plain(run.text)
    return _counted(runs_xml(runs, rendering.bookmarks), rendering)


def _counted(xml: str, rendering: Rendering) -> bytes:
    rendering.spend(len(xml))
    return xml.encode()


PRINTERS: Mapping[str, Printer] = {TEXT: print_text, VALUE: _print_value, RUNS: _print_runs}
"""By the places that they are for: in a text, in an attribute or another text, between runs."""
