"""Every figure of the invented year, counted a second time by SQL that shares nothing with the program."""

# ruff: noqa: S608 (the queries are put together from what stands here)

from __future__ import annotations

import pytest

from jiyao.records.choices import Mode
from jiyao.views.summary.figures import Figures, summarised
from jiyao.views.summary.periods import year_of
from jiyao.views.summary.rates import Rate
from year_sql import between, database, one, rows
from years import TODAY, year_facts

IN_YEAR = "(SELECT id FROM meeting WHERE day BETWEEN ? AND ?)"
THERE = "('present', 'online', 'late')"
MATTERS = """
    WITH matters AS (
        SELECT matter.*, progress.closed AS closed, CASE
            WHEN progress.status = 'done' AND progress.closed > :today THEN 'in-hand' ELSE progress.status END AS status
        FROM matter JOIN meeting ON meeting.id = matter.meeting LEFT JOIN progress USING (meeting, item)
        WHERE day BETWEEN :first AND :last),
    counted AS (SELECT * FROM matters WHERE type = 'once' AND status IS NOT 'cancelled')
"""


def of_matters(query: str, year: int) -> list[tuple[object, ...]]:
    first, last = between(year)
    today = str(TODAY.replace(year=TODAY.year + year - 2023))
    return database().execute(MATTERS + query, {"first": first, "last": last, "today": today}).fetchall()


@pytest.fixture(scope="module", params=[2022, 2023])
def both_years(request: pytest.FixtureRequest) -> tuple[int, Figures]:
    summary = summarised(year_facts(), year_of(2023), TODAY)
    assert summary.before is not None
    year = int(request.param)
    return year, summary.now if year == 2023 else summary.before


def test_meetings_by_kind_and_month(both_years: tuple[int, Figures]) -> None:
    year, figures = both_years
    counted = {
        (kind.key, month.month): number
        for kind in figures.held.kinds
        for month, number in zip(figures.held.months, kind.months, strict=True)
        if number
    }
    asked = (
        "SELECT kind, CAST(substr(day, 6, 2) AS INTEGER), count(*) FROM meeting WHERE day BETWEEN ? AND ? GROUP BY 1, 2"
    )
    assert counted == {(kind, month): number for kind, month, number in rows(asked, *between(year))}
    assert (figures.held.total,) == one("SELECT count(*) FROM meeting WHERE day BETWEEN ? AND ?", *between(year))


def test_meetings_by_kind_and_quarter(both_years: tuple[int, Figures]) -> None:
    year, figures = both_years
    asked = """SELECT kind, (CAST(substr(day, 6, 2) AS INTEGER) + 2) / 3, count(*)
               FROM meeting WHERE day BETWEEN ? AND ? GROUP BY 1, 2"""
    found = {
        (kind.key, quarter[1], figures.held.in_quarter(kind, quarter))
        for kind in figures.held.kinds
        for quarter in figures.held.quarters()
    }
    assert {each for each in found if each[2]} == set(rows(asked, *between(year)))


def test_length_mode_and_first_topics(both_years: tuple[int, Figures]) -> None:
    year, figures = both_years
    where = "FROM meeting WHERE day BETWEEN ? AND ?"
    minutes = figures.held.minutes
    assert (minutes.sum, minutes.known, minutes.unknown) == one(
        f"SELECT sum(minutes), count(minutes), count(*) - count(minutes) {where}", *between(year)
    )
    assert figures.held.by_video == Rate(
        *one(f"SELECT sum(mode IN ('video', 'mixed')), count(mode), count(*) - count(mode) {where}", *between(year))
    )
    modes = {mode and mode.value: number for mode, number in figures.held.modes}
    assert modes == dict(rows(f"SELECT mode, count(*) {where} GROUP BY 1", *between(year)))
    assert Mode.VIDEO in dict(figures.held.modes)
    topics = rows(f"SELECT sum(first_topic), count(*) {where} AND kind = 'party-group'", *between(year))
    assert [tuple(rate)[:2] for _name, rate in figures.held.first_topics] == topics


def test_the_yearly_minimum_of_a_party_branch(both_years: tuple[int, Figures]) -> None:
    year, figures = both_years
    counted = {minimum.name.zh: (minimum.held, minimum.required) for minimum in figures.held.minima}
    number = dict(rows("SELECT kind, count(*) FROM meeting WHERE day BETWEEN ? AND ? GROUP BY 1", *between(year)))
    assert counted["支部党员大会"] == (number["branch-assembly"], 4)
    assert counted["支部委员会会议"] == (number["branch-committee"], 12)
    assert counted["党课"] == (number["party-lecture"], 4)
    assert counted["党小组会"] == (0, 12)


def test_how_many_people_came(both_years: tuple[int, Figures]) -> None:
    year, figures = both_years
    persons = one(
        f"SELECT count(*) FROM seat WHERE status IN ('present', 'online', 'late') AND meeting IN {IN_YEAR}",
        *between(year),
    )[0]
    crowd, vague = one(f"SELECT sum(number), sum(at_least) FROM crowd WHERE meeting IN {IN_YEAR}", *between(year))
    people = figures.held.people
    assert (people.sum, people.known, people.at_least) == (persons + crowd, figures.held.total, vague)


def test_the_attendance_of_members(both_years: tuple[int, Figures]) -> None:
    year, figures = both_years
    rate = one(
        f"""SELECT sum(status IN {THERE}), count(*), 0
            FROM seat WHERE member AND NOT for_other AND meeting IN {IN_YEAR}""",
        *between(year),
    )
    assert figures.attended.members == Rate(*rate)
    months = rows(
        f"""SELECT substr(day, 1, 7), sum(status IN {THERE}), count(*)
           FROM seat JOIN meeting ON meeting.id = seat.meeting
           WHERE member AND NOT for_other AND day BETWEEN ? AND ? GROUP BY 1 ORDER BY 1""",
        *between(year),
    )
    assert [(rate.part, rate.whole) for rate in figures.attended.by_month] == [each[1:] for each in months]


def test_attendance_by_unit_with_leave_proxy_and_late_apart(both_years: tuple[int, Figures]) -> None:
    year, figures = both_years
    asked = f"""SELECT coalesce(unit, ''), count(*), sum(status IN {THERE}), sum(status = 'late'),
                sum(status = 'leave'), sum(status = 'proxy'), sum(status = 'absent')
                FROM seat WHERE NOT for_other AND meeting IN {IN_YEAR} GROUP BY unit"""
    names = {"": "", "bangongshi": "办公室", "chengjian-ke": "城市建设科", "zhubao-ke": "住房保障科"}
    names |= {"zhian-zhan": "工程质量安全站", "fagui-ke": "法规科", "cunzhen-ke": "村镇建设科"}
    expected = {(names[unit], *numbers) for unit, *numbers in rows(asked, *between(year))}
    assert {(unit.name.zh, *unit[1:]) for unit in figures.attended.units} == expected


def test_what_was_conveyed_by_issuer(both_years: tuple[int, Figures]) -> None:
    year, figures = both_years
    asked = f"""SELECT coalesce(issuer, ''), count(DISTINCT title || '/' || number), count(*)
                FROM conveyed WHERE meeting IN {IN_YEAR} GROUP BY issuer"""
    expected = {(bool(issuer), items, times) for issuer, items, times in rows(asked, *between(year))}
    assert {(bool(each.name), each.items, each.times) for each in figures.passed_on.issuers} == expected
    assert len(figures.passed_on.issuers) == len(rows(asked, *between(year)))


def test_completion_and_time_limits(both_years: tuple[int, Figures]) -> None:
    year, figures = both_years
    followed = figures.followed
    asked = "SELECT sum(status IS 'done'), count(status), sum(status IS NULL) FROM counted"
    assert [tuple(followed.completion)] == of_matters(asked, year)
    late = "(status = 'done' AND closed > due OR status IS NOT NULL AND status <> 'done' AND due < :today)"
    asked = f"""SELECT sum(status = 'done' AND closed <= due), sum(status = 'done' AND closed <= due OR {late}),
                sum(status IS NULL AND due < :today) FROM counted WHERE due IS NOT NULL"""
    assert [tuple(followed.on_time)] == of_matters(asked, year)
    asked = """SELECT sum(status IS NOT 'done' AND due < :today), sum(status IS NOT 'done'), sum(due IS NULL),
               sum(status = 'done' AND closed > due), sum(status IS NOT 'done' AND due >= :today) FROM counted"""
    numbers = tuple(map(len, (followed.overdue, followed.open))), followed.without_day, len(followed.late)
    assert [(*numbers[0], *numbers[1:], followed.pending)] == of_matters(asked, year)


def test_matters_without_an_end_and_cancelled_ones_stand_in_no_rate(both_years: tuple[int, Figures]) -> None:
    year, figures = both_years
    followed = figures.followed
    asked = """SELECT count(*), sum(type = 'recurring'), sum(type = 'ongoing'),
               sum(type = 'once' AND status IS 'cancelled') FROM matters"""
    assert [(followed.matters, followed.recurring, followed.ongoing, followed.cancelled)] == of_matters(asked, year)
    assert (followed.decisions, followed.requirements) == one(
        "SELECT sum(decisions), sum(requirements) FROM meeting WHERE day BETWEEN ? AND ?", *between(year)
    )


def test_completion_by_meeting_and_by_unit(both_years: tuple[int, Figures]) -> None:
    year, figures = both_years
    asked = """SELECT meeting, sum(status IS 'done'), count(status), sum(status IS NULL) FROM counted GROUP BY meeting
               HAVING sum(status IS 'done') < count(*)"""
    found = {(each.meeting.record, *each.completion) for each in figures.followed.incomplete}
    assert found == set(of_matters(asked, year))
    asked = """SELECT sum(status IS 'done'), count(status), sum(status IS NULL),
               sum(status IS NOT 'done' AND due < :today AND due IS NOT NULL) FROM counted GROUP BY unit"""
    units = sorted((*each.completion, each.overdue) for each in figures.followed.units)
    assert units == sorted((a, b, c, d or 0) for a, b, c, d in of_matters(asked, year))
