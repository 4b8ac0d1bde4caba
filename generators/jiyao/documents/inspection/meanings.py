"""What the docstrings below the fields of a dataclass say; Python keeps them in the source only."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from inspect import cleandoc, getsource
from itertools import pairwise
from textwrap import dedent
from typing import Any, cast


def meanings_of(kind: type[Any]) -> Mapping[str, str]:
    """By field and property; a copy without sources has none."""
    try:
        source = getsource(kind)
    except OSError:
        return {}
    return dict(_said(cast(ast.ClassDef, ast.parse(dedent(source)).body[0])))


def _said(definition: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for first, second in pairwise([*definition.body, ast.Pass()]):
        if isinstance(first, ast.FunctionDef):
            yield first.name, ast.get_docstring(first) or ""
        elif isinstance(first, ast.AnnAssign) and isinstance(first.target, ast.Name):
            yield first.target.id, _text(second)


def _text(node: ast.stmt) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return cleandoc(node.value.value)
    return ""
