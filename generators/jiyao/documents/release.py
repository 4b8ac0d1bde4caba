"""News releases as Word files: a view of one language or of both, with its pictures, put into a template."""

from __future__ import annotations

from collections.abc import Mapping

from jiyao.documents.filling import Template, fill
from jiyao.documents.illustrated import illustrated, illustrated_in_both
from jiyao.documents.pictures import ReadyPicture
from jiyao.documents.values import values_of
from jiyao.problems import Problem
from jiyao.views.release.view import BilingualView, ReleaseView


def release(view: ReleaseView, template: Template, pictures: Mapping[str, ReadyPicture]) -> bytes | tuple[Problem, ...]:
    """The .docx in one language; instead, what is wrong with the template for this view.

    `pictures` holds every picture of the view by its `file`.
    """
    return fill(template, values_of(view, illustrated(view, pictures)))


def both(view: BilingualView, template: Template, pictures: Mapping[str, ReadyPicture]) -> bytes | tuple[Problem, ...]:
    """The .docx in two languages, side by side or one below the other as the template has them; or what is wrong."""
    return fill(template, values_of(view, illustrated_in_both(view, pictures)))
