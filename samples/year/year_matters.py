"""What the meetings of the sample year deal with: invented matters, in both languages, with the units that do them."""

from __future__ import annotations

from typing import NamedTuple


class Matter(NamedTuple):
    """One thing that a meeting may resolve or ask for; `days` is the time given, 0 where it never ends."""

    zh: str
    en: str
    responsible: str
    days: int
    supporting: str = ""
    is_recurring: bool = False


class Document(NamedTuple):
    """Something to be conveyed, and who issued it; nobody where the record does not say."""

    zh: str
    en: str
    form: str
    issuer: str = ""
    number: str = ""


DECISIONS = (
    Matter(
        "同意老旧小区改造年度计划。", "The yearly plan for renovating old communities was adopted.", "chengjian-ke", 60
    ),
    Matter("同意公共租赁住房分配方案。", "The plan for allocating public rental housing was adopted.", "zhubao-ke", 45),
    Matter(
        "原则同意燃气管网更新方案。",
        "The plan for renewing gas pipes was approved in principle.",
        "chengjian-ke",
        90,
        "zhian-zhan",
    ),
    Matter("同意农村危房改造名单。", "The list of rural houses to be rebuilt was adopted.", "cunzhen-ke", 30),
    Matter(
        "同意建设工程消防验收办事指南。",
        "The guide to fire safety acceptance was adopted.",
        "fagui-ke",
        30,
        "zhian-zhan",
    ),
    Matter("同意档案室改造采购方案。", "The purchasing plan for the archive rooms was adopted.", "bangongshi", 40),
    Matter(
        "同意房屋安全隐患排查方案。",
        "The plan for inspecting unsafe houses was adopted.",
        "zhian-zhan",
        30,
        "cunzhen-ke",
    ),
    Matter(
        "同意物业服务信用评价办法。",
        "The measures for rating property services were adopted.",
        "zhubao-ke",
        60,
        "fagui-ke",
    ),
    Matter(
        "原则同意停车泊位增补方案。", "The plan for more parking spaces was approved in principle.", "chengjian-ke", 75
    ),
    Matter("同意行政处罚裁量基准修订稿。", "The revised benchmarks for penalties were adopted.", "fagui-ke", 45),
)
REQUIREMENTS = (
    Matter("完成在建工地汛前检查。", "Inspect all construction sites before the floods.", "zhian-zhan", 20),
    Matter("梳理信访积案，逐件明确责任人。", "List the old petitions and name who answers for each.", "bangongshi", 15),
    Matter("报送保障性住房空置情况。", "Report the vacant units of affordable housing.", "zhubao-ke", 10),
    Matter(
        "每月通报工地扬尘治理情况。",
        "Report on dust at construction sites every month.",
        "zhian-zhan",
        0,
        is_recurring=True,
    ),
    Matter("长期做好老旧电梯安全巡查。", "Keep inspecting old lifts.", "zhubao-ke", 0, "zhian-zhan"),
    Matter("完成乡镇自建房抽查并通报结果。", "Spot-check self-built houses and report the results.", "cunzhen-ke", 25),
    Matter("整理年度行政复议案例。", "Collect the year's cases of administrative review.", "fagui-ke", 30),
    Matter("更新局门户网站办事指南。", "Update the guides on the bureau's website.", "bangongshi", 14),
)
DOCUMENTS = (
    Document(
        "关于加强城市燃气安全工作的通知",
        "Notice on Gas Safety in Towns",
        "document",
        "sheng-zhujian-ting",
        "示建城〔{year}〕{n}号",
    ),
    Document(
        "关于推进老旧小区改造的实施意见",
        "Opinions on Renovating Old Communities",
        "document",
        "shi-zhujian-ju",
        "示市建〔{year}〕{n}号",
    ),
    Document(
        "关于改进会风文风的若干规定", "Rules on Meetings and Writing", "document", "shiwei", "示发〔{year}〕{n}号"
    ),
    Document(
        "全省住房城乡建设工作会议精神",
        "the guiding principles of the provincial conference on housing",
        "conference",
        "sheng-zhujian-ting",
    ),
    Document(
        "全市安全生产电视电话会议精神", "the guiding principles of the municipal teleconference on safety", "conference"
    ),
    Document(
        "县政府主要负责同志关于保交楼工作的批示",
        "the county head's instructions on delivering homes",
        "instruction",
        "xian-zhengfu",
    ),
    Document("市委书记在全市干部大会上的讲话", "the speech to the cadres of the city", "speech", "shiwei"),
)
