"""Releases as a view gives them, written by hand: those of one meeting in both languages, short ones and long ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from jiyao.documents.filling import Template, compile_template
from jiyao.documents.pictures import ReadyPicture
from jiyao.documents.release import both, release
from jiyao.documents.shipped import Edition, template_name, templates_dir
from jiyao.languages.text import Language
from jiyao.records.choices import DocumentName
from jiyao.views.fragments import Paragraph, Role, Run
from jiyao.views.minutes import Properties
from jiyao.views.release.view import BilingualView, Labelled, ReleaseView, Row

ZH, EN = Language.ZH, Language.EN
ORDERS = ((ZH, EN), (EN, ZH))

HEADLINES = {
    ZH: "淮北市检察院部署基层党组织标准化规范化提升年专项行动",
    EN: "Huaibei procuratorate launches year of raising standards in primary-level Party organizations",
}
KICKERS = {ZH: "今年机关党建怎么抓？", EN: "Party building in 2023"}
SUBHEADLINES = {ZH: "陈玲出席动员部署会并讲话", EN: "Chen Ling addresses the meeting that opens the campaign"}
BYLINES = {
    ZH: (("", "2023年3月7日"), ("来源：", "淮北市人民检察院")),
    EN: (("", "March 7, 2023"), ("Source: ", "Huaibei Municipal People’s Procuratorate")),
}
CREDITS = {
    ZH: (("记者：", "周明"), ("编辑：", "吴岚"), ("审核：", "郑海")),
    EN: (("Reporter: ", "Zhou Ming"), ("Editor: ", "Wu Lan"), ("Reviewer: ", "Zheng Hai")),
}
PARTS: tuple[tuple[str, str, str], ...] = (
    (
        "lead",
        (
            "为落实新时代党的建设总要求，推动基层党组织全面进步，按照市委组织部和市直机关工委的要求，近日，"
            "淮北市人民检察院召开基层党组织“标准化规范化提升年”专项行动动员部署会。"
        ),
        (
            "The Huaibei Municipal People’s Procuratorate recently held a meeting to launch its “Year of Raising "
            "Standards” for primary-level Party organizations, as asked by the Organization Department of the "
            "municipal Party committee and the Working Committee for Municipal Departments."
        ),
    ),
    (
        "attendance",
        "市检察院党组成员、政治部主任、机关党委书记陈玲出席会议并讲话。机关党委委员、各党支部书记和支部委员参加会议。",
        (
            "Chen Ling, member of the leading Party members group, director of the political department and secretary "
            "of the Party committee of the office, attended and addressed the meeting. Members of that committee and "
            "the secretaries and members of the Party branches took part."
        ),
    ),
    (
        "conveyed.1",
        "会议传达了《淮北市人民检察院基层党组织标准化规范化提升年专项行动方案》，对全年工作作出安排。",
        (
            "The meeting was briefed on the procuratorate’s Action Plan for the Year of Raising Standards in "
            "Primary-Level Party Organizations, and the work of the year was arranged."
        ),
    ),
    (
        "statements.1",
        (
            "会议指出，要坚持以习近平新时代中国特色社会主义思想为指导，深入学习宣传贯彻党的二十大精神，树牢“抓基层”的"
            "鲜明导向，围绕“六抓六促”开展系列行动，用一年时间提升基层党组织体系建设和基础工作水平。"
        ),
        (
            "Guided by Xi Jinping Thought on Socialism with Chinese Characteristics for a New Era, the office should "
            "put primary-level work first and take the six measures (六抓六促) of the plan within one year, the "
            "meeting noted."
        ),
    ),
    (
        "requirements",
        (
            "会议要求，各部门要以开展“标准化规范化提升年”为契机，把党建成效融入检察监督办案；要提高站位，压实责任，"
            "挖掘典型，营造氛围；要坚持结果导向，加强督促检查，务求实效。"
        ),
        (
            "The meeting urged all departments to make the results of Party building felt in supervision and in the "
            "handling of cases, to hold those responsible to account, to learn from good examples, and to check "
            "progress against results."
        ),
    ),
)


def runs(text: str, language: Language, source: str = "") -> tuple[Run, ...]:
    """A text of the view; what is of the other language in it is a run of its own."""
    head, bracket, tail = text.partition("（六") if language is ZH else text.partition("(六抓六促)")
    if not bracket or language is ZH:
        return (Run(text, language=language, source=source),)
    return (
        Run(f"{head}(", language=EN, source=source),
        Run("六抓六促", language=ZH),
        Run(f"){tail}", language=EN, source=source),
    )


def labelled(pairs: tuple[tuple[str, str], ...], language: Language) -> tuple[Labelled, ...]:
    return tuple(Labelled(label, (Run(text, language=language),)) for label, text in pairs)


def story(language: Language, times: int = 1) -> tuple[Paragraph, ...]:
    """The body; `times` over makes it as long as one needs, each part with a name of its own."""
    which = 1 if language is ZH else 2
    return tuple(
        Paragraph(Role.BODY, runs(part[which], language, f"{part[0]}[{number}]"), f"release.{part[0]}.{number}")
        for number in range(times)
        for part in PARTS
    )


def view(language: Language, times: int = 1) -> ReleaseView:
    """The whole release in one language."""
    return ReleaseView(
        language=language,
        breadcrumb=("首页", "党建工作"),
        kicker=runs(KICKERS[language], language, "publication.kicker"),
        headline=runs(HEADLINES[language], language, "publication.headline"),
        subheadline=runs(SUBHEADLINES[language], language, "publication.subheadline"),
        byline=labelled(BYLINES[language], language),
        body=story(language, times),
        photos=(),
        credits=labelled(CREDITS[language], language),
        properties=Properties(HEADLINES[language], "淮北市人民检察院", language.tag),
    )


def bare(language: Language) -> ReleaseView:
    """A release of which no more is known than that the meeting was held."""
    return replace(view(language), kicker=(), subheadline=(), byline=(), body=story(language)[:1], credits=())


def bilingual(languages: tuple[Language, Language], times: int = 1) -> BilingualView:
    """The whole release in both languages, in this order."""
    first, second = (rows_of(language, times) for language in languages)
    return BilingualView(
        languages=languages,
        heads=("中文", "English") if languages[0] is ZH else ("English", "中文"),
        rows=tuple(Row(one.role, (one,), (two,)) for one, two in zip(first, second, strict=True)),
        photos=(),
        properties=Properties(HEADLINES[languages[0]], "淮北市人民检察院", languages[0].tag),
    )


def rows_of(language: Language, times: int) -> tuple[Paragraph, ...]:
    """The paragraphs of one language as the rows of both have them: labels and what they say in one."""
    byline, credited = ("　　", "　") if language is ZH else (" | ", "; ")
    names = credited.join(label + text for label, text in CREDITS[language])
    return (
        Paragraph(Role.KICKER, runs(KICKERS[language], language, "publication.kicker")),
        Paragraph(Role.HEADLINE, runs(HEADLINES[language], language, "publication.headline")),
        Paragraph(Role.SUBHEADLINE, runs(SUBHEADLINES[language], language, "publication.subheadline")),
        Paragraph(Role.BYLINE, runs(byline.join(label + text for label, text in BYLINES[language]), language)),
        *story(language, times),
        Paragraph(Role.CREDITS, runs(names, language)),
    )


@cache
def template(edition: Edition) -> Template:
    """A template of releases that comes with the program."""
    path = templates_dir() / template_name(DocumentName.RELEASE, edition)
    compiled = compile_template(path.read_bytes(), path.name)
    assert isinstance(compiled, Template), compiled
    return compiled


def released(given: ReleaseView, pictures: Mapping[str, ReadyPicture] | None = None) -> bytes:
    """The Word file of a release in one language."""
    made = release(given, template(Edition(given.language)), pictures or {})
    assert isinstance(made, bytes), made
    return made


def released_in_both(
    given: BilingualView, edition: Edition, pictures: Mapping[str, ReadyPicture] | None = None
) -> bytes:
    """The Word file of a release in both languages."""
    made = both(given, template(edition), pictures or {})
    assert isinstance(made, bytes), made
    return made
