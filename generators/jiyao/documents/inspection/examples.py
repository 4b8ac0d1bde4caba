"""Small documents that show what each field of a template looks like."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from inspect import cleandoc
from typing import cast

from jiyao.documents.illustrated import illustrated, illustrated_in_both
from jiyao.documents.minutes import given
from jiyao.documents.values import values_of
from jiyao.languages.text import Language, Text
from jiyao.problems import Problem
from jiyao.records.load import load_office, load_records
from jiyao.records.meeting import Meeting
from jiyao.records.office import Office
from jiyao.views.english_minutes import EnglishMinutesView, english_minutes_view
from jiyao.views.forms import FormView
from jiyao.views.fragments import Paragraph, Role, Run
from jiyao.views.meeting_record import MeetingRecordView, meeting_record_view
from jiyao.views.minutes import MinutesView, Properties, minutes_view
from jiyao.views.notice import NoticeView, notice_view
from jiyao.views.release.view import BilingualView, Labelled, Photo, ReleaseView, Row
from jiyao.views.signatures import SignatureRow
from jiyao.views.summary.facts import facts_of
from jiyao.views.summary.figures import summarised
from jiyao.views.summary.periods import year_of
from jiyao.views.summary.report import summary_view
from jiyao.views.summary.view import BlockRole, SummaryView

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
附件: [{名称: 自查表, 正文: 逐项自查。, 表格: [[序号, 事项], [1, 消防通道]]}]
印发:
  阶段: 送审
  期号: "5"
  印发日期: 2023-03-08
  紧急程度: 特急
"""
_RECORDED = """
会议名称: 安全生产专题会议
时间: {开始: 2023年3月6日下午3时, 结束: '16:30'}
主持人: 张三
记录人: 王小五
参会人员: 张三、李四、王小五
会议指出: [{发言人: 李四, 内容: 二季度是事故高发期。}]
印发: {密级: {密级: 秘密, 保密期限: 5年}}
"""
_ANNOUNCED = """
会议名称: 安全生产专题会议
时间: 2023年3月6日下午3时
地点: 机关三楼会议室
参会人员: [张三, {群体: 各科室负责人}]
"""
_ENGLISH_OFFICE = """
name: Shili Emergency Management Bureau
languages: [en, zh]
house: {copies_to: [{name: General Office of Shili}], printed_by: {name: Office of the Bureau}}
"""
_ENGLISH_MEETING = """
title: Special Meeting on Work Safety
held: {start: 2023-03-06 15:00, end: '16:30'}
place: Meeting Room 3
chair: {name: {en: Zhang San}}
purpose: to prepare for the flood season
recorder: {name: {en: Zhao Liu}}
attendees:
  - {name: {en: Zhang San}}
  - {name: {en: Li Si}}
decisions: [{text: to inspect all stations, due: 2023-03-17}]
attachments: [{title: Inspection form, text: One for each station., table: [[No., Matter], [1, Fire exits]]}]
issue: {stage: review, number: "5", issued_on: 2023-03-08}
"""
_HEADLINES = {Language.ZH: "市应急管理局部署安全生产检查", Language.EN: "Office launches round of safety inspections"}
_KICKERS = {Language.ZH: "汛期将至", Language.EN: "Ahead of the flood season"}
_SUBHEADLINES = {Language.ZH: "6月10日前完成自查", Language.EN: "First results due by June 10"}
_LEADS = {
    Language.ZH: "6月1日，示例市应急管理局召开防汛工作部署会。",
    Language.EN: "The Shili Emergency Management Bureau held a meeting on flood control on June 1.",
}
_SOURCES = {Language.ZH: ("来源：", "示例市应急管理局"), Language.EN: ("Source: ", "Shili Emergency Management Bureau")}
_EDITORS = {Language.ZH: ("编辑：", "李四"), Language.EN: ("Editor: ", "Li Si")}
_CAPTIONS = {Language.ZH: "防汛工作部署会会场", Language.EN: "The meeting on flood control"}


def minutes_values() -> Mapping[str, object]:
    """The fields of the minutes of a small meeting."""
    # The casts here and below are proved by a test: the records are ours, and complete.
    view = cast(MinutesView, minutes_view(*_small_meeting(_MEETING, _OFFICE)))
    return values_of(*given(replace(view, signatures=(SignatureRow("董事：张三", "董事：李四"),))))


def english_minutes_values() -> Mapping[str, object]:
    """The fields of the English minutes of a small meeting."""
    meeting, office = _small_meeting(_ENGLISH_MEETING, _ENGLISH_OFFICE)
    view = cast(EnglishMinutesView, english_minutes_view(meeting, office))
    return values_of(replace(view, signatures=(SignatureRow("Director: Zhang San", "Director: Li Si"),)))


def meeting_record_values() -> Mapping[str, object]:
    """The fields of the record of a small meeting."""
    meeting, office = _small_meeting(_RECORDED, _OFFICE)
    return values_of(cast(MeetingRecordView, meeting_record_view(meeting, office)))


def notice_values() -> Mapping[str, object]:
    """The fields of the notice of a small meeting."""
    return values_of(cast(NoticeView, notice_view(*_small_meeting(_ANNOUNCED, _OFFICE))))


def _small_meeting(meeting: str, office: str) -> tuple[Meeting, Office]:
    of_office = cast(Office, load_office(cleandoc(office).encode(), "office.yaml")[0])
    (record,) = load_records(cleandoc(meeting).encode(), "example.yaml", of_office)
    return cast(Meeting, record.meeting), of_office


def release_values(language: Language) -> Mapping[str, object]:
    """The fields of a short release in one language."""
    view = ReleaseView(
        language=language,
        breadcrumb=("首页",) if language is Language.ZH else ("Home",),
        kicker=_runs(_KICKERS, language),
        headline=_runs(_HEADLINES, language),
        subheadline=_runs(_SUBHEADLINES, language),
        byline=(_labelled(_SOURCES, language),),
        body=(_lead(language),),
        photos=(_photo(language),),
        credits=(_labelled(_EDITORS, language),),
        properties=_properties(language),
    )
    return values_of(view, illustrated(replace(view, photos=()), {}))


def bilingual_values() -> Mapping[str, object]:
    """The fields of a short release in both languages."""
    view = BilingualView(
        languages=(Language.ZH, Language.EN),
        heads=("中文", "English"),
        rows=(Row(Role.BODY, (_lead(Language.ZH),), (_lead(Language.EN),)),),
        photos=(_photo(Language.ZH),),
        properties=_properties(Language.ZH),
    )
    return values_of(view, illustrated_in_both(replace(view, photos=()), {}))


def _runs(texts: Mapping[Language, str], language: Language) -> tuple[Run, ...]:
    return (Run(texts[language], language=language),)


def _labelled(texts: Mapping[Language, tuple[str, str]], language: Language) -> Labelled:
    label, text = texts[language]
    return Labelled(label, (Run(text, language=language),))


def _lead(language: Language) -> Paragraph:
    return Paragraph(Role.BODY, _runs(_LEADS, language), "release.lead")


def _photo(language: Language) -> Photo:
    return Photo("photos/1.jpg", _CAPTIONS[language], _runs(_CAPTIONS, language))


def _properties(language: Language) -> Properties:
    return Properties(_HEADLINES[language], _SOURCES[language][1], language.tag)


def form_values(view: Callable[[Meeting, Office], FormView | tuple[Problem, ...]]) -> Mapping[str, object]:
    """The fields of a form about a small meeting."""
    office = cast(Office, load_office(cleandoc(_OFFICE).encode(), "office.yaml")[0])
    matter = "\n议定事项: [{内容: 同意方案。, 责任单位: 办公室, 时限: 2023-03-17}]\n"
    (record,) = load_records((cleandoc(_MEETING) + matter).encode(), "example.yaml", office)
    return values_of(cast(FormView, view(cast(Meeting, record.meeting), office)))


def summary_values(language: Language) -> Mapping[str, object]:
    """The fields of the summary of a year with one meeting."""
    (record,) = load_records(cleandoc(_MEETING).encode(), "example.yaml")
    facts = facts_of("1", cast(Meeting, record.meeting), Text(), {})
    facts = facts._replace(title=Text("安全生产专题会议", "Meeting on Work Safety"))
    summary = summarised([facts], year_of(2023), dt.date(2024, 1, 15))
    view = cast(SummaryView, summary_view(summary, Text("示例市应急管理局", "Shili Bureau"), language))
    table, chart = (
        next(each for each in view.body if each.role is role) for role in (BlockRole.TABLE, BlockRole.CHART)
    )
    # What each field of a block looks like, in one that has them all.
    everything = replace(table, text=view.body[1].text, chart=chart.chart)
    paged = view.on_pages({entry.text: 2 for entry in view.contents})
    return values_of(replace(paged, body=(everything, *paged.body)))
