"""Writing a translation into a record: only the English and its state change, and a second reading proves it.

A text that stands alone (`标题: 例会`) becomes one in two languages; its Chinese stays the characters that it was, with
their comment beside them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jiyao.languages.text import State
from jiyao.problems import Edit, Origin, Place
from jiyao.records.nodes import Entry, Node, Scalar, is_text
from jiyao.records.nodes import Mapping as MappingNode
from jiyao.records.nodes import Sequence as ListNode
from jiyao.records.reading import Source, read
from jiyao.records.suffixes import holds_json
from jiyao.records.values import STATES, TEXT_KEYS
from jiyao.records.writing import LITERAL, PLAIN, UNKNOWN, NotWrittenError, as_written, offsets, spliced

SHORT = 60
"""Characters of an English text that stands on the line of its key; longer ones stand in a block."""

_STEP = "  "
_CHINESE = {state: word for word, state in STATES.items()}


class Translation(NamedTuple):
    """The English that a text is to have; `place` is that of the text's Chinese, None as `state` keeps the one it has.

    `field` is the field that a text has to stand in once it is more than one word (`shown` of a time limit).
    """

    place: Place
    en: str
    state: State | None = None
    field: str = ""


class Held(NamedTuple):
    """Where a Chinese text stands: the node, the `{zh, en}` that it is in, and how what is around it is written."""

    node: Scalar
    entries: Mapping[str, Entry]
    """What the text says by the English key; nothing where the text stands alone."""
    is_flow: bool
    indent: int
    """Blanks before the key of an entry beside it, or below it."""
    has_key: bool
    """Whether a key stands before it on its line; else it is an item of a list."""


def translated(source: Source, translations: Sequence[Translation]) -> str:
    """The text of the record with these translations in it, and not one character else.

    Raises NotWrittenError where a text is not where it was, or where the result, read again, differs in anything but
    the translations.
    """
    wanted = {_spot(each.place): each for each in translations}
    held = {_spot(each.node.place): each for each in texts_of(source) if _spot(each.node.place) in wanted}
    if len(held) != len(translations):
        raise NotWrittenError("a text to be translated is not where it was")
    writer = _Writer(source)
    edits = [edit for spot, text in held.items() for edit in writer.edits(text, wanted[spot])]
    text = spliced(source.text, edits, first_line=source.line)
    again = next(iter(read(text.encode(errors="surrogatepass"), source.file)))
    if _said(again.node, {}) != _said(source.node, wanted):
        raise NotWrittenError("the record would not say what was meant")
    return text


def can_be_translated(source: Source) -> frozenset[tuple[int, int]]:
    """The lines and columns of all texts that a translation can be written to."""
    return frozenset(_spot(each.node.place) for each in texts_of(source))


def texts_of(source: Source) -> Iterator[Held]:
    """Every value of a record that may be a Chinese text, with what is around it."""
    if source.node is not None:
        yield from _held(source.node, source, Held(_NONE, {}, holds_json(source.file), 0, has_key=False))


_NONE = Scalar("", Origin(Place("")))
"""Stands where the value itself is yet to be met."""


def _held(node: Node, source: Source, around: Held) -> Iterator[Held]:
    if isinstance(node, Scalar):
        yield around._replace(node=node)
        return
    flow = around.is_flow or _sign(source, node.place) in "{["
    if isinstance(node, ListNode):
        for item in node.items:
            yield from _held(item, source, Held(_NONE, {}, flow, item.place.column - 1, has_key=False))
        return
    if is_text(node):
        entries = {TEXT_KEYS[each.key.text]: each for each in node.entries if each.key.text in TEXT_KEYS}
        if (zh := entries.get("zh")) and isinstance(zh.value, Scalar):
            yield Held(zh.value, entries, flow, zh.key.place.column - 1, has_key=True)
        return
    for entry in node.entries:
        indent = entry.key.place.column - 1 + len(_STEP)
        yield from _held(entry.value, source, Held(_NONE, {}, flow, indent, has_key=True))


def _sign(source: Source, place: Place) -> str:
    start, _end = offsets(source, place)
    return source.text[start : start + 1] or " "


class _Writer:
    """Makes the edits of one record, in the way in which its file writes."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._is_json = holds_json(source.file)
        self._newline = "\r\n" if "\r\n" in source.text else "\n"

    def edits(self, held: Held, wanted: Translation) -> Iterator[Edit]:
        if held.entries:
            yield from self._beside(held, wanted)
        elif held.is_flow:
            field = f"{{{self._key(wanted.field)}: " if wanted.field else ""
            new = "".join(f", {self._key(key)}: {self._flow(value)}" for key, value in _new(wanted))
            start, end = _edges(held.node.place)
            yield Edit(start, f"{field}{{{self._key('zh')}: ")
            yield Edit(end, new + ("}}" if field else "}"))
        else:
            yield from self._alone(held, wanted)

    def _beside(self, held: Held, wanted: Translation) -> Iterator[Edit]:
        """Changes the entries that are there, and writes new ones behind those before them."""
        names = {"zh": "中文", "en": "英文", "state": "译文状态"}
        is_chinese = held.entries["zh"].key.text == names["zh"]
        last, waiting, edits = held.entries["zh"].value, "", list[Edit]()
        for key, value in _new(wanted):
            there = held.entries.get(key)
            if there is None:
                name = names[key] if is_chinese else key
                if held.is_flow:
                    waiting += f", {self._key(name)}: {self._flow(value)}"
                else:
                    waiting += f"{self._newline}{' ' * held.indent}{name}: {self._block(value, held.indent)}"
                continue
            if not isinstance(there.value, Scalar):
                raise NotWrittenError("a translation is no text")
            if waiting:
                edits.append(Edit(self._behind(last, held), waiting))
                waiting = ""
            if key == "state" and there.value.text in STATES:
                value = _CHINESE[State(value)]  # noqa: PLW2901 (the file says it in Chinese)
            if there.value.text != value or there.value.unknown:
                edits.append(Edit(there.value.place, as_written(self._source, there.value, value)))
            last = there.value
        if waiting:
            behind = self._behind(last, held)
            # What fills an empty value ends where the next entry begins: two edits of one spot have no order.
            if edits and _edges(edits[-1].place)[1] == behind:
                edits[-1] = Edit(edits[-1].place, edits[-1].text + waiting)
            else:
                edits.append(Edit(behind, waiting))
        yield from edits

    def _alone(self, held: Held, wanted: Translation) -> Iterator[Edit]:
        """A text of its own: its Chinese moves below the key `zh`, and what it is in lines moves along."""
        start, _ = _edges(held.node.place)
        begin, end = offsets(self._source, held.node.place)
        text, indent, lead = self._source.text, held.indent, ""
        if wanted.field:
            if not held.has_key:
                raise NotWrittenError("a text to be translated is not where it was")
            lead, indent = f"{self._newline}{' ' * indent}{wanted.field}:", indent + len(_STEP)
        if held.has_key:
            blanks = len(text[:begin]) - len(text[:begin].rstrip(" "))
            place = start._replace(column=start.column - blanks, end_column=start.column)
            yield Edit(place, f"{lead}{self._newline}{' ' * indent}zh: ")
        else:
            yield Edit(start, "zh: ")
        if text[begin:end].startswith("|"):
            deeper = _STEP * (2 if wanted.field else 1)
            for number, line in enumerate(text[begin:end].split("\n")[1:], start=held.node.place.line + 1):
                if line.strip():
                    yield Edit(Place(start.file, number, 1, number, 1), deeper)
        new = "".join(
            f"{self._newline}{' ' * indent}{key}: {self._block(value, indent)}" for key, value in _new(wanted)
        )
        yield Edit(self._behind(held.node, held), new)

    def _behind(self, node: Node, held: Held) -> Place:
        """Where the next entry begins: behind the value, in a block behind its whole line."""
        _, end = _edges(node.place)
        if held.is_flow:
            return end
        _, offset = offsets(self._source, node.place)
        rest = self._source.text[offset:].partition("\n")[0].removesuffix("\r")
        return end._replace(column=end.column + len(rest), end_column=end.column + len(rest))

    def _key(self, name: str) -> str:
        return json.dumps(name, ensure_ascii=False) if self._is_json else name

    def _flow(self, value: str) -> str:
        plain = not self._is_json and _is_plain(value)
        return value if plain else json.dumps(value, ensure_ascii=False)

    def _block(self, value: str, indent: int) -> str:
        if len(value) <= SHORT and "\n" not in value:
            return self._flow(value)
        if not LITERAL.fullmatch(value) or value.startswith("\n"):
            return json.dumps(value, ensure_ascii=False)
        lines = (" " * (indent + len(_STEP)) + line if line else "" for line in value.split("\n"))
        return self._newline.join(("|-", *lines))


def _is_plain(value: str) -> bool:
    return bool(PLAIN.fullmatch(value)) and value == value.strip() and value not in UNKNOWN


def _new(wanted: Translation) -> Iterator[tuple[str, str]]:
    yield "en", wanted.en
    if wanted.state is not None:
        yield "state", wanted.state.value


def _edges(place: Place) -> tuple[Place, Place]:
    """The spots at which a value begins and ends."""
    first, last = (place.line, place.column), (place.end_line, place.end_column)
    return Place(place.file, *first, *first), Place(place.file, *last, *last)


def _spot(place: Place) -> tuple[int, int]:
    return place.line, place.column


def _said(node: Node | None, wanted: Mapping[tuple[int, int], Translation]) -> object:
    """What a record says, as far as order and unknowns count, with the translations in it."""
    if isinstance(node, Scalar):
        bare = (node.text, node.unknown)
        new = wanted.get(_spot(node.place))
        if new is None:
            return bare
        text = [("zh", bare), *((key, (value, False)) for key, value in _new(new))]
        return [(new.field, text)] if new.field else text
    if isinstance(node, ListNode):
        return tuple(_said(item, wanted) for item in node.items)
    if isinstance(node, MappingNode):
        return _said_of_fields(node, wanted)
    return None


def _said_of_fields(node: MappingNode, wanted: Mapping[tuple[int, int], Translation]) -> object:
    if not is_text(node):
        return [(each.key.text, _said(each.value, wanted)) for each in node.entries]
    said = [(TEXT_KEYS.get(each.key.text, each.key.text), _said(each.value, {})) for each in node.entries]
    said = [(key, _in_english(value) if key == "state" else value) for key, value in said]
    zh = next((each.value for each in node.entries if TEXT_KEYS.get(each.key.text) == "zh"), None)
    new = wanted.get(_spot(zh.place)) if zh else None
    for key, value in _new(new) if new else ():
        names = [name for name, _ in said]
        if key in names:
            said[names.index(key)] = key, (value, False)
        else:
            said.insert(names.index("zh" if key == "en" else "en") + 1, (key, (value, False)))
    return said


def _in_english(state: object) -> object:
    """A state, however the file says it."""
    return next(((word.value, False) for name, word in STATES.items() if state == (name, False)), state)
