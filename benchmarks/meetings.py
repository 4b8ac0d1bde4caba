"""Invented meetings for `jiyao make`, and the same minutes as plain values for a script that only has docxtpl.

How the two are made comparable: jiyao is given records, and reads, checks and words them before it fills. The script
is given what jiyao's view of the same record says, worded and escaped already and made into Word's runs, in the
cheapest form that docxtpl takes: texts, with no RichText to build. So the script reads JSON, fills the same shipped
template and writes, and nothing else is asked of it; the paragraphs that come out are compared.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from html import escape
from pathlib import Path
from random import Random
from typing import TypeAlias, cast

import yaml

from invented import CLAUSES, HEADINGS, UNITS
from jiyao.documents.minutes import given
from jiyao.documents.shipped import templates_dir
from jiyao.records.load import load_office, load_records
from jiyao.records.office import NO_OFFICE
from jiyao.views.fragments import Run
from jiyao.views.minutes import minutes_view

Meeting: TypeAlias = Mapping[str, object]

TEMPLATE = templates_dir() / "minutes.zh.docx"
OFFICE = "name: 示例市应急管理局\n"
PEOPLE = (
    "赵安邦", "钱芳", "孙德刚", "李慧", "周浩", "吴佳明", "郑丽", "冯宁", "陈培荣", "卫婷", "蒋绍文", "沈曦", "韩远",
    "杨振", "朱哲", "秦燕", "许琪", "何康", "吕诚", "施明",
)  # fmt: skip
ATTENDEES, REQUIREMENTS, DECISIONS = 12, 5, 3


def meeting(number: int) -> Meeting:
    """The record of that number: a weekly meeting of ordinary length."""
    random = Random(20230515 + number)  # noqa: S311  # not a secret
    people = random.sample(PEOPLE, ATTENDEES)
    return {
        "title": f"2023年第{number + 1}次工作例会",
        "held": f"2023-{random.randint(1, 12):02}-{random.randint(1, 28):02} 15:00",
        "place": f"机关{random.randint(2, 9)}楼会议室",
        "chair": people[0],
        "recorder": people[1],
        "attendees": people,
        "conveyed": [f"全省{random.choice(HEADINGS)}工作会议精神"],
        "statements": [{"verb": "point-out", "text": _text(random, 90)}],
        "requirements": [_text(random, 50) for _ in range(REQUIREMENTS)],
        "decisions": [_decision(random) for _ in range(DECISIONS)],
        "issue": {"number": f"第{number + 1}期", "issued_on": "2023-12-29"},
    }


def _decision(random: Random) -> Meeting:
    units = random.sample(UNITS, 2)
    return {"text": f"同意{_text(random, 30)}", "responsible": units[0], "supporting": [units[1]], "due": "2023-12-31"}


def _text(random: Random, length: int) -> str:
    text = random.choice(CLAUSES)
    while len(text) < length:
        text += f"，{random.choice(CLAUSES)}"
    return f"{text}。"


def write_meetings(folder: Path, count: int) -> None:
    """The same records twice, as one file of lines and as a folder of YAML files, and their values for docxtpl."""
    yamls, lines = folder / "yaml", folder / "jsonl"
    for each in (yamls, lines):
        each.mkdir(parents=True, exist_ok=True)
        (each / "office.yaml").write_text(OFFICE, "utf-8")
    with (lines / "meetings.jsonl").open("w", encoding="utf-8") as file:
        for number in range(count):
            record = meeting(number)
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            (yamls / f"{number + 1:05}.yaml").write_text(as_yaml(record), "utf-8")


def as_yaml(record: Meeting) -> str:
    """The record as a person writes it, each text in one line."""
    return yaml.dump(dict(record), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)


def write_values(file: Path, count: int) -> None:
    """What the script with docxtpl is given, a line for each record."""
    with file.open("w", encoding="utf-8") as lines:
        for number in range(count):
            lines.write(json.dumps(values(meeting(number)), ensure_ascii=False) + "\n")


def values(record: Meeting) -> dict[str, object]:
    """What the shipped template is filled with for a record, as plain texts that are escaped and lists of them."""
    office, _source, _problems = load_office(OFFICE.encode(), "office.yaml")
    (read,) = load_records(json.dumps(record).encode(), "meeting.json", office or NO_OFFICE)
    view = minutes_view(read.meeting, read.office) if read.meeting and read.is_usable else read.problems
    if isinstance(view, tuple):
        raise TypeError("\n".join(map(str, view)))
    return {each.name: _plain(getattr(part, each.name)) for part in given(view) for each in fields(part)}


def _plain(value: object) -> object:
    if isinstance(value, str):
        return escape(value, quote=False)
    if isinstance(value, tuple):
        items = cast("Sequence[object]", value)
        runs = [item for item in items if isinstance(item, Run)]
        # Nothing prints as nothing, in a loop and in a tag.
        return "".join(map(_run, runs)) if runs or not items else [_plain(item) for item in items]
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value


def _run(run: Run) -> str:
    """A run without properties, in which a line break and a tab are Word's."""
    text = escape(run.text, quote=False)
    for sign, element in {"\n": "br", "\t": "tab"}.items():
        text = text.replace(sign, f'</w:t><w:{element}/><w:t xml:space="preserve">')
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
