"""Minutes of every kind and length, with all that may stand on their pages: what is measured on paper."""

from __future__ import annotations

from collections.abc import Mapping

from jiyao.records.kinds import built_in_kinds

OFFICE = (
    "name: 示例市应急管理局\nhouse: {copies_to: [{name: 市委办公室}], printed_by: {name: 示例市应急管理局办公室}}\n"
)
SENTENCE = "会议指出各级各部门要坚持稳中求进工作总基调突出重点注重实效把各项任务落到实处"
MIXED = "会议听取了2023年第1季度GDP增长5.3%、VOCs排放下降12.5%的汇报，指出PM2.5浓度为31微克/立方米。"
PEOPLE = (
    "张三",
    "王小五",
    "欧阳文博",
    "阿依努尔·沙比提",
    "买买提·吐尔逊",
    "John Smith",
    "Anne-Marie O’Neill",
    "李四光",
)


def body(paragraphs: int) -> str:
    """Statements of many lengths, the third of them with Latin letters and digits."""
    texts = (MIXED * 2 if number % 3 == 2 else f"{SENTENCE * (1 + number % 4)}。" for number in range(paragraphs))
    return "".join(f"- {{verb: stress, text: {text}}}\n" for text in texts)


def record(paragraphs: int, people: int = 8, more: str = "") -> str:
    names = ", ".join(f"{{name: {PEOPLE[number % len(PEOPLE)]}}}" for number in range(people))
    issue = "issue: {number: 5, issued_on: 2023-05-19}\n"
    return f"title: 例会\nheld: 2023-05-16\n{more}{issue}attendees: [{names}]\nstatements:\n{body(paragraphs)}"


GOOD: Mapping[str, str] = {
    "half a page": "title: 例会\n",
    "two pages": record(6),
    "forty pages": record(230, people=200),
    "a page of names": record(3, people=120),
    **{f"kind {kind.key}": record(5, more=f"kind: {kind.key}\n") for kind in built_in_kinds()},
    **{f"{people} names": record(4, people=people) for people in (1, 17)},
    "no text at all": "title: 例会\nattendees: [{name: 张三}]\n",
}


SECRECY = "secrecy: {level: 机密, period: 10年, copy_number: '000001'}"
TABLE = "table: [[序号, 事项], [1, 消防通道], [2, 危险化学品仓库]]"
HEADS: Mapping[str, str] = {
    "two attachments behind": f"attachments: [{{title: 台账, {TABLE}}}, {{title: 分工, text: {SENTENCE}。}}]\n",
    "an attachment of many pages": "attachments: [{title: 办法, text: %s}]\n" % (f"{SENTENCE}。" * 60),
    "all lines of the head": f"issue: {{number: 〔2023〕5号, stage: review, urgency: 特急, {SECRECY}}}\n",
    "two attachments": "attachments: [任务分工表, 2023年安全生产隐患排查治理台账和整改情况汇总表以及责任单位名单]\n",
}
"""Minutes with all that may stand above and below the text."""
ANY: Mapping[str, str] = {
    **GOOD,
    **{name: f"title: 例会\n{more}attendees: [张三]\nstatements:\n{body(6)}" for name, more in HEADS.items()},
    # The text ends on one line of a page after the other, the last one and the first one of the next page among them.
    **{f"{lines} lines more": record(6, more=f"purpose: {'研' * 28 * lines}\n") for lines in range(1, 23)},
}
