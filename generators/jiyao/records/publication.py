"""What happens to a meeting's documents: how they are published, issued, approved, and who may read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.languages.text import Text
from jiyao.problems import Place
from jiyao.records.choices import Access, Concept, DocumentName, SecrecyLevel, Stage, Urgency
from jiyao.records.fields import Shape, many, named, optional, placed, required
from jiyao.records.people import SOMEBODY, UNIT, Organisation, Person
from jiyao.records.tables import TABLE_ROW, TableRow
from jiyao.records.values import DATE, PLAIN, TEXT, ChoiceReader

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture of a release; `file` is a path from the record's folder, or from that of `office.yaml`."""

    file: str = required(PLAIN, "文件")
    file_at: Place = placed(of="file")
    caption: Text | None = optional(TEXT, "图说")
    alt: Text | None = optional(TEXT, "替代文本")
    credit: Text | None = optional(TEXT, "摄影", "来源")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where an agency's own story comes from, 电头; an office's own site has none."""

    place: Text = required(TEXT, "地点")
    agency: Text = required(TEXT, "通讯社", "媒体")
    at: Place = placed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """How a release is published; what is unknown is left out of it, label and all."""

    headline: Text | None = optional(TEXT, "标题", "新闻标题")
    kicker: Text | None = optional(TEXT, "引题", "肩题")
    subheadline: Text | None = optional(TEXT, "副题", "副标题")
    column: tuple[Text, ...] = many(TEXT, "栏目")
    author: Text | None = optional(TEXT, "作者")
    source: Text | None = optional(TEXT, "来源", "稿源")
    reporters: tuple[Person, ...] = named(SOMEBODY, "记者")
    correspondents: tuple[Person, ...] = named(SOMEBODY, "通讯员")
    editor: Person | None = optional(SOMEBODY, "编辑")
    proofreader: Person | None = optional(SOMEBODY, "校对")
    reviewer: Person | None = optional(SOMEBODY, "审核")
    date: dt.date | None = optional(DATE, "发布日期", "日期")
    dateline: Dateline | None = optional(Shape(Dateline), "电头")
    photos: tuple[Photo, ...] = many(Shape(Photo), "图片")


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrecy:
    """密级和保密期限 and 份号 (GB/T 9704-2012, 7.2.1 and 7.2.2)."""

    level: SecrecyLevel = required(ChoiceReader(SecrecyLevel), "密级")
    period: str | None = optional(PLAIN, "保密期限", "期限")
    copy_number: str | None = optional(PLAIN, "份号")
    at: Place = placed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """How the minutes are issued. `number` is the issue's own (第5期, 〔2023〕5号), not the meeting's."""

    stage: Stage | None = optional(ChoiceReader(Stage), "阶段")
    number: str | None = optional(PLAIN, "编号", "期号")
    issued_on: dt.date | None = optional(DATE, "印发日期")
    copies_to: tuple[Organisation, ...] = named(UNIT, "抄送")
    printed_by: Organisation | None = optional(UNIT, "印发机关")
    urgency: Urgency | None = optional(ChoiceReader(Urgency), "紧急程度")
    secrecy: Secrecy | None = optional(Shape(Secrecy, scalar="level"), "密级")
    at: Place = placed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One step of the approval of one document."""

    document: DocumentName | None = optional(ChoiceReader(DocumentName), "文种")
    step: str | None = optional(PLAIN, "环节")
    by: Person | None = optional(SOMEBODY, "审批人", "签批人")
    on: dt.date | None = optional(DATE, "日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRule:
    """Who may read the record, and what a public document of it leaves out besides."""

    level: Access = required(ChoiceReader(Access), "范围", "级别")
    hide: tuple[Concept, ...] = many(ChoiceReader(Concept), "隐去", "不公开")
    at: Place = placed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """An attachment of the minutes: 附件. Its text and its table are printed with them, behind the text.

    `table` is a list of rows, the first of which names the columns. `file` is a path from the record's folder, or from
    that of `office.yaml`: a table (`.csv`, `.xlsx`) or a text (`.txt`) is printed likewise; another file goes along
    with the minutes.
    """

    title: Text = required(TEXT, "名称", "标题")
    text: Text | None = optional(TEXT, "正文", "内容")
    table: tuple[TableRow, ...] = many(TABLE_ROW, "表格")
    file: str | None = optional(PLAIN, "文件")
    file_at: Place = placed(of="file")
    at: Place = placed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A problem that somebody has looked at and lets stand.

    With a `hash` it stands only while the text does: the first 12 hexadecimal digits of the SHA-256 of the line in
    which the problem is reported, in UTF-8 and without the blanks around it. A change of the line asks again.
    """

    code: str = required(PLAIN, "代码", "编号")
    reason: str | None = optional(PLAIN, "理由", "原因")
    hash: str | None = optional(PLAIN, "校验值")
