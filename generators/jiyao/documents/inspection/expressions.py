"""What an expression of a tag asks for, followed through the shapes of the values: names, fields, loops, filters."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field

from jinja2 import Environment, TemplateSyntaxError, nodes

from jiyao.dataclass import dataclass
from jiyao.documents.filling.faults import Spot, not_a_list, not_text, unknown_field, unknown_name
from jiyao.documents.inspection.faults import never_equal, outside_loop
from jiyao.documents.inspection.reading import Tag
from jiyao.documents.inspection.shapes import ANYTHING, NUMBER, TEXT, YES_NO, Shape, Sort
from jiyao.problems import Problem, message

LOOP = Shape(
    Sort.GROUP,
    {
        **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length"), NUMBER),
        **dict.fromkeys(("first", "last"), YES_NO),
        **dict.fromkeys(("previtem", "nextitem"), ANYTHING),
    },
)
"""`loop`, within a loop."""

_LIST_FILTERS = frozenset(("first", "last", "join", "reverse"))
_TEXT_FILTERS = frozenset(("upper", "lower", "trim", "e", "escape"))
_NUMBER_FILTERS = frozenset(("length", "count"))
_BEAR_UNKNOWN = frozenset(("default", "d", "defined", "undefined"))
"""The filters and tests that may be asked about what is not there."""

_DEEPEST = 100
"""Levels of an expression that are looked at."""

_parser = Environment()  # noqa: S701  # it reads, and renders nothing


def parsed(text: str) -> list[nodes.Node] | None:
    """The statements of a text; None if it cannot be read, or only by going deeper than anybody writes."""
    try:
        body = _parser.parse(text).body
    except (TemplateSyntaxError, RecursionError):
        return None
    level: list[nodes.Node] = body
    for _ in range(_DEEPEST):
        level = [child for node in level for child in node.iter_child_nodes()]
    return None if level else body


@dataclass(slots=True)
class Asking:
    """One tag that asks for values: `names` are those that it can see, `gone` those of loops that have ended."""

    names: Mapping[str, Shape]
    gone: Collection[str]
    tag: Tag
    problems: list[Problem] = field(default_factory=list[Problem])

    @property
    def spot(self) -> Spot:
        """Where the tag is."""
        return self.tag.spot

    def shape(self, node: nodes.Node) -> Shape:
        """The shape of what an expression gives; what it asks for in vain becomes a problem."""
        shape = self._of_value(node)
        if shape is not None:
            return shape
        children = [self.shape(child) for child in node.iter_child_nodes()]
        match node:
            case nodes.Const():
                return _constant(node.value)
            case nodes.Not():
                return YES_NO
            case nodes.List() | nodes.Tuple():
                return Shape(Sort.LIST, item=ANYTHING)
            case nodes.Concat():
                for child in children:
                    self.text(child)
                return TEXT
            case _:
                return ANYTHING

    def _of_value(self, node: nodes.Node) -> Shape | None:  # noqa: PLR0911  # one line for each kind of expression
        """The shape of what reads a value; None for any other expression."""
        match node:
            case nodes.Name():
                return self._name(node.name)
            case nodes.Getattr():
                return self._member(self.shape(node.node), node.attr)
            case nodes.Getitem():
                return self._entry(node)
            case nodes.Filter():
                return self._filtered(node)
            case nodes.Test():
                return self._tested(node)
            case nodes.Compare():
                return self._compared(node)
            case nodes.CondExpr():
                return self._chosen(node)
            case nodes.Call():
                return self._called(node)
            case _:
                return None

    def item(self, node: nodes.Node) -> Shape:
        """The shape of what a loop over an expression gives."""
        return self._item(self.shape(node))

    def text(self, shape: Shape) -> Shape:
        """The shape, which has to be that of a text or a number."""
        if shape.sort in {Sort.TEXT, Sort.NUMBER, Sort.ANYTHING}:
            return shape
        self.problems.append(not_text(self.spot, shape.sort.words))
        return ANYTHING

    def _item(self, shape: Shape) -> Shape:
        if shape.item is None and shape.sort is not Sort.ANYTHING:
            self.problems.append(not_a_list(self.spot, shape.sort.words))
        return shape.item or ANYTHING

    def _name(self, name: str) -> Shape:
        known = self.names.get(name)
        if known or name.startswith("_"):
            return known or ANYTHING
        gone = name in self.gone
        problem = outside_loop(self.spot, name) if gone else unknown_name(self.spot, name, tuple(self.names))
        self.problems.append(problem)
        return ANYTHING

    def _member(self, owner: Shape, name: str) -> Shape:
        if owner.sort is Sort.ANYTHING or name.startswith("_"):
            return ANYTHING
        if name in owner.members:
            return owner.members[name]
        problem = unknown_field(self.spot, name, tuple(owner.members))
        if owner.item is not None:
            problem = problem._replace(hint=message("it is a list: loop over it with {% for … %} first"))
        self.problems.append(problem)
        return ANYTHING

    def _entry(self, node: nodes.Getitem) -> Shape:
        """`owner[…]`: a field by its name, an item by its number, or some of the items."""
        owner = self.shape(node.node)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._member(owner, node.arg.value)
        self.shape(node.arg)
        return owner if isinstance(node.arg, nodes.Slice) else owner.item or ANYTHING

    def _filtered(self, node: nodes.Filter) -> Shape:
        for each in (*node.args, *node.kwargs):
            self.shape(each)
        if node.node is None:
            return ANYTHING
        if node.name in _BEAR_UNKNOWN:
            return self._quietly(node.node)
        owner = self.shape(node.node)
        if node.name in _LIST_FILTERS:
            return self._of_list(node.name, owner)
        if node.name in _TEXT_FILTERS:
            self.text(owner)
            return TEXT
        return NUMBER if node.name in _NUMBER_FILTERS else ANYTHING

    def _of_list(self, name: str, owner: Shape) -> Shape:
        item = self._item(owner)
        if name == "join":
            self.text(item)
            return TEXT
        return owner if name == "reverse" else item

    def _tested(self, node: nodes.Test) -> Shape:
        for each in node.args:
            self.shape(each)
        if node.name in _BEAR_UNKNOWN:
            self._quietly(node.node)
        else:
            self.shape(node.node)
        return YES_NO

    def _compared(self, node: nodes.Compare) -> Shape:
        left = self.shape(node.expr)
        for operand in node.ops:
            right = self.shape(operand.expr)
            for shape, other in ((left, operand.expr), (right, node.expr)):
                if operand.op in {"eq", "ne"} and shape.words and isinstance(other, nodes.Const):
                    self._one_of(shape.words, str(other.value))
        return YES_NO

    def _chosen(self, node: nodes.CondExpr) -> Shape:
        self.shape(node.test)
        first = self.shape(node.expr1)
        second = self.shape(node.expr2) if node.expr2 else first
        return first if first == second else ANYTHING

    def _called(self, node: nodes.Call) -> Shape:
        """Nothing can be called, which is said elsewhere; what is called is no field then."""
        for each in (*node.args, *node.kwargs):
            self.shape(each)
        return ANYTHING

    def _one_of(self, words: tuple[str, ...], word: str) -> None:
        if word not in words:
            self.problems.append(never_equal(self.spot, word, words))

    def _quietly(self, node: nodes.Node) -> Shape:
        """The shape, with nothing said if the last name of the expression is not there."""
        asking = Asking(self.names, self.gone, self.tag)
        shape = asking.shape(node)
        self.problems += asking.problems[:-1]
        return shape


def _constant(value: object) -> Shape:
    if isinstance(value, bool):
        return YES_NO
    if isinstance(value, str):
        return TEXT
    return NUMBER if isinstance(value, int | float) else ANYTHING
