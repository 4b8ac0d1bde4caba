"""Documents that are filled in by hand, as Word files."""

from __future__ import annotations

from jiyao.documents.filling import Template, fill
from jiyao.documents.tables import with_columns
from jiyao.documents.values import values_of
from jiyao.ooxml.package import open_package
from jiyao.problems import Problem
from jiyao.views.forms import FormView
from jiyao.views.lengths import Length, points

TABLE_TEXT = points(10.5)
"""五号, in which forms are filled in (usual)."""


def form(view: FormView, template: Template) -> bytes | tuple[Problem, ...]:
    """The .docx; instead, what is wrong with the template for this view."""
    made = fill(template, values_of(view))
    return made if isinstance(made, tuple) else fitted(made, template, TABLE_TEXT)


def fitted(made: bytes, template: Template, size: Length) -> bytes | tuple[Problem, ...]:
    """A document whose tables, in text of that size, have columns as wide as what stands in them."""
    package = open_package(made, template.package.file)
    if isinstance(package, tuple):
        return package
    return package.replaced({package.main: with_columns(package.read(package.main), size)}, template.codec)
