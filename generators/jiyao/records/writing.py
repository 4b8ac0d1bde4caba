"""Writing back into a record: only what changes is touched, and a second reading proves it.

The file is somebody's work, with comments and an order of its own; so values are spliced in where they stand.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from jiyao.dataclass import dataclass
from jiyao.problems import Edit, Place, Severity
from jiyao.records.nodes import Mapping, Node, Scalar
from jiyao.records.nodes import Sequence as ListNode
from jiyao.records.reading import Source, read
from jiyao.records.suffixes import holds_json

PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~][^\n#:,\[\]{}]*")
"""What stands without quotes anywhere, in a block or between brackets."""

LITERAL = re.compile(r"\n*\S(?:.*[^\n])?", re.DOTALL)
"""What a literal block holds without saying how deep it is or how it ends."""

UNKNOWN = frozenset(("null", "Null", "NULL"))
"""What would say that nothing is known, were it not in quotes."""


class NotWrittenError(Exception):
    """The file would not have said what was meant; nothing was written."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value to be replaced: the place of its scalar, and what it shall say."""

    place: Place
    value: str


def written(source: Source, changes: Sequence[Change]) -> str:
    """The text of the record with the named values changed, and not one character else.

    Raises NotWrittenError where the result, read again, differs in anything but the named values, or has an error
    that the record did not have.
    """
    places = {_spot(change.place): change for change in changes}
    scalars = [each for each in scalars_of(source.node) if _spot(each.place) in places]
    if len(scalars) != len(places):
        raise NotWrittenError("a value to be changed is not where it was")
    edits = [Edit(each.place, as_written(source, each, places[_spot(each.place)].value)) for each in scalars]
    text = spliced(source.text, edits, first_line=source.line)
    _prove(source, text, {_spot(each.place): places[_spot(each.place)].value for each in scalars})
    return text


def spliced(text: str, edits: Sequence[Edit], first_line: int = 1) -> str:
    """The text with every edit applied.

    Raises NotWrittenError where two of them change the same characters: what is meant together would be torn.
    """
    starts = _line_starts(text)
    spans = sorted((_offset(starts, edit.place, first_line), edit.text) for edit in edits)
    parts: list[str] = []
    at = 0
    for (start, end), new in spans:
        if start < at:
            raise NotWrittenError("two edits overlap")
        parts += [text[at:start], new]
        at = end
    return "".join((*parts, text[at:]))


def apart(fixes: Iterable[Sequence[Edit]]) -> list[Sequence[Edit]]:
    """The fixes of one file that neither touch nor enclose one before them, each with all of its edits.

    What is left out is to be looked for again once these are made.
    """
    chosen: list[Sequence[Edit]] = []
    free_from = (0, 0)
    for start, end, fix in sorted((*_reach(fix), tuple(fix)) for fix in fixes if fix):
        if start > free_from:
            chosen.append(fix)
            free_from = end
    return chosen


def _reach(fix: Sequence[Edit]) -> tuple[tuple[int, int], tuple[int, int]]:
    """From the first line and column that the edits touch to the last."""
    places = [edit.place for edit in fix]
    ends = [(place.end_line, place.end_column) if place.end_line else _spot(place) for place in places]
    return min(map(_spot, places)), max(ends)


def scalars_of(node: Node | None) -> Iterator[Scalar]:
    """All values of a record, in the order of the file; keys are no values."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from scalars_of(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from scalars_of(entry.value)


def _spot(place: Place) -> tuple[int, int]:
    return place.line, place.column


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


def _offset(starts: Sequence[int], place: Place, first_line: int) -> tuple[int, int]:
    start = starts[place.line - first_line] + place.column - 1
    if not place.end_line:
        return start, start
    return start, starts[place.end_line - first_line] + place.end_column - 1


def offsets(source: Source, place: Place) -> tuple[int, int]:
    """Where a place begins and ends in the text of the record, in characters from 0."""
    return _offset(_line_starts(source.text), place, source.line)


def as_written(source: Source, node: Scalar, value: str) -> str:
    """The value as the file writes such values: JSON quoted, YAML as plainly as it can."""
    quoted = json.dumps(value, ensure_ascii=False)
    if holds_json(source.file):
        return quoted
    start, end = _offset(_line_starts(source.text), node.place, source.line)
    old = source.text[start:end]
    if old.startswith("|") and LITERAL.fullmatch(value):
        return _block(source.text, start, value)
    is_plain = PLAIN.fullmatch(value) and value == value.strip() and value not in UNKNOWN
    new = value if is_plain and not old.startswith(('"', "'")) else quoted
    return new if old or source.text[start - 1 : start].isspace() else f" {new}"


def _block(text: str, start: int, value: str) -> str:
    """A literal block one step deeper than the line that opens it."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    lead = re.match(r"[ ]*(?:- +)*", line)
    indent = " " * (len(lead[0]) + 2 if lead else 2)
    newline = "\r\n" if "\r\n" in text else "\n"
    body = newline.join(indent + each if each else "" for each in value.split("\n"))
    return f"|-{newline}{body}"


def _prove(source: Source, text: str, values: dict[tuple[int, int], str]) -> None:
    again = next(iter(read(text.encode(errors="surrogatepass"), source.file)))
    before = ((_spot(each.place), each) for each in scalars_of(source.node))
    meant = [(values.get(spot, each.text), each.unknown and spot not in values) for spot, each in before]
    said = [(each.text, each.unknown) for each in scalars_of(again.node)]
    if not _errors(again) <= _errors(source) or said != meant or _outline(source.node) != _outline(again.node):
        raise NotWrittenError("the record would not say what was meant")


def _errors(source: Source) -> Counter[str]:
    return Counter(each.code for each in source.problems if each.severity is Severity.ERROR)


def _outline(node: Node | None) -> object:
    """The shape of a record without its values."""
    if isinstance(node, Mapping):
        return [(entry.key.text, _outline(entry.value)) for entry in node.entries]
    if isinstance(node, ListNode):
        return [_outline(item) for item in node.items]
    return None
