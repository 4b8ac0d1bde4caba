"""What every layer may report: a `Problem` at a `Place`, said in a `Message` that is not yet in a language.

A core function never prints and never raises for bad input: it returns problems, all that it found.
The shell alone turns them into text (`cli/report.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import wraps
from inspect import cleandoc
from operator import itemgetter
from typing import TYPE_CHECKING, Generic, NamedTuple, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from types import ModuleType

P = ParamSpec("P")
T = TypeVar("T")

Translate = Callable[[str], str]
"""From an English text of ours to the same text in the language of the interface."""


class Message(NamedTuple):
    """One sentence for the user: an English text with `{names}`, and what stands in their place.

    It is put into a language as late as possible, so that no layer below the shell knows which one is wanted.
    """

    text: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return self.say(str)

    def say(self, translate: Translate) -> str:
        """The sentence in the language of `translate`; messages among the values are translated too."""
        if not self.values:
            return translate(self.text)
        return translate(self.text).format(**{name: _said(value, translate) for name, value in self.values})


def message(text: str, /, **values: object) -> Message:
    """A message; `text` is a literal, since the catalogues are made by reading the calls of this function."""
    return Message(text, tuple(values.items()))


def _said(value: object, translate: Translate) -> str:
    if isinstance(value, Message):
        return value.say(translate)
    if isinstance(value, tuple | list) and not isinstance(value, Place):
        items = cast("Iterable[object]", value)
        return translate(", ").join(_said(item, translate) for item in items)
    return str(value)


class Severity(StrEnum):
    """How much a problem matters: an error stops the document, a warning asks for a look, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Binding(StrEnum):
    """How binding a rule is; printed by `jiyao rule`."""

    FORMAT = "format"
    """Without it the program cannot know what the record says."""
    CONSISTENCY = "consistency"
    """A record that breaks it contradicts itself."""
    SAFETY = "safety"
    """It keeps files, and who opens them, from harm."""
    STANDARD = "standard"
    """The text of a standard or a regulation asks for it."""
    PRACTICE = "practice"
    """Offices do it so; no standard says it."""
    SUGGESTION = "suggestion"
    """Better so; nobody is bound."""


class Place(NamedTuple):
    """A spot in a file. Lines and columns count characters from 1, as editors do; 0 means the file as a whole.

    The end is exclusive (`end_column` is the column after the last character); 0 where only the start is known.
    `where` names a spot that lines cannot: a field (`decisions[2].due`), a sheet and cell, a part and paragraph.
    """

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    where: str = ""

    def within(self, where: str) -> Place:
        """The same spot, named by the field that it is in."""
        return Place(self.file, self.line, self.column, self.end_line, self.end_column, where)

    def __str__(self) -> str:
        spot = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.file}{spot}"


class Edit(NamedTuple):
    """One change of a source file: what stands at `place` becomes `text`."""

    place: Place
    text: str


class Problem(NamedTuple):
    """Something to mend, or to know: where it is, what it is, and what to try.

    `code` is a family letter and three digits (`jiyao rule CODE` explains it); `fix` holds the edits that mend it
    for certain, none where a person has to decide.
    """

    place: Place
    code: str
    message: Message
    hint: Message | None = None
    severity: Severity = Severity.ERROR
    category: str = ""
    fix: tuple[Edit, ...] = ()

    def __str__(self) -> str:
        """The English line, for logs and failing tests; the shell prints its own."""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{self.place}: {self.severity} {self.code}: {self.message}{hint}"


class Finding(NamedTuple):
    """What a rule's own function says; the rule adds code, category and severity."""

    place: Place
    message: Message
    hint: Message | None = None
    fix: tuple[Edit, ...] = ()


class Rule(NamedTuple):
    """What `jiyao rule` explains: the docstring of the function that reports the problem is its text."""

    code: str
    category: str
    severity: Severity
    binding: Binding
    text: str

    def problem(self, finding: Finding) -> Problem:
        """The finding as a problem of this rule."""
        return Problem(
            finding.place, self.code, finding.message, finding.hint, self.severity, self.category, finding.fix
        )


class Ruled(Generic[P, T]):
    """A function that reports one kind of problem, together with the rule that it stands for."""

    def __init__(self, rule: Rule, function: Callable[P, T]) -> None:
        self.rule = rule
        self.function = function
        wraps(function)(self)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        return self.function(*args, **kwargs)


def problem(
    code: str, category: str, *, severity: Severity = Severity.ERROR, binding: Binding = Binding.FORMAT
) -> Callable[[Callable[P, Finding]], Ruled[P, Problem]]:
    """Make a function that words one finding into the rule `code`: calling it gives the whole `Problem`."""

    def decorate(word: Callable[P, Finding]) -> Ruled[P, Problem]:
        rule = Rule(code, category, severity, binding, cleandoc(word.__doc__ or ""))

        def report(*args: P.args, **kwargs: P.kwargs) -> Problem:
            return rule.problem(word(*args, **kwargs))

        return Ruled(rule, wraps(word)(report))

    return decorate


def check(
    code: str, category: str, *, severity: Severity = Severity.ERROR, binding: Binding = Binding.CONSISTENCY
) -> Callable[[Callable[P, Iterator[Finding]]], Ruled[P, Iterator[Problem]]]:
    """Make a function that looks for findings into the rule `code`: calling it gives the problems."""

    def decorate(look: Callable[P, Iterator[Finding]]) -> Ruled[P, Iterator[Problem]]:
        rule = Rule(code, category, severity, binding, cleandoc(look.__doc__ or ""))

        def report(*args: P.args, **kwargs: P.kwargs) -> Iterator[Problem]:
            return map(rule.problem, look(*args, **kwargs))

        return Ruled(rule, wraps(look)(report))

    return decorate


def rules_of(module: ModuleType) -> Mapping[str, Rule]:
    """The rules that a module's functions stand for, by code."""
    names: Mapping[str, object] = vars(module)
    ruled: list[Ruled[..., object]] = [value for value in names.values() if isinstance(value, Ruled)]
    return {each.rule.code: each.rule for each in ruled}


class Origin(NamedTuple):
    """Where a text was written, fine enough to place any part of it.

    `breaks` holds, in ascending order, (offset in the text, line, column) wherever the text stops running on
    in its file one character for one: at its start, at each line of a block, after each escape.
    """

    place: Place
    breaks: tuple[tuple[int, int, int], ...] = ()

    def part(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`; of the whole text where the file says nothing finer."""
        if not self.breaks:
            return self.place
        file, where = self.place.file, self.place.where
        if len(self.breaks) == 1:
            # Nearly every text runs on from its start.
            (_, line, column), after = self.breaks[0], max(end, start + 1)
            return Place(file, line, column + start, line, column + after, where)
        line, column = self._spot(start)
        end_line, end_column = self._spot(max(end - 1, start))
        return Place(file, line, column, end_line, end_column + 1, where)

    def cut(self, start: int, end: int) -> Origin:
        """The origin of `text[start:end]`, as a text of its own."""
        place = self.part(start, end)
        later = tuple((at - start, line, column) for at, line, column in self.breaks if start < at < end)
        return Origin(place, ((0, place.line, place.column), *later)) if self.breaks else self

    def _spot(self, offset: int) -> tuple[int, int]:
        start, line, column = self.breaks[bisect_right(self.breaks, offset, key=itemgetter(0)) - 1]
        return line, column + offset - start
