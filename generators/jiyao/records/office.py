"""The office, 单位信息: what all records below its `office.yaml` share."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from jiyao.dataclass import dataclass
from jiyao.languages.english.style import STYLES, Style
from jiyao.languages.text import Language, Text
from jiyao.problems import Place, Problem, message
from jiyao.records import faults
from jiyao.records.choices import Choice, PeopleOrder
from jiyao.records.fields import Reading, Shape, default, many, named, optional, placed, required, spec_of
from jiyao.records.kinds import KIND, Kind
from jiyao.records.lists import read_list
from jiyao.records.nodes import Mapping, Node, Scalar
from jiyao.records.people import ORGANISATION, PERSON, UNIT, Directory, Organisation, Person, Register
from jiyao.records.publication import Ignored
from jiyao.records.values import FLAG, ID, NUMBER, PLAIN, TEXT, ChoiceReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class OfficeLanguage(Choice):
    """A language in which the office writes."""

    ZH = "zh", "中文"
    EN = "en", "英文"


class EnglishStyle(Choice):
    """The house style of English texts."""

    SPP = "spp", "最高检"
    XINHUA = "xinhua", "新华社"
    CHINA_DAILY = "chinadaily", "中国日报"

    @property
    def style(self) -> Style:
        """What the house style prescribes."""
        return STYLES[self.value]


class Preset(Choice):
    """Which of two standards lays out the page: margins as the ruler has them, or as the ink is measured."""

    GB9704 = "gb9704", "GB/T 9704"
    GB33476 = "gb33476", "GB/T 33476"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """The faces of the office's documents, by role; None keeps the standard's own."""

    body: str | None = optional(PLAIN, "正文", "仿宋")
    heading: str | None = optional(PLAIN, "一级标题", "黑体")
    subheading: str | None = optional(PLAIN, "二级标题", "楷体")
    title: str | None = optional(PLAIN, "标题", "小标宋")
    number: str | None = optional(PLAIN, "页码", "宋体")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """How the office words and lays out its documents."""

    english: EnglishStyle = default(EnglishStyle.SPP, ChoiceReader(EnglishStyle), "英文体例")
    preset: Preset = default(Preset.GB9704, ChoiceReader(Preset), "版式")
    fonts: Fonts = default(Fonts(), Shape(Fonts), "字体")
    people_order: PeopleOrder = default(PeopleOrder.GIVEN, ChoiceReader(PeopleOrder), "人员排序")
    mark: Text | None = optional(TEXT, "纪要标志")
    issuer: Organisation | None = optional(UNIT, "制发单位")
    printed_by: Organisation | None = optional(UNIT, "印发机关")
    copies_to: tuple[Organisation, ...] = named(UNIT, "抄送")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSeries:
    """A series in which issues are numbered."""

    id: str = required(ID, "标识")
    form: str | None = optional(PLAIN, "编号样式")
    start: int | None = optional(NUMBER, "起始")
    yearly: bool | None = optional(FLAG, "按年")


@dataclass(frozen=True, kw_only=True)
class Office:
    """One office: its names, its people and units, and its house style. Everything but `name` may be unknown."""

    name: Text = required(TEXT, "单位名称", "名称")
    short: Text | None = optional(TEXT, "简称")
    languages: tuple[OfficeLanguage, ...] = many(ChoiceReader(OfficeLanguage), "语言")
    timezone: str = default("Asia/Shanghai", PLAIN, "时区")
    organisations: tuple[Organisation, ...] = many(ORGANISATION, "单位", "部门")
    people: tuple[Person, ...] = many(PERSON, "人员")
    house: House = default(House(), Shape(House), "体例")
    series: tuple[NumberSeries, ...] = many(Shape(NumberSeries, scalar="id"), "编号")
    kinds: tuple[Kind, ...] = many(KIND, "会议类型")
    ignore: tuple[Ignored, ...] = many(Shape(Ignored, scalar="code"), "忽略")
    at: Place = placed()

    @property
    def first_language(self) -> Language:
        """The language of a bare text."""
        return Language(self.languages[0].value) if self.languages else Language.ZH

    @cached_property
    def directory(self) -> Directory:
        """Whom and what the names of this office's records can mean; the office itself is one of its bodies."""
        itself = Organisation(name=self.name, short=self.short, at=self.at)
        known = any(each.name == self.name for each in self.organisations)
        bodies = self.organisations if known else (itself, *self.organisations)
        return Directory(Register(self.people), Register(bodies), self.kinds)


NO_OFFICE = Office(name=Text())
"""What a record without an office is read against: nobody is known, and nothing is assumed."""

OFFICE = Shape(Office)


def read_office(node: Node) -> tuple[Office | None, tuple[Problem, ...]]:
    """The office that a file describes, and all that is wrong with it; None where its name is missing.

    Units are read first, then people, so that each may name what stands before it, in whatever order the file has
    them.
    """
    if not isinstance(node, Mapping):
        expected = message("fields (`name: value`)")
        return None, (faults.wrong_form(node.place, expected, faults.form_of(node)),)
    language = _first_language(node)
    units = _register(node, "organisations", language, Directory())
    people = _register(node, "people", language, Directory(organisations=Register(units)))
    reading = Reading(language, Directory(Register(people), Register(units)), [])
    office = OFFICE.read(node, "", reading)
    kinds = office.kinds if office else ()
    ids = ([(each.id, each.at) for each in units], [(each.id, each.at) for each in people])
    for each in (*ids, [(kind.key, kind.at) for kind in kinds]):
        for problem in _doubled(each):
            reading.report(problem)
    return office, tuple(reading.problems)


def _first_language(node: Mapping) -> Language:
    value = _field(node, "languages")
    first = value if isinstance(value, Scalar) else next(iter(getattr(value, "items", ())), None)
    english = isinstance(first, Scalar) and first.text in {OfficeLanguage.EN.value, *OfficeLanguage.EN.zh}
    return Language.EN if english else Language.ZH


def _field(node: Mapping, name: str) -> Node | None:
    return next((entry.value for entry in node.entries if OFFICE.field_of(entry.key.text) == name), None)


def _register(node: Mapping, name: str, language: Language, directory: Directory) -> tuple[Any, ...]:
    """The entries of one list of the office, read ahead; the whole reading reports what is wrong with them."""
    value = _field(node, name)
    return read_list(spec_of(Office, name).reader, value, name, Reading(language, directory, [])) if value else ()


def _doubled(ids: Iterable[tuple[str | None, Place]]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for word, place in ids:
        if word and word in first:
            yield faults.id_twice(place, word, first[word].line)
        elif word:
            first[word] = place
