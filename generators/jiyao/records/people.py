"""Who and what a record names: people with their posts, organisations, and the directory that finds them.

A name in a record is resolved where it is read. A person or unit that the office knows comes out as the office
defines it, placed where the record mentions it; a free name stands for itself.
"""

from __future__ import annotations

import re
from dataclasses import field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from jiyao.dataclass import dataclass
from jiyao.languages.spelling import KnownNames
from jiyao.languages.text import Name, Text
from jiyao.problems import Place
from jiyao.records import faults
from jiyao.records.fields import Reading, Schema, Schemas, Shape, many, optional, placed, required
from jiyao.records.nodes import Node, Scalar
from jiyao.records.values import DATE, ID, NAME, NUMBER, PLAIN, TEXT

if TYPE_CHECKING:
    import datetime as dt


ID_FORM = re.compile(r"[a-z][a-z0-9-]*")
BLANKS = re.compile(r"[\s\u3000]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body or a unit of it: 单位, 部门."""

    id: str | None = optional(ID, "标识", "代号")
    name: Text = required(TEXT, "名称", "单位名称")
    short: Text | None = optional(TEXT, "简称")
    at: Place = placed()

    def names(self) -> tuple[str, ...]:
        short = self.short or Text()
        return tuple(word for word in (self.name.zh, self.name.en, short.zh, short.en) if word)


class OrganisationMention:
    """Reads a unit named in a record: an id, a name that the office has, or a free name."""

    def read(self, node: Node, path: str, reading: Reading) -> Organisation | None:
        if not isinstance(node, Scalar):
            return ORGANISATION.read(node, path, reading)
        known = directory_of(reading).organisations
        found, settled = known.resolve(node, path, reading)
        if settled:
            return found
        if close := known.misspelt(node.text):
            reading.report(faults.unknown_unit(node.place, node.text, close))
        text = TEXT.read(node, path, reading)
        return Organisation(name=text, at=text.place) if text else None

    def schema(self, types: Schemas) -> Schema:
        return {"anyOf": [{"type": "string"}, ORGANISATION.schema(types)]}


UNIT = OrganisationMention()


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post that a person holds, from and to the days given, both included; None where the day is unknown."""

    title: Text = required(TEXT, "职务")
    organisation: Organisation | None = optional(UNIT, "单位")
    from_: dt.date | None = optional(DATE, "起")
    to: dt.date | None = optional(DATE, "止")
    at: Place = placed()

    def held_on(self, day: dt.date | None) -> bool:
        """Whether it is the post on that day; an unknown day leaves it to those that have not ended."""
        if day is None:
            return self.to is None
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person. `rank` counts from 1, the highest; posts are in the order in which they are printed."""

    id: str | None = optional(ID, "标识", "代号")
    name: Name = required(NAME, "姓名")
    posts: tuple[Post, ...] = many(Shape(Post, scalar="title"), "职务")
    rank: int | None = optional(NUMBER, "排序", "职级")
    unit: Organisation | None = optional(UNIT, "单位", "部门")
    phone: str | None = optional(PLAIN, "电话")
    at: Place = placed()

    def names(self) -> tuple[str, ...]:
        return tuple(word for word in (self.name.zh, self.name.en) if word)

    def same_as(self, other: Person) -> bool:
        """Whether both are one person: by id where both have one, else by name."""
        return self.id == other.id if self.id and other.id else self.name == other.name


PERSON = Shape(Person, scalar="name")
ORGANISATION = Shape(Organisation, scalar="name")


class PersonMention:
    """Reads a person named in a record: an id, a name that the office has, or somebody else (`free`)."""

    def read(self, node: Node, path: str, reading: Reading) -> Person | None:
        known = directory_of(reading).people
        if not isinstance(node, Scalar):
            person = PERSON.read(node, path, reading)
            return _completed(person, known) if person else None
        found, settled = known.resolve(node, path, reading)
        if settled:
            return found
        if close := known.misspelt(node.text):
            reading.report(faults.unknown_person(node.place, node.text, close))
            return None
        return PERSON.read(node, path, reading)

    def schema(self, types: Schemas) -> Schema:
        return {"anyOf": [{"type": "string"}, PERSON.schema(types)]}


def _completed(written: Person, known: Register[Person]) -> Person:
    """The office's own person, where fields name one exactly and say nothing else; else whom they describe."""
    found = known.by_name(str(written.name))
    only_named = written == Person(name=written.name)
    return replace(found[0], at=written.at) if only_named and len(found) == 1 else written


SOMEBODY = PersonMention()

Known = TypeVar("Known", Person, Organisation)


@dataclass(frozen=True)
class Register(Generic[Known]):
    """People, or organisations, that an office defines."""

    entries: tuple[Known, ...] = ()

    @cached_property
    def _by_name(self) -> dict[str, list[Known]]:
        found: dict[str, list[Known]] = {}
        for entry in self.entries:
            for name in dict.fromkeys(map(normal_name, entry.names())):
                found.setdefault(name, []).append(entry)
        return found

    @cached_property
    def _by_id(self) -> dict[str, list[Known]]:
        found: dict[str, list[Known]] = {}
        for entry in self.entries:
            if entry.id:
                found.setdefault(entry.id, []).append(entry)
        return found

    @cached_property
    def _spelling(self) -> KnownNames:
        return KnownNames(name for entry in self.entries for name in entry.names())

    def by_name(self, name: str) -> list[Known]:
        """Those with exactly that name, in any language; blanks between the characters do not count."""
        return self._by_name.get(normal_name(name), [])

    def resolve(self, node: Scalar, path: str, reading: Reading) -> tuple[Known | None, bool]:
        """What a word names, mentioned where it stands, and whether that is settled.

        It is not where the word is neither an id nor a name that is known: then it may be a free name. An id that
        does not exist, and a name that more than one has, are reported.
        """
        is_id = ID_FORM.fullmatch(node.text) is not None
        found = self._by_id.get(node.text, []) if is_id else self.by_name(node.text)
        if len(found) == 1:
            return replace(found[0], at=node.place.within(path)), True
        if is_id:
            reading.report(faults.unknown_id(node.place, node.text, self._by_id if reading.may_guess else ()))
        elif found:
            reading.report(faults.ambiguous_name(node.place, node.text, [each.id or "" for each in found]))
        return None, is_id or bool(found)

    def misspelt(self, name: str) -> str:
        """The name that `name` looks like a misspelling of; "" where it looks like nobody's."""
        return self._spelling.misspelt(name)


@lru_cache(maxsize=4096)
def normal_name(name: str) -> str:
    """A name as it is looked up: 张　三 in a padded list is 张三."""
    return BLANKS.sub("" if not name.isascii() else " ", name).strip()


@dataclass(frozen=True, slots=True)
class Directory:
    """Whom and what the names of a record can mean."""

    people: Register[Person] = field(default_factory=Register)
    organisations: Register[Organisation] = field(default_factory=Register)
    kinds: tuple[object, ...] = ()
    """The kinds of meetings, for `kinds.py`, which stands above this module."""


def directory_of(reading: Reading) -> Directory:
    """Whom and what the names of this reading can mean; nobody where it was not said."""
    known = reading.directory
    return known if isinstance(known, Directory) else Directory()
