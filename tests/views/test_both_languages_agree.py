"""For every sample the Chinese and the English release say the same, and nothing that the record does not say.

Dates, numbers, names, posts and bodies are read out of both releases, part by part, and compared.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from agreement import EN, ZH, disagreements, unknown_facts
from jiyao.languages.text import Language
from jiyao.records.meeting import Meeting
from jiyao.records.office import Office
from jiyao.views.release.telling import release_view
from jiyao.views.release.view import ReleaseView
from jiyao.work.workspace import Workspaces
from sampled import SAMPLES

ALIKE = {
    "board-meeting": {
        "release.attendance: 表2 is not in the English",  # 外部审计机构代表2人
        "release.agenda.3.decisions: 6号 is not in the English",
        "release.agenda.3.decisions: 6 is not in the Chinese",  # 6号泊位, Berth 6
    },
    "联席会议": {
        "headline: two hours is not in the Chinese",
        "release.agenda.3.decisions: 前2 is not in the English",
        "release.agenda.3.decisions: Two hours is not in the Chinese",  # 前2小时
        "release.agenda.2.statements.1: 0.42米 is not in the English",
        "release.agenda.2.statements.1: up to 0.42 meters is not in the Chinese",  # 误差最大为0.42米
        "release.agenda.2.statements.1: 两处 is not in the English",  # both weaknesses
        "release.agenda.2.statements.4: 两市 is not in the English",  # both cities
        "release.agenda.2.requirements: 两市 is not in the English",
        "release.agenda.3.statements.1: 两市 is not in the English",
        "release.agenda.3.decisions: 两市 is not in the English",
    },
    "党组会议": {
        "release.agenda.1.conveyed.3: Recent is not in the Chinese",  # 近年来
        "release.agenda.2.statements.1: 三级 is not in the English",
        "release.agenda.2.statements.1: three is not in the Chinese",  # 三级避难场所, three grades
    },
    "动员部署会": {
        "release.statements.2: six is not in the Chinese",  # 六抓六促
        "release.statements.2: about six is not in the Chinese",  # bring about six improvements
    },
}
"""What the reader of facts takes for differences, though a person who reads both texts of the record sees none."""

Views = tuple[ReleaseView, ReleaseView, Meeting, Office]


@cache
def samples() -> dict[str, Views]:
    """The releases of the samples that can be made in both languages."""
    made: dict[str, Views] = {}
    for found in Workspaces().records([str(SAMPLES)]):
        meeting, office = found.record.meeting, found.record.office
        assert meeting is not None, found.record.problems
        zh, en = (release_view(meeting, office, language) for language in (ZH, EN))
        if isinstance(zh, ReleaseView) and isinstance(en, ReleaseView):
            made[found.file.path.stem] = zh, en, meeting, office
    return made


def test_the_samples_that_have_both_languages_are_compared() -> None:
    assert set(samples()) == set(ALIKE)


@pytest.mark.parametrize("name", list(ALIKE))
def test_both_releases_of_a_sample_say_the_same(name: str) -> None:
    assert set(disagreements(*samples()[name])) == ALIKE[name]


@pytest.mark.parametrize("name", list(ALIKE))
@pytest.mark.parametrize("language", list(Language))
def test_a_release_says_no_day_and_no_number_that_the_record_does_not_say(name: str, language: Language) -> None:
    zh, en, meeting, office = samples()[name]
    assert unknown_facts(zh if language is ZH else en, meeting, office) == []


def changed(view: ReleaseView, old: str, new: str) -> ReleaseView:
    """The view with other words in the first paragraph that has the old ones."""
    place = next(number for number, each in enumerate(view.body) if old in each.text)
    paragraph = view.body[place]
    language = paragraph.runs[0].language
    run = replace(paragraph.runs[0], text=paragraph.text.replace(old, new), language=language, source="")
    body = (*view.body[:place], replace(paragraph, runs=(run,)), *view.body[place + 1 :])
    return replace(view, body=body)


@pytest.mark.parametrize(
    ("language", "old", "new", "found"),
    [
        (ZH, "9月20日至21日", "9月20日至22日", "release.lead"),
        (EN, "Sept. 20-21", "Sept. 20-22", "release.lead"),
        (EN, "the third Lanjiang", "the fourth Lanjiang", "release.lead"),
        (EN, "Yanchuan Municipal Emergency Management Bureau,", "Yanchuan Bureau,", "release.lead"),
        (ZH, "砚川市应急管理局联合", "砚川市应急局联合", "release.lead"),
        (ZH, "40余人", "30余人", "release.attendance"),
        (EN, "more than 40 heads", "40 heads", "release.attendance"),
        (EN, "Mou An,", "Mu An,", "release.attendance"),
        (ZH, "副县长牟安", "副县长牟岸", "release.attendance"),
        (EN, "deputy county head", "county head", "release.attendance"),
        (ZH, "党委书记、局长乐知遥", "局长乐知遥", "release.attendance"),
        (EN, "460 million", "46 million", "release.agenda.2.statements.1"),
        (ZH, "35分钟", "25分钟", "release.agenda.2.statements.1"),
        (EN, "Zha stressed", "The meeting stressed", "release.agenda.2.statements.2"),
        (EN, "14 low-lying", "low-lying", "release.agenda.2.statements.5"),
        (ZH, "〔2023〕18号", "〔2023〕13号", "release.agenda.1.conveyed.2"),
        (EN, "Oct. 1, 2023", "Oct. 10, 2023", "release.agenda.3.decisions"),
    ],
)
def test_a_planted_difference_is_found_at_its_part(language: Language, old: str, new: str, found: str) -> None:
    zh, en, meeting, office = samples()["联席会议"]

    zh, en = (changed(zh, old, new), en) if language is ZH else (zh, changed(en, old, new))
    more = set(disagreements(zh, en, meeting, office)) - ALIKE["联席会议"]
    assert more
    assert {each.partition(": ")[0] for each in more} == {found}
