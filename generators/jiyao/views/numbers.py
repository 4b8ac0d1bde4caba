"""The numbers of matters and headings: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

from jiyao.views.fragments import Emphasis, Run
from jiyao.views.sentences import numeral

FACES = {1: Emphasis.HEADING, 2: Emphasis.LABEL}
"""The face of a number that leads a running paragraph; from the third level on it is the body's own."""


def number_run(level: int, number: int) -> Run:
    """The number of a matter at a level, in the face of that level."""
    forms = {1: f"{numeral(number)}、", 2: f"（{numeral(number)}）", 3: f"{number}."}
    return Run(forms.get(level, f"（{number}）"), FACES.get(level, Emphasis.NONE))
