"""A last look at a part that was printed, where nobody has proved beforehand that it is whole and harmless."""

from __future__ import annotations

from jiyao.documents.filling.faults import Fault, Spot, too_much, unbalanced
from jiyao.ooxml.fields import fields_are_whole
from jiyao.ooxml.hazards import hazards_in_text
from jiyao.ooxml.markup import Element, parse
from jiyao.problems import Problem, message

MOST_READ_AGAIN = 9_000_000
"""Characters of a part that is read again when it has been printed: libxml2 stops at a text of ten million."""


def demand_readable(xml: str) -> None:
    """Stop a document of which a part is too long to be read again."""
    if len(xml) > MOST_READ_AGAIN:
        what = message("a part of more than 9 MB, which has to be read again")
        raise Fault(lambda spot: too_much(spot, what))


def look_at(part: str, xml: str) -> Element:
    """The root of the part; stops a document that is not well-formed there, or that would fetch or run something."""
    demand_readable(xml)
    root = parse(xml.encode())
    if root is None or not fields_are_whole(root):
        raise Fault(unbalanced)
    hazard = next(hazards_in_text(root, "", part), None)
    if hazard is not None:
        raise Fault(lambda spot: _at(spot, hazard))
    return root


def _at(spot: Spot, hazard: Problem) -> Problem:
    """The hazard where its tag is in the template: nobody has seen the document."""
    return Problem(spot.place, hazard.code, hazard.message, hazard.hint, hazard.severity, hazard.category)
