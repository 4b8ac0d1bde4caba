"""Tracked changes that were left in a template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jiyao.documents.filling.faults import Spot
from jiyao.documents.inspection.faults import deleted_tag, tracked
from jiyao.documents.inspection.reading import Part, Tag, place_of
from jiyao.ooxml.markup import Element, paragraph_text
from jiyao.ooxml.names import w
from jiyao.problems import Message, Problem, message

_MARKED: Mapping[str, Message] = {
    w("del"): message("deleted"),
    w("moveFrom"): message("moved away"),
    w("ins"): message("inserted"),
    w("moveTo"): message("moved here"),
}
_DELETED = frozenset((w("del"), w("moveFrom")))
_SIGN = re.compile(r"\{[{%#]|[}%#]\}")


def look_at_changes(part: Part) -> Iterator[Problem]:
    """One problem for each paragraph with changes of one kind, and one for each deletion with a tag in it."""
    order = {each: number for number, each in enumerate(part.root.iter())}
    said: set[tuple[Element | None, str]] = set()
    for each in part.root.iter(*_MARKED):
        text = "".join(piece.text or "" for piece in each.iter(w("t"), w("delText")))
        paragraph = next(each.iterancestors(w("p")), None)
        if not text or paragraph is None:
            continue
        place = place_of(part.file, part.name, paragraph)
        if each.tag in _DELETED and (_SIGN.search(text) or any(_within(tag, order[each], order) for tag in part.tags)):
            yield deleted_tag(Spot(place, text), text)
        elif (paragraph, str(each.tag)) not in said:
            said.add((paragraph, str(each.tag)))
            yield tracked(Spot(place, text or paragraph_text(paragraph)), _MARKED[str(each.tag)])


def _within(tag: Tag, number: int, order: Mapping[Element, int]) -> bool:
    """Whether an element stands between the first and the last piece of a tag."""
    places = [order[piece.element] for piece in tag.pieces]
    return bool(places) and places[0] < number < places[-1]
