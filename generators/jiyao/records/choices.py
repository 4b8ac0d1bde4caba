"""The closed lists of the record: every value with the Chinese words that mean the same.

The first Chinese word of a value is the one that official documents print.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """A value of a closed list: its English key, and its Chinese words."""

    zh: tuple[str, ...]

    def __new__(cls, value: str, *zh: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.zh = zh
        return member

    @property
    def word(self) -> str:
        """The Chinese word that official documents print."""
        return self.zh[0]


class Mode(Choice):
    """How a meeting is held."""

    IN_PERSON = "in-person", "现场", "线下", "现场会议"
    VIDEO = "video", "视频", "线上", "电视电话", "视频会议"
    MIXED = "mixed", "现场和视频结合", "线上线下结合", "现场加视频"


class VenueType(Choice):
    """Whether a room is the main one or a branch of it."""

    MAIN = "main", "主会场"
    BRANCH = "branch", "分会场"


class HostPart(Choice):
    """What a host does."""

    HOST = "host", "主办"
    ORGANISER = "organiser", "承办"
    CO_ORGANISER = "co-organiser", "协办"


class AttendAs(Choice):
    """In what capacity somebody is there; the word is data, since each says another standing."""

    ATTEND = "attend", "出席"
    JOIN = "join", "参加"
    OBSERVE = "observe", "列席"
    AUDIT = "audit", "旁听"
    GUIDE = "guide", "到会指导"
    WATCH = "watch", "收听收看"


class Act(Choice):
    """What somebody does at the meeting."""

    CHAIR = "chair", "主持"
    SPEAK = "speak", "讲话"
    REPORT = "report", "汇报"
    CONVEY = "convey", "传达"
    EXCHANGE = "exchange", "交流发言"
    PLEDGE = "pledge", "表态发言"
    SUMMARISE = "summarise", "总结"
    DEPLOY = "deploy", "部署"
    LECTURE = "lecture", "授课"


class Presence(Choice):
    """Whether somebody was there."""

    PRESENT = "present", "到会", "出席", "在场"
    ONLINE = "online", "线上参会", "线上"
    LATE = "late", "迟到"
    LEAVE = "leave", "请假"
    ABSENT = "absent", "缺席"
    PROXY = "proxy", "委托"


class Form(Choice):
    """What a conveyed item is; only documents take 《》."""

    DOCUMENT = "document", "文件"
    SPEECH = "speech", "讲话"
    INSTRUCTION = "instruction", "批示", "指示", "指示批示"
    CONFERENCE = "conference", "会议精神", "会议"
    EXCERPT = "excerpt", "选编", "摘编"


class ConveyAct(Choice):
    """What the meeting did with a conveyed item."""

    CONVEY_AND_STUDY = "convey-and-study", "传达学习"
    CONVEY = "convey", "传达"
    STUDY = "study", "学习", "集体学习"
    LEAD_STUDY = "lead-study", "领学"
    HEAR = "hear", "听取"
    BRIEF = "brief", "通报"
    CIRCULATE = "circulate", "传阅"


class Verb(Choice):
    """How the meeting, or a person, says something."""

    CONSIDER = "consider", "认为"
    POINT_OUT = "point-out", "指出"
    EMPHASISE = "emphasise", "强调"
    REQUIRE = "require", "要求"
    CLARIFY = "clarify", "明确"
    NOTE = "note", "提到"
    PROPOSE = "propose", "提出"
    CALL_ON = "call-on", "号召"
    HOPE = "hope", "希望"
    EXPRESS = "express", "表示"
    SUGGEST = "suggest", "建议"


class Frame(Choice):
    """How English joins a statement to its verb."""

    VERBATIM = "verbatim", "原样"
    THAT = "that", "从句"
    TO = "to", "不定式"
    GERUND = "gerund", "动名词"


class Result(Choice):
    """What the meeting resolved about a matter."""

    ADOPTED = "adopted", "同意", "通过", "审议通过"
    APPROVED_IN_PRINCIPLE = "approved-in-principle", "原则同意", "原则通过"
    NOTED = "noted", "听取", "知悉"
    DEFERRED = "deferred", "暂缓", "暂缓审议", "缓议"
    REJECTED = "rejected", "不予通过", "不同意", "否决"
    SUBMITTED = "submitted", "提请审议", "报请审定", "提交"


class VoteMethod(Choice):
    """How a vote is taken."""

    SHOW_OF_HANDS = "show-of-hands", "举手表决", "举手"
    BALLOT = "ballot", "无记名投票", "投票"
    OPEN_BALLOT = "open-ballot", "记名投票"
    VOICE = "voice", "口头表决", "口头"
    CIRCULATION = "circulation", "书面传签", "传签", "通讯表决"


class DueType(Choice):
    """Whether a matter ends: only `once` counts for on-time rates."""

    ONCE = "once", "一次性"
    RECURRING = "recurring", "定期"
    ONGOING = "ongoing", "长期", "持续推进", "长期坚持"


class Status(Choice):
    """How far a matter has come."""

    OPEN = "open", "未办", "未开始"
    IN_HAND = "in-hand", "在办", "正在办理"
    DONE = "done", "办结", "已办结", "完成", "已完成"
    CANCELLED = "cancelled", "取消", "终止"


class Stage(Choice):
    """How far a document has come; `issued` freezes it."""

    DRAFT = "draft", "草稿", "起草"
    REVIEW = "review", "送审", "送审稿"
    SIGNED = "signed", "已签发", "签发"
    ISSUED = "issued", "已印发", "印发"


class Urgency(Choice):
    """How fast a document has to go (GB/T 9704-2012, 7.2.3)."""

    MOST_URGENT = "most-urgent", "特急"
    URGENT = "urgent", "加急"


class SecrecyLevel(Choice):
    """The secrecy of a document (GB/T 9704-2012, 7.2.2)."""

    TOP_SECRET = "top-secret", "绝密"
    SECRET = "secret", "机密"
    CONFIDENTIAL = "confidential", "秘密"


class Access(Choice):
    """Who may read what the record says."""

    PUBLIC = "public", "公开"
    INTERNAL = "internal", "内部"
    RESTRICTED = "restricted", "限定范围", "保密"


class Concern(Choice):
    """What a matter touches that is nobody's business outside: no public document tells of it."""

    PERSONNEL = "personnel", "人事", "干部人事"
    CASE = "case", "案件", "个案"


class Concept(Choice):
    """What a public document may be told to leave out, wherever a record groups it."""

    TIME = "time", "时间"
    PLACE = "place", "地点", "会场"
    HOSTS = "hosts", "主办单位"
    BASIS = "basis", "依据"
    PURPOSE = "purpose", "目的"
    NUMBER = "number", "届次", "次数"
    CHAIR = "chair", "主持人"
    ATTENDEES = "attendees", "参会人员", "出席"
    OBSERVERS = "observers", "列席", "列席人员"
    POSTS = "posts", "职务"
    COUNTS = "counts", "人数"
    REPORTERS = "reporters", "汇报人"
    CONVEYED = "conveyed", "传达学习"
    STATEMENTS = "statements", "会议指出", "会议表述"
    REQUIREMENTS = "requirements", "会议要求"
    DECISIONS = "decisions", "议定事项"
    RESPONSIBLE = "responsible", "责任单位", "责任分工"
    VOTE = "vote", "表决"
    RECUSED = "recused", "回避"
    LEAVE = "leave", "请假"
    PHOTOS = "photos", "图片"
    CREDITS = "credits", "署名"


class DocumentName(Choice):
    """What the program makes of a record."""

    MINUTES = "minutes", "会议纪要", "纪要"
    RELEASE = "release", "新闻通稿", "新闻稿", "通稿"
    AGENDA = "agenda", "议题单"
    NOTICE = "notice", "会议通知", "通知"
    SIGN_IN = "sign-in", "签到表"
    FOLLOW_UP = "follow-up", "督办单"
    FULL_RECORD = "meeting-record", "会议记录"
    SUMMARY = "summary", "年度总结", "总结"


class PeopleOrder(Choice):
    """The order in which people are named."""

    RANK = "rank", "职级", "职务"
    STROKES = "strokes", "姓氏笔画", "笔画"
    PINYIN = "pinyin", "拼音", "音序"
    GIVEN = "given", "原序", "照录"


class Voters(Choice):
    """Who votes at a kind of meeting."""

    MEMBERS = "members", "成员"
    PARTY_MEMBERS = "party-members", "党员"
    DIRECTORS = "directors", "董事"
    NOBODY = "nobody", "不表决"
