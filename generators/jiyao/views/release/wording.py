"""How a language words what a release tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from jiyao.languages.text import Text
    from jiyao.problems import Problem
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office
    from jiyao.records.people import Person
    from jiyao.views.fragments import Paragraph, Run
    from jiyao.views.release.story import Story


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language."""

    labels: Mapping[str, str]
    """What stands before date, source, author, reporters, correspondents, editor, proofreader, reviewer."""
    printed: Callable[[Text | None], tuple[Run, ...]]
    """A text of the record as it stands, bound to its place there."""
    own: Callable[[str], Run]
    """Words that the program adds."""
    date: Callable[[dt.date, Story], str]
    """A day of its own, with its year."""
    people: Callable[[Sequence[Person]], str]
    """People in a row, by their full names."""
    credit: Callable[[tuple[Run, ...]], tuple[Run, ...]]
    """Who took a picture, as it stands behind its caption."""
    problems: Callable[[Meeting, Office], Sequence[Problem]]
    """What in a meeting's texts cannot be printed in this language (errors), or is left out (notes)."""
    headline: Callable[[Story], tuple[Run, ...]]
    """The headline of a record that gives none."""
    body: Callable[[Story], tuple[Paragraph, ...]]
    """The paragraphs, each with the name of the part that it words; rewritten sentences are not its business."""
