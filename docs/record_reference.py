"""The reference of the record, made from the table of fields: see `make_reference.py`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any

from jiyao.cli.columns import paragraphs, wrapped
from jiyao.records.attendance import Attendee, AttendeeReader, CountReader
from jiyao.records.choices import Choice
from jiyao.records.fields import Reader, Shape, Spec, specs_of
from jiyao.records.items import Due, DueReader, SpeakerReader
from jiyao.records.kinds import FractionReader, KindMention, built_in_kinds
from jiyao.records.load import MEETING
from jiyao.records.meeting import EndReader, HeldFields, HeldReader, SchemaReader, SpanReader, WordingReader
from jiyao.records.office import OFFICE
from jiyao.records.people import SOMEBODY, UNIT, Organisation, Person
from jiyao.records.tables import TableRowReader
from jiyao.records.values import DATE, FLAG, ID, NAME, NUMBER, PLAIN, TEXT, ChoiceReader
from marking import PAGE, in_markdown, table

RECORD_INTRO = """\
# The record, field by field (会议数据)

A record is one file that describes one meeting: YAML or JSON; a `.jsonl` file has one record in each line.
`office.yaml` is shared by all records below its folder. Every field has an English key and Chinese ones, which mean
the same and may be mixed. What is unknown is left out: documents do without it.

- A value may stand in place of a list of one. A list of people or units may be one text: `张三、李四`.
- A bare text is in the office's first language, which is Chinese unless its `languages` say otherwise.
- Long texts stand below `|-`, indented; each line is a paragraph.
- A text with ` #`, or that starts with a sign such as `*`, `&` or `!`, stands in quotes.

Some fields are read and checked, and wait for documents that are still to come; the README says what is printed today.
This page is made from the program's own table of fields (`docs/make_reference.py`).
"""


@dataclass(frozen=True, slots=True)
class Value:
    """One sort of value: the word for it in the tables, how it is written, and examples that its reader takes."""

    reader: Reader[Any]
    word: str
    meaning: str
    examples: tuple[str, ...]
    parts: tuple[type[object], ...] = ()
    """The record types whose fields may be written instead."""


VALUES = (
    Value(TEXT, "text", "One text, or the text in two languages.", ("自查", "{zh: 自查, en: self-inspection}")),
    Value(NAME, "name", "A person's name, or the name in two languages.", ("张三", "{zh: 单田, pinyin: shàn tián}")),
    Value(ID, "id", "Small letters, digits and hyphens.", ("zhang-san",)),
    Value(PLAIN, "word", "Any text; it is printed, if at all, as it stands.", ("第5期",)),
    Value(NUMBER, "number", "A whole number of zero or more.", ("12", "12人")),
    Value(FLAG, "yes or no", "True or false.", ("true", "否")),
    Value(DATE, "day", "A day with its year.", ("2023-03-06", "2023/3/6", "2023年3月6日")),
    Value(
        SpanReader(),
        "day and time",
        "A day; its hours, if they are known; or several days.",
        ("2023-03-06", "2023-03-06 15:00", "2023年3月6日下午3时至5时", "2023年3月6日至8日"),
    ),
    Value(EndReader(), "end", "A time of the same day, or a day and a time.", ("17:30", "2023-03-07 11:00")),
    Value(
        HeldReader(),
        "when",
        "A day and time, or the fields beside.",
        ("2023-03-06 15:00", "{start: 2023-03-06 15:00, end: 17:30}", "{shown: 近日}"),
        (HeldFields,),
    ),
    Value(
        DueReader(),
        "time limit",
        "A day, a word for what has no end, free words, or the fields beside.",
        ("2023年3月17日前", "长期", "6月底前", "{shown: 每月5日前, type: recurring}"),
        (Due,),
    ),
    Value(CountReader(), "count", "How many, exactly or at least.", ("12", "30余人", "{at_least: 12}")),
    Value(FractionReader(), "share", "A share of those who may vote.", ('">=2/3"', '">1/2"')),
    Value(KindMention(), "kind", "One of the [kinds of meetings](#kinds-of-meetings).", ("office", "局长办公会")),
    Value(
        SOMEBODY,
        "person",
        "An id or name that the office knows, any other name, or the fields beside.",
        ("张三", "{name: 陈林, posts: 主任}"),
        (Person,),
    ),
    Value(SpeakerReader(), "speaker", "A person; 会议 where nobody in particular speaks.", ("会议", "张三")),
    Value(
        UNIT,
        "unit",
        "An id or name that the office knows, any other name, or the fields beside.",
        ("办公室", "{name: 示例市水利局, short: 市水利局}"),
        (Organisation,),
    ),
    Value(
        AttendeeReader(),
        "attendee",
        "A person, a group, or the fields beside. Under `on_leave` and `absent` a reason may follow: 李四（出差）.",
        ("张三", "各科室负责人", "{姓名: 李四, 职务: 局长, 状态: 请假}"),
        (Attendee, Person),
    ),
    Value(
        TableRowReader(),
        "row",
        "A row of a table: a list of texts, in which an empty one is an empty cell.",
        ('[序号, 事项, ""]', "[1, {zh: 消防通道, en: Fire exits}]"),
    ),
    Value(SchemaReader(), "version", "The version of this format.", ("meeting/1",)),
    Value(
        WordingReader(),
        "sentences",
        "Sentences of the documents, by their names.",
        ("{minutes.opening: 近日，会议召开。}",),
    ),
)
"""Every sort of value that a field may ask for, apart from closed lists and groups of fields."""


def record_page() -> str:
    """`record.md`: the values, the fields of a record and of an office, the closed lists, the kinds of meetings."""
    parts = [RECORD_INTRO, _values()]
    written: dict[str, type[object]] = {}
    for title, shape in (("The record", MEETING), ("office.yaml", OFFICE)):
        new = {each.__name__: each for each in _types_of(shape.cls) if each.__name__ not in written}
        written |= new
        groups = [_section(each, _fields(each)) for each in new.values() if not issubclass(each, Choice)]
        parts += [f"## {title}\n", *groups]
    lists = [_section(each, _choices(each)) for _name, each in sorted(written.items()) if issubclass(each, Choice)]
    parts += ["## Closed lists (可选值)\n\nThe first Chinese word is the one that documents print.\n", *lists]
    return "\n".join((*parts, _kinds()))


def value_of(reader: Reader[Any]) -> Value:
    """What is said of values of that reader. Raises StopIteration for one that `VALUES` lacks."""
    same = (each for each in VALUES if type(each.reader) is type(reader))
    return next(each for each in same if not isinstance(reader, type(ID)) or each.reader == reader)


def _types_of(cls: type[object]) -> Iterator[type[object]]:
    """The record types and closed lists that a type holds, itself first, each once, in the order of the fields."""
    waiting, seen = [cls], {cls}
    while waiting:
        each = waiting.pop(0)
        yield each
        readers = () if issubclass(each, Choice) else (spec.reader for spec in specs_of(each).values())
        new = [part for reader in readers for part in _parts(reader)]
        waiting += (part for part in dict.fromkeys(new) if part not in seen)
        seen.update(new)


def _parts(reader: Reader[Any]) -> Sequence[type[object]]:
    if isinstance(reader, ChoiceReader):
        return (reader.choices,)
    return (reader.cls,) if isinstance(reader, Shape) else value_of(reader).parts


def _section(each: type[object], content: str) -> str:
    """The heading of a type, its docstring, and its table."""
    texts = (in_markdown(text) for _as_it_is, text in paragraphs(cleandoc(each.__doc__ or "")))
    return "\n\n".join((f"### {each.__name__}", *("\n".join(wrapped(text, PAGE)) for text in texts), content))


def _fields(cls: type[object]) -> str:
    rows = [
        (f"`{name}`", "、".join(spec.zh), _accepted(spec), "yes" if spec.required else "")
        for name, spec in specs_of(cls).items()
    ]
    return table(("field", "Chinese", "what it holds", "required"), rows)


def _accepted(spec: Spec) -> str:
    one = _one(spec.reader)
    if spec.listed:
        return f"list of {one}; or one text with 、"
    return f"list of {one}" if spec.many else one


def _one(reader: Reader[Any]) -> str:
    if isinstance(reader, ChoiceReader):
        return link(reader.choices)
    if isinstance(reader, Shape):
        return link(reader.cls) + (f", or its `{reader.scalar}`" if reader.scalar else "")
    return value_of(reader).word


def link(cls: type[object]) -> str:
    """A link to the heading of that type on the page."""
    return f"[{cls.__name__}](#{cls.__name__.lower()})"


def _values() -> str:
    rows = [
        (each.word, " ".join((each.meaning, *map(link, each.parts))), " · ".join(f"`{one}`" for one in each.examples))
        for each in VALUES
    ]
    return f"## Values (值的写法)\n\n{table(('word in the tables', 'what it is', 'for example'), rows)}"


def _choices(choices: type[Choice]) -> str:
    return table(("value", "Chinese"), [(f"`{each.value}`", "、".join(each.zh)) for each in choices])


def _kinds() -> str:
    rows = [
        (f"`{kind.key}`", kind.name.zh, "、".join(each.zh for each in kind.also), kind.name.en)
        for kind in built_in_kinds()
    ]
    head = table(("key", "name", "also called", "in English"), rows)
    return f"## Kinds of meetings\n\n会议类型: the built-in ones. An office adds its own under `kinds`.\n\n{head}"
