"""From Jinja's tree to a program: Jinja reads templates, and does nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from jinja2 import nodes

from jiyao.dataclass import dataclass
from jiyao.documents.filling.faults import Fault, forbidden, too_much
from jiyao.documents.filling.printing import PRINTERS
from jiyao.documents.filling.program import Json
from jiyao.documents.filling.sandbox import LARGEST_NUMBER
from jiyao.problems import message


def program_of(template: nodes.Template, lines: tuple[int, ...]) -> Json:
    """The program of a template that the grammar has prepared; line n + 1 of its source belongs to tag `lines[n]`.

    Raises `Fault`, with its line.
    """
    return _Translation(lines).body(template.body)


@dataclass(frozen=True, slots=True)
class _Translation:
    lines: tuple[int, ...]

    def body(self, statements: Sequence[nodes.Node]) -> list[Json]:
        """The statements; literals that follow each other become one."""
        body: list[Json] = []
        for node in statements:
            for each in self._statements(node):
                if isinstance(each, str) and body and isinstance(body[-1], str):
                    body[-1] += each
                else:
                    body.append(each)
        return body

    def _statements(self, node: nodes.Node) -> list[Json]:
        if isinstance(node, nodes.Output):
            return [self._output(each) for each in node.nodes]
        if isinstance(node, nodes.For):
            return [self._loop(node)]
        if isinstance(node, nodes.If):
            branches: list[Json] = [
                [self._tag(each), _expression(each.test), self.body(each.body)] for each in _ifs(node)
            ]
            return [["if", branches, self.body(node.else_)]]
        if isinstance(node, nodes.Assign):
            return [["set", self._tag(node), _target(node.target), _expression(node.node)]]
        raise _closed(node)

    def _output(self, node: nodes.Node) -> Json:
        if isinstance(node, nodes.TemplateData):
            return node.data
        if isinstance(node, nodes.Filter) and node.name in PRINTERS and node.node is not None:
            return [node.name, self._tag(node), _expression(node.node)]
        raise _closed(node)

    def _loop(self, node: nodes.For) -> Json:
        test = _expression(node.test) if node.test else None
        bodies = self.body(node.body), self.body(node.else_)
        return ["for", self._tag(node), _target(node.target), _expression(node.iter), test, *bodies]

    def _tag(self, node: nodes.Node) -> int:
        return self.lines[node.lineno - 1] if 0 < node.lineno <= len(self.lines) else -1


def _ifs(node: nodes.If) -> list[nodes.If]:
    return [node, *node.elif_]


def _target(node: nodes.Node) -> Json:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Tuple):
        return [_target(each) for each in node.items]
    raise _closed(node)


def _closed(node: nodes.Node) -> Fault:
    name = message("`{construct}`", construct=type(node).__name__.lower())
    return Fault(lambda spot: forbidden(spot, name), node.lineno)


def _expression(node: nodes.Node) -> Json:
    translate = _EXPRESSIONS.get(type(node))
    if translate is None:
        raise _closed(node)
    return translate(node)


def _maybe(node: nodes.Node | None) -> Json:
    return None if node is None else _expression(node)


def _const(node: nodes.Const) -> Json:
    value = node.value
    if value is not None and not isinstance(value, bool | int | float | str):
        raise _closed(node)
    # Not `>`: what is no number at all is not smaller either.
    if isinstance(value, int | float) and not abs(value) <= LARGEST_NUMBER:
        raise Fault(lambda spot: too_much(spot, message("a number of more than 15 digits")), node.lineno)
    return ["const", value]


def _item(node: nodes.Getitem) -> Json:
    owner = _expression(node.node)
    if isinstance(node.arg, nodes.Slice):
        return ["slice", owner, _maybe(node.arg.start), _maybe(node.arg.stop), _maybe(node.arg.step)]
    if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        return ["field", owner, node.arg.value]
    return ["item", owner, _expression(node.arg)]


def _filter(node: nodes.Filter) -> Json:
    _no_stars(node)
    # Jinja's own types say pairs, where its parser puts keywords.
    keywords = cast(Sequence[nodes.Keyword], node.kwargs)
    named: dict[str, Json] = {each.key: _expression(each.value) for each in keywords}
    arguments: list[Json] = [_expression(each) for each in node.args]
    return ["filter", node.name, _maybe(node.node), arguments, named]


def _test(node: nodes.Test) -> Json:
    _no_stars(node)
    if node.kwargs or len(node.args) > 1:
        raise _closed(node)
    return ["test", node.name, _expression(node.node), _maybe(node.args[0] if node.args else None)]


def _no_stars(node: nodes.Filter | nodes.Test) -> None:
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        raise Fault(lambda spot: forbidden(spot, message("`{construct}`", construct="*")), node.lineno)


def _compare(node: nodes.Compare) -> Json:
    operands: list[Json] = [part for each in node.ops for part in (each.op, _expression(each.expr))]
    return ["compare", _expression(node.expr), *operands]


def _dict(node: nodes.Dict) -> Json:
    return ["dict", *(_expression(each) for pair in node.items for each in (pair.key, pair.value))]


_EXPRESSIONS: Mapping[type[nodes.Node], Callable[[Any], Json]] = {
    nodes.Const: _const,
    nodes.Name: lambda node: ["name", node.name],
    nodes.Getattr: lambda node: ["field", _expression(node.node), node.attr],
    nodes.Getitem: _item,
    nodes.List: lambda node: ["list", *map(_expression, node.items)],
    nodes.Tuple: lambda node: ["tuple", *map(_expression, node.items)],
    nodes.Dict: _dict,
    nodes.Concat: lambda node: ["join", *map(_expression, node.nodes)],
    nodes.And: lambda node: ["and", _expression(node.left), _expression(node.right)],
    nodes.Or: lambda node: ["or", _expression(node.left), _expression(node.right)],
    nodes.Not: lambda node: ["not", _expression(node.node)],
    nodes.Neg: lambda node: ["neg", _expression(node.node)],
    nodes.Pos: lambda node: ["pos", _expression(node.node)],
    nodes.CondExpr: lambda node: ["choose", _expression(node.test), _expression(node.expr1), _maybe(node.expr2)],
    nodes.Compare: _compare,
    nodes.Filter: _filter,
    nodes.Test: _test,
    **{
        kind: lambda node: ["compute", node.operator, _expression(node.left), _expression(node.right)]
        for kind in (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod)
    },
}
