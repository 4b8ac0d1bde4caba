"""What a template may say: a closed list of constructs, and a proof that they leave well-formed XML.

Every printed expression is given the printer that fits its place. What is on no list here goes no further.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from jinja2 import Environment, nodes

from jiyao.dataclass import dataclass
from jiyao.documents.filling.balance import Level, advance
from jiyao.documents.filling.faults import (
    Fault,
    forbidden,
    misplaced,
    tag_in_field,
    unbalanced,
    unknown_filter,
    unreadable_tag,
)
from jiyao.documents.filling.filters import FILTERS, TESTS
from jiyao.documents.filling.printing import BLOCKS, RUNS, TEXT, VALUE
from jiyao.problems import Message, message

_ALLOWED = (
    nodes.Add, nodes.And, nodes.Assign, nodes.Compare, nodes.Concat, nodes.CondExpr, nodes.Const, nodes.Dict, nodes.Div,
    nodes.Filter, nodes.FloorDiv, nodes.For, nodes.Getattr, nodes.Getitem, nodes.If, nodes.Keyword, nodes.List,
    nodes.Mod, nodes.Mul, nodes.Name, nodes.Neg, nodes.Not, nodes.Operand, nodes.Or, nodes.Output, nodes.Pair,
    nodes.Pos, nodes.Slice, nodes.Sub, nodes.Template, nodes.TemplateData, nodes.Test, nodes.Tuple,
)  # fmt: skip

_REFUSED: Mapping[type[nodes.Node], Message] = {
    nodes.Call: message("a function call"),
    nodes.Macro: message("a macro"),
    nodes.CallBlock: message("a macro"),
    nodes.Include: message("another file"),
    nodes.Import: message("another file"),
    nodes.FromImport: message("another file"),
    nodes.Extends: message("another file"),
}

_ESCAPED_SIGNS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
"""docxtpl's way to print its own signs. It holds in the template only: record text is never read for signs."""

_Walk: TypeAlias = Callable[[nodes.For | nodes.If, Level], Level]

_ENVIRONMENT = Environment(autoescape=False, keep_trailing_newline=True)  # noqa: S701  # it reads, and prints nothing


@dataclass(frozen=True, slots=True)
class Proved:
    """A template with a printer at every printed expression.

    `unproved` is the line of the first block that does not end at the level where it began, 0 if there is none: then
    each document has to be looked at, because only some are whole.
    """

    template: nodes.Template
    unproved: int = 0


def read_template(source: str) -> Proved:
    """The template in the source, proved as far as it can be.

    Raises `Fault`, with its line, for the first thing that it may not say, and `TemplateSyntaxError` for what Jinja
    cannot read.
    """
    template = _parsed(source)
    try:
        level = _walk(template.body, Level(), _block)
    except Fault as fault:
        if fault.word is not unbalanced or not fault.line:
            raise
        # Once more, as if no tag stood there: so the template itself is well-formed, and every value has its place.
        template, unproved = _parsed(source), fault.line
        try:
            level = _walk(template.body, Level(), _straight)
        except Fault as other:
            raise (fault if other.word is unbalanced else other) from None
    else:
        unproved = 0
    if not level.complete:
        raise Fault(unbalanced)
    return Proved(template, unproved)


def _parsed(source: str) -> nodes.Template:
    template = _ENVIRONMENT.parse(source)
    for node in template.find_all(nodes.Node):
        allow(node)
    return template


def allow(node: nodes.Node) -> None:
    """Whether a template may hold this; raises `Fault`, with its line, if not."""
    if not isinstance(node, _ALLOWED) or (isinstance(node, nodes.For) and node.recursive):
        name = message("`{construct}`", construct=type(node).__name__.lower())
        raise _refused(_REFUSED.get(type(node), name), node)
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        raise Fault(lambda spot: unknown_filter(spot, node.name, tuple(FILTERS)), node.lineno)
    if isinstance(node, nodes.Test) and node.name not in TESTS:
        names = tuple(filter(str.isalpha, TESTS))
        raise Fault(lambda spot: unknown_filter(spot, node.name, names), node.lineno)
    if _name(node).startswith("_"):
        raise _refused(message("a name that begins with an underscore"), node)
    if isinstance(node, nodes.For) and any(
        each.name == "loop" and each.ctx == "store" for each in node.find_all(nodes.Name)
    ):
        raise Fault(lambda spot: unreadable_tag(spot, message("`loop` is set by the loop itself")), node.lineno)


def _refused(what: Message, node: nodes.Node) -> Fault:
    return Fault(lambda spot: forbidden(spot, what), node.lineno)


def _name(node: nodes.Node) -> str:
    """The name that a node reads or sets, "" if it does neither."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return node.attr
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        return node.arg.value
    return ""


def _walk(body: Sequence[nodes.Node], level: Level, block: _Walk) -> Level:
    """The level after these statements; printed expressions get their printers on the way."""
    for node in body:
        if isinstance(node, nodes.Output):
            level = _output(node, level)
        elif isinstance(node, nodes.For | nodes.If):
            if level.in_code:
                raise Fault(tag_in_field, node.lineno)
            level = block(node, level)
    return level


def _block(node: nodes.For | nodes.If, level: Level) -> Level:
    """The level after a loop or a condition, which is the same whichever way it goes."""
    branches = [_walk(body, level, _block) for body in _bodies(node)]
    # A loop may turn any number of times, so it must end where it began; a condition may have no else.
    wanted = level if isinstance(node, nodes.For) else branches[0]
    if any(branch != wanted for branch in branches):
        raise Fault(unbalanced, node.lineno)
    return wanted


def _straight(node: nodes.For | nodes.If, level: Level) -> Level:
    """The level after the branches of a block, one after another as they stand in the template."""
    for body in _bodies(node):
        level = _walk(body, level, _straight)
    return level


def _bodies(node: nodes.For | nodes.If) -> list[list[nodes.Node]]:
    return [node.body, *(each.body for each in (node.elif_ if isinstance(node, nodes.If) else ())), node.else_]


def _output(node: nodes.Output, level: Level) -> Level:
    for number, each in enumerate(node.nodes):
        if isinstance(each, nodes.TemplateData):
            level = _literal(each, level)
        else:
            node.nodes[number] = _printed(_printer(level, each), each)
    return level


def _printed(printer: str, expression: nodes.Expr) -> nodes.Filter:
    """The expression with its printer, as a filter, which is what Jinja's tree has for such a thing."""
    at = {"lineno": expression.lineno, "environment": expression.environment}
    return nodes.Filter(expression, printer, [], [], None, None, **at)


def _literal(data: nodes.TemplateData, level: Level) -> Level:
    for written, meant in _ESCAPED_SIGNS:
        data.data = data.data.replace(written, meant)
    try:
        return advance(level, data.data)
    except Fault as fault:
        raise Fault(fault.word, data.lineno) from None


def _printer(level: Level, expression: nodes.Expr) -> str:
    if level.in_code:
        raise Fault(tag_in_field, expression.lineno)
    if level.in_text:
        return TEXT
    if level.holds_runs:
        return RUNS
    if level.holds_blocks:
        return BLOCKS
    if level.holds_no_text or not level.elements:
        what = message("this tag replaces its whole paragraph, row or cell, which only a statement can")
        hint = message("print with {{ … }} within a paragraph, or with {{r … }} for formatted text")
        raise Fault(lambda spot: misplaced(spot, what, hint), expression.lineno)
    return VALUE
