"""What of a record can be found by its words, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jiyao.languages.text import Text
from jiyao.records.items import Item
from jiyao.records.meeting import Meeting


class Passage(NamedTuple):
    """One text of a record, and what it is: title, conveyed, statement, decision and the like."""

    what: str
    text: Text


def passages(meeting: Meeting) -> Iterator[Passage]:
    """The texts of a meeting in the order in which its minutes have them."""
    yield Passage("title", meeting.title)
    yield from (Passage("place", room.name) for room in meeting.rooms)
    if meeting.purpose:
        yield Passage("purpose", meeting.purpose)
    for item in meeting.items:
        yield from _of_item(item)
    for each in meeting.attachments:
        yield Passage("attachment", each.title)
        if each.text:
            yield Passage("attachment", each.text)
    yield from (Passage("unplaced", text) for text in meeting.unplaced)


def _of_item(item: Item) -> Iterator[Passage]:
    if item.title:
        yield Passage("agenda", item.title)
    for conveyed in item.conveyed:
        number = f"（{conveyed.number}）" if conveyed.number else ""
        zh, en = conveyed.title.zh, conveyed.title.en
        yield Passage("conveyed", Text(zh + number if zh else "", f"{en} {number}".strip() if en else ""))
    for statement in item.said:
        yield Passage("statement", statement.text)
        yield from (Passage("statement", part) for part in statement.items)
    for decision in item.decisions:
        yield Passage("decision", decision.text)
        if decision.conditions:
            yield Passage("decision", decision.conditions)
