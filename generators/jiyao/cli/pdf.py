"""The PDF files of a run of `jiyao make`, and what is wrong with their pages."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from jiyao.cli.report import Format, Wanted
from jiyao.cli.saying import echo
from jiyao.problems import Problem
from jiyao.records.office import Preset
from jiyao.work.faults import kept_beside
from jiyao.work.manifest import Outcome
from jiyao.work.pdf_faults import substituted
from jiyao.work.pdf_files import PdfMade, PdfOrder, pdf_files
from jiyao.work.workspace import shown


def print_made(
    documents: Mapping[Path, Preset | None], wanted: Wanted, *, keep: bool, measure: bool, force: bool
) -> tuple[list[Problem], Counter[Outcome | None]]:
    """Print documents, and tell the name of each PDF that is kept.

    Returned are the problems, and how many PDF files came out how; those that could not be made count under None.
    """
    order = PdfOrder(keep, measure, force)
    problems: list[Problem] = []
    counts: Counter[Outcome | None] = Counter()
    for made in pdf_files(documents, order, os.environ):
        problems += (*made.problems, *_kept(made))
        if order.keep:
            counts[made.outcome] += 1
        if order.keep and made.path is not None:
            echo(shown(made.path), err=wanted.format is not Format.TEXT)
    return _each_face_once(problems), counts


def _each_face_once(problems: list[Problem]) -> list[Problem]:
    """A face that is not on this machine is so for every document: one warning for the run."""
    faces = {str(each.message): each for each in reversed(problems) if each.code == substituted.rule.code}
    return [each for each in problems if each.code != substituted.rule.code or faces[str(each.message)] is each]


def _kept(made: PdfMade) -> tuple[Problem, ...]:
    return (kept_beside(shown(made.kept), shown(made.path)),) if made.kept and made.path else ()
