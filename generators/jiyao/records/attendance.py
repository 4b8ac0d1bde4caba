"""Who was there: one entry for a person or a group (出席, 列席, 请假 …)."""

from __future__ import annotations

import re
from dataclasses import field
from functools import cached_property
from typing import cast

from jiyao.dataclass import dataclass
from jiyao.languages.names import is_person
from jiyao.languages.text import Text
from jiyao.problems import Origin, Place, message
from jiyao.records import faults
from jiyao.records.choices import Act, AttendAs, Presence
from jiyao.records.fields import Reading, Schema, Schemas, Shape, default, many, named, optional, placed
from jiyao.records.nodes import Entry, Mapping, Node, Scalar, is_text
from jiyao.records.people import ID_FORM, PERSON, SOMEBODY, Person, directory_of
from jiyao.records.values import FLAG, NUMBER, TEXT, ChoiceReader, scalar

# Not compiled before somebody counts a group, or is on leave.
COUNT_FORM = r"(\d{1,6})\s*(余|多|\+)?\s*[人名位]?\s*(余|以上|左右)?"
WITH_REASON = r"([^（(]+)[（(](.+)[）)]"


@dataclass(frozen=True, slots=True)
class Count:
    """How many people a group has: exactly, or at least that many (30余人)."""

    number: int
    at_least: bool = False
    at: Place = field(default=Place(""), compare=False, repr=False)


class CountReader:
    """Reads `12`, `12人`, `30余人`, `12人以上` or `{at_least: 12}`."""

    def read(self, node: Node, path: str, reading: Reading) -> Count | None:
        if isinstance(node, Mapping):
            number = Shape(AtLeast).read(node, path, reading)
            return (
                Count(number.at_least, at_least=True, at=node.place) if number and number.at_least is not None else None
            )
        found = scalar(node, reading)
        if not found:
            return None
        form = re.fullmatch(COUNT_FORM, found.text.strip())
        if not form:
            reading.report(faults.not_a_number(found.place, found.text))
            return None
        return Count(int(form[1]), at_least=bool(form[2] or form[3]), at=found.place)

    def schema(self, types: Schemas) -> Schema:
        return {"anyOf": [{"type": ["integer", "string"]}, Shape(AtLeast).schema(types)]}


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLeast:
    """A count of which only the least is known."""

    at_least: int | None = optional(NUMBER, "至少")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One line of the attendance: a person, or a group of people who are not named.

    `on_behalf_of` is whom a speaker speaks for (受…委托); `proxy` is who came instead.
    """

    person: Person | None = optional(SOMEBODY, "人员", "姓名或标识")
    group: Text | None = optional(TEXT, "群体", "人员范围")
    count: Count | None = optional(CountReader(), "人数")
    attend_as: AttendAs = default(AttendAs.ATTEND, ChoiceReader(AttendAs), "参会身份", "参会方式")
    acts: tuple[Act, ...] = many(ChoiceReader(Act), "会上", "作为")
    status: Presence = default(Presence.PRESENT, ChoiceReader(Presence), "状态", "到会情况")
    reason: Text | None = optional(TEXT, "事由", "原因", "请假事由")
    proxy: Person | None = optional(SOMEBODY, "受托人", "代会人")
    on_behalf_of: tuple[Person, ...] = named(SOMEBODY, "受谁委托", "委托人")
    voting: bool | None = optional(FLAG, "表决权")
    at: Place = placed()

    @property
    def was_there(self) -> bool:
        """Whether the person, or the group, took part, in the room or from afar, on time or late."""
        return self.status in {Presence.PRESENT, Presence.ONLINE, Presence.LATE}


ATTENDEE = Shape(Attendee)


@dataclass(frozen=True)
class AttendeeReader:
    """Reads one line of the attendance: a name, a group, or fields.

    The fields of a person may stand directly in the line, as in a table of people
    (`{姓名: 张三, 职务: 局长, 状态: 请假}`). In a list of absences a bracket holds the reason: 李四（出差）.
    """

    given: dict[str, object] = field(default_factory=dict[str, object])

    @cached_property
    def shape(self) -> Shape[Attendee]:
        return Shape(Attendee, given=self.given)

    def read(self, node: Node, path: str, reading: Reading) -> Attendee | None:
        if isinstance(node, Mapping):
            node = _as_group(node)
            attendee = self.shape.read(_with_person(node), path, reading)
            return _one_of_both(attendee, node, reading) if attendee else None
        bare = scalar(node, reading)
        if not bare:
            return None
        with_reason = re.fullmatch(WITH_REASON, bare.text) if "status" in self.given else None
        name, reason = (_part(bare, *with_reason.span(group)) for group in (1, 2)) if with_reason else (bare, None)
        who = "person" if _names_person(name.text, reading) else "group"
        if reason:
            attendee = self.shape.of({who: name, "reason": reason}, node.place, path, reading)
        else:
            attendee = self.shape.of_one(who, name, path, reading)
        return attendee if attendee and (attendee.person or attendee.group) else None

    def schema(self, types: Schemas) -> Schema:
        line, _ = ATTENDEE.schema(types), PERSON.schema(types)
        fields = {**_properties(types, "Person"), **_properties(types, "Attendee")}
        name = [{"required": [key]} for key in ("name", *PERSON.specs["name"].zh)]
        row: Schema = {"type": "object", "properties": fields, "anyOf": name, "additionalProperties": False}
        return {"anyOf": [TEXT.schema(types), line, row]}


def _properties(types: Schemas, name: str) -> Schema:
    return cast("dict[str, Schema]", types[name])["properties"]


def _as_group(node: Mapping) -> Mapping:
    """A bare text in both languages names a group: a person has one name in each."""
    if is_text(node) and not any(ATTENDEE.field_of(entry.key.text) for entry in node.entries):
        return Mapping((_entry("group", node),), node.place)
    return node


def _names_person(text: str, reading: Reading) -> bool:
    people = directory_of(reading).people
    return bool(ID_FORM.fullmatch(text) or people.by_name(text) or people.misspelt(text) or is_person(text))


def _part(node: Scalar, start: int, end: int) -> Scalar:
    return Scalar(node.text[start:end], node.origin.cut(start, end))


def _entry(name: str, value: Node) -> Entry:
    return Entry(Scalar(name, Origin(value.place)), value)


def _with_person(node: Mapping) -> Mapping:
    """The line with the fields of a person gathered under `person`."""
    own = [entry for entry in node.entries if ATTENDEE.field_of(entry.key.text)]
    persons = [entry for entry in node.entries if not ATTENDEE.field_of(entry.key.text)]
    if not any(PERSON.field_of(entry.key.text) == "name" for entry in persons):
        return node
    return Mapping((*own, _entry("person", Mapping(tuple(persons), node.place))), node.place)


def _one_of_both(attendee: Attendee, node: Mapping, reading: Reading) -> Attendee | None:
    if attendee.person and attendee.group:
        reading.report(faults.not_together(node.place, "person", "group"))
        return None
    if attendee.person or attendee.group:
        return attendee
    if not any(ATTENDEE.field_of(entry.key.text) in {"person", "group"} for entry in node.entries):
        expected = message("a person or a group")
        reading.report(faults.wrong_form(node.place, expected, faults.form_of(node)))
    return None
