"""The Chinese readers in their order: names of texts and meetings before days, days before numbers."""

from __future__ import annotations

import re

from jiyao.languages.facts import chinese_dates, chinese_names, chinese_quantities, chinese_times
from jiyao.languages.facts.chinese_numerals import FORMAL
from jiyao.languages.facts.readers import Reader

FORMAL_NUMBER = re.compile("[壹贰叁肆伍陆柒捌玖][拾佰仟万亿][壹贰叁肆伍陆柒捌玖拾佰仟万亿零]*")


def normal(text: str) -> str:
    """The text with the numerals of cheques as usual ones, every character in its place."""
    return FORMAL_NUMBER.sub(lambda found: found[0].translate(FORMAL), text)


def readers() -> tuple[Reader, ...]:
    """All of them; made once, when the first Chinese text is read."""
    return (
        *chinese_names.readers(),
        *chinese_dates.readers(),
        *chinese_times.readers(),
        *chinese_quantities.readers(),
    )
