"""A template of a web page: what it may say, the content policy of its pages, and printing it.

It is a text in HTML with the tags of Jinja. What tags may say is the closed list of the Word templates
(`filling/grammar.py`) without what computes; values are printed by the same rules, and escaped by Jinja.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from traceback import walk_tb
from typing import Any, cast

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, meta, nodes, pass_context
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from jiyao.dataclass import dataclass
from jiyao.documents.filling.faults import (
    CAUSED_BY_TEMPLATES,
    Fault,
    Spot,
    cannot_compute,
    forbidden,
    not_a_list,
    unknown_field,
    unknown_name,
    unreadable_tag,
)
from jiyao.documents.filling.grammar import allow
from jiyao.documents.filling.plain import kind_of, plain
from jiyao.documents.filling.sandbox import allow_turns
from jiyao.documents.web.faults import no_policy, not_utf8
from jiyao.documents.web.safety import policy_of, unsafe
from jiyao.problems import Message, Place, Problem, message

POLICY = "policy"
"""The name under which a template prints the content policy."""

_AROUND = 60
_COMPUTING = (nodes.Add, nodes.Assign, nodes.Concat, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Mul, nodes.Sub)
"""Nothing of a page needs it, and without it no template can make texts without end."""
_TURNS = "_turns"
"""Where a page in the making keeps count; no template can ask for a name that begins with an underscore."""


@dataclass(frozen=True, slots=True)
class WebTemplate:
    """A template that says only what it may; `policy` is the Content-Security-Policy of its pages."""

    file: str
    source: str
    policy: str
    ready: Template

    def spot(self, line: int) -> Spot:
        """A line of it, with the beginning of what stands there."""
        return _spot(self.file, self.source, line)


def read_web_template(data: bytes, file: str, known: Collection[str]) -> WebTemplate | tuple[Problem, ...]:
    """The template in `data`, or all that is wrong with it; `known` are the names that it may print."""
    try:
        # Browsers hash a script with bare line feeds, whatever the file has.
        source = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return (not_utf8(file),)
    try:
        return _read(source, file, known)
    except TemplateSyntaxError as error:
        return (unreadable_tag(_spot(file, source, error.lineno), error.message or ""),)
    except (RecursionError, MemoryError, SyntaxError):
        # Python's own limits, at which Jinja's code cannot be compiled.
        return (unreadable_tag(_spot(file, source, 0), message("its tags are nested too deeply")),)


def _read(source: str, file: str, known: Collection[str]) -> WebTemplate | tuple[Problem, ...]:
    tree = _environment().parse(source)
    faults = [*_forbidden(tree), *unsafe(source)]
    # Jinja follows the names only through what it knows.
    faults += () if faults else _unknown_names(tree, known)
    problems = [fault.word(_spot(file, source, fault.line)) for fault in faults]
    if not any(each.name == POLICY for each in tree.find_all(nodes.Name)):
        problems.append(no_policy(file))
    if problems:
        return tuple(sorted(problems, key=lambda each: each.place))
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, _counted.__name__, [], [], None, None, lineno=loop.lineno)
    return WebTemplate(file, source, policy_of(source), _environment().from_string(tree))


def printed(template: WebTemplate, values: dict[str, object]) -> str | tuple[Problem, ...]:
    """What the template prints of the values; instead, what is wrong with it."""
    try:
        return template.ready.render({**values, POLICY: template.policy, _TURNS: Turns()})
    except Fault as fault:
        return (fault.word(template.spot(_line_of(fault))),)
    except (*CAUSED_BY_TEMPLATES, TemplateError) as error:
        return (cannot_compute(template.spot(_line_of(error)), str(error)),)


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja, which reaches the fields of our own values and nothing behind them."""

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  # as Jinja has it
        if isinstance(obj, LoopContext):
            return super().getattr(obj, attribute)
        names = [each.name for each in fields(obj)] if is_dataclass(obj) else []
        if attribute not in names:
            raise Fault(lambda spot: unknown_field(spot, attribute, names))
        return getattr(obj, attribute)


@cache
def _environment() -> _Environment:
    environment = _Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_plain,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    environment.filters[_counted.__name__] = cast(Any, _counted)
    return environment


@dataclass(slots=True)
class Turns:
    """How many turns the loops of one page have taken."""

    taken: int = 0


@pass_context
def _counted(context: Context, items: object) -> Sequence[object]:
    """The items of a loop, counted before it begins, so that no template runs for ever."""
    if not isinstance(items, list | tuple):
        raise Fault(lambda spot: not_a_list(spot, kind_of(items)))
    listed = cast(Sequence[object], items)
    turns = cast(Turns, context[_TURNS])
    turns.taken += len(listed)
    allow_turns(turns.taken)
    return listed


def _plain(value: object) -> str:
    """A value as it is printed: what a view has worded, or a text to be escaped."""
    return value if isinstance(value, Markup) else plain(value)


def _spot(file: str, source: str, line: int) -> Spot:
    around = source.split("\n")[line - 1].strip() if line else ""
    return Spot(Place(file, line, 1 if line else 0), around[:_AROUND])


def _line_of(error: BaseException) -> int:
    """The line of the template at which an error was raised: Jinja gives its code the lines of the template."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"]
    return lines[-1] if lines else 0


def _forbidden(tree: nodes.Template) -> Iterator[Fault]:
    for node in tree.find_all(nodes.Node):
        try:
            allow(node)
        except Fault as fault:
            yield fault
        if isinstance(node, _COMPUTING):
            yield Fault(_refusing(message("`{construct}`", construct=type(node).__name__.lower())), node.lineno)


def _refusing(what: Message) -> Callable[[Spot], Problem]:
    return lambda spot: forbidden(spot, what)


def _unknown_names(tree: nodes.Template, known: Collection[str]) -> Iterator[Fault]:
    """One for each name, where it is asked for first."""
    unknown = meta.find_undeclared_variables(tree) - set(known)
    for name in sorted(unknown):
        line = min(each.lineno for each in tree.find_all(nodes.Name) if each.name == name)
        yield Fault(_naming(name, known), line)


def _naming(name: str, known: Collection[str]) -> Callable[[Spot], Problem]:
    return lambda spot: unknown_name(spot, name, known)
