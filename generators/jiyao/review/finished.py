"""The text of a finished document, a Word file or a web page: line by line, each with its place."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

from jiyao.ooxml.markup import parse
from jiyao.ooxml.package import open_package
from jiyao.problems import Place, Problem
from jiyao.review.word_reading import accepted

NOTES = ("word/footnotes.xml", "word/endnotes.xml")
BLOCKS = frozenset(
    name
    for line in (
        "address article aside blockquote br caption dd div dl dt figcaption figure footer form",
        "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th title tr ul",
    )
    for name in line.split()
)
"""Elements of a web page before and behind which a line ends."""
UNREAD = frozenset(("script", "style", "template", "noscript", "title", "button", "select"))
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
"""Elements without an end."""


class Line(NamedTuple):
    """A paragraph of the document, without line breaks, and where it stands."""

    text: str
    place: Place


def word_lines(data: bytes, file: str) -> tuple[Line, ...] | tuple[Problem, ...]:
    """The paragraphs of a Word file with all recorded changes accepted, notes behind the text; or why it is none."""
    package = open_package(data, file)
    if isinstance(package, tuple):
        return package
    lines: list[Line] = []
    for part in (package.main, *(each for each in NOTES if each in package)):
        root = parse(package.read(part))
        for number, text in enumerate(accepted(root).split("\n") if root is not None else (), start=1):
            lines.append(Line(text, Place(file, where=f"{part}, paragraph {number}")))
    return tuple(lines)


def page_lines(markup: str, file: str) -> tuple[Line, ...]:
    """What somebody reads on a web page; white space is as a browser shows it.

    What a browser does not show (scripts, the title, what is `hidden`) is no text, nor is a button.
    """
    reader = _PageReader(file)
    reader.feed(markup)
    reader.close()
    reader.end_line()
    return tuple(reader.lines)


class _PageReader(HTMLParser):
    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._file, self._text, self._at = file, "", 0
        # The elements that are open, and whether each is unread by itself.
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.end_line()
            if self._open and self._open[-1][0] == "p":
                # The end of a paragraph may be left out.
                self._open.pop()
        if tag not in VOID:
            self._open.append((tag, tag in UNREAD or any(name == "hidden" for name, _value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.end_line()
        # What is within and has not ended ends with it.
        names = [name for name, _unread in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if any(unread for _name, unread in self._open):
            return
        if not self._text.strip() and data.strip():
            before = data[: len(data) - len(data.lstrip())]
            self._at = self.getpos()[0] + before.count("\n")
        self._text += data

    def end_line(self) -> None:
        """What has come so far is a line, if it is anything."""
        if text := re.sub(r"\s+", " ", self._text).strip():
            self.lines.append(Line(text, Place(self._file, self._at, 1)))
        self._text = ""
