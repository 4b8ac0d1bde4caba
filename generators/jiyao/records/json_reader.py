"""JSON into the same positioned nodes as YAML, strictly by RFC 8259.

Numbers, `true` and `false` keep their letters: the field decides what they are. `null` is unknown.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING, Literal

from jiyao.dataclass import dataclass
from jiyao.problems import Place, message
from jiyao.records import characters, refusals
from jiyao.records.json_nodes import quick_nodes, scalar
from jiyao.records.nodes import Entry, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from jiyao.problems import Message, Problem

_TOKEN = re.compile(
    r'(?P<string>"[^"\\\x00-\x1f]*+(?:\\.[^"\\\x00-\x1f]*+)*+")'
    r"|(?P<mark>[{}\[\],:])"
    r"|(?P<word>[^\s{}\[\],:\"]+)"
    r"|(?P<line>\n)|(?P<blank>[ \t\r]+)"
    r"|(?P<other>.)"
)
_WORD = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null")
_BACKSLASH = re.compile(r"\\(?:u[0-9a-fA-F]{0,4}|.)")
_KNOWN_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})')
_WITH_TAB = re.compile(r'"(?:[^"\\\n]|\\.)*+"')

_NOT_CLOSED = (
    message("this bracket is not closed"),
    message("write the closing bracket, or take a whole copy of the file"),
)
_TRAILING_COMMA = message("a comma stands behind the last value"), message("delete the comma")
_OPEN_QUOTE = (
    message("this quote is not closed on its line"),
    message("write the closing quote; a line end in a text is \\n"),
)
_TAB = message("a tab stands inside a text"), message("write \\t or a space")
_COMMENT = message("JSON has no comments"), message("delete it, or write the record as YAML")
_QUOTES = message("single quotes do not hold a text in JSON"), message("use double quotes")
_NO_SUCH = message("there is no such escape in JSON"), message("write a backslash twice; a code point as \\u4E2D")


def read_json(text: str, file: str, line: int, *, clean: bool) -> tuple[Node | None, list[Problem]]:
    """The top node, None where the text breaks off, and every problem found.

    `line` is the number of the first line; `clean` says that no character needs a closer look.
    """
    return quick_nodes(text, file, line, clean=clean) or careful_nodes(text, file, line, clean=clean)


def careful_nodes(text: str, file: str, line: int, *, clean: bool) -> tuple[Node | None, list[Problem]]:
    """As `read_json`, token by token, so that it can say where a text breaks off, and why."""
    document = _Document(file, text, line, clean=clean)
    document.read()
    return document.top, document.problems


_Want = Literal["value", "item or end", "key", "key or end", "colon", "comma or end", "nothing"]
"""What may come next. Plain strings: the members of an enum are slow to look up."""

_VALUES: frozenset[_Want] = frozenset(("value", "item or end"))
_TEXTS: frozenset[_Want] = frozenset(("value", "item or end", "key", "key or end"))
_WANTED: dict[_Want, Message] = {
    "value": message("expected a value"),
    "item or end": message("expected a value or ]"),
    "key": message("expected a key in double quotes"),
    "key or end": message("expected a key in double quotes, or }"),
    "colon": message("expected a colon after the key"),
    "comma or end": message("expected a comma or the closing bracket"),
    "nothing": message("expected nothing more"),
}


@dataclass(slots=True)
class _Open:
    """A mapping (`entries`) or list (`items`) whose end has not been read; `key` waits for its value."""

    place: Place
    is_mapping: bool
    items: list[Node] = field(default_factory=list[Node])
    entries: dict[str, Entry] = field(default_factory=dict[str, Entry])
    key: Scalar | None = None


class _Document:
    """One reading: what is open, what may come next, and what was wrong."""

    def __init__(self, file: str, text: str, line: int, *, clean: bool) -> None:
        self.top: Node | None = None
        self.problems: list[Problem] = []
        self._file, self._text, self._clean = file, text, clean
        self._line, self._line_start = line, 0
        self._open: list[_Open] = []
        self._want: _Want = "value"
        self._refused = False

    def read(self) -> None:
        count = 0
        for token in _TOKEN.finditer(self._text):
            if token.lastgroup == "line":
                self._line, self._line_start = self._line + 1, token.end()
            elif token.lastgroup != "blank":
                count += 1
                self._take(token, count)
                if len(self.problems) > refusals.ENOUGH:
                    self._refuse(refusals.too_many_problems(self._place(token)))
                if self._refused:
                    self.top = None
                    return
        self._finish()

    def _finish(self) -> None:
        if self._open:
            self._refuse(refusals.syntax(self._open[-1].place, *_NOT_CLOSED))
        elif self.top is None:
            self._refuse(refusals.empty(Place(self._file)))

    def _refuse(self, problem: Problem) -> None:
        """Read no further."""
        self.problems.append(problem)
        self._refused = True

    def _take(self, token: re.Match[str], count: int) -> None:
        """Put the next token where it belongs, or refuse it."""
        letters = token[0]
        if count > 2 * refusals.MOST:
            place = self._place(token)
            self._refuse(refusals.too_large(place, refusals.MOST + 1, refusals.MOST, message("values")))
        elif token.lastgroup == "string" and self._want in _TEXTS:
            self._take_string(token)
        elif token.lastgroup == "word" and self._want in _VALUES and _WORD.fullmatch(letters):
            self._put(self._scalar(token))
        elif letters in {"{", "["} and self._want in _VALUES:
            self._start(token)
        elif letters in {"}", "]"} and self._may_end(letters):
            self._end(token)
        elif letters == ":" and self._want == "colon":
            self._want = "value"
        elif letters == "," and self._want == "comma or end":
            self._want = "key" if self._open[-1].is_mapping else "value"
        else:
            self._refuse(self._unexpected(token))

    def _take_string(self, token: re.Match[str]) -> None:
        if "\\" in token[0] and (bad := self._bad_escape(token)):
            self._refuse(bad)
        elif self._want in _VALUES:
            self._put(self._scalar(token))
        else:
            self._open[-1].key = self._scalar(token)
            self._want = "colon"

    def _start(self, token: re.Match[str]) -> None:
        is_mapping = token[0] == "{"
        self._open.append(_Open(self._place(token), is_mapping))
        self._want = "key or end" if is_mapping else "item or end"
        if len(self._open) > refusals.DEEPEST:
            self._refuse(refusals.too_deep(self._place(token)))

    def _may_end(self, letters: str) -> bool:
        if not self._open or self._open[-1].is_mapping != (letters == "}"):
            return False
        return self._want in {"comma or end", "key or end", "item or end"}

    def _end(self, token: re.Match[str]) -> None:
        closed, end = self._open.pop(), self._place(token)
        place = Place(self._file, closed.place.line, closed.place.column, end.line, end.end_column)
        if closed.is_mapping:
            self._put(Mapping(tuple(closed.entries.values()), place))
        else:
            self._put(Sequence(tuple(closed.items), place))

    def _put(self, node: Node) -> None:
        self._want = "comma or end" if self._open else "nothing"
        if not self._open:
            self.top = node
        elif (key := self._open[-1].key) is None:
            self._open[-1].items.append(node)
        elif first := self._open[-1].entries.get(key.text):
            self.problems.append(refusals.duplicate_key(key.place, key.text, first.key.place))
        else:
            self._open[-1].entries[key.text] = Entry(key, node)

    def _scalar(self, token: re.Match[str]) -> Scalar:
        read = scalar(token[0], self._place(token))
        if token.lastgroup == "string" and (not self._clean or "\\" in token[0]):
            self.problems += characters.in_scalar(read)
        return read

    def _bad_escape(self, token: re.Match[str]) -> Problem | None:
        for found in _BACKSLASH.finditer(token[0]):
            if not _KNOWN_ESCAPE.fullmatch(found[0]):
                start = token.start() + found.start() - self._line_start + 1
                place = Place(self._file, self._line, start, self._line, start + len(found[0]))
                return refusals.syntax(place, *_NO_SUCH)
        return None

    def _unexpected(self, token: re.Match[str]) -> Problem:
        place = self._place(token)
        if self._want == "key" and token[0] == "}":
            return refusals.syntax(place, *_TRAILING_COMMA)
        if self._want == "value" and token[0] == "]" and self._open and not self._open[-1].is_mapping:
            return refusals.syntax(place, *_TRAILING_COMMA)
        if token[0] == '"':
            return refusals.syntax(place, *(_TAB if _WITH_TAB.match(self._text, token.start()) else _OPEN_QUOTE))
        if token[0].startswith(("//", "/*", "#")):
            return refusals.syntax(place, *_COMMENT)
        if token[0].startswith("'"):
            return refusals.syntax(place, *_QUOTES)
        return refusals.syntax(place, _WANTED[self._want], _hint(self._want, token))

    def _place(self, token: re.Match[str]) -> Place:
        start, end = token.span()
        return Place(self._file, self._line, start - self._line_start + 1, self._line, end - self._line_start + 1)


def _hint(want: _Want, token: re.Match[str]) -> Message | None:
    if want == "nothing":
        return message("one file holds one record; several go one per line into a .jsonl file")
    if token.lastgroup == "word" and want not in {"colon", "comma or end"}:
        return message("put texts and dates in double quotes, and numbers that start with 0 too; unknown is null")
    return None
