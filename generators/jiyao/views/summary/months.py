"""Periods and months in words."""

from __future__ import annotations

import datetime as dt

from jiyao.languages.english.dates import english_days, month_name
from jiyao.languages.english.style import STYLES
from jiyao.languages.moments import chinese_date, chinese_days
from jiyao.languages.text import Language
from jiyao.views.sentences import numeral
from jiyao.views.summary.periods import MONTHS_OF_QUARTER, Period, quarter_of

HALF = 6
SHORT = 3
"""Letters of an English month in a table."""


def period_name(period: Period, language: Language) -> str:
    """2023年度, 2023年上半年, 2023年第一季度; another period by its days."""
    year, months = period.first.year, period.months
    whole = period.first.day == 1 and (period.last + dt.timedelta(days=1)).day == 1
    chinese = language is Language.ZH
    if period.is_year:
        return f"{year}年度" if chinese else str(year)
    if whole and len(months) == HALF and months[0].month in {1, HALF + 1}:
        first = months[0].month == 1
        return (
            f"{year}年{'上' if first else '下'}半年"
            if chinese
            else f"the {'first' if first else 'second'} half of {year}"
        )
    if whole and len(months) == MONTHS_OF_QUARTER and months[0].month % MONTHS_OF_QUARTER == 1:
        quarter = quarter_of(months[0])
        return f"{year}年第{numeral(quarter)}季度" if chinese else f"Q{quarter} {year}"
    return (
        chinese_days(period.first, period.last) if chinese else english_days(period.first, period.last, STYLES["spp"])
    )


def month_label(month: dt.date, language: Language) -> str:
    """A month in a table or a chart: 3月, Mar."""
    return f"{month.month}月" if language is Language.ZH else month_name(month.month)[:SHORT]


def quarter_label(quarter: int, language: Language) -> str:
    """第一季度, Q1."""
    return f"第{numeral(quarter)}季度" if language is Language.ZH else f"Q{quarter}"


def day_in_words(day: dt.date, language: Language) -> str:
    """A day in a sentence."""
    return chinese_date(day) if language is Language.ZH else english_days(day, None, STYLES["spp"])
