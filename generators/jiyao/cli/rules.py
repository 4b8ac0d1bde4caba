"""All rules of the program, found where they are applied."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from jiyao.problems import Rule, rules_of

MODULES = (
    "jiyao.records.refusals",
    "jiyao.records.colons",
    "jiyao.records.cuts",
    "jiyao.records.characters",
    "jiyao.records.faults",
    "jiyao.records.checks",
    "jiyao.records.attendance_checks",
    "jiyao.records.photo_checks",
    "jiyao.records.progress_faults",
    "jiyao.ooxml.refusals",
    "jiyao.ooxml.hazards",
    "jiyao.documents.filling.faults",
    "jiyao.documents.filling.object_faults",
    "jiyao.documents.inspection.faults",
    "jiyao.documents.web.faults",
    "jiyao.documents.picture_faults",
    "jiyao.documents.attached_files",
    "jiyao.documents.charts.faults",
    "jiyao.documents.layout.faults",
    "jiyao.views.texts",
    "jiyao.views.english_issue",
    "jiyao.views.refusals",
    "jiyao.views.release.notes",
    "jiyao.views.rewritten",
    "jiyao.views.release.english.faults",
    "jiyao.review.checks.against_record",
    "jiyao.review.checks.counted",
    "jiyao.review.checks.meeting_counts",
    "jiyao.review.checks.finished_record",
    "jiyao.review.checks.named",
    "jiyao.review.checks.meaning",
    "jiyao.review.checks.marks",
    "jiyao.review.checks.wording",
    "jiyao.review.checks.house_terms",
    "jiyao.review.terms.faults",
    "jiyao.review.checks.pairs",
    "jiyao.review.checks.english",
    "jiyao.review.checks.chinese_marks",
    "jiyao.review.checks.chinese_figures",
    "jiyao.review.checks.chinese_words",
    "jiyao.review.faults",
    "jiyao.work.cluster",
    "jiyao.work.faults",
    "jiyao.work.issue_faults",
    "jiyao.work.pdf_faults",
    "jiyao.work.stores",
    "jiyao.work.summary_faults",
)
"""The modules whose functions report problems; imported only by who asks for the rules."""


def all_rules() -> Mapping[str, Rule]:
    """The rules of all families by code, in the order of the codes."""
    rules: dict[str, Rule] = {}
    for module in map(import_module, MODULES):
        rules |= rules_of(module)
    return dict(sorted(rules.items()))
