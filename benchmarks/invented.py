"""Invented meetings for the comparison of engines: the same on every run, and nobody in them exists.

A record is what all engines are given, as JSON: texts, and lists of groups of texts. Some texts hold `&`, `<` and “”,
which an engine has to bring into the document as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import TypeAlias

Item: TypeAlias = Mapping[str, "str | Sequence[Item]"]
Record: TypeAlias = Mapping[str, "str | Sequence[Item]"]

PEOPLE = 20
"""Rows of the table in an ordinary record."""
CONVEYED, REQUIREMENTS, STEPS = 5, 10, 3

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张"
GIVEN = "安邦诚德芳刚浩慧佳康丽明宁培琪荣绍婷文曦燕远哲振"
UNITS = (
    "示例市水利局", "示例市财政局", "示例市教育局", "示例市民政局", "示例市统计局", "示例市气象局", "示例市林业局",
    "示例市交通运输局", "示例市农业农村局", "示例市市场监督管理局", "示例市应急管理局办公室",
)  # fmt: skip
POSTS = ("局长", "副局长", "科长", "副科长", "主任", "总工程师", "二级调研员", "四级主任科员")
NUMERALS = "一二三四五六七八九十"
HEADINGS = (
    "压紧压实各级责任", "全面排查风险隐患", "备足防汛抢险物资", "细化转移避险方案", "严格值班值守制度",
    "加快重点工程进度", "加强预报预警会商", "规范资金使用管理", "做好群众宣传引导", "及时总结经验教训",
)  # fmt: skip
CLAUSES = (
    *HEADINGS, "完成12座水库的除险加固", "投资约2.4亿元", "整改率达到96%以上", "覆盖9个县（区）和31个乡镇",
    "“一键叫应”机制已经建立", "比上年同期提高5.3%", "涉及甲&乙两个标段", "积水深度<15厘米的路段", "逐项列出清单",
    "明确牵头单位和完成时限", "每周调度一次进展", "重要情况随时报告", "现场核查并当面反馈", "做到应转尽转、应转早转",
)  # fmt: skip


def record(number: int, people: int = PEOPLE) -> Record:
    """The record of that number, from 0; another number of people gives a table of as many rows."""
    random = Random(20230306 + number)  # noqa: S311  # not a secret
    month, day = random.randint(1, 12), random.randint(1, 28)
    return {
        "office": "示例市人民政府办公室",
        "mark": "示例市人民政府专题会议纪要",
        "number": f"〔2023〕{number + 1}号",
        "issued_on": f"2023年{month}月{day}日",
        "title": f"关于{random.choice(HEADINGS)}有关工作的会议纪要",
        "held": f"2023年{month}月{random.randint(1, day)}日下午{random.randint(2, 4)}时30分",
        "place": f"机关{random.randint(2, 9)}楼第{random.randint(1, 5)}会议室",
        "chair": f"{_name(random)}副市长",
        "recorder": _name(random),
        "opening": _text(random, 120),
        "people": [_person(random, index) for index in range(1, people + 1)],
        "conveyed": [{"text": _text(random, 150)} for _ in range(CONVEYED)],
        "requirements": [_requirement(random, index) for index in range(REQUIREMENTS)],
        "closing": _text(random, 60),
        "copies": "各县（区）人民政府，市政府各部门、各直属机构。",
    }


def _person(random: Random, index: int) -> Item:
    return {"no": str(index), "name": _name(random), "unit": random.choice(UNITS), "post": random.choice(POSTS)}


def _requirement(random: Random, index: int) -> Item:
    steps = [{"no": f"{step}.", "text": _text(random, 40)} for step in range(1, STEPS + 1)]
    return {
        "no": f"（{NUMERALS[index]}）",
        "heading": f"{random.choice(HEADINGS)}。",
        "text": _text(random, 60),
        "steps": steps,
    }


def _name(random: Random) -> str:
    return random.choice(SURNAMES) + "".join(random.sample(GIVEN, random.randint(1, 2)))


def _text(random: Random, length: int) -> str:
    """Clauses until there are `length` characters, ended by a full stop."""
    text = random.choice(CLAUSES)
    while len(text) < length:
        text += random.choice("，，，；") + random.choice(CLAUSES)
    return f"{text}。"


def write_records(file: Path, records: Iterator[Record]) -> None:
    """One record on each line, as JSON."""
    with file.open("w", encoding="utf-8") as lines:
        for each in records:
            lines.write(json.dumps(each, ensure_ascii=False) + "\n")
