"""Kinds of meetings, as data: what each is called, who votes, what it may resolve, how its minutes speak."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jiyao.dataclass import dataclass
from jiyao.languages.text import Language, Text
from jiyao.problems import Place, message
from jiyao.records import faults
from jiyao.records.choices import Access, Choice, DocumentName, Result, Voters
from jiyao.records.fields import Reading, Schema, Schemas, Shape, default, many, optional, placed, required
from jiyao.records.nodes import Mapping, Node, Sequence
from jiyao.records.people import Directory, directory_of
from jiyao.records.reading import read
from jiyao.records.values import FLAG, ID, NUMBER, TEXT, ChoiceReader, scalar

if TYPE_CHECKING:
    pass


class Pattern(Choice):
    """How the minutes of a kind are built up."""

    BY_ITEM = "by-item", "逐项"
    """一、二、三、: one heading for each item of the agenda, or for each group of matters."""
    BY_SPEAKER = "by-speaker", "按发言人"


SHARE = re.compile(r"(>=?)?(\d{1,3})/(\d{1,3})")


class FractionReader:
    """Reads a share such as `1/2` or `2/3`: `more than` half is `>1/2`, at least two thirds `>=2/3`."""

    def read(self, node: Node, _path: str, reading: Reading) -> Quorum | None:
        found = scalar(node, reading)
        if not found:
            return None
        share = SHARE.fullmatch(found.text.replace(" ", ""))
        if not share or not 0 < int(share[2]) <= int(share[3]):
            reading.report(faults.wrong_form(found.place, message("a share such as >=2/3"), faults.form_of(node)))
            return None
        return Quorum(int(share[2]), int(share[3]), more_than=share[1] == ">")

    def schema(self, types: Schemas) -> Schema:
        del types
        return {"type": "string", "pattern": "^(>=?)? ?[0-9]{1,3}/[0-9]{1,3}$"}


class Quorum(NamedTuple):
    """The share of those entitled who must be there: `part` of every `whole`."""

    part: int
    whole: int
    more_than: bool = False

    def met(self, present: int, entitled: int) -> bool:
        """Whether `present` of `entitled` are enough."""
        there, needed = present * self.whole, entitled * self.part
        return there > needed if self.more_than else there >= needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of meeting.

    `results` are those that its decisions may have; none means that it resolves nothing. `comrade` says whether its
    minutes call people 同志, `names_units` whether the units of its members stand before their names. `yearly` is how
    often a year it must be held, None where no rule says it.
    """

    key: str = required(ID, "代号")
    name: Text = required(TEXT, "名称")
    also: tuple[Text, ...] = many(TEXT, "别名")
    voters: Voters = default(Voters.NOBODY, ChoiceReader(Voters), "表决人员")
    quorum: Quorum | None = optional(FractionReader(), "法定人数")
    results: tuple[Result, ...] = many(ChoiceReader(Result), "结果")
    documents: tuple[DocumentName, ...] = many(ChoiceReader(DocumentName), "文种")
    access: Access = default(Access.INTERNAL, ChoiceReader(Access), "公开范围")
    comrade: bool = default(False, FLAG, "称同志")  # noqa: FBT003
    prints_votes: bool = default(False, FLAG, "载明表决")  # noqa: FBT003
    names_units: bool = default(False, FLAG, "标明单位")  # noqa: FBT003
    pattern: Pattern = default(Pattern.BY_ITEM, ChoiceReader(Pattern), "结构")
    yearly: int | None = optional(NUMBER, "每年次数")
    called: str = ""
    """The name by which a record calls it, where that is not its key: 局长办公会 for an office meeting."""
    at: Place = placed()

    def is_called(self, word: str) -> bool:
        """Whether the kind has that key or name."""
        return word == self.key or word in self.names()

    def names(self) -> tuple[str, ...]:
        """Its names in both languages, the usual one first."""
        return tuple(word for each in (self.name, *self.also) for word in (each.zh, each.en) if word)


KIND = Shape(Kind)


class KindMention:
    """Reads a kind by its key or any of its names, the office's own kinds before the built-in ones."""

    def read(self, node: Node, path: str, reading: Reading) -> Kind | None:
        found = scalar(node, reading)
        if not found:
            return None
        own = (each for each in directory_of(reading).kinds if isinstance(each, Kind))
        kinds = (*own, *built_in_kinds())
        kind = next((each for each in kinds if each.is_called(found.text)), None)
        if kind is None:
            keys = tuple(each.key for each in kinds)
            names = tuple(name for each in kinds for name in each.names())
            reading.report(faults.unknown_kind(found.place, found.text, (*keys, *names)))
            return None
        called = found.text if found.text != kind.key else ""
        return replace(kind, called=called, at=found.place.within(path))

    def schema(self, types: Schemas) -> Schema:
        del types
        return {"type": "string"}


@cache
def built_in_kinds() -> tuple[Kind, ...]:
    """The kinds that every office has (`general_kind.yaml` and `kinds.yaml` of this package)."""
    return (general_kind(), *map(_kind, _written_kinds("kinds.yaml")))


@cache
def general_kind() -> Kind:
    """The kind of a meeting that names none."""
    (node,) = _written_kinds("general_kind.yaml")
    return _kind(node)


def _written_kinds(file: str) -> tuple[Node, ...]:
    source = next(iter(read(Path(__file__).with_name(file).read_bytes(), file)))
    node = source.node.entries[0].value if isinstance(source.node, Mapping) else None
    if source.problems or not isinstance(node, Sequence):
        raise ValueError("\n".join(map(str, source.problems)))
    return node.items


def _kind(node: Node) -> Kind:
    reading = Reading(Language.ZH, Directory(), [])
    kind = KIND.read(node, "kinds", reading)
    if kind is None or reading.problems:
        raise ValueError("\n".join(map(str, reading.problems)))
    return kind
