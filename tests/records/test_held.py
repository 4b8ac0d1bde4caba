"""When a meeting was: every form of `held`."""

from __future__ import annotations

from datetime import date, time

import pytest

from jiyao.languages.text import Text
from jiyao.records.meeting import Held
from recording import meeting, problem, problems

DAY = date(2023, 3, 6)


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("2023-03-06", Held(first=DAY)),
        ("2023年3月6日", Held(first=DAY)),
        ("2023-03-06 15:00", Held(first=DAY, begins=time(15))),
        ("2023年3月6日下午3时", Held(first=DAY, begins=time(15))),
        ("2023-03-06 15:00-17:30", Held(first=DAY, begins=time(15), ends=time(17, 30))),
        ("2023年3月6日至8日", Held(first=DAY, last=date(2023, 3, 8))),
        ("{start: 2023-03-06 15:00}", Held(first=DAY, begins=time(15))),
        ("{start: 2023-03-06 15:00, end: 17:30}", Held(first=DAY, begins=time(15), ends=time(17, 30))),
        ("{start: 2023-03-06 15:00, end: 下午5时半}", Held(first=DAY, begins=time(15), ends=time(17, 30))),
        (
            "{start: 2023-03-06 15:00, end: 2023-03-06 17:30}",
            Held(first=DAY, last=DAY, begins=time(15), ends=time(17, 30)),
        ),
        (
            "{start: 2023-03-06 22:00, end: 2023-03-07 1:30}",
            Held(first=DAY, last=date(2023, 3, 7), begins=time(22), ends=time(1, 30)),
        ),
        ("{start: 2023-03-06, end: 2023-03-08}", Held(first=DAY, last=date(2023, 3, 8))),
        ("{开始时间: 2023年3月6日15时, 结束时间: 17时}", Held(first=DAY, begins=time(15), ends=time(17))),
        ("{date: 2023-03-06}", Held(first=DAY)),
        ("{date: 2023-03-06, shown: 近日}", Held(first=DAY, shown=Text("近日"))),
        ("{start: 2023-03-06 15:00, shown: 近日}", Held(first=DAY, begins=time(15), shown=Text("近日"))),
        ("{from: 2023-03-06, to: 2023-03-08}", Held(first=DAY, last=date(2023, 3, 8))),
        ("{自: 2023年3月6日, 至: 2023年3月8日}", Held(first=DAY, last=date(2023, 3, 8))),
        ("{shown: {zh: 近日, en: recently}}", Held(shown=Text("近日", "recently"))),
    ],
)
def test_a_record_says_in_many_ways_when_the_meeting_was(written: str, held: Held) -> None:
    assert meeting(f"title: 会\nheld: {written}\n").held == held


@pytest.mark.parametrize("written", ["", " ~", " {}"])
def test_an_unknown_time_stays_unknown(written: str) -> None:
    assert meeting(f"title: 会\nheld:{written}\n").held in {None, Held()}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("近日", "2:7 R105"),
        ("2023-02-30", "2:7 R105"),
        ("3月6日下午3时", "2:7 R105"),
        ("2023-03-06 15:00-", "2:7 R105"),
        ("[2023-03-06]", "2:7 R101"),
        ('" "', "2:7 R116"),
        ("{date: 2023-02-30}", "2:14 R105"),
        ("{start: 昨天}", "2:15 R105"),
        ("{start: 2023-03-06 15:00, end: 晚些时候}", "2:38 R115"),
        ("{start: 2023-03-06 15:00, end: 25:00}", "2:38 R115"),
        ("{start: 2023-03-06 15:00, end: 14:00}", "2:15 R201"),
        ("{date: 2023-03-06, from: 2023-03-06}", "2:7 R110"),
        ("{start: 2023-03-06 15:00, date: 2023-03-06}", "2:7 R110"),
        ("{from: 2023-03-06, to: 2023-03-05}", "2:7 R201"),
        ("{date: 2023-03-06, begins: 15:00}", "2:26 R100"),
    ],
)
def test_an_impossible_time_is_located(written: str, found: str) -> None:
    assert problems(f"title: 会\nheld: {written}\n") == [found]


@pytest.mark.parametrize(
    "written",
    [
        "{date: 2023-03-06, end: 17:30}",
        "{from: 2023-03-06, to: 2023-03-08, end: 17:30}",
        "{start: 2023-03-06 15:00, to: 2023-03-08}",
        "{to: 2023-03-08}",
        "{end: 17:30}",
    ],
)
def test_an_end_without_its_beginning_is_not_silently_lost(written: str) -> None:
    assert [each.split()[0] for each in problems(f"title: 会\nheld: {written}\n")] == ["2:7"]


def test_a_date_says_how_to_write_one() -> None:
    found = problem("title: 会\nheld: 3月6日\n")
    assert (str(found.message), str(found.hint)) == (
        "`3月6日` is not a date",
        "write it as 2023-03-06 or 2023年3月6日",
    )


def test_a_time_stands_where_it_was_written() -> None:
    held = meeting("title: 会\nheld:\n  start: 2023-03-06 15:00\n").held
    assert held is not None
    assert (held.at.line, held.at.column, held.at.where) == (3, 10, "held.start")
