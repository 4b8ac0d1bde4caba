"""What holds for the figures of any records: rates are shares, and the order of files means nothing."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.languages.text import Text
from jiyao.records.choices import DueType, Status
from jiyao.records.following import Matter, Timeliness
from jiyao.records.progress import Progress
from jiyao.views.summary.facts import MeetingFacts, facts_of
from jiyao.views.summary.figures import Figures, figures, summarised
from jiyao.views.summary.followed import completion_of, on_time_of
from jiyao.views.summary.periods import Period, year_of
from jiyao.views.summary.rates import Rate, mean_of
from wording import record_of
from years import TODAY, year_facts

YEAR = year_of(2023)
DAYS = st.dates(dt.date(2022, 12, 1), dt.date(2024, 2, 1))
MATTERS = st.builds(
    Matter,
    record=st.sampled_from(["a", "b"]),
    item=st.sampled_from(["d1", "d2"]),
    text=st.just(Text("事项")),
    is_decision=st.booleans(),
    held=DAYS,
    responsible=st.lists(st.sampled_from([Text("办公室"), Text("法规科")]), max_size=2).map(tuple),
    due=st.none() | DAYS,
    type=st.sampled_from(DueType),
    status=st.none() | st.sampled_from(Status),
    closed_on=st.none() | DAYS,
)


def facts(text: str, *progress: Progress) -> MeetingFacts:
    record = record_of(f"title: 例会\nheld: 2023-03-06\n{text}")
    assert record.meeting is not None, record.problems
    return facts_of("a", record.meeting, Text("某局"), {each.key: each for each in progress})


def of(*meetings: MeetingFacts, today: dt.date = TODAY) -> Figures:
    return figures(meetings, YEAR, today)


def test_shuffling_the_files_changes_nothing() -> None:
    listed = list(year_facts())
    summary = summarised(listed, YEAR, TODAY, by_office=True)
    for seed in range(5):
        Random(seed).shuffle(listed)  # noqa: S311
        assert summarised(listed, YEAR, TODAY, by_office=True) == summary


@given(st.lists(MATTERS, max_size=12), DAYS)
def test_every_rate_is_a_share_and_every_matter_is_counted_once(matters: list[Matter], today: dt.date) -> None:
    meeting = facts("")._replace(matters=tuple(matters))
    found = of(meeting, today=today).followed
    for rate in (found.completion, found.on_time, *(unit.completion for unit in found.units)):
        assert 0 <= rate.part <= rate.whole
        assert rate.unknown >= 0
        assert rate.share is None or 0 <= rate.share <= 1
    counted = found.completion.whole + found.completion.unknown
    assert counted == found.completion.part + len(found.open)
    endless = sum(each.type is not DueType.ONCE for each in matters)
    assert counted + found.cancelled + endless == found.matters == len(matters)
    judged = found.on_time.whole + found.on_time.unknown + found.pending + found.without_day
    assert judged == counted
    assert set(found.overdue) <= set(found.open)


@given(st.lists(MATTERS, max_size=12), DAYS)
def test_the_rates_of_meetings_add_up_to_the_rate_of_the_year(matters: list[Matter], today: dt.date) -> None:
    half = len(matters) // 2
    meetings = [
        facts("")._replace(record=str(n), matters=tuple(m)) for n, m in enumerate((matters[:half], matters[half:]))
    ]
    found = of(*meetings, today=today).followed
    parts = [each.completion for each in found.meetings]
    assert Rate(*(sum(numbers) for numbers in zip(*parts, strict=True))) == found.completion or not parts


@given(st.lists(st.none() | st.integers(0, 500)))
def test_a_mean_lies_between_its_numbers_and_leaves_out_what_is_unknown(numbers: list[int | None]) -> None:
    mean, known = mean_of(numbers), [each for each in numbers if each is not None]
    assert mean.unknown == len(numbers) - len(known)
    assert mean.value is None if not known else min(known) <= (mean.value or 0) <= max(known)


def test_what_is_closed_after_today_was_still_in_hand() -> None:
    matter = Matter("a", "d1", Text("甲"), True, None, due=dt.date(2023, 6, 1), status=Status.DONE,  # noqa: FBT003
                    closed_on=dt.date(2023, 7, 1))  # fmt: skip
    assert matter.status_on(dt.date(2023, 6, 15)) is Status.IN_HAND
    assert matter.is_overdue(dt.date(2023, 6, 15))
    assert not matter.is_overdue(dt.date(2023, 6, 1))
    assert matter.timeliness(dt.date(2023, 6, 1)) is Timeliness.PENDING
    assert matter.timeliness(dt.date(2023, 8, 1)) is Timeliness.LATE


@pytest.mark.parametrize(
    ("matter", "completion", "on_time"),
    [
        ("status: done\n    closed: {on: 2023-03-31}", Rate(1, 1), Rate(1, 1)),
        ("status: done\n    closed: {on: 2023-04-01}", Rate(1, 1), Rate(0, 1)),
        ("status: done", Rate(1, 1), Rate(0, 0, 1)),
        ("status: in-hand", Rate(0, 1), Rate(0, 1)),
        ("status: cancelled", Rate(), Rate()),
        ("", Rate(0, 0, 1), Rate(0, 0, 1)),
    ],
)
def test_how_a_matter_due_at_the_end_of_march_counts(matter: str, completion: Rate, on_time: Rate) -> None:
    found = of(facts(f"decisions:\n  - text: 同意方案。\n    responsible: 办公室\n    due: 2023-03-31\n    {matter}\n"))
    assert (found.followed.completion, found.followed.on_time) == (completion, on_time)


def test_progress_wins_over_what_the_record_says() -> None:
    text = "decisions:\n  - {text: 同意方案。, responsible: 办公室, due: 2023-03-31, status: open}\n"
    row = Progress("a", "d1", Status.DONE, dt.date(2023, 3, 20), "张三")
    assert of(facts(text, row)).followed.completion == Rate(1, 1)
    assert of(facts(text, row._replace(record="b"))).followed.completion == Rate(0, 1)


def test_numbers_known_only_as_a_least_number_are_no_attendance_rate() -> None:
    found = of(facts("expected: 30余人\nattendees: [张三, 李四]\n"), facts("attendees: [各科室负责人]\n"))
    assert found.attended.members == Rate(0, 0, 2)
    assert found.held.people.unknown == 1


def test_who_came_for_somebody_else_takes_no_second_seat() -> None:
    found = of(
        facts(
            "attendees:\n  - {person: 张三, status: proxy, proxy: 李四}\n"
            "  - {person: 李四, attend_as: observe, on_behalf_of: 张三}\n"
        )
    )
    (unit,) = found.attended.units
    assert (unit.expected, unit.there, unit.proxy) == (1, 0, 1)


def test_a_meeting_without_a_day_is_in_no_period_and_is_counted_as_such() -> None:
    summary = summarised([facts("")._replace(day=None), facts("")], YEAR, TODAY)
    assert (summary.now.held.total, summary.undated) == (1, 1)


def test_nothing_is_compared_where_there_was_nothing_a_year_before() -> None:
    assert summarised([facts("")], YEAR, TODAY).before is None


def test_a_rate_of_nothing_is_no_rate() -> None:
    assert Rate(0, 0, 3).share is None
    assert completion_of([], TODAY) == on_time_of([], TODAY) == Rate()


def test_the_period_a_year_earlier_has_the_same_days() -> None:
    assert Period(dt.date(2024, 1, 1), dt.date(2024, 2, 29)).before == Period(dt.date(2023, 1, 1), dt.date(2023, 2, 28))
    assert Period(dt.date(2024, 2, 29), dt.date(2024, 3, 10)).before.first == dt.date(2023, 2, 28)
    assert year_of(2024).before == year_of(2023)
    assert [month.month for month in Period(dt.date(2023, 11, 5), dt.date(2024, 2, 3)).months] == [11, 12, 1, 2]


def test_each_branch_owes_its_own_meetings() -> None:
    hosts = "hosts: [机关第一党支部]"
    first = [facts(f"kind: branch-assembly\n{hosts}\n") for _ in range(4)]
    second = facts("kind: party-lecture\nhosts: [机关第二党支部]\n")
    minima = {(each.branch.zh, each.name.zh): each for each in of(*first, second).held.minima}
    assert len(minima) == 8
    assert minima["机关第一党支部", "支部党员大会"].missing == 0
    assert minima["机关第二党支部", "支部党员大会"].missing == 4
    assert minima["机关第二党支部", "党课"].held == 1


def test_of_a_half_year_half_of_the_yearly_minimum_is_asked_for() -> None:
    half = Period(dt.date(2023, 1, 1), dt.date(2023, 6, 30))
    minima = {each.name.zh: each for each in figures(year_facts(), half, TODAY).held.minima}
    assert minima["支部委员会会议"].required == 6
    assert minima["支部党员大会"].required == 2
