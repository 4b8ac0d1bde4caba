"""The procuratorate's sample beside the page that was really published: every fact of it, and none of its faults."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest

from jiyao.documents.plain_text import plain_text
from jiyao.languages.text import Language
from jiyao.views.release.telling import release_view
from jiyao.views.release.view import ReleaseView
from jiyao.work.workspace import Workspaces
from sampled import SAMPLES

FACTS = (
    ("published on March 7, 2023", "2023年3月7日"),
    ("How will primary-level Party building be done this year", "今年基层党建工作怎么干"),
    ("sets out its plan", "这样部署"),
    ("Huaibei Municipal People's Procuratorate", "淮北市人民检察院"),
    # Why, on whose word, what and when
    ("general requirements for Party building in the new era", "新时代党的建设总要求"),
    ("overall progress", "全面进步"),
    ("strength of primary-level Party organizations", "全面过硬"),
    ("Organization Department of the CPC Huaibei Municipal Committee", "中共淮北市委组织部"),
    ("Working Committee for Departments Directly under", "市直机关工作委员会"),
    ("recently", "近日"),
    ("launch and planning meeting", "动员部署会"),
    ("special campaign", "专项行动"),
    ("Year of Standardization and Upgrading of Primary-level Party Organizations", "基层党组织标准化规范化提升年"),
    # Who
    ("members of the Party Committee of the Procuratorate's departments", "机关党委委员"),
    ("Party branch secretaries", "各党支部书记"),
    ("members of the Party branch committees", "各党支部委员会委员"),
    ("Chen Ling", "陈玲"),
    ("Member of the Party Leadership Group", "党组成员"),
    ("Director of the Political Department", "政治部主任"),
    ("Secretary of the Party Committee of the Procuratorate's departments", "机关党委书记"),
    ("attended the meeting and delivered a speech", "出席会议并讲话"),
    # What was conveyed
    ("was briefed on", "会议传达了"),
    ("Special Campaign Plan", "专项行动方案"),
    ("work throughout the year", "全年工作"),
    ("arrangements in the plan", "部署安排"),
    # What the meeting said
    ("pointed out", "会议指出"),
    ("Xi Jinping Thought on Socialism with Chinese Characteristics for a New Era", "习近平新时代中国特色社会主义思想"),
    ("guiding principles of the 20th CPC National Congress", "党的二十大精神"),
    ("studied, publicized and implemented", "学习宣传贯彻"),
    ("strengthening the primary level must be a clear priority", "抓基层的鲜明导向"),
    ("six areas to bring about six improvements", "六抓六促"),
    ("Over the year", "通过一年的努力"),
    ("procuratorial organs in Huaibei", "全市检察机关"),
    ("sounder system of primary-level Party organizations", "基层党组织体系更加健全"),
    ("standardize their basic work", "基础工作更加规范"),
    ("play a stronger role", "作用发挥更加有力"),
    # What it asked for
    ("urged all departments", "各部门要"),
    ("results of Party building into procuratorial supervision and case handling", "党建工作成效融入检察监督办案"),
    ("more highlights", "亮色"),
    ("firmer political foundation", "底色"),
    ("more distinctive features", "特色"),
    ("raise political awareness", "提高政治站位"),
    ("principal responsibilities", "压实主体责任"),
    ("benchmark for testing the effectiveness of Party building", "检验党建工作成效的标杆"),
    ("typical examples", "典型事例挖掘"),
    ("good atmosphere", "良好氛围"),
    ("individual features on the basis of standardization", "在规范化的基础上提升党建工作个性化水平"),
    ("drive and enthusiasm", "正能量和工作热情"),
    ("focus on results", "坚持结果导向"),
    ("deliver real outcomes", "务求工作实效"),
    ("step up supervision", "加强工作督导"),
    ("important means of studying and implementing", "学习贯彻党的二十大精神的重要实践载体"),
)
"""What the page tells, as the English and the Chinese release tell it."""

FAULTS = {
    "navigation of the web site": r"Current location|home page|>>|Font size|\[|\]",
    "empty labels": r"(?:Author|Source|News source|Time|作者|来源)[:：]\s*(?:$|[A-Z]\w+:)",
    "a person's word for the institution": r"Procurator(?:'s|’s)?\b(?!ate)",
    "one body by many names": r"Huaibei Procuratorate|Huaibei People['’]s Procuratorate",
    "one word spelt in many ways": r"(?i)grass[- ]?roots?",
    "the party in small letters": r"\bparty\b",
    "a body in small letters": r"working committee|municipal organs|Party Committee of the organ",
    "one campaign by many titles": r"Year of Standardizing|standardization and upgrading of",
    "one congress by many names": r"20th National Congress",
    "calques": (
        r"(?i)six grasping|grasping the|compact our|more [“\"]|excavation|practical carrier|positive energy"
        r"|political position|result orientation|individualization|set up a benchmark to test|deeply study"
        r"|special action|progress and integrity|important deployment|mobilization and deployment"
    ),
    "we and our in what others decided": r"(?i)\b(?:we|our|us)\b",
    "a requirement without a subject": r"(?i)required that|urged .{0,40}\bshould\b",
    "straight quotation marks": r'"',
    "a capital in the middle of a sentence": r"[a-z] Play\b",
}
"""The groups of faults of that page, each as what would show it."""

LONGEST = 65
"""Words; the page has sentences of 71 to 96."""


@cache
def release(language: Language) -> ReleaseView:
    (found,) = Workspaces().records([str(SAMPLES / "procuratorate")])
    assert found.record.meeting is not None
    view = release_view(found.record.meeting, found.record.office, language)
    assert isinstance(view, ReleaseView), view
    return view


def text(language: Language) -> str:
    return plain_text(release(language)).decode()


@pytest.mark.parametrize(("english", "chinese"), FACTS[1:])
def test_both_releases_hold_each_fact_of_the_page(english: str, chinese: str) -> None:
    assert english.casefold() in text(Language.EN).casefold()
    assert chinese in text(Language.ZH)


def test_both_releases_say_when_the_news_was_published() -> None:
    assert "March 7, 2023" in text(Language.EN)
    assert FACTS[0][1] in text(Language.ZH)


@pytest.mark.parametrize("fault", list(FAULTS))
def test_the_english_release_has_none_of_the_faults_of_the_page(fault: str) -> None:
    assert re.findall(FAULTS[fault], text(Language.EN), re.MULTILINE) == []


@pytest.mark.parametrize("language", list(Language))
def test_no_line_stands_twice_and_no_label_stands_alone(language: Language) -> None:
    lines = [line.strip() for line in text(language).splitlines() if line.strip()]
    assert all(one != other for one, other in pairwise(lines))
    assert not [line for line in lines if line.endswith((":", "：")) and line != "会议要求："]
    assert text(language).endswith("\n")


def test_no_sentence_is_as_long_as_those_of_the_page() -> None:
    for paragraph in release(Language.EN).body:
        for sentence in re.split(r"(?<=[.!?])\s", paragraph.text):
            assert len(sentence.split()) <= LONGEST, sentence


@pytest.mark.parametrize("language", list(Language))
def test_the_breadcrumb_belongs_to_the_web_page_alone(language: Language) -> None:
    breadcrumb = release(language).breadcrumb
    assert len(breadcrumb) == 2
    assert breadcrumb[0] not in text(language).split()
    assert ">" not in text(language)


def test_what_the_page_does_not_say_is_not_said() -> None:
    for language in Language:
        said = text(language)
        assert not re.search(r"Author|Source|Editor|Reporter|作者|来源|编辑|记者|主持|chaired", said)
