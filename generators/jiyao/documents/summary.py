"""The annual summary as a Word file: a `SummaryView` put into a template, with its charts."""

from __future__ import annotations

from jiyao.documents.charts.designed import with_designed_charts
from jiyao.documents.contents import to_be_refreshed
from jiyao.documents.filling import Template, fill
from jiyao.documents.tables import with_columns
from jiyao.documents.values import values_of
from jiyao.ooxml.package import open_package
from jiyao.problems import Problem
from jiyao.views.lengths import points
from jiyao.views.summary.view import SummaryView, charts_of

TABLE_TEXT = points(10.5)
"""五号, the size of text in the tables of a summary (usual)."""


def summary(view: SummaryView, template: Template) -> bytes | tuple[Problem, ...]:
    """The .docx; instead, what is wrong with the template for this view.

    Where the view does not know the pages of its headings, Word is told to look for them when the file is opened.
    """
    made = fill(template, values_of(view))
    if isinstance(made, tuple):
        return made
    package = open_package(made, template.package.file)
    if isinstance(package, tuple):
        return package
    document = with_columns(package.read(package.main), TABLE_TEXT)
    if not all(entry.page for entry in view.contents):
        document = to_be_refreshed(document)
    return with_designed_charts(
        package.replaced({package.main: document}, template.codec), charts_of(view), template.package.file
    )
