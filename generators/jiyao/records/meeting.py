"""The record of one meeting, 会议数据: what every document is made from."""

from __future__ import annotations

from dataclasses import field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.languages.moments import parse_span, parse_time
from jiyao.languages.text import Text
from jiyao.problems import Place, Problem, message
from jiyao.records import faults
from jiyao.records.attendance import Attendee, AttendeeReader, Count, CountReader
from jiyao.records.choices import AttendAs, HostPart, Mode, Presence, VenueType
from jiyao.records.fields import (
    Reading,
    Schema,
    Schemas,
    Shape,
    default,
    join,
    many,
    named,
    optional,
    placed,
    required,
)
from jiyao.records.items import CONVEYED, DECISION, REQUIREMENT, STATEMENT, Conveyed, Decision, Item, Statement
from jiyao.records.kinds import Kind, KindMention
from jiyao.records.nodes import Mapping, Node, is_unknown
from jiyao.records.people import SOMEBODY, UNIT, Organisation, Person
from jiyao.records.publication import AccessRule, Approval, Attachment, Ignored, Issue, Publication
from jiyao.records.values import DATE, FLAG, ID, NUMBER, PLAIN, TEXT, ChoiceReader, scalar

if TYPE_CHECKING:
    import datetime as dt

SCHEMA = "meeting/1"
"""The version of the format; a record that names another one is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """When the meeting was: its days, both included, and its times, as far as they are known.

    `shown` is how the record wants it said where nothing finer is known or may be said (近日).
    """

    first: dt.date | None = None
    last: dt.date | None = None
    begins: dt.time | None = None
    ends: dt.time | None = None
    part: str = ""
    """The part of the day (上午) where no more is known."""
    shown: Text | None = None
    at: Place = field(default=Place(""), compare=False, repr=False)


class SpanReader:
    """Reads a day, a day and times, or several days."""

    def read(self, node: Node, path: str, reading: Reading) -> Held | None:
        found = scalar(node, reading)
        if not found:
            return None
        span = parse_span(found.text)
        if span is None:
            reading.report(faults.not_a_date(found.place, found.text))
            return None
        place = found.place.within(path)
        return Held(first=span.first, last=span.last, begins=span.begins, ends=span.ends, part=span.part, at=place)

    def schema(self, types: Schemas) -> Schema:
        del types
        return {"type": "string"}


class EndReader:
    """Reads when a meeting ended: a time of its day, or a day and a time."""

    def read(self, node: Node, path: str, reading: Reading) -> Held | None:
        found = scalar(node, reading)
        if not found:
            return None
        if moment := parse_time(found.text):
            return Held(begins=moment, at=found.place.within(path))
        if parse_span(found.text):
            return SPAN.read(node, path, reading)
        reading.report(faults.not_a_time(found.place, found.text))
        return None

    def schema(self, types: Schemas) -> Schema:
        return SPAN.schema(types)


SPAN = SpanReader()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFields:
    """The fields in which a record may say when: one of `start`, `date`, `from`."""

    start: Held | None = optional(SPAN, "开始", "开始时间")
    end: Held | None = optional(EndReader(), "结束", "结束时间")
    date: dt.date | None = optional(DATE, "日期")
    from_: dt.date | None = optional(DATE, "自", "起")
    to: dt.date | None = optional(DATE, "至", "止")
    shown: Text | None = optional(TEXT, "表述", "显示")
    at: Place = placed()


HELD_FIELDS = Shape(HeldFields)


class HeldReader:
    """Reads when a meeting was: a `Span` in one text, or the fields of `HeldFields`."""

    def read(self, node: Node, path: str, reading: Reading) -> Held | None:
        if not isinstance(node, Mapping):
            return SPAN.read(node, path, reading)
        written = HELD_FIELDS.read(node, path, reading)
        if not written:
            return None
        if problem := self._contradiction(written):
            reading.report(problem)
            return None
        return self._of_fields(written)

    def _contradiction(self, written: HeldFields) -> Problem | None:
        said = {"start": written.start, "date": written.date, "from": written.from_}
        named = [name for name, value in said.items() if value]
        if written.to and written.start:
            named.append("to")
        if len(named) > 1:
            return faults.not_together(written.at, named[0], named[1])
        if written.end and not written.start:
            return faults.missing_field(written.at, "start", ("开始",))
        if written.to and not named:
            return faults.missing_field(written.at, "from", ("自",))
        return None

    def _of_fields(self, written: HeldFields) -> Held:
        end = written.end or Held()
        if written.start:
            ends, last = end.begins or written.start.ends, end.first or written.start.last
            return replace(written.start, last=last, ends=ends, shown=written.shown)
        return Held(first=written.date or written.from_, last=written.to, shown=written.shown, at=written.at)

    def schema(self, types: Schemas) -> Schema:
        return {"anyOf": [{"type": "string"}, HELD_FIELDS.schema(types)]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The meeting's place in its series: 二届第93次（扩大）会议. Not the number of the issue."""

    term: Text | None = optional(TEXT, "届", "届别")
    number: int | None = optional(NUMBER, "次", "次数")
    year: int | None = optional(NUMBER, "年", "年度")
    enlarged: bool | None = optional(FLAG, "扩大")
    together_with: Text | None = optional(TEXT, "合并召开", "与会合开")


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """Who holds the meeting: 主办, 承办, 协办."""

    organisation: Organisation = required(UNIT, "单位")
    part: HostPart = default(HostPart.HOST, ChoiceReader(HostPart), "职责")


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A room in which the meeting took place."""

    name: Text = required(TEXT, "名称")
    type: VenueType = default(VenueType.MAIN, ChoiceReader(VenueType), "类型")


@dataclass(frozen=True, slots=True)
class Wording:
    """A generated sentence that somebody has rewritten, by the sentence's name."""

    sentence: str
    text: Text


class WordingReader:
    """Reads the rewritten sentences; their names are those that the documents give their sentences."""

    def read(self, node: Node, path: str, reading: Reading) -> tuple[Wording, ...] | None:
        if not isinstance(node, Mapping):
            reading.report(faults.wrong_form(node.place, message("fields (`name: value`)"), faults.form_of(node)))
            return None
        texts = (
            (entry.key.text, TEXT.read(entry.value, join(path, entry.key.text), reading))
            for entry in node.entries
            if not is_unknown(entry.value) and not reading.is_full
        )
        return tuple(Wording(name, text) for name, text in texts if text)

    def schema(self, types: Schemas) -> Schema:
        return {"type": "object", "additionalProperties": {"anyOf": [TEXT.schema(types), {"type": "null"}]}}


class SchemaReader:
    """Reads the version of the format and refuses another one."""

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        found = scalar(node, reading)
        if found and found.text != SCHEMA:
            reading.report(faults.wrong_schema(found.place, found.text, SCHEMA))
        return found.text if found else None

    def schema(self, types: Schemas) -> Schema:
        del types
        return {"const": SCHEMA}


ON_LEAVE = AttendeeReader({"status": Presence.LEAVE})
ABSENT = AttendeeReader({"status": Presence.ABSENT})
OBSERVING = AttendeeReader({"attend_as": AttendAs.OBSERVE})


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """The record of one meeting.

    A short meeting holds its conveyed items, statements, requirements and decisions directly; one with an agenda
    groups the same lists by item. `observers`, `on_leave` and `absent` are shorthand for attendees.
    """

    schema: str | None = optional(SchemaReader(), "格式")
    id: str | None = optional(ID, "标识")
    title: Text = required(TEXT, "会议名称", "名称", "标题")
    kind: Kind | None = optional(KindMention(), "会议类型", "类型", "会议类别")
    series: Series | None = optional(Shape(Series, scalar="number"), "届次", "次数")
    hosts: tuple[Host, ...] = named(Shape(Host, scalar="organisation"), "主办单位", "主办")
    held: Held | None = optional(HeldReader(), "时间", "会议时间", "召开时间")
    venues: tuple[Venue, ...] = many(Shape(Venue, scalar="name"), "会场")
    place: tuple[Venue, ...] = many(Shape(Venue, scalar="name"), "地点", "会议地点")
    mode: Mode | None = optional(ChoiceReader(Mode), "会议形式", "召开方式")
    purpose: Text | None = optional(TEXT, "目的", "会议目的")
    basis: tuple[Organisation, ...] = named(UNIT, "依据")
    chair: Person | None = optional(SOMEBODY, "主持人", "主持")
    recorder: Person | None = optional(SOMEBODY, "记录人", "记录")
    expected: Count | None = optional(CountReader(), "应到", "应到人数")
    attendees: tuple[Attendee, ...] = named(AttendeeReader(), "参会人员", "出席", "出席人员", "参加人员")
    observers: tuple[Attendee, ...] = named(OBSERVING, "列席", "列席人员")
    on_leave: tuple[Attendee, ...] = named(ON_LEAVE, "请假", "请假人员")
    absent: tuple[Attendee, ...] = named(ABSENT, "缺席", "缺席人员")
    agenda: tuple[Item, ...] = many(Shape(Item, scalar="title"), "议题", "议程")
    conveyed: tuple[Conveyed, ...] = many(CONVEYED, "传达学习", "传达学习内容")
    statements: tuple[Statement, ...] = many(STATEMENT, "会议指出", "会议表述")
    requirements: tuple[Statement, ...] = many(REQUIREMENT, "会议要求")
    decisions: tuple[Decision, ...] = many(DECISION, "议定事项", "会议决定")
    publication: Publication | None = optional(Shape(Publication), "发布", "新闻发布")
    issue: Issue = default(Issue(), Shape(Issue), "印发")
    approvals: tuple[Approval, ...] = many(Shape(Approval), "审批", "审签")
    access: AccessRule | None = optional(Shape(AccessRule, scalar="level"), "公开范围", "查阅范围")
    wording: tuple[Wording, ...] | None = optional(WordingReader(), "改写")
    ignore: tuple[Ignored, ...] = many(Shape(Ignored, scalar="code"), "忽略")
    attachments: tuple[Attachment, ...] = many(Shape(Attachment, scalar="title"), "附件")
    unverified: tuple[str, ...] = many(PLAIN, "待核实")
    unplaced: tuple[Text, ...] = many(TEXT, "未归类")
    at: Place = placed()

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The agenda; what stands outside it, where anything does, comes first as an item without a title."""
        own = Item(
            conveyed=self.conveyed,
            statements=self.statements,
            requirements=self.requirements,
            decisions=self.decisions,
            at=self.at,
        )
        return (own, *self.agenda) if own.conveyed or own.said or own.decisions else self.agenda

    def rewritten(self, sentence: str) -> Text | None:
        """What somebody wants to stand in the place of a sentence that the program words."""
        return next((each.text for each in self.wording or () if each.sentence == sentence), None)

    @cached_property
    def everybody(self) -> tuple[Attendee, ...]:
        """Everybody whom the record names as attending, observing, on leave or absent, in its order."""
        return self.attendees + self.observers + self.on_leave + self.absent

    @cached_property
    def rooms(self) -> tuple[Venue, ...]:
        """Where it was held, the main room first."""
        return tuple(sorted(self.place + self.venues, key=lambda venue: venue.type is not VenueType.MAIN))
