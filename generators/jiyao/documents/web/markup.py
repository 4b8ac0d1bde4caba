"""Runs as HTML: escaped, with a language where it changes, and with emphasis by its role."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from jiyao.views.fragments import Emphasis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiyao.languages.text import Language
    from jiyao.views.fragments import Run

ELEMENTS = {
    Emphasis.HEADING: ("<b>", "</b>"),
    Emphasis.LABEL: ("<i>", "</i>"),
    Emphasis.STRONG: ("<strong>", "</strong>"),
}
"""`b` is a keyword, `i` another voice (HTML, 4.5.20 and 4.5.21); the style of the page sets the faces."""


def html(runs: Iterable[Run], language: Language) -> Markup:
    """The runs within a text of that language; a newline is a line break."""
    stretches = groupby(runs, key=lambda run: run.language)
    return Markup().join(_in_language(within, tongue, language) for tongue, within in stretches)


def _in_language(runs: Iterable[Run], tongue: Language, around: Language) -> Markup:
    text = Markup().join(map(_run, runs))
    return text if tongue is around else Markup('<span lang="{}">{}</span>').format(tongue.tag, text)


def _run(run: Run) -> Markup:
    opening, closing = ELEMENTS.get(run.emphasis, ("", ""))
    return Markup(opening) + escape(run.text).replace("\n", Markup("<br>")) + Markup(closing)  # noqa: S704  # ours
