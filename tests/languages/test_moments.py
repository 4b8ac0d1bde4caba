"""Days and times: every way in which a record may write them, and the one in which minutes print them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.languages.moments import (
    Span,
    chinese_date,
    chinese_days,
    chinese_time,
    is_no_day,
    parse_date,
    parse_span,
    parse_time,
)

DAY = date(2023, 3, 6)
DAYS = st.dates(date(1949, 10, 1), date(2099, 12, 31))
MINUTES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    "text",
    [
        "2023-03-06",
        "2023-3-6",
        "2023/3/6",
        "2023.3.6",
        "2023年3月6日",
        "2023年03月06日",
        "2023 年 3 月 6 日",
        "2023年3月6",
        " 2023-03-06 ",
        "２０２３年３月６日",
    ],
)
def test_a_day_may_be_written_in_many_ways(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023-02-30",
        "2023-02-29",
        "2023-13-01",
        "2023-00-10",
        "0000-01-01",
        "3月6日",
        "2023年3月",
        "23-03-06",
        "6/3/2023",
        "2023-03-06 15:00",
        "2023-03-061",
        "二〇二三年三月六日",
        "近日",
    ],
)
def test_what_is_no_day_of_the_calendar_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-30",
        "2023/2/30",
        "2023年2月30日",
        "2023年2月30日下班前",
        "2023-13-01",
        "2023-03-061",
        "23-03-06",
        "2023-06",
        "3月17日",
        "3.17",
        "30日",
        " 20230317 ",
    ],
)
def test_what_looks_like_a_day_may_be_none(text: str) -> None:
    assert is_no_day(text)


@pytest.mark.parametrize(
    "text",
    ["2023-03-06", "2023年3月6日", "2023-03-17 下班前", "2023年", "2023年6月", "6月底", "近日", "会后两周内", "-", ""],
)
def test_a_day_or_what_does_not_look_like_one_is_not_taken_for_a_wrong_one(text: str) -> None:
    assert not is_no_day(text)


def test_the_29th_of_february_is_a_day_in_leap_years_only() -> None:
    assert parse_date("2024-02-29") == date(2024, 2, 29)
    assert parse_date("2100-02-29") is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("15:00", time(15)),
        ("9:05", time(9, 5)),
        ("15：00", time(15)),
        ("15:00:00", time(15)),
        ("0:30", time(0, 30)),
        ("15时", time(15)),
        ("15时30分", time(15, 30)),
        ("15点30", time(15, 30)),
        ("上午9时", time(9)),
        ("早上8点半", time(8, 30)),
        ("中午11时半", time(11, 30)),
        ("中午12时", time(12)),
        ("中午1时", time(13)),
        ("下午3时", time(15)),
        ("下午3点半", time(15, 30)),
        ("下午 3:00", time(15)),
        ("下午15时", time(15)),
        ("傍晚6时", time(18)),
        ("晚7时", time(19)),
        ("晚上9时30分", time(21, 30)),
        ("凌晨2时", time(2)),
        ("凌晨12时", time(0)),
        ("3:00 pm", time(15)),
        ("3:00PM", time(15)),
        ("9:30 am", time(9, 30)),
        ("12:30 am", time(0, 30)),
        ("12:30 pm", time(12, 30)),
    ],
)
def test_a_time_of_day_may_be_written_in_many_ways(text: str, moment: time) -> None:
    assert parse_time(text) == moment


@pytest.mark.parametrize(
    "text",
    ["", "15", "下午3", "25:00", "24:00", "15:60", "下午", "15时61分", "3 pm", "三点", "晚上12时", "15:00-17:00"],
)
def test_what_is_no_time_of_day_is_none(text: str) -> None:
    """晚上12时 may be noon of no day: whether this day or the next begins with it, the text does not say."""
    assert parse_time(text) is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2023-03-06", Span(DAY)),
        ("2023-03-06 15:00", Span(DAY, begins=time(15))),
        ("2023-03-06T15:00", Span(DAY, begins=time(15))),
        ("2023/3/6 15:00", Span(DAY, begins=time(15))),
        ("2023年3月6日下午3时", Span(DAY, begins=time(15))),
        ("2023年3月6日 星期一 下午3时", Span(DAY, begins=time(15))),
        ("2023年3月6日（星期一）下午3时", Span(DAY, begins=time(15))),
        ("2023年3月6日(周一)15:00", Span(DAY, begins=time(15))),
        ("2023-03-06 3:00 pm", Span(DAY, begins=time(15))),
        ("2023-03-06 15:00-17:30", Span(DAY, begins=time(15), ends=time(17, 30))),
        ("2023-03-06 15:00 - 17:30", Span(DAY, begins=time(15), ends=time(17, 30))),
        ("2023-03-06 15:00~17:30", Span(DAY, begins=time(15), ends=time(17, 30))),
        ("2023-03-06 15:00–17:30", Span(DAY, begins=time(15), ends=time(17, 30))),
        ("2023年3月6日15时—17时30分", Span(DAY, begins=time(15), ends=time(17, 30))),
        ("2023年3月6日15时——17时30分", Span(DAY, begins=time(15), ends=time(17, 30))),
        ("2023年3月6日15时到17时", Span(DAY, begins=time(15), ends=time(17))),
        ("2023年3月6日上午9时至下午3时", Span(DAY, begins=time(9), ends=time(15))),
        ("2023年3月6日上午9时至11时", Span(DAY, begins=time(9), ends=time(11))),
        ("2023年3月6日下午3时至5时30分", Span(DAY, begins=time(15), ends=time(17, 30))),
        ("2023年3月6日至8日", Span(DAY, date(2023, 3, 8))),
        ("2023年3月6日—8日", Span(DAY, date(2023, 3, 8))),
        ("2023年3月6日-8日", Span(DAY, date(2023, 3, 8))),
        ("2023年3月6日至4月2日", Span(DAY, date(2023, 4, 2))),
        ("2023年3月6日至2024年1月2日", Span(DAY, date(2024, 1, 2))),
        ("2023-03-06 至 2023-03-08", Span(DAY, date(2023, 3, 8))),
        ("2023-03-06 - 2023-03-08", Span(DAY, date(2023, 3, 8))),
        ("2023-03-06至08", Span(DAY, date(2023, 3, 8))),
        ("2023-03-06 15:00 - 2023-03-07 02:00", Span(DAY, date(2023, 3, 7), time(15), time(2))),
        ("2023年3月6日9时至7日17时", Span(DAY, date(2023, 3, 7), time(9), time(17))),
        ("2023年3月31日下午3时至4月1日上午9时", Span(date(2023, 3, 31), date(2023, 4, 1), time(15), time(9))),
        ("2023年3月6日9时至7日", Span(DAY, date(2023, 3, 7), time(9))),
    ],
)
def test_a_meeting_may_say_in_one_text_when_it_was(text: str, span: Span) -> None:
    assert parse_span(text) == span


@pytest.mark.parametrize(
    "text",
    [
        "",
        "近日",
        "15:00",
        "3月6日下午3时",
        "2023-02-30 15:00",
        "2023-03-06 25:00",
        "2023年3月6日15时开始",
        "2023-03-06 15:00-",
        "2023-03-06 -",
        "2023-03-06 15:00-17",
        "2023-03-06 15:00-25:00",
        "2023-03-06 15:00-17:30-18:00",
        "2023年3月6日至32日",
        "2023年3月6日至13月1日",
        "2023年3月6日至2月30日",
        "2023年3月6日、7日",
        "2023-03-06 15:00 - 2023-03-07 02:00 03:00",
    ],
)
def test_a_text_that_leaves_the_time_open_is_none(text: str) -> None:
    assert parse_span(text) is None


def test_a_part_of_the_day_is_enough() -> None:
    assert parse_span("2023年3月6日上午") == Span(date(2023, 3, 6), part="上午")


@given(DAYS)
def test_a_printed_day_is_read_back(day: date) -> None:
    assert parse_date(chinese_date(day)) == day


@given(
    DAYS, st.sampled_from(["{0}-{1:02}-{2:02}", "{0}-{1}-{2}", "{0}/{1}/{2}", "{0}.{1}.{2}", "{0} 年 {1} 月 {2} 日"])
)
def test_a_day_is_read_in_every_form(day: date, form: str) -> None:
    assert parse_date(form.format(day.year, day.month, day.day)) == day


@given(DAYS)
def test_a_printed_day_has_no_padding_zero(day: date) -> None:
    """GB/T 9704-2012, 7.3.5.4."""
    assert chinese_date(day) == f"{day.year}年{day.month}月{day.day}日"


@given(MINUTES)
def test_a_printed_time_is_read_back(moment: time) -> None:
    assert parse_time(chinese_time(moment)) == moment


@given(DAYS, st.integers(0, 400))
def test_printed_days_are_read_back(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    assert parse_span(chinese_days(first, last)) == Span(first, last if length else None)


@given(DAYS, MINUTES, MINUTES)
def test_a_printed_day_with_its_times_is_read_back(day: date, begins: time, ends: time) -> None:
    text = f"{chinese_date(day)}{chinese_time(begins)}至{chinese_time(ends)}"
    assert parse_span(text) == Span(day, begins=begins, ends=ends)


@given(st.text(max_size=20))
def test_any_text_is_a_time_or_none(text: str) -> None:
    """No text raises; what is read, prints as something that reads the same."""
    for day in filter(None, [parse_date(text)]):
        assert parse_date(chinese_date(day)) == day
    for moment in filter(None, [parse_time(text)]):
        assert parse_time(chinese_time(moment)) == moment


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [
        (DAY, None, "2023年3月6日"),
        (DAY, DAY, "2023年3月6日"),
        (DAY, date(2023, 3, 8), "2023年3月6日至8日"),
        (DAY, date(2023, 4, 2), "2023年3月6日至4月2日"),
        (date(2023, 12, 30), date(2024, 1, 2), "2023年12月30日至2024年1月2日"),
    ],
)
def test_what_the_last_day_shares_with_the_first_is_not_said_again(
    first: date, last: date | None, printed: str
) -> None:
    assert chinese_days(first, last) == printed


@pytest.mark.parametrize(
    ("moment", "printed"),
    [
        (time(0), "凌晨0时"),
        (time(0, 30), "凌晨0时30分"),
        (time(4, 59), "凌晨4时59分"),
        (time(5), "上午5时"),
        (time(9), "上午9时"),
        (time(11, 30), "上午11时30分"),
        (time(12), "中午12时"),
        (time(12, 30), "中午12时30分"),
        (time(15), "下午3时"),
        (time(17, 59), "下午5时59分"),
        (time(18), "晚上6时"),
        (time(23, 59), "晚上11时59分"),
    ],
)
def test_minutes_print_the_part_of_the_day_and_twelve_hours(moment: time, printed: str) -> None:
    assert chinese_time(moment) == printed
