"""A record file, or each line of a file of records, as positioned nodes: the way in for everything that is read."""

from __future__ import annotations

import codecs
import io
from dataclasses import field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.problems import Place, message
from jiyao.records import characters, refusals
from jiyao.records.encoding import decode, is_utf16
from jiyao.records.nodes import Mapping, Node, Scalar, Sequence
from jiyao.records.suffixes import holds_lines
from jiyao.records.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiyao.problems import Problem

_GB18030 = refusals.read_as_gb18030.rule.code


@dataclass(frozen=True, slots=True)
class Source:
    """One document of a file, as it was read.

    `file` is the name shown to the user and `line` the document's first line in it. `text` holds the decoded
    characters without a byte order mark, empty where the bytes are no text; only a line feed ends a line. `node`
    is a mapping, or None where the text broke off or is no mapping; it is there, as far as it goes, beside
    problems that allow reading on. `encoding` is Python's name of what was read, for writing back.
    """

    file: str
    text: str
    node: Node | None
    problems: tuple[Problem, ...]
    line: int = 1
    encoding: str = "utf-8"


def read(content: bytes, file: str) -> Iterator[Source]:
    """The documents of a file by the suffix of its name: .json has one, .jsonl and .ndjson one per line, YAML one."""
    if holds_lines(file) and not is_utf16(content):
        return read_lines(lines_of(io.BytesIO(content)), file)
    return iter((_source(content, file, is_yaml=PurePath(file).suffix.lower() != ".json"),))


def lines_of(file: io.BufferedIOBase) -> Iterator[tuple[int, bytes]]:
    """The lines of a file of many records, with their numbers from 1; blank ones hold no record and are left out.

    Of a line that is too large for a record only as much is in memory as shows that it is.
    """
    number = 0
    while line := file.readline(refusals.LARGEST + 1):
        number += 1
        rest = line
        while len(rest) > refusals.LARGEST and not rest.endswith(b"\n"):
            rest = file.readline(refusals.LARGEST + 1)
        if line.strip(b" \t\r\n" + codecs.BOM_UTF8):
            yield number, line


def read_lines(lines: Iterable[tuple[int, bytes]], file: str) -> Iterator[Source]:
    """The documents of numbered lines, one by one; that a file is GB18030 is said once."""
    once = SaidOnce()
    found = False
    for number, line in lines:
        source = read_line(line, file, number)
        yield replace(source, problems=once.heard(source.problems))
        found = True
    if not found:
        yield read_line(b"", file, 1)


def read_line(line: bytes, file: str, number: int) -> Source:
    """The document of the line with that number."""
    return _source(line, file, number) if line else Source(file, "", None, (refusals.empty(Place(file)),))


@dataclass(frozen=True, slots=True)
class SaidOnce:
    """Lets through what is true of a whole file, and found in each of its lines, once: that it is GB18030."""

    _files: set[str] = field(default_factory=set[str])

    def heard(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems without those that were said of their file before."""
        return tuple(each for each in problems if each.code != _GB18030 or self._is_new(each.place.file))

    def _is_new(self, file: str) -> bool:
        new = file not in self._files
        self._files.add(file)
        return new


def _source(content: bytes, file: str, line: int = 1, *, is_yaml: bool = False) -> Source:
    if len(content) > refusals.LARGEST:
        refusal = refusals.too_large(Place(file, line, 1), len(content), refusals.LARGEST, message("bytes"))
        return Source(file, "", None, (refusal,), line)
    decoded = decode(content, file, line)
    if decoded.text is None:
        return Source(file, "", None, decoded.problems, line)
    clean = characters.is_clean(decoded.text)
    text = decoded.text if clean else characters.readable(decoded.text)
    node, problems = read_yaml(text, file, clean=clean) if is_yaml else _read_json(text, file, line, clean=clean)
    problems += decoded.problems
    if not clean:
        problems += characters.in_file(decoded.text, file, line)
    if node is not None and not isinstance(node, Mapping):
        problems.append(_no_mapping(node))
        node = None
    ordered = tuple(sorted(problems, key=lambda each: (each.place, each.code)))
    return Source(file, decoded.text, node, ordered, line, decoded.encoding)


def _read_json(text: str, file: str, line: int, *, clean: bool) -> tuple[Node | None, list[Problem]]:
    # Here, since most runs read YAML alone.
    from jiyao.records.json_reader import read_json

    return read_json(text, file, line, clean=clean)


def _no_mapping(node: Scalar | Sequence) -> Problem:
    if isinstance(node, Sequence):
        return refusals.not_a_mapping(node.place, message("a list"))
    if node.unknown:
        return refusals.empty(Place(node.place.file))
    return refusals.not_a_mapping(node.place, message("a text"))
