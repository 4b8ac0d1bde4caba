"""Which values the template of each document is given, and an example of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from inspect import cleandoc
from typing import cast

from jiyao.documents.inspection.shapes import Shape, members_of
from jiyao.documents.minutes import Measures, given
from jiyao.records.choices import DocumentName
from jiyao.records.load import load_office, load_records
from jiyao.records.meeting import Meeting
from jiyao.records.office import Office
from jiyao.views.minutes import MinutesView, minutes_view

GIVEN: Mapping[DocumentName, tuple[type[object], ...]] = {DocumentName.MINUTES: (MinutesView, Measures)}
"""The types whose fields a template may print."""

_OFFICE = """
单位名称: 示例市应急管理局
体例:
  抄送: 市委办公室、市政府办公室
  印发机关: 示例市应急管理局办公室
"""
_MEETING = """
会议名称: 安全生产专题会议
时间: 2023年3月6日下午3时
地点: 机关三楼会议室
主持人: 张三
参会人员: 张三、李四、王小五
请假: 赵六（出差）
会议要求:
  - 各科室要在3月17日前完成自查。
附件: [自查表]
印发:
  期号: "5"
  印发日期: 2023-03-08
  紧急程度: 特急
"""


def shapes_of(document: DocumentName) -> Mapping[str, Shape]:
    """The names that a template of this document may print, with what each is."""
    return {name: shape for kind in GIVEN[document] for name, shape in members_of(kind).items()}


@cache
def example_of(document: DocumentName) -> Mapping[str, object]:
    """The values of a small meeting by name, to show what each looks like."""
    return _EXAMPLES[document]()


def _minutes() -> Mapping[str, object]:
    # The casts are proved by a test: the record is ours, and complete.
    office = cast(Office, load_office(cleandoc(_OFFICE).encode(), "office.yaml")[0])
    (record,) = load_records(cleandoc(_MEETING).encode(), "example.yaml", office)
    view = cast(MinutesView, minutes_view(cast(Meeting, record.meeting), office))
    return {each.name: getattr(part, each.name) for part in given(view) for each in fields(part)}


_EXAMPLES = {DocumentName.MINUTES: _minutes}
