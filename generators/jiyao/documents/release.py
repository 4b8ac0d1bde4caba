"""News releases as Word files: a view of one language or of both put into a template."""

from __future__ import annotations

from jiyao.documents.filling import Template, fill
from jiyao.documents.values import values_of
from jiyao.problems import Problem
from jiyao.views.release.view import BilingualView, ReleaseView


def release(view: ReleaseView, template: Template) -> bytes | tuple[Problem, ...]:
    """The .docx in one language; instead, what is wrong with the template for this view."""
    return fill(template, values_of(view))


def both(view: BilingualView, template: Template) -> bytes | tuple[Problem, ...]:
    """The .docx in two languages, side by side or one below the other as the template has them; or what is wrong."""
    return fill(template, values_of(view))
