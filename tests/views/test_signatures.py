"""The directors of a board sign its minutes; nobody else's are signed, and no public version is."""

from __future__ import annotations

from jiyao.languages.text import Language
from jiyao.views.both_minutes import both_minutes_view
from jiyao.views.english_minutes import EnglishMinutesView, english_minutes_view
from jiyao.views.minutes import MinutesView
from jiyao.views.public_minutes import public_english_minutes_view, public_minutes_view
from jiyao.views.release.view import BilingualView
from jiyao.views.signatures import SignatureRow
from wording import record_of, view_of

BOARD = """title: {zh: 董事会会议, en: meeting of the Board}
kind: KIND
attendees:
  - {name: {zh: 张三, en: Zhang San}}
  - {name: {zh: 李四, en: Li Si}, on_behalf_of: [{name: {zh: 孙八, en: Sun Ba}}]}
  - {name: {zh: 孙八, en: Sun Ba}, status: proxy}
  - {name: {zh: 周九, en: Zhou Jiu}, status: leave}
  - {name: {zh: 吴十, en: Wu Shi}, status: online}
observers: [{name: {zh: 赵六, en: Zhao Liu}}]
"""
OFFICE = "name: {zh: 某公司, en: A Company}\n"


def board(kind: str = "board") -> str:
    return BOARD.replace("KIND", kind)


def test_each_director_who_took_part_signs_the_minutes_of_a_board_two_in_a_line() -> None:
    assert view_of(board(), OFFICE).signatures == (
        SignatureRow("董事：张三", "董事：李四（代孙八）"),
        SignatureRow("董事：吴十", ""),
    )


def test_nobody_signs_the_minutes_of_another_kind_of_meeting() -> None:
    assert view_of(board("party-group"), OFFICE).signatures == ()


def test_they_sign_english_minutes_too() -> None:
    record = record_of(board(), OFFICE)
    assert record.meeting
    view = english_minutes_view(record.meeting, record.office)
    assert isinstance(view, EnglishMinutesView), view
    assert view.signatures == (
        SignatureRow("Director: Zhang San", "Director: Li Si (also for Sun Ba)"),
        SignatureRow("Director: Wu Shi", ""),
    )


def test_in_both_languages_each_director_stands_beside_himself() -> None:
    assert signed(public=False) == [
        ("董事：张三", "Director: Zhang San"),
        ("董事：李四（代孙八）", "Director: Li Si (also for Sun Ba)"),
        ("董事：吴十", "Director: Wu Shi"),
    ]


def signed(*, public: bool) -> list[tuple[str, str]]:
    record = record_of(board() + "access: public\n", OFFICE)
    assert record.meeting
    view = both_minutes_view(record.meeting, record.office, (Language.ZH, Language.EN), public=public)
    assert isinstance(view, BilingualView), view
    texts = [(row.first[0].text, row.second[0].text) for row in view.rows if row.first and row.second]
    return [pair for pair in texts if pair[0].startswith("董事：")]


def test_no_public_version_is_signed() -> None:
    assert signed(public=True) == []
    record = record_of(board() + "access: public\n", OFFICE)
    assert record.meeting
    chinese = public_minutes_view(record.meeting, record.office)
    english = public_english_minutes_view(record.meeting, record.office)
    assert isinstance(chinese, MinutesView), chinese
    assert isinstance(english, EnglishMinutesView), english
    assert chinese.signatures == english.signatures == ()


def test_a_director_who_sent_another_one_is_counted_apart_and_counts_for_the_quorum() -> None:
    (opening,) = (
        each.text for each in view_of(f"{board()}chair: {{name: {{zh: 张三, en: Zhang San}}}}\n", OFFICE).body
    )
    assert opening.endswith("会议应到董事5人，实到3人，委托出席1人。")
    few = "title: 董事会会议\nkind: board\nexpected: 3\nattendees: [张三, {person: 李四, status: proxy}]\n"
    assert "R204" not in [each.code for each in record_of(few, OFFICE).problems]
    other = few.replace("board", "procuratorial-committee")
    assert "R204" in [each.code for each in record_of(other, OFFICE).problems]
