"""What a meeting dealt with: conveyed items, statements, decisions, and the agenda items that group them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.languages.moments import is_no_day, parse_date
from jiyao.languages.text import Text
from jiyao.problems import Place
from jiyao.records import faults
from jiyao.records.attendance import Attendee, AttendeeReader
from jiyao.records.choices import AttendAs, Concern, ConveyAct, DueType, Form, Frame, Result, Status, Verb, VoteMethod
from jiyao.records.fields import Reading, Schema, Schemas, Shape, default, many, named, optional, placed, required
from jiyao.records.nodes import Node, Scalar
from jiyao.records.people import SOMEBODY, UNIT, Organisation, Person
from jiyao.records.values import DATE, FLAG, NUMBER, PLAIN, TEXT, ChoiceReader

if TYPE_CHECKING:
    import datetime as dt

BY_THE_MEETING = frozenset(("meeting", "会议"))
"""Who speaks in a statement that is nobody's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conveyed:
    """Something that the meeting conveyed or studied: 传达学习的内容.

    Only documents take 《》; a title that the record already writes in 《》 is a document's.
    """

    title: Text = required(TEXT, "名称", "标题")
    form: Form | None = optional(ChoiceReader(Form), "形式", "类别")
    issuer: Organisation | None = optional(UNIT, "发文机关", "发文单位")
    number: str | None = optional(PLAIN, "文号", "发文字号")
    date: dt.date | None = optional(DATE, "日期", "成文日期")
    act: ConveyAct | None = optional(ChoiceReader(ConveyAct), "方式")
    by: tuple[Person, ...] = named(SOMEBODY, "传达人", "领学人")
    at: Place = placed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Until when: a day, or only what the record shows; `type` says whether the matter ever ends."""

    date: dt.date | None = optional(DATE, "日期")
    shown: Text | None = optional(TEXT, "表述", "显示")
    type: DueType = default(DueType.ONCE, ChoiceReader(DueType), "类型")
    at: Place = placed()


class DueReader:
    """Reads a day, a word for a matter without an end (长期), free words (6月底前), or fields.

    What looks like a day and is none (2023-02-30) is no free words: it would be printed as it stands.
    """

    def read(self, node: Node, path: str, reading: Reading) -> Due | None:
        if not isinstance(node, Scalar):
            return DUE.read(node, path, reading)
        word = node.text.strip().removesuffix("前")
        for kind in DueType:
            if word in (kind.value, *kind.zh):
                said = None if word.isascii() else TEXT.read(node, path, reading)
                return Due(type=kind, shown=said, at=node.place)
        if day := parse_date(word):
            return Due(date=day, at=node.place)
        if is_no_day(word):
            reading.report(faults.not_a_date(node.place, node.text))
            return None
        shown = TEXT.read(node, path, reading)
        return Due(shown=shown, at=node.place) if shown else None

    def schema(self, types: Schemas) -> Schema:
        return {"anyOf": [{"type": "string"}, DUE.schema(types)]}


DUE = Shape(Due)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """Who closed a matter, and when."""

    by: Person | None = optional(SOMEBODY, "办结人", "确认人")
    on: dt.date | None = optional(DATE, "日期")


class SpeakerReader:
    """Reads who speaks: a person; the meeting (`meeting`, 会议) is nobody in particular."""

    def read(self, node: Node, path: str, reading: Reading) -> Person | None:
        if isinstance(node, Scalar) and node.text in BY_THE_MEETING:
            return None
        return SOMEBODY.read(node, path, reading)

    def schema(self, types: Schemas) -> Schema:
        return SOMEBODY.schema(types)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the meeting, or a person, said: 会议指出, 会议强调, 会议要求. `by` is None where the meeting speaks.

    `items` are parts of the statement that stand below it, one by one. A requirement may say who does it.
    """

    verb: Verb = default(Verb.POINT_OUT, ChoiceReader(Verb), "动词")
    by: Person | None = optional(SpeakerReader(), "发言人")
    text: Text = required(TEXT, "内容")
    items: tuple[Text, ...] = many(TEXT, "分项")
    frame: Frame | None = optional(ChoiceReader(Frame), "英文句式")
    responsible: tuple[Organisation, ...] = named(UNIT, "责任单位", "牵头单位")
    supporting: tuple[Organisation, ...] = named(UNIT, "配合单位")
    lead_official: tuple[Person, ...] = named(SOMEBODY, "责任领导", "责任人")
    due: Due | None = optional(DueReader(), "时限", "完成时限")
    status: Status | None = optional(ChoiceReader(Status), "办理状态", "状态")
    closed: Closed | None = optional(Shape(Closed), "办结")
    at: Place = placed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """How a matter was voted on, in votes. `print` says whether the minutes name the figures."""

    method: VoteMethod | None = optional(ChoiceReader(VoteMethod), "表决方式")
    entitled: int | None = optional(NUMBER, "应到", "有表决权")
    for_: int | None = optional(NUMBER, "赞成", "同意")
    against: int | None = optional(NUMBER, "反对")
    abstain: int | None = optional(NUMBER, "弃权")
    recused: tuple[Person, ...] = named(SOMEBODY, "回避")
    print: bool | None = optional(FLAG, "载明")
    at: Place = placed()

    @property
    def cast(self) -> int:
        """The votes that the record counts."""
        return sum(number or 0 for number in (self.for_, self.against, self.abstain))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One thing the meeting resolved: 议定事项, with who does it and until when."""

    text: Text = required(TEXT, "内容")
    result: Result | None = optional(ChoiceReader(Result), "结果")
    conditions: Text | None = optional(TEXT, "条件", "附带条件")
    vote: Vote | None = optional(Shape(Vote), "表决")
    concerns: Concern | None = optional(ChoiceReader(Concern), "涉及")
    responsible: tuple[Organisation, ...] = named(UNIT, "责任单位", "牵头单位")
    supporting: tuple[Organisation, ...] = named(UNIT, "配合单位")
    lead_official: tuple[Person, ...] = named(SOMEBODY, "责任领导", "责任人")
    due: Due | None = optional(DueReader(), "时限", "完成时限")
    status: Status | None = optional(ChoiceReader(Status), "办理状态", "状态")
    closed: Closed | None = optional(Shape(Closed), "办结")
    at: Place = placed()


CONVEYED = Shape(Conveyed, scalar="title")
STATEMENT = Shape(Statement, scalar="text")
REQUIREMENT = Shape(Statement, scalar="text", given={"verb": Verb.REQUIRE})
DECISION = Shape(Decision, scalar="text")
OBSERVER = AttendeeReader({"attend_as": AttendAs.OBSERVE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of the agenda, 议题, with all that was said and resolved about it.

    `requirements` is shorthand for statements with the verb `require`; they come after the statements.
    """

    number: int | None = optional(NUMBER, "序号")
    first_topic: bool | None = optional(FLAG, "第一议题")
    concerns: Concern | None = optional(ChoiceReader(Concern), "涉及")
    title: Text | None = optional(TEXT, "议题名称", "名称", "标题")
    reporter: tuple[Person, ...] = named(SOMEBODY, "汇报人")
    observers: tuple[Attendee, ...] = named(OBSERVER, "列席", "列席人员")
    recused: tuple[Person, ...] = named(SOMEBODY, "回避")
    conveyed: tuple[Conveyed, ...] = many(CONVEYED, "传达学习", "传达学习内容")
    statements: tuple[Statement, ...] = many(STATEMENT, "会议指出", "会议表述")
    requirements: tuple[Statement, ...] = many(REQUIREMENT, "会议要求")
    decisions: tuple[Decision, ...] = many(DECISION, "议定事项", "会议决定")
    at: Place = placed()

    @property
    def said(self) -> tuple[Statement, ...]:
        """The statements in the order of the record, the requirements after them."""
        return self.statements + self.requirements
