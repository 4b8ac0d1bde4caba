"""Minutes in both languages: every part of the one beside the same part of the other, and nothing lost of either."""

from __future__ import annotations

import pytest

from jiyao.languages.text import Language
from jiyao.records.meeting import Meeting
from jiyao.records.office import Office
from jiyao.views.both_minutes import both_minutes_view
from jiyao.views.english_minutes import EnglishMinutesView, english_minutes_view
from jiyao.views.fragments import Paragraph, Role
from jiyao.views.minutes import MinutesView, minutes_view
from jiyao.views.release.view import BilingualView, Row
from jiyao.work.workspace import Workspaces
from sampled import SAMPLES

ORDERS = [(Language.ZH, Language.EN), (Language.EN, Language.ZH)]
NAMES = ["board-meeting", "党组会议", "动员部署会", "联席会议"]


def meeting_of(name: str) -> tuple[Meeting, Office]:
    (path,) = SAMPLES.rglob(f"{name}.yaml")
    (found,) = Workspaces().records([str(path)])
    assert found.record.meeting
    return found.record.meeting, found.record.office


def both_of(name: str, languages: tuple[Language, Language] = ORDERS[0], *, public: bool = False) -> BilingualView:
    view = both_minutes_view(*meeting_of(name), languages, public=public)
    assert isinstance(view, BilingualView), view
    return view


def text(paragraphs: tuple[Paragraph, ...]) -> str:
    return " ".join(each.text for each in paragraphs)


def row_with(view: BilingualView, words: str) -> Row:
    (row,) = [row for row in view.rows if words in text(row.first)]
    return row


def test_titles_and_headings_stand_beside_each_other() -> None:
    view = both_of("board-meeting")
    assert text(row_with(view, "一、").second).startswith("1. Review of the 2023 Annual Report")
    titles = [text(row.second) for row in view.rows if row.role is Role.HEADLINE]
    assert titles == ["Minutes of the 7th meeting of the Third Board of Directors"]


def test_the_mark_and_the_office_stand_above_the_title() -> None:
    first = both_of("动员部署会").rows[0]
    assert (text(first.first), text(first.second)) == (
        "淮北市人民检察院会议纪要",
        "Huaibei Municipal People's Procuratorate",
    )


def test_a_decision_stands_beside_its_english_with_who_acts_on_it() -> None:
    row = row_with(both_of("board-meeting"), "限制性股票激励计划（草案）》，")
    assert text(row.second).startswith("Resolved: Consideration of the 2024 Restricted Stock Incentive Plan (Draft)")
    assert "Action: the Human Resources Department" in text(row.second)


def test_who_was_away_stands_beside_the_apologies() -> None:
    row = row_with(both_of("党组会议"), "请假：")
    assert text(row.second).startswith("Apologies: ")
    assert "\n" not in text(row.first)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("languages", ORDERS)
def test_every_paragraph_of_both_minutes_is_there_in_its_order(name: str, languages: tuple[Language, Language]) -> None:
    view = both_of(name, languages)
    chinese, english = minutes_view(*meeting_of(name)), english_minutes_view(*meeting_of(name))
    assert isinstance(chinese, MinutesView)
    assert isinstance(english, EnglishMinutesView)
    flat = [[each.text for row in view.rows for each in (row.first, row.second)[side]] for side in range(2)]
    zh, en = flat if languages[0] is Language.ZH else flat[::-1]
    listed = (*chinese.body, *chinese.attendance, *chinese.attachments)
    expected = [each.text.replace("\n", "") for each in listed]
    assert [each for each in zh if each in expected] == expected
    expected = [each.text for each in english.body]
    assert [each for each in en if each in expected] == expected
    for fact in english.facts:
        assert any(each.startswith(fact.label) for each in en), fact.label


def test_public_minutes_in_both_languages_keep_to_what_may_be_published() -> None:
    said = " ".join(text((*row.first, *row.second)) for row in both_of("board-meeting", public=True).rows)
    assert "Vote:" not in said
    assert "表决情况" not in said


def test_what_is_missing_in_one_language_keeps_both_from_being_made() -> None:
    problems = both_minutes_view(*meeting_of("专题学习会"), ORDERS[0])
    assert isinstance(problems, tuple)
    assert {each.code for each in problems} >= {"D101"}
