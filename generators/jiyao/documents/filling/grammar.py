"""What a template may say, and what becomes of it: a closed list of constructs, rewritten so that each is safe.

Every printed expression is put through the printer that fits its place, every loop through a counter. What is on no
list here never reaches Python.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from jiyao.documents.filling.balance import Level, advance
from jiyao.documents.filling.faults import Fault, forbidden, misplaced, tag_in_field, unbalanced, unknown_filter
from jiyao.documents.filling.printing import FILTERS, JOINED, RUNS, TESTS, TEXT, TURNS, VALUE
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


def prepare(template: nodes.Template) -> nodes.Template:
    """The template, proved and made safe; raises `Fault`, with its line, for the first thing that it may not say."""
    for node in template.find_all(nodes.Node):
        _allow(node)
    prepared: nodes.Template = _Rewriter().visit(template)
    level = _walk(prepared.body, Level())
    if not level.complete:
        raise Fault(unbalanced)
    return prepared


def _allow(node: nodes.Node) -> None:
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


class _Rewriter(NodeTransformer):
    """Puts loops and `~` through our own functions, which count what they make."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802  # Jinja's name for it
        self.generic_visit(node)
        node.iter = _through(TURNS, cast(nodes.Expr, node.iter))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802  # Jinja's name for it
        self.generic_visit(node)
        return _through(JOINED, nodes.List(node.nodes, lineno=node.lineno, environment=node.environment))


def _through(name: str, expression: nodes.Expr) -> nodes.Filter:
    """The expression, passed through one of our own filters."""
    at = {"lineno": expression.lineno, "environment": expression.environment}
    return nodes.Filter(expression, name, [], [], None, None, **at)


def _walk(body: Sequence[nodes.Node], level: Level) -> Level:
    """The level after these statements; printed expressions get their printers on the way."""
    for node in body:
        if isinstance(node, nodes.Output):
            level = _output(node, level)
        elif isinstance(node, nodes.For | nodes.If):
            level = _block(node, level)
    return level


def _block(node: nodes.For | nodes.If, level: Level) -> Level:
    """The level after a loop or a condition, which is the same whichever way it goes."""
    if level.in_code:
        raise Fault(tag_in_field, node.lineno)
    branches = [_walk(node.body, level), _walk(node.else_, level)]
    if isinstance(node, nodes.If):
        branches += [_walk(each.body, level) for each in node.elif_]
    # A loop may turn any number of times, so it must end where it began.
    wanted = level if isinstance(node, nodes.For) else branches[0]
    if any(branch != wanted for branch in branches):
        raise Fault(unbalanced, node.lineno)
    return wanted


def _output(node: nodes.Output, level: Level) -> Level:
    for number, each in enumerate(node.nodes):
        if isinstance(each, nodes.TemplateData):
            level = _literal(each, level)
        else:
            node.nodes[number] = _through(_printer(level, each), each)
    return level


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
    if level.holds_no_text or not level.elements:
        what = message("this tag replaces its whole paragraph, row or cell, which only a statement can")
        hint = message("print with {{ … }} within a paragraph, or with {{r … }} for formatted text")
        raise Fault(lambda spot: misplaced(spot, what, hint), expression.lineno)
    return VALUE
