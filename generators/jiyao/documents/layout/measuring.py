"""All that is wrong with the layout of printed minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from jiyao.documents.layout import page_checks, text_checks
from jiyao.documents.layout.figures import FIGURES, Figures
from jiyao.documents.layout.sheets import Sheet
from jiyao.problems import Message, Problem
from jiyao.records.office import Preset

Check = Callable[[Sequence[Sheet], str, Figures], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    page_checks.paper,
    page_checks.mark,
    page_checks.red_rule,
    text_checks.text_on_first_page,
    text_checks.margins,
    text_checks.lines_of_a_page,
    text_checks.characters_of_a_line,
    text_checks.names,
    text_checks.faces,
    page_checks.imprint,
    page_checks.page_numbers,
)
"""In the order of the page."""


def layout_problems(sheets: Sequence[Sheet], file: str, preset: Preset = Preset.GB9704) -> tuple[Problem, ...]:
    """What printed Chinese minutes have otherwise than the standard; the same fault is told of its first page alone."""
    found: dict[tuple[object, ...], Problem] = {}
    for check in CHECKS:
        for problem in check(sheets, file, FIGURES[preset]) if sheets else ():
            found.setdefault(_kind(problem), problem)
    return tuple(found.values())


def _kind(problem: Problem) -> tuple[object, ...]:
    """What makes two problems the same fault: their words, and not the figures in them."""
    return problem.code, *_words(problem.message)


def _words(said: Message) -> tuple[object, ...]:
    return said.text, *(_words(value) for _name, value in said.values if isinstance(value, Message))
