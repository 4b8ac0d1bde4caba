"""Writing into a record that it is issued: the fields of `issue` and nothing else, and a second reading proves it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from jiyao.problems import Edit, Place
from jiyao.records.choices import Stage
from jiyao.records.fields import Shape
from jiyao.records.load import MEETING
from jiyao.records.nodes import Entry, Node, Scalar, Sequence, is_unknown
from jiyao.records.nodes import Mapping as MappingNode
from jiyao.records.publication import Issue
from jiyao.records.reading import Source, read
from jiyao.records.suffixes import holds_json
from jiyao.records.writing import PLAIN, UNKNOWN, NotWrittenError, as_written, offsets, spliced

ISSUE = Shape(Issue)
FIELD = "issue"

_STEP = "  "


def with_issue(source: Source, values: Mapping[str, str]) -> str:
    """The text of the record with these fields of `issue` in it, and not one character else.

    The keys of `values` are English; what the record writes in Chinese gets Chinese keys. Raises NotWrittenError where
    the result, read again, says anything but that.
    """
    if not isinstance(source.node, MappingNode):
        raise NotWrittenError("the record has no fields")
    entry = next((each for each in source.node.entries if MEETING.field_of(each.key.text) == FIELD), None)
    writer = _Writer(source, source.node, entry)
    text = spliced(source.text, tuple(writer.edits(values)), first_line=source.line)
    again = next(iter(read(text.encode(errors="surrogatepass"), source.file)))
    if _rest(again.node) != _rest(source.node) or _issue(again.node) != {**_issue(source.node), **_said(values)}:
        raise NotWrittenError("the record would not say what was meant")
    return text


class _Writer:
    """Makes the edits of one record, in the way in which its file writes."""

    def __init__(self, source: Source, top: MappingNode, entry: Entry | None) -> None:
        self._source = source
        self._top = top
        self._entry = entry
        self._is_json = holds_json(source.file)
        self._newline = "\r\n" if "\r\n" in source.text else "\n"
        keys = [entry.key] if entry else [each.key for each in top.entries]
        self._is_chinese = any(not each.text.isascii() for each in keys)

    def edits(self, values: Mapping[str, str]) -> Iterator[Edit]:
        if self._entry is None:
            yield self._new_entry(values)
        elif is_unknown(self._entry.value):
            place = self._entry.value.place
            flow = self._is_flow(self._top)
            yield Edit(place, f" {self._in_braces(values)}" if flow else self._below(values))
        elif isinstance(self._entry.value, MappingNode):
            yield from self._within(self._entry.value, values)
        else:
            raise NotWrittenError("`issue` is no group of fields")

    def _within(self, node: MappingNode, values: Mapping[str, str]) -> Iterator[Edit]:
        there = {ISSUE.field_of(each.key.text): each for each in node.entries}
        missing: dict[str, str] = {}
        for name, value in values.items():
            entry = there.get(name)
            if entry is None:
                missing[name] = value
            elif not isinstance(entry.value, Scalar):
                raise NotWrittenError(f"`{name}` is no text")
            elif entry.value.text != value or entry.value.unknown:
                word = Stage(value).word if name == "stage" and not entry.value.text.isascii() else value
                yield Edit(entry.value.place, as_written(self._source, entry.value, word))
        if missing:
            # Before the first one: what stands behind the last may be a list, whose end nobody marks.
            first = node.entries[0].key.place
            start = Place(first.file, first.line, first.column, first.line, first.column)
            between = ", " if self._is_flow(node) else self._newline + " " * (first.column - 1)
            yield Edit(start, "".join(f"{pair}{between}" for pair in self._pairs(missing)))

    def _new_entry(self, values: Mapping[str, str]) -> Edit:
        key = "印发" if self._is_chinese else FIELD
        place = self._top.place
        if self._is_flow(self._top):
            end = Place(place.file, place.end_line, place.end_column - 1, place.end_line, place.end_column - 1)
            comma = ", " if self._top.entries else ""
            return Edit(end, f"{comma}{self._key(key)}: {self._in_braces(values)}")
        text = self._source.text
        lines = text.split("\n")
        end = Place(place.file, len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 1)
        lead = "" if text.endswith("\n") or not text else self._newline
        return Edit(end, f"{lead}{key}:{self._below(values)}{self._newline}")

    def _below(self, values: Mapping[str, str]) -> str:
        return "".join(f"{self._newline}{_STEP}{pair}" for pair in self._pairs(values))

    def _in_braces(self, values: Mapping[str, str]) -> str:
        return f"{{{', '.join(self._pairs(values))}}}"

    def _pairs(self, values: Mapping[str, str]) -> Iterator[str]:
        for name, value in values.items():
            key = ISSUE.specs[name].zh[0] if self._is_chinese else name
            word = Stage(value).word if name == "stage" and self._is_chinese else value
            yield f"{self._key(key)}: {self._value(word)}"

    def _key(self, name: str) -> str:
        return json.dumps(name, ensure_ascii=False) if self._is_json else name

    def _value(self, value: str) -> str:
        plain = not self._is_json and PLAIN.fullmatch(value) and value == value.strip() and value not in UNKNOWN
        return value if plain else json.dumps(value, ensure_ascii=False)

    def _is_flow(self, node: MappingNode) -> bool:
        start, _end = offsets(self._source, node.place)
        return self._source.text[start : start + 1] == "{"


def _rest(node: Node | None) -> object:
    """All that a record says but `issue`."""
    if not isinstance(node, MappingNode):
        return None
    return [(each.key.text, _plain(each.value)) for each in node.entries if MEETING.field_of(each.key.text) != FIELD]


def _issue(node: Node | None) -> dict[str, object]:
    """What a record says of `issue`, by the English key."""
    entries = node.entries if isinstance(node, MappingNode) else ()
    of = next((each.value for each in entries if MEETING.field_of(each.key.text) == FIELD), None)
    fields = of.entries if isinstance(of, MappingNode) else ()
    said = {ISSUE.field_of(each.key.text): _plain(each.value) for each in fields}
    stage = next((each for each in Stage if said.get("stage") in {(word, False) for word in each.zh}), None)
    return said | ({"stage": (stage.value, False)} if stage else {})


def _said(values: Mapping[str, str]) -> dict[str, object]:
    return {name: (value, False) for name, value in values.items()}


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text, node.unknown
    if isinstance(node, Sequence):
        return tuple(map(_plain, node.items))
    return [(each.key.text, _plain(each.value)) for each in node.entries]
